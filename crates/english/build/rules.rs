//! The contextual rules.

use crate::basis::template::{self, TEMPLATES, Values};
use crate::table::{self, Sets};
use sayso_model::{Tag, word_hash};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

/// The rules as they are read.
pub struct Rules {
    rules: Vec<(u8, u8, u8, Values)>,
    /// For each word hash the places where rules name it, as bits.
    uses: BTreeMap<u32, u8>,
}

/// The tables that rule templates out, and the values they go by.
const FILTERS: [(&str, &str); 6] = [
    ("BY_LEFT", "T-1"),
    ("BY_RIGHT", "T+1"),
    ("BY_SECOND_LEFT", "T-2"),
    ("BY_SECOND_RIGHT", "T+2"),
    ("BY_AUXILIARY", "A"),
    ("BY_CLASS", "C"),
];

impl Rules {
    /// Reads the data file.
    pub fn read(lines: &[Vec<String>]) -> Self {
        let mut rules = Vec::new();
        let mut uses: BTreeMap<u32, u8> = BTreeMap::new();
        for fields in lines {
            let tag = |name: &str| Tag::from_name(name).expect("a tag").0;
            let pairs: Vec<_> = fields[2..]
                .iter()
                .map(|f| f.split_once('=').expect("name=value"))
                .collect();
            let names: Vec<&str> = pairs.iter().map(|p| p.0).collect();
            let number = TEMPLATES
                .iter()
                .position(|t| *t == names)
                .expect("a template");
            let mut values = [0; 3];
            for (value, (name, text)) in values.iter_mut().zip(&pairs) {
                *value = template::read_value(name, text);
                let bit = match *name {
                    "W0" => 1 << 3,
                    "W-1" => 1 << 2,
                    "W-2" => 1 << 1,
                    "W+1" => 1 << 4,
                    "W+2" => 1 << 5,
                    _ => continue,
                };
                *uses.entry(word_hash(text)).or_default() |= bit;
            }
            rules.push((number as u8, tag(&fields[0]), tag(&fields[1]), values));
        }
        Self { rules, uses }
    }

    /// In which places of a window rules name a word.
    pub fn uses(&self, hash: u32) -> u8 {
        self.uses.get(&hash).copied().unwrap_or(0)
    }

    /// For each old tag and each value of one name the templates of rules that could apply.
    fn filter(&self, name: &str) -> Vec<Vec<u64>> {
        let mut filter = vec![vec![0u64; 64]; 64];
        for &(template, from, _, values) in &self.rules {
            let names = TEMPLATES[template as usize];
            let value = names
                .iter()
                .position(|n| *n == name)
                .map(|n| values[n] as usize);
            for (v, set) in filter[from as usize].iter_mut().enumerate() {
                if value.is_none_or(|value| value == v) {
                    *set |= 1 << template;
                }
            }
        }
        filter
    }

    /// The filters as code: they hold the numbers of sets, so that they stay in the processor's
    /// cache.
    fn filters_code(&self) -> String {
        let mut code = String::new();
        let mut sets = Sets::default();
        for (table, name) in FILTERS {
            let rows = self.filter(name).into_iter();
            let filter: Vec<Vec<u16>> = rows
                .map(|row| row.into_iter().map(|set| sets.number(set)).collect())
                .collect();
            writeln!(code, "static {table}: [[u16; 64]; 64] = {filter:?};").unwrap();
        }
        let (len, sets) = (sets.all.len(), sets.all);
        writeln!(code, "static TEMPLATE_SETS: [u64; {len}] = {sets:?};").unwrap();
        code
    }

    /// For each old tag the tags that rules name for one of several places, and the templates
    /// that do so, as code.
    fn window(&self, table: &str, name: &str) -> String {
        let place = |template: usize| TEMPLATES[template].iter().position(|n| *n == name);
        let mut tags = [0u64; 64];
        for &(template, from, _, values) in &self.rules {
            if let Some(place) = place(template as usize) {
                tags[from as usize] |= 1 << values[place];
            }
        }
        let templates = (0..TEMPLATES.len()).filter(|&n| place(n).is_some());
        let templates = templates.fold(0u64, |set, n| set | 1 << n);
        format!("static {table}: ([u64; 64], u64) = ({tags:?}, {templates});\n")
    }

    /// The templates of the rules that name a word as the one to be changed; all templates
    /// that name none are among them.
    pub fn templates(&self, hash: u32) -> u64 {
        let mut set = 0;
        for (n, names) in TEMPLATES.iter().enumerate() {
            if !names.contains(&"W0") {
                set |= 1 << n;
            }
        }
        for (template, _, _, values) in &self.rules {
            let place = TEMPLATES[*template as usize]
                .iter()
                .position(|n| *n == "W0");
            if place.is_some_and(|place| values[place] == hash) {
                set |= 1 << template;
            }
        }
        set
    }

    /// The code of the table.
    pub fn code(&self) -> String {
        let mut targets = [0u64; 64];
        let mut heads = BTreeMap::new();
        let mut next = vec![u16::MAX; self.rules.len()];
        for (index, &(template, from, to, values)) in self.rules.iter().enumerate().rev() {
            targets[from as usize] |= 1 << to;
            if let Some(later) = heads.insert((template, from, values), index) {
                next[index] = later as u16;
            }
        }
        let mut code = format!("static RULES: [Rule; {}] = [\n", self.rules.len());
        for (&(template, from, to, values), next) in self.rules.iter().zip(&next) {
            writeln!(
                code,
                "Rule {{ template: {template}, from: {from}, to: {to}, next: {next}, values: {values:?} }},"
            )
            .unwrap();
        }
        code += "];\n";
        // One slot for each context; the rules that share it are chained.
        let firsts: BTreeSet<usize> = heads.into_values().collect();
        let size = (firsts.len() * 4).next_power_of_two();
        let mut slots = vec![0u16; size];
        for index in firsts {
            let (template, from, _, values) = self.rules[index];
            let hash = template::key(template, from, values);
            let mut at = hash as usize & (size - 1);
            while slots[at] != 0 {
                at = (at + 1) & (size - 1);
            }
            slots[at] = index as u16 + 1;
        }
        writeln!(code, "static RULE_SLOTS: [u16; {size}] = {slots:?};").unwrap();
        code += &self.filters_code();
        code += &self.window("BEFORE", "T-1..-3");
        code += &self.window("BEHIND", "T+1..+3");
        writeln!(code, "static TARGETS: [u64; 64] = {targets:?};").unwrap();
        let _ = table::slots;
        code
    }
}
