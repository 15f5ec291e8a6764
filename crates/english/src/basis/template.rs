//! The contexts that a rule may name.

use sayso_model::Tag;

/// A token with its neighbours; place 3 is the token itself, 0 to 6 are those around it.
pub trait Window {
    /// The tag at a place as it is now; 0 outside the sentence.
    fn tag(&self, place: usize) -> u32;
    /// The hash of the word at a place; 0 for words that no rule may name there.
    fn word(&self, place: usize) -> u32;
    /// The class of case of the token.
    fn class(&self) -> u32;
    /// The auxiliary that reaches the token from the left.
    fn auxiliary(&self) -> u32;
}

/// The values a template takes in a window.
pub type Values = [u32; 3];

/// For each template the names of its values, as rules are written: `T-1` is the tag of the
/// token before, `W+1` the word after, `T-1..-3` the tag of one of the three before, `C` the
/// class of case, `A` the auxiliary that reaches the token.
pub const TEMPLATES: &[&[&str]] = &[
    &["T-1"],
    &["T+1"],
    &["T-2"],
    &["T+2"],
    &["T-1", "T+1"],
    &["T-2", "T-1"],
    &["T+1", "T+2"],
    &["T-1..-3"],
    &["T+1..+3"],
    &["W-1"],
    &["W+1"],
    &["W-2"],
    &["W+2"],
    &["W0"],
    &["W0", "T-1"],
    &["W0", "T+1"],
    &["W0", "W-1"],
    &["W0", "W+1"],
    &["W0", "T-2"],
    &["W0", "T+2"],
    &["W0", "T-1", "T+1"],
    &["W-1", "T+1"],
    &["T-1", "W+1"],
    &["C", "T-1"],
    &["C", "T+1"],
    &["T-2", "T-1", "T+1"],
    &["T-1", "T+1", "T+2"],
    &["T-3", "T-2", "T-1"],
    &["W0", "T-2", "T-1"],
    &["W0", "T+1", "T+2"],
    &["W-2", "T-1"],
    &["T+1", "W+2"],
    &["W-1", "W+1"],
    &["A"],
    &["A", "T-1"],
    &["A", "W0"],
    &["A", "T+1"],
    &["C", "T-1", "T+1"],
    &["W0", "T-1..-3"],
    &["W0", "T+1..+3"],
    &["A", "T-1", "T+1"],
    &["T-1", "W-2", "T+1"],
];

/// Calls `found` with each template (of those in the set `wanted`) and its values.
///
/// A template that names a word is passed over where no rule may name the word.
#[inline]
pub fn visit(w: &impl Window, wanted: u64, mut found: impl FnMut(u8, Values)) {
    let t = |at: usize| w.tag(at);
    let word = |at: usize| w.word(at);
    let mut left = wanted & ALL;
    while left != 0 {
        let n = left.trailing_zeros() as u8;
        left &= left - 1;
        let values = match n {
            0 => [t(2), 0, 0],
            1 => [t(4), 0, 0],
            2 => [t(1), 0, 0],
            3 => [t(5), 0, 0],
            4 => [t(2), t(4), 0],
            5 => [t(1), t(2), 0],
            6 => [t(4), t(5), 0],
            7 => {
                three([t(2), t(1), t(0)], |v| found(n, [v, 0, 0]));
                continue;
            }
            8 => {
                three([t(4), t(5), t(6)], |v| found(n, [v, 0, 0]));
                continue;
            }
            9 => [word(2), 0, 0],
            10 => [word(4), 0, 0],
            11 => [word(1), 0, 0],
            12 => [word(5), 0, 0],
            13 => [word(3), 0, 0],
            14 => [word(3), t(2), 0],
            15 => [word(3), t(4), 0],
            16 if word(2) != 0 => [word(3), word(2), 0],
            17 if word(4) != 0 => [word(3), word(4), 0],
            18 => [word(3), t(1), 0],
            19 => [word(3), t(5), 0],
            20 => [word(3), t(2), t(4)],
            21 => [word(2), t(4), 0],
            22 if word(4) != 0 => [t(2), word(4), 0],
            23 => [w.class(), t(2), 0],
            24 => [w.class(), t(4), 0],
            25 => [t(1), t(2), t(4)],
            26 => [t(2), t(4), t(5)],
            27 => [t(0), t(1), t(2)],
            28 => [word(3), t(1), t(2)],
            29 => [word(3), t(4), t(5)],
            30 => [word(1), t(2), 0],
            31 if word(5) != 0 => [t(4), word(5), 0],
            32 if word(4) != 0 => [word(2), word(4), 0],
            33 => [w.auxiliary(), 0, 0],
            34 => [w.auxiliary(), t(2), 0],
            35 if word(3) != 0 => [w.auxiliary(), word(3), 0],
            36 => [w.auxiliary(), t(4), 0],
            37 => [w.class(), t(2), t(4)],
            38 if word(3) != 0 => {
                three([t(2), t(1), t(0)], |v| found(n, [word(3), v, 0]));
                continue;
            }
            39 if word(3) != 0 => {
                three([t(4), t(5), t(6)], |v| found(n, [word(3), v, 0]));
                continue;
            }
            40 => [w.auxiliary(), t(2), t(4)],
            41 if word(1) != 0 => [t(2), word(1), t(4)],
            _ => continue,
        };
        if values[0] == 0 && NAMES_WORD_FIRST >> n & 1 != 0 {
            continue;
        }
        found(n, values);
    }
}

/// The set of all templates.
pub const ALL: u64 = (1 << TEMPLATES.len()) - 1;

/// The templates whose first value is a word.
const NAMES_WORD_FIRST: u64 = {
    let (mut set, mut n) = (0, 0);
    while n < TEMPLATES.len() {
        if TEMPLATES[n][0].as_bytes()[0] == b'W' {
            set |= 1 << n;
        }
        n += 1;
    }
    set
};

/// The templates that name no word around the token but in the places given as bits (the bit
/// of place n is 1 << n).
pub const fn without_words(named: u8) -> u64 {
    let (mut set, mut n) = (0, 0);
    while n < TEMPLATES.len() {
        let mut fits = true;
        let mut i = 0;
        while i < TEMPLATES[n].len() {
            let name = TEMPLATES[n][i].as_bytes();
            if name[0] == b'W' && name.len() == 3 {
                let distance = name[2] - b'0';
                let place = if name[1] == b'-' {
                    3 - distance
                } else {
                    3 + distance
                };
                fits = fits && named >> place & 1 != 0;
            }
            i += 1;
        }
        if fits {
            set |= 1 << n;
        }
        n += 1;
    }
    set
}

/// Each of three values once.
fn three(values: [u32; 3], mut found: impl FnMut(u32)) {
    found(values[0]);
    if values[1] != values[0] {
        found(values[1]);
    }
    if values[2] != values[0] && values[2] != values[1] {
        found(values[2]);
    }
}

/// The hash by which a rule is found.
#[inline]
pub fn key(template: u8, from: u8, values: Values) -> u32 {
    let mut h = (template as u32) << 8 | from as u32;
    for v in values {
        h = (h ^ v).wrapping_mul(0x9e37_79b1);
        h ^= h >> 15;
    }
    h
}

/// One value as rules are written.
pub fn show_value(name: &str, value: u32, word: impl Fn(u32) -> String) -> String {
    match name.as_bytes()[0] {
        b'T' if value == 0 => "EDGE".to_string(),
        b'T' => Tag(value as u8).name().to_string(),
        b'W' => word(value),
        _ => value.to_string(),
    }
}

/// Reads what [`show_value`] wrote.
pub fn read_value(name: &str, text: &str) -> u32 {
    match name.as_bytes()[0] {
        b'T' if text == "EDGE" => 0,
        b'T' => Tag::from_name(text).expect("a tag").0 as u32,
        b'W' => sayso_model::word_hash(text),
        _ => text.parse().expect("a number"),
    }
}
