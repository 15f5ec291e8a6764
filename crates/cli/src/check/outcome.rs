//! What plugins make of a text, in words that can be compared.

use sayso_host::Worker;
use sayso_model::{Annotation, Annotations, Diagnostic, Structure};

/// What came of a text.
#[derive(PartialEq, Eq)]
pub(crate) struct Outcome {
    found: Vec<String>,
    told: Vec<String>,
}

impl Outcome {
    /// What these plugins made of it.
    pub(crate) fn of(ids: &[&str], annotations: &Annotations, diagnostics: &[Diagnostic]) -> Self {
        let found = annotations.iter().filter(|a| ids.contains(&a.plugin()));
        let told = diagnostics.iter();
        let told = told.filter(|d| d.plugin.as_deref().is_some_and(|id| ids.contains(&id)));
        Self {
            found: found.map(in_words).collect(),
            told: told.map(|d| format!("{} {}", d.code, d.message)).collect(),
        }
    }

    /// The first thing in which two outcomes differ.
    pub(crate) fn difference(&self, other: &Self) -> Option<String> {
        if self == other {
            return None;
        }
        let (a, b) = match self.found == other.found {
            true => (&self.told, &other.told),
            false => (&self.found, &other.found),
        };
        let nothing = || "nothing".to_owned();
        let at = (0..).find(|&at| a.get(at) != b.get(at)).unwrap_or(0);
        let (a, b) = (a.get(at).cloned(), b.get(at).cloned());
        Some(format!(
            "{} / {}",
            a.unwrap_or_else(nothing),
            b.unwrap_or_else(nothing)
        ))
    }
}

/// Runs all plugins over a text.
pub(crate) fn run(worker: &mut Worker<'_>, text: &str) -> (Annotations, Vec<Diagnostic>) {
    let mut structure = Structure::default();
    sayso_parser::parse_into(text, &mut structure);
    let (mut annotations, mut diagnostics) = (Annotations::default(), Vec::new());
    worker.run(
        &structure.document(text),
        &mut annotations,
        &mut diagnostics,
    );
    (annotations, diagnostics)
}

fn in_words(annotation: Annotation<'_>) -> String {
    let parts: Vec<_> = annotation
        .parts()
        .map(|(role, span)| format!("{role} at {span:?}"))
        .collect();
    let attributes: Vec<_> = annotation
        .attributes()
        .map(|(name, value)| format!("{name} {value:?}"))
        .collect();
    let links: Vec<_> = annotation
        .links()
        .map(|(name, to)| format!("{name} to {}", to.0))
        .collect();
    format!(
        "{} by {}: {}",
        annotation.kind(),
        annotation.rule(),
        [parts, attributes, links].concat().join(", ")
    )
}
