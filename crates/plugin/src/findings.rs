//! Where a plugin puts what it finds.
#![allow(unsafe_code)]

use std::marker::PhantomData;

use crate::abi;
use crate::{AnnotationId, Rule, Severity, Span, Value};

/// Takes what a plugin finds in one document and hands it to the host.
///
/// ```
/// use sayso_plugin::{Findings, Rule, Word};
///
/// const RULE: Rule = Rule { name: "warned", doc: "Somebody warns." };
///
/// fn report(source: Word<'_>, cue: Word<'_>, findings: &mut Findings<'_>) {
///     findings
///         .add("warning", &RULE)
///         .part("source", source.span())
///         .part("cue", cue.span())
///         .attribute("strength", "weak")
///         .attribute("certainty", 0.5)
///         .emit();
/// }
/// ```
#[derive(Debug)]
pub struct Findings<'s> {
    sink: &'s abi::Sink,
    stopped: bool,
    // Emptied by every new finding; kept for their memory.
    parts: Vec<abi::Part>,
    attributes: Vec<abi::Attribute>,
    links: Vec<abi::Link>,
}

impl<'s> Findings<'s> {
    pub(crate) fn new(sink: &'s abi::Sink) -> Self {
        Self {
            sink,
            stopped: false,
            // More than most findings have.
            parts: Vec::with_capacity(8),
            attributes: Vec::with_capacity(8),
            links: Vec::with_capacity(4),
        }
    }

    /// Begins a finding of a declared kind; [`Finding::emit`] completes it.
    pub fn add<'f, 't>(&'f mut self, kind: &'t str, rule: &Rule) -> Finding<'f, 's, 't> {
        self.parts.clear();
        self.attributes.clear();
        self.links.clear();
        Finding {
            kind,
            rule: rule.name,
            findings: self,
            texts: PhantomData,
        }
    }

    /// Whether the host wants no more; what is found then is dropped.
    pub fn stopped(&self) -> bool {
        self.stopped
    }

    /// Remarks on the document: severity, a stable code, a message, and a place.
    pub fn diagnostic(&mut self, severity: Severity, code: &str, message: &str, at: Span) {
        let severity = match severity {
            Severity::Info => abi::SEVERITY_INFO,
            Severity::Warning => abi::SEVERITY_WARNING,
            Severity::Error => abi::SEVERITY_ERROR,
        };
        let (code, message) = (abi::Str::new(code), abi::Str::new(message));
        // SAFETY: the sink is the host's and holds for the call; texts live until it returns.
        unsafe {
            (self.sink.diagnostic)(
                self.sink.context,
                severity,
                code,
                message,
                at.start(),
                at.end(),
            );
        }
    }
}

/// A finding in the making.
#[must_use = "a finding counts once it is emitted"]
#[derive(Debug)]
pub struct Finding<'f, 's, 't> {
    findings: &'f mut Findings<'s>,
    kind: &'t str,
    rule: &'static str,
    texts: PhantomData<&'t str>,
}

impl<'t> Finding<'_, '_, 't> {
    /// Adds a span in a role.
    pub fn part(self, role: &'t str, span: Span) -> Self {
        self.findings.parts.push(abi::Part {
            role: abi::Str::new(role),
            start: span.start(),
            end: span.end(),
        });
        self
    }

    /// Adds spans in a role.
    pub fn parts(self, role: &'t str, spans: impl IntoIterator<Item = Span>) -> Self {
        spans
            .into_iter()
            .fold(self, |all, span| all.part(role, span))
    }

    /// Adds an attribute.
    pub fn attribute(self, name: &'t str, value: impl Into<AttributeValue<'t>>) -> Self {
        let (value, text, number) = match value.into().0 {
            Some(Value::Text(text)) => (abi::VALUE_TEXT, text, 0.0),
            Some(Value::Number(number)) => (abi::VALUE_NUMBER, "", number),
            Some(Value::Bool(bool)) => (abi::VALUE_BOOL, "", f64::from(u8::from(bool))),
            None => return self,
        };
        self.findings.attributes.push(abi::Attribute {
            name: abi::Str::new(name),
            text: abi::Str::new(text),
            number,
            value,
            reserved: 0,
        });
        self
    }

    /// Points to an earlier annotation.
    pub fn link(self, name: &'t str, target: impl Into<Option<AnnotationId>>) -> Self {
        if let Some(target) = target.into() {
            self.findings.links.push(abi::Link {
                name: abi::Str::new(name),
                target: target.0,
                reserved: 0,
            });
        }
        self
    }

    /// Hands the finding to the host; gives its number, or nothing if the host refused it.
    pub fn emit(self) -> Option<AnnotationId> {
        let findings = self.findings;
        if findings.stopped {
            return None;
        }
        let annotation = abi::Annotation {
            size: size_of::<abi::Annotation>() as u32,
            id: 0,
            kind: abi::Str::new(self.kind),
            plugin: abi::Str::new(""),
            rule: abi::Str::new(self.rule),
            parts: findings.parts.as_ptr(),
            n_parts: findings.parts.len(),
            attributes: findings.attributes.as_ptr(),
            n_attributes: findings.attributes.len(),
            links: findings.links.as_ptr(),
            n_links: findings.links.len(),
        };
        let mut id = 0;
        // SAFETY: the sink is the host's and holds for the call; all texts live for `'t`,
        // which the builder keeps alive until here.
        let result = unsafe { (findings.sink.emit)(findings.sink.context, &annotation, &mut id) };
        findings.stopped = result == abi::STOP;
        (result == abi::OK).then_some(AnnotationId(id))
    }
}

/// The value of an attribute, or nothing for an unknown one, which is then left out.
///
/// ```
/// use sayso_plugin::AttributeValue;
/// let holder: Option<&str> = None;
/// let _unknown = AttributeValue::from(holder);
/// let _values = [AttributeValue::from("weak"), true.into(), 0.5.into()];
/// ```
#[derive(Clone, Copy, Debug)]
pub struct AttributeValue<'t>(Option<Value<'t>>);

impl<'t> From<&'t str> for AttributeValue<'t> {
    fn from(text: &'t str) -> Self {
        Self(Some(Value::Text(text)))
    }
}

impl<'t> From<Option<&'t str>> for AttributeValue<'t> {
    fn from(text: Option<&'t str>) -> Self {
        Self(text.map(Value::Text))
    }
}

impl From<bool> for AttributeValue<'_> {
    fn from(bool: bool) -> Self {
        Self(Some(Value::Bool(bool)))
    }
}

impl From<f64> for AttributeValue<'_> {
    fn from(number: f64) -> Self {
        Self(Some(Value::Number(number)))
    }
}
