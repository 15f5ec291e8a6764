use sayso_plugin::{ChunkFlags, ChunkKind, Tag, TokenRange, Words, rule};

use crate::complement::Kind;
use crate::cue::Cue;
use crate::draft::Draft;
use crate::page::{Page, run};
use crate::quoted;
use crate::source;

rule! {
    /// A quotation that a comma leaves open, and behind it a subject with any verb, or any
    /// verb with a person.
    ///
    /// > [“The market has failed nobody,”]content [he]source [mocked]cue.
    /// > [“What a day,”]content [gasped]cue [Ana Duarte]source.
    /// >! “Harvest is over,” the new film, is a success.
    pub const RULE: "verb-beside-quotation";
}

/// `“…,” he mocked.`
pub fn find<'d>(page: &Page<'d>, speech: usize) -> Option<Draft<'d>> {
    let quoted = page.speeches[speech].tokens;
    let end = quoted.end as usize;
    let limit = page.around(end.saturating_sub(1)).end as usize;
    if !quoted::is_open(page, speech) || end >= limit {
        return None;
    }
    let first = end + usize::from(page.is(end, ","));
    let (source, verb) = subject_and_verb(page, first).or_else(|| verb_and_person(page, first))?;
    if !page.is(first - 1, ",") && says_something_else(page, verb) || is_being(page, verb) {
        return None;
    }
    Some(Draft::said(
        RULE,
        Some(source),
        page.verb_group(verb)?.tokens,
        vec![quoted],
    ))
}

/// `“…?” She added that …`: what is said stands behind the verb.
fn says_something_else(page: &Page<'_>, verb: usize) -> bool {
    let main = page.verb_group(verb).map(|group| group.main as usize);
    main.and_then(|main| Cue::at(page, main))
        .is_some_and(|cue| cue.complement.kind == Kind::That)
}

/// `“Harvest,” the new film, is a success`: the quotation is the subject.
fn is_being(page: &Page<'_>, verb: usize) -> bool {
    const BEING: &Words = &Words::new(&["be", "have", "become", "get"]);
    let group = page.verb_group(verb);
    group.is_some_and(|group| BEING.has(page.word(group.main as usize).lemma()))
}

/// `he mocked`, with what describes the subject between the two.
fn subject_and_verb(page: &Page<'_>, first: usize) -> Option<(TokenRange, usize)> {
    let whole = source::after(page, first)?;
    let end = page.around(first).end as usize;
    let next = (whole.end as usize..end).find(|&i| !page.is(i, ",") && page.tag(i) != Tag::RB)?;
    page.is_finite(next).then_some((whole, next))
}

/// `gasped Ana Duarte`.
fn verb_and_person(page: &Page<'_>, first: usize) -> Option<(TokenRange, usize)> {
    let past = page.tag_in(first, Tag::VBD.bit() | Tag::VBZ.bit());
    let group = page.verb_group(first).filter(|_| past)?;
    let chunk = page.chunk_from(group.tokens.end as usize)?;
    let person = chunk
        .flags
        .has_any(ChunkFlags::PERSON.with(ChunkFlags::NAME))
        || chunk.kind == ChunkKind::PRONOUN;
    let source = source::after(page, group.tokens.end as usize)?;
    person.then_some((run(source.first as usize, source.end as usize), first))
}
