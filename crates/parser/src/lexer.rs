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

use crate::form::{Form, form_of, plain_word};
use crate::quotation::Mark;
use crate::space::{Gap, gap};
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

impl<'t> Lexer<'t, '_> {
    fn run(&mut self) {
        let mut rest = self.text.strip_prefix('\u{feff}').unwrap_or(self.text);
        let mut first = true;
        loop {
            // White space and plain words cannot fail to be read; the errors are for nom.
            let (after, gap) = gap(rest).unwrap_or((rest, Gap::default()));
            if after.is_empty() {
                return;
            }
            let space = first || after.len() != rest.len();
            if first || gap.line_ends > 0 {
                self.scan.lines.push(Line {
                    first: self.tokens.len() as u32,
                    after_blank: first || gap.line_ends > 1,
                });
            }
            first = false;
            rest = match plain_word(after) {
                Ok((rest, form)) => {
                    let start = self.text.len() - after.len();
                    let span = Span::new(start as u32, (self.text.len() - rest.len()) as u32);
                    self.push_form(span, space, TokenKind::WORD, form);
                    rest
                }
                Err(_) => match lone_mark(after) {
                    true => self.take_mark(after, space),
                    false => self.next(after, space),
                },
            };
        }
    }

    /// Takes the comma or full stop that stands here.
    fn take_mark(&mut self, input: &'t str, space: bool) -> &'t str {
        let (mark, rest) = input.split_at(1);
        if mark == "." {
            self.note_stop();
        }
        let start = (self.text.len() - input.len()) as u32;
        let span = Span::new(start, start + 1);
        self.push_form(span, space, TokenKind::PUNCTUATION, form_of(mark));
        rest
    }

    /// Reads any token but a plain word.
    fn next(&mut self, input: &'t str, space: bool) -> &'t str {
        // Some parser takes every character, so this cannot fail; if it did, the rest would
        // be a symbol.
        let whole = Lexeme::Token(TokenKind::SYMBOL);
        let (rest, found) = lexeme(self.before(space))(input).unwrap_or(("", whole));
        let start = self.text.len() - input.len();
        self.add(start, self.text.len() - rest.len(), space, found);
        rest
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
        self.push_form(Span::new(start as u32, end as u32), space, kind, form);
    }

    #[inline]
    fn push_form(&mut self, span: Span, space: bool, kind: TokenKind, form: Form) {
        let shape = if space {
            form.shape.with(Shape::SPACE_BEFORE)
        } else {
            form.shape
        };
        self.tokens.push(Token {
            span,
            word: form.hash,
            quotation: NONE,
            kind,
            shape,
            reserved: 0,
        });
    }
}

/// Whether a comma or a full stop is next that is a token by itself: the most frequent tokens but
/// for words.
#[inline]
fn lone_mark(input: &str) -> bool {
    match *input.as_bytes() {
        [b',', ..] | [b'.'] => true,
        [b'.', next, ..] => matches!(next, b' ' | b'\n' | b'"'),
        _ => false,
    }
}

/// Whether a punctuation mark can end a sentence.
fn is_stop(form: &str) -> bool {
    matches!(
        form.chars().next(),
        Some('.' | '!' | '?' | '…' | '‼' | '⁉' | '。' | '！' | '？' | '।' | '؟' | '۔')
    )
}
