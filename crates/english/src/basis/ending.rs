//! The ends of words, by which unknown words are judged.

/// How many characters of a word's end are looked at.
pub const LONGEST: usize = 5;

/// What kind of unknown word a form is: its class (see [`super::look::class`]), or one of
/// the groups after them.
pub fn group(form: &str, class: u8) -> u8 {
    let tail = tail(form);
    let bytes = tail.as_bytes();
    let first = form.as_bytes().first().copied().unwrap_or(b' ');
    if first.is_ascii_digit() {
        DIGIT
    } else if !first.is_ascii_alphanumeric() && first < 128 {
        MARK
    } else if bytes[..bytes.len().saturating_sub(1)].contains(&b'-') {
        if class == 0 { HYPHEN } else { HYPHEN_CAPITAL }
    } else {
        class
    }
}

/// A lower-case word with a hyphen.
pub const HYPHEN: u8 = 5;
/// A capitalised word with a hyphen.
pub const HYPHEN_CAPITAL: u8 = 6;
/// Begins with a digit.
pub const DIGIT: u8 = 7;
/// Begins with a sign.
pub const MARK: u8 = 8;
/// How many groups there are.
pub const GROUPS: usize = 9;
/// Their names in data files.
pub const NAMES: [&str; GROUPS] = [
    "lower",
    "capital",
    "initial",
    "caps",
    "headline",
    "hyphen",
    "hyphen-capital",
    "digit",
    "mark",
];

/// The last few dozen bytes: all that a judgement by ending may look at.
fn tail(form: &str) -> &str {
    &form[form.ceil_char_boundary(form.len().saturating_sub(24))..]
}

/// The characters of a word from its last, folded: lower case, any digit as `0`.
pub fn backwards(form: &str) -> impl Iterator<Item = char> + '_ {
    form.chars().rev().take(LONGEST).map(|c| {
        if c.is_ascii_digit() {
            '0'
        } else {
            sayso_model::fold_char(c)
        }
    })
}

/// The key of the empty ending in a group.
pub const fn empty(group: u8) -> u32 {
    (group as u32 + 1).wrapping_mul(0x9e37_79b1)
}

/// The key of an ending one character longer.
pub const fn longer(key: u32, c: char) -> u32 {
    let mixed = (key ^ c as u32).wrapping_mul(0x85eb_ca6b);
    mixed ^ mixed >> 15
}
