//! The words that a line of the word lists names as what may follow: `takes=that,of`, `with=about`.

use crate::page::Page;

/// A set of them.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Followers(u16);

/// All that a line may name, by bit.
const NAMES: [&str; 15] = [
    "that", "clause", "to", "of", "for", "on", "about", "over", "at", "against", "with", "toward",
    "in", "from", "by",
];

impl Followers {
    /// `that` and a clause.
    pub const THAT: Self = Self(1);
    /// A clause that no `that` opens.
    pub const CLAUSE: Self = Self(1 << 1);
    /// `to` and an infinitive, or what the preposition governs.
    pub const TO: Self = Self(1 << 2);
    /// All but the first two.
    pub const PREPOSITIONS: Self = Self(!(Self::THAT.0 | Self::CLAUSE.0));

    /// Those of a list with commas between; none of an empty one.
    ///
    /// # Errors
    /// A word that no rule looks for; the error names it.
    pub fn named(list: &str) -> Result<Self, String> {
        let mut names = list.split(',').filter(|name| !name.is_empty());
        names.try_fold(Self::default(), |all, name| {
            let found = NAMES.iter().position(|known| *known == name);
            let bit = found.ok_or_else(|| format!("no rule looks for {name:?}"))?;
            Ok(Self(all.0 | 1 << bit))
        })
    }

    /// Those that are in both.
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// Whether the sets share a word.
    pub const fn has(self, any: Self) -> bool {
        self.0 & any.0 != 0
    }

    /// Whether the word at a token, outside speech, is one of them.
    pub fn stand_at(self, page: &Page<'_>, index: usize) -> bool {
        let has = |bit: usize| self.0 >> bit & 1 == 1;
        (0..NAMES.len()).any(|bit| has(bit) && page.is(index, NAMES[bit]))
    }
}
