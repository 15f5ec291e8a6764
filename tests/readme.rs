//! What the README shows is what the program prints.

mod common;

use common::{Place, fixture};

#[test]
fn the_example_is_real_output() {
    let readme = include_str!("../README.md");
    let text = fixture("readme/bridge.txt");
    let ran = Place::new().run(&["extract", text.to_str().unwrap()]);
    ran.is(0).is_quiet();
    assert!(
        readme.contains(ran.out.trim_end()),
        "README.md does not show\n{}",
        ran.out
    );
    let shown = std::fs::read_to_string(text).unwrap();
    assert!(
        readme.contains(shown.trim()),
        "README.md does not show the text"
    );
}

#[test]
fn the_record_is_real_output() {
    let readme = include_str!("../README.md");
    let text = fixture("readme/bridge.txt");
    let ran = Place::new().run(&["extract", "--format", "jsonl", text.to_str().unwrap()]);
    let record = &ran.is(0).records()[0];
    let hedge = record["annotations"]
        .as_array()
        .unwrap()
        .iter()
        .find(|a| a["kind"] == "hedge")
        .unwrap();
    let block = readme
        .split("```json\n")
        .nth(1)
        .and_then(|rest| rest.split("```").next())
        .expect("the README has a block of JSON");
    let shown: serde_json::Value = serde_json::from_str(block).expect("it is JSON");
    assert_eq!(&shown, hedge);
}

#[test]
fn the_tokens_are_real_output() {
    let readme = include_str!("../README.md");
    let text = fixture("readme/navies.txt");
    let ran = Place::new().run(&["tokens", text.to_str().unwrap()]);
    ran.is(0).is_quiet();
    assert!(
        readme.contains(ran.out.trim_end()),
        "README.md does not show\n{}",
        ran.out
    );
}
