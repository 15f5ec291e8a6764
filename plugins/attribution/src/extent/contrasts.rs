//! Where somebody else has the word, or the writer goes against what was said.

use sayso_plugin::{ChunkFlags, Tag, Words};

use super::ends::tells_time;
use super::opens::is_cue_participle;
use super::speaks::{cue_verb, main_cue};
use crate::complement::verb_of_subject;
use crate::frames::Frames;
use crate::page::{Page, whole_end};
use crate::source;

/// `while adding`
const ADDING: &Words = &Words::new(&[
    "acknowledging",
    "adding",
    "admitting",
    "conceding",
    "emphasizing",
    "insisting",
    "noting",
    "saying",
    "stressing",
]);

/// Whether somebody else speaks behind a comma, or the writer contradicts: `, as Duarte put it`,
/// `, despite what Duarte said`.
pub(super) fn leaves_words(page: &Page<'_>, next: usize) -> bool {
    page.is(next, "as") && tells_who(page, next + 1)
        || page.is(next, "despite")
            && (page.is(next + 1, "what") || is_cue_participle(page, next + 1))
        || contrasts(page, next)
        || page.is(next, "before") && is_cue_participle(page, next + 1)
}

/// Whether a subject and its verb of speech stand here, and no more than a time: `Duarte said on
/// Monday`, `one lawyer put it`.
fn tells_who(page: &Page<'_>, subject: usize) -> bool {
    let Some(verb) = page.chunk_from(subject).map(whole_end) else {
        return false;
    };
    let Some(group) = page.verb_group(verb) else {
        return false;
    };
    let behind = group.tokens.end as usize;
    let put = page.word(group.main as usize).lemma() == "put" && page.is(behind, "it");
    put || source::speaks(page, verb) && (page.is_mark(behind) || tells_time(page, behind))
}

/// Whether a contrast is opened in which somebody else speaks, or the same goes on: `although Duarte
/// said`, `even though he said`, `while adding`.
pub(super) fn contrasts(page: &Page<'_>, at: usize) -> bool {
    const OPENERS: &Words = &Words::new(&["although", "though", "whereas", "while"]);
    let opener = at + usize::from(page.is(at, "even"));
    page.is_any(opener, OPENERS) && contrasts_speaker(page, opener + 1)
        || page.is(at, "while") && page.is_any(at + 1, ADDING)
}

/// Whether another speaker stands here with a verb of speech: `, while [Duarte said]`. Shares of
/// those asked belong to what a poll found.
pub(super) fn contrasts_speaker(page: &Page<'_>, subject: usize) -> bool {
    page.chunk_from(subject).is_some_and(|chunk| {
        let number = chunk.flags.has(ChunkFlags::NUMBER) && !chunk.flags.has(ChunkFlags::NAME);
        let end = page.around(subject).end as usize;
        let verb = verb_of_subject(page, chunk.tokens.end as usize, end);
        // `even as he doubts it`
        let even = || (subject.saturating_sub(2)..subject).any(|i| page.is(i, "even"));
        let told = |verb| source::speaks(page, verb) || even() && reports(page, verb);
        !number && verb.is_some_and(told)
    })
}

/// Whether a verb goes with *that* and a clause.
fn reports(page: &Page<'_>, verb: usize) -> bool {
    main_cue(page, verb).is_some_and(|(_, frames)| frames.has(Frames::THAT))
}

/// Whether somebody gives it a name behind a relative pronoun: `which he called “a mess”`.
pub fn names_it(page: &Page<'_>, pronoun: usize) -> bool {
    let verb = page.chunk_from(pronoun + 1).map(whole_end);
    let Some(group) = verb.and_then(|verb| page.verb_group(verb)) else {
        return false;
    };
    let next = group.main as usize + 1;
    let Some((_, frames)) = cue_verb(page, group.main as usize) else {
        return false;
    };
    let judgement = Tag::JJ.bit() | Tag::DT.bit() | Tag::RB.bit();
    let judges = || page.is_quoted(next) || page.tag_in(next, judgement);
    frames.has(Frames::OBJECT_COMPLEMENT) && judges()
        || frames.has(Frames::AS) && page.is(next, "as")
        || frames.has(Frames::OF) && page.is(next, "of")
}
