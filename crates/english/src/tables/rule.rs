//! The contextual rules, and what tells those that cannot apply.

use super::{
    BEFORE, BEHIND, BY_AUXILIARY, BY_CLASS, BY_LEFT, BY_RIGHT, BY_SECOND_LEFT, BY_SECOND_RIGHT,
    RULE_SLOTS, RULES, TARGETS, TEMPLATE_SETS, probe,
};

/// A contextual rule.
pub(crate) struct Rule {
    pub(super) template: u8,
    pub(super) from: u8,
    pub to: u8,
    /// The next rule with the same context.
    pub(super) next: u16,
    pub(super) values: [u32; 3],
}

impl Rule {
    /// The rule of this number.
    pub(crate) fn get(number: u16) -> &'static Rule {
        &RULES[number as usize]
    }

    /// All, in their order.
    #[cfg(test)]
    pub(crate) fn all() -> impl Iterator<Item = &'static Rule> {
        RULES.iter()
    }

    /// Template, old tag and values.
    #[cfg(test)]
    pub(crate) fn context(&self) -> (u8, u8, [u32; 3]) {
        (self.template, self.from, self.values)
    }

    /// The templates of the rules that may change the tag in the middle of those around it.
    #[inline]
    pub(crate) fn wanted(tags: [u8; 7], auxiliary: u8, class: u8) -> u64 {
        let from = tags[3] as usize & 63;
        let by = |table: &[[u16; 64]; 64], value| {
            let set = table[from][value as usize & 63];
            TEMPLATE_SETS[set as usize]
        };
        // Templates that name one of three tags go unless one of the three is named.
        let within = |(named, templates): &([u64; 64], u64), places: [usize; 3]| {
            let any = places.map(|place| named[from] >> (tags[place] & 63));
            match (any[0] | any[1] | any[2]) & 1 {
                0 => !templates,
                _ => u64::MAX,
            }
        };
        by(&BY_SECOND_LEFT, tags[1])
            & by(&BY_LEFT, tags[2])
            & by(&BY_RIGHT, tags[4])
            & by(&BY_SECOND_RIGHT, tags[5])
            & by(&BY_AUXILIARY, auxiliary)
            & by(&BY_CLASS, class)
            & within(&BEFORE, [0, 1, 2])
            & within(&BEHIND, [4, 5, 6])
    }

    /// The tags to which rules change a tag.
    #[inline]
    pub(crate) fn targets(from: u8) -> u64 {
        TARGETS[from as usize & 63]
    }

    /// The first rule from number `least` on that changes the tag in this context to one
    /// that is allowed; its number.
    #[inline]
    pub(crate) fn find(
        key: u32,
        (template, from, values): (u8, u8, [u32; 3]),
        least: u16,
        allowed: u64,
    ) -> Option<u16> {
        let mut number = probe(&RULE_SLOTS, key as usize, |i| {
            let rule = &RULES[i];
            rule.values == values && rule.template == template && rule.from == from
        })? as u16;
        while number != u16::MAX {
            let rule = &RULES[number as usize];
            if number >= least && allowed >> rule.to & 1 != 0 {
                return Some(number);
            }
            number = rule.next;
        }
        None
    }
}
