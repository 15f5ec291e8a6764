//! Characters to tokens.
//!
//! Most tokens are plain words and are read at once; what else there is, [`lexeme()`] tells.
//! A quotation mark or apostrophe standing alone gets its kind only when marks are paired.

mod apostrophe;
mod lexeme;

#[cfg(test)]
mod tests;

use lexeme::{Before, Lexeme, lexeme};
use sayso_model::{NONE, Shape, Span, Token, TokenKind};

use crate::form::{Form, form_of, mark_form, plain_word};
use crate::quotation::Mark;
use crate::space::gap;
use crate::word::clitic_at;

/// What the later stages want to know besides the tokens.
#[derive(Default)]
pub(crate) struct Scan {
    /// The lines that are not blank.
    pub(crate) lines: Vec<Line>,
    /// The quotation marks and lone apostrophes.
    pub(crate) marks: Vec<Mark>,
    /// The tokens that may end a sentence, by index: its marks and abbreviations.
    pub(crate) stops: Vec<u32>,
}

/// A line with at least one token.
pub(crate) struct Line {
    /// Index of its first token.
    pub(crate) first: u32,
    /// Whether a blank line stands before it (or the text's beginning).
    pub(crate) after_blank: bool,
}

/// All tokens of a text, into an empty buffer.
pub(crate) fn scan(text: &str, tokens: &mut Vec<Token>) -> Scan {
    // English news has a token for every five and a half bytes.
    tokens.reserve(text.len() / 5);
    let mut lexer = Lexer {
        text,
        tokens,
        scan: Scan {
            marks: Vec::with_capacity(text.len() / 100),
            stops: Vec::with_capacity(text.len() / 100),
            lines: Vec::with_capacity(text.len() / 200),
        },
    };
    lexer.run();
    lexer.scan
}

struct Lexer<'t, 'b> {
    text: &'t str,
    tokens: &'b mut Vec<Token>,
    scan: Scan,
}

impl Lexer<'_, '_> {
    fn run(&mut self) {
        let mut end = if self.text.starts_with('\u{feff}') {
            '\u{feff}'.len_utf8()
        } else {
            0
        };
        let mut first = true;
        loop {
            let (start, line_ends) = gap(self.text, end);
            if start == self.text.len() {
                return;
            }
            let space = first || start != end;
            if first || line_ends > 0 {
                self.scan.lines.push(Line {
                    first: self.tokens.len() as u32,
                    after_blank: first || line_ends > 1,
                });
            }
            first = false;
            end = if let Some((end, form)) = plain_word(self.text, start) {
                self.push_form(start, end, space, TokenKind::WORD, form);
                end
            } else if let Some(mark) = lone_mark(self.text, start) {
                self.take_mark(mark, start, space)
            } else {
                self.next(start, space)
            };
        }
    }

    /// Takes a punctuation mark of one byte.
    fn take_mark(&mut self, mark: u8, start: usize, space: bool) -> usize {
        if mark == b'.' {
            self.note_stop();
        }
        let form = mark_form(mark);
        self.push_form(start, start + 1, space, TokenKind::PUNCTUATION, form);
        start + 1
    }

    /// Reads any token but those that are read at once.
    fn next(&mut self, start: usize, space: bool) -> usize {
        let input = &self.text[start..];
        // Some parser takes every character, so this cannot fail; if it did, the rest would
        // be a symbol.
        let whole = Lexeme::Token(TokenKind::SYMBOL);
        let (rest, found) = lexeme(self.before(space))(input).unwrap_or(("", whole));
        let end = self.text.len() - rest.len();
        self.add(start, end, space, found);
        end
    }

    fn before(&self, space: bool) -> Before {
        let last = self.tokens.last();
        Before {
            space,
            capital: last.is_some_and(|t| t.kind == TokenKind::WORD && t.shape.has(Shape::CAPITAL)),
            wordlike: last.is_some_and(|t| t.kind.is_wordlike()),
            // Whether a mark before opens is not known yet; if it has a space before, it does.
            opening: !space
                && last.is_some_and(|t| {
                    t.kind == TokenKind::PUNCTUATION
                        && (t.shape.has(Shape::SPACE_BEFORE)
                            || matches!(
                                self.text.as_bytes()[t.span.start() as usize],
                                b'(' | b'[' | b'-'
                            ))
                }),
        }
    }

    fn add(&mut self, start: usize, end: usize, space: bool, found: Lexeme) {
        match found {
            Lexeme::Word => self.add_word(start, end, space),
            Lexeme::Abbreviation => {
                self.note_stop();
                self.push(start, end, space, TokenKind::WORD);
                if let Some(token) = self.tokens.last_mut() {
                    token.shape = token.shape.with(Shape::ABBREVIATION);
                }
            }
            Lexeme::Mark(glyph) => {
                self.scan
                    .marks
                    .push(Mark::new(self.tokens.len() as u32, glyph));
                self.push(start, end, space, TokenKind::PUNCTUATION);
            }
            Lexeme::Token(kind) => {
                if kind == TokenKind::PUNCTUATION && is_stop(&self.text[start..end]) {
                    self.note_stop();
                }
                self.push(start, end, space, kind);
            }
        }
    }

    /// A word and the clitics at its end, of which there may be several (`shouldn't've`).
    fn add_word(&mut self, start: usize, end: usize, space: bool) {
        match clitic_at(&self.text[start..end]) {
            None => self.push(start, end, space, TokenKind::WORD),
            Some(cut) => {
                let head = &self.text[start..start + cut];
                match clitic_at(head) {
                    None => self.push(start, start + cut, space, TokenKind::WORD),
                    Some(first) => {
                        self.push(start, start + first, space, TokenKind::WORD);
                        self.push(start + first, start + cut, false, TokenKind::CLITIC);
                    }
                }
                self.push(start + cut, end, false, TokenKind::CLITIC);
            }
        }
    }

    fn note_stop(&mut self) {
        self.scan.stops.push(self.tokens.len() as u32);
    }

    fn push(&mut self, start: usize, end: usize, space: bool, kind: TokenKind) {
        let form = form_of(&self.text[start..end]);
        self.push_form(start, end, space, kind, form);
    }

    #[inline]
    fn push_form(&mut self, start: usize, end: usize, space: bool, kind: TokenKind, form: Form) {
        let shape = if space {
            form.shape.with(Shape::SPACE_BEFORE)
        } else {
            form.shape
        };
        self.tokens.push(Token {
            span: Span::new(start as u32, end as u32),
            word: form.hash,
            quotation: NONE,
            kind,
            shape,
            reserved: 0,
        });
    }
}

/// The punctuation mark that stands here if it is one byte and a token by itself: the most frequent
/// tokens but for words.
#[inline]
fn lone_mark(text: &str, start: usize) -> Option<u8> {
    match text.as_bytes()[start..] {
        [mark @ (b',' | b':' | b';' | b'(' | b')'), ..] => Some(mark),
        [b'.', b'.' | b'0'..=b'9', ..] => None,
        [b'.', ..] => Some(b'.'),
        _ => None,
    }
}

/// Whether a punctuation mark can end a sentence.
fn is_stop(form: &str) -> bool {
    matches!(
        form.chars().next(),
        Some('.' | '!' | '?' | '…' | '‼' | '⁉' | '。' | '！' | '？' | '।' | '؟' | '۔')
    )
}
