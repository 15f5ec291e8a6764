//! All that a plugin author sees.
//!
//! A plugin is a type that implements [`Extractor`] and one line, [`export!`]. It is given a
//! [`Document`] with its tokens, sentences and quotations, reads what earlier plugins
//! [`Found`], and adds its [`Findings`]. Rules are written with nom over words:
//! [`Tokens`] is a nom input, [`combinators`] recognise words, word classes, numbers and
//! quotations, and word lists are data files read by [`Lexicon`].
//!
//! Beneath lies a C interface, [`abi`], so that a plugin may be written in any language and
//! need not be built by the same compiler as its host.

pub mod abi;
#[doc(hidden)]
pub mod boundary;
mod classes;
pub mod combinators;
mod error;
mod extractor;
mod findings;
mod found;
mod lexicon;
mod log;
pub mod pattern;
mod places;
mod rule;
mod rules;
mod settings;
#[cfg(feature = "testing")]
pub mod testing;
mod tokens;
mod trace;
mod watched;
mod word;
mod words;

pub use classes::Classes;
pub use error::Error;
pub use extractor::{About, Extractor, Need, Output, Setting, SettingType};
pub use findings::{AttributeValue, Finding, Findings};
pub use found::{Found, FoundAnnotation};
pub use lexicon::{Entry, Lexicon, LexiconError};
pub use log::{cancelled, log};
pub use places::places;
pub use rule::Rule;
#[doc(hidden)]
pub use rule::hyphenated;
pub use rules::PatternRule;
#[doc(hidden)]
pub use rules::{RulePlugin, RuleSet};
pub use settings::Settings;
pub use tokens::{Match, Reading, Tokens};
pub use trace::{Wanted, traced};
pub use word::Word;
pub use words::Words;

pub use nom;
pub use sayso_model::{
    AnnotationId, Chunk, ChunkFlags, ChunkKind, ChunkLink, Clause, ClauseKind, Document, Gender,
    Layers, NONE, Name, NameKind, Paragraph, Quotation, QuotationState, QuotationStyle, Sentence,
    Severity, Shape, Span, Tag, Tense, Token, TokenKind, TokenRange, Value, VerbFlags, VerbGroup,
    word_hash,
};
