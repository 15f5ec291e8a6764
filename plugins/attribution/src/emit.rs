//! From drafts to findings: modes, names, spans.

use std::borrow::Cow;

use sayso_plugin::{ChunkFlags, Findings, Gender, Span, Tag, TokenRange};

use crate::draft::Draft;
use crate::names::gender_of_role;
use crate::page::{Page, run};
use crate::people::{LastSpeakers, People};
use crate::rules::quotation_type;
use crate::source;

/// Emits all attributions, then the quotations that are no speech.
pub fn all(page: &Page<'_>, drafts: &[Draft<'_>], findings: &mut Findings<'_>) {
    let mut sources: Vec<TokenRange> = drafts.iter().filter_map(|draft| draft.source).collect();
    sources.sort_unstable_by_key(|source| source.first);
    let people = People::new(page, &sources);
    let mut last = LastSpeakers::default();
    let mut taken = Vec::with_capacity(drafts.len() * 2);
    for draft in drafts {
        let speaker = draft
            .source
            .and_then(|source| speaker(page, &people, source, &mut last));
        emit(page, draft, speaker.as_ref(), findings);
        taken.extend(draft.content.iter().map(|&c| page.reading.document.span(c)));
    }
    quotation_type::emit(page, taken, findings);
}

/// A resolved name and how it was reached.
struct Speaker<'d> {
    name: Cow<'d, str>,
    chain: Option<String>,
}

fn emit(
    page: &Page<'_>,
    draft: &Draft<'_>,
    speaker: Option<&Speaker<'_>>,
    findings: &mut Findings<'_>,
) {
    let document = page.reading.document;
    let span = |run: TokenRange| document.span(run);
    findings
        .add("attribution", &draft.rule)
        .parts(
            "source",
            draft.source.map(|source| span(page.closed(source))),
        )
        .parts("cue", (!draft.cue.is_empty()).then(|| span(draft.cue)))
        .parts("content", draft.content.iter().map(|&run| span(run)))
        .attribute("mode", mode(page, draft))
        .attribute("speaker", speaker.map(|s| &*s.name))
        .attribute("chain", speaker.and_then(|s| s.chain.as_deref()))
        .attribute("act", draft.act)
        .attribute("negated", draft.negated)
        .emit();
}

/// Direct if all content is quoted, indirect if none is.
fn mode(page: &Page<'_>, draft: &Draft<'_>) -> &'static str {
    let quoted = |run: &TokenRange| page.landmarks.quoted.first(run.range()).is_some();
    if !draft.content.iter().any(quoted) {
        return "indirect";
    }
    let tokens = page.reading.document.tokens;
    let content = draft.content.iter().flat_map(|run| &tokens[run.range()]);
    let (mut all, mut quoted) = (0, 0);
    for token in content.filter(|token| token.kind.is_wordlike()) {
        all += 1;
        quoted += usize::from(token.quotation().is_some());
    }
    if quoted == 0 {
        "indirect"
    } else if quoted * 10 >= all * 9 {
        "direct"
    } else {
        "mixed"
    }
}

/// The fullest name of a source.
fn speaker<'d>(
    page: &Page<'d>,
    people: &People<'d>,
    source: TokenRange,
    last: &mut LastSpeakers,
) -> Option<Speaker<'d>> {
    let document = page.reading.document;
    let first = source.first as usize;
    let relative = Tag::WP.bit() | Tag::WDT.bit() | Tag::IN.bit();
    if source.len() == 1 && page.tag_in(first, relative) {
        let comma = first > 0 && page.is_comma(first - 1);
        let antecedent = source::before(page, first - usize::from(comma))?;
        return speaker(page, people, antecedent, last);
    }
    if source.len() == 1 && ["Q", "A"].contains(&page.word(first).form()) {
        if page.word(first).form() == "Q" {
            // The article asks.
            let name = Cow::Borrowed("author");
            return Some(Speaker { name, chain: None });
        }
        let answers = people.most_named()?;
        let name = one_line(people.name(answers));
        let chain = Some(chain("A", &name));
        return Some(Speaker { name, chain });
    }
    let mention = one_line(document.span(source).of(document.text));
    if let Some(unnamed) = unnamed(page, source, last) {
        let name = one_line(bare(page, unnamed));
        let chain = Some(chain(&mention, &name));
        return Some(Speaker { name, chain });
    }
    let persons = people.listed(source);
    let is_list = persons.len() > 1
        && source.range().any(|i| page.word(i).is("and"))
        && !source.range().any(|i| page.word(i).is(","));
    if is_list {
        let names: Vec<Cow<'_, str>> = persons.iter().map(|&p| one_line(people.name(p))).collect();
        return Some(Speaker {
            name: Cow::Owned(names.join("; ")),
            chain: None,
        });
    }
    if let Some(person) = people.resolve(page, source, last) {
        let name = one_line(people.name(person));
        let chain = (!mention.contains(&*name)).then(|| chain(&mention, &name));
        return Some(Speaker { name, chain });
    }
    let pronoun = Tag::PRP.bit() | Tag::PRP_POSSESSIVE.bit();
    if page.tag_in(first, pronoun) && source.len() == 1 {
        return None;
    }
    remember(page, source, last);
    Some(Speaker {
        name: one_line(bare(page, source)),
        chain: None,
    })
}

/// How a name was reached from the words of a source.
fn chain(mention: &str, name: &str) -> String {
    [mention, " → ", name].concat()
}

/// Keeps a source without a name for the pronouns behind it.
fn remember(page: &Page<'_>, source: TokenRange, last: &mut LastSpeakers) {
    let gender = gender_of_role(page, source);
    last.unnamed = gender.map(|gender| (source, gender)).or(last.unnamed);
    let plural = page
        .chunk(source.first as usize)
        .is_some_and(|chunk| chunk.flags.has(ChunkFlags::PLURAL));
    if plural {
        last.several = Some(source);
    } else if gender.is_none() {
        last.thing = Some(source);
    }
}

/// The source without a name that a pronoun stands for.
fn unnamed(page: &Page<'_>, source: TokenRange, last: &LastSpeakers) -> Option<TokenRange> {
    let first = source.first as usize;
    if source.len() != 1 {
        return None;
    }
    if page.word(first).is("they") {
        return last.several;
    }
    if page.word(first).is("it") {
        return last.thing;
    }
    let (unnamed, gender) = last.unnamed?;
    (pronoun_gender(page, first) == Some(gender)).then_some(unnamed)
}

/// The gender that `he` or `she` tells.
fn pronoun_gender(page: &Page<'_>, at: usize) -> Option<Gender> {
    match page.word(at) {
        word if word.is("he") => Some(Gender::MALE),
        word if word.is("she") => Some(Gender::FEMALE),
        _ => None,
    }
}

/// Every run of white space, line ends included, as one space.
fn one_line(words: &str) -> Cow<'_, str> {
    match is_one_line(words.as_bytes()) {
        true => Cow::Borrowed(words),
        false => Cow::Owned(words.split_whitespace().collect::<Vec<_>>().join(" ")),
    }
}

/// Whether words of ASCII that begin and end with no space have single spaces between them.
fn is_one_line(words: &[u8]) -> bool {
    let odd = |odd, &byte: &u8| odd | !matches!(byte, b' '..=b'~');
    let doubled = |doubled, (&a, &b): (&u8, &u8)| doubled | (a == b' ' && b == b' ');
    let pairs = || words.iter().zip(words.get(1..).unwrap_or_default());
    let ends = [words.first(), words.last()];
    // No answer is waited for: so many bytes are looked at together.
    !words.iter().fold(false, odd)
        && !pairs().fold(false, doubled)
        && !ends.contains(&Some(&b' '))
        && !words.is_empty()
}

/// A description without its article and without what follows a comma or relative pronoun.
fn bare<'d>(page: &Page<'d>, source: TokenRange) -> &'d str {
    let document = page.reading.document;
    let mut first = source.first as usize;
    let relative = Tag::WP.bit() | Tag::WDT.bit();
    let end = (first + 1..source.end as usize)
        .find(|&i| page.is_comma(i) || page.tag_in(i, relative))
        .unwrap_or(source.end as usize);
    let article = |i: usize| ["the", "a", "an"].iter().any(|a| page.word(i).is(a));
    while first + 1 < end && article(first) {
        first += 1;
    }
    let span: Span = document.span(run(first, end));
    span.of(document.text)
}
