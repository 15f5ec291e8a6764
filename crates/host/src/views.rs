//! Earlier annotations as a plugin sees them.
#![allow(unsafe_code)]

use std::mem::size_of;

use sayso_model::{Annotation, Annotations, Label, Value};
use sayso_plugin::abi;

use crate::loaded::Need;

/// The annotations of a document with the arrays they point into; the memory is used again.
#[derive(Debug, Default)]
pub(crate) struct Views {
    /// All that were there when it was filled last.
    annotations: Vec<abi::Annotation>,
    parts: Vec<abi::Part>,
    attributes: Vec<abi::Attribute>,
    links: Vec<abi::Link>,
    /// All names, by number.
    names: Vec<abi::Str>,
    /// The kinds needed.
    kinds: Vec<Label>,
    /// Those of these kinds, and their numbers.
    pointers: Vec<*const abi::Annotation>,
    numbers: Vec<u32>,
}

// SAFETY: the pointers are only followed by the thread that filled the views, while it runs a
// plugin.
unsafe impl Send for Views {}

impl Views {
    /// Forgets the annotations; to be called when a document begins.
    pub(crate) fn clear(&mut self) {
        self.annotations.clear();
        self.parts.clear();
        self.attributes.clear();
        self.links.clear();
    }

    /// Looks at the annotations that came since it was filled last, and chooses those of the kinds
    /// needed. The views hold until `all` is cleared or dropped, or they are filled again: what is
    /// added to `all` moves no text.
    pub(crate) fn fill(&mut self, all: &Annotations, needs: &[Need]) {
        self.names.clear();
        self.names.extend(all.labels().map(abi::Str::new));
        for annotation in all.iter().skip(self.annotations.len()) {
            self.add(annotation);
        }
        self.point();
        self.kinds.clear();
        let kinds = needs.iter().filter_map(|need| all.known(&need.kind));
        self.kinds.extend(kinds);
        self.pointers.clear();
        self.numbers.clear();
        for (annotation, view) in all.iter().zip(&self.annotations) {
            if self.kinds.contains(&annotation.heading().kind) {
                self.pointers.push(view);
                self.numbers.push(view.id);
            }
        }
    }

    fn add(&mut self, annotation: Annotation<'_>) {
        let names = &self.names[..];
        let name = |label: Label| names[label.index()];
        let heading = annotation.heading();
        let parts = annotation.labelled_parts();
        self.parts
            .extend(parts.iter().map(|&(role, span)| abi::Part {
                role: name(role),
                start: span.start(),
                end: span.end(),
            }));
        let attributes = annotation.labelled_attributes();
        let n_attributes = attributes.len();
        self.attributes
            .extend(attributes.map(|(label, value)| attribute(name(label), value)));
        let links = annotation.labelled_links();
        self.links
            .extend(links.iter().map(|&(label, target)| abi::Link {
                name: name(label),
                target: target.0,
                reserved: 0,
            }));
        self.annotations.push(abi::Annotation {
            size: size_of::<abi::Annotation>() as u32,
            id: annotation.id().0,
            kind: name(heading.kind),
            plugin: name(heading.plugin),
            rule: name(heading.rule),
            // Set when the arrays do not move any more.
            parts: std::ptr::null(),
            n_parts: parts.len(),
            attributes: std::ptr::null(),
            n_attributes,
            links: std::ptr::null(),
            n_links: links.len(),
        });
    }

    /// Sets the pointers into the arrays, which may have moved.
    fn point(&mut self) {
        let (mut parts, mut attributes, mut links) =
            (&self.parts[..], &self.attributes[..], &self.links[..]);
        for view in &mut self.annotations {
            view.parts = take(&mut parts, view.n_parts);
            view.attributes = take(&mut attributes, view.n_attributes);
            view.links = take(&mut links, view.n_links);
        }
    }

    /// The numbers of the annotations chosen.
    pub(crate) fn numbers(&self) -> &[u32] {
        &self.numbers
    }

    /// Pointers to them.
    pub(crate) fn pointers(&self) -> &[*const abi::Annotation] {
        &self.pointers
    }
}

fn attribute(name: abi::Str, value: Value<'_>) -> abi::Attribute {
    let (text, number, code) = match value {
        Value::Text(text) => (text, 0.0, abi::VALUE_TEXT),
        Value::Number(number) => ("", number, abi::VALUE_NUMBER),
        Value::Bool(bool) => ("", f64::from(u8::from(bool)), abi::VALUE_BOOL),
    };
    abi::Attribute {
        name,
        text: abi::Str::new(text),
        number,
        value: code,
        reserved: 0,
    }
}

/// Cuts the first `n` elements off and gives their address.
fn take<T>(rest: &mut &[T], n: usize) -> *const T {
    let (first, after) = rest.split_at(n);
    *rest = after;
    first.as_ptr()
}
