use sayso_plugin::rule;

use super::Claim;
use super::attributed_content::is_proposition;
use crate::acts::{Stance, stance};
use crate::pieces::Piece;

rule! {
    /// What somebody denies, doubts or does not believe: a claim that it is false.
    ///
    /// > Ana Duarte denied that [the town had lost 300 jobs]content.
    /// >! Ana Duarte said that the town had lost 300 jobs.
    pub const RULE: "denied-content";
}

/// Reads a piece of an attribution that denies.
pub fn read(piece: &Piece<'_>) -> Option<Claim> {
    let denies = stance(piece.attribution?) == Stance::Denies;
    (denies && is_proposition(piece)).then_some(Claim {
        rule: &RULE,
        features: piece.observed.features,
        negated: true,
    })
}
