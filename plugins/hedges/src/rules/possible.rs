use sayso_plugin::{ChunkKind, Tag, Word, rule};

use crate::anchor::Anchor;
use crate::clause;
use crate::grammar::{is_negation, is_tagged};
use crate::group;
use crate::mark::{Category, Mark};

rule! {
    /// *Possible* or *potential* before a noun; *possible* of an event.
    ///
    /// > Police prevented a [possible]cue [attack on the parade]scope.
    /// > It was seen as a [potential]cue [threat]scope.
    /// > [A cut]scope was [possible]cue, she said.
    /// > [More rain]scope is [possible]cue on Friday.
    /// >! Do it if a deal is possible.
    /// >! Come as soon as possible.
    /// >! It was the best possible answer.
    /// >! That is not possible.
    pub const RULE: "possible";
}

/// Words that take *possible* to mean all there is.
const UTMOST: [&str; 6] = ["as", "every", "all", "if", "where", "whenever"];

/// A noun, or what describes it.
const NOUN: u64 = Tag::NOUNS | Tag::JJ.bit() | Tag::VBG.bit() | Tag::VBN.bit();

/// Reads one at such an adjective.
pub fn read(anchor: &Anchor<'_>) -> Option<Mark> {
    let utmost = |word: Word<'_>| {
        let superlative = is_tagged(word, Tag::JJS.bit() | Tag::RBS.bit());
        superlative || is_negation(word) || UTMOST.iter().any(|form| word.is(form))
    };
    let attributive = anchor.word.tag() == Tag::JJ && anchor.precedes(|word| is_tagged(word, NOUN));
    if attributive && !anchor.follows(utmost) {
        return Some(anchor.hedge(&RULE, Category::Epistemic, anchor.start()..anchor.end()));
    }
    predicate(anchor)
}

/// *More rain is possible*: of an event, at the end of its clause.
fn predicate(anchor: &Anchor<'_>) -> Option<Mark> {
    let group = group::before(anchor);
    let subject = group
        .before
        .filter(|_| group.be && !group.negated && !group.modal)?
        .chunk()?;
    let event = [ChunkKind::NOUN, ChunkKind::NAME].contains(&subject.kind);
    let timed = ["by", "before", "in", "on", "this", "next"];
    let ends =
        anchor.ends_phrase() || anchor.precedes(|word| timed.iter().any(|form| word.is(form)));
    let condition = |index: u32| {
        let before = index.checked_sub(1).and_then(|at| anchor.at(at as usize));
        before.is_some_and(|word| UTMOST.iter().any(|form| word.is(form)))
    };
    let event = event && !condition(subject.tokens.first) && anchor.word.is("possible");
    (event && ends).then(|| Mark {
        scope: clause::before(anchor, group.first),
        ..anchor.hedge(&RULE, Category::Epistemic, anchor.start()..anchor.end())
    })
}
