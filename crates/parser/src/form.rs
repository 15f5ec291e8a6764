//! How a token is written: its hash and shape.

use nom::Input;
use sayso_model::{Shape, word_hash};

use crate::Parsed;
use crate::character::{
    ALNUM, CLASS, DIGIT, LETTER, LOWER, UPPER, WIDE, first_byte, is, is_general_punctuation,
    is_wordly,
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

/// ASCII letters and digits up to a blank or a mark that joins nothing on: most words. They
/// are read and hashed in one go.
#[inline]
pub(crate) fn plain_word(input: &str) -> Parsed<'_, Form> {
    let mut hash = FNV_OFFSET;
    let mut seen = 0;
    let mut end = 0;
    let mut next = b' ';
    for &byte in input.as_bytes() {
        let entry = FOLDED[byte as usize];
        if entry & ((ALNUM as u16) << 8) == 0 {
            next = byte;
            break;
        }
        seen |= entry;
        hash = (hash ^ u32::from(entry & 0xff)).wrapping_mul(FNV_PRIME);
        end += 1;
    }
    let ends = matches!(
        next,
        b' ' | b'\n' | b'\r' | b',' | b';' | b'?' | b'!' | b'"' | b')'
    );
    // "cannot" is two words, which are told apart where clitics are cut off.
    if !ends || !is(first_byte(input), LETTER) || hash == CANNOT {
        return Err(nom::Err::Error(()));
    }
    let (rest, form) = input.take_split(end);
    let shape = ascii_shape(form, (seen >> 8) as u8);
    Ok((rest, Form { hash, shape }))
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
        let shape = ascii_shape(form, seen);
        Form { hash, shape }
    }
}

/// The shape of an ASCII form in which these classes were seen.
#[inline]
fn ascii_shape(form: &str, seen: u8) -> Shape {
    if seen & (UPPER | DIGIT) == 0 {
        return Shape::default();
    }
    let mut shape = Shape::default();
    if seen & DIGIT != 0 {
        shape = shape.with(Shape::DIGIT);
    }
    let mut letters = form.bytes().filter(|&b| is(b, LETTER));
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
        assert_eq!(plain_word("Said so"), Ok((" so", said)));
        assert_eq!(plain_word("Said"), Ok(("", said)));
        for text in [
            "don't",
            "cannot",
            "well-known",
            "U.S.",
            "café",
            "a/b",
            "1990s ",
            ", a",
            "end.",
        ] {
            assert_eq!(plain_word(text), Err(nom::Err::Error(())));
        }
    }

    proptest! {
        #[test]
        fn the_hash_is_the_models(form in "[ -~]{0,12}|\\PC{0,6}") {
            prop_assert_eq!(form_of(&form).hash, word_hash(&form));
        }
    }
}
