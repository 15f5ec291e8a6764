//! What hedges ask of an attribution.

use sayso_plugin::{AnnotationId, FoundAnnotation, Span};

/// The mode of reported speech.
const INDIRECT: &str = "indirect";

/// Acts that are told of, and not words that are passed on: how exact or sure such a report
/// is, is for the author to say, but for what is quoted in it.
const TOLD_OF: [&str; 20] = [
    "accuse",
    "agree",
    "apologize",
    "criticize",
    "decide",
    "decline",
    "demand",
    "describe",
    "disagree",
    "hope",
    "intend",
    "offer",
    "order",
    "plan",
    "praise",
    "promise",
    "refuse",
    "thank",
    "urge",
    "want",
];

/// Acts by which things and events tell something as well as persons.
const SHOWN: [&str; 4] = ["explain", "know", "show", "suggest"];

/// Whether an act is one of showing.
pub fn is_shown(act: &str) -> bool {
    SHOWN.contains(&act)
}

/// *An official who was not authorized to speak* is *an official*.
pub fn without_relative(source: &str) -> &str {
    let whom = source.split_once(" who ").map_or(source, |(whom, _)| whom);
    whom.trim_end_matches(',')
}

/// What hedges ask of an attribution. It is read once: there may be any number of hedges in its
/// content, and of parts to look through for its source.
#[derive(Clone, Copy, Debug)]
pub struct Saying<'d> {
    /// The attribution.
    pub id: AnnotationId,
    /// Whose name the attribution gives.
    pub speaker: Option<&'d str>,
    /// Its source.
    pub source: Option<Span>,
    /// Its cue.
    pub cue: Option<Span>,
    /// Whether it is reported and not quoted.
    pub indirect: bool,
    /// Whether it tells what something shows, and not what somebody says.
    pub shows: bool,
    /// Whether the words in it are somebody's who said or thought them. What is reported of
    /// nobody (*was expected to*) stays the author's.
    pub passes_on: bool,
}

impl<'d> Saying<'d> {
    /// Reads an attribution.
    pub fn new(attribution: FoundAnnotation<'d>) -> Self {
        let act = attribution.text_attribute("act");
        let source = attribution.part("source").next();
        let indirect = attribution.text_attribute("mode") == Some(INDIRECT);
        let nobody = indirect && source.is_none();
        Self {
            id: attribution.id(),
            speaker: attribution.text_attribute("speaker"),
            source,
            cue: attribution.part("cue").next(),
            indirect,
            shows: act.is_some_and(is_shown),
            passes_on: !nobody && act.is_none_or(|act| !TOLD_OF.contains(&act)),
        }
    }
}
