//! Punctuation that is no quotation mark, and symbols.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{opt, recognize};
use nom::multi::many0_count;
use nom::sequence::pair;
use sayso_model::TokenKind;

use crate::Parsed;
use crate::character::{CONTROL, first_byte, is, is_combining, one, repeated, run};

/// A punctuation mark or a run of them (`...`, `--`, `?!`), a symbol, an emoji sequence, or
/// a run of control characters. Takes at least one character, whatever it is.
pub(crate) fn symbol(input: &str) -> Parsed<'_, TokenKind> {
    let first = first_byte(input);
    match first {
        b'.' | b'-' | b'_' => repeated(first).map(|_| TokenKind::PUNCTUATION).parse(input),
        b'!' | b'?' => exclamations(input),
        b'*' | b'=' | b'~' => repeated(first).map(|_| TokenKind::SYMBOL).parse(input),
        b'#' | b'$' | b'%' | b'&' | b'+' | b'<' | b'>' | b'@' | b'\\' | b'^' | b'|' => {
            one(|_| true).map(|_| TokenKind::SYMBOL).parse(input)
        }
        0x80.. => wide(input),
        _ if is(first, CONTROL) => run(CONTROL).map(|_| TokenKind::SYMBOL).parse(input),
        _ => one(|_| true).map(|_| TokenKind::PUNCTUATION).parse(input),
    }
}

fn exclamations(input: &str) -> Parsed<'_, TokenKind> {
    let mark = one(|c| matches!(c, '!' | '?' | '‼' | '⁉'));
    pair(&mark, many0_count(&mark))
        .map(|_| TokenKind::PUNCTUATION)
        .parse(input)
}

fn wide(input: &str) -> Parsed<'_, TokenKind> {
    let same = |c: char| many0_count(one(move |next| next == c));
    match input.chars().next() {
        Some(c @ ('—' | '–' | '―' | '…')) => {
            same(c).map(|_| TokenKind::PUNCTUATION).parse(input)
        }
        Some(c) if is_punctuation(c) => one(|_| true).map(|_| TokenKind::PUNCTUATION).parse(input),
        _ => emoji(input),
    }
}

/// Any character with what belongs to its picture: variation selectors, skin tones, tags,
/// and further characters bound to it by a zero-width joiner; a flag's two letters.
fn emoji(input: &str) -> Parsed<'_, TokenKind> {
    let regional = || one(|c| ('\u{1f1e6}'..='\u{1f1ff}').contains(&c));
    let picture = || one(|c| !c.is_whitespace() && !c.is_alphanumeric());
    let bound = recognize(pair(one(|c| c == '\u{200d}'), picture()));
    let modifier = recognize(one(is_modifier));
    let tail = || many0_count(alt((modifier, bound)));
    alt((
        recognize((regional(), opt(regional()))),
        recognize((one(|_| true), tail())),
    ))
    .map(|_| TokenKind::SYMBOL)
    .parse(input)
}

fn is_modifier(c: char) -> bool {
    is_combining(c)
        || ('\u{1f3fb}'..='\u{1f3ff}').contains(&c)
        || ('\u{e0020}'..='\u{e007f}').contains(&c)
}

/// Punctuation outside ASCII; quotation marks are recognised before.
fn is_punctuation(c: char) -> bool {
    matches!(
        c,
        '¡' | '¿' | '·' | '‚' | '•' | '†' | '‡' | '‐' | '‑' | '‒' | '′' | '″' | '‼' | '⁉'
            | '\u{589}' | '\u{58a}' | '\u{5be}' | '\u{5c0}' | '\u{5c3}' | '\u{5f3}' | '\u{5f4}'
            | '\u{60c}' | '\u{61b}' | '\u{61f}' | '\u{66a}'..='\u{66d}' | '\u{6d4}'
            | '\u{964}' | '\u{965}' | '\u{e2f}' | '\u{2e0e}'..='\u{2e5d}'
            | '\u{3001}'..='\u{3003}' | '\u{3008}'..='\u{3011}' | '\u{3014}'..='\u{301f}'
            | '\u{30fb}' | '\u{ff01}'..='\u{ff03}' | '\u{ff05}'..='\u{ff0a}'
            | '\u{ff0c}'..='\u{ff0f}' | '\u{ff1a}' | '\u{ff1b}' | '\u{ff1f}' | '\u{ff20}'
            | '\u{ff3b}'..='\u{ff3d}' | '\u{ff3f}' | '\u{ff5b}' | '\u{ff5d}'
            | '\u{ff5f}'..='\u{ff65}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_and_sequences_are_one_token() {
        let taken = |text: &'static str| {
            let (rest, kind) = symbol(text).unwrap();
            (&text[..text.len() - rest.len()], kind)
        };
        for text in [
            "...", "--", "---", "…", "!!!", "?!", "—", ",", "(", "___", "¿", "。",
        ] {
            assert_eq!(taken(text), (text, TokenKind::PUNCTUATION));
        }
        for text in ["$", "***", "€", "👩‍👩‍👧", "❤️", "👍🏽", "🇫🇷", "\0\0", "©"]
        {
            assert_eq!(taken(text), (text, TokenKind::SYMBOL));
        }
        assert_eq!(taken(",,").0, ",");
        assert_eq!(taken("🙂🙂").0, "🙂");
        assert_eq!(taken("🇫🇷🇩🇪").0, "🇫🇷");
    }
}
