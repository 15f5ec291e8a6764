//! Abbreviations: whether a full stop belongs to the word before it.

use std::sync::LazyLock;

use nom::Parser;
use nom::branch::alt;
use nom::bytes::complete::{tag, take_while_m_n};
use nom::combinator::{not, opt, peek, recognize, verify};
use nom::multi::{many0_count, many1_count};
use nom::sequence::{pair, preceded, terminated};

use crate::Parsed;
use crate::character::{ALNUM, DIGIT, LETTER, UPPER, first_byte, is, is_wordly, one, run};
use crate::lexicon::{STARTERS, WordList};
use crate::word::{segment, word};

/// What is listed, without the stop, with its class.
static LISTED: LazyLock<WordList> =
    LazyLock::new(|| WordList::new(include_str!("../data/abbreviations.txt")));

/// How an abbreviation's stop bears on the end of a sentence.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Abbreviation {
    /// Stands before a name (`Sen.`): never the end.
    Title,
    /// Stands before a number (`No. 5`); before anything else it is no abbreviation.
    Number,
    /// May stand at the end as well (`Inc.` `U.S.` `J.`).
    End,
}

/// The class of a word known to be an abbreviation, with or without its stop.
pub(crate) fn class_of(form: &str) -> Abbreviation {
    listed(form.strip_suffix('.').unwrap_or(form)).unwrap_or(Abbreviation::End)
}

/// Whether a word of this hash may be listed; most are not.
pub(crate) fn may_be_abbreviation(hash: u32) -> bool {
    LISTED.may_have(hash)
}

/// The class of a listed word without its stop; of a compound (`R-Ariz`) that of its last part.
fn listed(form: &str) -> Option<Abbreviation> {
    let part = match form.bytes().rposition(|byte| byte == b'-') {
        Some(hyphen) => &form[hyphen + 1..],
        None => form,
    };
    // No entry is longer; a long word need not be hashed.
    if part.len() > 8 {
        return None;
    }
    let line = LISTED.find(part)?;
    if is(first_byte(line), UPPER) && !is(first_byte(part), UPPER) {
        return None;
    }
    line.split(' ').nth(1).map(|class| match class {
        "title" => Abbreviation::Title,
        "number" => Abbreviation::Number,
        _ => Abbreviation::End,
    })
}

/// Letters with a stop after each, and what is joined to them: `U.S.`, `U.S.-led`,
/// `D-N.Y.`, `Ph.D.`, `A.F.L.-C.I.O.`, `S.&P.`; also with the last stop missing (`U.S`).
pub(crate) fn dotted(input: &str) -> Parsed<'_, &str> {
    let letter = || one(char::is_alphabetic);
    let last = || terminated(letter(), not(peek(one(is_wordly))));
    let letters = || {
        (
            letter(),
            many1_count(preceded(pair(tag("."), opt(tag("&"))), last())),
            opt(tag(".")),
        )
    };
    let degree = || (alt((tag("Ph"), tag("Ed"))), tag(".D"), opt(tag(".")));
    let part = || alt((recognize(letters()), recognize(degree())));
    let prefix = many0_count(terminated(run(LETTER), tag("-")));
    let joined = many0_count(preceded(tag("-"), alt((part(), segment))));
    recognize((prefix, part(), joined)).parse(input)
}

/// A word with the full stop that belongs to it: `Sen.`, `R-Ariz.`, `No.` before a number,
/// `J.` before a name.
///
/// `after_capital` tells whether the word before has a capital and no stop of a sentence
/// between; an initial is likelier there.
pub(crate) fn stopped<'t>(
    form: &'t str,
    after_capital: bool,
) -> impl Fn(&'t str) -> Parsed<'t, ()> {
    move |input| {
        let (rest, _) = tag(".")(input)?;
        if is(first_byte(rest), ALNUM) || first_byte(rest) == b'.' {
            return Err(nom::Err::Error(()));
        }
        let belongs = match listed(form) {
            Some(Abbreviation::Number) => is_number_next(rest),
            Some(_) => true,
            None => is_initial(form, rest, after_capital),
        };
        if belongs {
            Ok((rest, ()))
        } else {
            Err(nom::Err::Error(()))
        }
    }
}

/// Whether `form`, with its stop, is the initial of a name that goes on in `rest`.
fn is_initial(form: &str, rest: &str, after_capital: bool) -> bool {
    let mut letters = form.chars();
    let capital = letters.next().is_some_and(char::is_uppercase) && letters.next().is_none();
    if !capital || (form == "I" && !after_capital) {
        return false;
    }
    if first_byte(rest) == b',' {
        return after_capital;
    }
    let Ok((_, next)) = next_word(rest) else {
        return false;
    };
    let begins_name = next.chars().next().is_some_and(char::is_uppercase);
    // "plan B. The" ends a sentence; "by A. The" does not occur. "A" itself may be an initial.
    begins_name && (next.chars().nth(1).is_none() || !STARTERS.contains(next))
}

/// The next word on the line, or on the next.
fn next_word(rest: &str) -> Parsed<'_, &str> {
    preceded(verify(few_blanks, |blanks: &str| !blanks.is_empty()), word).parse(rest)
}

fn is_number_next(rest: &str) -> bool {
    preceded(few_blanks, run(DIGIT)).parse(rest).is_ok()
}

/// White space of at most three characters: no more is looked over.
fn few_blanks(rest: &str) -> Parsed<'_, &str> {
    take_while_m_n(0, 3, char::is_whitespace).parse(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_with_stops_are_one_word() {
        let taken = |text| dotted(text).map(|(_, form)| form).unwrap_or("");
        assert_eq!(taken("U.S. in"), "U.S.");
        assert_eq!(taken("U.S in"), "U.S");
        assert_eq!(taken("U.S.-led war"), "U.S.-led");
        assert_eq!(taken("D-N.Y.)"), "D-N.Y.");
        assert_eq!(taken("Ph.D.s"), "Ph.D.");
        assert_eq!(taken("A.F.L.-C.I.O.,"), "A.F.L.-C.I.O.");
        assert_eq!(taken("a.m. on"), "a.m.");
        assert_eq!(taken("S.&P. 500"), "S.&P.");
        assert_eq!(taken("J. Smith"), "");
        assert_eq!(taken("I.Then"), "");
    }

    #[test]
    fn a_stop_belongs_to_listed_words_and_initials() {
        let belongs = |form, rest, after| stopped(form, after)(rest).is_ok();
        assert!(belongs("Sen", ". Cruz", false));
        assert!(belongs("SEN", ". CRUZ", false));
        assert!(belongs("R-Ariz", ".", true));
        assert!(belongs("No", ". 5", false));
        assert!(belongs("W", ".\u{a0}Bush", true));
        assert!(!belongs("No", ". He", false));
        assert!(!belongs("ill", ". He", false));
        assert!(belongs("W", ". Bush", true));
        assert!(belongs("J", ". Smith", false));
        assert!(!belongs("B", ". The", false));
        assert!(!belongs("I", ". Then", false));
        assert!(!belongs("C", ".", true));
        assert!(!belongs("house", ". The", false));
    }
}
