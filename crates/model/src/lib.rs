//! What a text is and what was found in it.
//!
//! A [`Document`] is a text with its structure: paragraphs, sentences, tokens and
//! quotations. [`Annotations`] are what plugins found in one document. All positions are
//! byte offsets into the original text, held as a [`Span`]; [`Offsets`] is the one place
//! where they become code points or UTF-16 units.
//!
//! The structs marked `repr(C)` are what plugins see across the C boundary; their layout
//! is part of the plugin interface (see the crate `sayso-plugin`).
#![forbid(unsafe_code)]

mod acts;
mod annotation;
mod diagnostic;
mod document;
mod labels;
mod layer;
mod layers;
mod offsets;
mod quotation;
mod span;
mod tag;
mod texts;
mod token;
mod word;

pub use acts::ACTS;
pub use annotation::{Annotation, AnnotationId, Annotations, Draft, Heading, NewAnnotation, Value};
pub use diagnostic::{Diagnostic, Severity};
pub use document::{Document, Paragraph, Sentence, Structure};
pub use labels::Label;
pub use layer::{
    Chunk, ChunkFlags, ChunkKind, ChunkLink, Clause, ClauseKind, Gender, Name, NameKind, Tense,
    VerbFlags, VerbGroup,
};
pub use layers::Layers;
pub use offsets::{OffsetUnit, Offsets};
pub use quotation::{Quotation, QuotationState, QuotationStyle};
pub use span::{Span, TokenRange};
pub use tag::Tag;
pub use token::{Shape, Token, TokenKind};
pub use word::{caseless_word, fold_char, folds_to, same_folded, short_word, word_hash};

/// The index that stands for "none" where a `repr(C)` struct refers to another by index.
pub const NONE: u32 = u32::MAX;
