//! Counts of words and endings.

use crate::basis::choice::{Choice, Counts, choose, choose_ending, write_counts};
use crate::basis::look::{Look, class, classify};
use crate::basis::{ending, mark};
use crate::corpus::Given;
use sayso_model::{Tag, fold_char};
use std::collections::BTreeMap;
use std::fmt::Write;

/// Words seen less often than this are left to their ending.
const SELDOM: u32 = 2;
/// Words seen at most this often tell what unknown words are like.
const RARE: u32 = 5;

/// What was counted.
pub struct Lexicon {
    words: BTreeMap<String, Counts>,
    endings: BTreeMap<(u8, String), [u32; 64]>,
}

/// Folded form.
pub fn fold(form: &str) -> String {
    form.chars().map(fold_char).collect()
}

/// Counts words and endings.
pub fn count(corpus: &[Vec<Given<'_>>]) -> Lexicon {
    let mut words: BTreeMap<String, Counts> = BTreeMap::new();
    let mut classes = Vec::new();
    let mut each = |corpus: &[Vec<Given<'_>>], f: &mut dyn FnMut(&Given<'_>, u8)| {
        for sentence in corpus {
            let looks: Vec<Look> = sentence.iter().map(|g| Look::of(g.form)).collect();
            classes.clear();
            classify(&looks, &mut classes);
            for (given, &class) in sentence.iter().zip(&classes) {
                if mark::mark(given.form).is_none() {
                    f(given, class);
                }
            }
        }
    };
    each(corpus, &mut |given, class| {
        words
            .entry(fold(given.form))
            .or_insert([[0; 64]; class::COUNT])[class as usize][given.tag.0 as usize] += 1;
    });
    let total = |counts: &Counts| counts.iter().flatten().sum::<u32>();
    let mut endings: BTreeMap<(u8, String), [u32; 64]> = BTreeMap::new();
    each(corpus, &mut |given, class| {
        if total(&words[&fold(given.form)]) <= RARE {
            let group = ending::group(given.form, class);
            let mut text = String::new();
            endings.entry((group, text.clone())).or_insert([0; 64])[given.tag.0 as usize] += 1;
            for c in ending::backwards(given.form) {
                text.insert(0, c);
                endings.entry((group, text.clone())).or_insert([0; 64])[given.tag.0 as usize] += 1;
            }
        }
    });
    words.retain(|_, counts| total(counts) >= SELDOM);
    for counts in words.values_mut() {
        let all = total(counts);
        counts.iter_mut().flatten().for_each(|n| {
            if *n * 1000 < all {
                *n = 0;
            }
        });
    }
    let mut lexicon = Lexicon { words, endings };
    lexicon.prune();
    lexicon
}

impl Lexicon {
    /// Drops endings that say no more than the shorter one.
    fn prune(&mut self) {
        let mut kept: BTreeMap<(u8, String), [u32; 64]> = BTreeMap::new();
        let mut keys: Vec<_> = self.endings.keys().cloned().collect();
        keys.sort_by_key(|(group, text)| (*group, text.chars().count(), text.clone()));
        for (group, text) in keys {
            let row = self.endings[&(group, text.clone())];
            let total: u32 = row.iter().sum();
            let own = choose_ending(&row);
            let mut shorter = text.clone();
            let mut parent = None;
            while !shorter.is_empty() && parent.is_none() {
                shorter.remove(0);
                parent = kept.get(&(group, shorter.clone()));
            }
            let differs = parent.is_none_or(|row| {
                let parent = choose_ending(row);
                parent.tag != own.tag || total >= 20 && parent.allowed != own.allowed
            });
            if text.is_empty() || total >= 4 && differs {
                kept.insert((group, text), row);
            }
        }
        self.endings = kept;
    }

    /// The first judgement of a form, and whether it is in the lexicon.
    pub fn choice(&self, form: &str, class: u8) -> (Choice, bool) {
        if let Some(tag) = mark::mark(form) {
            return (
                Choice {
                    tag: tag.0,
                    allowed: tag.bit(),
                },
                true,
            );
        }
        if let Some(counts) = self.words.get(&fold(form)) {
            return (choose(counts, class), true);
        }
        let group = ending::group(form, class);
        let mut text = String::new();
        let mut best = self.endings.get(&(group, String::new()));
        for c in ending::backwards(form) {
            text.insert(0, c);
            best = self.endings.get(&(group, text.clone())).or(best);
        }
        let plain = Choice {
            tag: Tag::NN.0,
            allowed: Tag::NN.bit(),
        };
        (best.map_or(plain, choose_ending), false)
    }

    /// How often a word was seen.
    pub fn frequency(&self, folded: &str) -> u32 {
        self.words
            .get(folded)
            .map_or(0, |c| c.iter().flatten().sum())
    }

    /// The words as a data file.
    pub fn words_text(&self) -> String {
        let mut text = String::new();
        for (word, counts) in &self.words {
            text.push_str(word);
            for (row, name) in counts.iter().zip(class::NAMES) {
                if row.iter().any(|&n| n > 0) {
                    write!(text, "\t{name}:{}", write_counts(row)).unwrap();
                }
            }
            text.push('\n');
        }
        text
    }

    /// The endings as a data file.
    pub fn endings_text(&self) -> String {
        let mut text = String::new();
        for ((group, end), row) in &self.endings {
            let name = ending::NAMES[*group as usize];
            writeln!(text, "{name}\t-{end}\t{}", write_counts(row)).unwrap();
        }
        text
    }
}
