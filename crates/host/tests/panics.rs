//! Panics of a plugin written with the SDK, wherever they come from, stay in the plugin.

mod common;

use common::{Outcome, WELL_BEHAVED, library_of};
use sayso_host::{Host, Options};
use serde_json::json;

const STORM: &str = "Storm.";
const CALM: &str = "Calm.";

fn host(when: &str, bomb: bool) -> Host {
    let settings = json!({"when": when, "bomb": bomb});
    let settings = settings.as_object().unwrap().clone();
    let options = Options {
        explicit: vec![library_of("panicking")],
        embedded: vec![&WELL_BEHAVED],
        settings: [("panicking".to_owned(), settings)].into(),
        ..Options::default()
    };
    Host::load(&options).unwrap()
}

/// What a payload says; one that must not be dropped says nothing.
fn said(place: &str, bomb: bool) -> String {
    match bomb {
        true => "a panic without a message".to_owned(),
        false => format!("panicked in {place}"),
    }
}

#[test]
fn in_create() {
    for bomb in [false, true] {
        let said = said("create", bomb);
        let message = host("create", bomb).worker().unwrap_err().to_string();
        let expected = format!("plugin `panicking` cannot be set up: it panicked: {said}");
        assert_eq!(message, expected);
    }
}

#[test]
fn in_process() {
    for bomb in [false, true] {
        let said = said("process", bomb);
        let host = host("process", bomb);
        let mut worker = host.worker().unwrap();
        for _ in 0..2 {
            let outcome = Outcome::with(&mut worker, STORM);
            let told =
                format!("error plugin-panicked panicking: plugin `panicking` panicked: {said}");
            assert_eq!(outcome.told(), [told]);
            assert_eq!(outcome.count("panicking"), 0);
            assert_eq!(outcome.count("well-behaved"), 1);
            assert_eq!(Outcome::with(&mut worker, CALM).count("panicking"), 1);
        }
    }
}

#[test]
fn in_destroy() {
    for bomb in [false, true] {
        let host = host("destroy", bomb);
        for _ in 0..2 {
            let mut worker = host.worker().unwrap();
            assert_eq!(Outcome::with(&mut worker, STORM).count("panicking"), 1);
            drop(worker);
        }
    }
}
