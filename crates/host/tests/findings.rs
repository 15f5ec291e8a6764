//! What a plugin does wrong while it runs costs its own findings only, and is told.

mod common;

use std::sync::atomic::Ordering;
use std::sync::{Arc, Mutex};

use common::{Outcome, TEXT, assert_says, misbehaving};
use sayso_host::{Host, Worker};
use sayso_model::{Annotations, Severity, Span, Structure, Value};

fn run(mode: &str) -> Outcome {
    Outcome::new(&Host::load(&misbehaving(mode)).unwrap(), TEXT)
}

/// One annotation is refused with this message; the plugin's good one and those of others stand.
#[track_caller]
fn one_is_refused(mode: &str, words: &[&str]) {
    let outcome = run(mode);
    let message = outcome.only_told(Severity::Warning, "invalid-annotation");
    assert_says(&message, &["refused an annotation"]);
    assert_says(&message, words);
    assert_eq!(outcome.count("misbehaving"), 1, "the good one");
    assert_eq!(outcome.count("well-behaved"), 1);
}

/// The plugin fails; all of its annotations are dropped, those of others stand.
#[track_caller]
fn fails(mode: &str, code: &str, words: &[&str]) {
    let outcome = run(mode);
    let message = outcome.only_told(Severity::Error, code);
    assert_says(&message, &["plugin `misbehaving`"]);
    assert_says(&message, words);
    assert_eq!(outcome.count("misbehaving"), 0);
    assert_eq!(outcome.count("well-behaved"), 1);
}

#[test]
fn what_is_right_is_taken() {
    let outcome = run("well-behaved");
    assert_eq!(outcome.told(), [""; 0]);
    let found = outcome.annotations.iter().next().unwrap();
    assert_eq!(
        (found.kind(), found.plugin(), found.rule()),
        ("probe", "misbehaving", "first-token")
    );
    assert_eq!(
        found.parts().collect::<Vec<_>>(),
        [("cue", Span::new(0, 5))]
    );
    assert_eq!(found.attribute("seen"), Some(Value::Number(1.0)));
    assert_eq!(outcome.annotations.len(), 2);
}

#[test]
fn bad_spans() {
    let len = TEXT.len();
    let out = format!(
        "at 0..{} is out of bounds: the text has {len} bytes",
        len + 7
    );
    one_is_refused(
        "span-out-of-bounds",
        &["kind `probe` by rule `first-token`", &out],
    );
    one_is_refused("span-reversed", &["the part `cue` at 4..1 runs backwards"]);
    one_is_refused(
        "span-inside-character",
        &["the part `cue` at 0..1 cuts a character"],
    );
    one_is_refused("empty-span", &["the part `cue` at 1..1 is empty"]);
}

#[test]
fn what_was_not_declared() {
    one_is_refused(
        "undeclared-kind",
        &["kind `secret`", "is not declared; declared: probe"],
    );
    one_is_refused(
        "undeclared-role",
        &["role `scope` is not declared", "declared: cue"],
    );
}

#[test]
fn bad_attributes() {
    one_is_refused("nan", &["attribute `seen` is NaN, not finite"]);
    one_is_refused(
        "unknown-value",
        &["attribute `seen` has a value of the unknown type 9"],
    );
    one_is_refused("no-attribute-name", &["the name of an attribute is empty"]);
    one_is_refused("two-attributes", &["it has two attributes `seen`"]);
}

#[test]
fn bad_pieces() {
    one_is_refused("no-parts", &["it has no parts"]);
    one_is_refused(
        "null-parts",
        &["the list of its parts is a null pointer with length 1"],
    );
    one_is_refused(
        "too-many-parts",
        &["the list of its parts is 20000 long, at most 10000"],
    );
    one_is_refused(
        "null-annotation",
        &["it is at a null or misaligned address"],
    );
    one_is_refused(
        "short-annotation",
        &["it has 8 bytes, at least 104 are expected"],
    );
    one_is_refused("empty-rule", &["the rule is empty"]);
    one_is_refused("long-rule", &["the rule is 300 long, at most 200"]);
    one_is_refused("not-utf8", &["the rule is not UTF-8"]);
}

#[test]
fn bad_links() {
    one_is_refused(
        "bad-link",
        &["the link `other` points to 4000000000, which is no earlier"],
    );
    // It runs first, so that there is nothing it could point to.
    one_is_refused(
        "invisible-link",
        &["the link `other` points to 0, which is no earlier"],
    );
}

#[test]
fn many_refusals_are_told_in_few_words() {
    let outcome = run("many-bad");
    let told = outcome.told();
    assert_eq!(told.len(), 11, "{told:?}");
    assert_eq!(
        told[10],
        "warning invalid-annotation misbehaving: … and 15 more were refused"
    );
    assert_eq!(outcome.count("misbehaving"), 1);
}

#[test]
fn a_flood_is_stopped() {
    let mut options = misbehaving("flood");
    let host = Host::load(&options).unwrap();
    let outcome = Outcome::new(&host, TEXT);
    let message = outcome.only_told(Severity::Error, "too-many-annotations");
    assert_says(&message, &["more than 1000000 annotations"]);
    assert_eq!(outcome.count("misbehaving"), 1_000_000);
    assert_eq!(outcome.count("well-behaved"), 1);

    options.max_annotations = Some(3);
    let host = Host::load(&options).unwrap();
    let mut worker = host.worker().unwrap();
    for _ in 0..2 {
        let outcome = Outcome::with(&mut worker, TEXT);
        outcome.only_told(Severity::Error, "too-many-annotations");
        assert_eq!(outcome.count("misbehaving"), 3, "each document anew");
    }
}

#[test]
fn remarks_are_passed_on() {
    let outcome = run("remarks");
    let remarks = &outcome.diagnostics;
    assert_eq!(remarks.len(), 3, "{:?}", outcome.told());
    assert_eq!(
        (remarks[0].severity, &*remarks[0].code),
        (Severity::Info, "odd-token")
    );
    assert_eq!(remarks[0].message, "an odd token");
    assert_eq!(remarks[0].plugin.as_deref(), Some("misbehaving"));
    assert_eq!(remarks[0].span, Some(Span::new(0, 5)));
    assert_eq!((remarks[1].span, remarks[2].span), (None, None));
}

#[test]
fn bad_and_too_many_remarks() {
    let told = run("bad-remarks").told();
    let expected =
        "warning invalid-annotation misbehaving: refused a diagnostic: its code is empty";
    assert_eq!(told[0], expected);
    assert_eq!(told.len(), 1 + 999 + 1);
    assert_says(&told[1000], &["too-many-diagnostics", "more than 1000"]);
}

#[test]
fn failures() {
    fails("fail", "plugin-failed", &["failed: failed on purpose"]);
    fails(
        "error-not-utf8",
        "plugin-failed",
        &["failed: caf\u{fffd} closed"],
    );
    fails(
        "unknown-status",
        "plugin-failed",
        &["it returned the unknown status 77"],
    );
    fails("long-error", "plugin-failed", &["failed: xxxxx"]);
    let outcome = run("long-error");
    let message = outcome.only_told(Severity::Error, "plugin-failed");
    assert!((2048..2100).contains(&message.len()), "{}", message.len());
}

#[test]
fn a_message_is_not_seen_again_in_another() {
    let host = Host::load(&misbehaving("long-error")).unwrap();
    let mut worker = host.worker().unwrap();
    let first = Outcome::with(&mut worker, TEXT).told();
    assert_eq!(Outcome::with(&mut worker, TEXT).told(), first);
}

#[test]
fn a_panic_is_a_failure_and_the_next_document_has_a_new_instance() {
    fails(
        "panic-process",
        "plugin-panicked",
        &["panicked: panicked on purpose in process"],
    );
    let host = Host::load(&misbehaving("panic-process")).unwrap();
    let mut worker = host.worker().unwrap();
    let seen = |worker: &mut Worker<'_>, text: &str| {
        let outcome = Outcome::with(worker, text);
        let mut found = outcome.annotations.iter();
        let found = found.find(|a| a.plugin() == "misbehaving")?;
        match found.attribute("seen")? {
            Value::Number(number) => Some(number),
            _ => None,
        }
    };
    assert_eq!(seen(&mut worker, "Calm."), Some(1.0));
    assert_eq!(seen(&mut worker, "Calm."), Some(2.0));
    assert_eq!(seen(&mut worker, "Storm."), None);
    assert_eq!(seen(&mut worker, "Calm."), Some(1.0));
}

#[test]
fn a_plugin_that_cannot_be_replaced_is_unavailable() {
    let host = Host::load(&misbehaving("panic-for-good")).unwrap();
    let mut worker = host.worker().unwrap();
    let first = Outcome::with(&mut worker, TEXT);
    first.only_told(Severity::Error, "plugin-panicked");
    for _ in 0..2 {
        let later = Outcome::with(&mut worker, TEXT);
        let message = later.only_told(Severity::Error, "plugin-unavailable");
        assert_says(
            &message,
            &["plugin `misbehaving` is out of order since it panicked"],
        );
        assert_eq!(later.count("well-behaved"), 1);
    }
    // Another copy of the library has its own state.
    assert!(
        Host::load(&misbehaving("well-behaved"))
            .unwrap()
            .worker()
            .is_ok()
    );
}

#[test]
fn plugins_write_to_the_log_and_hear_of_a_stop() {
    let lines: Arc<Mutex<Vec<String>>> = Arc::default();
    let mut options = misbehaving("log");
    let copy = Arc::clone(&lines);
    options.log = Some(Arc::new(move |severity, plugin, line| {
        let line = format!("{} {plugin}: {line}", severity.name());
        copy.lock().unwrap().push(line);
    }));
    let host = Host::load(&options).unwrap();
    let mut worker = host.worker().unwrap();
    assert_eq!(Outcome::with(&mut worker, TEXT).told(), [""; 0]);
    host.cancel();
    assert!(host.cancelled().load(Ordering::Relaxed));
    Outcome::with(&mut worker, TEXT);
    let lines = lines.lock().unwrap();
    assert_eq!(
        *lines,
        [
            "warning misbehaving: going on",
            "warning misbehaving: giving up"
        ]
    );
}

#[test]
fn a_log_that_panics_does_not_reach_the_plugin() {
    let mut options = misbehaving("log");
    options.log = Some(Arc::new(|_, _, _| panic!("the log is full")));
    let outcome = Outcome::new(&Host::load(&options).unwrap(), TEXT);
    assert_eq!(outcome.told(), [""; 0]);
    assert_eq!(outcome.count("misbehaving"), 1);
}

#[test]
fn an_empty_document() {
    let host = Host::load(&misbehaving("well-behaved")).unwrap();
    let (mut annotations, mut diagnostics) = (Annotations::default(), Vec::new());
    let structure = Structure::default();
    let mut worker = host.worker().unwrap();
    worker.run(&structure.document(""), &mut annotations, &mut diagnostics);
    assert!(annotations.is_empty() && diagnostics.is_empty());
}

#[test]
fn a_worker_can_move_to_another_thread() {
    fn is_send<T: Send>() {}
    fn is_shared<T: Send + Sync>() {}
    is_send::<Worker<'_>>();
    is_shared::<Host>();
    let host = Host::load(&misbehaving("well-behaved")).unwrap();
    std::thread::scope(|scope| {
        for _ in 0..4 {
            let mut worker = host.worker().unwrap();
            scope.spawn(move || {
                for _ in 0..100 {
                    assert_eq!(Outcome::with(&mut worker, TEXT).annotations.len(), 2);
                }
            });
        }
    });
}
