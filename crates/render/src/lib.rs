//! Annotations for readers: records for programs, an interlinear view for people.
//!
//! [`record`] writes one document's findings as a line of JSON, the tool's contract with
//! other programs; [`schema()`] describes that contract. [`text()`] writes the text itself with
//! what was found drawn beneath it, for terminals and snapshots.
//!
//! Nothing here reads files or knows plugins: a document, its annotations and its
//! diagnostics go in, bytes come out, the same bytes for the same input.
#![forbid(unsafe_code)]

mod cells;
mod colour;
mod explain;
mod json;
mod label;
mod lanes;
mod layout;
mod ranking;
mod rules;
mod schema;
mod text;
mod tokens;

pub use explain::{Inquiry, Tried, explain};
pub use json::{Recorder, Run, record};
pub use rules::{RuleDoc, RuleText, rules_markdown, rules_text};
pub use schema::schema;
pub use text::{View, text};
pub use tokens::{Universal, tokens_json, tokens_text, tokens_tsv};
