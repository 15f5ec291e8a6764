//! What a rule gives.

use sayso_plugin::{Rule, TokenRange};

/// A hedge or booster that a rule has seen.
#[derive(Clone, Copy, Debug)]
pub struct Mark {
    /// The rule that saw it.
    pub rule: &'static Rule,
    /// The words that hedge or boost.
    pub cue: TokenRange,
    /// The hedging word alone, without pronoun, auxiliaries and *that*.
    pub core: TokenRange,
    /// The words they weaken; empty for none.
    pub scope: TokenRange,
    /// Which of the two it is.
    pub kind: Kind,
    /// Whose it is.
    pub holder: Holder,
}

impl Mark {
    /// The same with its core for a cue; what is cut off before the scope is not in it either.
    pub fn with_bare_cue(self) -> Self {
        Self {
            cue: self.core,
            ..self
        }
    }
}

/// Whose a hedge is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Holder {
    /// That of whoever speaks there.
    Surrounding,
    /// That of the attribution its cue makes, else of the subject of the verb at this index.
    Subject(usize),
    /// That of whom the pronoun at this index stands for: *in his view*.
    Owner(usize),
}

/// Hedge or booster.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// Commitment is held back.
    Hedge {
        /// In which way.
        category: Category,
        /// How much: `weak`, `medium`, `strong`.
        strength: &'static str,
    },
    /// Commitment is strengthened.
    Booster,
}

/// In which way a hedge holds back commitment.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Category {
    /// The proposition is held to be possible or probable.
    Epistemic,
    /// It is someone's belief or expectation.
    Belief,
    /// It is known from evidence or hearsay without a source.
    Evidential,
    /// It is inexact.
    Approximator,
    /// The speaker will not or cannot commit to it.
    NonCommitment,
}

impl Category {
    const ALL: [Category; 5] = [
        Self::Epistemic,
        Self::Belief,
        Self::Evidential,
        Self::Approximator,
        Self::NonCommitment,
    ];

    /// Its name in annotations.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Epistemic => "epistemic",
            Self::Belief => "belief",
            Self::Evidential => "evidential",
            Self::Approximator => "approximator",
            Self::NonCommitment => "non-commitment",
        }
    }

    /// The category of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|category| category.name() == name)
    }
}

/// A strength as annotations name it; `medium` if it is none of them.
pub fn strength(name: &str) -> &'static str {
    match name {
        "weak" => "weak",
        "strong" => "strong",
        _ => "medium",
    }
}
