//! The lexicon and the endings.

use crate::basis::auxiliary::{auxiliary, is_edge};
use crate::basis::choice::{Choice, Counts, choose, choose_ending, read_counts};
use crate::basis::ending;
use crate::basis::look::class;
use crate::rules::Rules;
use crate::table;
use sayso_model::word_hash;
use std::collections::BTreeMap;
use std::fmt::Write;

/// Sets of tags by number, as words share them.
#[derive(Default)]
struct Sets {
    numbers: BTreeMap<u64, u16>,
    all: Vec<u64>,
}

impl Sets {
    fn number(&mut self, set: u64) -> u16 {
        *self.numbers.entry(set).or_insert_with(|| {
            self.all.push(set);
            self.all.len() as u16 - 1
        })
    }
}

/// The code of both tables.
pub fn code(words: &[Vec<String>], endings: &[Vec<String>], rules: &Rules) -> String {
    let mut sets = Sets::default();
    let mut texts = String::new();
    let mut hashes = Vec::new();
    let mut code = format!("static WORDS: [Word; {}] = [\n", words.len());
    for fields in words {
        let word = &fields[0];
        let mut counts: Counts = [[0; 64]; class::COUNT];
        for field in &fields[1..] {
            let (name, pairs) = field.split_once(':').expect("a class and counts");
            let class = class::NAMES
                .iter()
                .position(|n| *n == name)
                .expect("a class");
            read_counts(pairs, &mut counts[class]);
        }
        let choices: [Choice; class::COUNT] = std::array::from_fn(|c| choose(&counts, c as u8));
        let hash = word_hash(word);
        hashes.push(hash);
        writeln!(
            code,
            "Word {{ hash: {hash}, at: {}, len: {}, uses: {}, templates: {}, auxiliary: {}, edge: {}, tags: {:?}, sets: {:?} }},",
            texts.len(),
            word.len(),
            rules.uses(hash),
            rules.templates(hash),
            auxiliary(word),
            is_edge(word),
            choices.map(|c| c.tag),
            choices.map(|c| sets.number(c.allowed)),
        )
        .unwrap();
        texts.push_str(word);
    }
    code += "];\n";
    code += &table::code("WORD_SLOTS", &hashes);
    writeln!(code, "static WORD_TEXT: &[u8] = {texts:?}.as_bytes();").unwrap();

    let mut known = BTreeMap::new();
    for fields in endings {
        let group = ending::NAMES
            .iter()
            .position(|n| *n == fields[0])
            .expect("a group");
        let mut row = [0; 64];
        read_counts(&fields[2], &mut row);
        let choice = choose_ending(&row);
        let end: Vec<char> = fields[1][1..].chars().rev().collect();
        known.insert(
            (group as u8, end),
            (choice.tag, sets.number(choice.allowed)),
        );
    }
    let all = table::with_shorter(&known);
    writeln!(code, "static ENDINGS: [Ending; {}] = [", all.len()).unwrap();
    let mut hashes = Vec::new();
    for ((group, end), (tag, set)) in all {
        let key = end
            .iter()
            .fold(ending::empty(group), |key, &c| ending::longer(key, c));
        writeln!(code, "Ending {{ key: {key}, tag: {tag}, set: {set} }},").unwrap();
        hashes.push(key);
    }
    table::assert_unique(&hashes);
    code += "];\n";
    code += &table::code("ENDING_SLOTS", &hashes);
    writeln!(
        code,
        "static SETS: [u64; {}] = {:?};",
        sets.all.len(),
        sets.all
    )
    .unwrap();
    code
}
