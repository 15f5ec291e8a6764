use sayso_plugin::rule;

use super::Claim;
use super::proposition::is_assertion;
use crate::acts::Stance;
use crate::pieces::Piece;

rule! {
    /// What an assertive attribution says, sentence by sentence. Questions, commands, wishes and
    /// fragments without a verb are no claims.
    ///
    /// > Mayor Ana Duarte said [the town lost 300 jobs in 2019]content.
    /// > “[We built nine schools]content,” said Ana Duarte.
    /// > Ana Duarte accused [Joel Finch of opposing the bridge for money]content.
    /// > “[He paid it off, right?]content” said Ana Duarte.
    /// > “[Let us be clear: the mayor closed the mill]content,” said Ana Duarte.
    /// >! “Who built the schools?” asked Ana Duarte.
    /// >! “Good morning,” said Ana Duarte.
    /// >! “Look at the river,” said Ana Duarte.
    /// >! “We hope to win,” said Ana Duarte.
    pub const RULE: "attributed-content";
}

/// Reads a piece of an attribution that asserts.
pub fn read(piece: &Piece<'_>) -> Option<Claim> {
    let saying = piece.saying?;
    (saying.stance == Stance::Asserts && is_claimed(piece)).then_some(Claim {
        rule: &RULE,
        features: piece.observed.features.or(saying.manner),
        negated: false,
    })
}

/// As many words are taken to have a verb among them, even if none was seen.
const WORDS: usize = 4;

/// Whether what somebody says or denies is a proposition.
pub fn is_claimed(piece: &Piece<'_>) -> bool {
    let words = piece.observed.words;
    let clause = words >= WORDS || words >= 2 && piece.observed.finite > 0;
    clause && is_assertion(piece)
}
