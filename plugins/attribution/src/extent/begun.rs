//! What the beginning of a clause tells of where it ends.

use sayso_plugin::{ChunkKind, Tag};

use crate::page::Page;

/// Whether a clause has only begun before a comma: `said that during the talks, Brandt had said …`.
pub(super) fn fronts(page: &Page<'_>, first: usize, comma: usize) -> bool {
    page.is_comma(comma)
        && (page.tag_in(first, Tag::IN.bit()) || page.is(first, "regardless"))
        && page.chunk_from(comma + 1).is_some()
        && !(first..comma).any(|i| page.has_finite_verb(i))
}

/// Whether a comma closes what describes the subject, whose verb follows: `said the firm, Norvik,
/// allowed it`.
pub(super) fn awaits_verb(page: &Page<'_>, first: usize, comma: usize) -> bool {
    page.is_comma(comma)
        && page.is_finite(comma + 1)
        && page.chunk_from(first).is_some()
        && page.next_finite(first..comma).is_none()
}

/// Whether a conjunction stands here before the first verb: `said China [and] Russia have agreed`.
pub(super) fn joins_subjects(page: &Page<'_>, first: usize, at: usize) -> bool {
    page.tag(at) == Tag::CC
        && !page.is_finite(at + 1)
        && !(first..at).any(|i| page.has_finite_verb(i))
}

/// Whether the main verb stands here, behind a relative clause that all is said in and that a mark
/// closes: `Duarte, who said he was “late,” [has left]`, `who vowed to “leave,” abruptly [left]`.
fn closes_relative(page: &Page<'_>, first: usize, at: usize) -> bool {
    const LONGEST: usize = 20;
    let relative = Tag::WP.bit() | Tag::WP_POSSESSIVE.bit() | Tag::WDT.bit();
    let verb = at + usize::from(page.tag_in(at, Tag::RB.bit()));
    // A past tense is read as a participle there at times.
    let opens =
        page.is_finite(verb) || page.tag(verb) == Tag::VBN && !page.is_comma(at.wrapping_sub(1));
    if at <= first || !opens || !page.is_behind_comma(at) {
        return false;
    }
    let start = page.around(first).first as usize;
    let from = start.max(first.saturating_sub(LONGEST));
    let pronoun = (from..first).rev().find(|&i| page.tag_in(i, relative));
    pronoun.is_some_and(|pronoun| {
        pronoun > start
            && page.next_finite(start..pronoun).is_none()
            && (start..pronoun).any(|i| page.is_comma(i))
            && !(pronoun..first).any(|i| page.is_comma(i))
    })
}

/// Whether the main clause begins behind a comma and the mark that closes quoted words: `for one who
/// said he was “late,” Duarte [was calm]`.
fn precedes_main(page: &Page<'_>, first: usize, comma: usize) -> bool {
    let begun = || page.tag(first) == Tag::TO || page.next_finite(first..comma).is_some();
    page.is_comma(comma)
        && page.tag(comma + 1) == Tag::QUOTE_CLOSE
        && begun()
        && page.chunk_from(comma + 2).is_some_and(|chunk| {
            chunk.kind != ChunkKind::WH && page.is_finite(chunk.tokens.end as usize)
        })
}

/// Whether a finite verb stands here whose subject stands before all that is said: `those that want
/// [to leave] can go`.
fn has_outer_subject(page: &Page<'_>, first: usize, verb: usize) -> bool {
    if verb <= first || !page.is_finite(verb) {
        return false;
    }
    // `a letter urging [them to leave] has come`
    let urging = first > 0 && page.tag(first - 1) == Tag::VBG;
    let infinitive = |i: usize| page.tag(i) == Tag::TO;
    let whole = page.tag(first) == Tag::TO
        || page.next_finite(first..verb).is_some()
        || urging && (first..verb).any(infinitive);
    let clause = page.clause_of_verb(verb);
    let subject = clause.and_then(|clause| page.chunk_number(clause.subject));
    // `any firm making [a bold move, as Norvik did,] fails`
    let aside = || (first..verb - 1).any(|i| page.is_comma(i));
    let joined = page.tag(verb - 1) == Tag::CC || page.is_comma(verb - 1) && !aside();
    whole && subject.is_some_and(|subject| (subject.tokens.end as usize) < first) && !joined
}

/// Whether a clause around all that is said goes on here.
pub(super) fn is_outside(page: &Page<'_>, first: usize, at: usize) -> bool {
    has_outer_subject(page, first, at)
        || closes_relative(page, first, at)
        || precedes_main(page, first, at)
}

/// Whether the writer adds what is so now to what was said to have been so: `he would not back
/// Brandt, who is to face Duarte`.
pub(super) fn adds_fact(page: &Page<'_>, first: usize, comma: usize) -> bool {
    const NEAR: usize = 4;
    let relative = Tag::WDT.bit() | Tag::WP.bit();
    if !page.tag_in(comma + 1, relative) && !page.is(comma + 1, "where") {
        return false;
    }
    let past =
        |i: usize| page.tag(i) == Tag::VBD || page.is_one_of(i, &["could", "would", "might"]);
    let told = page.next_finite(first..comma);
    let fact = page.next_finite(comma + 2..comma + 2 + NEAR);
    told.is_some_and(past) && fact.is_some_and(|i| !past(i))
}
