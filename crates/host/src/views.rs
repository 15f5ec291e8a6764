//! Earlier annotations as a plugin sees them.
#![allow(unsafe_code)]

use std::mem::size_of;

use sayso_model::{Annotations, Label, Value};
use sayso_plugin::abi;

use crate::loaded::Need;

/// Annotations with the arrays they point into; the memory is used again.
#[derive(Debug, Default)]
pub(crate) struct Views {
    annotations: Vec<abi::Annotation>,
    pointers: Vec<*const abi::Annotation>,
    parts: Vec<abi::Part>,
    attributes: Vec<abi::Attribute>,
    links: Vec<abi::Link>,
    /// All names, by number.
    names: Vec<abi::Str>,
}

// SAFETY: the pointers are only followed by the thread that filled the views, while it runs a
// plugin.
unsafe impl Send for Views {}

impl Views {
    /// Looks at the annotations of the kinds needed, by number. The views hold until `all` is
    /// cleared or dropped, or they are filled again: what is added to `all` moves no text.
    pub(crate) fn fill(&mut self, all: &Annotations, needs: &[Need]) {
        self.pointers.clear();
        self.annotations.clear();
        self.parts.clear();
        self.attributes.clear();
        self.links.clear();
        self.names.clear();
        self.names.extend(all.labels().map(abi::Str::new));
        let needed = |name: &str| needs.iter().any(|need| need.kind == name);
        let needed: Vec<bool> = all.labels().map(needed).collect();
        let name = |label: Label| self.names[label.index()];
        for annotation in all.iter() {
            let heading = annotation.heading();
            if !needed[heading.kind.index()] {
                continue;
            }
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
                // Set below, when the arrays do not move any more.
                parts: std::ptr::null(),
                n_parts: parts.len(),
                attributes: std::ptr::null(),
                n_attributes,
                links: std::ptr::null(),
                n_links: links.len(),
            });
        }
        let (mut parts, mut attributes, mut links) =
            (&self.parts[..], &self.attributes[..], &self.links[..]);
        for view in &mut self.annotations {
            view.parts = take(&mut parts, view.n_parts);
            view.attributes = take(&mut attributes, view.n_attributes);
            view.links = take(&mut links, view.n_links);
        }
        let pointers = self.annotations.iter().map(std::ptr::from_ref);
        self.pointers.extend(pointers);
    }

    /// The views.
    pub(crate) fn all(&self) -> &[abi::Annotation] {
        &self.annotations
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
