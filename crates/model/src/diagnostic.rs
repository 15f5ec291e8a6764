use std::borrow::Cow;

use crate::Span;

/// Something about one document that its reader should know.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Diagnostic {
    /// How bad it is.
    pub severity: Severity,
    /// What it is, as a stable name (`unclosed-quotation`).
    pub code: Cow<'static, str>,
    /// What it is, in words.
    pub message: String,
    /// The plugin it comes from or is about.
    pub plugin: Option<String>,
    /// The place, in bytes.
    pub span: Option<Span>,
}

impl Diagnostic {
    /// A diagnostic without plugin or place.
    pub fn new(
        severity: Severity,
        code: impl Into<Cow<'static, str>>,
        message: impl Into<String>,
    ) -> Self {
        Self {
            severity,
            code: code.into(),
            message: message.into(),
            plugin: None,
            span: None,
        }
    }

    /// The same, about this plugin.
    pub fn plugin(mut self, id: impl Into<String>) -> Self {
        self.plugin = Some(id.into());
        self
    }

    /// The same, at this place.
    pub fn at(mut self, span: Span) -> Self {
        self.span = Some(span);
        self
    }
}

/// How bad a diagnostic is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Hash)]
pub enum Severity {
    /// Worth knowing; nothing is wrong.
    Info,
    /// The result stands but something in the input or a plugin was off.
    Warning,
    /// Some result is missing.
    Error,
}

impl Severity {
    /// Its name in records.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}
