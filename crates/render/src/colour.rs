//! Which colour shows what.

use std::fmt::Write;

use anstyle::{AnsiColor, Style};

/// Writes text in colour, or plain.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Paint {
    on: bool,
}

impl Paint {
    pub(crate) const fn new(on: bool) -> Self {
        Self { on }
    }

    pub(crate) fn put(self, style: Style, text: &str, out: &mut String) {
        if self.on && !text.is_empty() {
            // Writing to a String cannot fail.
            let _ = write!(out, "{style}{text}{style:#}");
        } else {
            out.push_str(text);
        }
    }
}

/// The colour of a kind of annotation.
pub(crate) fn of_kind(kind: &str) -> Style {
    let colour = match kind {
        "attribution" => AnsiColor::Cyan,
        "claim" => AnsiColor::Yellow,
        "hedge" => AnsiColor::Magenta,
        "booster" => AnsiColor::Red,
        "quotation" => AnsiColor::Green,
        _ => AnsiColor::Blue,
    };
    colour.on_default()
}

/// The colour of a severity.
pub(crate) fn of_severity(severity: &str) -> Style {
    let colour = match severity {
        "error" => AnsiColor::Red,
        "warning" => AnsiColor::Yellow,
        _ => AnsiColor::Blue,
    };
    colour.on_default().bold()
}

pub(crate) const HEADER: Style = Style::new().bold();
pub(crate) const REMARK: Style = Style::new().dimmed();
