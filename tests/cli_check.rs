//! `sayso plugins check`: what it says of good and of bad plugins.
#![cfg(unix)]

mod common;

use std::fs;

use common::{Place, Ran, library};
use sayso_misbehaving::MODES;

/// Checks the plugin that does something wrong on demand.
fn check(mode: &str, args: &[&str]) -> Ran {
    let place = Place::new();
    place.file(
        "c.toml",
        format!("[plugins.misbehaving]\nsettings = {{ mode = '{mode}' }}\n"),
    );
    let library = library("misbehaving");
    let checked = ["plugins", "check", "--quick", library.to_str().unwrap()];
    place.run(&[&checked[..], &["--config", "c.toml"], args].concat())
}

#[track_caller]
fn fails(mode: &str, args: &[&str], words: &[&str]) -> Ran {
    let ran = check(mode, args);
    ran.is(1).is_quiet();
    for word in words {
        assert!(
            ran.out.contains(word),
            "{mode}: no {word:?} in\n{}",
            ran.out
        );
    }
    assert!(ran.out.contains("\ndoes not conform: "), "{}", ran.out);
    ran
}

#[test]
fn the_standard_plugins_conform() {
    let place = Place::new();
    for plugin in ["attribution", "claims", "hedges"] {
        let library = library(plugin);
        let ran = place.run(&["plugins", "check", "--quick", library.to_str().unwrap()]);
        ran.is(0).is_quiet();
        assert!(
            !ran.out.contains("FAILED") && !ran.out.contains("warning "),
            "{}",
            ran.out
        );
        assert!(ran.out.ends_with("conforms: 0 failures, 0 warnings\n"));
        assert!(!ran.out.contains("long text"));
    }
}

#[test]
fn long_texts_tell_the_time() {
    let place = Place::new();
    let config = "[plugins.misbehaving]\nsettings = { mode = 'steady' }\n";
    place.file("c.toml", config);
    let library = library("misbehaving");
    let checked = ["plugins", "check", library.to_str().unwrap()];
    let ran = place.run(&[&checked[..], &["--config", "c.toml"]].concat());
    let mut lines = ran.is(0).out.lines();
    assert!(lines.any(|l| l.contains("long text `news`: ") && l.ends_with(" a megabyte")));
}

#[test]
fn a_plugin_that_only_remembers_does_not_conform() {
    let ran = fails(
        "well-behaved",
        &[],
        &["`news`: finds something else the second time"],
    );
    // One text goes wrong like the other: not all are shown.
    assert!(ran.out.lines().count() < 30, "{}", ran.out);
    assert!(ran.out.contains(" more: finds something else"));
    check("steady", &[]).is(0).is_quiet();
}

#[test]
fn what_is_emitted_wrongly_is_found() {
    for (mode, words) in [
        ("span-out-of-bounds", "is out of bounds"),
        ("span-reversed", "at 4..1 runs backwards"),
        ("span-inside-character", "cuts a character"),
        ("empty-span", "at 1..1 is empty"),
        (
            "undeclared-kind",
            "its kind is not declared; declared: probe",
        ),
        ("undeclared-role", "the role `scope` is not declared"),
        ("nan", "attribute `seen` is NaN"),
        ("unknown-value", "has a value of the unknown type 9"),
        ("no-attribute-name", "the name of an attribute is empty"),
        ("two-attributes", "it has two attributes `seen`"),
        ("no-parts", "it has no parts"),
        ("null-parts", "a null pointer with length 1"),
        ("null-annotation", "at a null or misaligned address"),
        ("short-annotation", "it has 8 bytes"),
        ("empty-rule", "the rule is empty"),
        ("long-rule", "the rule is 300 long"),
        ("not-utf8", "the rule is not UTF-8"),
        ("bad-link", "which is no earlier"),
        ("many-bad", "… and 15 more were refused"),
        ("bad-remarks", "more than 1000 diagnostics"),
    ] {
        fails(mode, &[], &["FAILED   text", words]);
    }
}

#[test]
fn failures_and_panics_are_found() {
    for (mode, words) in [
        ("fail", "failed on purpose"),
        ("unknown-status", "it returned the unknown status 77"),
        ("long-error", "xxxx"),
        ("error-not-utf8", "caf\u{fffd} closed"),
        ("panic-process", "panicked on purpose in process"),
        ("panic-for-good", "is out of order since it panicked"),
    ] {
        fails(mode, &[], &["FAILED   text", words]);
    }
    for (mode, words) in [
        ("create-fails", "cannot be set up: cannot be created"),
        ("panic-create", "it panicked: panicked on purpose in create"),
    ] {
        fails(mode, &[], &["FAILED   opens", words]);
    }
}

#[test]
fn a_crash_is_a_finding_and_the_check_goes_on() {
    let ends = ["ok       threads", "ok       ends"];
    for (mode, words) in [
        ("segfault", "it ended the process: signal: 11 (SIGSEGV)"),
        ("abort", "it ended the process: signal: 6 (SIGABRT)"),
        ("exit", "it ended the process with exit status 0"),
    ] {
        fails(
            mode,
            &[],
            &[&["FAILED   text      `news`: ", words], &ends[..]].concat(),
        );
    }
}

#[cfg(target_os = "linux")]
#[test]
fn want_of_memory_is_a_finding() {
    let words = [
        "`news`: it ended the process: signal: 6 (SIGABRT)",
        "its last words: memory allocation of 10737418240 bytes failed",
    ];
    fails("memory", &["--memory", "1024"], &words);
}

#[test]
fn an_endless_loop_is_a_finding() {
    let words = [
        "`news`: took longer than 3 s (--timeout)",
        "note     text      `news`: what is left is not tried",
    ];
    fails("loop", &["--timeout", "3"], &words);
    let words = ["FAILED   opens     took longer than 3 s (--timeout)"];
    fails("create-loops", &["--timeout", "3"], &words);
}

#[test]
fn what_a_plugin_prints_is_a_finding() {
    let words = ["FAILED   prints    writes to standard output: \"this is no answer"];
    let ran = fails("print", &[], &words);
    assert_eq!(ran.out.matches("writes to standard output").count(), 1);
}

#[test]
fn a_panic_that_harms_nothing_is_a_warning() {
    let place = Place::new();
    place.file(
        "c.toml",
        "[plugins.panicking]\nsettings = { when = 'destroy' }\n",
    );
    let library = library("panicking");
    let checked = ["plugins", "check", "--quick", library.to_str().unwrap()];
    let ran = place.run(&[&checked[..], &["--config", "c.toml"]].concat());
    let words = "warning  prints    writes to standard error, at last: panicked in destroy";
    assert!(ran.is(0).out.contains(words), "{}", ran.out);
}

#[test]
fn no_mode_goes_unnoticed() {
    // What is no fault of a plugin, or what its texts here do not bring about.
    let harmless = ["steady", "remarks", "log", "idle", "read"];
    // Tried above, or slow.
    let others = ["flood", "memory", "loop", "create-loops", "deaf"];
    for mode in MODES {
        if others.contains(mode) {
            continue;
        }
        let status = i32::from(!harmless.contains(mode));
        let ran = check(mode, &["--timeout", "20"]);
        assert_eq!(ran.status, status, "{mode}:\n{}", ran.out);
    }
}

#[test]
fn a_file_that_is_no_plugin_is_told_without_opening_it() {
    let place = Place::new();
    let whole = fs::read(library("misbehaving")).unwrap();
    for percent in 0..100 {
        place.file("cut.so", &whole[..whole.len() * percent / 100]);
        let ran = place.run(&["plugins", "check", "./cut.so"]);
        ran.is(1).is_quiet();
        let words = if percent == 0 {
            "is empty"
        } else {
            "truncated: "
        };
        let line = format!("\n  FAILED   file      {words}");
        assert!(ran.out.contains(&line), "{percent} %: {}", ran.out);
    }
    place.file("text.so", "no library");
    let ran = place.run(&["plugins", "check", "text.so"]);
    assert!(
        ran.is(1)
            .out
            .contains("FAILED   file      not a shared library")
    );
    let ran = place.run(&["plugins", "check", "none.so"]);
    ran.is(2).says("sayso: none.so: no such file");
}

#[test]
fn a_report_for_programs() {
    let ran = check("nan", &["--format", "json"]);
    let report: serde_json::Value = serde_json::from_str(&ran.is(1).out).unwrap();
    assert_eq!(report["conforms"], false);
    let findings = report["findings"].as_array().unwrap();
    let mut failed = findings.iter().filter(|f| f["level"] == "failed");
    let first = failed.next().unwrap();
    assert_eq!(
        (&first["check"], &first["text"]),
        (&"text".into(), &"one letter".into())
    );
    assert!(failed.count() > 10, "programs get them all");
}
