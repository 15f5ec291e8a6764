//! How a token is written: its hash and shape.

use sayso_model::{Shape, word_hash};

use crate::abbreviation::may_be_abbreviation;
use crate::character::{
    ALNUM, CLASS, DIGIT, LETTER, LOWER, UPPER, WIDE, is, is_general_punctuation, is_wordly,
};

/// What a token's letters give.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Form {
    /// The hash of its lower-cased form ([`word_hash`]).
    pub(crate) hash: u32,
    /// The bits of its shape that its letters give.
    pub(crate) shape: Shape,
}

/// For each byte its lower case below its class: one look a byte is enough for both.
static FOLDED: [u16; 256] = folded();

const fn folded() -> [u16; 256] {
    let mut table = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = (byte as u8).to_ascii_lowercase() as u16 | (CLASS[byte] as u16) << 8;
        byte += 1;
    }
    table
}

/// The model's hash, step by step.
const FNV_OFFSET: u32 = 0x811c_9dc5;
const FNV_PRIME: u32 = 0x0100_0193;

/// The hash of "cannot".
const CANNOT: u32 = 0x21a2_d5aa;

/// The end and the form of the plain word that begins here: ASCII letters, and nothing behind them
/// that may belong to them. Most words are plain; they are read and hashed eight letters at once,
/// as far as the text has so many bytes.
#[inline(always)]
pub(crate) fn plain_word(text: &str, start: usize) -> Option<(usize, Form)> {
    let bytes = &text.as_bytes()[start..];
    let (mut hash, mut len, mut lower) = (FNV_OFFSET, 0, 0);
    let rest = loop {
        let rest = &bytes[len..];
        let eight = u64::from_le_bytes(*rest.first_chunk()?);
        let (letters, count) = leading_letters(eight);
        hash = hash_letters(hash, letters, count);
        lower |= eight & letters & (ONES * 0x20);
        len += count;
        if count < 8 {
            break &rest[count..];
        }
    };
    // "cannot" is two words, which are told apart where clitics are cut off.
    if len == 0 || !ends_word(rest, len, hash) || hash == CANNOT {
        return None;
    }
    let capital = bytes[0] & 0x20 == 0;
    let shape = match (capital, lower == 0 && len > 1) {
        (true, true) => Shape::CAPITAL.with(Shape::ALL_CAPITALS),
        (true, false) => Shape::CAPITAL,
        _ => Shape::default(),
    };
    Some((start + len, Form { hash, shape }))
}

const ONES: u64 = u64::MAX / 0xff;

/// The letters that eight bytes begin with, in lower case and with zeros for what follows them, and
/// how many they are.
#[inline(always)]
fn leading_letters(eight: u64) -> (u64, usize) {
    const HIGH: u64 = ONES * 0x80;
    let lower = eight | (ONES * 0x20);
    // The high bit tells where a byte of ASCII is at least "a", and where it is more than "z".
    let from_a = (lower & !HIGH) + ONES * (0x80 - b'a' as u64);
    let past_z = (lower & !HIGH) + ONES * (0x7f - b'z' as u64);
    let others = !(from_a & !past_z & !eight) & HIGH;
    let first_other = (others & others.wrapping_neg()) >> 7;
    let letters = lower & first_other.wrapping_sub(1);
    (letters, others.trailing_zeros() as usize / 8)
}

/// The hash of a word with so many more letters. All eight bytes are hashed, which needs no
/// branch; the steps over zeros, which only multiply, are then taken back.
#[inline(always)]
fn hash_letters(hash: u32, letters: u64, count: usize) -> u32 {
    let all = letters.to_le_bytes().into_iter().fold(hash, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(FNV_PRIME)
    });
    all.wrapping_mul(BACK[count & 15])
}

/// What takes back the steps over zeros behind so many letters.
static BACK: [u32; 16] = {
    // The inverse of the prime: each round doubles the bits that are right.
    let mut inverse = FNV_PRIME;
    let mut round = 0;
    while round < 5 {
        inverse = inverse.wrapping_mul(2u32.wrapping_sub(FNV_PRIME.wrapping_mul(inverse)));
        round += 1;
    }
    let mut back = [1; 16];
    let mut count = 8;
    while count > 0 {
        count -= 1;
        back[count] = inverse.wrapping_mul(back[count + 1]);
    }
    back
};

/// Whether nothing that follows a plain word may belong to it.
#[inline]
fn ends_word(rest: &[u8], len: usize, hash: u32) -> bool {
    match *rest {
        [] => true,
        [b'.', ref rest @ ..] => ends_stop(rest) && len > 1 && !may_be_abbreviation(hash),
        [next, ..] => !matches!(
            next,
            b'0'..=b'9' | b'\'' | b'`' | b'-' | b'_' | b'&' | b'@' | b'+' | b':' | b'$' | 0x80..
        ),
    }
}

/// Whether nothing is joined to a full stop that would make an address or an abbreviation of it and
/// the letters around it.
fn ends_stop(rest: &[u8]) -> bool {
    match *rest {
        // Typographic marks.
        [] | [0xe2, 0x80, ..] => true,
        [next, ..] => !is(next, ALNUM | WIDE) && !matches!(next, b'.' | b'&'),
    }
}

/// The form of a punctuation mark of one byte.
#[inline]
pub(crate) fn mark_form(mark: u8) -> Form {
    Form {
        hash: (FNV_OFFSET ^ u32::from(mark)).wrapping_mul(FNV_PRIME),
        shape: Shape::default(),
    }
}

/// The hash and shape of any token.
#[inline]
pub(crate) fn form_of(form: &str) -> Form {
    let mut hash = FNV_OFFSET;
    let mut seen = 0;
    for &byte in form.as_bytes() {
        let entry = FOLDED[byte as usize];
        seen |= entry;
        hash = (hash ^ u32::from(entry & 0xff)).wrapping_mul(FNV_PRIME);
    }
    let seen = (seen >> 8) as u8;
    if seen & WIDE != 0 {
        wide_form(form)
    } else {
        let shape = ascii_shape(form.as_bytes(), seen);
        Form { hash, shape }
    }
}

/// The shape of an ASCII form in which these classes were seen.
#[inline]
fn ascii_shape(form: &[u8], seen: u8) -> Shape {
    if seen & (UPPER | DIGIT) == 0 {
        return Shape::default();
    }
    let mut shape = Shape::default();
    if seen & DIGIT != 0 {
        shape = shape.with(Shape::DIGIT);
    }
    let mut letters = form.iter().copied().filter(|&b| is(b, LETTER));
    if letters.next().is_some_and(|b| is(b, UPPER)) {
        shape = shape.with(Shape::CAPITAL);
        if seen & LOWER == 0 && letters.next().is_some() {
            shape = shape.with(Shape::ALL_CAPITALS);
        }
    }
    shape
}

fn wide_form(form: &str) -> Form {
    // Typographic punctuation has no letters whose case to ask for.
    let one = form.len() <= 4 && form.chars().nth(1).is_none();
    let letterless = one && !form.starts_with(is_wordly);
    let shape = if letterless {
        Shape::default()
    } else {
        wide_shape(form)
    };
    Form {
        hash: word_hash(form),
        shape,
    }
}

fn wide_shape(form: &str) -> Shape {
    // The apostrophe of `’s`, which is most of what comes here, is neither letter nor number.
    let chars = || form.chars().filter(|&c| !is_general_punctuation(c));
    let letters = || chars().filter(|c| c.is_alphabetic());
    let mut shape = Shape::default();
    if chars().any(char::is_numeric) {
        shape = shape.with(Shape::DIGIT);
    }
    if letters().next().is_some_and(char::is_uppercase) {
        shape = shape.with(Shape::CAPITAL);
        if letters().nth(1).is_some() && letters().all(char::is_uppercase) {
            shape = shape.with(Shape::ALL_CAPITALS);
        }
    }
    shape
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn shapes() {
        let shape = |form| form_of(form).shape;
        assert_eq!(shape("said"), Shape::default());
        assert_eq!(shape("Said"), Shape::CAPITAL);
        assert_eq!(shape("I"), Shape::CAPITAL);
        assert_eq!(shape("U.S."), Shape::CAPITAL.with(Shape::ALL_CAPITALS));
        assert_eq!(shape("ÉCOLE"), Shape::CAPITAL.with(Shape::ALL_CAPITALS));
        assert_eq!(shape("'Twas"), Shape::CAPITAL);
        assert_eq!(shape("39-year-old"), Shape::DIGIT);
        assert_eq!(shape("iPhone"), Shape::default());
    }

    #[test]
    fn plain_words_end_at_blanks_and_marks() {
        assert_eq!(form_of("cannot").hash, CANNOT);
        let said = form_of("Said");
        for text in [
            "Said so it is",
            "Said.\n\nIt is",
            "Said.” It is",
            "Said/not",
        ] {
            assert_eq!(plain_word(text, 0), Some((4, said)), "{text}");
        }
        for word in [
            "don't",
            "cannot",
            "well-known",
            "U.S.",
            "Sen.",
            "J.",
            "café",
            "1990s",
            ",",
            "end.Then",
            "end...",
            "a@b.c",
            "G20",
        ] {
            let text = format!("{word} and so on");
            assert_eq!(plain_word(&text, 0), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn plain_words_have_the_form_of_any_word(word in "[A-Za-z]{1,20}|[A-Z]{1,9}") {
            let plain = plain_word(&format!("{word} and so on"), 0);
            let form = form_of(&word);
            prop_assert_eq!(plain, (form.hash != CANNOT).then_some((word.len(), form)));
        }

        #[test]
        fn the_hash_is_the_models(form in "[ -~]{0,12}|\\PC{0,6}") {
            prop_assert_eq!(form_of(&form).hash, word_hash(&form));
        }
    }
}
