#![allow(unsafe_code)]

use std::ptr;
use std::sync::Arc;
use std::time::Duration;

use sayso_english::Analyzer;
use sayso_model::{Annotations, Diagnostic, Document, Severity, Span};
use sayso_plugin::abi;

use crate::clock;
use crate::declared::Declared;
use crate::emit::Emission;
use crate::error::LoadError;
use crate::host::Host;
use crate::instance::{ErrorBuffer, Failure, Instance};
use crate::isolate::Apart;
use crate::isolate::wire::Item;
use crate::loaded::{Loaded, Way};
use crate::trace::{Trace, Trial};
use crate::views::Views;

/// An instance of each plugin, for one thread; memory is kept from document to document.
#[derive(Debug)]
pub struct Worker<'h> {
    host: &'h Host,
    slots: Vec<Slot>,
    memory: Memory,
    /// Makes the language layer, if a plugin reads it.
    analyzer: Analyzer,
    /// How long each plugin took so far, if that is asked for.
    times: Option<Vec<Duration>>,
}

#[derive(Debug)]
pub(crate) struct Slot {
    engine: Engine,
    /// Whether the plugin gave no result for this document.
    failed: bool,
}

/// What runs a plugin.
#[derive(Debug)]
enum Engine {
    /// An instance; `None` after a panic, if no other one could be made.
    Here(Option<Arc<Instance>>),
    /// A process.
    Apart(Apart),
}

#[derive(Debug, Default)]
pub(crate) struct Memory {
    error: ErrorBuffer,
    /// To be cleared for each document.
    pub(crate) views: Views,
    declared: Declared,
    /// A copy of what was found before, for a process: it is asked while more is added.
    earlier: Annotations,
    /// Filled while a place is explained.
    pub(crate) trace: Option<Trace>,
}

impl<'h> Worker<'h> {
    pub(crate) fn new(host: &'h Host) -> Result<Self, LoadError> {
        let slot = |plugin: &Loaded| {
            Slot::new(plugin, host.max_annotations).map_err(|failure| LoadError::Create {
                plugin: plugin.id().to_owned(),
                message: failure.in_words(),
            })
        };
        Ok(Self {
            host,
            slots: host.plugins().iter().map(slot).collect::<Result<_, _>>()?,
            memory: Memory::default(),
            analyzer: Analyzer::default(),
            times: None,
        })
    }

    /// Runs all plugins over a document and adds what they find.
    ///
    /// What a plugin emits against the rules is left out, and so is all that a plugin that
    /// fails emitted for this document; diagnostics tell of both. Plugins that cannot do
    /// without what a failed one would have found are passed over.
    pub fn run(
        &mut self,
        document: &Document<'_>,
        annotations: &mut Annotations,
        diagnostics: &mut Vec<Diagnostic>,
    ) {
        self.memory.views.clear();
        let mut raw = abi::Document::new(document);
        // Taken out for the time of the run, during which the layer is borrowed from it.
        let reads = self.host.reads_language();
        let mut analyzer = reads.then(|| std::mem::take(&mut self.analyzer));
        let layers = analyzer.as_mut();
        let layers = layers.map(|analyzer| abi::Layers::new(&analyzer.layers(document)));
        raw.layers = layers.as_ref().map_or(ptr::null(), ptr::from_ref);
        let mut bytes = 0;
        let mut any_failed = false;
        for at in 0..self.slots.len() {
            let plugin = &self.host.plugins()[at];
            let begin = self.times.is_some().then(clock::worked);
            let result = match self.lost_need(at, any_failed) {
                Some(kind) => Err(skipped(plugin, kind)),
                None => {
                    let slot = &mut self.slots[at];
                    let target = Target {
                        text: document.text,
                        annotations,
                        diagnostics,
                        bytes: &mut bytes,
                        max_annotations: self.host.max_annotations,
                    };
                    slot.run(plugin, &mut raw, target, &mut self.memory)
                }
            };
            if let (Some(begin), Some(times)) = (begin, &mut self.times) {
                times[at] += clock::worked().saturating_sub(begin);
            }
            self.slots[at].failed = result.is_err();
            if let Err(diagnostic) = result {
                any_failed = true;
                diagnostics.push(diagnostic.plugin(plugin.id()));
            }
        }
        if let Some(analyzer) = analyzer {
            self.analyzer = analyzer;
        }
    }

    /// Does what [`Self::run`] does, and asks the rules what they looked for at a place.
    pub fn explain(
        &mut self,
        document: &Document<'_>,
        place: Span,
        annotations: &mut Annotations,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Vec<Trial> {
        self.memory.trace = Some(Trace::new(place));
        self.run(document, annotations, diagnostics);
        self.memory.trace.take().map_or(Vec::new(), |t| t.trials)
    }

    /// Takes the time of each plugin from now on.
    pub fn time(&mut self) {
        self.times = Some(vec![Duration::ZERO; self.slots.len()]);
    }

    /// How long each plugin worked since [`Self::time`] was called, by id: the time of this
    /// process's threads, so that there should be no others at work.
    pub fn times(&self) -> impl Iterator<Item = (&'h str, Duration)> + '_ {
        let times = self.times.iter().flatten();
        let plugins = self.host.plugins().iter();
        plugins
            .zip(times)
            .map(|(plugin, time)| (plugin.id(), *time))
    }

    /// The kind that a plugin cannot do without and that nobody was able to look for.
    fn lost_need(&self, at: usize, any_failed: bool) -> Option<&'h str> {
        if !any_failed {
            return None;
        }
        let plugins = self.host.plugins();
        let lost = |kind: &str| {
            let mut emitters = (0..at)
                .filter(|&other| plugins[other].emits(kind))
                .peekable();
            emitters.peek().is_some() && emitters.all(|other| self.slots[other].failed)
        };
        let mut needs = plugins[at].needs().iter().filter(|need| !need.optional);
        needs
            .find(|need| lost(&need.kind))
            .map(|need| need.kind.as_str())
    }
}

/// Where a plugin's findings for one document go.
pub(crate) struct Target<'t> {
    pub(crate) text: &'t str,
    pub(crate) annotations: &'t mut Annotations,
    pub(crate) diagnostics: &'t mut Vec<Diagnostic>,
    pub(crate) bytes: &'t mut usize,
    pub(crate) max_annotations: usize,
}

impl Slot {
    pub(crate) fn new(plugin: &Loaded, max_annotations: usize) -> Result<Self, Failure> {
        let engine = match &plugin.way {
            Way::Here(calls) => Engine::Here(Some(Instance::obtain(plugin, *calls)?)),
            Way::Apart(library) => Engine::Apart(Apart::start(plugin, library, max_annotations)?),
        };
        Ok(Self {
            engine,
            failed: false,
        })
    }

    /// Runs one plugin; an error leaves none of its annotations.
    pub(crate) fn run(
        &mut self,
        plugin: &Loaded,
        document: &mut abi::Document,
        target: Target<'_>,
        memory: &mut Memory,
    ) -> Result<(), Diagnostic> {
        let first = target.annotations.len();
        let mut visible: &[u32] = &[];
        let needed = |kind: &str| plugin.needs().iter().any(|need| need.kind == kind);
        if target
            .annotations
            .iter()
            .any(|earlier| needed(earlier.kind()))
        {
            memory.views.fill(target.annotations, plugin.needs());
            visible = memory.views.numbers();
            if matches!(self.engine, Engine::Apart(_)) {
                memory.earlier.clone_from(target.annotations);
            }
        }
        document.found = memory.views.pointers().as_ptr();
        document.n_found = visible.len();

        memory.declared.fill(plugin, target.annotations);
        let mut emission = Emission {
            plugin,
            declared: &memory.declared,
            text: target.text,
            visible,
            first,
            max_annotations: target.max_annotations,
            bytes: target.bytes,
            annotations: target.annotations,
            diagnostics: target.diagnostics,
            trace: memory.trace.as_mut(),
            stopped: false,
            refusals: 0,
            remarks: 0,
        };
        let result = match (&mut self.engine, &plugin.way) {
            (Engine::Here(instance), _) => {
                call(instance, plugin, document, &mut emission, &mut memory.error)
            }
            (Engine::Apart(apart), Way::Apart(library)) => {
                let earlier = memory.earlier.iter().filter(|a| needed(a.kind()));
                let earlier = match visible {
                    [] => Vec::new(),
                    _ => earlier.map(Item::of).collect(),
                };
                apart.run(library, earlier, &mut emission)
            }
            (Engine::Apart(_), Way::Here(_)) => unreachable!("a process needs a library"),
        };
        emission.finish();
        if result.is_err() {
            target.annotations.truncate(first);
        }
        result
    }
}

/// Calls an instance, and puts a new one in its place if it panicked and may be broken.
fn call(
    slot: &mut Option<Arc<Instance>>,
    plugin: &Loaded,
    document: &abi::Document,
    emission: &mut Emission<'_>,
    buffer: &mut ErrorBuffer,
) -> Result<(), Diagnostic> {
    let Some(instance) = slot else {
        let message = format!("plugin `{}` is out of order since it panicked", plugin.id());
        return Err(failure("plugin-unavailable", message));
    };
    let mut error = buffer.error();
    let sink = emission.sink();
    // SAFETY: document, views, sink and error buffer outlive the call; the worker is not
    // shared between threads, nor is an instance unless its plugin allows it.
    let status = unsafe { instance.process(document, &sink, &mut error) };
    if status == abi::OK {
        return Ok(());
    }
    let mut failure = buffer.failure(&error);
    if status != abi::FAILED {
        failure.message = format!("it returned the unknown status {status}");
    }
    if failure.panicked
        && let Some(broken) = slot.take()
    {
        *slot = Instance::replace(plugin, broken).ok();
    }
    Err(failed(plugin, &failure))
}

fn failed(plugin: &Loaded, failure: &Failure) -> Diagnostic {
    let (code, verb) = match failure.panicked {
        true => ("plugin-panicked", "panicked"),
        false => ("plugin-failed", "failed"),
    };
    let message = &failure.message;
    self::failure(code, format!("plugin `{}` {verb}: {message}", plugin.id()))
}

fn skipped(plugin: &Loaded, kind: &str) -> Diagnostic {
    let id = plugin.id();
    let message = format!("plugin `{id}` was not run: it needs `{kind}`, which could not be found");
    failure("plugin-skipped", message)
}

pub(crate) fn failure(code: &'static str, message: String) -> Diagnostic {
    Diagnostic::new(Severity::Error, code, message)
}
