//! Apostrophes at the beginning of a token.

use nom::Parser;
use sayso_model::TokenKind;

use super::lexeme::{Lexeme, mark_or_other};
use crate::Parsed;
use crate::character::{DIGIT, LETTER, is_apostrophe, is_wordly, one, run};
use crate::lexicon::ELISIONS;
use crate::word::clitic;

/// What begins with an apostrophe: a clitic behind no word (`U.S.'s`), a word that has lost
/// its beginning (`'em`, `'90s`), or a mark of its own.
///
/// `behind_word` tells that no white space or opening mark stands before.
pub(super) fn apostrophe<'t>(behind_word: bool) -> impl Fn(&'t str) -> Parsed<'t, Lexeme> {
    move |input| {
        let found = if behind_word {
            clitic
                .map(|_| Lexeme::Token(TokenKind::CLITIC))
                .parse(input)
        } else {
            elision(input).or_else(|_| decade(input))
        };
        found.or_else(|_| mark_or_other(input))
    }
}

/// `'tis` and the like.
fn elision(input: &str) -> Parsed<'_, Lexeme> {
    let (rest, _) = one(is_apostrophe)(input)?;
    // All entries are short; a long word need not be read here.
    let (after, letters) = run(LETTER)(rest)?;
    let form = &input[..input.len() - after.len()];
    if letters.len() > 6 || after.chars().next().is_some_and(is_wordly) || !ELISIONS.contains(form)
    {
        return Err(nom::Err::Error(()));
    }
    // The n of rock 'n' roll has lost its end as well.
    if letters.eq_ignore_ascii_case("n")
        && let Ok((after, _)) = one(is_apostrophe)(after)
    {
        return Ok((after, Lexeme::Token(TokenKind::WORD)));
    }
    Ok((after, Lexeme::Token(TokenKind::WORD)))
}

/// `'90s` and `'08`: a year that has lost its century.
fn decade(input: &str) -> Parsed<'_, Lexeme> {
    let (rest, _) = one(is_apostrophe)(input)?;
    let (rest, digits) = run(DIGIT)(rest)?;
    let rest = rest.strip_prefix('s').unwrap_or(rest);
    if digits.len() == 2 && !rest.chars().next().is_some_and(is_wordly) {
        Ok((rest, Lexeme::Token(TokenKind::NUMBER)))
    } else {
        Err(nom::Err::Error(()))
    }
}
