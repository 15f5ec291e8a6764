//! What was found out about a plugin.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::steps::Step;
use crate::message::printable;

/// How many findings of one kind are shown to people.
const MOST: usize = 3;

/// How bad a finding is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub(crate) enum Level {
    /// As it should be.
    Fine,
    /// Worth knowing.
    Note,
    /// Not forbidden, but its users may suffer from it.
    Warning,
    /// Against the rules of the interface.
    Failure,
}

impl Level {
    fn name(self) -> &'static str {
        match self {
            Self::Fine => "ok",
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Failure => "FAILED",
        }
    }
}

/// All findings, in the order of the steps.
#[derive(Debug)]
pub(crate) struct Report {
    path: PathBuf,
    findings: Vec<(Step, Level, String)>,
}

impl Report {
    pub(crate) fn new(path: &Path) -> Self {
        Self {
            path: path.to_owned(),
            findings: Vec::new(),
        }
    }

    pub(crate) fn add(&mut self, step: Step, level: Level, text: String) {
        self.findings.push((step, level, text));
    }

    pub(crate) fn has(&self, step: Step) -> bool {
        self.findings.iter().any(|(of, ..)| *of == step)
    }

    pub(crate) fn conforms(&self) -> bool {
        self.count(Level::Failure) == 0
    }

    fn count(&self, level: Level) -> usize {
        self.findings.iter().filter(|(_, l, _)| *l == level).count()
    }

    /// For people.
    pub(crate) fn text(&self) -> String {
        let mut text = format!("{}\n", self.path.display());
        let mut like: BTreeMap<_, usize> = BTreeMap::new();
        for (step, level, said) in &self.findings {
            // What goes wrong in one text often does in all.
            let beginning = said.split(": ").next().unwrap_or_default();
            let count = like.entry((step.name(), *level, beginning)).or_default();
            *count += 1;
            if *level > Level::Fine && *count > MOST {
                continue;
            }
            let said = said.trim_end().replace('\n', "\n                     ");
            let of = step
                .text()
                .map_or(String::new(), |name| format!("`{name}`: "));
            text += &format!("  {:8} {:9} {of}{said}\n", level.name(), step.name());
        }
        for ((name, level, beginning), count) in like {
            if level > Level::Fine && count > MOST {
                let more = count - MOST;
                text += &format!("  {:8} {name:9} {more} more: {beginning}\n", level.name());
            }
        }
        let (failures, warnings) = (self.count(Level::Failure), self.count(Level::Warning));
        let verdict = match self.conforms() {
            true => "conforms",
            false => "does not conform",
        };
        text += &format!(
            "{verdict}: {failures} failure{}, {warnings} warning{}\n",
            if failures == 1 { "" } else { "s" },
            if warnings == 1 { "" } else { "s" }
        );
        printable(&text)
    }

    /// For programs.
    pub(crate) fn json(&self) -> Value {
        let findings = self.findings.iter();
        let findings: Vec<Value> = findings
            .map(|(step, level, text)| {
                let level = level.name().to_lowercase();
                json!({"check": step.name(), "text": step.text(), "level": level, "message": text})
            })
            .collect();
        json!({
            "path": self.path.to_string_lossy(),
            "conforms": self.conforms(),
            "findings": findings,
        })
    }
}
