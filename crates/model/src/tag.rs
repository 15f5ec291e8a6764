//! Parts of speech.

/// The part of speech of a token: a tag of the Penn Treebank.
///
/// The tags and their meaning are those of Santorini, *Part-of-Speech Tagging Guidelines for
/// the Penn Treebank Project* (1990), with the bracket tags of the Treebank's files.
/// [`Tag::universal`] gives the coarser tag of Universal Dependencies, version 2.
///
/// ```
/// use sayso_model::Tag;
/// assert_eq!(Tag::VBD.name(), "VBD");
/// assert_eq!(Tag::from_name("PRP$"), Some(Tag::PRP_POSSESSIVE));
/// assert_eq!(Tag::NNS.universal("ministers"), "NOUN");
/// ```
#[repr(transparent)]
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Tag(pub u8);

macro_rules! tags {
    ($($(#[$meta:meta])* $id:ident = $number:literal $name:literal;)+) => {
        impl Tag {
            $($(#[$meta])* pub const $id: Self = Self($number);)+

            /// All tags, [`Tag::NONE`] first; each stands at the index that is its number.
            pub const ALL: &'static [Self] = &[$(Self($number)),+];

            const NAMES: &'static [&'static str] = &[$($name),+];
        }
    };
}

tags! {
    /// No tag: the token was not tagged, or there is no token.
    NONE = 0 "";
    /// Coordinating conjunction: *and*, *but*.
    CC = 1 "CC";
    /// Cardinal number.
    CD = 2 "CD";
    /// Determiner: *the*, *this*.
    DT = 3 "DT";
    /// Existential *there*.
    EX = 4 "EX";
    /// Foreign word.
    FW = 5 "FW";
    /// Preposition or subordinating conjunction.
    IN = 6 "IN";
    /// Adjective.
    JJ = 7 "JJ";
    /// Adjective, comparative.
    JJR = 8 "JJR";
    /// Adjective, superlative.
    JJS = 9 "JJS";
    /// List item marker.
    LS = 10 "LS";
    /// Modal verb.
    MD = 11 "MD";
    /// Noun, singular or mass.
    NN = 12 "NN";
    /// Proper noun, singular.
    NNP = 13 "NNP";
    /// Proper noun, plural.
    NNPS = 14 "NNPS";
    /// Noun, plural.
    NNS = 15 "NNS";
    /// Predeterminer: *all* the, *such* a.
    PDT = 16 "PDT";
    /// Possessive ending: *'s*.
    POS = 17 "POS";
    /// Personal pronoun.
    PRP = 18 "PRP";
    /// Possessive pronoun: *my*, *their* (`PRP$`).
    PRP_POSSESSIVE = 19 "PRP$";
    /// Adverb.
    RB = 20 "RB";
    /// Adverb, comparative.
    RBR = 21 "RBR";
    /// Adverb, superlative.
    RBS = 22 "RBS";
    /// Particle: give *up*.
    RP = 23 "RP";
    /// Symbol.
    SYM = 24 "SYM";
    /// *to*.
    TO = 25 "TO";
    /// Interjection.
    UH = 26 "UH";
    /// Verb, base form.
    VB = 27 "VB";
    /// Verb, past tense.
    VBD = 28 "VBD";
    /// Verb, gerund or present participle.
    VBG = 29 "VBG";
    /// Verb, past participle.
    VBN = 30 "VBN";
    /// Verb, present tense, not third person singular.
    VBP = 31 "VBP";
    /// Verb, present tense, third person singular.
    VBZ = 32 "VBZ";
    /// Wh-determiner: *which*, relative *that*.
    WDT = 33 "WDT";
    /// Wh-pronoun: *who*, *what*.
    WP = 34 "WP";
    /// Possessive wh-pronoun: *whose* (`WP$`).
    WP_POSSESSIVE = 35 "WP$";
    /// Wh-adverb: *where*, *when*.
    WRB = 36 "WRB";
    /// The number sign.
    POUND = 37 "#";
    /// A currency sign.
    DOLLAR = 38 "$";
    /// A mark that closes a quotation.
    QUOTE_CLOSE = 39 "''";
    /// A mark that opens a quotation.
    QUOTE_OPEN = 40 "``";
    /// Comma.
    COMMA = 41 ",";
    /// A mark that ends a sentence.
    STOP = 42 ".";
    /// Colon, semicolon, dash, dots.
    COLON = 43 ":";
    /// Opening bracket.
    LRB = 44 "-LRB-";
    /// Closing bracket.
    RRB = 45 "-RRB-";
}

impl Tag {
    /// Its name in the Penn Treebank; empty for [`Tag::NONE`] and unknown numbers.
    pub fn name(self) -> &'static str {
        Self::NAMES.get(self.0 as usize).copied().unwrap_or("")
    }

    /// The tag of this name.
    pub fn from_name(name: &str) -> Option<Self> {
        let index = Self::NAMES[1..].iter().position(|&n| n == name)?;
        Some(Self(index as u8 + 1))
    }

    /// Its bit in a set of tags.
    pub const fn bit(self) -> u64 {
        1 << (self.0 & 63)
    }

    /// Whether the tag is one of a set, which is made with [`Tag::bit`].
    pub const fn is_in(self, set: u64) -> bool {
        set & self.bit() != 0
    }

    /// The tags of verbs, the modal's apart.
    pub const VERBS: u64 = Self::VB.bit()
        | Self::VBD.bit()
        | Self::VBG.bit()
        | Self::VBN.bit()
        | Self::VBP.bit()
        | Self::VBZ.bit();

    /// The tags of nouns, common and proper.
    pub const NOUNS: u64 = Self::NN.bit() | Self::NNS.bit() | Self::NNP.bit() | Self::NNPS.bit();

    /// Whether this is a verb, the modal apart.
    pub const fn is_verb(self) -> bool {
        self.is_in(Self::VERBS)
    }

    /// Whether this is a noun, common or proper.
    pub const fn is_noun(self) -> bool {
        self.is_in(Self::NOUNS)
    }

    /// The universal part of speech (UD version 2) of a token with this tag, as far as the
    /// tag and the word tell: *be* is `AUX`, *have* and *do* are `VERB`, for which the words
    /// around them would be needed.
    pub fn universal(self, form: &str) -> &'static str {
        let is = |words: &[&str]| words.iter().any(|w| form.eq_ignore_ascii_case(w));
        match self {
            Self::CC => "CCONJ",
            Self::CD if is(&["#"]) => "SYM",
            Self::CD => "NUM",
            Self::DT if is(PRONOUN_DETERMINERS) => "PRON",
            Self::DT | Self::PDT => "DET",
            Self::EX | Self::PRP | Self::PRP_POSSESSIVE | Self::WP | Self::WP_POSSESSIVE => "PRON",
            Self::FW | Self::LS => "X",
            Self::IN if is(SUBORDINATORS) => "SCONJ",
            Self::IN | Self::RP => "ADP",
            Self::JJ | Self::JJR | Self::JJS => "ADJ",
            Self::MD => "AUX",
            Self::NN | Self::NNS if is(SYMBOLS) => "SYM",
            Self::NN | Self::NNS if is(PRONOUN_NOUNS) => "PRON",
            Self::NN | Self::NNS => "NOUN",
            Self::NNP | Self::NNPS => "PROPN",
            Self::POS | Self::TO => "PART",
            Self::RB if is(&["not", "n't", "n’t", "nt"]) => "PART",
            Self::RB | Self::RBR | Self::RBS => "ADV",
            Self::WRB if is(&["when"]) => "SCONJ",
            Self::WRB => "ADV",
            Self::SYM | Self::DOLLAR | Self::POUND => "SYM",
            Self::UH => "INTJ",
            Self::WDT => "PRON",
            _ if self.is_verb() && is(BE) => "AUX",
            _ if self.is_verb() => "VERB",
            Self::NONE => "X",
            _ if self.0 <= Self::RRB.0 => "PUNCT",
            _ => "X",
        }
    }
}

/// Forms of *be*; UD has them as `AUX`, copula or not.
const BE: &[&str] = &[
    "be", "is", "'s", "’s", "are", "'re", "’re", "am", "'m", "’m", "was", "were", "been", "being",
    "ai",
];

/// Nouns by their Penn tag that UD counts among the pronouns.
const PRONOUN_NOUNS: &[&str] = &[
    "anybody",
    "anyone",
    "anything",
    "everybody",
    "everyone",
    "everything",
    "nobody",
    "none",
    "nothing",
    "somebody",
    "someone",
    "something",
];

/// Words with the tag of determiners that stand alone.
const PRONOUN_DETERMINERS: &[&str] = &["none"];

/// Words tagged `IN` that mostly join a clause.
const SUBORDINATORS: &[&str] = &[
    "although", "as", "because", "if", "lest", "that", "though", "unless", "whereas", "whether",
    "while",
];

/// Signs that Penn tags as nouns.
const SYMBOLS: &[&str] = &["%", "°", "+", "=", "@"];

impl std::fmt::Debug for Tag {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(if *self == Self::NONE {
            "-"
        } else {
            self.name()
        })
    }
}

impl std::fmt::Display for Tag {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::Tag;

    #[test]
    fn names_and_numbers_agree() {
        for (number, &tag) in Tag::ALL.iter().enumerate() {
            assert_eq!(tag.0 as usize, number);
            if tag != Tag::NONE {
                assert_eq!(Tag::from_name(tag.name()), Some(tag));
            }
        }
        assert_eq!(Tag::from_name(""), None);
        assert_eq!(Tag(200).name(), "");
        assert_eq!(Tag(200).universal("x"), "X");
    }

    #[test]
    fn universal_tags_follow_the_word_where_the_tag_is_too_coarse() {
        assert_eq!(Tag::IN.universal("that"), "SCONJ");
        assert_eq!(Tag::IN.universal("of"), "ADP");
        assert_eq!(Tag::VBZ.universal("Is"), "AUX");
        assert_eq!(Tag::VBZ.universal("says"), "VERB");
        assert_eq!(Tag::RB.universal("n't"), "PART");
        assert_eq!(Tag::STOP.universal("?"), "PUNCT");
        assert_eq!(Tag::NN.universal("%"), "SYM");
    }
}
