use sayso_plugin::{Shape, Tag, TokenKind, rule};

use crate::anchor::Anchor;
use crate::clause;
use crate::grammar::is_tagged;
use crate::mark::{Category, Mark};

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

/// What may stand between such an adjective and its noun, and the noun.
const DESCRIBED: u64 = Tag::NOUNS | Tag::JJ.bit() | Tag::VBN.bit() | Tag::VBG.bit() | Tag::CD.bit();

/// Reads one at such an adjective.
pub fn read(anchor: &Anchor<'_>) -> Option<Mark> {
    let noun = anchor.next()?;
    let quoted = noun.kind() == TokenKind::QUOTE_OPEN;
    let named = is_tagged(noun, DESCRIBED);
    let verb = is_tagged(anchor.word, Tag::VBD.bit() | Tag::VBP.bit());
    let predicate = anchor.entry.lemma.ends_with("ed")
        && anchor.follows(|word| word.has_shape(Shape::CAPITAL) && word.tag() != Tag::DT)
        && !anchor.follows(|word| word.has_shape(Shape::SENTENCE_START));
    if !(quoted || named) || verb || predicate {
        return None;
    }
    let mut mark = anchor.hedge(&RULE, Category::Evidential, anchor.start()..anchor.end());
    let from = anchor.end() + usize::from(quoted);
    mark.scope = clause::noun_phrase(anchor, from);
    Some(mark)
}
