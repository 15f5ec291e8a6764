//! The contextual rules, and what tells those that cannot apply.

use super::{BLOCKS, BY_TAG, Cell, PARTS, RULE_SETS, RULES};

/// A contextual rule; its block tells all of its context but the words.
pub(crate) struct Rule {
    pub to: u8,
    /// The places of a window and the words that it names there; the number 0 for none.
    pub(super) words: [(u8, u16); 2],
}

/// Those rules of a block that may apply to a word.
pub(crate) struct Part {
    pub(super) rules: u64,
    pub(super) block: u8,
    /// Whether no other part follows that belongs to the same word.
    pub(super) last: bool,
}

/// At most 64 rules that change the same tag. For each value of a part of the context it has
/// the rules that go with it, as numbers in `RULE_SETS`.
pub(crate) struct Block {
    /// The numbers of the rules, in their order.
    pub(super) numbers: [u16; 64],
    /// The rules that name a tag three places away.
    pub(super) far: u64,
    pub(super) left: [u16; 64],
    pub(super) right: [u16; 64],
    pub(super) second_left: [u16; 64],
    pub(super) second_right: [u16; 64],
    /// By class of case and auxiliary.
    pub(super) context: [u16; 64],
    /// By the places with words that rules name.
    pub(super) named: [u16; 64],
    /// By each of the two nearest tags to the left, where one of three may have to be there.
    pub(super) before: [u16; 64],
    /// By the third one.
    pub(super) far_left: [u16; 64],
    /// By each of the three to the right.
    pub(super) behind: [u16; 64],
}

impl Rule {
    /// The rule of this number.
    pub(crate) fn get(number: u16) -> &'static Rule {
        &RULES[number as usize]
    }

    /// All that may change a tag, for [`Rule::first`].
    pub(crate) fn by_tag(tag: u8) -> u16 {
        BY_TAG[tag as usize & 63]
    }

    /// The first rule from number `least` on that changes the cell in the middle; its number.
    #[inline]
    pub(crate) fn first(around: &[Cell; 7], context: u8, least: u16) -> Option<u16> {
        let mut best = u16::MAX;
        let mut parts = &PARTS[around[3].rules as usize..];
        while let [part, rest @ ..] = parts {
            let block = &BLOCKS[part.block as usize];
            let mut rules = block.fitting(part.rules, around, context);
            while rules != 0 {
                let number = block.numbers[rules.trailing_zeros() as usize & 63];
                if number >= best {
                    break;
                }
                if number >= least && Rule::get(number).applies(around) {
                    best = number;
                }
                rules &= rules - 1;
            }
            if part.last {
                break;
            }
            parts = rest;
        }
        (best != u16::MAX).then_some(best)
    }

    /// Whether the words that it names are there and the new tag is allowed.
    #[inline]
    fn applies(&self, around: &[Cell; 7]) -> bool {
        let is_there = |&(place, word): &(u8, u16)| {
            word == 0 || around.get(usize::from(place)).map(Cell::word) == Some(word)
        };
        self.words.iter().all(is_there) && around[3].allowed() >> self.to & 1 != 0
    }
}

impl Block {
    /// Those of the rules that go with the tags, the class of case and the auxiliary, and that name no
    /// word where there is none that rules name.
    #[inline]
    fn fitting(&self, rules: u64, around: &[Cell; 7], context: u8) -> u64 {
        let by = |rows: &[u16; 64], value: u8| {
            let set = rows[value as usize & 63];
            RULE_SETS[set as usize & (RULE_SETS.len() - 1)]
        };
        let tag = |place: usize| around[place].tag;
        let named = [1, 2, 4, 5].map(|place: usize| around[place].named_at(place));
        let near = rules
            & by(&self.left, tag(2))
            & by(&self.right, tag(4))
            & by(&self.second_left, tag(1))
            & by(&self.second_right, tag(5))
            & by(&self.context, context)
            & by(&self.named, named[0] | named[1] | named[2] | named[3]);
        if near & self.far == 0 {
            return near;
        }
        let before =
            by(&self.before, tag(2)) | by(&self.before, tag(1)) | by(&self.far_left, tag(0));
        let behind = [4, 5, 6].map(|place| by(&self.behind, tag(place)));
        near & before & (behind[0] | behind[1] | behind[2])
    }
}

#[cfg(test)]
impl Rule {
    /// All, in their order.
    pub(crate) fn all() -> impl Iterator<Item = &'static Rule> {
        RULES.iter()
    }

    /// Template, old tag and values of the rule with a number; words by their numbers.
    pub(crate) fn context(number: usize) -> (u8, u8, [u32; 3]) {
        super::CONTEXTS[number]
    }
}
