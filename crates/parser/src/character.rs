//! Classes of characters, and the leaves of the grammar that recognise them.
//!
//! ASCII is told apart by one table of bytes; the rest of Unicode by the standard library
//! and the few ranges it does not know.

use nom::Input;

use crate::Parsed;

/// Bit of an upper-case ASCII letter in [`CLASS`].
pub(crate) const UPPER: u8 = 1;
/// Bit of a lower-case ASCII letter.
pub(crate) const LOWER: u8 = 2;
/// Bit of an ASCII digit.
pub(crate) const DIGIT: u8 = 4;
/// Bit of white space in ASCII: blank, tab, and the line ends.
pub(crate) const SPACE: u8 = 8;
/// Bit of a byte that belongs to a character outside ASCII.
pub(crate) const WIDE: u8 = 16;
/// Bit of an ASCII control character that is no white space.
pub(crate) const CONTROL: u8 = 32;
/// ASCII letters.
pub(crate) const LETTER: u8 = UPPER | LOWER;
/// ASCII letters and digits.
pub(crate) const ALNUM: u8 = LETTER | DIGIT;

/// The classes of every byte.
pub(crate) static CLASS: [u8; 256] = classes();

const fn classes() -> [u8; 256] {
    let mut table = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = match byte as u8 {
            b'A'..=b'Z' => UPPER,
            b'a'..=b'z' => LOWER,
            b'0'..=b'9' => DIGIT,
            b' ' | b'\t'..=b'\r' => SPACE,
            0x80.. => WIDE,
            0..b' ' | 0x7f => CONTROL,
            _ => 0,
        };
        byte += 1;
    }
    table
}

/// Whether a byte has one of these classes.
pub(crate) fn is(byte: u8, class: u8) -> bool {
    CLASS[byte as usize] & class != 0
}

/// The first byte, 0 at the end of the text (which no caller takes for anything).
pub(crate) fn first_byte(input: &str) -> u8 {
    byte_at(input, 0)
}

/// The byte at an offset, 0 past the end.
pub(crate) fn byte_at(input: &str, offset: usize) -> u8 {
    input.as_bytes().get(offset).copied().unwrap_or(0)
}

/// At least one ASCII character of a class.
pub(crate) fn run<'t>(class: u8) -> impl Fn(&'t str) -> Parsed<'t, &'t str> {
    debug_assert_eq!(class & WIDE, 0, "such a run could end inside a character");
    move |input| {
        let bytes = input.as_bytes();
        let end = bytes.iter().position(|&byte| !is(byte, class));
        match end.unwrap_or(bytes.len()) {
            0 => Err(nom::Err::Error(())),
            end => Ok(input.take_split(end)),
        }
    }
}

/// At least one of this ASCII character.
pub(crate) fn repeated<'t>(mark: u8) -> impl Fn(&'t str) -> Parsed<'t, &'t str> {
    debug_assert!(mark.is_ascii());
    move |input| {
        let bytes = input.as_bytes();
        let end = bytes.iter().position(|&byte| byte != mark);
        match end.unwrap_or(bytes.len()) {
            0 => Err(nom::Err::Error(())),
            end => Ok(input.take_split(end)),
        }
    }
}

/// One character that a test accepts.
pub(crate) fn one<'t>(test: impl Fn(char) -> bool) -> impl Fn(&'t str) -> Parsed<'t, char> {
    move |input| match input.chars().next() {
        Some(c) if test(c) => Ok((input.take_from(c.len_utf8()), c)),
        _ => Err(nom::Err::Error(())),
    }
}

/// Letters, digits and what is written onto them, in any script.
pub(crate) fn is_wordly(c: char) -> bool {
    if c.is_ascii() || is_general_punctuation(c) {
        return c.is_ascii_alphanumeric();
    }
    c.is_alphanumeric() || is_combining(c)
}

/// The block of typographic quotation marks, dashes and blanks, which has no letters: asked
/// first, it saves most of the long look-ups in the tables of Unicode.
pub(crate) fn is_general_punctuation(c: char) -> bool {
    ('\u{2000}'..='\u{206f}').contains(&c)
}

/// Characters without width of their own that may stand between two letters of a word:
/// soft hyphen, joiners, marks of direction.
pub(crate) fn is_joining(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{200c}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'
            | '\u{2066}'..='\u{2069}'
    )
}

/// Marks written onto the character before. The standard library counts many of them, but
/// not all, as alphabetic; these are the blocks of the others.
pub(crate) fn is_combining(c: char) -> bool {
    match c {
        '\u{300}'..='\u{36f}'
        | '\u{483}'..='\u{489}'
        | '\u{591}'..='\u{5bd}'
        | '\u{64b}'..='\u{65f}'
        | '\u{6df}'..='\u{6ed}'
        | '\u{e47}'..='\u{e4e}'
        | '\u{1ab0}'..='\u{1aff}'
        | '\u{1dc0}'..='\u{1dff}'
        | '\u{20d0}'..='\u{20ff}'
        | '\u{3099}'..='\u{309a}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{fe20}'..='\u{fe2f}'
        | '\u{e0100}'..='\u{e01ef}' => true,
        // The scripts of India keep the nukta and the virama in the same places of their blocks.
        '\u{900}'..='\u{d7f}' => matches!(c as u32 & 0x7f, 0x3c | 0x4d),
        _ => false,
    }
}

/// The straight and the typographic apostrophes.
pub(crate) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ' | '`')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leaves_take_what_they_name() {
        assert_eq!(run(LETTER)("ab1"), Ok(("1", "ab")));
        assert_eq!(run(DIGIT)("ab1"), Err(nom::Err::Error(())));
        assert_eq!(repeated(b'-')("--é"), Ok(("é", "--")));
        assert_eq!(one(char::is_alphabetic)("éa"), Ok(("a", 'é')));
    }

    #[test]
    fn every_byte_has_at_most_one_class() {
        assert!(CLASS.iter().all(|class| class.count_ones() <= 1));
    }
}
