//! Numbers, and the words that begin with one.

use nom::Parser;
use nom::combinator::{opt, recognize};
use nom::multi::many0_count;
use nom::sequence::{pair, preceded};

use crate::Parsed;
use crate::character::{DIGIT, one, run};
use crate::word::{joined_segments, segment};

/// What begins with a digit.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Numeric {
    /// Digits with inner separators and a unit written onto them: `1,200` `3.5bn` `5-4`.
    Number,
    /// A word joined to a number: `39-year-old`.
    Word,
}

/// A number or a word that begins with one.
pub(crate) fn numeric(input: &str) -> Parsed<'_, Numeric> {
    let (rest, _) = pair(digits, opt(segment)).parse(input)?;
    // An apostrophe does not join a number to anything: `1990's`, `6'2"`.
    if !rest.starts_with('-') {
        return Ok((rest, Numeric::Number));
    }
    let (rest, joined) = joined_segments(rest)?;
    let kind = if joined == 0 {
        Numeric::Number
    } else {
        Numeric::Word
    };
    Ok((rest, kind))
}

/// Digits with single separators between them: `10:30`, `9/11`, `2,000.50`.
fn digits(input: &str) -> Parsed<'_, &str> {
    let separator = one(|c| matches!(c, ',' | '.' | ':' | '/' | '-'));
    recognize(pair(
        run(DIGIT),
        many0_count(preceded(separator, run(DIGIT))),
    ))
    .parse(input)
}

/// A fraction without a whole part: `.5`.
pub(crate) fn fraction(input: &str) -> Parsed<'_, &str> {
    recognize((one(|c| c == '.'), digits, opt(segment))).parse(input)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_keep_their_separators_and_units() {
        use Numeric::{Number, Word};
        for (text, rest, kind) in [
            ("1,200, ", ", ", Number),
            ("3.5bn.", ".", Number),
            ("10:30", "", Number),
            ("1990s", "", Number),
            ("1990's", "'s", Number),
            ("5-4 ", " ", Number),
            ("39,", ",", Number),
            ("10%", "%", Number),
            ("39-year-old man", " man", Word),
            ("21st-century", "", Word),
            ("5--4", "--4", Number),
        ] {
            assert_eq!(numeric(text), Ok((rest, kind)), "{text}");
        }
        assert_eq!(fraction(".5 "), Ok((" ", ".5")));
    }
}
