//! Text to document, with nom.
//!
//! [`parse`] reads a text once and gives its [`Structure`]: tokens, quotations, sentences
//! and paragraphs. It is pure, total (any text has a structure) and takes time linear in
//! the length of the text, whatever the text is.
//!
//! Four stages, one after the other, each in a module of its own:
//!
//! 1. [`lexer`] recognises characters: tokens, and on the way the lines, the quotation marks
//!    and the marks that may end a sentence. This is where nom works, as small parsers over
//!    `&str`; what follows works on tokens.
//! 2. [`paragraph`] makes paragraphs of the lines.
//! 3. [`quotation`] pairs the quotation marks within each paragraph.
//! 4. [`sentence`] divides the paragraphs into sentences, heeding the quotations.
//!
//! ```
//! let text = "\"Is it?\" Trump asked. It isn't.";
//! let structure = sayso_parser::parse(text);
//! assert_eq!(structure.sentences.len(), 2);
//! assert_eq!(structure.quotations[0].inner.of(text), "Is it?");
//! ```
#![forbid(unsafe_code)]
#![allow(rustdoc::private_intra_doc_links)]

mod abbreviation;
mod address;
mod character;
mod diagnostics;
mod form;
mod glyph;
mod lexer;
mod lexicon;
mod number;
mod paragraph;
mod quotation;
mod report;
mod sentence;
mod space;
mod symbol;
mod word;

#[cfg(test)]
mod show;

pub use diagnostics::diagnostics;

use nom::IResult;
use sayso_model::Structure;

/// What every parser of characters gives: what is left, and what it found. There is no
/// error to tell of, as every text can be read.
type Parsed<'t, T> = IResult<&'t str, T, ()>;

/// The structure of a text.
///
/// Offsets are 32-bit: of a text longer than [`u32::MAX`] bytes only the first
/// [`u32::MAX`] bytes (less where that would cut a character) are read.
pub fn parse(text: &str) -> Structure {
    let mut structure = Structure::default();
    parse_into(text, &mut structure);
    structure
}

/// [`parse`] into the buffers of an earlier structure, whose content is forgotten.
pub fn parse_into(text: &str, structure: &mut Structure) {
    let text = &text[..text.floor_char_boundary(u32::MAX as usize)];
    structure.clear();
    let mut scan = lexer::scan(text, &mut structure.tokens);
    paragraph::divide(text, &scan.lines, structure);
    quotation::pair(text, &mut scan.marks, structure);
    sentence::split(text, &scan.stops, structure);
}
