use sayso_plugin::{Shape, TokenKind, rule};

use crate::anchor::Anchor;
use crate::clause;
use crate::mark::{Category, Mark};
use crate::vocabulary::{ADVERB, AUXILIARY, BE, DETERMINER, HAVE, PREPOSITION, SUBJECT, WH};

rule! {
    /// An adjective before a noun that says the noun is only someone's word for it: *alleged*,
    /// *so-called*, *perceived*.
    ///
    /// > The [alleged]cue [ringleader]scope of the gang fled.
    /// > He named a string of [perceived]cue [slights]scope by the board.
    /// > The [so-called]cue [peace dividend]scope of the treaty never came.
    /// >! She alleged that he lied.
    /// >! The fraud alleged by the state was small.
    pub const RULE: "attributive";
}

/// Reads one at such an adjective.
pub fn read(anchor: &Anchor<'_>) -> Option<Mark> {
    let noun = anchor.next()?;
    let other = AUXILIARY
        .or(BE)
        .or(DETERMINER)
        .or(HAVE)
        .or(PREPOSITION)
        .or(SUBJECT)
        .or(WH)
        .or(ADVERB);
    let quoted = noun.kind() == TokenKind::QUOTE_OPEN;
    let named = noun.kind().is_wordlike() && !noun.has(other) && !noun.is("to") && !noun.is("that");
    let predicate = anchor.before(1).is_some_and(|word| {
        let subject = word.has(SUBJECT.or(BE)) || word.has_shape(Shape::CAPITAL);
        subject && !word.has_shape(Shape::SENTENCE_START) && !word.has(DETERMINER)
    });
    if !(quoted || named)
        || predicate && anchor.entry.lemma.ends_with("ed") && !anchor.word.is("so-called")
    {
        return None;
    }
    let mut mark = anchor.hedge(&RULE, Category::Evidential, anchor.start()..anchor.end());
    let from = anchor.end() + usize::from(quoted);
    mark.scope = clause::noun_phrase(anchor, from, 4);
    Some(mark)
}
