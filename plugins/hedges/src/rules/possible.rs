use sayso_plugin::{Tag, Word, rule};

use crate::anchor::Anchor;
use crate::grammar::{is_negation, is_tagged};
use crate::mark::{Category, Mark};

rule! {
    /// *Possible* or *potential* before a noun.
    ///
    /// > Police prevented a [possible]cue [attack on the parade]scope.
    /// > It was seen as a [potential]cue [threat]scope.
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
    let adjective = anchor.word.tag() == Tag::JJ && anchor.precedes(|word| is_tagged(word, NOUN));
    (adjective && !anchor.follows(utmost))
        .then(|| anchor.hedge(&RULE, Category::Epistemic, anchor.start()..anchor.end()))
}
