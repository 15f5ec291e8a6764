//! What follows a cue: a quotation, a clause, an infinitive, an object.

mod reader;
mod subject;

use sayso_plugin::TokenRange;

pub use reader::{after, is_subject_pronoun};
pub use subject::{SUBORDINATORS, begins_with_verb, verb_of_subject};

/// What the words behind a cue are.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// Nothing that belongs to it.
    End,
    /// A quotation.
    Quote,
    /// `that` and a clause.
    That,
    /// A clause that nothing opens.
    Clause,
    /// `whether`, `what`, `how` …
    Wh,
    /// `to` and a verb.
    To,
    /// An -ing form.
    Ing,
    /// A colon and words without quotation marks.
    Colon,
}

impl Kind {
    /// What it is called where somebody asks why a rule did not match.
    pub fn name(self) -> &'static str {
        match self {
            Self::End => "the end of the clause",
            Self::Quote => "a quotation",
            Self::That => "“that” and a clause",
            Self::Clause => "a clause",
            Self::Wh => "a question word and a clause",
            Self::To => "an infinitive",
            Self::Ing => "an -ing form",
            Self::Colon => "a colon",
        }
    }

    /// The verbs that go with it.
    pub fn verb(self) -> &'static str {
        match self {
            Self::End | Self::Quote | Self::Colon => "a verb that goes with a quotation",
            Self::That => "a verb that goes with “that”",
            Self::Clause => "a verb that goes with a clause",
            Self::Wh => "a verb that goes with a question word",
            Self::To => "a verb that goes with an infinitive",
            Self::Ing => "a verb that goes with an -ing form",
        }
    }
}

/// What follows a cue, and what stands between the two.
#[derive(Clone, Copy, Debug)]
pub struct Complement {
    /// What it is.
    pub kind: Kind,
    /// Its first token.
    pub at: usize,
    /// A noun phrase directly behind the cue: whom it was said to, or what was said or judged.
    pub object: Option<TokenRange>,
    /// The first preposition behind the cue or its object.
    pub preposition: Option<usize>,
}

impl Complement {
    /// Nothing, at a token.
    pub fn none(at: usize) -> Self {
        Self {
            kind: Kind::End,
            at,
            object: None,
            preposition: None,
        }
    }
}
