//! An annotation as it is read.

use super::{AnnotationId, Annotations, Heading, Item, Label, Stored, Value};
use crate::Span;

/// One annotation of a document.
#[derive(Clone, Copy, Debug)]
pub struct Annotation<'a> {
    all: &'a Annotations,
    id: AnnotationId,
}

impl<'a> Annotation<'a> {
    pub(super) fn new(all: &'a Annotations, id: AnnotationId) -> Self {
        Self { all, id }
    }

    /// Its number, in the order of finding.
    pub fn id(&self) -> AnnotationId {
        self.id
    }

    /// Its kind, plugin and rule as numbers.
    pub fn heading(&self) -> Heading {
        self.item().heading
    }

    /// What was found.
    pub fn kind(&self) -> &'a str {
        self.all.labels.text(self.heading().kind)
    }

    /// Id of the plugin that found it.
    pub fn plugin(&self) -> &'a str {
        self.all.labels.text(self.heading().plugin)
    }

    /// The rule that fired.
    pub fn rule(&self) -> &'a str {
        self.all.labels.text(self.heading().rule)
    }

    /// All roles with their spans, in text order.
    pub fn parts(&self) -> impl ExactSizeIterator<Item = (&'a str, Span)> + use<'a> {
        let all = self.all;
        let parts = self.labelled_parts().iter();
        parts.map(|&(role, span)| (all.labels.text(role), span))
    }

    /// All parts with the numbers of their roles, in text order.
    pub fn labelled_parts(&self) -> &'a [(Label, Span)] {
        self.item().parts.of(&self.all.parts)
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
        let attributes = self.labelled_attributes();
        attributes.map(|(name, value)| (all.labels.text(name), value))
    }

    /// All attributes with the numbers of their names, in the order the plugin gave them.
    pub fn labelled_attributes(
        &self,
    ) -> impl ExactSizeIterator<Item = (Label, Value<'a>)> + use<'a> {
        let all = self.all;
        let attributes = self.item().attributes.of(&all.attributes);
        attributes.iter().map(|&(name, value)| {
            let value = match value {
                Stored::Text(text) => Value::Text(all.text(text)),
                Stored::Number(number) => Value::Number(number),
                Stored::Bool(bool) => Value::Bool(bool),
            };
            (name, value)
        })
    }

    /// The numbers of the attributes' names, in the order the plugin gave them.
    pub fn attribute_labels(&self) -> impl ExactSizeIterator<Item = Label> + use<'a> {
        let attributes = self.item().attributes.of(&self.all.attributes);
        attributes.iter().map(|&(name, _)| name)
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
        let links = self.labelled_links().iter();
        links.map(|&(name, target)| (all.labels.text(name), target))
    }

    /// All links with the numbers of their names.
    pub fn labelled_links(&self) -> &'a [(Label, AnnotationId)] {
        self.item().links.of(&self.all.links)
    }

    /// Where its first part begins, in bytes; 0 without parts.
    pub fn start(&self) -> u32 {
        let parts = self.labelled_parts();
        parts.first().map_or(0, |(_, span)| span.start())
    }

    fn index(&self) -> usize {
        self.id.0 as usize
    }

    fn item(&self) -> &'a Item {
        &self.all.items[self.index()]
    }
}
