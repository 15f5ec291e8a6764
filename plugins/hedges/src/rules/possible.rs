use sayso_plugin::{TokenKind, rule};

use crate::anchor::Anchor;
use crate::mark::{Category, Mark};
use crate::vocabulary::{AND, AUXILIARY, BE, DETERMINER, HAVE, NEGATION, PREPOSITION, SUBJECT, WH};

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
const UTMOST: [&str; 8] = [
    "as", "best", "worst", "every", "all", "if", "where", "whenever",
];

/// Reads one at such an adjective.
pub fn read(anchor: &Anchor<'_>) -> Option<Mark> {
    let utmost = anchor.before(1).is_some_and(|word| {
        word.has(NEGATION)
            || UTMOST.iter().any(|form| word.is(form))
            || word.form().ends_with("est")
    });
    let other = AND
        .or(AUXILIARY)
        .or(BE)
        .or(DETERMINER)
        .or(HAVE)
        .or(PREPOSITION)
        .or(SUBJECT)
        .or(WH);
    let noun = anchor.next().is_some_and(|word| {
        word.kind() == TokenKind::WORD && !word.has(other) && !word.is("to") && !word.is("that")
    });
    (!utmost && noun)
        .then(|| anchor.hedge(&RULE, Category::Epistemic, anchor.start()..anchor.end()))
}
