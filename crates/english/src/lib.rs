//! The language layer.
#![forbid(unsafe_code)]

mod analyzer;
mod basis;
mod chunk;
mod clause;
mod lemma;
mod name;
mod tables;
mod tag;
mod verb;

pub use analyzer::Analyzer;
pub use chunk::{Phrases, chunks, link_chunks};
pub use clause::clauses;
pub use lemma::{Lemma, lemma, lemmas};
pub use name::{Page, Surnames, names};
pub use tag::{Forms, Look, Source, Tagger, tag, universal};
pub use verb::verb_groups;
