//! Plugins in processes of their own: whatever one does, the others' findings stand and the
//! run goes on.
#![cfg(unix)]

mod common;

use std::path::Path;
use std::process::Command;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use common::{NEWS, Place, Ran, library};
use sayso_host::{Host, Isolation, Options};
use sayso_misbehaving::MODES;
use sayso_model::{Annotations, Span};

const JSONL: &[&str] = &["extract", "-f", "jsonl", "-j", "1"];
/// What ends or stalls its process.
const RUINOUS: &[&str] = &[
    "segfault",
    "abort",
    "exit",
    "loop",
    "memory",
    "deaf",
    "create-loops",
];
const CALM: &str = "Çalm seas are expected, she said.";

/// Runs a plugin that does something wrong over three texts; it behaves in the second.
fn misbehave(place: &Place, mode: &str, args: &[&str]) -> Ran {
    let path = library("misbehaving");
    let config =
        format!("[plugins.misbehaving]\npath = {path:?}\nsettings = {{ mode = '{mode}' }}\n");
    place.file("c.toml", config);
    place.file("a.txt", NEWS);
    place.file("b.txt", CALM);
    place.file("c.txt", NEWS);
    let texts = ["--config", "c.toml", "a.txt", "b.txt", "c.txt"];
    place.run(&[JSONL, &texts, args].concat())
}

/// What was said, without the numbers of threads that panicked.
fn said(ran: &Ran) -> Vec<&str> {
    let lines = ran.err.lines();
    lines.filter(|line| !line.starts_with("thread ")).collect()
}

/// How many annotations the misbehaving plugin and others have in each record.
fn counts(ran: &Ran) -> Vec<(usize, usize)> {
    let of = |record: &serde_json::Value| {
        let all = record["annotations"].as_array().unwrap();
        let its = all.iter().filter(|a| a["plugin"] == "misbehaving").count();
        (its, all.len() - its)
    };
    ran.records().iter().map(of).collect()
}

#[track_caller]
fn loses_two_documents(mode: &str, args: &[&str], code: &str, words: &str) -> Ran {
    let place = Place::new();
    let args = [&["--isolate"], args].concat();
    let ran = misbehave(&place, mode, &args);
    ran.is(1)
        .says("sayso: a.txt: misbehaving: plugin `misbehaving` ")
        .says(words);
    let without = place.run(&[JSONL, &["a.txt", "b.txt", "c.txt"]].concat());
    let counts = counts(&ran);
    let others = |at: usize| {
        without.records()[at]["annotations"]
            .as_array()
            .unwrap()
            .len()
    };
    assert_eq!(counts, [(0, others(0)), (1, others(1)), (0, others(2))]);
    assert!(others(0) > 3);
    for at in [0, 2] {
        let records = ran.records();
        let diagnostics = records[at]["diagnostics"].as_array().unwrap();
        let [one] = &diagnostics[..] else {
            panic!("not one diagnostic: {diagnostics:?}")
        };
        assert_eq!(one["code"], code);
        assert_eq!(
            (&one["severity"], &one["plugin"]),
            (&"error".into(), &"misbehaving".into())
        );
    }
    ran
}

#[test]
fn a_crash_costs_one_document() {
    loses_two_documents(
        "segfault",
        &[],
        "plugin-crashed",
        "crashed (signal 11: SIGSEGV",
    );
    loses_two_documents("abort", &[], "plugin-crashed", "crashed (signal 6: SIGABRT");
}

/// Runs the plugin that panics, from a library, in processes of its own.
fn panics(library: &str, when: &str, args: &[&str]) -> (Place, Ran) {
    let place = Place::new();
    place.file(
        "c.toml",
        format!("[plugins.panicking]\nsettings = {{ when = '{when}' }}\n"),
    );
    place.file("a.txt", NEWS);
    place.file("b.txt", "Calm.");
    let named = ["--config", "c.toml", "--plugin", library, "a.txt", "b.txt"];
    let ran = place.run(&[JSONL, &named, args].concat());
    (place, ran)
}

#[test]
fn a_panic_while_another_unwinds_costs_one_document() {
    let library = library("panicking");
    let (_, ran) = panics(library.to_str().unwrap(), "twice", &["--isolate"]);
    ran.is(1)
        .says("plugin `panicking` crashed (signal 6: SIGABRT");
    assert!(
        ran.records()[1]["annotations"]
            .to_string()
            .contains("panicking")
    );
}

/// The same plugin built with `panic = "abort"`, by cargo, into a folder of its own.
fn built_to_abort() -> String {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("panic-abort");
    let built = Command::new(env!("CARGO"))
        .args([
            "build",
            "--quiet",
            "--offline",
            "--package",
            "sayso-panicking",
        ])
        .args(["--config", "profile.dev.panic='abort'", "--target-dir"])
        .arg(&folder)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .status()
        .expect("cargo");
    assert!(built.success());
    let (prefix, suffix) = (std::env::consts::DLL_PREFIX, std::env::consts::DLL_SUFFIX);
    let file = folder
        .join("debug")
        .join(format!("{prefix}sayso_panicking{suffix}"));
    file.to_str().unwrap().to_owned()
}

#[test]
fn a_plugin_built_to_abort_says_so_and_is_contained() {
    let library = built_to_abort();
    let (place, ran) = panics(&library, "process", &["--isolate"]);
    ran.is(1)
        .says("plugin `panicking` crashed (signal 6: SIGABRT");
    assert!(
        ran.records()[1]["annotations"]
            .to_string()
            .contains("panicking")
    );
    let info = place.run(&["plugins", "info", &library]);
    assert!(info.is(0).out.contains("panic-abort"), "{}", info.out);
    let check = place.run(&["plugins", "check", "--quick", &library]);
    let words = "warning  file      built with panic = \"abort\"";
    assert!(check.is(0).out.contains(words), "{}", check.out);
}

#[test]
fn an_exit_costs_one_document() {
    let words = "ended its process with exit status 0";
    loses_two_documents("exit", &[], "plugin-crashed", words);
}

#[test]
fn an_endless_loop_costs_its_time() {
    let begin = Instant::now();
    let words = "took longer than 3 s";
    loses_two_documents("loop", &["--plugin-timeout", "3"], "plugin-timeout", words);
    assert!(
        begin.elapsed() >= Duration::from_secs(6),
        "twice three seconds"
    );
}

#[cfg(target_os = "linux")]
#[test]
fn want_of_memory_costs_one_document() {
    let words = "its limit is 256 MiB";
    let args = ["--plugin-memory", "256"];
    let ran = loses_two_documents("memory", &args, "plugin-crashed", words);
    ran.says("memory allocation of 10737418240 bytes failed");
}

#[test]
fn a_process_that_does_not_listen_any_more_costs_one_document() {
    let words = "took longer than 3 s";
    loses_two_documents("deaf", &["--plugin-timeout", "3"], "plugin-timeout", words);
}

#[test]
fn a_plugin_that_cannot_be_set_up_ends_the_run_before_any_input() {
    let place = Place::new();
    let args = ["--isolate", "--plugin-timeout", "3"];
    let ran = misbehave(&place, "create-loops", &args);
    ran.is(2)
        .says("plugin `misbehaving` cannot be set up: its process took longer than 3 s");
    assert_eq!(ran.out, "");
    let ran = misbehave(&place, "create-fails", &["--isolate"]);
    ran.is(2)
        .says("plugin `misbehaving` cannot be set up: cannot be created");
}

#[test]
fn what_a_plugin_prints_and_reads_does_not_disturb_the_connection() {
    let place = Place::new();
    let ran = misbehave(&place, "print", &["--isolate"]);
    ran.is(0).says("this is no answer\n");
    assert_eq!(counts(&ran).iter().map(|c| c.0).sum::<usize>(), 3);
    let ran = misbehave(&place, "read", &["--isolate"]);
    ran.is(0);
    assert_eq!(counts(&ran).iter().map(|c| c.0).sum::<usize>(), 3);
}

#[test]
fn apart_is_as_here() {
    let place = Place::new();
    for mode in MODES {
        // A flood takes its time, and what is printed goes elsewhere.
        if RUINOUS.contains(mode) || ["flood", "print"].contains(mode) {
            continue;
        }
        let here = misbehave(&place, mode, &[]);
        let apart = misbehave(&place, mode, &["--isolate"]);
        assert_eq!(apart.out, here.out, "{mode}");
        assert_eq!(said(&apart), said(&here), "{mode}");
        assert_eq!(apart.status, here.status, "{mode}");
    }
}

#[test]
fn the_standard_plugins_find_the_same_apart() {
    let place = Place::new();
    place.file("a.txt", NEWS);
    place.file("b.txt", CALM);
    let libraries = ["attribution", "claims", "hedges"].map(library);
    let mut args = vec!["a.txt", "b.txt", "--isolate", "-j", "2", "--no-embedded"];
    for library in &libraries {
        args.extend(["--plugin", library.to_str().unwrap()]);
    }
    let here = place.run(&["extract", "-f", "jsonl", "a.txt", "b.txt"]);
    let apart = place.run(&[&["extract", "-f", "jsonl"], &args[..]].concat());
    assert_eq!(apart.is(0).is_quiet().out, here.is(0).out);
    let linked = &apart.records()[0]["annotations"];
    let mut linked = linked.as_array().unwrap().iter();
    assert!(linked.any(|a| a["links"].is_object()), "links cross");
}

/// A plugin in C that tells of its rules' trials.
fn telling(place: &Place) -> String {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("crates/host/tests/abi/1.0");
    let library = place.path("libveteran.so");
    let built = Command::new(std::env::var("CC").unwrap_or_else(|_| "cc".to_owned()))
        .args(["-shared", "-fPIC", "-o"])
        .args([&library, &source.join("veteran.c")])
        .status()
        .expect("a C compiler");
    assert!(built.success());
    library.to_str().unwrap().to_owned()
}

#[test]
fn explanations_and_log_lines_cross() {
    let place = Place::new();
    let explain = |isolation| {
        let lines: Arc<Mutex<Vec<String>>> = Arc::default();
        let copy = Arc::clone(&lines);
        let settings = serde_json::json!({"mood": "calm"});
        let options = Options {
            explicit: vec![telling(&place).into()],
            settings: [("veteran".to_owned(), settings.as_object().unwrap().clone())].into(),
            log: Some(Arc::new(move |severity, plugin, line| {
                let line = format!("{} {plugin} {line}", severity.name());
                copy.lock().unwrap().push(line);
            })),
            isolation,
            ..Options::default()
        };
        let host = Host::load(&options).unwrap();
        let structure = sayso_parser::parse(CALM);
        let (mut annotations, mut diagnostics) = (Annotations::default(), Vec::new());
        let mut worker = host.worker().unwrap();
        let (document, place) = (structure.document(CALM), Span::new(0, 2));
        let trials = worker.explain(&document, place, &mut annotations, &mut diagnostics);
        let lines = lines.lock().unwrap().clone();
        (trials, diagnostics, lines)
    };
    let apart = explain(Some(Isolation {
        program: env!("CARGO_BIN_EXE_sayso").into(),
        arguments: vec!["plugin-worker".into()],
        timeout: Duration::from_secs(20),
        memory: 1 << 30,
    }));
    assert_eq!(apart, explain(None));
    assert_eq!((apart.0.len(), &*apart.0[0].wanted), (1, "a verb"));
    assert_eq!(apart.2, ["info veteran at work"]);
}

#[test]
fn a_long_text_crosses() {
    let place = Place::new();
    place.file("long.txt", NEWS.repeat(5_000));
    let library = library("hedges");
    let args = [JSONL, &["long.txt", "--plugin", library.to_str().unwrap()]].concat();
    let here = place.run(&args);
    let apart = place.run(&[&args[..], &["--isolate"]].concat());
    assert!(here.is(0).out == apart.is(0).out);
}

#[test]
fn the_options_are_checked() {
    let place = Place::new();
    for args in [
        &["--plugin-timeout", "3"][..],
        &["--isolate", "--plugin-timeout", "0"],
        &["--isolate", "--plugin-timeout", "soon"],
        &["--isolate", "--plugin-memory", "1"],
    ] {
        place.run(&[&["plugins", "list"], args].concat()).is(2);
    }
    let ran = place.run(&["plugin-worker"]);
    ran.is(2)
        .says("this command is for sayso itself: see --isolate");
}

#[test]
fn lists_tell_of_isolated_plugins_without_opening_them_here() {
    let place = Place::new();
    let library = library("misbehaving");
    let args = ["plugins", "info", library.to_str().unwrap()];
    let here = place.run(&args);
    let apart = place.run(&[&args[..], &["--isolate"]].concat());
    assert_eq!(here.is(0).out, apart.is(0).out);
}
