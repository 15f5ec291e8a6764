//! How a token is written, and what that says in its sentence.

/// How a token is written: a set of bits.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Look(pub u8);

impl Look {
    /// Its first letter is a capital.
    pub const CAPITAL: u8 = 1;
    /// Two letters or more, all capitals.
    pub const ALL_CAPITALS: u8 = 2;
    /// It begins with a letter.
    pub const LETTER: u8 = 4;
    /// It is a mark after which a sentence may begin: an opening quotation mark, a colon.
    pub const OPENS: u8 = 8;
    /// It is punctuation or a symbol.
    pub const MARK: u8 = 16;

    /// The look of a form.
    pub fn of(form: &str) -> Self {
        let mut bits = 0;
        let first = form.chars().next().unwrap_or(' ');
        if first.is_alphabetic() {
            bits |= Self::LETTER;
            if first.is_uppercase() {
                bits |= Self::CAPITAL;
                let mut letters = form.chars().filter(|c| c.is_alphabetic());
                if letters.clone().nth(1).is_some() && letters.all(|c| !c.is_lowercase()) {
                    bits |= Self::ALL_CAPITALS;
                }
            }
        } else if !first.is_alphanumeric() && !form.chars().any(char::is_alphanumeric)
            || (form.starts_with('-') && form.ends_with("B-"))
        {
            bits |= Self::MARK;
        }
        if matches!(form, "``" | "`" | "“" | "‘" | ":" | "...") {
            bits |= Self::OPENS;
        }
        Self(bits)
    }

    /// Whether a bit is set.
    pub const fn has(self, bit: u8) -> bool {
        self.0 & bit != 0
    }
}

/// What a token's case means where it stands.
pub mod class {
    /// No capital at its beginning.
    pub const LOWER: u8 = 0;
    /// A capital within a sentence.
    pub const CAPITAL: u8 = 1;
    /// A capital where a sentence begins.
    pub const INITIAL: u8 = 2;
    /// All capitals in a sentence that is not.
    pub const ALL_CAPITALS: u8 = 3;
    /// A capital in a headline, where they tell little.
    pub const HEADLINE: u8 = 4;
    /// How many classes there are.
    pub const COUNT: usize = 5;
    /// Their names in data files.
    pub const NAMES: [&str; COUNT] = ["lower", "capital", "initial", "caps", "headline"];
}

/// Tells the class of each token of a sentence, from the first to the last.
#[derive(Clone, Copy, Debug)]
pub struct Classes {
    /// [`START`] where a sentence may begin, [`HEADLINE`] in a headline.
    state: u8,
}

const START: u8 = 4;
const HEADLINE: u8 = 8;

/// The classes by the two bits for capitals and the state.
static CLASSES: [u8; 16] = {
    let mut classes = [class::LOWER; 16];
    let mut at = 0;
    while at < 16 {
        let bits = at as u8;
        classes[at] = if bits & Look::CAPITAL == 0 {
            class::LOWER
        } else if bits & HEADLINE != 0 {
            class::HEADLINE
        } else if bits & Look::ALL_CAPITALS != 0 {
            class::ALL_CAPITALS
        } else if bits & START != 0 {
            class::INITIAL
        } else {
            class::CAPITAL
        };
        at += 1;
    }
    classes
};

impl Classes {
    /// For a sentence with so many tokens that begin with a letter, and with a capital. A
    /// headline has two capitalised words in three.
    pub fn new(letters: usize, capitals: usize) -> Self {
        let headline = letters >= 4 && capitals * 3 >= letters * 2;
        Self {
            state: START | (u8::from(headline) * HEADLINE),
        }
    }

    /// The class of the next token.
    #[inline]
    pub fn next(&mut self, look: Look) -> u8 {
        const CAPITALS: u8 = Look::CAPITAL | Look::ALL_CAPITALS;
        let class = CLASSES[((look.0 & CAPITALS) | self.state) as usize & 15];
        // A mark keeps the state, some marks begin it.
        let keeps = look.0 / (Look::MARK / START);
        let begins = look.0 / (Look::OPENS / START);
        self.state &= (keeps & START) | HEADLINE;
        self.state |= begins & START;
        class
    }
}

/// The classes of a sentence's tokens.
pub fn classify(looks: &[Look], classes: &mut Vec<u8>) {
    let count = |bit| looks.iter().filter(|look| look.has(bit)).count();
    let mut next = Classes::new(count(Look::LETTER), count(Look::CAPITAL));
    classes.extend(looks.iter().map(|&look| next.next(look)));
}
