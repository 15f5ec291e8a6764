use sayso_plugin::{Chunk, Tag, TokenRange, rule};

use crate::complement::Kind;
use crate::cue::Cue;
use crate::draft::Draft;
use crate::extent;
use crate::frames::Frames;
use crate::page::{Page, run};
use crate::rules::noun_that;
use crate::source;
use crate::speech::mention_type;
use crate::words::{ACCUSATIVE, CRITICIZE, CUE_NOUN, OPPOSE, PRAISE, SUPPORT};

rule! {
    /// A judgement or announcement whose content is a noun phrase.
    ///
    /// > [The governor]source [praised]cue [the firefighters]content.
    /// > [The court]source [rejected]cue [the plan]content.
    /// > [He]source [pledged]cue [“cooperation” with the town]content.
    /// >! The governor called on Monday.
    pub const RULE: "praised-something";
}

/// `X praised Y`
pub fn find<'d>(page: &Page<'d>, cue: &Cue<'d>) -> Option<Draft<'d>> {
    if cue.passive {
        return None;
    }
    let object = cue.complement.object;
    let content = match object {
        Some(object) if cue.has(Frames::OBJECT) => content(page, cue, object),
        // In quotation marks there are words of somebody, whatever the verb.
        Some(object) => quoted(page, cue, object)?,
        None => clause(page, cue)?,
    };
    if object.is_some_and(|object| is_statement(page, object) || voices(page, cue, object)) {
        return None;
    }
    let source = cue.subject(page);
    let frame = Frames::OBJECT;
    Some(Draft::of_cue(page, RULE, cue, frame, source, vec![content]))
}

/// `praised what he had seen`: a clause stands in the place of the object.
fn clause(page: &Page<'_>, cue: &Cue<'_>) -> Option<TokenRange> {
    let behind = cue.complement;
    let what = behind.kind == Kind::Wh && behind.at == cue.end && page.is(cue.end, "what");
    (what && cue.has(Frames::OBJECT)).then(|| extent::clause(page, cue.end))
}

/// An object that words in quotation marks belong to which are no title: `pledged “cooperation”`,
/// `pushed his promise of “free roads”`.
fn quoted(page: &Page<'_>, cue: &Cue<'_>, object: TokenRange) -> Option<TokenRange> {
    const NEAR: usize = 24;
    let first = object.first as usize;
    // `told “The Hour” that`: whom it was said to.
    if cue.has(Frames::HEARER.or(Frames::RAISING)) {
        return None;
    }
    page.landmarks.quoted.first(first..first + NEAR)?;
    let content = content(page, cue, object);
    let mut near = content.range().take(NEAR);
    near.any(|i| is_wording(page, i)).then_some(content)
}

/// Whether a token stands in speech, or words begin with it that are quoted for how they were put.
fn is_wording(page: &Page<'_>, index: usize) -> bool {
    let opens = page.tag(index) == Tag::QUOTE_OPEN;
    let mention = || page.word(index).quotation().filter(|_| opens);
    page.speech_at(index).is_some()
        || mention().is_some_and(|mention| mention_type(page.reading, mention) == "term")
}

/// The object with all that belongs to it; a pronoun stands alone before what tells where, when or
/// how: `endorsed her early`, but `attacked her over the delay`.
fn content(page: &Page<'_>, cue: &Cue<'_>, object: TokenRange) -> TokenRange {
    let first = object.first as usize;
    let pronoun = page.is_any(first, ACCUSATIVE) || page.is(first, "it");
    let reason = [
        "about", "as", "for", "from", "of", "over", "than", "to", "with",
    ];
    let alone = pronoun && object.len() == 1 && !page.is_one_of(first + 1, &reason);
    let judges = SUPPORT.or(OPPOSE).or(PRAISE).or(CRITICIZE);
    if alone && cue.entry.classes.has(judges) {
        return object;
    }
    let whole = extent::phrase(page, first);
    run(
        first,
        before_time(page, object.end as usize, whole.end as usize),
    )
}

/// Where an object ends before words that tell the day: `rejected the offer [on Tuesday]`.
fn before_time(page: &Page<'_>, from: usize, end: usize) -> usize {
    let Some(last) = page
        .chunk(end - 1)
        .filter(|chunk| source::is_time(page, chunk))
    else {
        return end;
    };
    let first = last.tokens.first as usize;
    let first = first - usize::from(page.is(first - 1, "on"));
    let stands_alone = first >= from && page.chunk(first - 1).is_some();
    if stands_alone { first } else { end }
}

/// Whether the verb only gives voice to a noun with content of its own: `raised doubts about …`.
fn voices(page: &Page<'_>, cue: &Cue<'_>, object: TokenRange) -> bool {
    let noun = page
        .chunk(object.first as usize)
        .map(|chunk| chunk.head as usize);
    let noun = noun.filter(|&noun| page.word(noun).has(CUE_NOUN));
    let draft = noun.and_then(|noun| noun_that::find(page, noun));
    draft.is_some_and(|draft| draft.cue.first as usize <= cue.first)
}

/// `issued a statement saying …`, `held a news conference to call …`: the words behind the statement
/// tell what is said.
fn is_statement(page: &Page<'_>, object: TokenRange) -> bool {
    let mut next = object.end as usize;
    if let Some(time) = page.chunk_from(next).filter(|c| source::is_time(page, c)) {
        next = time.tokens.end as usize;
    }
    let statement = |chunk: &&Chunk| source::is_occasion(page, chunk);
    let Some(statement) = page.chunk(object.first as usize).filter(statement) else {
        return false;
    };
    let group = page.verb_group(next);
    let main = group.map_or(next, |group| group.main as usize);
    // `defended his call to raise wages`: what the noun takes.
    let takes = || page.word(statement.head as usize).has(CUE_NOUN);
    Cue::at(page, main)
        .is_some_and(|says| !says.passive && (says.participle || says.infinitive && !takes()))
}
