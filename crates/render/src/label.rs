//! What stands at the end of a lane: attributes, links and the rule.

use std::fmt::Write;

use sayso_model::{Annotation, AnnotationId, Annotations, Value};

use crate::cells::escape;

/// Between two things at the end of a lane.
pub(crate) const GAP: &str = "  ";

/// Who links to whom, seen from the annotation that is linked to.
#[derive(Debug)]
pub(crate) struct Backlinks(Vec<(AnnotationId, AnnotationId)>);

impl Backlinks {
    pub(crate) fn new(annotations: &Annotations) -> Self {
        let mut pairs: Vec<_> = annotations
            .iter()
            .flat_map(|from| from.links().map(move |(_, to)| (to, from.id())))
            .collect();
        pairs.sort_unstable();
        pairs.dedup();
        Self(pairs)
    }

    fn to(&self, id: AnnotationId) -> impl Iterator<Item = AnnotationId> + '_ {
        let first = self.0.partition_point(|&(to, _)| to < id);
        self.0[first..]
            .iter()
            .take_while(move |&&(to, _)| to == id)
            .map(|&(_, from)| from)
    }
}

/// Writes the label of an annotation: its main value, the other attributes, links to and
/// from others, and the rule in brackets, each after a gap.
pub(crate) fn label(
    annotation: Annotation<'_>,
    annotations: &Annotations,
    backlinks: &Backlinks,
    text: &str,
    out: &mut String,
) {
    let main = main_attribute(annotation.kind());
    if let Some(value) = annotation.attribute(main) {
        out.push_str(GAP);
        write_value(value, out);
    }
    speaker(annotation, text, out);
    for (name, value) in annotation.attributes() {
        if name != main && !matches!(name, "speaker" | "chain") {
            attribute(name, value, out);
        }
    }
    for (_, target) in annotation.links() {
        reference('→', annotations.get(target), out);
    }
    for from in backlinks.to(annotation.id()) {
        reference('←', annotations.get(from), out);
    }
    let _ = write!(out, "{GAP}[{}]", annotation.rule());
}

/// The attribute whose value needs no name.
fn main_attribute(kind: &str) -> &'static str {
    match kind {
        "attribution" => "mode",
        "hedge" | "booster" => "category",
        _ => "type",
    }
}

/// How the source's words were resolved, where that says more than the words do.
fn speaker(annotation: Annotation<'_>, text: &str, out: &mut String) {
    let Some(speaker) = annotation.text_attribute("speaker") else {
        if let Some(chain) = annotation.text_attribute("chain") {
            attribute("chain", Value::Text(chain), out);
        }
        return;
    };
    let mut source = String::new();
    for span in annotation.part("source") {
        if !source.is_empty() {
            source.push_str("; ");
        }
        source.push_str(&one_line(span.of(text)));
    }
    if source == speaker {
        return;
    }
    // The name stands among the words; what it was cut from is there to see.
    if source.contains(speaker) {
        return attribute("speaker", Value::Text(speaker), out);
    }
    match annotation.text_attribute("chain") {
        Some(chain) if chain.contains('→') => {
            out.push_str(GAP);
            escape(chain, out);
        }
        _ if source.is_empty() => attribute("speaker", Value::Text(speaker), out),
        _ => {
            out.push_str(GAP);
            escape(&source, out);
            out.push_str(" → ");
            escape(speaker, out);
        }
    }
}

fn attribute(name: &str, value: Value<'_>, out: &mut String) {
    match value {
        Value::Bool(false) if name == "negated" => {}
        Value::Bool(true) => {
            out.push_str(GAP);
            escape(name, out);
        }
        _ => {
            out.push_str(GAP);
            escape(name, out);
            out.push('=');
            write_value(value, out);
        }
    }
}

fn write_value(value: Value<'_>, out: &mut String) {
    // Writing to a String cannot fail.
    let _ = match value {
        Value::Text(text) => {
            escape(&one_line(text), out);
            Ok(())
        }
        Value::Number(number) => write!(out, "{number}"),
        Value::Bool(bool) => write!(out, "{bool}"),
    };
}

fn reference(arrow: char, other: Option<Annotation<'_>>, out: &mut String) {
    if let Some(other) = other {
        let _ = write!(out, "{GAP}{arrow} {}:{}", other.kind(), other.rule());
    }
}

/// The words with single spaces between them.
pub(crate) fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}
