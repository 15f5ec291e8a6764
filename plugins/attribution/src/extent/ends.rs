//! Which words no longer belong to a clause, an infinitive or a phrase. Asked only of the edges that
//! the page knows (`landmarks.rs`) and of what stands right behind quoted words.

use sayso_plugin::{ChunkLink, Tag, VerbFlags, Words};

use super::comments::{comments, disputes};
use super::contrasts::{contrasts, contrasts_speaker, leaves_words, names_it};
use super::opens::is_cue_participle;
use super::speaks::{
    cue_verb, is_according, is_silent, speaks, speaks_behind_comma, speaks_with_subject,
};
use crate::complement::verb_of_subject;
use crate::page::{Page, whole_end};
use crate::source::{is_occasion, is_time};

/// Conjunctions and prepositions that begin what no longer belongs to a phrase.
const AFTER_PHRASE: &Words = &Words::new(&[
    "after",
    "amid",
    "although",
    "because",
    "before",
    "but",
    "despite",
    "during",
    "following",
    "though",
    "until",
    "when",
    "while",
]);

/// Words that go on with what belongs to a phrase behind a comma.
const EXAMPLES: &Words = &Words::new(&["especially", "including", "like", "particularly", "such"]);

/// `when asked`
const ASKED: &Words = &Words::new(&["asked", "contacted", "pressed", "questioned", "reached"]);

/// `while Duarte said`
const WHILE: &Words = &Words::new(&["while"]);

/// `ahead of`
const AHEAD: &Words = &Words::new(&["ahead"]);

/// Whether a clause ends before this token.
pub(super) fn ends_clause(page: &Page<'_>, at: usize, end: usize) -> bool {
    if page.is_break(at) {
        return true;
    }
    match page.tag(at) {
        Tag::COMMA if page.tag(at + 1) == Tag::QUOTE_CLOSE => {
            disputes(page, at + 2)
                || leaves_words(page, at + 2)
                || speaks_with_subject(page, behind_time(page, at + 2), end)
        }
        Tag::COMMA => comma_ends_clause(page, at + 1, end),
        Tag::CC => {
            speaks(page, at + 1)
                || speaks_with_subject(page, at + 1, end)
                || is_silent(page, at + 1)
        }
        Tag::IN if page.is_any(at, WHILE) => contrasts(page, at),
        // `was “late” before asking for more`
        Tag::IN => {
            page.tag(at + 1) == Tag::VBG && page.is(at, "before") && follows_mention(page, at)
        }
        // `even as the council said`
        Tag::RB => page.is(at + 1, "as") && page.is(at, "even") && contrasts_speaker(page, at + 2),
        Tag::VBG => is_according(page, at),
        _ => false,
    }
}

/// Whether all that is reported ends before this token.
pub(super) fn ends_report(page: &Page<'_>, at: usize, end: usize) -> bool {
    page.is_break(at)
        || is_according(page, at)
        || page.tag_in(at, Tag::COMMA.bit() | Tag::CC.bit())
            && speaks_with_subject(page, at + 1, end)
}

fn comma_ends_clause(page: &Page<'_>, next: usize, end: usize) -> bool {
    if next >= end {
        return false;
    }
    let speaks =
        speaks_behind_comma(page, next) || speaks_with_subject(page, behind_time(page, next), end);
    if is_according(page, next)
        || speaks && !is_modal(page, next)
        || tells_occasion(page, next)
        || comments(page, next)
        || leaves_words(page, next)
        || page.is(next, "even")
            && page.is(next + 1, "as")
            && page.clause_of_subject(next + 2).is_some()
        || page.is(next, "however") && page.clause_of_subject(next + 1).is_some()
        || page.tag_in(next, Tag::WDT.bit() | Tag::WP.bit()) && names_it(page, next)
    {
        return true;
    }
    match page.tag(next) {
        Tag::CC => {
            page.is_finite(next + 1)
                || page.tag(next + 1) == Tag::PRP
                || page.is(next, "but") && page.clause_of_subject(next + 1).is_some()
                // `, but when asked about it, he said`
                || page.is(next + 1, "when") && page.tag(next + 2) == Tag::VBN
        }
        _ => false,
    }
}

/// Behind words that tell when: `, on Tuesday night [he said]`.
fn behind_time(page: &Page<'_>, next: usize) -> usize {
    let governed = page
        .tag_in(next, Tag::IN.bit())
        .then(|| page.chunk_from(next + 1))
        .flatten();
    governed
        .filter(|chunk| is_time(page, chunk))
        .map_or(next, whole_end)
}

/// Whether the verb of a subject has `will`, `would`: `China, Brazil and India should say`.
fn is_modal(page: &Page<'_>, subject: usize) -> bool {
    let verb = page.chunk_from(subject).map(whole_end);
    let group = verb.and_then(|verb| page.verb_group(verb));
    group.is_some_and(|group| group.flags.has(VerbFlags::MODAL))
}

/// Whether a phrase ends before this token.
pub(super) fn ends_phrase(page: &Page<'_>, at: usize, end: usize) -> bool {
    if page.is_break(at) || follows_mention(page, at) && tells_time(page, at) {
        return true;
    }
    match page.tag(at) {
        Tag::COMMA => {
            speaks_behind_comma(page, at + 1)
                || !goes_on_as_list(page, at, end)
                    && !lists_quotations(page, at, end)
                    && !page.is_any(at + 1, EXAMPLES)
        }
        Tag::CC => {
            page.is_finite(at + 1)
                || page.is(at + 1, "that") && page.clause_of_subject(at + 2).is_some()
                || speaks(page, at + 1)
                || page.tag(at + 1) == Tag::VBG && page.chunk(at + 1).is_none()
                || follows_mention(page, at) && cue_verb(page, at + 1).is_some()
                || speaks_with_subject(page, at + 1, end)
        }
        Tag::IN | Tag::WRB | Tag::VBG => {
            page.is_any(at, AFTER_PHRASE)
                || tells_occasion(page, at)
                || follows_mention(page, at) && is_cue_participle(page, at)
                || page.clause_of_subject(at + 1).is_some() && page.is(at, "as")
        }
        Tag::RB => page.is_any(at, AHEAD) && page.is(at + 1, "of"),
        _ => false,
    }
}

/// `as a “decent man” Tuesday`
pub(super) fn tells_time(page: &Page<'_>, at: usize) -> bool {
    page.chunk_from(at)
        .is_some_and(|chunk| is_time(page, chunk))
}

/// Whether the last word before a token stands in quotation marks.
fn follows_mention(page: &Page<'_>, at: usize) -> bool {
    at > 0 && (page.tag(at - 1) == Tag::QUOTE_CLOSE || page.speech_at(at - 1).is_some())
}

/// `in an interview`, `at a rally`: where it was said.
fn tells_occasion(page: &Page<'_>, at: usize) -> bool {
    const PREPOSITIONS: &Words = &Words::new(&["at", "during", "in", "on"]);
    page.is_any(at, PREPOSITIONS)
        && page
            .chunk_from(at + 1)
            .is_some_and(|chunk| is_occasion(page, chunk))
}

/// `her “long experience,” “firm grasp” and skill`: another mention follows the comma in one. `a
/// “sincere” bond, a “close relationship” and trust`: another phrase with a mention, and a last one.
fn lists_quotations(page: &Page<'_>, comma: usize, end: usize) -> bool {
    const LONGEST: usize = 20;
    let article = Tag::DT.bit() | Tag::PRP_POSSESSIVE.bit();
    let next = comma + 1 + usize::from(page.tag(comma + 1) == Tag::CC);
    let member = page.tag_in(next, article) && page.is_quoted(next + 1);
    let last =
        || next > comma + 1 || (next..end.min(next + LONGEST)).any(|i| page.tag(i) == Tag::CC);
    page.tag(comma + 1) == Tag::QUOTE_CLOSE && page.is_quoted(comma + 2) || member && last()
}

/// Whether the words behind a comma are further members of a list: `Russia and Europe`.
fn goes_on_as_list(page: &Page<'_>, comma: usize, end: usize) -> bool {
    let next = comma + 1 + usize::from(page.tag(comma + 1) == Tag::CC);
    if next >= end {
        return false;
    }
    // `tariffs, quotas and bans`: what has no article is no afterthought.
    let bare = next == comma + 1
        && page.tag_in(next, Tag::NN.bit() | Tag::NNS.bit() | Tag::JJ.bit())
        && !page.is_one_of(next, &["something", "anything"]);
    page.chunk_from(next).is_some_and(|chunk| {
        (chunk.link == ChunkLink::COORDINATION || bare)
            && page.clause_of_subject(next).is_none()
            && !page.is_finite(whole_end(chunk))
    }) || page.tag(comma.wrapping_sub(1)) == Tag::JJ && page.tag(next) == Tag::JJ
}

/// Whether an infinitive ends before this token.
pub(super) fn ends_infinitive(page: &Page<'_>, at: usize, end: usize) -> bool {
    // `as “unfair,” has left`, `as “new” left them in doubt`
    let quoted = at > 1 && page.speech_at(at - 1).is_some() && page.word(at - 2).is(",")
        || at > 1 && page.tag(at - 1) == Tag::QUOTE_CLOSE;
    let mention = follows_mention(page, at);
    ends_clause(page, at, end)
        || quoted && page.is_finite(at)
        || mention && (tells_time(page, at) || tells_occasion(page, at))
        // `to say more when asked`
        || page.is(at, "when") && page.is_any(at + 1, ASKED)
        || page.is(at, "despite") && is_cue_participle(page, at + 1)
        || page.tag(at) == Tag::CC && (page.is_finite(at + 1) || is_subject(page, at + 1, end))
        || page.tag(at) == Tag::COMMA && comma_ends_infinitive(page, at, end)
}

/// Whether a noun phrase stands here with its finite verb behind it; behind quoted words, also behind
/// what describes it.
fn is_subject(page: &Page<'_>, at: usize, end: usize) -> bool {
    page.chunk_from(at).is_some_and(|chunk| {
        let behind = chunk.tokens.end as usize;
        let verb = behind + usize::from(page.tag_in(behind, Tag::RB.bit()));
        let described = || verb_of_subject(page, behind, end).is_some();
        page.is_finite(verb) || follows_mention(page, at - 1) && described()
    })
}

/// A subject, a verb, a relative clause or a contrast behind a comma: `to pay, the governor said`.
fn comma_ends_infinitive(page: &Page<'_>, comma: usize, end: usize) -> bool {
    let next = comma + 1;
    let opens = Tag::DT.bit() | Tag::PRP.bit() | Tag::WDT.bit() | Tag::WP.bit();
    let contrast = ["although", "though", "while", "even", "despite"];
    // `as “unfair,” [has left]`
    let behind = next + usize::from(page.tag(next) == Tag::QUOTE_CLOSE);
    page.is_one_of(behind, &contrast)
        || page.is_finite(behind)
        || is_subject(page, next, end) && !goes_on_as_list(page, comma, end)
        || page.tag_in(next, opens) && !goes_on_as_list(page, comma, end)
}
