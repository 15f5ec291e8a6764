use sayso_plugin::rule;

use super::Claim;
use super::attributed_content::is_claimed;
use crate::acts::Stance;
use crate::pieces::Piece;

rule! {
    /// What somebody denies, doubts or does not believe: a claim that it is false.
    ///
    /// > Ana Duarte denied that [the town had lost 300 jobs]content.
    /// > Ana Duarte denied [taking 4,000 crowns from the builder]content.
    /// >! Ana Duarte said that the town had lost 300 jobs.
    pub const RULE: "denied-content";
}

/// Reads a piece of an attribution that denies.
pub fn read(piece: &Piece<'_>) -> Option<Claim> {
    let saying = piece.saying?;
    (saying.stance == Stance::Denies && is_claimed(piece)).then_some(Claim {
        rule: &RULE,
        features: piece.observed.features.or(saying.manner),
        negated: true,
    })
}
