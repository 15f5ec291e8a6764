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

/// Acts by which the content is put forward as true.
const ASSERTING: [&str; 20] = [
    "accuse",
    "admit",
    "agree",
    "announce",
    "answer",
    "believe",
    "claim",
    "confirm",
    "criticize",
    "describe",
    "estimate",
    "explain",
    "fear",
    "know",
    "predict",
    "report",
    "say",
    "show",
    "suggest",
    "warn",
];

/// Acts by which it is put forward as false.
const DENYING: [&str; 3] = ["deny", "disagree", "doubt"];

/// The act of not answering.
const DECLINE: &str = "decline";

/// Acts whose quoted words assert nothing.
const NOT_ASSERTING: [&str; 9] = [
    "apologize",
    "ask",
    "decline",
    "demand",
    "offer",
    "order",
    "promise",
    "thank",
    "urge",
];

/// Acts of the mind rather than of speech.
const BELIEVING: [&str; 4] = ["believe", "fear", "know", "predict"];

/// Acts whose content may be told by an -ing form: *accused him of taking it*, *denied taking it*.
const OF_DOING: [&str; 3] = ["accuse", "admit", "deny"];

/// What an attribution does with its content.
pub fn stance(attribution: FoundAnnotation<'_>) -> Stance {
    let act = attribution.text_attribute("act").unwrap_or("say");
    let direct = is_direct(attribution);
    let negated = attribution.is("negated");
    match () {
        () if act == DECLINE => Stance::Withholds,
        () if DENYING.contains(&act) && !negated && !direct => Stance::Denies,
        () if act == "believe" && negated => Stance::Denies,
        () if ASSERTING.contains(&act) && !negated => Stance::Asserts,
        () if direct && NOT_ASSERTING.contains(&act) => Stance::Withholds,
        () if direct => Stance::Asserts,
        () => Stance::Reports,
    }
}

/// Whether the content stands in the speaker's own words.
pub fn is_direct(attribution: FoundAnnotation<'_>) -> bool {
    attribution.text_attribute("mode") == Some("direct")
}

/// Whether somebody believes, knows, fears or foresees the content rather than says it.
pub fn is_belief(attribution: FoundAnnotation<'_>) -> bool {
    let act = attribution.text_attribute("act");
    act.is_some_and(|act| BELIEVING.contains(&act))
}

/// Whether an -ing form without subject says what is put forward.
pub fn is_of_doing(attribution: FoundAnnotation<'_>) -> bool {
    let act = attribution.text_attribute("act");
    act.is_some_and(|act| OF_DOING.contains(&act))
}

/// Whether it passes on a question.
pub fn is_question(attribution: FoundAnnotation<'_>) -> bool {
    attribution.text_attribute("act") == Some("ask")
}
