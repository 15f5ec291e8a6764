//! Whether a noun phrase behind a cue is the subject of a clause: `said [the plan he drew up] was
//! dead`, but not `drew up [the plan he had announced]`.

use sayso_plugin::{ChunkFlags, ChunkKind, Tag, TokenRange, VerbFlags, Words};

use crate::extent::speaks_with_subject;
use crate::page::Page;
use crate::words::{ACCUSATIVE, NOMINATIVE, THAT};

/// Whether the chunk at a token is the subject of a finite verb.
pub fn starts_clause(page: &Page<'_>, at: usize, end: usize) -> bool {
    let Some(chunk) = page.chunk_from(at) else {
        return false;
    };
    if chunk.kind == ChunkKind::EXISTENTIAL || page.is_any(at, NOMINATIVE) {
        return true;
    }
    // `those who know [her] called it a mistake`
    if chunk.tokens.len() == 1 && page.is_any(at, ACCUSATIVE) {
        return false;
    }
    verb_of_subject(page, chunk.tokens.end as usize, end).is_some()
}

/// Words that open a clause of their own.
pub const SUBORDINATORS: &Words = &Words::new(&[
    "although", "because", "if", "once", "though", "unless", "until", "when", "whether", "while",
]);

/// The finite verb whose subject ends at a token, behind what describes the subject.
pub fn verb_of_subject(page: &Page<'_>, from: usize, end: usize) -> Option<usize> {
    const LONGEST: usize = 60;
    let modifier = Tag::IN.bit()
        | Tag::VBG.bit()
        | Tag::VBN.bit()
        | Tag::RB.bit()
        | Tag::RBR.bit()
        | Tag::RBS.bit()
        | Tag::CC.bit()
        | Tag::JJ.bit()
        | Tag::JJR.bit()
        | Tag::JJS.bit()
        | Tag::CD.bit()
        | Tag::DT.bit()
        | Tag::PRP_POSSESSIVE.bit()
        | Tag::QUOTE_OPEN.bit()
        | Tag::QUOTE_CLOSE.bit()
        | Tag::RP.bit()
        | Tag::POS.bit()
        | Tag::TO.bit();
    let relative = Tag::WDT.bit() | Tag::WP.bit() | Tag::WP_POSSESSIVE.bit();
    let (mut at, mut relatives) = (from, 0);
    let limit = end.min(from + LONGEST);
    while at < limit {
        // `the days when the nation had a story are gone`: it describes the subject.
        let subordinates = page.is_any(at, SUBORDINATORS);
        let describes = subordinates && at == from && page.is(at, "when");
        if subordinates && !describes {
            return None;
        }
        // `predicted a recovery and said so`: the verb goes on with another subject.
        if page.tag(at) == Tag::CC && page.is_finite(at + 1) {
            return None;
        }
        if let Some(speech) = page.speech_at(at) {
            // `said Duarte “has no plan”`: the verb is quoted.
            if at == from || relatives == 0 && begins_with_verb(page, page.speeches[speech].tokens)
            {
                return Some(at);
            }
            at = (page.speeches[speech].tokens.end as usize).max(at + 1);
        } else if relatives == 0 && is_quoted_verb(page, at) {
            return Some(at);
        } else if page.is_finite(at) {
            if relatives == 0 {
                return Some(at);
            }
            relatives -= 1;
            at = page.verb_group(at)?.tokens.end as usize;
        } else if page.tag(at) == Tag::IN && page.is_any(at, THAT) {
            return None;
        } else if page.tag_in(at, relative) || page.is_any(at, THAT) || describes {
            relatives += 1;
            at += 1;
        } else if let Some(chunk) = page.chunk_from(at) {
            // `the plan he announced`: a second subject opens a relative clause.
            let next = chunk.tokens.end as usize;
            let time = chunk.flags.has(ChunkFlags::TIME);
            let directly = page.chunk(at - 1).is_some() && relatives == 0 && !time;
            relatives += usize::from(directly && page.is_finite(next));
            at = next;
        } else if page.is_comma(at) && page.tag(at - 1) == Tag::JJ && page.tag(at + 1) == Tag::JJ {
            at += 1;
        } else if page.is_comma(at) {
            if speaks_with_subject(page, at + 1, end) {
                return None;
            }
            at = closing(page, at, limit, |i| page.is_comma(i))?;
        } else if page.is_break(at) && !page.is(at, ";") {
            at = closing(page, at, limit, |i| page.is_break(i))?;
        } else if let Some(group) = page.verb_group(at) {
            at = (group.tokens.end as usize).max(at + 1);
        } else if page.tag_in(at, modifier) || page.is(at, "(") || page.is(at, ")") {
            at += 1;
        } else {
            return None;
        }
    }
    None
}

/// Whether one quoted word is the verb between a subject and its object: `Brandt “founded” the gang`.
fn is_quoted_verb(page: &Page<'_>, at: usize) -> bool {
    let object = Tag::DT.bit() | Tag::PRP.bit() | Tag::PRP_POSSESSIVE.bit() | Tag::NNP.bit();
    let subject = at > 0 && page.chunk(at - 1).is_some();
    page.tag(at) == Tag::QUOTE_OPEN
        && subject
        && page.tag_in(
            at + 1,
            Tag::VBD.bit() | Tag::VBN.bit() | Tag::VBZ.bit() | Tag::VBP.bit(),
        )
        && page.tag(at + 2) == Tag::QUOTE_CLOSE
        && page.tag_in(at + 3, object)
}

/// Whether a speech is a predicate: `“is going to help us”`.
pub fn begins_with_verb(page: &Page<'_>, speech: TokenRange) -> bool {
    let first = speech.first as usize + 1;
    let group = page.reading.document.verb_group(first);
    // `suggested that he “resign at once”`
    let to = first > 1 && page.tag(first - 2) == Tag::TO;
    let bare = || !to && page.reading.word(first).tag() == Tag::VB;
    group.is_some_and(|g| {
        g.tokens.first as usize == first && (g.flags.has(VerbFlags::FINITE) || bare())
    })
}

/// After the comma or dash that closes what another opens: an appositive or relative clause.
fn closing(
    page: &Page<'_>,
    open: usize,
    limit: usize,
    closes: impl Fn(usize) -> bool,
) -> Option<usize> {
    const LONGEST: usize = 40;
    (open + 1..limit.min(open + LONGEST))
        .take_while(|&i| page.outside(i).is_some())
        .find(|&i| closes(i))
        .map(|close| close + 1)
}
