use sayso_plugin::{Chunk, ChunkFlags, ChunkKind, ChunkLink, Tag, rule};

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
        None => anchor.word.tag() == Tag::VBG && anchor.entry.lemma.as_ref() != "hint",
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
    let near = nearest(anchor).is_some_and(|near| is_known_evidence(anchor, near));
    if near || is_known_evidence(anchor, subject) {
        return true;
    }
    if anchor.word.tag() == Tag::VBD && !stands_beside(anchor, subject) {
        return false;
    }
    match subject.kind {
        ChunkKind::NOUN if head.tag().is_noun() => head.has(EVIDENCE) || !body && !agent,
        ChunkKind::NUMBER => head.has(EVIDENCE),
        ChunkKind::NAME => head.has(EVIDENCE) || (summed_up || which(anchor)) && !body,
        _ => head.has(EVIDENCE) || summed_up && head.is("we"),
    }
}

/// The chunk before the verb, over *to*.
fn nearest<'d>(anchor: &Anchor<'d>) -> Option<&'d Chunk> {
    let before = group::before(anchor).before?;
    match before.is("to") {
        true => anchor.at(before.index().checked_sub(1)?)?.chunk(),
        false => before.chunk(),
    }
}

/// *Data*, *results*: a noun that is evidence by itself.
fn is_known_evidence(anchor: &Anchor<'_>, chunk: &Chunk) -> bool {
    let noun = [ChunkKind::NOUN, ChunkKind::NAME].contains(&chunk.kind);
    noun && anchor.reading.word(chunk.head as usize).has(EVIDENCE)
}

/// Whether the subject, what belongs to it, or its relative pronoun stands directly before the
/// verb, so that nobody else can have suggested it.
fn stands_beside(anchor: &Anchor<'_>, subject: &Chunk) -> bool {
    let belongs = [ChunkLink::OF, ChunkLink::PREPOSITION];
    nearest(anchor).is_some_and(|near| {
        let noun = anchor.reading.document.lemma(near.head as usize);
        let person = near.flags.has(ChunkFlags::PERSON) || grammar::is_agent(noun);
        let thing = near.kind == ChunkKind::NOUN && belongs.contains(&near.link) && !person;
        near.kind == ChunkKind::WH || near == subject || thing
    })
}

/// *…, which suggests that*.
fn which(anchor: &Anchor<'_>) -> bool {
    let which = group::before(anchor).before;
    which.is_some_and(|word| word.is("which"))
}
