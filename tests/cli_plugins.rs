//! Which plugins run, and what the program says of them and of itself.

mod common;

use common::{NEWS, Place, library};
use serde_json::Value;

const JSONL: &[&str] = &["extract", "-f", "jsonl"];

fn producers(place: &Place, args: &[&str]) -> Vec<String> {
    let ran = place.pipe(&[JSONL, args].concat(), NEWS.as_bytes());
    let record = &ran.is(0).records()[0];
    let producer = record["producer"].as_str().unwrap().split(' ');
    let names = producer.map(|p| p.split_once('/').unwrap().0.to_owned());
    names.collect()
}

#[test]
fn the_bare_program_has_three_plugins() {
    let place = Place::new();
    let all = ["sayso", "attribution", "claims", "hedges"];
    assert_eq!(producers(&place, &[]), all);
    assert_eq!(
        producers(&place, &["--only", "hedges,attribution"]),
        ["sayso", "attribution", "hedges"]
    );
    assert_eq!(producers(&place, &["--no-embedded"]), ["sayso"]);
}

#[test]
fn only_some_plugins_find_only_their_kinds() {
    let place = Place::new();
    let ran = place.pipe(
        &[JSONL, &["--only", "attribution"]].concat(),
        NEWS.as_bytes(),
    );
    let record = &ran.is(0).is_quiet().records()[0];
    let annotations = record["annotations"].as_array().unwrap();
    assert!(!annotations.is_empty());
    assert!(annotations.iter().all(|a| a["plugin"] == "attribution"));
    let ran = place.run(&["extract", "--only", "nobody", "a.txt"]);
    ran.is(2).says("no plugin `nobody`; known: ");
}

#[test]
fn without_plugins_there_is_a_warning() {
    let place = Place::new();
    let args = [JSONL, &["--no-embedded"]].concat();
    let ran = place.pipe(&args, NEWS.as_bytes());
    ran.is(0).says("sayso: warning: no plugins are loaded");
    assert_eq!(ran.records()[0]["annotations"], serde_json::json!([]));
    let quiet = place.pipe(&[&args[..], &["-q"]].concat(), NEWS.as_bytes());
    quiet.is(0).is_quiet();
}

#[test]
fn a_named_plugin_that_cannot_be_loaded_ends_the_run_before_any_input() {
    let place = Place::new();
    place.file("a.txt", NEWS);
    let library = place.file("broken.so", "no library");
    let library = library.to_str().unwrap();
    let ran = place.run(&["extract", "--plugin", library, "a.txt", "missing.txt"]);
    ran.is(2)
        .says(&format!("sayso: plugin {library}: not a shared library"));
    assert_eq!(ran.out, "");
    assert_eq!(ran.err.lines().count(), 1);
    place
        .run(&["extract", "--plugin", "nowhere.so"])
        .is(2)
        .says("no such file");
}

#[test]
fn a_plugin_in_the_search_path_that_cannot_be_loaded_is_a_warning() {
    let place = Place::new();
    place.file("plugins/libbroken.so", "no library");
    place.file("a.txt", NEWS);
    let folder = place.path("plugins");
    let ran = place.run_with(&["extract", "a.txt"], "SAYSO_PLUGIN_PATH", &folder);
    ran.is(0)
        .says("sayso: warning: plugin not loaded: ")
        .says("not a shared library");
    let ran = place.run_with(&["plugins", "list"], "SAYSO_PLUGIN_PATH", &folder);
    ran.is(0).is_quiet();
    assert!(ran.out.contains("\nnot loaded:\n"));
    assert!(ran.out.contains("libbroken.so: not a shared library"));
}

#[test]
fn the_working_directory_is_never_searched() {
    let place = Place::new();
    place.file("libbroken.so", "no library");
    place.file("sayso/plugins/libbroken.so", "no library");
    for path in ["", ".", ":", "sayso/plugins"] {
        let ran = place.run_with(
            &["plugins", "list", "-f", "json"],
            "SAYSO_PLUGIN_PATH",
            path,
        );
        let list: Value = serde_json::from_str(&ran.is(0).out).unwrap();
        assert_eq!(list["rejected"], serde_json::json!([]), "{path}");
        assert_eq!(list["plugins"].as_array().unwrap().len(), 3);
        let warned = ran.err.contains("SAYSO_PLUGIN_PATH: ");
        assert_eq!(warned, !path.is_empty(), "{}", ran.err);
    }
}

#[test]
fn a_folder_of_the_search_path_that_is_not_there_is_a_warning() {
    let place = Place::new();
    let folder = place.path("none");
    let args = ["plugins", "list"];
    let ran = place.run_with(&args, "SAYSO_PLUGIN_PATH", &folder);
    ran.is(0).says(&format!(
        "sayso: warning: SAYSO_PLUGIN_PATH: {} does not exist\n",
        folder.display()
    ));
    let quiet = place.run_with(&["plugins", "list", "-q"], "SAYSO_PLUGIN_PATH", &folder);
    quiet.is(0).is_quiet();
}

#[test]
fn plugins_tell_about_themselves() {
    let place = Place::new();
    let ran = place.run(&["plugins", "info", "hedges"]);
    ran.is(0).is_quiet();
    for part in ["hedges 0.1.0: ", "\nfinds\n", "\nrules\n"] {
        assert!(ran.out.contains(part), "{}", ran.out);
    }
    let ran = place.run(&["plugins", "info", "hedges", "-f", "json"]);
    let info: Value = serde_json::from_str(&ran.is(0).out).unwrap();
    assert_eq!(
        (&info["id"], &info["from"]),
        (&"hedges".into(), &"embedded".into())
    );
    let ran = place.run(&["plugins", "info", "nobody"]);
    ran.is(2)
        .says("no plugin or file \"nobody\"; plugins: attribution");
    let file = place.file("a.so", "no library");
    let ran = place.run(&["plugins", "info", file.to_str().unwrap()]);
    ran.is(2).says("not a shared library");
}

#[test]
fn wrong_usage_has_status_2_and_help_has_examples() {
    let place = Place::new();
    for args in [
        &[][..],
        &["extract", "--format", "xml"],
        &["extract", "--offset-unit", "word"],
        &["extract", "-j", "many"],
        &["extract", "-j", "-1"],
        &["extract", "--no-such-thing"],
        &["plugins"],
        &["nothing"],
    ] {
        let ran = place.run(args);
        ran.is(2);
        assert_ne!(ran.err, "", "{args:?}");
    }
    let negative = place.run(&["extract", "-j", "-1"]);
    negative.says("invalid value '-1' for '--jobs <N>'");
    assert!(place.run(&["--help"]).is(0).out.contains("Exit status"));
    assert!(
        place
            .run(&["extract", "--help"])
            .is(0)
            .out
            .contains("Examples")
    );
    assert_eq!(
        place.run(&["--version"]).is(0).out,
        concat!("sayso ", env!("CARGO_PKG_VERSION"), "\n")
    );
}

#[test]
fn a_library_takes_the_place_of_the_plugin_that_is_built_in() {
    let place = Place::new();
    let file = library("hedges");
    let file = file.to_str().unwrap();
    let ran = place.run(&["plugins", "list", "--plugin", file]);
    assert!(ran.is(0).out.contains(&format!("from {file} (--plugin)")));
    let ran = place.run(&["plugins", "info", file]);
    assert!(ran.is(0).out.starts_with("hedges 0.1.0: "));
    let built_in = place.pipe(JSONL, NEWS.as_bytes());
    let loaded = place.pipe(&[JSONL, &["--plugin", file]].concat(), NEWS.as_bytes());
    assert_eq!(built_in.is(0).out, loaded.is(0).out);
}

/// A configuration that makes a plugin do something wrong.
fn misbehaving(place: &Place, mode: &str) {
    let path = library("misbehaving");
    let config =
        format!("[plugins.misbehaving]\npath = {path:?}\nsettings = {{ mode = '{mode}' }}\n");
    place.file("c.toml", config);
}

#[test]
fn a_plugin_that_fails_costs_its_own_findings_and_status_1() {
    let place = Place::new();
    place.file("a.txt", NEWS);
    for (mode, message) in [
        ("fail", "failed on purpose"),
        ("panic-process", "panicked on purpose in process"),
    ] {
        misbehaving(&place, mode);
        let ran = place.run(&[JSONL, &["--config", "c.toml", "a.txt"]].concat());
        ran.is(1).says("sayso: a.txt: misbehaving: ").says(message);
        let record = &ran.records()[0];
        assert_eq!(record["diagnostics"][0]["plugin"], "misbehaving");
        let annotations = record["annotations"].as_array().unwrap();
        assert!(annotations.iter().any(|a| a["plugin"] == "hedges"));
        assert!(annotations.iter().all(|a| a["plugin"] != "misbehaving"));
    }
    misbehaving(&place, "create-fails");
    let ran = place.run(&["extract", "--config", "c.toml", "a.txt"]);
    ran.is(2).says(
        "sayso: configuration c.toml: plugin `misbehaving` cannot be set up: cannot be created",
    );
}

#[test]
fn log_lines_of_plugins_go_to_standard_error() {
    let place = Place::new();
    place.file("a.txt", NEWS);
    misbehaving(&place, "log");
    let args = ["extract", "--config", "c.toml", "a.txt"];
    let loud = place.run(&args);
    loud.is(0).says(": misbehaving: ");
    let quiet = place.run(&[&args[..], &["-q"]].concat());
    assert_eq!(quiet.is(0).out, loud.out);
    assert!(quiet.err.len() < loud.err.len());
}
