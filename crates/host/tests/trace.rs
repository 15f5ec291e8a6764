//! What rules were looking for crosses the boundary, if somebody asks.

use sayso_host::{Host, Options, Trial};
use sayso_model::{Annotations, Span};
use sayso_plugin::{
    About, Document, Error, Extractor, Findings, Found, Lexicon, Output, Reading, Settings, Wanted,
    Word, rule,
};

struct Warnings;

rule! {
    /// Somebody warns of something.
    ///
    /// > They [warned]cue of rain.
    pub const WARNED_OF: "warned-of";
}

rule! {
    /// A question word.
    ///
    /// > [Why]cue is that?
    pub const TRACE: "trace";
}

impl Extractor for Warnings {
    const ABOUT: About = About {
        summary: "warnings",
        outputs: &[Output {
            kind: "warning",
            roles: &["cue"],
        }],
        rules: &[WARNED_OF, TRACE],
        ..About::NOTHING
    };

    fn create(_: &Settings) -> Result<Self, Error> {
        Ok(Self)
    }

    fn extract(
        &mut self,
        document: &Document<'_>,
        _: &Found<'_>,
        findings: &mut Findings<'_>,
    ) -> Result<(), Error> {
        let (lexicon, mut buffer) = (Lexicon::default(), Vec::new());
        let reading = Reading::new(document, &lexicon, &mut buffer);
        for word in reading.tokens().words() {
            // No rule is begun here, but this file is named after one.
            if word.is("why") {
                findings
                    .add("warning", &TRACE)
                    .part("cue", word.span())
                    .emit();
            } else if word.is("warned") && WARNED_OF.attempt(word, || warned_of(word)).is_some() {
                findings
                    .add("warning", &WARNED_OF)
                    .part("cue", word.span())
                    .emit();
            }
        }
        Ok(())
    }
}

fn warned_of(cue: Word<'_>) -> Option<()> {
    let reading = cue.reading();
    let after = reading.rest_of_sentence(cue.index() + 1);
    let next = after.first().wanted("a word behind the cue", cue)?;
    next.is("of").then_some(())
}

sayso_plugin::export!(Warnings);

/// How much is found, and what rules tell of a place.
fn explain(text: &str, place: Option<Span>) -> (usize, Vec<Trial>) {
    let options = Options {
        embedded: vec![&SAYSO_PLUGIN],
        ..Options::default()
    };
    let host = Host::load(&options).unwrap();
    let mut worker = host.worker().unwrap();
    let structure = sayso_parser::parse(text);
    let document = structure.document(text);
    let (mut annotations, mut diagnostics) = (Annotations::default(), Vec::new());
    let trials = match place {
        Some(place) => worker.explain(&document, place, &mut annotations, &mut diagnostics),
        None => {
            worker.run(&document, &mut annotations, &mut diagnostics);
            Vec::new()
        }
    };
    assert_eq!(diagnostics, []);
    (annotations.len(), trials)
}

fn whole(text: &str) -> Option<Span> {
    Some(Span::new(0, text.len() as u32))
}

#[test]
fn an_attempt_tells_what_it_missed() {
    let text = "They warned him. They warned";
    let (found, trials) = explain(text, whole(text));
    assert_eq!(found, 0);
    let told: Vec<_> = trials
        .iter()
        .filter(|trial| trial.rule == "warned-of")
        .map(|t| (t.found, t.wanted.as_str(), t.stopped.of(text)))
        .collect();
    assert_eq!(
        told,
        [
            (false, "“of”", "him"),
            (false, "a word behind the cue", "warned")
        ]
    );
    let first = trials
        .iter()
        .find(|trial| trial.rule == "warned-of")
        .unwrap();
    assert_eq!(first.plugin, "host");
    assert!(first.source.contains("tests/trace.rs:"), "{}", first.source);
}

#[test]
fn an_attempt_tells_that_it_found_something() {
    let text = "They warned of rain.";
    let (found, trials) = explain(text, whole(text));
    assert_eq!(found, 1);
    assert!(trials.iter().any(|t| t.rule == "warned-of" && t.found));
}

#[test]
fn a_rule_that_nobody_begins_is_known_by_its_file() {
    let text = "That is so.";
    let (_, trials) = explain(text, whole(text));
    assert!(
        trials.iter().all(|trial| trial.rule == "trace"),
        "{trials:?}"
    );
    assert!(
        trials
            .iter()
            .any(|t| t.wanted == "“why”" || t.wanted == "“warned”")
    );
}

#[test]
fn only_the_place_is_told_of_and_findings_stay_the_same() {
    let text = "They warned him. They warned of rain. Why?";
    let (found, trials) = explain(text, Some(Span::new(5, 11)));
    assert_eq!(found, 2);
    let rules: Vec<_> = trials.iter().map(|trial| trial.rule.as_str()).collect();
    assert_eq!(rules.iter().filter(|rule| **rule == "warned-of").count(), 1);
    assert_eq!(explain(text, None), (2, vec![]));
}
