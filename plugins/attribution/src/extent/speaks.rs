//! Verbs of speech that follow: somebody else has the word, or the same goes on.

use sayso_plugin::{Tag, VerbFlags, Words};

use crate::cue::Cue;
use crate::frames::Frames;
use crate::page::{Page, whole_end};
use crate::source;
use crate::words::CUE;

/// `… according to`.
pub(super) fn is_according(page: &Page<'_>, at: usize) -> bool {
    const ACCORDING: &Words = &Words::new(&["according"]);
    page.is_any(at, ACCORDING) && page.is(at + 1, "to")
}

/// A verb of speech follows whose subject is that of the sentence: `, adding that`, `and said`.
pub(super) fn speaks(page: &Page<'_>, at: usize) -> bool {
    let participles = Tag::VBG.bit() | Tag::VBN.bit();
    if page.is(at, "did") {
        return cue_verb(page, at + 1).is_some();
    }
    match cue_verb(page, at) {
        Some((Tag::VBD, _)) => true,
        Some((Tag::VBN, _)) if is_past_tense(page, at) => true,
        Some((tag, frames)) => tag.is_in(participles | Tag::VBZ.bit()) && frames.has(Frames::QUOTE),
        None => false,
    }
}

/// Whether the source is said not to tell more: `but would not say`.
pub(super) fn is_silent(page: &Page<'_>, at: usize) -> bool {
    page.is_finite(at)
        && !page.is(at, "will")
        && source::speaks(page, at)
        && page
            .verb_group(at)
            .is_some_and(|group| group.flags.has(VerbFlags::NEGATED))
}

/// Whether a participle behind a conjunction must be a past tense, as an object follows it and no
/// other participle goes before: `backed Velmar and called on all sides`.
fn is_past_tense(page: &Page<'_>, at: usize) -> bool {
    let object = Tag::DT.bit() | Tag::PRP.bit() | Tag::PRP_POSSESSIVE.bit() | Tag::NNP.bit();
    let other = Tag::VBN.bit() | Tag::VBG.bit() | Tag::JJ.bit();
    let next = at + 1 + usize::from(page.is_one_of(at + 1, &["on", "for"]));
    at > 1 && page.tag_in(next, object) && !page.tag_in(at - 2, other)
}

/// The same behind a comma, which may close a relative clause: only a verb that goes before its
/// subject, `, said Duarte`, ends the clause there.
pub(super) fn speaks_behind_comma(page: &Page<'_>, at: usize) -> bool {
    const JUDGES: Frames = Frames::QUOTE
        .or(Frames::OBJECT_COMPLEMENT)
        .or(Frames::OF)
        .or(Frames::AS);
    cue_verb(page, at).is_some_and(|(tag, frames)| match tag {
        Tag::VBG => frames.has(JUDGES),
        Tag::VBN => false,
        _ => frames.has(Frames::INVERTED),
    })
}

/// The tag and the frames of a cue verb behind adverbs.
pub(super) fn cue_verb(page: &Page<'_>, at: usize) -> Option<(Tag, Frames)> {
    let verb = (at..at + 3).find(|&i| !page.tag_in(i, Tag::RB.bit()))?;
    let word = page.outside(verb).filter(|word| word.has(CUE))?;
    let frames = page.grammar.frames(word.entry()?);
    word.tag().is_verb().then_some((word.tag(), frames))
}

/// The same of the main verb of the group that begins at a token.
pub(super) fn main_cue(page: &Page<'_>, verb: usize) -> Option<(Tag, Frames)> {
    cue_verb(page, page.verb_group(verb)?.main as usize)
}

/// A subject and its verb of speech follow: `and he said`, `, the minister said.`
pub fn speaks_with_subject(page: &Page<'_>, at: usize, end: usize) -> bool {
    let Some(chunk) = page.chunk_from(at) else {
        return false;
    };
    let verb = whole_end(chunk);
    verb < end
        && page.is_finite(verb)
        && page.verb_group(verb).is_some_and(|group| {
            let main = group.main as usize;
            page.outside(main).is_some_and(|word| word.has(CUE))
                && Cue::at(page, main).is_some_and(|cue| cue.has(Frames::INVERTED.or(Frames::THAT)))
        })
}
