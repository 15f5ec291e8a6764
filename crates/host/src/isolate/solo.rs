//! One plugin without the others.

use std::ptr;

use sayso_english::Analyzer;
use sayso_model::{Annotations, Diagnostic, Document, Span};
use sayso_plugin::abi;

use crate::instance::Failure;
use crate::loaded::Loaded;
use crate::trace::{Trace, Trial};
use crate::worker::{Memory, Slot, Target};

/// A plugin, and what it found in a document beside what was found before.
#[derive(Debug)]
pub(crate) struct Solo<'l> {
    plugin: &'l Loaded,
    slot: Slot,
    max_annotations: usize,
    memory: Memory,
    analyzer: Analyzer,
    /// What was found so far; the plugin's findings are added.
    pub(crate) annotations: Annotations,
    pub(crate) diagnostics: Vec<Diagnostic>,
}

impl<'l> Solo<'l> {
    pub(crate) fn new(plugin: &'l Loaded, max_annotations: usize) -> Result<Self, Failure> {
        Ok(Self {
            plugin,
            slot: Slot::new(plugin, max_annotations)?,
            max_annotations,
            memory: Memory::default(),
            analyzer: Analyzer::default(),
            annotations: Annotations::default(),
            diagnostics: Vec::new(),
        })
    }

    /// Runs the plugin; others have emitted so many `bytes` for the document, and somebody may
    /// have asked about a `place`.
    pub(crate) fn run(
        &mut self,
        document: &Document<'_>,
        mut bytes: usize,
        place: Option<Span>,
    ) -> Result<(), Diagnostic> {
        self.memory.views.clear();
        self.memory.trace = place.map(Trace::new);
        let mut raw = abi::Document::new(document);
        let reads = self.plugin.reads_language();
        let layers = reads.then(|| abi::Layers::new(&self.analyzer.layers(document)));
        raw.layers = layers.as_ref().map_or(ptr::null(), ptr::from_ref);
        let target = Target {
            text: document.text,
            annotations: &mut self.annotations,
            diagnostics: &mut self.diagnostics,
            bytes: &mut bytes,
            max_annotations: self.max_annotations,
        };
        self.slot
            .run(self.plugin, &mut raw, target, &mut self.memory)
    }

    /// What rules told of the place in the last run.
    pub(crate) fn trials(&mut self) -> Vec<Trial> {
        self.memory.trace.take().map_or(Vec::new(), |t| t.trials)
    }
}
