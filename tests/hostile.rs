//! The three standard plugins over text that nobody would write: nothing panics, and the host
//! accepts whatever they emit.

use std::cell::RefCell;

use proptest::prelude::*;
use sayso_english::Analyzer;
use sayso_host::{Host, Options};
use sayso_model::{Annotations, Document, Severity};

/// Words, marks and characters that rules look at, and some that break naive ones.
const PIECES: &[&str] = &[
    "said",
    "says",
    "told",
    "asked",
    "declined to",
    "according to",
    "that",
    "whether",
    "to",
    "and",
    "but",
    "who",
    "which",
    "he",
    "she",
    "they",
    "We think",
    "Ana Duarte",
    "Mr.",
    "U.S.",
    "spokesman",
    "the",
    "a",
    "statement",
    "claims",
    "called",
    "saying",
    "would not say",
    "did not respond to",
    "about 20",
    "could",
    "is expected to",
    "no comment",
    "clearly",
    "MORENO:",
    "\"",
    "“",
    "”",
    "'",
    "‘",
    "’",
    "«",
    "»",
    "``",
    "''",
    ",",
    ".",
    "?",
    "!",
    ":",
    ";",
    "—",
    "(",
    ")",
    "\n",
    "\n\n",
    "\r\n",
    "\u{feff}",
    "\0",
    "🙂",
    "שלום",
    "ﷺ",
    "e\u{301}",
    "\u{200d}",
    "5'6\"",
    "don't",
    "O’Neill",
    "%",
    "$3",
    "https://a.b/c",
    "@name",
    "…",
];

fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        20 => prop::sample::select(PIECES).prop_map(str::to_owned),
        1 => "\\PC{0,6}",
    ];
    let spaced = (piece, prop_oneof![4 => Just(" "), 1 => Just("")]);
    prop::collection::vec(spaced, 0..60)
        .prop_map(|all| all.into_iter().map(|(piece, gap)| piece + gap).collect())
}

fn host() -> Host {
    let embedded = vec![
        &sayso_attribution::SAYSO_PLUGIN,
        &sayso_claims::SAYSO_PLUGIN,
        &sayso_hedges::SAYSO_PLUGIN,
    ];
    Host::load(&Options {
        embedded,
        ..Options::default()
    })
    .expect("the plugins load")
}

/// The language layer has a tag and a lemma for each token, and its phrases hold their heads.
fn layers_hold(analyzer: &mut Analyzer, document: &Document<'_>) -> bool {
    let layers = analyzer.layers(document);
    let tokens = document.tokens.len();
    let heads = layers.chunks.iter().all(|c| c.tokens.contains(c.head));
    let verbs = layers.verbs.iter().all(|v| v.tokens.contains(v.main));
    let clauses = layers
        .clauses
        .iter()
        .all(|c| c.tokens.end as usize <= tokens);
    layers.tags.len() == tokens && layers.lemmas.len() == tokens && heads && verbs && clauses
}

#[test]
fn any_text_is_extracted_without_complaint() {
    let host = host();
    let analyzer = RefCell::new(Analyzer::default());
    let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig {
        cases: if cfg!(debug_assertions) { 500 } else { 20_000 },
        failure_persistence: None,
        ..ProptestConfig::default()
    });
    let run = runner.run(&text(), |text| {
        let structure = sayso_parser::parse(&text);
        let document = structure.document(&text);
        let (mut annotations, mut diagnostics) = (Annotations::default(), Vec::new());
        let mut worker = host.worker().expect("a worker");
        worker.run(&document, &mut annotations, &mut diagnostics);
        prop_assert!(layers_hold(&mut analyzer.borrow_mut(), &document));
        prop_assert!(
            diagnostics.iter().all(|d| d.severity == Severity::Info),
            "{diagnostics:?}"
        );
        Ok(())
    });
    run.unwrap();
}
