//! The data files are sorted, without doublets, and say where they come from.

use std::collections::HashSet;

fn read(name: &str) -> String {
    std::fs::read_to_string(format!("{}/data/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

fn entries(text: &str) -> Vec<&str> {
    text.lines()
        .skip_while(|line| line.starts_with("# "))
        .collect()
}

fn words(text: &str) -> Vec<&str> {
    entries(text)
        .iter()
        .map(|line| line.split('\t').next().unwrap())
        .collect()
}

#[test]
fn learnt_files_name_their_source() {
    for name in ["tags.tsv", "endings.tsv", "rules.tsv", "lemmas.tsv"] {
        let text = read(name);
        assert!(
            text.lines()
                .nth(1)
                .unwrap()
                .starts_with("# Source: PolNeAR v1"),
            "{name}"
        );
        assert!(text.contains("--example learn"), "{name}");
    }
}

#[test]
fn words_are_sorted_and_unique() {
    for (name, least) in [
        ("tags.tsv", 10_000),
        ("general.tsv", 5_000),
        ("further_tags.tsv", 1_000),
    ] {
        let text = read(name);
        let words = words(&text);
        assert!(words.len() > least, "{name}");
        assert!(words.windows(2).all(|pair| pair[0] < pair[1]), "{name}");
    }
}

#[test]
fn nothing_is_said_twice() {
    for name in ["endings.tsv", "lemmas.tsv", "irregular.tsv"] {
        let text = read(name);
        let mut seen = HashSet::new();
        for line in entries(&text) {
            let key: Vec<&str> = line.split('\t').take(2).collect();
            assert!(seen.insert(key), "{name}: {line}");
        }
    }
}

#[test]
fn no_entry_is_a_stretch_of_text() {
    for name in ["tags.tsv", "general.tsv", "endings.tsv", "lemmas.tsv"] {
        let text = read(name);
        for line in entries(&text) {
            let word = line.split('\t').next().unwrap();
            assert!(!word.contains(' '), "{name}: {line}");
        }
    }
}
