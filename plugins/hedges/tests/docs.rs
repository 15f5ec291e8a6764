//! The tables in `docs/hedges.md`: made from the rules' own examples and from the word lists.
//!
//! `SAYSO_UPDATE_DOCS=1 cargo test -p sayso-hedges --test docs` writes them.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;

use sayso_hedges::rules::LIST;
use sayso_hedges::vocabulary::{self, LISTS};
use sayso_plugin::Span;
use sayso_plugin::testing::{Analysis, read_marks};

/// The kinds of rows, in the order of the page.
const CATEGORIES: [&str; 6] = [
    "epistemic",
    "belief",
    "evidential",
    "approximator",
    "non-commitment",
    "booster",
];

/// One example: its category and the row of the table.
fn row(rule: &str, marked: &str) -> Option<(&'static str, String)> {
    let text = read_marks(marked).0;
    let entries = [
        &sayso_attribution::SAYSO_PLUGIN,
        &sayso_claims::SAYSO_PLUGIN,
        &sayso_hedges::SAYSO_PLUGIN,
    ];
    let analysis = Analysis::new(&entries, &text);
    let all = analysis.of_kind("");
    let hedges = |kind: &str| kind == "hedge" || kind == "booster";
    let found = all.iter().find(|a| a.rule() == rule && hedges(a.kind()))?;
    let category = found.text_attribute("category").unwrap_or("booster");
    let category = CATEGORIES.into_iter().find(|known| *known == category)?;
    let mut marks: Vec<(Span, &str)> = found.part("cue").map(|span| (span, "**")).collect();
    marks.extend(found.part("scope").map(|span| (span, "*")));
    let mut line = format!("| {} | `{rule}` |", highlighted(&text, marks));
    for name in ["strength", "holder"] {
        let value = found.text_attribute(name).unwrap_or("–");
        write!(line, " {value} |").unwrap();
    }
    Some((category, line))
}

/// A text with marks set around spans.
fn highlighted(text: &str, mut marks: Vec<(Span, &str)>) -> String {
    marks.sort_by_key(|(span, _)| std::cmp::Reverse(span.start()));
    let mut out = text.to_owned();
    for (span, mark) in marks {
        out.insert_str(span.end() as usize, mark);
        out.insert_str(span.start() as usize, mark);
    }
    out
}

/// A table of all examples for each category.
fn examples() -> String {
    let mut rows: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for rule in LIST {
        let lines = rule.doc.lines().map(str::trim);
        for marked in lines.filter_map(|line| line.strip_prefix("> ")) {
            let (category, row) = row(rule.name, marked).expect(marked);
            rows.entry(category).or_default().push(row);
        }
    }
    let mut out = String::new();
    for category in CATEGORIES {
        let rows = rows
            .get(category)
            .unwrap_or_else(|| panic!("no {category}"));
        writeln!(out, "### {category}\n").unwrap();
        writeln!(out, "| **cue** and *scope* | rule | strength | holder |").unwrap();
        writeln!(out, "|---|---|---|---|\n{}\n", rows.join("\n")).unwrap();
    }
    out
}

/// All cue words by strength, list by list.
fn strengths() -> String {
    let mut out = String::from("| list | strength | words |\n|---|---|---|\n");
    for (name, list) in LISTS {
        let lexicon = sayso_plugin::Lexicon::new(vocabulary::CLASS_NAMES, &[(name, list)]);
        for strength in ["weak", "medium", "strong"] {
            let lexicon = lexicon.as_ref().unwrap();
            let entries = lexicon.entries().iter();
            let of_it = entries.filter(|entry| entry.field("strength") == Some(strength));
            let mut words: Vec<&str> = of_it.map(|entry| &*entry.lemma).collect();
            words.sort_unstable();
            words.dedup();
            if !words.is_empty() {
                let words = words.join(", ");
                writeln!(out, "| `{name}` | {strength} | {words} |").unwrap();
            }
        }
    }
    out
}

/// A page with the text between two marks replaced.
fn with_section(page: &str, name: &str, section: &str) -> String {
    let (open, close) = (
        format!("<!-- {name} -->"),
        format!("<!-- end of {name} -->"),
    );
    let (before, rest) = page.split_once(&open).expect("the section's first mark");
    let (_, after) = rest.split_once(&close).expect("the section's last mark");
    format!("{before}{open}\n{}\n{close}{after}", section.trim_end())
}

#[test]
fn the_page_shows_the_rules_own_examples_and_all_words() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/hedges.md");
    let checked_in = std::fs::read_to_string(&path)
        .unwrap()
        .replace("\r\n", "\n");
    let page = with_section(&checked_in, "examples", &examples());
    let page = with_section(&page, "strengths", &strengths());
    if std::env::var_os("SAYSO_UPDATE_DOCS").is_some() {
        std::fs::write(&path, &page).unwrap();
        return;
    }
    assert!(
        page == checked_in,
        "docs/hedges.md is stale; write it with SAYSO_UPDATE_DOCS=1 cargo test -p sayso-hedges --test docs"
    );
}
