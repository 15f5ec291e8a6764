//! The standard plugins survive any text, and the host accepts all that they emit.
#![no_main]

use std::sync::OnceLock;

use libfuzzer_sys::fuzz_target;
use sayso_host::{Host, Options};
use sayso_model::Annotations;

fuzz_target!(|text: &str| {
    static HOST: OnceLock<Host> = OnceLock::new();
    let host = HOST.get_or_init(|| {
        let embedded = vec![
            &sayso_attribution::SAYSO_PLUGIN,
            &sayso_claims::SAYSO_PLUGIN,
            &sayso_hedges::SAYSO_PLUGIN,
        ];
        Host::load(&Options { embedded, ..Options::default() }).expect("the plugins load")
    });
    let structure = sayso_parser::parse(text);
    let document = structure.document(text);
    let (mut annotations, mut diagnostics) = (Annotations::default(), Vec::new());
    let mut worker = host.worker().expect("a worker");
    worker.run(&document, &mut annotations, &mut diagnostics);
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
});
