//! The contextual rules, in blocks that a word's rules are picked from.

use crate::basis::auxiliary::AUXILIARIES;
use crate::basis::template::{self, NAMED_SHIFT, TEMPLATES, Values};
use crate::table::Sets;
use sayso_model::{Tag, word_hash};
use std::collections::BTreeMap;
use std::fmt::Write;

/// A rule as it is read; words are named by their number.
struct Rule {
    template: u8,
    from: u8,
    to: u8,
    values: Values,
}

impl Rule {
    /// The names of its values.
    fn names(&self) -> &'static [&'static str] {
        TEMPLATES[self.template as usize]
    }

    /// What it names for one of several names, if it does.
    fn value(&self, names: &[&str]) -> Option<u32> {
        let place = self.names().iter().position(|name| names.contains(name))?;
        Some(self.values[place])
    }

    /// Whether it names nothing else there.
    fn allows(&self, name: &str, value: u32) -> bool {
        self.value(&[name]).is_none_or(|named| named == value)
    }

    /// The places and numbers of the words that it names.
    fn words(&self) -> impl Iterator<Item = (u8, u32)> + '_ {
        let words = self.names().iter().zip(self.values);
        let words = words.filter(|(name, _)| name.starts_with('W'));
        words.map(|(name, word)| (template::place(name.as_bytes()), word))
    }
}

/// The rules, with the parts of blocks that words refer to.
pub struct Rules {
    rules: Vec<Rule>,
    /// The words that rules name, by hash: a number and the places where they do so, as bits.
    words: BTreeMap<u32, (u16, u16)>,
    /// The numbers of at most 64 rules that change one tag; rules to one tag are in one block.
    blocks: Vec<Vec<usize>>,
    /// Lists of blocks with their rules as bits, and where each begins among all parts.
    lists: BTreeMap<Vec<(usize, u64)>, u16>,
    parts: Vec<(usize, u64, bool)>,
}

impl Rules {
    /// Reads the data file.
    pub fn read(lines: &[Vec<String>]) -> Self {
        let mut words = BTreeMap::new();
        let mut rules = Vec::new();
        for fields in lines {
            let tag = |name: &str| Tag::from_name(name).expect("a tag").0;
            let pairs: Vec<_> = fields[2..]
                .iter()
                .map(|f| f.split_once('=').expect("name=value"))
                .collect();
            let names: Vec<&str> = pairs.iter().map(|p| p.0).collect();
            let number = TEMPLATES.iter().position(|t| *t == names);
            let mut values = [0; 3];
            for (value, (name, text)) in values.iter_mut().zip(&pairs) {
                *value = match name.starts_with('W') {
                    true => {
                        let next = (words.len() as u16 + 1, 0);
                        let word = words.entry(word_hash(text)).or_insert(next);
                        word.1 |= 1 << template::place(name.as_bytes());
                        word.0.into()
                    }
                    false => template::read_value(name, text),
                };
            }
            rules.push(Rule {
                template: number.expect("a template") as u8,
                from: tag(&fields[0]),
                to: tag(&fields[1]),
                values,
            });
        }
        assert!(words.len() < 1 << NAMED_SHIFT);
        let blocks = Self::blocks(&rules);
        Self {
            rules,
            words,
            blocks,
            lists: BTreeMap::from([(Vec::new(), 0)]),
            parts: vec![(0, 0, true)],
        }
    }

    fn blocks(rules: &[Rule]) -> Vec<Vec<usize>> {
        let mut pairs: BTreeMap<(u8, u8), Vec<usize>> = BTreeMap::new();
        for (number, rule) in rules.iter().enumerate() {
            pairs.entry((rule.from, rule.to)).or_default().push(number);
        }
        let mut blocks: Vec<Vec<usize>> = Vec::new();
        for ((from, to), numbers) in pairs {
            let names = || (Tag(from).name(), Tag(to).name());
            assert!(numbers.len() <= 64, "more than 64 rules for {:?}", names());
            let fits = |block: &&mut Vec<usize>| {
                rules[block[0]].from == from && block.len() + numbers.len() <= 64
            };
            match blocks.iter_mut().find(fits) {
                Some(block) => block.extend(numbers),
                None => blocks.push(numbers),
            }
        }
        for block in &mut blocks {
            block.sort_unstable();
        }
        blocks
    }

    /// The number of a word that rules name, and where they do so, as a cell has it; 0 for others.
    pub fn word(&self, hash: u32) -> u16 {
        let word = self.words.get(&hash);
        word.map_or(0, |(number, places)| number | (places << NAMED_SHIFT))
    }

    /// The rules that may change a word with this tag to one of those allowed, as the number of
    /// the first part. The word is given as [`Rules::word`] has it; its class of case may be
    /// open.
    pub fn of(&mut self, tag: u8, allowed: u64, word: u16, class: Option<u8>) -> u16 {
        let word = u32::from(word) & ((1 << NAMED_SHIFT) - 1);
        self.part(tag, |rule| {
            allowed >> rule.to & 1 != 0
                && rule.allows("W0", word)
                && class.is_none_or(|class| rule.allows("C", class.into()))
        })
    }

    fn part(&mut self, tag: u8, may_apply: impl Fn(&Rule) -> bool) -> u16 {
        let mut list = Vec::new();
        for (number, block) in self.blocks.iter().enumerate() {
            let rules = block.iter().map(|&rule| &self.rules[rule]);
            let set = bits(rules, |rule| rule.from == tag && may_apply(rule));
            if set != 0 {
                list.push((number, set));
            }
        }
        *self.lists.entry(list).or_insert_with_key(|list| {
            let first = self.parts.len() as u16;
            let parts = list.iter().enumerate();
            let last = list.len() - 1;
            let parts = parts.map(|(at, &(block, set))| (block, set, at == last));
            self.parts.extend(parts);
            first
        })
    }

    /// The code of the tables.
    pub fn code(&mut self) -> String {
        let mut code = String::new();
        let by_tag: Vec<u16> = (0..64).map(|tag| self.part(tag, |_| true)).collect();
        writeln!(code, "static BY_TAG: [u16; 64] = {by_tag:?};").unwrap();
        writeln!(code, "static PARTS: [Part; {}] = [", self.parts.len()).unwrap();
        for (block, rules, last) in &self.parts {
            writeln!(
                code,
                "Part {{ block: {block}, rules: {rules}, last: {last} }},"
            )
            .unwrap();
        }
        code += "];\n";
        let mut contexts = Vec::new();
        writeln!(code, "static RULES: [Rule; {}] = [", self.rules.len()).unwrap();
        for rule in &self.rules {
            let mut words = rule.words();
            let named = [(); 2].map(|()| words.next().unwrap_or((0, 0)));
            assert!(words.next().is_none());
            let to = rule.to;
            writeln!(code, "Rule {{ to: {to}, words: {named:?} }},").unwrap();
            contexts.push((rule.template, rule.from, rule.values));
        }
        code += "];\n";
        let len = contexts.len();
        let of = "(u8, u8, [u32; 3])";
        writeln!(
            code,
            "#[cfg(test)]\nstatic CONTEXTS: [{of}; {len}] = {contexts:?};"
        )
        .unwrap();
        code + &self.block_code()
    }

    fn block_code(&self) -> String {
        let mut sets = Sets::default();
        let mut code = format!("static BLOCKS: [Block; {}] = [\n", self.blocks.len());
        for block in &self.blocks {
            let mut numbers = block.clone();
            numbers.resize(64, usize::from(u16::MAX));
            let rules: Vec<&Rule> = block.iter().map(|&rule| &self.rules[rule]).collect();
            let far = bits(rules.iter().copied(), |rule| {
                rule.value(&["T-3", BEFORE, BEHIND]).is_some()
            });
            writeln!(code, "Block {{ numbers: {numbers:?}, far: {far},").unwrap();
            for (name, may_apply) in FILTERS {
                let row: Vec<u16> = (0..64)
                    .map(|value| {
                        sets.number(bits(rules.iter().copied(), |rule| may_apply(rule, value)))
                    })
                    .collect();
                writeln!(code, "{name}: {row:?},").unwrap();
            }
            code += "},\n";
        }
        code += "];\n";
        let mut sets = sets.all;
        sets.resize(sets.len().next_power_of_two(), 0);
        writeln!(code, "static RULE_SETS: [u64; {}] = {sets:?};", sets.len()).unwrap();
        code
    }
}

/// One of three tags before or behind.
const BEFORE: &str = "T-1..-3";
const BEHIND: &str = "T+1..+3";

/// Whether a rule goes with a value of a part of its context.
type Filter = fn(&Rule, u32) -> bool;

/// The filters of a block, and which rules each lets pass for a value.
const FILTERS: [(&str, Filter); 9] = [
    ("left", |rule, tag| rule.allows("T-1", tag)),
    ("right", |rule, tag| rule.allows("T+1", tag)),
    ("second_left", |rule, tag| rule.allows("T-2", tag)),
    ("second_right", |rule, tag| rule.allows("T+2", tag)),
    ("context", |rule, context| {
        let (class, auxiliary) = (context / AUXILIARIES, context % AUXILIARIES);
        rule.allows("C", class) && rule.allows("A", auxiliary)
    }),
    ("named", |rule, named| {
        let mut words = rule.words();
        words.all(|(place, _)| place == 3 || named >> place & 1 != 0)
    }),
    // Of three places one must let a rule pass; the tag farthest to the left may also be named
    // as such.
    ("before", |rule, tag| {
        rule.allows(BEFORE, tag) && rule.value(&["T-3"]).is_none()
    }),
    ("far_left", |rule, tag| {
        rule.allows(BEFORE, tag) && rule.allows("T-3", tag)
    }),
    ("behind", |rule, tag| rule.allows(BEHIND, tag)),
];

/// The rules for which something holds, as bits.
fn bits<'r>(rules: impl Iterator<Item = &'r Rule>, holds: impl Fn(&Rule) -> bool) -> u64 {
    rules
        .enumerate()
        .fold(0, |set, (bit, rule)| set | (u64::from(holds(rule)) << bit))
}
