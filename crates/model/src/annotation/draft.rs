//! An annotation in the making.

use super::{AnnotationId, Annotations, Entries, Heading, Item, Label, Stored, Value};
use crate::Span;

/// An annotation in the making ([`Annotations::draft`]); it counts once it is finished, and leaves
/// nothing if it is not.
#[derive(Debug)]
pub struct Draft<'a> {
    all: &'a mut Annotations,
    /// Where its own parts, attributes and links begin.
    first: (usize, usize, usize),
    labels: usize,
    texts: usize,
    /// The names of its attributes, and of its links.
    named: (Named, Named),
}

/// Names that came so far, roughly: a bit may stand for several.
#[derive(Clone, Copy, Debug, Default)]
struct Named([u64; 2]);

impl Named {
    /// Notes a name; gives whether it may have come before.
    #[inline]
    fn came(&mut self, name: Label) -> bool {
        let bits = &mut self.0[name.index() / 64 % 2];
        let before = *bits;
        *bits |= 1 << (name.index() % 64);
        *bits == before
    }
}

impl<'a> Draft<'a> {
    pub(super) fn new(all: &'a mut Annotations) -> Self {
        Self {
            first: (all.parts.len(), all.attributes.len(), all.links.len()),
            labels: all.labels.len(),
            texts: all.texts.len(),
            named: Default::default(),
            all,
        }
    }

    /// The number of a name; none for one that is not known yet, which may be no name at all.
    #[inline]
    pub fn known(&self, name: &[u8]) -> Option<Label> {
        self.all.labels.find(name)
    }

    /// The number of a name.
    pub fn label(&mut self, name: &str) -> Label {
        self.all.labels.of(name)
    }

    /// The name with a number.
    pub fn name(&self, label: Label) -> &str {
        self.all.labels.text(label)
    }

    /// Adds a span in a role.
    #[inline]
    pub fn part(&mut self, role: Label, span: Span) {
        self.all.parts.push((role, span));
    }

    /// Adds an attribute; gives whether it is the first of its name.
    #[inline]
    pub fn attribute(&mut self, name: Label, value: Value<'_>) -> bool {
        let own = || &self.all.attributes[self.first.1..];
        let is_first = !self.named.0.came(name) || own().iter().all(|&(other, _)| other != name);
        let value = match value {
            Value::Text(text) => Stored::Text(self.all.store(text)),
            Value::Number(number) => Stored::Number(number),
            Value::Bool(bool) => Stored::Bool(bool),
        };
        self.all.attributes.push((name, value));
        is_first
    }

    /// Adds a link to another annotation; gives whether it is the first of its name.
    #[inline]
    pub fn link(&mut self, name: Label, target: AnnotationId) -> bool {
        let own = || &self.all.links[self.first.2..];
        let is_first = !self.named.1.came(name) || own().iter().all(|&(other, _)| other != name);
        self.all.links.push((name, target));
        is_first
    }

    /// How many parts, attributes and links it has.
    pub fn entries(&self) -> usize {
        let (parts, attributes, links) = self.first;
        self.all.parts.len() - parts + self.all.attributes.len() - attributes + self.all.links.len()
            - links
    }

    /// Makes it an annotation, with its parts in text order; gives its number.
    pub fn finish(self, heading: Heading) -> AnnotationId {
        let all = &mut *self.all;
        all.parts[self.first.0..].sort_by_key(|&(_, span)| span);
        let id = AnnotationId(all.items.len() as u32);
        all.items.push(Item {
            heading,
            parts: Entries::from(self.first.0, &all.parts),
            attributes: Entries::from(self.first.1, &all.attributes),
            links: Entries::from(self.first.2, &all.links),
        });
        // Dropping it would take everything back.
        std::mem::forget(self);
        id
    }
}

impl Drop for Draft<'_> {
    fn drop(&mut self) {
        self.all.parts.truncate(self.first.0);
        self.all.attributes.truncate(self.first.1);
        self.all.links.truncate(self.first.2);
        self.all.labels.truncate(self.labels);
        self.all.texts.truncate(self.texts);
    }
}
