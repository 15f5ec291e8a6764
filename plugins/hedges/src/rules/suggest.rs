use sayso_plugin::{Chunk, ChunkFlags, ChunkKind, Tag, rule};

use crate::anchor::Anchor;
use crate::clause;
use crate::domain::Domain;
use crate::grammar;
use crate::group;
use crate::mark::{Category, Mark};
use crate::rules::belief_verb::put_in_first;
use crate::vocabulary::{EVIDENCE, WITH_THAT};

rule! {
    /// *Suggest*, *indicate*, *imply*, said of evidence. Said of a person they
    /// attribute, and are no hedge.
    ///
    /// > The data [suggest]cue [that prices fell]scope.
    /// > Prices fell, [suggesting]cue [a weaker market]scope.
    /// > Early polls from the north [indicate]cue [a close race]scope.
    /// >! The senator suggested that taxes fell.
    /// > These assays strongly [suggest]cue [a role for zinc]scope.
    /// >! He suggested a walk.
    /// >! Lawyers suggest that taxes fell.
    pub const RULE: "suggest";
}

/// Reads one at such a verb.
pub fn read(anchor: &Anchor<'_>) -> Option<Mark> {
    if !anchor.word.tag().is_verb() {
        return None;
    }
    let document = anchor.reading.document;
    let subject = grammar::subject(document, anchor.start());
    let shown = match subject {
        _ if anchor.domain == Domain::Scientific => true,
        Some(subject) => is_evidence(anchor, subject),
        None => anchor.word.form().ends_with("ing"),
    };
    let first = Some(group::before(anchor)).filter(|group| group.modal);
    let first = first.map_or(anchor.start(), |group| group.first);
    let mut mark = anchor.hedge(&RULE, Category::Epistemic, first..anchor.end());
    if anchor.ends_phrase() {
        mark.scope = clause::before(anchor, put_in_first(anchor));
    }
    mark.core.end += u32::from(anchor.has(WITH_THAT) && anchor.precedes_word("that"));
    shown.then_some(mark)
}

/// Whether a subject is evidence and nobody who speaks.
fn is_evidence(anchor: &Anchor<'_>, subject: &Chunk) -> bool {
    let head = anchor.reading.word(subject.head as usize);
    let speaks = ChunkFlags::PERSON.with(ChunkFlags::ORGANIZATION);
    let noun = [ChunkKind::NOUN, ChunkKind::NUMBER].contains(&subject.kind);
    let told = anchor.word.tag() == Tag::VBD;
    head.has(EVIDENCE) || noun && !told && !subject.flags.has_any(speaks)
}
