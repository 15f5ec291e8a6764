//! What is said between the two sides.

use std::ffi::OsString;

use sayso_model::{Annotation, AnnotationId, Annotations, Diagnostic, NewAnnotation};
use sayso_model::{Severity, Span, Value};
use serde::{Deserialize, Serialize};

use crate::loaded::{Need, Output, Rule};
use crate::trace::Trial;

/// Bytes of a frame's length.
pub(crate) const HEAD: usize = 8;
/// The longest answer that is read, in bytes.
pub(crate) const LONGEST: u64 = 1 << 30;

/// The first message to the process; the library's bytes follow in a frame.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Open {
    /// The library's file name, for messages.
    pub(crate) name: OsString,
    /// The entry to use.
    pub(crate) symbol: String,
    /// A folder for a copy of the library.
    pub(crate) scratch: OsString,
    /// The most memory to map, in bytes.
    pub(crate) memory: u64,
}

/// What the process is asked for after that.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) enum Request<'d> {
    /// To set the plugin up.
    Create {
        settings: &'d str,
        max_annotations: u64,
    },
    /// To run it over a document.
    Run(#[serde(borrow)] Job<'d>),
}

#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Job<'d> {
    pub(crate) text: &'d str,
    /// What earlier plugins found of the kinds that this one needs.
    #[serde(borrow)]
    pub(crate) earlier: Vec<Item<'d>>,
    /// How many annotations there are, those that it does not need included.
    pub(crate) first: u32,
    /// How many bytes were emitted for the document by others.
    pub(crate) bytes: u64,
    /// The place that somebody asked about.
    pub(crate) place: Option<(u32, u32)>,
}

/// What the process says.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) enum Reply<'d> {
    /// A line for the log, at any time.
    Log { severity: u8, line: &'d str },
    /// The library is open; the plugin describes itself.
    Opened(Described),
    /// The plugin is set up.
    Created,
    /// The library could not be opened, or the plugin could not be set up.
    Refused(&'d str),
    /// The plugin has run.
    Done {
        #[serde(borrow)]
        found: Vec<Item<'d>>,
        #[serde(borrow)]
        remarks: Vec<Remark<'d>>,
        /// Why it failed, if so.
        #[serde(borrow)]
        failure: Option<Remark<'d>>,
        /// What rules tell of the place.
        #[serde(borrow)]
        trials: Vec<Tried<'d>>,
    },
}

/// A [`Trial`].
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Tried<'d> {
    rule: &'d str,
    found: bool,
    wanted: &'d str,
    source: &'d str,
    fitted: (u32, u32),
    stopped: (u32, u32),
    met: u32,
}

/// A description, with the schema as text.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Described {
    pub(crate) reads: u32,
    pub(crate) summary: String,
    pub(crate) outputs: Vec<Output>,
    pub(crate) needs: Vec<Need>,
    pub(crate) rules: Vec<Rule>,
    pub(crate) schema: Option<String>,
}

/// An annotation.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Item<'d> {
    pub(crate) id: u32,
    pub(crate) kind: &'d str,
    pub(crate) plugin: &'d str,
    pub(crate) rule: &'d str,
    #[serde(borrow)]
    pub(crate) parts: Vec<(&'d str, u32, u32)>,
    #[serde(borrow)]
    pub(crate) attributes: Vec<(&'d str, Worth<'d>)>,
    #[serde(borrow)]
    pub(crate) links: Vec<(&'d str, u32)>,
}

/// An attribute's value.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub(crate) enum Worth<'d> {
    Text(&'d str),
    Number(f64),
    Bool(bool),
}

/// A diagnostic.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Remark<'d> {
    severity: u8,
    code: &'d str,
    message: &'d str,
    span: Option<(u32, u32)>,
}

impl<'d> Item<'d> {
    pub(crate) fn of(annotation: Annotation<'d>) -> Self {
        let worth = |value| match value {
            Value::Text(text) => Worth::Text(text),
            Value::Number(number) => Worth::Number(number),
            Value::Bool(bool) => Worth::Bool(bool),
        };
        Self {
            id: annotation.id().0,
            kind: annotation.kind(),
            plugin: annotation.plugin(),
            rule: annotation.rule(),
            parts: annotation
                .parts()
                .map(|(role, span)| (role, span.start(), span.end()))
                .collect(),
            attributes: annotation
                .attributes()
                .map(|(name, value)| (name, worth(value)))
                .collect(),
            links: annotation.links().map(|(name, to)| (name, to.0)).collect(),
        }
    }

    /// Adds it to annotations of which it is the next one. Its spans are in order.
    pub(crate) fn push(&self, annotations: &mut Annotations) {
        let parts = self.parts.iter();
        let parts: Vec<_> = parts
            .map(|&(role, start, end)| (role, Span::new(start, end.max(start))))
            .collect();
        let value = |worth| match worth {
            Worth::Text(text) => Value::Text(text),
            Worth::Number(number) => Value::Number(number),
            Worth::Bool(bool) => Value::Bool(bool),
        };
        let attributes = self.attributes.iter();
        let attributes: Vec<_> = attributes.map(|&(n, worth)| (n, value(worth))).collect();
        let links = self.links.iter();
        let links: Vec<_> = links.map(|&(name, to)| (name, AnnotationId(to))).collect();
        annotations.push(&NewAnnotation {
            kind: self.kind,
            plugin: self.plugin,
            rule: self.rule,
            parts: &parts,
            attributes: &attributes,
            links: &links,
        });
    }
}

impl<'d> Tried<'d> {
    pub(crate) fn of(trial: &'d Trial) -> Self {
        let ends = |span: Span| (span.start(), span.end());
        Self {
            rule: &trial.rule,
            found: trial.found,
            wanted: &trial.wanted,
            source: &trial.source,
            fitted: ends(trial.fitted),
            stopped: ends(trial.stopped),
            met: trial.met,
        }
    }

    /// The trial, if its places are in this text.
    pub(crate) fn trial(&self, plugin: &str, text: &str) -> Option<Trial> {
        let span = |(start, end)| Span::checked(text, start, end);
        Some(Trial {
            plugin: plugin.to_owned(),
            rule: self.rule.to_owned(),
            found: self.found,
            wanted: self.wanted.to_owned(),
            source: self.source.to_owned(),
            fitted: span(self.fitted)?,
            stopped: span(self.stopped)?,
            met: self.met,
        })
    }
}

impl<'d> Remark<'d> {
    pub(crate) fn of(diagnostic: &'d Diagnostic) -> Self {
        Self {
            severity: severity_code(diagnostic.severity),
            code: &diagnostic.code,
            message: &diagnostic.message,
            span: diagnostic.span.map(|span| (span.start(), span.end())),
        }
    }

    /// The diagnostic, on this text.
    pub(crate) fn diagnostic(&self, text: &str) -> Diagnostic {
        let mut diagnostic = Diagnostic::new(
            severity(self.severity),
            self.code.to_owned(),
            self.message.to_owned(),
        );
        let span = self.span;
        diagnostic.span = span.and_then(|(start, end)| Span::checked(text, start, end));
        diagnostic
    }
}

pub(crate) fn severity_code(severity: Severity) -> u8 {
    severity as u8
}

pub(crate) fn severity(code: u8) -> Severity {
    match code {
        0 => Severity::Info,
        1 => Severity::Warning,
        _ => Severity::Error,
    }
}

/// Puts a message into a frame.
pub(crate) fn frame(message: &impl Serialize, into: Vec<u8>) -> postcard::Result<Vec<u8>> {
    let mut frame = into;
    frame.clear();
    frame.extend_from_slice(&[0; HEAD]);
    let mut frame = postcard::to_extend(message, frame)?;
    let len = (frame.len() - HEAD) as u64;
    frame[..HEAD].copy_from_slice(&len.to_le_bytes());
    Ok(frame)
}
