//! The word classes that the rules for names, noun phrases, verbs and clauses ask for.

/// A set of word classes.
pub type Classes = u64;

macro_rules! classes {
    ($($name:ident = $number:literal $text:literal;)+) => {
        $(pub const $name: Classes = 1 << $number;)+
        /// Their names in word lists, by bit.
        pub const CLASS_NAMES: &[&str] = &[$($text),+];
    };
}

classes! {
    GIVEN = 0 "given";
    MALE = 1 "male";
    FEMALE = 2 "female";
    TITLE = 3 "title";
    ROLE = 4 "role";
    HEAD = 5 "head";
    SUFFIX = 6 "suffix";
    ORGANIZATION = 7 "organization";
    PLACE = 8 "place";
    SITE = 9 "site";
    DAY = 10 "day";
    MONTH = 11 "month";
    TIME = 12 "time";
    WHEN = 13 "when";
    TIME_ADVERBIAL = 14 "adverbial";
    NUMBER = 15 "number";
    MONEY = 16 "money";
    APPROXIMATE = 17 "approximate";
    BARE = 18 "bare";
    WH = 19 "wh";
    SPEECH = 20 "speech";
    RECIPIENT = 21 "recipient";
    BE = 22 "be";
    HAVE = 23 "have";
    DO = 24 "do";
    GET = 25 "get";
    SEMI = 26 "semi";
    NEGATION = 27 "negation";
    SUBORDINATOR = 28 "subordinator";
    CHOICE = 29 "choice";
    ATTRIBUTIVE = 30 "attributive";
    SEPARATE = 31 "separate";
    PRONOMINAL = 32 "pronominal";
    PARTICLE = 33 "particle";
    GENERATION = 34 "generation";
    PAIR = 35 "pair";
    PORTFOLIO = 36 "portfolio";
    QUANTITY = 37 "quantity";
}

/// The hash of a single word in folded form, as the model has it (FNV-1a over its bytes).
pub const fn hash(word: &str) -> u32 {
    let bytes = word.as_bytes();
    let mut hash = 0x811c_9dc5u32;
    let mut at = 0;
    while at < bytes.len() {
        hash = (hash ^ bytes[at] as u32).wrapping_mul(0x0100_0193);
        at += 1;
    }
    hash
}

/// The hash of a phrase from the hash of the words before and that of the next word.
pub const fn join(before: u32, next: u32) -> u32 {
    (before.rotate_left(5) ^ next).wrapping_mul(0x9e37_79b1)
}
