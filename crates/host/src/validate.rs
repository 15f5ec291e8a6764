//! Whether an annotation that a plugin emits is right.
#![allow(unsafe_code)]

use std::fmt::Display;

use sayso_model::{AnnotationId, Draft, Heading, Label, Span, Value};
use sayso_plugin::abi;

use crate::borrow;
use crate::declared::Declared;
use crate::loaded::Loaded;

/// The most parts of one annotation, unless the text has more bytes than that.
const MAX_PARTS: usize = 10_000;
/// The most attributes, and the most links, of one annotation.
const MAX_NAMED: usize = 1_000;
/// The longest name of a rule, an attribute or a link, in bytes.
pub(crate) const MAX_NAME: usize = 200;
/// The longest text of an attribute, in bytes.
const MAX_TEXT: usize = 1 << 20;

/// What an annotation is measured by.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Context<'c> {
    pub(crate) plugin: &'c Loaded,
    pub(crate) declared: &'c Declared,
    pub(crate) text: &'c str,
    /// The numbers of the earlier annotations that the plugin can see.
    pub(crate) visible: &'c [u32],
    /// Number of its own first annotation.
    pub(crate) first: usize,
    /// Number of the annotation to be checked.
    pub(crate) next: usize,
}

/// What is wrong with an annotation, in words. Made out of line, so that the checks, which most
/// annotations pass, keep what they work with in registers.
pub(crate) type Problem = Box<str>;

/// What is known of an annotation that is right, besides what its draft has.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Right {
    pub(crate) heading: Heading,
    /// What it takes up, in bytes, roughly: names are short, texts may be long.
    pub(crate) weight: usize,
}

impl<'p> Context<'p> {
    /// Checks an annotation and fills in its draft, or says what is wrong.
    ///
    /// # Safety
    /// The annotation's pointers must hold for `'p`.
    pub(crate) unsafe fn check(
        &self,
        raw: &'p abi::Annotation,
        draft: &mut Draft<'_>,
    ) -> Result<Right, Problem> {
        // SAFETY: promised by the caller, here and below.
        unsafe {
            let (kind, roles) = self.kind(raw, draft)?;
            let heading = Heading {
                kind,
                plugin: self.declared.plugin(),
                rule: name(raw.rule, "the rule", draft)?,
            };
            parts(raw, self.text, roles, draft)?;
            let texts = attributes(raw, draft)?;
            if raw.n_links > 0 {
                self.links(raw, draft)?;
            }
            Ok(Right {
                heading,
                weight: texts + draft.entries() * 64 + 64,
            })
        }
    }

    /// The kind and its roles.
    unsafe fn kind(
        &self,
        raw: &abi::Annotation,
        draft: &Draft<'_>,
    ) -> Result<(Label, &'p [Label]), Problem> {
        // SAFETY: promised by the caller.
        let kind = unsafe { borrow::bytes(raw.kind, MAX_NAME) };
        let kind = kind.map_err(|fault| about("its kind", fault))?;
        let known = draft.known(kind);
        let declared = known.and_then(|kind| Some((kind, self.declared.roles(kind)?)));
        declared.ok_or_else(|| undeclared_kind(self.plugin))
    }

    unsafe fn links(&self, raw: &abi::Annotation, draft: &mut Draft<'_>) -> Result<(), Problem> {
        // SAFETY: promised by the caller.
        let links = unsafe { borrow::slice(raw.links, raw.n_links, MAX_NAMED) };
        for link in links.map_err(|fault| about("the list of its links", fault))? {
            // SAFETY: promised by the caller.
            let label = unsafe { name(link.name, "the name of a link", draft) }?;
            if !self.is_known(link.target) {
                return Err(wrong_target(draft.name(label), link.target));
            }
            if !draft.link(label, AnnotationId(link.target)) {
                return Err(twice("links", draft.name(label)));
            }
        }
        Ok(())
    }

    /// Whether the plugin can know the annotation with this number.
    fn is_known(&self, target: u32) -> bool {
        (self.first..self.next).contains(&(target as usize))
            || self.visible.binary_search(&target).is_ok()
    }
}

#[inline(never)]
unsafe fn parts(
    raw: &abi::Annotation,
    text: &str,
    roles: &[Label],
    draft: &mut Draft<'_>,
) -> Result<(), Problem> {
    let most = MAX_PARTS.max(text.len());
    // SAFETY: promised by the caller.
    let parts = unsafe { borrow::slice(raw.parts, raw.n_parts, most) };
    let parts = parts.map_err(|fault| about("the list of its parts", fault))?;
    if parts.is_empty() {
        return Err("it has no parts".into());
    }
    for part in parts {
        // SAFETY: promised by the caller.
        let role = unsafe { borrow::bytes(part.role, MAX_NAME) };
        let role = role.map_err(|fault| about("the role of a part", fault))?;
        let Some(label) = draft.known(role).filter(|label| roles.contains(label)) else {
            return Err(undeclared_role(role, roles, draft));
        };
        match Span::checked(text, part.start, part.end) {
            Some(span) if !span.is_empty() => draft.part(label, span),
            _ => return Err(wrong_span(text, draft.name(label), part.start, part.end)),
        }
    }
    Ok(())
}

/// Adds the attributes; gives how many bytes their texts have.
#[inline(never)]
unsafe fn attributes(raw: &abi::Annotation, draft: &mut Draft<'_>) -> Result<usize, Problem> {
    let mut texts = 0;
    // SAFETY: promised by the caller.
    let attributes = unsafe { borrow::slice(raw.attributes, raw.n_attributes, MAX_NAMED) };
    for attribute in attributes.map_err(|fault| about("the list of its attributes", fault))? {
        // SAFETY: promised by the caller.
        let label = unsafe { name(attribute.name, "the name of an attribute", draft) }?;
        let value = match attribute.value {
            abi::VALUE_TEXT => {
                // SAFETY: promised by the caller.
                match unsafe { borrow::text(attribute.text, MAX_TEXT) } {
                    Ok(text) => {
                        texts += text.len();
                        Value::Text(text)
                    }
                    Err(fault) => return Err(wrong_text(draft.name(label), fault)),
                }
            }
            abi::VALUE_NUMBER if attribute.number.is_finite() => Value::Number(attribute.number),
            abi::VALUE_BOOL if attribute.number.is_finite() => Value::Bool(attribute.number != 0.0),
            _ => return Err(wrong_value(draft.name(label), attribute)),
        };
        if !draft.attribute(label, value) {
            return Err(twice("attributes", draft.name(label)));
        }
    }
    Ok(texts)
}

/// The annotation at an address.
///
/// # Safety
/// `annotation` must be null or point to as many bytes as its size says.
pub(crate) unsafe fn read(annotation: *const abi::Annotation) -> Result<abi::Annotation, String> {
    // SAFETY: promised by the caller.
    unsafe { borrow::grown(annotation, abi::LEAST_ANNOTATION) }
}

/// A name for a message about an annotation that is wrong.
///
/// # Safety
/// As for [`read`]; its texts must hold.
pub(crate) unsafe fn name_of(annotation: *const abi::Annotation) -> String {
    // SAFETY: promised by the caller.
    let Ok(raw) = (unsafe { read(annotation) }) else {
        return "an annotation".to_owned();
    };
    let shown = |text| {
        // SAFETY: promised by the caller.
        match unsafe { borrow::bytes(text, MAX_NAME) } {
            Ok(bytes) => String::from_utf8_lossy(bytes).into_owned(),
            Err(_) => "?".to_owned(),
        }
    };
    format!(
        "an annotation of kind `{}` by rule `{}`",
        shown(raw.kind),
        shown(raw.rule)
    )
}

/// The number of a name. One that has a number was found to be right when it got it.
#[inline(always)]
unsafe fn name(raw: abi::Str, what: &str, draft: &mut Draft<'_>) -> Result<Label, Problem> {
    // SAFETY: promised by the caller.
    match unsafe { borrow::bytes(raw, MAX_NAME) } {
        Ok([]) => Err(about(what, "empty")),
        Ok(bytes) => match draft.known(bytes) {
            Some(known) => Ok(known),
            None => new_name(bytes, what, draft),
        },
        Err(fault) => Err(about(what, fault)),
    }
}

#[cold]
fn new_name(bytes: &[u8], what: &str, draft: &mut Draft<'_>) -> Result<Label, Problem> {
    match std::str::from_utf8(bytes) {
        Ok(name) => Ok(draft.label(name)),
        Err(_) => Err(about(what, borrow::Fault::NotUtf8)),
    }
}

#[cold]
fn undeclared_kind(plugin: &Loaded) -> Problem {
    let declared = list(plugin.outputs().iter().map(|output| output.kind.as_str()));
    format!("its kind is not declared; declared: {declared}").into()
}

#[cold]
fn undeclared_role(role: &[u8], roles: &[Label], draft: &Draft<'_>) -> Problem {
    let role = String::from_utf8_lossy(role);
    let declared = list(roles.iter().map(|&role| draft.name(role)));
    format!("the role `{role}` is not declared for this kind; declared: {declared}").into()
}

#[cold]
fn wrong_span(text: &str, role: &str, start: u32, end: u32) -> Problem {
    let problem = if start > end {
        "runs backwards".to_owned()
    } else if end as usize > text.len() {
        format!("is out of bounds: the text has {} bytes", text.len())
    } else if start == end {
        "is empty".to_owned()
    } else {
        "cuts a character".to_owned()
    };
    format!("the part `{role}` at {start}..{end} {problem}").into()
}

#[cold]
fn wrong_text(attribute: &str, fault: borrow::Fault) -> Problem {
    about(&format!("the attribute `{attribute}`"), fault)
}

#[cold]
fn wrong_value(name: &str, attribute: &abi::Attribute) -> Problem {
    let (number, code) = (attribute.number, attribute.value);
    match number.is_finite() {
        true => format!("the attribute `{name}` has a value of the unknown type {code}"),
        false => format!("the attribute `{name}` is {number}, not finite"),
    }
    .into()
}

#[cold]
fn wrong_target(link: &str, target: u32) -> Problem {
    format!(
        "the link `{link}` points to {target}, which is no earlier annotation that the plugin \
         can know"
    )
    .into()
}

#[cold]
fn twice(what: &str, name: &str) -> Problem {
    format!("it has two {what} `{name}`").into()
}

#[cold]
fn about(what: &str, problem: impl Display) -> Problem {
    format!("{what} is {problem}").into()
}

fn list<'n>(names: impl Iterator<Item = &'n str>) -> String {
    let names: Vec<_> = names.collect();
    match names.is_empty() {
        true => "none".to_owned(),
        false => names.join(", "),
    }
}
