//! One token, whatever it is: the first byte decides which parser is asked.

use nom::{Input, Parser};
use sayso_model::TokenKind;

use super::apostrophe::apostrophe;
use crate::Parsed;
use crate::abbreviation::{dotted, stopped};
use crate::address::{handle, host, mail, web};
use crate::character::{byte_at, first_byte, is_general_punctuation, is_wordly};
use crate::glyph::{Glyph, glyph};
use crate::number::{Numeric, fraction, numeric};
use crate::symbol::symbol;
use crate::word::word;

/// What a parser recognised.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Lexeme {
    /// A word, from which clitics are still to be cut.
    Word,
    /// A word with its full stop.
    Abbreviation,
    /// A quotation mark or apostrophe.
    Mark(Glyph),
    /// Anything that is one token as it stands.
    Token(TokenKind),
}

/// What stands before a token.
#[derive(Clone, Copy)]
pub(super) struct Before {
    /// White space or nothing.
    pub(super) space: bool,
    /// A word with a capital, or an abbreviation.
    pub(super) capital: bool,
    /// A word, number or address.
    pub(super) wordlike: bool,
    /// Punctuation behind which a word may begin: a bracket, a dash, a quotation mark.
    pub(super) opening: bool,
}

impl Before {
    /// Whether neither white space nor an opening mark stands before.
    fn behind_word(self) -> bool {
        !self.space && !self.opening
    }
}

/// Any token.
pub(super) fn lexeme<'t>(before: Before) -> impl Fn(&'t str) -> Parsed<'t, Lexeme> {
    move |input| match first_byte(input) {
        b'a'..=b'z' | b'A'..=b'Z' => wordlike(before)(input),
        b'0'..=b'9' => number(input),
        b'"' => glyph.map(Lexeme::Mark).parse(input),
        b'\'' | b'`' => apostrophe(before.behind_word())(input),
        b'@' | b'#' if before.space || !before.wordlike => handle
            .map(|_| Lexeme::Token(TokenKind::ADDRESS))
            .parse(input)
            .or_else(|_| other(input)),
        b'.' if before.space && byte_at(input, 1).is_ascii_digit() => fraction
            .map(|_| Lexeme::Token(TokenKind::NUMBER))
            .parse(input),
        0x80.. => wide(before)(input),
        _ => other(input),
    }
}

fn other(input: &str) -> Parsed<'_, Lexeme> {
    symbol.map(Lexeme::Token).parse(input)
}

fn number(input: &str) -> Parsed<'_, Lexeme> {
    numeric
        .map(|kind| match kind {
            Numeric::Number => Lexeme::Token(TokenKind::NUMBER),
            Numeric::Word => Lexeme::Word,
        })
        .parse(input)
}

/// What begins with a character outside ASCII.
fn wide<'t>(before: Before) -> impl Fn(&'t str) -> Parsed<'t, Lexeme> {
    move |input| match input.chars().next() {
        Some('‘' | '’') => apostrophe(before.behind_word())(input),
        Some(c) if is_general_punctuation(c) => mark_or_other(input),
        Some(c) if c.is_alphabetic() => wordlike(before)(input),
        Some(c) if c.is_numeric() => word.map(|_| Lexeme::Token(TokenKind::NUMBER)).parse(input),
        _ => mark_or_other(input),
    }
}

pub(super) fn mark_or_other(input: &str) -> Parsed<'_, Lexeme> {
    glyph
        .map(Lexeme::Mark)
        .parse(input)
        .or_else(|_| other(input))
}

/// What begins with a letter: mostly a word, and what the character after it may make of it.
fn wordlike<'t>(before: Before) -> impl Fn(&'t str) -> Parsed<'t, Lexeme> {
    move |input| {
        let (rest, form) = word(input)?;
        let other = match first_byte(rest) {
            b'.' => full_stop(input, rest, form, before),
            b'@' | b'+' => mail.map(|_| Lexeme::Token(TokenKind::ADDRESS)).parse(input),
            b':' if byte_at(rest, 1) == b'/' => {
                web.map(|_| Lexeme::Token(TokenKind::ADDRESS)).parse(input)
            }
            b'$' if form.len() <= 3 && form.bytes().all(|b| b.is_ascii_uppercase()) => {
                Ok((rest.take_from(1), Lexeme::Token(TokenKind::SYMBOL)))
            }
            _ => return Ok((rest, Lexeme::Word)),
        };
        other.or(Ok((rest, Lexeme::Word)))
    }
}

/// A word with a full stop after it, where the two belong together.
fn full_stop<'t>(
    input: &'t str,
    rest: &'t str,
    form: &'t str,
    before: Before,
) -> Parsed<'t, Lexeme> {
    let next = rest.chars().nth(1);
    if !next.is_some_and(|c| c == '&' || is_wordly(c)) {
        return stopped(form, before.capital)
            .map(|()| Lexeme::Abbreviation)
            .parse(rest);
    }
    let address = |_| Lexeme::Token(TokenKind::ADDRESS);
    if let Ok(found) = web
        .map(address)
        .parse(input)
        .or_else(|_| mail.map(address).parse(input))
    {
        return Ok(found);
    }
    if let Ok((rest, form)) = dotted(input) {
        let kind = if form.ends_with('.') {
            Lexeme::Abbreviation
        } else {
            Lexeme::Word
        };
        return Ok((rest, kind));
    }
    host.map(|with_path| match with_path {
        true => Lexeme::Token(TokenKind::ADDRESS),
        false => Lexeme::Word,
    })
    .parse(input)
}
