//! The lemma rules.

use crate::basis::{ending, inflection};
use crate::table;
use sayso_model::{Tag, word_hash};
use std::collections::BTreeMap;
use std::fmt::Write;

/// The code of the tables.
pub fn code(learnt: &[Vec<String>], irregular: &[Vec<String>]) -> String {
    let mut ends: BTreeMap<&str, u16> = BTreeMap::new();
    let mut all = Vec::new();
    let mut number = |text| {
        *ends.entry(text).or_insert_with(|| {
            all.push(text);
            all.len() as u16 - 1
        })
    };
    let (mut words, mut word_hashes) = (String::new(), Vec::new());
    let mut known = table::Endings::new();
    for fields in learnt.iter().chain(irregular) {
        let tag = Tag::from_name(&fields[0]).expect("a tag");
        let group = inflection::group(tag);
        let end = number(&fields[3]);
        if let Some(ending) = fields[1]
            .strip_prefix('-')
            .filter(|_| !fields[2].is_empty())
        {
            let cut: u8 = fields[2].parse().expect("a number");
            known.insert((group.0, ending.chars().rev().collect()), (cut, end));
        } else {
            let hash = word_hash(&fields[1]);
            writeln!(
                words,
                "Exception {{ hash: {hash}, group: {}, form: {:?}, end: {end} }},",
                group.0, fields[1]
            )
            .unwrap();
            word_hashes.push(hash);
        }
    }
    let mut code = format!(
        "static EXCEPTIONS: [Exception; {}] = [\n{words}];\n",
        word_hashes.len()
    );
    code += &table::code("EXCEPTION_SLOTS", &word_hashes);
    for group in (0..64).filter(|&g| inflection::is_inflected(Tag(g))) {
        let nothing = known
            .get(&(group, Vec::new()))
            .copied()
            .unwrap_or((0, number("")));
        known.insert((group, Vec::new()), nothing);
    }
    let changes = table::with_shorter(&known);
    writeln!(code, "static CHANGES: [Change; {}] = [", changes.len()).unwrap();
    let mut hashes = Vec::new();
    for ((group, end), (cut, new)) in changes {
        let key = end.iter().fold(inflection::empty(Tag(group)), |key, &c| {
            ending::longer(key, c)
        });
        writeln!(code, "Change {{ key: {key}, cut: {cut}, end: {new} }},").unwrap();
        hashes.push(key);
    }
    table::assert_unique(&hashes);
    code += "];\n";
    code += &table::code("CHANGE_SLOTS", &hashes);
    writeln!(code, "static ENDS: [&str; {}] = {all:?};", all.len()).unwrap();
    let mut groups = 0u64;
    for fields in learnt.iter().chain(irregular) {
        groups |= inflection::group(Tag::from_name(&fields[0]).expect("a tag")).bit();
    }
    writeln!(
        code,
        "/// The groups that have lemmas other than the form.\nstatic GROUPS: u64 = {groups};"
    )
    .unwrap();
    code
}
