//! The source of a participle: `…, she said, adding that`, `a poll showing that`.

use sayso_plugin::{Chunk, ChunkFlags, Tag, TokenRange};

use super::{
    before, is_occasion, is_study, is_time, last_speaker, leftmost, main_subject, speaks,
    subject_at, subject_of_verb,
};
use crate::cue::Cue;
use crate::extent::is_cue_participle;
use crate::page::{Page, run, whole_end};

/// The subject of the clause behind a participle that the sentence begins with: `Citing the rain,
/// [Duarte] said`.
fn of_opening(page: &Page<'_>, cue: &Cue<'_>) -> Option<TokenRange> {
    let sentence = page.around(cue.first);
    let opener = Tag::IN.bit() | Tag::RB.bit() | Tag::CC.bit();
    // `Two weeks after saying so, Duarte`
    let time = |i: usize| page.chunk(i).is_some_and(|chunk| is_time(page, chunk));
    if !(sentence.first as usize..cue.first).all(|i| page.tag_in(i, opener) || time(i)) {
        return None;
    }
    // `Saying the talks were “over,” [Brandt] left`
    let closes = |i: usize| page.outside(i).is_none() && page.word(i).is(",");
    let mut ends = cue.end..sentence.end as usize;
    let comma = ends.find(|&i| page.is_comma(i) || closes(i) && page.outside(i + 2).is_some())?;
    let verb = (comma..sentence.end as usize).find(|&i| page.is_finite(i))?;
    subject_at(page, verb)
        .or_else(|| leftmost(page, verb))
        .or_else(|| before(page, verb))
        .filter(|found| found.first as usize > comma)
}

/// `among [those] saying`
fn those(page: &Page<'_>, cue: &Cue<'_>) -> Option<TokenRange> {
    let before = cue.first.checked_sub(1)?;
    page.is(before, "those").then(|| run(before, cue.first))
}

/// The subject of a participle behind *with*: `with [some polls] showing that`.
fn absolute(page: &Page<'_>, cue: &Cue<'_>) -> Option<TokenRange> {
    const NEAR: usize = 8;
    let start = cue.first.saturating_sub(NEAR);
    let with = (start..cue.first).rev().find(|&i| page.is(i, "with"))?;
    let whole = page.chunk_from(with + 1).is_some_and(|chunk| {
        whole_end(chunk) == cue.first || chunk.tokens.end as usize == cue.first
    });
    whole.then(|| run(with + 1, cue.first))
}

/// The object of a verb of quoting: `quoted [Duarte] as saying that`.
fn quoted_as(page: &Page<'_>, cue: &Cue<'_>) -> Option<TokenRange> {
    let last = cue
        .first
        .checked_sub(2)
        .filter(|&last| page.is(last + 1, "as"))?;
    let quoted = page.chunk(last)?;
    let verb = (quoted.tokens.first as usize).checked_sub(1)?;
    let group = page.verb_group(verb)?;
    let quotes = page.word(group.main as usize).lemma() == "quote";
    quotes.then_some(quoted.tokens)
}

/// Who published the statement that a participle describes: `[Duarte] issued a statement saying`.
fn publisher(page: &Page<'_>, cue: &Cue<'_>) -> Option<TokenRange> {
    let mut statement = page.chunk(cue.first.checked_sub(1)?)?;
    if is_time(page, statement) {
        // `issued a statement Tuesday saying`
        statement = page.chunk((statement.tokens.first as usize).checked_sub(1)?)?;
    }
    let verb = (statement.tokens.first as usize).checked_sub(1)?;
    let group = page
        .verb_group(verb)
        .filter(|_| is_occasion(page, statement))?;
    subject_at(page, group.tokens.first as usize)
}

/// Whom a participle describes that stands right behind: `a poll by Harrow [showing]`, but `the talk
/// ended with [Duarte] [asking]`.
fn described(page: &Page<'_>, participle: usize) -> Option<TokenRange> {
    let whole = before(page, participle);
    let near = page.chunk(participle.checked_sub(1)?)?;
    let head = whole.and_then(|run| page.chunk(run.first as usize));
    let speaks = |chunk: &Chunk| {
        let who = ChunkFlags::PERSON
            .with(ChunkFlags::NAME)
            .with(ChunkFlags::NUMBER);
        chunk.flags.has_any(who) || is_study(page, chunk) || is_occasion(page, chunk)
    };
    let person = near.flags.has(ChunkFlags::PERSON) && near.tokens.end as usize == participle;
    match head.filter(|head| person && !speaks(head)) {
        Some(_) => Some(near.tokens),
        None => whole,
    }
}

/// `…, she said, adding that`; `a poll showing that`; `…, adding that` behind any clause.
pub(super) fn of_participle(page: &Page<'_>, cue: &Cue<'_>) -> Option<TokenRange> {
    const NEAR: usize = 8;
    let found = of_opening(page, cue)
        .or_else(|| those(page, cue))
        .or_else(|| absolute(page, cue))
        .or_else(|| quoted_as(page, cue));
    if found.is_some() {
        return found;
    }
    let start = page.around(cue.first).first as usize;
    // `saying he was late and calling it a shame`: the subject of both is that of the sentence.
    let joined = cue.first > start && page.tag(cue.first - 1) == Tag::CC;
    if joined && (start..cue.first).any(|i| is_cue_participle(page, i)) {
        return main_subject(page, cue.first).or_else(|| last_speaker(page, cue.first));
    }
    let near = (start.max(cue.first.saturating_sub(NEAR))..cue.first).rev();
    if near
        .take_while(|&i| page.outside(i).is_some())
        .any(|i| speaks(page, i))
    {
        return last_speaker(page, cue.first);
    }
    let noun = cue
        .first
        .checked_sub(1)
        .and_then(|i| page.chunk(i))
        .is_some();
    let aside = || page.is_comma(cue.first.wrapping_sub(1));
    publisher(page, cue)
        .or_else(|| noun.then(|| described(page, cue.first)).flatten())
        .or_else(|| aside().then(|| main_subject(page, cue.first)).flatten())
        .or_else(|| subject_of_verb(page, cue.first, cue.verb))
        .or_else(|| last_speaker(page, cue.first))
        .or_else(|| misread_subject(page, start, cue.first))
}

/// The noun phrase that a sentence begins with, where the verb behind it is read as a participle:
/// `[Brandt's camp] fired back, accusing`.
fn misread_subject(page: &Page<'_>, start: usize, end: usize) -> Option<TokenRange> {
    let subject = page.chunk_from(start)?;
    let verb = whole_end(subject);
    let past = page.tag(verb) == Tag::VBN && page.next_finite(start..end).is_none();
    (past && verb < end).then(|| run(start, verb))
}
