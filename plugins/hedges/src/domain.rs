//! What kind of text is read: what counts as a hedge differs a little from kind to kind.

use sayso_plugin::Classes;

use crate::mark::{Category, Kind, Mark};
use crate::vocabulary::{DUTY, ENCYCLOPEDIC, MODAL, POSSIBLE, SCIENTIFIC, UNCOUNTED};

/// What kind of text is read.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Domain {
    /// News, and whatever has no domain of its own.
    #[default]
    News,
    /// Research articles. Questions under study (*whether*) and proposals are hedges, whoever
    /// *suggests* hedges, inexact measures are none, and a cue is the hedging word alone.
    Scientific,
    /// Works of reference. Whoever is left unnamed or uncounted (*some people*, *many
    /// critics*) hedges; what may be the case and how a measure is rounded does not.
    Encyclopedic,
}

impl Domain {
    /// The names of all, as the setting has them.
    pub const NAMES: [(&str, Self); 3] = [
        ("news", Self::News),
        ("scientific", Self::Scientific),
        ("encyclopedic", Self::Encyclopedic),
    ];

    /// The domain of this name.
    pub fn named(name: &str) -> Option<Self> {
        let mut all = Self::NAMES.iter();
        all.find(|(known, _)| *known == name)
            .map(|(_, domain)| *domain)
    }

    /// What the rules are asked for at a word with these classes.
    pub fn asks(self, classes: Classes) -> Classes {
        let (elsewhere, silent) = match self {
            Self::News => (SCIENTIFIC.or(ENCYCLOPEDIC), UNCOUNTED),
            Self::Scientific => (ENCYCLOPEDIC, UNCOUNTED),
            Self::Encyclopedic => (SCIENTIFIC, MODAL.or(DUTY).or(POSSIBLE)),
        };
        match classes.has(elsewhere) {
            true => Classes::NONE,
            false => Classes(classes.0 & !silent.0),
        }
    }

    /// What becomes of a mark in it.
    pub fn judge(self, mark: Mark) -> Option<Mark> {
        let Kind::Hedge { category, .. } = mark.kind else {
            return Some(mark);
        };
        match (self, category) {
            (Self::Scientific, Category::Approximator) => None,
            (Self::Scientific, Category::NonCommitment) => Some(mark),
            (Self::Scientific, _) => Some(mark.with_bare_cue()),
            (Self::Encyclopedic, Category::Approximator | Category::Belief) => None,
            _ => Some(mark),
        }
    }
}
