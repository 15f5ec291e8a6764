//! Whole articles with the attributions that a reader sees in them.
//!
//! `articles/*.txt` are texts; below a paragraph, a line for each attribution gives source, cue
//! and content, `source | cue | content + more content`, and behind `=>` whom the source stands
//! for.

use sayso_model::{Annotation, Value};
use sayso_plugin::testing::Analysis;

/// What a line below a paragraph tells, or what was found.
type Roles = (String, String, String);

#[test]
fn articles_have_the_attributions_that_are_marked() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/articles");
    let mut wrong = Vec::new();
    for entry in std::fs::read_dir(folder).expect("the folder of articles") {
        let path = entry.expect("an article").path();
        let marked = std::fs::read_to_string(&path).expect("a text");
        let (text, expected) = unmarked(&marked);
        let analysis = Analysis::new(&[&sayso_attribution::SAYSO_PLUGIN], &text);
        let found = analysis.of_kind("attribution");
        let roles: Vec<Roles> = found.iter().map(|f| roles(f, &text)).collect();
        for (line, speaker) in &expected {
            let Some(at) = roles.iter().position(|found| found == line) else {
                wrong.push(format!("{}: not found: {line:?}", path.display()));
                continue;
            };
            let name = found[at]
                .attributes()
                .find_map(|(name, value)| match value {
                    Value::Text(text) if name == "speaker" => Some(text),
                    _ => None,
                });
            if speaker.is_some() && speaker.as_deref() != name {
                wrong.push(format!("{}: {line:?} is by {name:?}", path.display()));
            }
        }
        for found in &roles {
            if !expected.iter().any(|(line, _)| line == found) {
                wrong.push(format!("{}: not marked: {found:?}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The text without the marks, and the marks with the names behind `=>`.
fn unmarked(marked: &str) -> (String, Vec<(Roles, Option<String>)>) {
    let (marks, text): (Vec<&str>, Vec<&str>) =
        marked.lines().partition(|line| line.starts_with("    "));
    let expected = marks.iter().map(|line| {
        let (line, name) = match line.split_once(" => ") {
            Some((line, name)) => (line, Some(name.to_owned())),
            None => (*line, None),
        };
        let mut parts = line.split(" | ").map(|part| part.trim().to_owned());
        let mut part = || parts.next().expect("source | cue | content");
        ((part(), part(), part()), name)
    });
    (text.join("\n"), expected.collect())
}

/// The parts of a finding as a mark writes them.
fn roles(found: &Annotation<'_>, text: &str) -> Roles {
    let role = |name: &str| {
        let spans = found.parts().filter(|(role, _)| *role == name);
        let texts: Vec<&str> = spans.map(|(_, span)| span.of(text)).collect();
        texts.join(" + ")
    };
    (role("source"), role("cue"), role("content"))
}
