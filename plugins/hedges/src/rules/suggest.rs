use sayso_plugin::{Chunk, ChunkFlags, ChunkKind, Tag, rule};

use crate::anchor::Anchor;
use crate::clause;
use crate::domain::Domain;
use crate::grammar;
use crate::group;
use crate::mark::{Category, Mark};
use crate::rules::belief_verb::put_in_first;
use crate::vocabulary::{BODY, EVIDENCE, WITH_THAT};

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
    /// > Though the figures [suggest]cue [that shoppers leave]scope, sales rose.
    /// > Burn marks [indicated that]cue [it spread]scope.
    /// > We found ash in the shed, [suggesting]cue [that it burned]scope.
    /// > We [suggest]cue [that zinc binds]scope.
    /// >! Lawyers suggest that taxes fell.
    /// >! “We suggest that you leave,” he said.
    /// >! They proposed that taxes fall.
    /// >! Several of them indicated their support.
    /// >! The ministry indicated that taxes fell.
    /// >! He left, suggesting that they follow.
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
        _ if proposes(anchor) => is_authors(anchor),
        _ if anchor.domain == Domain::Scientific || is_authors(anchor) => true,
        Some(subject) => is_evidence(anchor, subject),
        None => anchor.word.tag() == Tag::VBG,
    };
    let first = Some(group::before(anchor)).filter(|group| group.modal);
    let first = first.map_or(anchor.start(), |group| group.first);
    let that = anchor.has(WITH_THAT) && anchor.precedes_word("that");
    let end = anchor.end() + usize::from(that);
    let mut mark = anchor.hedge(&RULE, Category::Epistemic, first..end);
    if anchor.ends_phrase() {
        mark.scope = clause::before(anchor, put_in_first(anchor));
    }
    mark.core.end += u32::from(that);
    shown.then_some(mark)
}

/// *Propose* is no word of evidence.
fn proposes(anchor: &Anchor<'_>) -> bool {
    anchor.entry.lemma.as_ref() == "propose"
}

/// Whether the authors of the text, outside its quotations, give it as their own guess: *we
/// suggest that*.
fn is_authors(anchor: &Anchor<'_>) -> bool {
    let document = anchor.reading.document;
    let quoted = document.tokens[anchor.start()].quotation().is_some();
    let ours = group::before(anchor).pronoun.is_some_and(|it| it.is("we"));
    let guess = proposes(anchor) || anchor.entry.lemma.as_ref() == "suggest";
    let that = anchor.precedes(|next| next.is("that") || next.is("a"));
    !quoted && ours && guess && that
}

/// Whether a subject is evidence and nobody who speaks. Behind a comma the participle goes with
/// all that was said, if that is not what a person did.
fn is_evidence(anchor: &Anchor<'_>, subject: &Chunk) -> bool {
    let head = anchor.reading.word(subject.head as usize);
    let somebody = ChunkFlags::PERSON.with(ChunkFlags::ORGANIZATION);
    let body = subject.flags.has_any(somebody) || head.has(BODY);
    let summed_up = anchor.word.tag() == Tag::VBG && anchor.follows(|word| word.form() == ",");
    let agent = grammar::is_agent(head.lemma()) && !summed_up;
    let nearest = group::before(anchor).before.and_then(|word| word.chunk());
    let near = nearest.is_some_and(|chunk| {
        let noun = chunk.kind == ChunkKind::NOUN;
        noun && anchor.reading.word(chunk.head as usize).has(EVIDENCE)
    });
    near || match subject.kind {
        ChunkKind::NOUN if head.tag().is_noun() => head.has(EVIDENCE) || !body && !agent,
        ChunkKind::NUMBER => true,
        ChunkKind::NAME => (summed_up || which(anchor)) && !body,
        _ => head.has(EVIDENCE) || summed_up && head.is("we"),
    }
}

/// *…, which suggests that*.
fn which(anchor: &Anchor<'_>) -> bool {
    let which = group::before(anchor).before;
    which.is_some_and(|word| word.is("which"))
}
