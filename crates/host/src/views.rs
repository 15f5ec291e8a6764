//! Earlier annotations as a plugin sees them.
#![allow(unsafe_code)]

use std::mem::size_of;

use sayso_model::{Annotations, Value};
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
}

// SAFETY: the pointers are only followed by the thread that filled the views, while it runs a
// plugin.
unsafe impl Send for Views {}

impl Views {
    /// Looks at the annotations of the kinds needed, by number. The views hold until `all` is
    /// changed or they are filled again.
    pub(crate) fn fill(&mut self, all: &Annotations, needs: &[Need]) {
        self.pointers.clear();
        self.annotations.clear();
        self.parts.clear();
        self.attributes.clear();
        self.links.clear();
        for annotation in all.iter() {
            if !needs.iter().any(|need| need.kind == annotation.kind()) {
                continue;
            }
            let first_part = self.parts.len();
            self.parts
                .extend(annotation.parts().map(|(role, span)| abi::Part {
                    role: abi::Str::new(role),
                    start: span.start(),
                    end: span.end(),
                }));
            let first_attribute = self.attributes.len();
            let attributes = annotation.attributes();
            self.attributes
                .extend(attributes.map(|(name, value)| attribute(name, value)));
            let first_link = self.links.len();
            self.links
                .extend(annotation.links().map(|(name, target)| abi::Link {
                    name: abi::Str::new(name),
                    target: target.0,
                    reserved: 0,
                }));
            self.annotations.push(abi::Annotation {
                size: size_of::<abi::Annotation>() as u32,
                id: annotation.id().0,
                kind: abi::Str::new(annotation.kind()),
                plugin: abi::Str::new(annotation.plugin()),
                rule: abi::Str::new(annotation.rule()),
                // Set below, when the arrays do not move any more.
                parts: std::ptr::null(),
                n_parts: self.parts.len() - first_part,
                attributes: std::ptr::null(),
                n_attributes: self.attributes.len() - first_attribute,
                links: std::ptr::null(),
                n_links: self.links.len() - first_link,
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

fn attribute(name: &str, value: Value<'_>) -> abi::Attribute {
    let (text, number, code) = match value {
        Value::Text(text) => (text, 0.0, abi::VALUE_TEXT),
        Value::Number(number) => ("", number, abi::VALUE_NUMBER),
        Value::Bool(bool) => ("", f64::from(u8::from(bool)), abi::VALUE_BOOL),
    };
    abi::Attribute {
        name: abi::Str::new(name),
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
