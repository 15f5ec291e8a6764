//! Records: one document's findings as one line of JSON.

use sayso_model::{
    Annotation, AnnotationId, Annotations, Diagnostic, Document, Label, OffsetUnit, Offsets, Span,
    Value,
};

use names::Names;

mod names;
mod write;

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
    let run = Run { producer, unit };
    Recorder::default().record(run, doc, document, annotations, diagnostics, out);
}

/// What all records of a run have in common.
#[derive(Clone, Copy, Debug)]
pub struct Run<'r> {
    /// The program and plugins with their versions.
    pub producer: &'r str,
    /// The unit of offsets.
    pub unit: OffsetUnit,
}

/// Writes the records of one document after the other ([`record`]); keeps the names that they
/// share.
#[derive(Clone, Debug, Default)]
pub struct Recorder {
    names: Names,
}

impl Recorder {
    /// Appends the record of one document to `out`.
    pub fn record(
        &mut self,
        run: Run<'_>,
        doc: &str,
        document: &Document<'_>,
        annotations: &Annotations,
        diagnostics: &[Diagnostic],
        out: &mut Vec<u8>,
    ) {
        let order = annotations.in_text_order();
        let mut numbers = vec![0; order.len()];
        for (number, annotation) in (0..).zip(&order) {
            numbers[annotation.id().0 as usize] = number;
        }
        self.names.update(annotations);
        let mut record = Record {
            text: document.text,
            offsets: Offsets::new(document.text, run.unit),
            names: &mut self.names,
            numbers,
            out,
        };
        record.raw(b"{\"doc\":");
        record.text(doc);
        record.raw(b",\"producer\":");
        record.text(run.producer);
        record.raw(b",\"offset_unit\":");
        record.text(run.unit.name());
        record.raw(b",\"annotations\":[");
        for (number, annotation) in (0..).zip(&order) {
            record.comma(number > 0);
            record.annotation(number, annotation);
        }
        record.raw(b"],\"diagnostics\":[");
        for (number, diagnostic) in diagnostics.iter().enumerate() {
            record.comma(number > 0);
            record.diagnostic(diagnostic);
        }
        record.raw(b"]}\n");
    }
}

/// A record in the making, and what all parts of it need to be written.
struct Record<'d, 'o> {
    text: &'d str,
    offsets: Offsets<'d>,
    names: &'o mut Names,
    /// From an annotation's number in the order of finding to its number in the record.
    numbers: Vec<u32>,
    out: &'o mut Vec<u8>,
}

impl Record<'_, '_> {
    fn annotation(&mut self, number: u32, annotation: &Annotation<'_>) {
        self.raw(b"{\"id\":");
        write::number(self.out, number);
        let heading = self.names.heading(annotation.heading());
        self.out.extend_from_slice(heading);
        self.raw(b",\"parts\":{");
        self.parts(annotation.labelled_parts());
        self.raw(b"}");
        if annotation.attribute_labels().len() > 0 {
            self.raw(b",\"attributes\":{");
            self.attributes(annotation);
            self.raw(b"}");
        }
        self.links(annotation.labelled_links());
        self.raw(b"}");
    }

    /// Roles in the order in which they first appear in the text, each with its spans.
    fn parts(&mut self, parts: &[(Label, Span)]) {
        for (index, &(role, first)) in parts.iter().enumerate() {
            if parts[..index].iter().any(|&(earlier, _)| earlier == role) {
                continue;
            }
            self.comma(index > 0);
            self.key(role);
            self.raw(b"[");
            self.place(first);
            for &(_, span) in parts[index + 1..].iter().filter(|part| part.0 == role) {
                self.raw(b",");
                self.place(span);
            }
            self.raw(b"]");
        }
    }

    fn place(&mut self, span: Span) {
        self.raw(b"{\"start\":");
        self.ends(span);
        self.raw(b",\"text\":");
        self.text(span.of(self.text));
        self.raw(b"}");
    }

    /// The two ends of a span behind the name of the first.
    fn ends(&mut self, span: Span) {
        let (start, end) = self.offsets.span(span);
        write::number(self.out, start);
        self.raw(b",\"end\":");
        write::number(self.out, end);
    }

    fn attributes(&mut self, annotation: &Annotation<'_>) {
        let mut behind = false;
        let mut names = 0u64;
        for (index, (name, value)) in annotation.labelled_attributes().enumerate() {
            // Names are numbered in the order of their first use: most have a bit of their own.
            let bit = 1 << (name.index() % 64);
            let maybe_again = names & bit != 0;
            names |= bit;
            let mut earlier = annotation.attribute_labels().take(index);
            let again = maybe_again && earlier.any(|n| n == name);
            if again || matches!(value, Value::Number(number) if !number.is_finite()) {
                continue;
            }
            self.comma(behind);
            behind = true;
            self.key(name);
            match value {
                Value::Text(text) => self.text(text),
                Value::Bool(true) => self.raw(b"true"),
                Value::Bool(false) => self.raw(b"false"),
                Value::Number(number) => self.number(number),
            }
        }
    }

    /// A finite number; a whole one without a decimal point.
    fn number(&mut self, number: f64) {
        let whole = number.fract() == 0.0 && number.abs() < 9e15;
        let written = if whole {
            serde_json::to_writer(&mut *self.out, &(number as i64))
        } else {
            serde_json::to_writer(&mut *self.out, &number)
        };
        debug_assert!(written.is_ok(), "neither a number nor a Vec can fail");
    }

    /// Names and new numbers; of several with one name the first.
    fn links(&mut self, links: &[(Label, AnnotationId)]) {
        let numbers = &self.numbers;
        let known = |target: AnnotationId| numbers.get(target.0 as usize).copied();
        let mut before: &[u8] = b",\"links\":{";
        for (index, &(name, target)) in links.iter().enumerate() {
            let mut earlier = links[..index].iter();
            let again = earlier.any(|&(n, target)| n == name && known(target).is_some());
            let Some(number) = known(target).filter(|_| !again) else {
                continue;
            };
            self.out.extend_from_slice(before);
            self.out.extend_from_slice(self.names.key(name));
            write::number(self.out, number);
            before = b",";
        }
        if before == b"," {
            self.raw(b"}");
        }
    }

    fn diagnostic(&mut self, diagnostic: &Diagnostic) {
        self.raw(b"{\"severity\":");
        self.text(diagnostic.severity.name());
        self.raw(b",\"code\":");
        self.text(&diagnostic.code);
        self.raw(b",\"message\":");
        self.text(&diagnostic.message);
        if let Some(plugin) = &diagnostic.plugin {
            self.raw(b",\"plugin\":");
            self.text(plugin);
        }
        if let Some(span) = diagnostic.span {
            self.raw(b",\"start\":");
            self.ends(span);
        }
        self.raw(b"}");
    }

    #[inline]
    fn key(&mut self, label: Label) {
        self.out.extend_from_slice(self.names.key(label));
    }

    fn text(&mut self, text: &str) {
        write::text(self.out, text);
    }

    #[inline(always)]
    fn raw(&mut self, json: &[u8]) {
        self.out.extend_from_slice(json);
    }

    fn comma(&mut self, behind: bool) {
        if behind {
            self.out.push(b',');
        }
    }
}

#[cfg(test)]
mod tests;
