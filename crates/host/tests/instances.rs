//! How many instances there are. One test, for the count is the whole process's.

mod common;

use std::sync::atomic::Ordering;

use common::{Outcome, TEXT, WELL_BEHAVED};
use sayso_host::{Host, Options};
use sayso_misbehaving::INSTANCES;
use sayso_plugin::abi;

static SHARED: abi::Entry = abi::Entry {
    flags: abi::FLAG_SHARED,
    ..WELL_BEHAVED
};

#[test]
fn instances_are_made_for_each_worker_or_once_and_destroyed() {
    let count = || INSTANCES.load(Ordering::SeqCst);
    let options = |entry| Options {
        embedded: vec![entry],
        ..Options::default()
    };

    let host = Host::load(&options(&WELL_BEHAVED)).unwrap();
    assert_eq!(count(), 0, "none without a worker");
    let workers: Vec<_> = (0..3).map(|_| host.worker().unwrap()).collect();
    assert_eq!(count(), 3);
    drop(workers);
    assert_eq!(count(), 0);

    let host = Host::load(&options(&SHARED)).unwrap();
    let mut workers: Vec<_> = (0..3).map(|_| host.worker().unwrap()).collect();
    assert_eq!(count(), 1);
    assert_eq!(Outcome::with(&mut workers[1], TEXT).annotations.len(), 1);
    drop(workers);
    assert_eq!(count(), 1, "kept for workers to come");
    drop(host);
    assert_eq!(count(), 0);

    let mut failing = options(&WELL_BEHAVED);
    failing.settings = common::modes(&[("well-behaved", "create-fails")]);
    Host::load(&failing).unwrap().worker().unwrap_err();
    assert_eq!(count(), 0);
}
