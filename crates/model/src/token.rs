use crate::{NONE, Span};

/// A word, number, punctuation mark or symbol.
///
/// Tokens follow the Penn Treebank's division: clitics stand alone (`do` `n't`,
/// `Moscow` `'s`), a currency sign and a percent sign are tokens of their own, words keep
/// inner apostrophes and hyphens, abbreviations their full stop.
#[repr(C)]
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Token {
    /// Where it stands, in bytes.
    pub span: Span,
    /// Hash of the lower-cased form ([`crate::word_hash`]): equal words have equal hashes.
    pub word: u32,
    /// Index of the innermost quotation whose outer span holds the token; [`NONE`] outside.
    pub quotation: u32,
    /// What it is.
    pub kind: TokenKind,
    /// How it is written.
    pub shape: Shape,
    /// Zero; for later use.
    pub reserved: u16,
}

impl Token {
    /// The innermost quotation the token stands in, by index.
    pub fn quotation(&self) -> Option<usize> {
        (self.quotation != NONE).then_some(self.quotation as usize)
    }
}

/// What a token is. Kinds unknown to a plugin may come from a newer host.
#[repr(transparent)]
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct TokenKind(pub u8);

#[allow(missing_docs)]
impl TokenKind {
    /// A word: letters with inner apostrophes, hyphens, digits; an abbreviation with its stop.
    pub const WORD: Self = Self(1);
    /// A number, with inner separators and any unit written onto it: `1,200` `3.5bn` `1990s`.
    pub const NUMBER: Self = Self(2);
    /// A clitic cut from the word before it: `n't` `'s` `'re` `'ll`, the `not` of `cannot`.
    pub const CLITIC: Self = Self(3);
    /// A punctuation mark that is no quotation mark.
    pub const PUNCTUATION: Self = Self(4);
    /// A mark that opens a quotation.
    pub const QUOTE_OPEN: Self = Self(5);
    /// A mark that closes a quotation.
    pub const QUOTE_CLOSE: Self = Self(6);
    /// A currency sign, percent sign, emoji or other symbol.
    pub const SYMBOL: Self = Self(7);
    /// A web address, mail address, `@name` or `#tag`.
    pub const ADDRESS: Self = Self(8);

    /// Words, numbers, clitics and addresses: all that is not punctuation or symbol.
    pub fn is_wordlike(self) -> bool {
        matches!(
            self,
            Self::WORD | Self::NUMBER | Self::CLITIC | Self::ADDRESS
        )
    }
}

impl std::fmt::Debug for TokenKind {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match *self {
            Self::WORD => "word",
            Self::NUMBER => "number",
            Self::CLITIC => "clitic",
            Self::PUNCTUATION => "punctuation",
            Self::QUOTE_OPEN => "quote-open",
            Self::QUOTE_CLOSE => "quote-close",
            Self::SYMBOL => "symbol",
            Self::ADDRESS => "address",
            _ => "unknown",
        })
    }
}

/// How a token is written: a set of bits.
#[repr(transparent)]
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default, Debug)]
pub struct Shape(pub u8);

impl Shape {
    /// Its first letter is a capital.
    pub const CAPITAL: Self = Self(1);
    /// It has two letters or more and all are capitals.
    pub const ALL_CAPITALS: Self = Self(2);
    /// White space stands before it (or the text's beginning).
    pub const SPACE_BEFORE: Self = Self(4);
    /// It is the first token of its sentence that is no punctuation or quotation mark.
    pub const SENTENCE_START: Self = Self(8);
    /// A word that ends in a full stop which belongs to it (`Sen.`, `U.S.`).
    pub const ABBREVIATION: Self = Self(16);
    /// It has a digit.
    pub const DIGIT: Self = Self(32);

    /// Whether all bits of `other` are set.
    pub const fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// The bits of both.
    pub const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}
