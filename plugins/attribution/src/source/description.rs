//! Noun phrases behind a verb or `according to`, with the appositives, relative clauses and
//! prepositional phrases that describe them.

use sayso_plugin::{Chunk, ChunkKind, Tag, TokenRange, VerbFlags, Words};

use super::LONGEST;
use super::adjacent::PLACES;
use super::phrase::is_time;
use crate::page::{Page, run, whole_end};

/// The source that begins at a token, behind its verb or `according to`: the noun phrase with
/// its appositives and relative clauses.
pub fn after(page: &Page<'_>, first: usize) -> Option<TokenRange> {
    let sentence = page.around(first).end as usize;
    let limit = sentence.min(first + LONGEST);
    // `said retired colonel Ivo Brandt`: a participle or adjective may stand outside the chunk.
    let modifier = Tag::JJ.bit() | Tag::VBN.bit() | Tag::RB.bit() | Tag::DT.bit();
    let head = (first..limit).find(|&i| !page.tag_in(i, modifier) || page.chunk(i).is_some())?;
    let mut end = match page.chunk_from(head).filter(|_| head - first <= 2) {
        Some(chunk) => whole_end(chunk),
        None => capitals_end(page, first, limit)?,
    };
    while let Some(next) = description_end(page, end, limit) {
        end = next;
    }
    Some(page.trimmed(run(first, end.min(limit))))
}

/// Where a name ends whose words are read as other things: `Will Doyle`, `Skip Rutherford`.
fn capitals_end(page: &Page<'_>, first: usize, limit: usize) -> Option<usize> {
    let end = (first..limit)
        .find(|&i| !page.is_capital(i))
        .unwrap_or(limit);
    (end > first).then_some(end)
}

/// The same where what is said follows behind a comma: `according to X, …`.
pub fn after_opening(page: &Page<'_>, first: usize) -> Option<TokenRange> {
    let whole = after(page, first)?;
    let comma = whole.range().find(|&i| page.is_comma(i));
    let Some(comma) = comma else {
        return Some(whole);
    };
    // A description counts only if a comma closes it.
    let closed = page.is_comma(whole.end as usize);
    let clause = page.clause_of_subject(comma + 1).is_some_and(|clause| {
        page.verb_of(clause)
            .is_some_and(|verb| verb.flags.has(VerbFlags::FINITE))
    });
    if closed && !clause {
        return Some(whole);
    }
    Some(run(first, comma))
}

/// Where a description ends that begins here: `, the ministry's spokeswoman`, `, 67`,
/// `, who has seen the report`, `(D-Ohio)`, `for the ministry`.
fn description_end(page: &Page<'_>, at: usize, end: usize) -> Option<usize> {
    if at >= end {
        return None;
    }
    if page.is(at, "(") {
        return (at + 1..end).find(|&i| page.is(i, ")")).map(|i| i + 1);
    }
    // `a person familiar with the talks`, `people close to him`
    if page.tag_in(at, Tag::JJ.bit() | Tag::RB.bit())
        && page.is_any(
            at,
            const { &Words::new(&["aware", "close", "familiar", "near"]) },
        )
        && page.tag_in(at + 1, Tag::IN.bit() | Tag::TO.bit())
    {
        return page.chunk_from(at + 2).map(whole_end);
    }
    // `officials there`
    if page.is_any(at, PLACES) {
        return Some(at + 1);
    }
    // `a Courier/Herald survey`
    if page.is(at, "/") {
        return page.chunk_from(at + 1).map(whole_end);
    }
    // `documents filed by the islanders`, `a lawyer now working for the ministry`
    let participle = at + usize::from(page.tag(at) == Tag::RB);
    if page.tag_in(participle, Tag::VBN.bit() | Tag::VBG.bit()) && page.chunk(at - 1).is_some() {
        return Some(mark_after(page, participle + 1, end));
    }
    if page.tag(at) == Tag::IN
        && page.is_one_of(
            at,
            &[
                "about", "at", "by", "for", "from", "in", "like", "of", "with",
            ],
        )
    {
        let chunk = page.chunk_from(at + 1)?;
        // `quipped Pitt of his role`: what was said is about it.
        let about =
            page.is(at, "of") && page.tag(at + 1) == Tag::PRP_POSSESSIVE && page.is_capital(at - 1);
        let plain = !is_time(page, chunk) && !is_occasion(page, chunk) && !about;
        return plain.then_some(whole_end(chunk));
    }
    let comma = page.is_comma(at);
    let first = at + usize::from(comma);
    if page.tag_in(
        first,
        Tag::WP.bit() | Tag::WP_POSSESSIVE.bit() | Tag::WDT.bit(),
    ) {
        return Some(mark_after(page, first + 1, end));
    }
    if !comma {
        return None;
    }
    let chunk = page.chunk_from(first)?;
    let describes = chunk.kind != ChunkKind::PRONOUN
        && !is_time(page, chunk)
        && page.clause_of_subject(first).is_none();
    describes.then_some(whole_end(chunk))
}

/// `in an interview`, `at a news conference`: where it was said, not who said it.
pub fn is_occasion(page: &Page<'_>, chunk: &Chunk) -> bool {
    const OCCASIONS: &Words = &Words::new(&[
        "announcement",
        "appearance",
        "briefing",
        "call",
        "comment",
        "conference",
        "debate",
        "email",
        "e-mail",
        "essay",
        "event",
        "filing",
        "hearing",
        "interview",
        "letter",
        "meeting",
        "memo",
        "message",
        "news",
        "op-ed",
        "podcast",
        "post",
        "rally",
        "release",
        "remark",
        "report",
        "response",
        "show",
        "speech",
        "statement",
        "testimony",
        "tweet",
        "video",
    ]);
    OCCASIONS.has(page.word(chunk.head as usize).lemma())
}

/// `the April survey`, `a new study`: what somebody looked into.
pub fn is_study(page: &Page<'_>, chunk: &Chunk) -> bool {
    const STUDIES: &[&str] = &[
        "analysis",
        "audit",
        "census",
        "exam",
        "inquiry",
        "investigation",
        "paper",
        "poll",
        "polling",
        "report",
        "research",
        "review",
        "study",
        "survey",
        "test",
    ];
    let head = page.word(chunk.head as usize).lemma();
    STUDIES.iter().any(|word| head.eq_ignore_ascii_case(word))
}

/// The next comma or other mark, or the end.
fn mark_after(page: &Page<'_>, from: usize, end: usize) -> usize {
    (from..end)
        .find(|&i| page.is_mark(i) && !page.is(i, "(") || page.speech_at(i).is_some())
        .unwrap_or(end)
}
