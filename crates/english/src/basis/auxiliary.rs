//! Auxiliaries by their form, for telling past tense from participle.

/// Which auxiliary a folded word may be, as a small number; 0 for none.
pub fn auxiliary(word: &str) -> u8 {
    match word {
        "have" | "has" | "had" | "'ve" | "having" => 1,
        "be" | "is" | "are" | "was" | "were" | "been" | "being" | "am" | "'re" | "'m" => 2,
        "can" | "could" | "will" | "would" | "may" | "might" | "shall" | "should" | "must"
        | "ca" | "wo" | "'ll" | "cannot" => 3,
        "do" | "does" | "did" => 4,
        "get" | "gets" | "got" | "getting" | "gotten" => 5,
        "'s" => 6,
        "'d" => 7,
        "to" => 8,
        _ => 0,
    }
}

/// Whether a folded word ends the reach of an auxiliary to its left.
pub fn is_edge(word: &str) -> bool {
    matches!(
        word,
        "that"
            | "who"
            | "which"
            | "what"
            | "when"
            | "where"
            | "because"
            | "if"
            | "but"
            | "while"
            | "--"
            | "''"
            | "``"
    ) || matches!(word.as_bytes(), [byte] if is_edge_byte(*byte))
}

/// [`is_edge`] for marks of one byte.
pub const fn is_edge_byte(byte: u8) -> bool {
    matches!(byte, b',' | b';' | b':' | b'.' | b'(' | b'"')
}

/// How many auxiliaries there are, with none as the first.
pub const AUXILIARIES: u32 = 9;

/// What a word does that ends an auxiliary's reach.
pub const EDGE: u8 = 16;

/// What a folded word does to the tokens behind it: the auxiliary that reaches them from now on,
/// [`EDGE`], or 0.
pub fn effect(word: &str) -> u8 {
    match is_edge(word) {
        true => EDGE,
        false => auxiliary(word),
    }
}

/// Follows the auxiliaries from left to right. An auxiliary reaches six tokens: the lowest four
/// bits are the one that reaches the next token, the four above that for the one behind it.
#[derive(Clone, Copy, Default)]
pub struct Reach(u32);

impl Reach {
    /// The auxiliary that reaches the next token, which has this effect; then takes it in.
    #[inline]
    pub fn step(&mut self, effect: u8) -> u8 {
        let now = self.0 & 15;
        self.0 = match effect {
            0 => self.0 >> 4,
            _ => u32::from(effect & 15) * 0x11_1111,
        };
        now as u8
    }
}
