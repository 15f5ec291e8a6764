//! Plugins built for other versions of the interface.

mod common;

use std::fs;
use std::mem::offset_of;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Arc, Mutex};

use common::{Image, Outcome, WELL_BEHAVED, assert_says, folder};
use sayso_host::{Host, Options};
use sayso_model::{Annotations, Severity, Span, Structure, Value};
use sayso_plugin::abi;

const TEXT: &str = "Ships left. “All is well,” said Ana Reyes.";

fn source() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/abi/1.0")
}

/// Builds the plugin that was written for version 1.0, with this header.
fn build(folder: &Path, header: &str) -> PathBuf {
    fs::write(folder.join("sayso.h"), header).unwrap();
    fs::copy(source().join("veteran.c"), folder.join("veteran.c")).unwrap();
    let library = folder.join(common::lib("veteran"));
    let compiler = std::env::var("CC").unwrap_or_else(|_| "cc".to_owned());
    let built = Command::new(compiler)
        .args([
            "-std=c11",
            "-Wall",
            "-Wextra",
            "-Werror",
            "-Wno-missing-field-initializers",
        ])
        .args(["-shared", "-fPIC", "-o"])
        .args([&library, &folder.join("veteran.c")])
        .status()
        .unwrap();
    assert!(built.success());
    library
}

fn oldest_header() -> String {
    fs::read_to_string(source().join("sayso.h")).unwrap()
}

/// The header as it may be one day: each struct that may grow has grown.
fn grown_header() -> String {
    let mut header = String::new();
    let mut grows = false;
    let mut count = 0;
    let (mut first, mut in_comment) = (false, false);
    for line in oldest_header().lines() {
        if line.starts_with("typedef struct ") {
            (first, grows) = (true, false);
        } else if line.starts_with("} sayso_") && grows {
            header += "  uint64_t later[3];\n  void (*much_later)(void);\n";
            count += 1;
        } else if line.contains("/*") {
            in_comment = true;
        } else if first && !in_comment {
            grows = line == "  uint32_t size;";
            first = false;
        }
        if line.contains("*/") {
            in_comment = false;
        }
        header += line;
        header.push('\n');
    }
    assert_eq!(
        count, 8,
        "layers, annotation, document, trial, sink, host, error, plugin"
    );
    header
}

/// What the plugin finds, tells and logs.
fn works(library: &Path) {
    let lines: Arc<Mutex<Vec<String>>> = Arc::default();
    let copy = Arc::clone(&lines);
    let settings = serde_json::json!({"mood": "calm"});
    let options = Options {
        explicit: vec![library.to_owned()],
        embedded: vec![&WELL_BEHAVED],
        settings: [("veteran".to_owned(), settings.as_object().unwrap().clone())].into(),
        log: Some(Arc::new(move |_, plugin, line| {
            copy.lock().unwrap().push(format!("{plugin}: {line}"));
        })),
        ..Options::default()
    };
    let host = Host::load(&options).unwrap();
    assert_eq!(host.producer(), "well-behaved/0.1.0 veteran/1.0.0");
    let mut worker = host.worker().unwrap();
    for documents in [1.0, 2.0] {
        let outcome = Outcome::with(&mut worker, TEXT);
        let told = outcome.told();
        assert_eq!(told.len(), 2, "{told:?}");
        assert_says(
            &told[0],
            &["warning invalid-annotation veteran", "at 0..0 is empty"],
        );
        assert_eq!(told[1], "info seen veteran: the first word");
        let found = outcome.annotations.iter().last().unwrap();
        assert_eq!((found.kind(), found.rule()), ("veteran", "first-word"));
        assert_eq!(
            found.parts().collect::<Vec<_>>(),
            [("cue", Span::new(0, 5))]
        );
        assert_eq!(
            found
                .links()
                .map(|(name, to)| (name, to.0))
                .collect::<Vec<_>>(),
            [("of", 0)]
        );
        for (name, number) in [
            ("documents", documents),
            ("tokens", 13.0),
            ("sentences", 2.0),
            ("paragraphs", 1.0),
            ("quotations", 1.0),
            ("found", 1.0),
            ("listed", 1.0),
            ("tag", f64::from(abi::Tag::NNS.0)),
        ] {
            assert_eq!(found.attribute(name), Some(Value::Number(number)), "{name}");
        }
        for name in ["chunks", "verbs", "clauses", "names"] {
            let some = |value| matches!(value, Some(Value::Number(number)) if number > 0.0);
            assert!(some(found.attribute(name)), "{name}");
        }
        assert_eq!(found.attribute("calm"), Some(Value::Bool(true)));
        assert_eq!(found.text_attribute("lemma"), Some("ship"));
    }
    let failed = Outcome::with(&mut worker, "Fail now.");
    assert_says(
        &failed.told()[0],
        &["error plugin-failed veteran", "failed: as was asked"],
    );
    assert_eq!(
        *lines.lock().unwrap(),
        ["veteran: at work", "veteran: at work"]
    );

    let mut structure = Structure::default();
    sayso_parser::parse_into(TEXT, &mut structure);
    let (mut annotations, mut diagnostics) = (Annotations::default(), Vec::new());
    let place = Span::new(0, 2);
    let document = structure.document(TEXT);
    let trials = worker.explain(&document, place, &mut annotations, &mut diagnostics);
    let [trial] = &trials[..] else {
        panic!("not one trial: {trials:?}");
    };
    assert_eq!((&*trial.plugin, &*trial.wanted), ("veteran", "a verb"));
    assert!(diagnostics.iter().all(|d| d.severity != Severity::Error));
}

#[test]
fn a_plugin_for_version_1_0_works() {
    let folder = folder();
    works(&build(folder.path(), &oldest_header()));
}

#[test]
fn a_plugin_whose_structs_have_grown_works() {
    let folder = folder();
    works(&build(folder.path(), &grown_header()));
}

#[test]
fn a_plugin_for_a_newer_version_is_refused_and_both_versions_are_named() {
    let folder = folder();
    let newer = abi::ABI_MINOR + 1;
    let minor = offset_of!(abi::Entry, abi_minor);
    let path = Image::new()
        .put(minor, &newer.to_ne_bytes())
        .write(folder.path(), "newer");
    let options = Options {
        explicit: vec![path],
        ..Options::default()
    };
    let (major, own) = (abi::ABI_MAJOR, abi::ABI_MINOR);
    let words =
        format!("built for plugin ABI {major}.{newer}, this sayso understands {major}.{own}");
    assert_says(&Host::load(&options).unwrap_err(), &[&words]);
}
