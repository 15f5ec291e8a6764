//! Noun phrases right before a verb.

use sayso_plugin::{ChunkKind, ChunkLink, Tag, TokenRange, Words};

use super::is_main;
use super::phrase::{is_time, name_start, subordinates};
use crate::complement::is_subject_pronoun;
use crate::page::{Page, run};
use crate::words::NOMINATIVE;

/// Words that may stand between a subject and its verb.
pub(super) const BEHIND_NOUNS: &Words = &Words::new(&["all", "both", "each"]);

/// Adverbs that tell where the people are that a noun names.
pub(super) const PLACES: &Words = &Words::new(&["here", "there"]);

/// `Duarte herself`
const REFLEXIVES: &Words = &Words::new(&["herself", "himself", "itself", "themselves"]);

/// A noun phrase right before the verb that nothing joins to the words before it.
pub(super) fn adjacent(page: &Page<'_>, verb: usize) -> Option<TokenRange> {
    let start = page.around(verb).first as usize;
    let end = behind_subject(page, start, verb);
    if let Some(first) = odd_name(page, start, end) {
        return Some(run(first, end));
    }
    let last = end.checked_sub(1).filter(|&i| i >= start)?;
    // `Duarte herself`, `officials there`
    let added = page.is_any(last, REFLEXIVES) || page.is_any(last, PLACES);
    let noun = last.checked_sub(1).filter(|&i| added && i >= start);
    let chunk = noun
        .and_then(|i| page.chunk(i))
        .or_else(|| page.chunk(last))?;
    let first = chunk.tokens.first as usize;
    let joined =
        Tag::IN.bit() | Tag::TO.bit() | Tag::CC.bit() | Tag::PRP_POSSESSIVE.bit() | Tag::VERBS;
    let opens = first == start || first == start + 1 && page.tag(start) == Tag::CC;
    let free = opens || !page.tag_in(first - 1, joined) || subordinates(page, first - 1);
    let nominative = is_subject_pronoun(page, first);
    let free = free || nominative && page.tag(first - 1) != Tag::CC;
    // `she and another reporter said`
    let both =
        first >= start + 2 && page.tag(first - 1) == Tag::CC && page.is_any(first - 2, NOMINATIVE);
    if both {
        return Some(run(first - 2, end));
    }
    let apart = opens_second_clause(page, start, first);
    let listed = chunk.link == ChunkLink::COORDINATION && !apart;
    let is_thing = chunk.kind == ChunkKind::EXISTENTIAL || is_time(page, chunk);
    ((free || apart) && !listed && !is_thing).then(|| run(name_start(page, start, first), end))
}

/// Whether a noun phrase behind a conjunction begins a clause of its own, as the phrase before is
/// governed by a preposition in a clause that has its verb: `it was found in Velm and police said`.
fn opens_second_clause(page: &Page<'_>, start: usize, first: usize) -> bool {
    if first < start + 3 || page.tag(first - 1) != Tag::CC {
        return false;
    }
    let Some(before) = page.chunk(first - 2) else {
        return false;
    };
    let governor = (before.tokens.first as usize)
        .checked_sub(1)
        .filter(|&i| i > start);
    // `leaders of Velm and Norin`: what *of* and *for* govern belongs to a noun.
    let of = |i: usize| page.is_one_of(i, &["of", "for"]);
    let governed = governor.filter(|&i| page.tag(i) == Tag::IN && !subordinates(page, i) && !of(i));
    governed.is_some_and(|governor| {
        (start..governor).any(|i| page.is_finite(i) && is_main(page, i))
            && page.chunk_from(first).is_some()
    })
}

/// Where the subject of a verb ends, adverbs and times apart: `Police | on Friday said`.
pub(super) fn behind_subject(page: &Page<'_>, start: usize, verb: usize) -> usize {
    let mut end = verb;
    while end > start {
        let time = page.chunk(end - 1).filter(|chunk| is_time(page, chunk));
        match time {
            Some(chunk) if chunk.tokens.first as usize > start => {
                let first = chunk.tokens.first as usize;
                // `Police on Friday said`
                end = first - usize::from(first > start + 1 && page.is(first - 1, "on"));
            }
            // `Officials there`
            _ if page.is_any(end - 1, PLACES) && follows_noun(page, end - 1) => break,
            // `Police earlier said`
            _ if page.tag_in(end - 1, Tag::RB.bit()) || page.is(end - 1, "earlier") => end -= 1,
            // `she repeatedly, openly criticized`
            _ if end < verb
                && page.is_comma(end - 1)
                && page.tag_in(end, Tag::RB.bit())
                && page.tag_in(end.wrapping_sub(2), Tag::RB.bit()) =>
            {
                end -= 1
            }
            // `they all voted`
            _ if page.is_any(end - 1, BEHIND_NOUNS) && follows_noun(page, end - 1) => {
                end -= 1;
            }
            // `they have both urged`
            _ if page.is_any(end - 1, BEHIND_NOUNS)
                && end >= start + 2
                && page.is_finite(end - 2) =>
            {
                end -= 2;
            }
            _ => break,
        }
    }
    end
}

/// Where a name begins that is read as something else and ends before a token: `Tad [Devine]`.
pub(super) fn odd_name(page: &Page<'_>, start: usize, end: usize) -> Option<usize> {
    let last = end.checked_sub(1).filter(|&last| last > start)?;
    let odd = page.is_capital(last)
        && page.chunk(last).is_none()
        && page.tag_in(
            last,
            Tag::JJ.bit() | Tag::VBG.bit() | Tag::NN.bit() | Tag::RB.bit(),
        );
    if !odd {
        return None;
    }
    let is_part = |&i: &usize| page.is_capital(i) && page.tag(i) != Tag::CC;
    let first = (start..end).rev().take_while(is_part).last()?;
    let joined = Tag::IN.bit() | Tag::QUOTE_OPEN.bit() | Tag::NOUNS;
    (first == start || !page.tag_in(first - 1, joined)).then_some(first)
}

/// Whether a noun phrase ends before a token: `they [all] voted`.
fn follows_noun(page: &Page<'_>, at: usize) -> bool {
    at.checked_sub(1)
        .is_some_and(|before| page.chunk(before).is_some())
}
