//! What earlier plugins found, as a later one reads it.
#![allow(unsafe_code)]

use crate::{AnnotationId, Span, Value, abi, boundary};

/// The annotations of earlier plugins in one document, of the kinds the plugin needs.
///
/// ```
/// use sayso_plugin::{Document, Found};
///
/// /// The words of all who are said to have said something.
/// fn sources<'d>(document: &Document<'d>, found: &Found<'d>) -> Vec<&'d str> {
///     let mut words = Vec::new();
///     for attribution in found.of_kind("attribution") {
///         words.extend(attribution.part("source").map(|span| span.of(document.text)));
///     }
///     words
/// }
/// # let structure = sayso_parser::parse("");
/// assert!(sources(&structure.document(""), &Found::NOTHING).is_empty());
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Found<'d> {
    raw: &'d [&'d abi::Annotation],
}

impl<'d> Found<'d> {
    /// Reads what the host passed.
    ///
    /// # Safety
    /// All pointers in `raw` hold for `'d`, and all texts are UTF-8.
    pub(crate) unsafe fn new(raw: &'d [&'d abi::Annotation]) -> Self {
        Self { raw }
    }

    /// None at all.
    pub const NOTHING: Found<'static> = Found { raw: &[] };

    /// All of them, in the order they were found.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = FoundAnnotation<'d>> + use<'d> {
        self.raw.iter().map(|&raw| FoundAnnotation { raw })
    }

    /// Those of one kind.
    pub fn of_kind<'k>(
        &self,
        kind: &'k str,
    ) -> impl Iterator<Item = FoundAnnotation<'d>> + use<'d, 'k> {
        self.iter().filter(move |a| a.kind() == kind)
    }
}

/// One annotation of an earlier plugin.
#[derive(Clone, Copy, Debug)]
pub struct FoundAnnotation<'d> {
    raw: &'d abi::Annotation,
}

impl<'d> FoundAnnotation<'d> {
    /// Its number, for links.
    pub fn id(&self) -> AnnotationId {
        AnnotationId(self.raw.id)
    }

    /// What was found.
    pub fn kind(&self) -> &'d str {
        text(self.raw.kind)
    }

    /// Id of the plugin that found it.
    pub fn plugin(&self) -> &'d str {
        text(self.raw.plugin)
    }

    /// The rule that fired.
    pub fn rule(&self) -> &'d str {
        text(self.raw.rule)
    }

    /// The spans of one role, in text order.
    pub fn part<'r>(&self, role: &'r str) -> impl Iterator<Item = Span> + use<'d, 'r> {
        let parts = self.parts().filter(move |part| part.0 == role);
        parts.map(|(_, span)| span)
    }

    /// All spans with their roles.
    pub fn parts(&self) -> impl Iterator<Item = (&'d str, Span)> + use<'d> {
        let parts = slice(self.raw.parts, self.raw.n_parts).iter();
        parts.map(|part| (text(part.role), Span::new(part.start, part.end)))
    }

    /// The value of an attribute.
    pub fn attribute(&self, name: &str) -> Option<Value<'d>> {
        let attributes = slice(self.raw.attributes, self.raw.n_attributes);
        let found = attributes.iter().find(|a| text(a.name) == name)?;
        Some(match found.value {
            abi::VALUE_NUMBER => Value::Number(found.number),
            abi::VALUE_BOOL => Value::Bool(found.number != 0.0),
            _ => Value::Text(text(found.text)),
        })
    }

    /// The value of an attribute if it is a text.
    pub fn text_attribute(&self, name: &str) -> Option<&'d str> {
        match self.attribute(name)? {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// Whether an attribute is there and true.
    pub fn is(&self, name: &str) -> bool {
        matches!(self.attribute(name), Some(Value::Bool(true)))
    }
}

fn text<'d>(raw: abi::Str) -> &'d str {
    // SAFETY: `Found::new` was promised that texts are UTF-8 and live for `'d`.
    unsafe { boundary::text(raw) }
}

fn slice<'d, T>(pointer: *const T, len: usize) -> &'d [T] {
    // SAFETY: `Found::new` was promised that pointers and lengths hold for `'d`.
    unsafe { boundary::slice(pointer, len) }
}
