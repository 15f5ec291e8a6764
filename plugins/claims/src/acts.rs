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
const ASSERTING: [&str; 21] = [
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
    "disagree",
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
const DENYING: [&str; 2] = ["deny", "doubt"];

/// The act of not answering.
const DECLINE: &str = "decline";

/// Acts whose quoted words assert nothing.
const NOT_ASSERTING: [&str; 8] = [
    "apologize",
    "ask",
    "decline",
    "demand",
    "offer",
    "order",
    "thank",
    "urge",
];

/// Acts whose content may be a thing rather than a proposition: *she criticized the plan*.
const OF_THINGS: [&str; 13] = [
    "accuse",
    "agree",
    "announce",
    "confirm",
    "criticize",
    "deny",
    "describe",
    "disagree",
    "doubt",
    "fear",
    "know",
    "praise",
    "suggest",
];

/// Whether the content of an attribution may be a thing rather than a proposition.
pub fn may_be_of_thing(attribution: FoundAnnotation<'_>) -> bool {
    let act = attribution.text_attribute("act");
    act.is_some_and(|act| OF_THINGS.contains(&act))
}

/// What an attribution does with its content.
pub fn stance(attribution: FoundAnnotation<'_>) -> Stance {
    let act = attribution.text_attribute("act").unwrap_or("say");
    let direct = attribution.text_attribute("mode") == Some("direct");
    let negated = attribution.is("negated");
    match () {
        () if act == DECLINE => Stance::Withholds,
        () if DENYING.contains(&act) && !negated => Stance::Denies,
        () if act == "believe" && negated => Stance::Denies,
        () if ASSERTING.contains(&act) && !negated => Stance::Asserts,
        () if direct && NOT_ASSERTING.contains(&act) => Stance::Withholds,
        () if direct => Stance::Asserts,
        () => Stance::Reports,
    }
}
