//! Lemma rules and exceptions.

use crate::basis::inflection::{LONGEST, group, inflected};
use crate::corpus::Given;
use crate::lexicon::fold;
use sayso_model::Tag;
use std::collections::BTreeMap;
use std::fmt::Write;

/// How many characters go, and what comes in their place.
type Change = (usize, String);

/// The change that makes a lemma of a form; none if they share less than two letters.
fn change(form: &str, lemma: &str) -> Option<Change> {
    let same = form
        .chars()
        .zip(lemma.chars())
        .take_while(|(a, b)| a == b)
        .count();
    let cut = form.chars().count() - same;
    (same >= 2 && cut <= LONGEST).then(|| (cut, lemma.chars().skip(same).collect()))
}

fn apply(form: &str, change: &Change) -> String {
    let keep = form.chars().count().saturating_sub(change.0);
    form.chars().take(keep).chain(change.1.chars()).collect()
}

/// The lemma rules as a data file.
pub fn learn(corpus: &[Vec<Given<'_>>]) -> String {
    let mut seen: BTreeMap<(u8, String), BTreeMap<String, u32>> = BTreeMap::new();
    for given in corpus.iter().flatten() {
        let form = fold(given.form);
        let letters = form
            .chars()
            .next()
            .is_some_and(|c| c.is_alphanumeric() || c == '\'');
        if letters && !matches!(given.tag, Tag::NNP | Tag::NNPS | Tag::FW) {
            let key = (group(given.tag).0, form);
            *seen
                .entry(key)
                .or_default()
                .entry(fold(given.lemma))
                .or_default() += 1;
        }
    }
    // Each form's commonest lemma.
    let lemmas: BTreeMap<(u8, String), (String, u32)> = seen
        .into_iter()
        .map(|(key, counts)| {
            let best = counts
                .into_iter()
                .max_by_key(|(l, n)| (*n, std::cmp::Reverse(l.clone())));
            (key, best.unwrap())
        })
        .collect();
    let mut changes: BTreeMap<(usize, u8, String), BTreeMap<Change, u32>> = BTreeMap::new();
    for ((tag, form), (lemma, _)) in &lemmas {
        if inflected(Tag(*tag)).is_none() {
            continue;
        }
        if let Some(change) = change(form, lemma) {
            let letters: Vec<char> = form.chars().collect();
            for length in 1..=LONGEST.min(letters.len().saturating_sub(1)) {
                let end: String = letters[letters.len() - length..].iter().collect();
                let counts = changes.entry((length, *tag, end)).or_default();
                *counts.entry(change.clone()).or_default() += 1;
            }
        }
    }
    let mut kept: BTreeMap<(u8, String), Change> = BTreeMap::new();
    for ((length, tag, end), counts) in &changes {
        let total: u32 = counts.values().sum();
        let (best, n) = counts
            .iter()
            .max_by_key(|(c, n)| (**n, std::cmp::Reverse((*c).clone())))
            .unwrap();
        let before = longest(&kept, *tag, end);
        let now = before.and_then(|c| counts.get(c)).copied().unwrap_or(0);
        if before != Some(best) && *n >= now + if *length <= 2 { 1 } else { 2 } && n * 2 > total {
            kept.insert((*tag, end.clone()), best.clone());
        }
    }
    let mut text = String::new();
    for ((tag, end), (cut, added)) in &kept {
        writeln!(text, "{}\t-{end}\t{cut}\t{added}", Tag(*tag)).unwrap();
    }
    for ((tag, form), (lemma, count)) in &lemmas {
        let made = match longest(&kept, *tag, form) {
            Some(change) => apply(form, change),
            None => form.clone(),
        };
        let odd = inflected(Tag(*tag)).is_none() && *count < 2;
        if made != *lemma && !odd {
            writeln!(text, "{}\t{form}\t\t{lemma}", Tag(*tag)).unwrap();
        }
    }
    text
}

/// The change of the longest known ending.
fn longest<'k>(
    kept: &'k BTreeMap<(u8, String), Change>,
    tag: u8,
    form: &str,
) -> Option<&'k Change> {
    let letters: Vec<char> = form.chars().collect();
    (1..=LONGEST.min(letters.len()))
        .rev()
        .find_map(|n| kept.get(&(tag, letters[letters.len() - n..].iter().collect::<String>())))
}
