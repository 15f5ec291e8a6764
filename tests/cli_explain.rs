//! `sayso explain` and `sayso rules`.

mod common;

use common::{NEWS, Place, library};
use serde_json::Value;

#[test]
fn what_was_found_is_told_with_its_parts_and_its_chain() {
    let place = Place::new();
    place.file("a.txt", NEWS);
    let ran = place.run(&["explain", "a.txt", "--find", "declined  to\npredict"]);
    let out = &ran.is(0).is_quiet().out;
    for line in [
        "  She [declined to predict] when the harbour would open.",
        "attribution: found by the rule declined-to of attribution",
        "“She”  60–63",
        "She → Ana Reyes",
        "hedge: found by the rule declined-to of hedges",
        "← hedge by declined-to: “declined to predict”",
    ] {
        assert!(out.contains(line), "{line:?} is not in\n{out}");
    }
}

#[test]
fn offsets_are_code_points_unless_told_otherwise() {
    let place = Place::new();
    place.file("a.txt", NEWS);
    let by_words = place.run(&["explain", "a.txt", "--find", "declined"]);
    let byte = NEWS.find("declined").unwrap();
    let char = NEWS[..byte].chars().count();
    assert_ne!(char, byte);
    let by_char = place.run(&["explain", "a.txt", "--at", &char.to_string()]);
    assert_eq!(by_char.is(0).out, by_words.out);
    let by_byte = [
        "explain",
        "a.txt",
        "--offset-unit",
        "byte",
        "--at",
        &byte.to_string(),
    ];
    let by_byte = place.run(&by_byte);
    assert!(
        by_byte.is(0).out.contains("She [declined] to"),
        "{}",
        by_byte.out
    );
    let piped = place.pipe(&["explain", "-", "--find", "declined"], NEWS.as_bytes());
    assert!(
        piped.is(0).out.contains("She [declined] to"),
        "{}",
        piped.out
    );
}

#[test]
fn where_nothing_was_found_the_nearest_rule_tells_what_it_missed() {
    let place = Place::new();
    place.file("a.txt", "He declined to run again.\n");
    let hedges = library("hedges");
    let args = [
        "explain",
        "a.txt",
        "--find",
        "declined",
        "--no-embedded",
        "--plugin",
    ];
    let ran = place.run(&[&args[..], &[hedges.to_str().unwrap()]].concat());
    let out = &ran.is(0).out;
    assert!(out.contains("nothing was found here"), "{out}");
    assert!(out.contains("declined-to of hedges"), "{out}");
    assert!(out.contains("but met “run” at 15"), "{out}");
    assert!(out.contains("declined_to.rs:"), "{out}");
}

#[test]
fn other_places_with_the_same_words_are_named() {
    let place = Place::new();
    place.file("a.txt", "It may rain. It may snow. It may not.\n");
    let ran = place.run(&["explain", "a.txt", "--find", "may"]);
    let out = &ran.is(0).out;
    assert!(
        out.ends_with("these words also stand at: --at 16, --at 29\n"),
        "{out}"
    );
}

#[test]
fn a_place_that_is_not_there_is_an_error() {
    let place = Place::new();
    place.file("a.txt", "It may rain.\n");
    place.file("empty.txt", "");
    place.file("folder/a.txt", "x");
    let refused = |args: &[&str], problem: &str| {
        place
            .run(&[&["explain"], args].concat())
            .is(2)
            .says(problem);
    };
    refused(
        &["a.txt", "--find", "snow"],
        "a.txt: “snow” is not in the text",
    );
    refused(
        &["a.txt", "--at", "13"],
        "a.txt: there is nothing at 13, the text ends at 13",
    );
    refused(&["a.txt", "--at", "4000000000"], "the text ends at 13");
    refused(&["empty.txt", "--at", "0"], "the text ends at 0");
    refused(&["folder", "--at", "0"], "folder is a folder");
    refused(&["a.txt"], "--at");
    let missing = place.run(&["explain", "b.txt", "--at", "0"]);
    missing.is(1).says("b.txt: ");
    place.file("bad.txt", [0xff, b'a']);
    place
        .run(&["explain", "bad.txt", "--at", "0"])
        .is(1)
        .says("bad.txt: ");
}

#[test]
fn every_rule_is_listed_with_its_examples() {
    let place = Place::new();
    let ran = place.run(&["rules", "--format", "json"]);
    let rules: Vec<Value> = serde_json::from_str(&ran.is(0).is_quiet().out).unwrap();
    let plugins: Vec<_> = rules
        .iter()
        .map(|r| r["plugin"].as_str().unwrap())
        .collect();
    for plugin in ["attribution", "claims", "hedges"] {
        assert!(plugins.contains(&plugin), "{plugins:?}");
    }
    for rule in &rules {
        assert!(!rule["examples"].as_array().unwrap().is_empty(), "{rule}");
        assert_ne!(rule["doc"], "", "{rule}");
    }
    let one = place.run(&["rules", "modal"]);
    assert!(
        one.is(0)
            .out
            .contains("    + The levee [could]cue [fail within hours]scope")
    );
    let markdown = place.run(&["rules", "--format", "markdown"]);
    for rule in &rules {
        let title = format!("### `{}`\n", rule["rule"].as_str().unwrap());
        assert!(markdown.is(0).out.contains(&title), "{title}");
    }
    place
        .run(&["rules", "model"])
        .is(2)
        .says("no plugin has a rule `model`");
}
