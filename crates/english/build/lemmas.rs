//! The lemma rules.

use crate::basis::ending;
use crate::basis::inflection::{self, CUTS, INFLECTED, LONGEST, NAME, OTHERS, UNKNOWN};
use crate::table::{self, Endings};
use sayso_model::{Tag, word_hash};
use std::collections::BTreeMap;
use std::fmt::Write;

/// How many lemmas a word may have: in each inflected group, in other groups that have lemmas,
/// in all others, and as a name; a power of two, so that the last is none.
pub const ROW: usize = 8;
const OTHER: usize = INFLECTED.len();
const UNCHANGED: usize = OTHER + 1;
const PROPER: usize = UNCHANGED + 1;

/// The lemma rules as they are read.
pub struct Lemmas {
    /// The texts that come in place of a form's end.
    ends: Vec<String>,
    /// Words with a lemma of their own, by group and form; its end.
    exceptions: BTreeMap<(u8, String), u16>,
    /// How many characters an ending loses, and what it gets.
    changes: Endings<(u8, u16)>,
    /// The lemmas that words refer to and that keep an end, or lose many characters, as those two.
    made: Vec<(u8, u16)>,
}

impl Lemmas {
    /// Reads the data files; what comes first counts.
    pub fn read(learnt: &[Vec<String>], irregular: &[Vec<String>]) -> Self {
        let mut lemmas = Self {
            ends: Vec::new(),
            exceptions: BTreeMap::new(),
            changes: Endings::new(),
            made: Vec::new(),
        };
        let mut known = Endings::new();
        for fields in learnt.iter().chain(irregular) {
            let tag = Tag::from_name(&fields[0]).expect("a tag");
            let group = inflection::group(tag).0;
            let end = lemmas.end(&fields[3]);
            let ending = fields[1].strip_prefix('-');
            if let Some(ending) = ending.filter(|_| !fields[2].is_empty()) {
                let cut: u8 = fields[2].parse().expect("a number");
                known.insert((group, ending.chars().rev().collect()), (cut, end));
            } else {
                let word = (group, fields[1].clone());
                lemmas.exceptions.entry(word).or_insert(end);
            }
        }
        let nothing = (0, lemmas.end(""));
        for group in INFLECTED {
            known.entry((group.0, Vec::new())).or_insert(nothing);
        }
        lemmas.changes = table::with_shorter(&known);
        lemmas
    }

    fn end(&mut self, text: &str) -> u16 {
        if text.is_empty() {
            return inflection::NOTHING;
        }
        let known = self.ends.iter().position(|end| end == text);
        known.unwrap_or_else(|| {
            self.ends.push(text.to_string());
            self.ends.len() - 1
        }) as u16
    }

    /// The lemmas of a folded word by number.
    pub fn of(&mut self, word: &str) -> [u16; ROW] {
        let mut row = Self::of_unknown();
        for (lemma, group) in row.iter_mut().zip(INFLECTED) {
            let made = match self.exceptions.get(&(group.0, word.to_string())) {
                Some(&end) => (inflection::ALL, end),
                None => self.change(group, word),
            };
            *lemma = self.number(made);
        }
        if !self.exceptions.keys().any(|(_, form)| form == word) {
            row[OTHER] = 0;
        }
        row[UNCHANGED] = 0;
        row
    }

    /// The lemmas of a word in no list: only of names more is known than their form tells.
    pub fn of_unknown() -> [u16; ROW] {
        let mut row = [UNKNOWN; ROW];
        row[PROPER] = NAME;
        row
    }

    fn number(&mut self, lemma: (u8, u16)) -> u16 {
        let (cut, end) = lemma;
        if end == inflection::NOTHING && u16::from(cut) < CUTS {
            return u16::from(cut);
        }
        let known = self.made.iter().position(|&made| made == lemma);
        let place = known.unwrap_or_else(|| {
            self.made.push(lemma);
            self.made.len() - 1
        });
        OTHERS + place as u16
    }

    /// For each tag which of a word's lemmas it has.
    fn columns(groups: u64) -> [usize; 64] {
        std::array::from_fn(|tag| {
            let group = inflection::group(Tag(tag as u8));
            if matches!(group, Tag::NNP | Tag::NNPS) {
                return PROPER;
            }
            if groups >> group.0 & 1 == 0 {
                return UNCHANGED;
            }
            let inflected = INFLECTED.iter().position(|&inflected| inflected == group);
            inflected.unwrap_or(OTHER)
        })
    }

    /// What the longest known ending of a word says.
    fn change(&self, group: Tag, word: &str) -> (u8, u16) {
        let mut found = (0, inflection::NOTHING);
        let mut end = Vec::new();
        for c in word.chars().rev().take(LONGEST) {
            end.push(c);
            match self.changes.get(&(group.0, end.clone())) {
                Some(&change) => found = change,
                None => break,
            }
        }
        found
    }

    /// The code of the tables.
    pub fn code(&self) -> String {
        let mut code = String::new();
        let mut hashes = Vec::new();
        let mut groups = 0u64;
        let count = self.exceptions.len();
        writeln!(code, "static EXCEPTIONS: [Exception; {count}] = [").unwrap();
        for ((group, form), end) in &self.exceptions {
            let hash = word_hash(form);
            hashes.push(hash);
            groups |= 1 << group;
            writeln!(
                code,
                "Exception {{ hash: {hash}, group: {group}, form: {form:?}, end: {end} }},"
            )
            .unwrap();
        }
        code += "];\n";
        code += &table::code("EXCEPTION_SLOTS", &hashes);
        writeln!(code, "static CHANGES: [Change; {}] = [", self.changes.len()).unwrap();
        let mut keys = Vec::new();
        for ((group, end), (cut, new)) in &self.changes {
            let empty = inflection::empty(Tag(*group));
            let key = end.iter().fold(empty, |key, &c| ending::longer(key, c));
            groups |= 1 << group;
            writeln!(code, "Change {{ key: {key}, cut: {cut}, end: {new} }},").unwrap();
            keys.push(key);
        }
        table::assert_unique(&keys);
        code += "];\n";
        code += &table::code("CHANGE_SLOTS", &keys);
        let (text, made) = (self.ends.concat(), &self.made);
        writeln!(code, "pub(crate) static ENDS: &str = {text:?};").unwrap();
        let mut at = 0;
        let places = self.ends.iter().map(|end| {
            at += end.len();
            (at - end.len(), at)
        });
        let places: Vec<_> = places.collect();
        writeln!(
            code,
            "static END_PLACES: [(u16, u16); {}] = {places:?};",
            places.len()
        )
        .unwrap();
        writeln!(code, "static MADE: [(u8, u16); {}] = {made:?};", made.len()).unwrap();
        writeln!(
            code,
            "static COLUMNS: [u8; 64] = {:?};",
            Self::columns(groups)
        )
        .unwrap();
        writeln!(
            code,
            "/// The groups that have lemmas other than the form.\nstatic GROUPS: u64 = {groups};"
        )
        .unwrap();
        code
    }
}
