//! Words, and the clitics cut from them.

use nom::Parser;
use nom::branch::alt;
use nom::combinator::{recognize, verify};
use nom::multi::{many0_count, many1_count};
use nom::sequence::{pair, preceded};

use crate::Parsed;
use crate::character::{
    ALNUM, LETTER, WIDE, first_byte, is, is_apostrophe, is_joining, is_wordly, one, run,
};

/// Letters and digits with inner apostrophes, hyphens and the like: `two-plus-two`,
/// `O'Neill`, `AT&T`.
pub(crate) fn word(input: &str) -> Parsed<'_, &str> {
    recognize(pair(segment, joined_segments)).parse(input)
}

/// What may follow a part of a word without a break: `-old`, `'Neill`, `&T`.
pub(crate) fn joined_segments(input: &str) -> Parsed<'_, usize> {
    many0_count(preceded(joiner, segment)).parse(input)
}

/// Letters and digits in a row, of any script, with the marks on them.
pub(crate) fn segment(input: &str) -> Parsed<'_, &str> {
    let (rest, ascii) = run(ALNUM)(input).unwrap_or((input, ""));
    if !ascii.is_empty() && !is(first_byte(rest), WIDE) {
        return Ok((rest, ascii));
    }
    recognize(many1_count(alt((run(ALNUM), wide_letters)))).parse(input)
}

fn wide_letters(input: &str) -> Parsed<'_, &str> {
    let letter = || one(|c| !c.is_ascii() && is_wordly(c));
    let across = preceded(many1_count(one(is_joining)), one(is_wordly));
    recognize(alt((letter(), across))).parse(input)
}

/// A character that joins two parts of a word when a letter or digit follows. An
/// ampersand joins only capitals: `AT&T`, but `salt&pepper` and `&amp;` are not one word.
fn joiner(input: &str) -> Parsed<'_, ()> {
    let (rest, c) =
        one(|c| is_apostrophe(c) || matches!(c, '-' | '_' | '&' | '‐' | '‑'))(input)?;
    let next = first_byte(rest);
    let joins = match c {
        '&' => {
            next.is_ascii_uppercase()
                && !rest.as_bytes()[1..]
                    .first()
                    .is_some_and(u8::is_ascii_lowercase)
        }
        c if is_apostrophe(c) => is(next, LETTER | WIDE),
        _ => is(next, ALNUM | WIDE),
    };
    if joins {
        Ok((rest, ()))
    } else {
        Err(nom::Err::Error(()))
    }
}

/// The length of a word without the clitic at its end, if it has one: `did|n't`,
/// `Moscow|'s`, `they|'re`, and, as the Penn Treebank has it, `can|not`.
pub(crate) fn clitic_at(word: &str) -> Option<usize> {
    if word.len() == 6 && word.eq_ignore_ascii_case("cannot") {
        return Some("can".len());
    }
    let bytes = word.as_bytes();
    // The longest ending after an apostrophe has two letters; look no further back.
    let from_end = bytes.iter().rev().take(3).position(|&b| !is(b, LETTER))?;
    let (head, ending) = word.split_at(bytes.len() - from_end);
    let apostrophe = head.chars().next_back().filter(|&c| is_apostrophe(c))?;
    let stem = &head[..head.len() - apostrophe.len_utf8()];
    if ending.eq_ignore_ascii_case("t") {
        let stem = stem.strip_suffix(['n', 'N'])?;
        return (!stem.is_empty()).then_some(stem.len());
    }
    (is_clitic_ending(ending) && !stem.is_empty()).then_some(stem.len())
}

/// What stands after the apostrophe in a clitic other than `n't`.
fn is_clitic_ending(ending: &str) -> bool {
    match ending.as_bytes() {
        [one] => matches!(one.to_ascii_lowercase(), b's' | b'd' | b'm'),
        [one, two] => matches!(
            (one.to_ascii_lowercase(), two.to_ascii_lowercase()),
            (b'r', b'e') | (b'v', b'e') | (b'l', b'l')
        ),
        _ => false,
    }
}

/// A clitic that stands behind something that is no word: the `'s` of `"Hamilton"'s`.
pub(crate) fn clitic(input: &str) -> Parsed<'_, &str> {
    let ending = verify(word, |ending: &str| is_clitic_ending(ending));
    recognize(pair(one(is_apostrophe), ending)).parse(input)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_ends_where_nothing_joins_on() {
        let taken = |text| word(text).map(|(_, word)| word).unwrap_or("");
        assert_eq!(taken("two-plus-two."), "two-plus-two");
        assert_eq!(taken("O’Neill’s"), "O’Neill’s");
        assert_eq!(taken("rock'n'roll'"), "rock'n'roll");
        assert_eq!(taken("voters' rights"), "voters");
        assert_eq!(taken("AT&T said"), "AT&T");
        assert_eq!(taken("salt&pepper"), "salt");
        assert_eq!(taken("and/or"), "and");
        assert_eq!(taken("well--then"), "well");
        assert_eq!(taken("co\u{ad}operate\u{ad} x"), "co\u{ad}operate");
        assert_eq!(taken("cafe\u{301}s,"), "cafe\u{301}s");
        assert_eq!(taken("нет, нет"), "нет");
        assert_eq!(taken(", a"), "");
    }

    #[test]
    fn clitics_are_found_at_the_end() {
        let cut = |word: &'static str| clitic_at(word).map(|at| word.split_at(at));
        assert_eq!(cut("didn't"), Some(("did", "n't")));
        assert_eq!(cut("CAN’T"), Some(("CA", "N’T")));
        assert_eq!(cut("Moscow's"), Some(("Moscow", "'s")));
        assert_eq!(cut("they’re"), Some(("they", "’re")));
        assert_eq!(cut("O'Neill"), None);
        assert_eq!(cut("ma'am"), None);
        assert_eq!(cut("ll"), None);
        assert_eq!(cut("n't"), None);
    }
}
