//! Lines on standard error.

use std::fmt::Display;
use std::io::Write;

/// Writes `sayso: message`. A closed standard error is no reason to fail.
pub(crate) fn say(message: impl Display) {
    let message = printable(&message.to_string());
    let _ = writeln!(std::io::stderr().lock(), "sayso: {message}");
}

/// Warnings, which can be turned off.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Warnings {
    pub(crate) quiet: bool,
}

impl Warnings {
    pub(crate) fn say(self, message: impl Display) {
        if !self.quiet {
            say(format_args!("warning: {message}"));
        }
    }
}

/// How a document is called in messages.
pub(crate) fn called(doc: &str) -> &str {
    if doc == "-" { "standard input" } else { doc }
}

/// Control characters are escaped, so that a file's name cannot steer a terminal; the line
/// breaks of longer messages stay.
pub(crate) fn printable(message: &str) -> String {
    let mut shown = String::with_capacity(message.len());
    for c in message.chars() {
        if c.is_control() && c != '\n' {
            shown.extend(c.escape_default());
        } else {
            shown.push(c);
        }
    }
    shown
}
