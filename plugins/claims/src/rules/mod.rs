//! The rules: which pieces are claims.

mod attributed_content;
mod denied_content;
mod own_sentence;
mod proposition;

use sayso_plugin::{Classes, Rule};

use crate::pieces::Piece;

/// A claim that a rule has seen.
#[derive(Clone, Copy, Debug)]
pub struct Claim {
    /// The rule that saw it.
    pub rule: &'static Rule,
    /// What it is like.
    pub features: Classes,
    /// Whether it is put forward as false.
    pub negated: bool,
}

/// What a rule sees in a piece.
type Read = fn(&Piece<'_>) -> Option<Claim>;

/// All rules, in the order in which they are asked.
const RULES: [(Rule, Read); 3] = [
    (denied_content::RULE, denied_content::read),
    (attributed_content::RULE, attributed_content::read),
    (own_sentence::RULE, own_sentence::read),
];

/// The rules without their functions, for the host.
pub const LIST: [Rule; RULES.len()] = [RULES[0].0, RULES[1].0, RULES[2].0];

/// The claim that a piece makes, if it makes one.
pub fn claim(piece: &Piece<'_>) -> Option<Claim> {
    RULES.iter().find_map(|(_, read)| read(piece))
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_example_holds() {
        let entries = [&sayso_attribution::SAYSO_PLUGIN, &crate::SAYSO_PLUGIN];
        sayso_plugin::testing::check_rules(&super::LIST, &entries);
    }
}
