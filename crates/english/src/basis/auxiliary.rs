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

/// How many tokens an auxiliary reaches to the right.
pub const REACH: u8 = 6;

/// Follows the auxiliaries from left to right.
#[derive(Clone, Copy, Default)]
pub struct Reach {
    /// The auxiliary that reaches the next token; 0 for none.
    last: u8,
    /// How many tokens more it reaches.
    left: u8,
}

impl Reach {
    /// The auxiliary that reaches the next token; then takes that token in.
    #[inline]
    pub fn step(&mut self, auxiliary: u8, edge: bool) -> u8 {
        let now = self.last;
        self.left = self.left.saturating_sub(1);
        if edge || self.left == 0 {
            self.last = 0;
        }
        if auxiliary != 0 && !edge {
            *self = Self {
                last: auxiliary,
                left: REACH,
            };
        }
        now
    }
}
