//! What plugins found in one document, held without an allocation for each finding.

mod draft;
mod one;

pub use draft::Draft;
pub use one::Annotation;

use crate::Span;
use crate::labels::{Label, Labels};
use crate::texts::Texts;

/// The number of an annotation within its document.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct AnnotationId(pub u32);

/// The value of an attribute.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Value<'a> {
    /// A text.
    Text(&'a str),
    /// A finite number.
    Number(f64),
    /// True or false.
    Bool(bool),
}

/// An annotation to be added, borrowed from whoever made it.
#[derive(Clone, Copy, Debug, Default)]
pub struct NewAnnotation<'a> {
    /// What was found (`attribution`, `hedge`, …).
    pub kind: &'a str,
    /// Id of the plugin that found it.
    pub plugin: &'a str,
    /// The rule that fired.
    pub rule: &'a str,
    /// Roles and their spans; a role may come several times.
    pub parts: &'a [(&'a str, Span)],
    /// Names and values.
    pub attributes: &'a [(&'a str, Value<'a>)],
    /// Names and the earlier annotations they point to.
    pub links: &'a [(&'a str, AnnotationId)],
}

/// The annotations of one document.
///
/// All texts lie in one buffer, each at an address of its own until all is forgotten: what is
/// added meanwhile does not move them. Names (kinds, plugins, rules, roles and those of attributes and
/// links) are few: each is held once, and stays for the next document. [`Annotations::clear`]
/// keeps the memory, too.
#[derive(Debug, Default)]
pub struct Annotations {
    items: Vec<Item>,
    parts: Vec<(Label, Span)>,
    attributes: Vec<(Label, Stored)>,
    links: Vec<(Label, AnnotationId)>,
    labels: Labels,
    texts: Texts,
}

/// More names than this are forgotten with the document that they were used in.
const MOST_LABELS: usize = 1 << 10;

impl Clone for Annotations {
    fn clone(&self) -> Self {
        let mut copy = Self::default();
        copy.clone_from(self);
        copy
    }

    /// Keeps the memory of what is overwritten.
    fn clone_from(&mut self, other: &Self) {
        self.items.clone_from(&other.items);
        self.parts.clone_from(&other.parts);
        self.attributes.clone_from(&other.attributes);
        self.links.clone_from(&other.links);
        self.labels.copy(&other.labels);
        self.texts.clone_from(&other.texts);
    }
}

/// A stretch of `Annotations::texts`.
#[derive(Clone, Copy, Debug)]
struct Text(u32, u32);

#[derive(Clone, Copy, Debug)]
enum Stored {
    Text(Text),
    Number(f64),
    Bool(bool),
}

/// What an annotation is headed by, as names with their numbers ([`Annotations::labels`]).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Heading {
    /// What was found.
    pub kind: Label,
    /// Id of the plugin that found it.
    pub plugin: Label,
    /// The rule that fired.
    pub rule: Label,
}

#[derive(Clone, Copy, Debug)]
struct Item {
    heading: Heading,
    /// Where this item's entries stand in the three lists; they begin where those of the item
    /// before end.
    parts: Entries,
    attributes: Entries,
    links: Entries,
}

/// A stretch of a list.
#[derive(Clone, Copy, Debug)]
struct Entries(u32, u32);

impl Entries {
    /// From a place to the end of a list.
    fn from<T>(first: usize, list: &[T]) -> Self {
        Self(first as u32, list.len() as u32)
    }

    #[inline]
    fn of<T>(self, list: &[T]) -> &[T] {
        &list[self.0 as usize..self.1 as usize]
    }
}

impl Annotations {
    /// Adds an annotation; its number is how many there were before. Parts are put in text order.
    pub fn push(&mut self, new: &NewAnnotation<'_>) -> AnnotationId {
        let mut draft = self.draft();
        for &(role, span) in new.parts {
            let role = draft.label(role);
            draft.part(role, span);
        }
        for &(name, value) in new.attributes {
            let name = draft.label(name);
            draft.attribute(name, value);
        }
        for &(name, target) in new.links {
            let name = draft.label(name);
            draft.link(name, target);
        }
        let heading = Heading {
            kind: draft.label(new.kind),
            plugin: draft.label(new.plugin),
            rule: draft.label(new.rule),
        };
        draft.finish(heading)
    }

    /// Begins an annotation; it is not there until the draft is finished.
    pub fn draft(&mut self) -> Draft<'_> {
        Draft::new(self)
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// Forgets all but keeps the memory.
    pub fn clear(&mut self) {
        self.truncate(0);
        self.texts.clear();
        if self.labels.len() > MOST_LABELS {
            self.labels = Labels::default();
        }
    }

    /// Forgets all but the first `len`.
    pub fn truncate(&mut self, len: usize) {
        if len >= self.items.len() {
            return;
        }
        self.items.truncate(len);
        let (parts, attributes, links) = self.ends(len);
        self.parts.truncate(parts);
        self.attributes.truncate(attributes);
        self.links.truncate(links);
    }

    /// The annotation with this number.
    pub fn get(&self, id: AnnotationId) -> Option<Annotation<'_>> {
        ((id.0 as usize) < self.items.len()).then_some(Annotation::new(self, id))
    }

    /// All, in the order they were found.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = Annotation<'_>> + '_ {
        (0..self.items.len() as u32).map(|id| Annotation::new(self, AnnotationId(id)))
    }

    /// All, by the place where each begins; those that begin together in the order they were found.
    pub fn in_text_order(&self) -> Vec<Annotation<'_>> {
        let mut order: Vec<_> = self.iter().map(|a| (a.start(), a.id())).collect();
        order.sort();
        let at = |(_, id)| Annotation::new(self, id);
        order.into_iter().map(at).collect()
    }

    /// The number of a name, which it gets now if it has none.
    pub fn label(&mut self, name: &str) -> Label {
        self.labels.of(name)
    }

    /// The number of a name that has one.
    pub fn known(&self, name: &str) -> Option<Label> {
        self.labels.find(name.as_bytes())
    }

    /// All names that were used, each at the index of its number.
    pub fn labels(&self) -> impl ExactSizeIterator<Item = &str> {
        self.labels.all()
    }

    #[inline]
    fn store(&mut self, text: &str) -> Text {
        let start = self.texts.len() as u32;
        self.texts.push(text);
        Text(start, self.texts.len() as u32)
    }

    fn text(&self, text: Text) -> &str {
        &self.texts[text.0 as usize..text.1 as usize]
    }

    /// Where the lists end after the first `len` items.
    fn ends(&self, len: usize) -> (usize, usize, usize) {
        match len.checked_sub(1).map(|last| &self.items[last]) {
            Some(item) => (
                item.parts.1 as usize,
                item.attributes.1 as usize,
                item.links.1 as usize,
            ),
            None => (0, 0, 0),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample(all: &mut Annotations, at: u32) -> AnnotationId {
        all.push(&NewAnnotation {
            kind: "hedge",
            plugin: "hedges",
            rule: "modal",
            parts: &[
                ("scope", Span::new(at + 4, at + 9)),
                ("cue", Span::new(at, at + 3)),
            ],
            attributes: &[("category", Value::Text("epistemic"))],
            links: &[("claim", AnnotationId(0))],
        })
    }

    #[test]
    fn what_is_pushed_is_read_back_in_text_order() {
        let mut all = Annotations::default();
        sample(&mut all, 50);
        let second = sample(&mut all, 10);
        let found = all.get(second).unwrap();
        assert_eq!(
            (found.kind(), found.plugin(), found.rule()),
            ("hedge", "hedges", "modal")
        );
        let parts: Vec<_> = found.parts().collect();
        assert_eq!(
            parts,
            [("cue", Span::new(10, 13)), ("scope", Span::new(14, 19))]
        );
        assert_eq!(found.text_attribute("category"), Some("epistemic"));
        assert_eq!(found.links().next(), Some(("claim", AnnotationId(0))));
        let order: Vec<_> = all.in_text_order().iter().map(|a| a.id().0).collect();
        assert_eq!(order, [1, 0]);
    }

    #[test]
    fn truncating_forgets_the_later_ones_only() {
        let mut all = Annotations::default();
        sample(&mut all, 0);
        sample(&mut all, 30);
        all.truncate(1);
        sample(&mut all, 60);
        let starts: Vec<_> = all.iter().map(|a| a.start()).collect();
        assert_eq!(starts, [0, 60]);
    }
}
