//! The lemma rules.

use crate::basis::ending;
use crate::basis::inflection::{self, INFLECTED, LONGEST};
use crate::table::{self, Endings};
use sayso_model::{Tag, word_hash};
use std::collections::BTreeMap;
use std::fmt::Write;

/// The number of a lemma that is not known beforehand.
const UNKNOWN: u16 = u16::MAX;

/// The lemma rules as they are read.
pub struct Lemmas {
    /// The texts that come in place of a form's end.
    ends: Vec<String>,
    /// Words with a lemma of their own, by group and form; its end.
    exceptions: BTreeMap<(u8, String), u16>,
    /// How many characters an ending loses, and what it gets.
    changes: Endings<(u8, u16)>,
    /// The lemmas that words refer to, as those two.
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

    /// The lemmas of a folded word by number: in each inflected group, in other groups that have
    /// lemmas, and in all others.
    pub fn of(&mut self, word: &str) -> [u16; INFLECTED.len() + 2] {
        let [a, b, c, d] = INFLECTED.map(|group| {
            let lemma = match self.exceptions.get(&(group.0, word.to_string())) {
                Some(&end) => (inflection::ALL, end),
                None => self.change(group, word),
            };
            self.number(lemma)
        });
        let unchanged = self.number((0, inflection::NOTHING));
        let irregular = self.exceptions.keys().any(|(_, form)| form == word);
        let other = if irregular { UNKNOWN } else { unchanged };
        [a, b, c, d, other, unchanged]
    }

    /// The lemmas of a word in no list.
    pub fn of_unknown(&mut self) -> [u16; INFLECTED.len() + 2] {
        let unchanged = self.number((0, inflection::NOTHING));
        let mut lemmas = [UNKNOWN; INFLECTED.len() + 2];
        lemmas[INFLECTED.len() + 1] = unchanged;
        lemmas
    }

    fn number(&mut self, lemma: (u8, u16)) -> u16 {
        let known = self.made.iter().position(|&made| made == lemma);
        known.unwrap_or_else(|| {
            self.made.push(lemma);
            self.made.len() - 1
        }) as u16
    }

    /// For each tag which of a word's lemmas it has.
    fn columns(groups: u64) -> [usize; 64] {
        std::array::from_fn(|tag| {
            let group = inflection::group(Tag(tag as u8));
            let is_name = matches!(group, Tag::NNP | Tag::NNPS);
            if is_name || groups >> group.0 & 1 == 0 {
                return INFLECTED.len() + 1;
            }
            let inflected = INFLECTED.iter().position(|&inflected| inflected == group);
            inflected.unwrap_or(INFLECTED.len())
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
        let (ends, made) = (&self.ends, &self.made);
        writeln!(code, "static ENDS: [&str; {}] = {ends:?};", ends.len()).unwrap();
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
