//! One test for each fixture: what sayso finds in it, as a person reads it.
//!
//! A fixture is a text `fixtures/<topic>/<name>.txt`; what is found stands beside it in
//! `<name>.snap`. The plugins are loaded as shared libraries, as a user's own would be;
//! `embedded_equals_loaded` shows that those linked into the binary find the same. Change a
//! snapshot with `INSTA_UPDATE=always cargo test --test snapshots`, or review it with
//! `cargo insta review`.

mod common;

use std::path::{Path, PathBuf};

use libtest_mimic::{Arguments, Failed, Trial};
use sayso_host::{Host, Options};
use sayso_model::Annotations;
use sayso_render::{View, text};

fn main() {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    let mut trials: Vec<Trial> = files(&fixtures, "txt")
        .into_iter()
        .map(|path| {
            let name = path.strip_prefix(&fixtures).unwrap().with_extension("");
            Trial::test(name.display().to_string(), move || snapshot(&path))
        })
        .collect();
    let of = fixtures.clone();
    trials.push(Trial::test("embedded_equals_loaded", move || {
        embedded_equals_loaded(&of)
    }));
    trials.push(Trial::test("every_snapshot_has_its_text", move || {
        every_snapshot_has_its_text(&fixtures)
    }));
    libtest_mimic::run(&Arguments::from_args(), trials).exit();
}

fn snapshot(path: &Path) -> Result<(), Failed> {
    let view = view(&host(true)?, &std::fs::read_to_string(path)?)?;
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(path.parent().unwrap());
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    let name = path.file_stem().unwrap().to_string_lossy().into_owned();
    settings.bind(|| insta::assert_snapshot!(name, view));
    Ok(())
}

fn embedded_equals_loaded(fixtures: &Path) -> Result<(), Failed> {
    let (embedded, loaded) = (host(false)?, host(true)?);
    for path in files(fixtures, "txt") {
        let source = std::fs::read_to_string(&path)?;
        assert!(
            view(&embedded, &source)? == view(&loaded, &source)?,
            "{} differs",
            path.display()
        );
    }
    Ok(())
}

/// A snapshot without a text is stale; a `.snap.new` waits for a decision.
fn every_snapshot_has_its_text(fixtures: &Path) -> Result<(), Failed> {
    for path in files(fixtures, "snap") {
        assert!(
            path.with_extension("txt").exists(),
            "{} has no text",
            path.display()
        );
    }
    let pending = files(fixtures, "new");
    assert!(pending.is_empty(), "pending snapshots: {pending:?}");
    Ok(())
}

/// A host with the three standard plugins, linked in or loaded from their libraries.
fn host(loaded: bool) -> Result<Host, Failed> {
    let mut options = Options::default();
    if loaded {
        options.explicit = ["attribution", "claims", "hedges"]
            .map(common::library)
            .to_vec();
    } else {
        options.embedded = vec![
            &sayso_attribution::SAYSO_PLUGIN,
            &sayso_claims::SAYSO_PLUGIN,
            &sayso_hedges::SAYSO_PLUGIN,
        ];
    }
    Ok(Host::load(&options)?)
}

fn view(host: &Host, source: &str) -> Result<String, Failed> {
    let structure = sayso_parser::parse(source);
    let document = structure.document(source);
    let mut annotations = Annotations::default();
    let mut diagnostics = sayso_parser::diagnostics(&document);
    host.worker()?
        .run(&document, &mut annotations, &mut diagnostics);
    let mut out = String::new();
    text(
        None,
        &document,
        &annotations,
        &diagnostics,
        &View::default(),
        &mut out,
    );
    Ok(out)
}

/// All files below a folder with this extension, sorted.
fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).expect("the folder can be read") {
        let path = entry.expect("the folder can be read").path();
        if path.is_dir() {
            found.extend(files(&path, extension));
        } else if path.extension().is_some_and(|e| e == extension) {
            found.push(path);
        }
    }
    found.sort();
    found
}
