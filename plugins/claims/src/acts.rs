//! What an attribution's act does with its content.

use sayso_plugin::FoundAnnotation;

/// What an attribution does with its content.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Stance {
    /// Puts it forward as true.
    Asserts,
    /// Puts it forward as false.
    Denies,
    /// Neither, and nobody claims it: a quoted question, or what somebody declined to tell.
    Withholds,
    /// Neither: the attribution is itself what the author (or an outer speaker) asserts, as in
    /// *the board plans to sell*.
    Reports,
}

/// What an attribution tells of how its content is put forward; read once.
#[derive(Clone, Copy, Debug)]
pub struct Act<'d> {
    name: Option<&'d str>,
    /// Whether the content stands in the speaker's own words.
    pub direct: bool,
    negated: bool,
}

impl<'d> Act<'d> {
    /// Reads an attribution.
    pub fn of(attribution: FoundAnnotation<'d>) -> Self {
        Self {
            name: attribution.text_attribute("act"),
            direct: attribution.text_attribute("mode") == Some("direct"),
            negated: attribution.is("negated"),
        }
    }

    /// What is done with the content.
    pub fn stance(self) -> Stance {
        let Self {
            direct, negated, ..
        } = self;
        let act = self.name.unwrap_or("say");
        match () {
            () if act == "decline" => Stance::Withholds,
            () if is_denying(act) && !negated && !direct => Stance::Denies,
            () if act == "believe" && negated => Stance::Denies,
            () if is_asserting(act) && !negated => Stance::Asserts,
            () if direct && !asserts_when_quoted(act) => Stance::Withholds,
            () if direct => Stance::Asserts,
            () => Stance::Reports,
        }
    }

    /// Whether somebody believes, knows, fears or foresees the content rather than says it.
    pub fn is_belief(self) -> bool {
        matches!(self.name, Some("believe" | "fear" | "know" | "predict"))
    }

    /// Whether the content may be told by an -ing form without subject: *accused him of taking
    /// it*, *denied taking it*.
    pub fn is_of_doing(self) -> bool {
        matches!(self.name, Some("accuse" | "admit" | "deny"))
    }

    /// Whether it passes on a question.
    pub fn is_question(self) -> bool {
        self.name == Some("ask")
    }
}

/// Whether the content is put forward as true.
#[rustfmt::skip]
fn is_asserting(act: &str) -> bool {
    matches!(
        act,
        "accuse" | "admit" | "agree" | "announce" | "answer" | "believe" | "claim" | "confirm"
            | "criticize" | "describe" | "estimate" | "explain" | "fear" | "know" | "predict"
            | "report" | "say" | "show" | "suggest" | "warn"
    )
}

/// Whether it is put forward as false.
fn is_denying(act: &str) -> bool {
    matches!(act, "deny" | "disagree" | "doubt")
}

/// Whether an act asserts the words that are quoted.
#[rustfmt::skip]
fn asserts_when_quoted(act: &str) -> bool {
    !matches!(
        act,
        "apologize" | "ask" | "decline" | "demand" | "offer" | "order" | "promise" | "thank"
            | "urge"
    )
}
