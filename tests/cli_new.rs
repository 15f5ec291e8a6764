//! `sayso plugins new`: a crate that works at once, and the tutorial that goes on from there.

mod common;

use std::env::consts::{DLL_PREFIX, DLL_SUFFIX};
use std::path::{Path, PathBuf};
use std::process::Command;

use common::Place;

const CHECKOUT: &str = env!("CARGO_MANIFEST_DIR");

/// Runs cargo in a new crate, without a network, with what this workspace is built from;
/// `update` says what becomes of new snapshots.
fn cargo(command: &str, folder: &Path, update: &str) -> (bool, String) {
    let lock = folder.join("Cargo.lock");
    if !lock.exists() {
        std::fs::copy(Path::new(CHECKOUT).join("Cargo.lock"), lock).unwrap();
    }
    let output = Command::new(env!("CARGO"))
        .args([command, "--offline", "--quiet"])
        .current_dir(folder)
        // Kept from run to run, so that the SDK is built once.
        .env("CARGO_TARGET_DIR", target())
        .env("CARGO_PROFILE_DEV_DEBUG", "0")
        .env("INSTA_UPDATE", update)
        .env("INSTA_FORCE_PASS", "0")
        .env_remove("RUSTFLAGS")
        .env_remove("CARGO_ENCODED_RUSTFLAGS")
        .output()
        .unwrap();
    let text = |bytes| String::from_utf8_lossy(bytes).into_owned();
    let said = text(&output.stdout) + &text(&output.stderr);
    (output.status.success(), said)
}

fn target() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("new-plugin")
}

/// What the tutorial shows as code of one language, block by block.
fn shown(language: &str) -> Vec<&'static str> {
    let tutorial = include_str!("../docs/plugins.md");
    let blocks = tutorial.split("\n```").skip(1).step_by(2);
    let head = format!("{language}\n");
    blocks
        .filter_map(|block| block.strip_prefix(&head))
        .collect()
}

/// The tutorial, step by step: green, why not, red, green but for the snapshot, green.
#[test]
fn what_the_tutorial_says_is_so() {
    let place = Place::new();
    let made = place.run(&["plugins", "new", "warnings", "--sdk-path", CHECKOUT]);
    made.is(0).is_quiet();
    assert!(made.out.contains("cargo test"), "{}", made.out);
    let folder = place.path("warnings");
    let rules = folder.join("src/lib.rs");
    let (code, output) = (shown("rust"), shown("text"));
    let read = |path: &Path| std::fs::read_to_string(path).unwrap();
    assert_eq!(read(&rules).trim_end(), code[0]);

    let (passes, said) = cargo("test", &folder, "no");
    assert!(passes && said.contains("6 passed"), "{said}");
    assert!(!folder.join("fixtures/sample.snap.new").exists());

    let (builds, said) = cargo("build", &folder, "no");
    assert!(builds, "{said}");
    let library = target().join(format!("debug/{DLL_PREFIX}warnings{DLL_SUFFIX}"));
    let only = ["--only", "warnings", "--plugin", library.to_str().unwrap()];
    let sample = folder.join("fixtures/sample.txt");
    let view = place.run(&[&["extract", sample.to_str().unwrap()], &only[..]].concat());
    assert_eq!(view.is(0).is_quiet().out.trim_end(), output[0]);
    assert!(read(&folder.join("fixtures/sample.snap")).ends_with(&view.out));
    place.file("fixtures/sample.txt", read(&sample));
    let why = ["explain", "fixtures/sample.txt", "--find", "alerted"];
    let why = place.run(&[&why, &only[..]].concat());
    assert_eq!(why.is(0).is_quiet().out.trim_end(), output[1]);

    // The example alone.
    let counter_example = "    /// >!";
    let example = format!("{}\n{counter_example}", output[2]);
    let source = read(&rules).replacen(counter_example, &example, 1);
    std::fs::write(&rules, source).unwrap();
    let (passes, said) = cargo("test", &folder, "no");
    assert!(!passes && said.contains(output[3]), "{said}");

    // And the rule.
    std::fs::write(&rules, code[1]).unwrap();
    let (passes, said) = cargo("test", &folder, "no");
    assert!(!passes && said.contains("5 passed; 1 failed"), "{said}");
    assert!(
        said.contains("snapshot assertion for 'sample' failed"),
        "{said}"
    );
    let (passes, said) = cargo("test", &folder, "always");
    assert!(passes, "{said}");
    let (passes, said) = cargo("test", &folder, "no");
    assert!(passes, "{said}");
}

#[test]
fn without_a_checkout_it_asks_for_the_published_version() {
    let place = Place::new();
    place.run(&["plugins", "new", "polls"]).is(0).is_quiet();
    let manifest = std::fs::read_to_string(place.path("polls/Cargo.toml")).unwrap();
    let version = env!("CARGO_PKG_VERSION");
    assert!(
        manifest.contains(&format!("sayso-plugin = \"{version}\"\n")),
        "{manifest}"
    );
}

#[test]
fn what_cannot_be_made_is_refused_and_nothing_is_written() {
    let place = Place::new();
    for (name, problem) in [
        ("Storm", "letters a–z, digits and hyphens"),
        ("wärme", "'ä'"),
        ("a/b", "in the working directory"),
        ("fn", "word of the Rust language"),
        ("hedges", "standard plugin"),
    ] {
        place.run(&["plugins", "new", name]).is(2).says(problem);
    }
    place.file("there/notes.txt", "mine");
    let there = place.run(&["plugins", "new", "there"]);
    there
        .is(2)
        .says("there exists already; nothing was written");
    let wrong = place.run(&["plugins", "new", "mine", "--sdk-path", "there"]);
    wrong.is(2).says("there is no checkout of sayso");
    let left: Vec<_> = std::fs::read_dir(place.path("")).unwrap().collect();
    assert_eq!(left.len(), 2, "{left:?}");
    assert_eq!(std::fs::read_dir(place.path("there")).unwrap().count(), 1);
}
