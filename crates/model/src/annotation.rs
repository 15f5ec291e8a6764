//! What plugins found in one document, held without an allocation for each finding.

use crate::Span;

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
/// All names and texts lie in one buffer; [`Annotations::clear`] keeps the memory for the
/// next document.
#[derive(Debug, Default)]
pub struct Annotations {
    items: Vec<Item>,
    parts: Vec<(Text, Span)>,
    attributes: Vec<(Text, Stored)>,
    links: Vec<(Text, AnnotationId)>,
    texts: String,
}

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

#[derive(Clone, Copy, Debug)]
struct Item {
    kind: Text,
    plugin: Text,
    rule: Text,
    /// Where this item's entries end in the three lists; they begin where the one before ends.
    parts_end: u32,
    attributes_end: u32,
    links_end: u32,
}

impl Annotations {
    /// Adds an annotation; its number is how many there were before. Parts are put in text order.
    pub fn push(&mut self, new: &NewAnnotation<'_>) -> AnnotationId {
        let id = AnnotationId(self.items.len() as u32);
        let first_part = self.parts.len();
        for &(role, span) in new.parts {
            let role = self.store(role);
            self.parts.push((role, span));
        }
        self.parts[first_part..].sort_by_key(|&(_, span)| span);
        for &(name, value) in new.attributes {
            let name = self.store(name);
            let value = match value {
                Value::Text(text) => Stored::Text(self.store(text)),
                Value::Number(number) => Stored::Number(number),
                Value::Bool(bool) => Stored::Bool(bool),
            };
            self.attributes.push((name, value));
        }
        for &(name, target) in new.links {
            let name = self.store(name);
            self.links.push((name, target));
        }
        let item = Item {
            kind: self.store(new.kind),
            plugin: self.store(new.plugin),
            rule: self.store(new.rule),
            parts_end: self.parts.len() as u32,
            attributes_end: self.attributes.len() as u32,
            links_end: self.links.len() as u32,
        };
        self.items.push(item);
        id
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
        ((id.0 as usize) < self.items.len()).then_some(Annotation { all: self, id })
    }

    /// All, in the order they were found.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = Annotation<'_>> + '_ {
        (0..self.items.len() as u32).map(|id| Annotation {
            all: self,
            id: AnnotationId(id),
        })
    }

    /// All, by the place where each begins; those that begin together in the order they were found.
    pub fn in_text_order(&self) -> Vec<Annotation<'_>> {
        let mut order: Vec<_> = self.iter().map(|a| (a.start(), a.id)).collect();
        order.sort_unstable();
        let at = |(_, id)| Annotation { all: self, id };
        order.into_iter().map(at).collect()
    }

    fn store(&mut self, text: &str) -> Text {
        let start = self.texts.len() as u32;
        self.texts.push_str(text);
        Text(start, self.texts.len() as u32)
    }

    fn text(&self, text: Text) -> &str {
        &self.texts[text.0 as usize..text.1 as usize]
    }

    /// Where the lists end after the first `len` items.
    fn ends(&self, len: usize) -> (usize, usize, usize) {
        match len.checked_sub(1).map(|last| &self.items[last]) {
            Some(item) => (
                item.parts_end as usize,
                item.attributes_end as usize,
                item.links_end as usize,
            ),
            None => (0, 0, 0),
        }
    }
}

/// One annotation of a document.
#[derive(Clone, Copy, Debug)]
pub struct Annotation<'a> {
    all: &'a Annotations,
    id: AnnotationId,
}

impl<'a> Annotation<'a> {
    /// Its number, in the order of finding.
    pub fn id(&self) -> AnnotationId {
        self.id
    }

    /// What was found.
    pub fn kind(&self) -> &'a str {
        self.all.text(self.item().kind)
    }

    /// Id of the plugin that found it.
    pub fn plugin(&self) -> &'a str {
        self.all.text(self.item().plugin)
    }

    /// The rule that fired.
    pub fn rule(&self) -> &'a str {
        self.all.text(self.item().rule)
    }

    /// All roles with their spans, in text order.
    pub fn parts(&self) -> impl ExactSizeIterator<Item = (&'a str, Span)> + use<'a> {
        let all = self.all;
        let range = all.ends(self.index()).0..self.item().parts_end as usize;
        all.parts[range]
            .iter()
            .map(|&(role, span)| (all.text(role), span))
    }

    /// The spans of one role, in text order.
    pub fn part<'r>(&self, role: &'r str) -> impl Iterator<Item = Span> + use<'a, 'r> {
        self.parts()
            .filter(move |&(name, _)| name == role)
            .map(|(_, span)| span)
    }

    /// All attributes, in the order the plugin gave them.
    pub fn attributes(&self) -> impl ExactSizeIterator<Item = (&'a str, Value<'a>)> + use<'a> {
        let all = self.all;
        let range = all.ends(self.index()).1..self.item().attributes_end as usize;
        all.attributes[range].iter().map(|&(name, value)| {
            let value = match value {
                Stored::Text(text) => Value::Text(all.text(text)),
                Stored::Number(number) => Value::Number(number),
                Stored::Bool(bool) => Value::Bool(bool),
            };
            (all.text(name), value)
        })
    }

    /// The attribute of this name.
    pub fn attribute(&self, name: &str) -> Option<Value<'a>> {
        self.attributes()
            .find(|&(n, _)| n == name)
            .map(|(_, value)| value)
    }

    /// The attribute of this name if it is a text.
    pub fn text_attribute(&self, name: &str) -> Option<&'a str> {
        match self.attribute(name) {
            Some(Value::Text(text)) => Some(text),
            _ => None,
        }
    }

    /// The attribute of this name if it is true or false.
    pub fn bool_attribute(&self, name: &str) -> Option<bool> {
        match self.attribute(name) {
            Some(Value::Bool(bool)) => Some(bool),
            _ => None,
        }
    }

    /// All links: name and the annotation pointed to.
    pub fn links(&self) -> impl ExactSizeIterator<Item = (&'a str, AnnotationId)> + use<'a> {
        let all = self.all;
        let range = all.ends(self.index()).2..self.item().links_end as usize;
        all.links[range]
            .iter()
            .map(|&(name, target)| (all.text(name), target))
    }

    /// Where its first part begins, in bytes; 0 without parts.
    pub fn start(&self) -> u32 {
        let first = self.all.ends(self.index()).0;
        let parts = &self.all.parts[first..self.item().parts_end as usize];
        parts.first().map_or(0, |(_, span)| span.start())
    }

    fn index(&self) -> usize {
        self.id.0 as usize
    }

    fn item(&self) -> &'a Item {
        &self.all.items[self.index()]
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
