use sayso_plugin::rule;

use super::Claim;
use crate::acts::{Stance, stance};
use crate::pieces::Piece;
use crate::vocabulary::{COMMAND, QUESTION};

rule! {
    /// What an assertive attribution says, sentence by sentence. Questions and fragments
    /// without a verb are no claims.
    ///
    /// > Mayor Ana Duarte said [the town lost 300 jobs in 2019]content.
    /// > “[We built nine schools]content,” said Ana Duarte.
    /// >! “Who built the schools?” asked Ana Duarte.
    /// >! “Good morning,” said Ana Duarte.
    pub const RULE: "attributed-content";
}

/// Reads a piece of an attribution that asserts.
pub fn read(piece: &Piece<'_>) -> Option<Claim> {
    let attribution = piece.attribution?;
    let asserts = stance(attribution) == Stance::Asserts;
    (asserts && is_proposition(piece)).then_some(Claim {
        rule: &RULE,
        features: piece.observed.features,
        negated: false,
    })
}

/// As many words are taken to have a verb among them, even if it is none of the known ones.
const WORDS: usize = 4;

/// Whether a piece has a verb and is neither question nor command.
pub fn is_proposition(piece: &Piece<'_>) -> bool {
    let words = piece.observed.words;
    let clause = words >= WORDS || words >= 2 && piece.observed.has_verb();
    clause && !piece.has(QUESTION.or(COMMAND))
}
