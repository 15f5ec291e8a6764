use sayso_model::{NewAnnotation, Severity, Structure};
use serde_json::{Value as Json, json};

use super::*;

fn written(unit: OffsetUnit, text: &str, all: &Annotations, remarks: &[Diagnostic]) -> Json {
    let structure = Structure::default();
    let document = structure.document(text);
    let mut out = Vec::new();
    record("d", "p", unit, &document, all, remarks, &mut out);
    assert_eq!(out.pop(), Some(b'\n'));
    assert!(!out.contains(&b'\n'));
    serde_json::from_slice(&out).unwrap()
}

/// `🙂 He may. “Да,” he said.` with a hedge found after the attribution it precedes in the text.
fn sample() -> (&'static str, Annotations) {
    let text = "🙂 He may. “Да,” he said.";
    let span = |words: &str| {
        let start = text.find(words).unwrap() as u32;
        Span::new(start, start + words.len() as u32)
    };
    let mut all = Annotations::default();
    let attribution = all.push(&NewAnnotation {
        kind: "attribution",
        plugin: "attribution",
        rule: "said",
        parts: &[
            ("content", span("“Да,”")),
            ("cue", span("said")),
            ("source", span("he said").start_of(2)),
        ],
        attributes: &[
            ("negated", Value::Bool(false)),
            ("mode", Value::Text("direct")),
            ("mode", Value::Text("indirect")),
            ("bad", Value::Number(f64::NAN)),
        ],
        links: &[],
    });
    all.push(&NewAnnotation {
        kind: "hedge",
        plugin: "hedges",
        rule: "modal",
        parts: &[("cue", span("may"))],
        attributes: &[
            ("weight", Value::Number(0.71)),
            ("count", Value::Number(3.0)),
        ],
        links: &[("attribution", attribution), ("lost", AnnotationId(9))],
    });
    (text, all)
}

trait StartOf {
    fn start_of(self, len: u32) -> Span;
}

impl StartOf for Span {
    fn start_of(self, len: u32) -> Span {
        Span::new(self.start(), self.start() + len)
    }
}

#[test]
fn annotations_are_numbered_in_text_order_and_links_follow() {
    let (text, all) = sample();
    let record = written(OffsetUnit::Char, text, &all, &[]);
    assert_eq!(
        record["annotations"],
        json!([
            {"id": 0, "kind": "hedge", "plugin": "hedges", "rule": "modal",
             "parts": {"cue": [{"start": 5, "end": 8, "text": "may"}]},
             "attributes": {"weight": 0.71, "count": 3}, "links": {"attribution": 1}},
            {"id": 1, "kind": "attribution", "plugin": "attribution", "rule": "said",
             "parts": {"content": [{"start": 10, "end": 15, "text": "“Да,”"}],
                       "source": [{"start": 16, "end": 18, "text": "he"}],
                       "cue": [{"start": 19, "end": 23, "text": "said"}]},
             "attributes": {"negated": false, "mode": "direct"}},
        ])
    );
}

#[test]
fn offsets_are_in_the_unit_asked_for() {
    let (text, all) = sample();
    for (unit, start) in [
        (OffsetUnit::Char, 5),
        (OffsetUnit::Utf16, 6),
        (OffsetUnit::Byte, 8),
    ] {
        let record = written(unit, text, &all, &[]);
        assert_eq!(record["offset_unit"], unit.name());
        assert_eq!(record["annotations"][0]["parts"]["cue"][0]["start"], start);
    }
}

#[test]
fn diagnostics_have_plugin_and_place_only_where_they_apply() {
    let remarks = [
        Diagnostic::new(Severity::Error, "failed", "it \"failed\"\n").plugin("x"),
        Diagnostic::new(Severity::Warning, "odd", "here").at(Span::new(2, 3)),
    ];
    let record = written(OffsetUnit::Char, "éab", &Annotations::default(), &remarks);
    assert_eq!(
        record["diagnostics"],
        json!([
            {"severity": "error", "code": "failed", "message": "it \"failed\"\n", "plugin": "x"},
            {"severity": "warning", "code": "odd", "message": "here", "start": 1, "end": 2},
        ])
    );
}
