//! Records: one document's findings as one line of JSON.

use sayso_model::{
    Annotation, AnnotationId, Annotations, Diagnostic, Document, OffsetUnit, Offsets, Span, Value,
};
use serde::ser::{Serialize, SerializeMap, SerializeSeq, SerializeStruct, Serializer};

/// Appends the record of one document to `out`: a JSON object and a line feed.
///
/// `doc` names the document, `producer` the program and plugins with their versions.
/// Annotations come in text order and are numbered anew from 0. Attributes with a number
/// that JSON cannot hold and links to annotations that are not there are left out; of two
/// attributes or links with one name the first counts.
///
/// ```
/// use sayso_model::{Annotations, OffsetUnit, Structure};
/// let structure = Structure::default();
/// let mut out = Vec::new();
/// let nothing = Annotations::default();
/// sayso_render::record("a.txt", "sayso/1", OffsetUnit::Char, &structure.document(""), &nothing, &[], &mut out);
/// assert_eq!(
///     String::from_utf8(out).unwrap(),
///     "{\"doc\":\"a.txt\",\"producer\":\"sayso/1\",\"offset_unit\":\"char\",\"annotations\":[],\"diagnostics\":[]}\n"
/// );
/// ```
pub fn record(
    doc: &str,
    producer: &str,
    unit: OffsetUnit,
    document: &Document<'_>,
    annotations: &Annotations,
    diagnostics: &[Diagnostic],
    out: &mut Vec<u8>,
) {
    let ordered = annotations.in_text_order();
    let mut numbers = vec![0; ordered.len()];
    for (number, annotation) in (0..).zip(&ordered) {
        numbers[annotation.id().0 as usize] = number;
    }
    let context = Context {
        text: document.text,
        offsets: Offsets::new(document.text, unit),
        numbers,
    };
    let record = Record {
        doc,
        producer,
        unit,
        annotations: &ordered,
        diagnostics,
        context: &context,
    };
    let start = out.len();
    // Neither a Vec nor these impls can fail; should it happen, no half line is left behind.
    if serde_json::to_writer(&mut *out, &record).is_err() {
        out.truncate(start);
        return;
    }
    out.push(b'\n');
}

/// What all parts of a record need to be written.
struct Context<'d> {
    text: &'d str,
    offsets: Offsets<'d>,
    /// From an annotation's number in the order of finding to its number in the record.
    numbers: Vec<u32>,
}

impl Context<'_> {
    fn number(&self, id: AnnotationId) -> Option<u32> {
        self.numbers.get(id.0 as usize).copied()
    }
}

struct Record<'r, 'd> {
    doc: &'r str,
    producer: &'r str,
    unit: OffsetUnit,
    annotations: &'r [Annotation<'d>],
    diagnostics: &'r [Diagnostic],
    context: &'r Context<'d>,
}

impl Serialize for Record<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let context = self.context;
        let items = || {
            self.annotations.iter().map(|&annotation| Item {
                annotation,
                context,
            })
        };
        let remarks = || {
            self.diagnostics.iter().map(|diagnostic| Remark {
                diagnostic,
                context,
            })
        };
        let mut record = serializer.serialize_struct("Record", 5)?;
        record.serialize_field("doc", self.doc)?;
        record.serialize_field("producer", self.producer)?;
        record.serialize_field("offset_unit", self.unit.name())?;
        record.serialize_field("annotations", &List(items))?;
        record.serialize_field("diagnostics", &List(remarks))?;
        record.end()
    }
}

/// Whatever the function gives, written as a list.
struct List<F>(F);

impl<F: Fn() -> I, I: Iterator<Item: Serialize>> Serialize for List<F> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq((self.0)())
    }
}

struct Item<'r, 'd> {
    annotation: Annotation<'d>,
    context: &'r Context<'d>,
}

impl Serialize for Item<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self {
            annotation,
            context,
        } = *self;
        let mut item = serializer.serialize_struct("Annotation", 7)?;
        item.serialize_field("id", &context.number(annotation.id()))?;
        item.serialize_field("kind", annotation.kind())?;
        item.serialize_field("plugin", annotation.plugin())?;
        item.serialize_field("rule", annotation.rule())?;
        let parts = Parts {
            annotation,
            context,
        };
        item.serialize_field("parts", &parts)?;
        if annotation.attributes().len() > 0 {
            item.serialize_field("attributes", &Attributes(annotation))?;
        }
        let links = Links {
            annotation,
            context,
        };
        if links.iter().next().is_some() {
            item.serialize_field("links", &links)?;
        }
        item.end()
    }
}

/// Roles in the order in which they first appear in the text, each with its spans.
struct Parts<'r, 'd> {
    annotation: Annotation<'d>,
    context: &'r Context<'d>,
}

impl Serialize for Parts<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let names = || self.annotation.parts().map(|(role, _)| role);
        let mut map = serializer.serialize_map(None)?;
        for (index, role) in names().enumerate() {
            if names().take(index).all(|earlier| earlier != role) {
                let spans = Spans { parts: self, role };
                map.serialize_entry(role, &spans)?;
            }
        }
        map.end()
    }
}

struct Spans<'r, 'd> {
    parts: &'r Parts<'r, 'd>,
    role: &'r str,
}

impl Serialize for Spans<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(None)?;
        for span in self.parts.annotation.part(self.role) {
            list.serialize_element(&Place {
                span,
                context: self.parts.context,
            })?;
        }
        list.end()
    }
}

struct Place<'r, 'd> {
    span: Span,
    context: &'r Context<'d>,
}

impl Serialize for Place<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (start, end) = self.context.offsets.span(self.span);
        let mut place = serializer.serialize_struct("Place", 3)?;
        place.serialize_field("start", &start)?;
        place.serialize_field("end", &end)?;
        place.serialize_field("text", self.span.of(self.context.text))?;
        place.end()
    }
}

struct Attributes<'d>(Annotation<'d>);

impl Serialize for Attributes<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for (index, (name, value)) in self.0.attributes().enumerate() {
            if self.0.attributes().take(index).any(|(n, _)| n == name) {
                continue;
            }
            match value {
                Value::Text(text) => map.serialize_entry(name, text)?,
                Value::Bool(bool) => map.serialize_entry(name, &bool)?,
                Value::Number(number) if is_whole(number) => {
                    map.serialize_entry(name, &(number as i64))?;
                }
                Value::Number(number) if number.is_finite() => {
                    map.serialize_entry(name, &number)?;
                }
                Value::Number(_) => {}
            }
        }
        map.end()
    }
}

/// Whether a number is written without a decimal point.
fn is_whole(number: f64) -> bool {
    number.fract() == 0.0 && number.abs() < 9e15
}

struct Links<'r, 'd> {
    annotation: Annotation<'d>,
    context: &'r Context<'d>,
}

impl<'d> Links<'_, 'd> {
    /// Names and new numbers; of several with one name the first.
    fn iter(&self) -> impl Iterator<Item = (&'d str, u32)> {
        let links = self.annotation.links();
        links.enumerate().filter_map(|(index, (name, target))| {
            let number = self.context.number(target)?;
            let mut earlier = self.annotation.links().take(index);
            let taken =
                earlier.any(|(n, target)| n == name && self.context.number(target).is_some());
            (!taken).then_some((name, number))
        })
    }
}

impl Serialize for Links<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}

struct Remark<'r, 'd> {
    diagnostic: &'r Diagnostic,
    context: &'r Context<'d>,
}

impl Serialize for Remark<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let diagnostic = self.diagnostic;
        let mut remark = serializer.serialize_struct("Diagnostic", 6)?;
        remark.serialize_field("severity", diagnostic.severity.name())?;
        remark.serialize_field("code", &diagnostic.code)?;
        remark.serialize_field("message", &diagnostic.message)?;
        if let Some(plugin) = &diagnostic.plugin {
            remark.serialize_field("plugin", plugin)?;
        }
        if let Some(span) = diagnostic.span {
            let (start, end) = self.context.offsets.span(span);
            remark.serialize_field("start", &start)?;
            remark.serialize_field("end", &end)?;
        }
        remark.end()
    }
}

#[cfg(test)]
mod tests;
