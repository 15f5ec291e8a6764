//! The rules' own examples, and the word lists.

use sayso_attribution::{SAYSO_PLUGIN, rules, words};
use sayso_plugin::testing::{check_rules, check_word_list};

#[test]
fn every_rule_finds_its_examples_and_only_those() {
    check_rules(rules::ALL, &[&SAYSO_PLUGIN]);
}

#[test]
fn word_lists_are_sorted_unique_and_sourced() {
    for (name, list) in words::LISTS {
        check_word_list(name, list);
    }
}

#[test]
fn every_act_is_one_of_the_closed_list() {
    let lexicon = words::lexicon().unwrap();
    for entry in lexicon.entries() {
        if let Some(act) = entry.field("act") {
            assert!(
                sayso_model::ACTS.contains(&act),
                "{} has act {act}",
                entry.lemma
            );
        }
    }
}
