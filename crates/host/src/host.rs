use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use sayso_plugin::abi;

use crate::discover::{Candidate, candidates};
use crate::entry::EntryReport;
use crate::error::{LoadError, Reason, Rejected};
use crate::isolate::Library;
use crate::loaded::{FoundBy, Loaded, Origin, Way};
use crate::open::Opened;
use crate::options::Options;
use crate::order::{Node, order};
use crate::settings;
use crate::trust;
use crate::worker::Worker;

/// How many annotations one plugin may emit for one document unless told otherwise.
const MAX_ANNOTATIONS: usize = 1_000_000;

/// The plugins that are loaded, in the order they run.
#[derive(Debug)]
pub struct Host {
    plugins: Vec<Loaded>,
    rejected: Vec<Rejected>,
    cancelled: Arc<AtomicBool>,
    pub(crate) max_annotations: usize,
}

impl Host {
    /// Finds, checks and opens plugins and brings them into order.
    ///
    /// Where two have the same id, the one taken is from a named library, else from the
    /// first folder of the search path, else the embedded one.
    ///
    /// # Errors
    /// A library that was named cannot be taken, or is not what its plugin is pinned to, or two
    /// of them have the same id; `only` or
    /// `settings` name what is not there or do not fit; needs are unmet or go in a circle.
    pub fn load(options: &Options) -> Result<Self, LoadError> {
        let mut loader = Loader {
            options,
            cancelled: Arc::default(),
            loaded: Vec::new(),
            rejected: Vec::new(),
        };
        for candidate in candidates(options, &mut loader.rejected)? {
            loader.take_file(&candidate)?;
        }
        for entry in &options.embedded {
            loader.take_embedded(entry)?;
        }
        loader.finish()
    }

    /// The plugins, in the order they run.
    pub fn plugins(&self) -> &[Loaded] {
        &self.plugins
    }

    /// Whether one of the plugins in this process reads the language layer.
    pub(crate) fn reads_language(&self) -> bool {
        let mut here = self.plugins().iter().filter(|plugin| !plugin.is_isolated());
        here.any(Loaded::reads_language)
    }

    /// The files in the search path that were not taken.
    pub fn rejected(&self) -> &[Rejected] {
        &self.rejected
    }

    /// Sets up an instance of each plugin, for one thread.
    ///
    /// # Errors
    /// A plugin cannot be set up.
    pub fn worker(&self) -> Result<Worker<'_>, LoadError> {
        Worker::new(self)
    }

    /// The plugins with their versions, in the order they run: `claims/0.1.0 hedges/0.1.0`.
    pub fn producer(&self) -> String {
        let names: Vec<_> = self
            .plugins
            .iter()
            .map(|plugin| format!("{}/{}", plugin.id(), plugin.version()))
            .collect();
        names.join(" ")
    }

    /// Asks all plugins to give up what they are doing; for good.
    pub fn cancel(&self) {
        self.cancelled.store(true, Ordering::Relaxed);
    }

    /// The flag that [`Host::cancel`] sets, for signal handlers and other threads.
    pub fn cancelled(&self) -> &Arc<AtomicBool> {
        &self.cancelled
    }
}

struct Loader<'o> {
    options: &'o Options,
    cancelled: Arc<AtomicBool>,
    loaded: Vec<Loaded>,
    rejected: Vec<Rejected>,
}

impl Loader<'_> {
    /// Takes the plugins of a file that no earlier file has.
    fn take_file(&mut self, candidate: &Candidate) -> Result<(), LoadError> {
        let mut opened = None;
        for report in &candidate.checked.entries {
            let reason = match self.loaded.iter().find(|l| l.id() == report.id) {
                Some(first) => Err(Reason::Shadowed {
                    id: report.id.clone(),
                    by: first.origin.path().unwrap_or(&candidate.path).to_owned(),
                }),
                None => self.open_and_take(candidate, report, &mut opened),
            };
            if let Err(reason) = reason {
                let rejected = Rejected {
                    path: candidate.path.clone(),
                    reason,
                };
                let pinned = matches!(rejected.reason, Reason::Pin { .. });
                if pinned || candidate.found_by != FoundBy::SearchPath {
                    return Err(LoadError::File(rejected));
                }
                self.rejected.push(rejected);
            }
        }
        Ok(())
    }

    fn open_and_take(
        &mut self,
        candidate: &Candidate,
        report: &EntryReport,
        opened: &mut Option<Opened>,
    ) -> Result<(), Reason> {
        let pin = self.options.pins.get(&report.id);
        trust::check_pin(&report.id, pin, &candidate.checked.bytes)?;
        let origin = Origin::File {
            path: candidate.path.clone(),
            found_by: candidate.found_by,
        };
        let log = self.options.log.clone();
        let cancelled = Arc::clone(&self.cancelled);
        if let Some(isolation) = &self.options.isolation {
            let bytes = Arc::clone(&candidate.checked.bytes);
            let isolation = isolation.clone();
            let (library, description) =
                Library::open(isolation, &candidate.path, bytes, report, log, cancelled)?;
            let way = Way::Apart(Box::new(library));
            self.loaded
                .push(Loaded::new(report.clone(), origin, description, way));
            return Ok(());
        }
        let opened = match opened {
            Some(opened) => opened,
            None => opened.insert(Opened::open(&candidate.path, &candidate.checked.bytes)?),
        };
        let entry = opened.entry(report)?;
        self.loaded
            .push(Loaded::here(entry, report.clone(), origin, log, cancelled)?);
        Ok(())
    }

    /// Takes an embedded plugin, unless a library has the same.
    fn take_embedded(&mut self, entry: &'static abi::Entry) -> Result<(), LoadError> {
        let id = abi::unpadded(&entry.id).to_owned();
        let broken = |reason| LoadError::Embedded {
            id: id.clone(),
            reason,
        };
        let report = EntryReport::of(entry).map_err(broken)?;
        match self.loaded.iter().find(|l| l.id() == report.id) {
            None => {
                let log = self.options.log.clone();
                let cancelled = Arc::clone(&self.cancelled);
                let plugin = Loaded::here(entry, report, Origin::Embedded, log, cancelled);
                self.loaded.push(plugin.map_err(broken)?);
                Ok(())
            }
            Some(other) if other.origin == Origin::Embedded => Err(LoadError::SameId {
                id,
                first: other.place(),
                second: other.place(),
            }),
            Some(_) => Ok(()),
        }
    }

    /// Applies settings and selection, and brings the plugins into order.
    fn finish(mut self) -> Result<Host, LoadError> {
        let settings = &self.options.settings;
        self.must_know(settings.keys(), "settings")?;
        for plugin in &mut self.loaded {
            let given = settings.get(plugin.id()).cloned().unwrap_or_default();
            settings::check(plugin.id(), plugin.settings_schema(), &given)?;
            plugin.settings = serde_json::Value::Object(given).to_string();
        }

        let mut filtered = Vec::new();
        if let Some(only) = &self.options.only {
            self.must_know(only.iter(), "the plugins to run")?;
            let selected = |plugin: &Loaded| only.iter().any(|id| id == plugin.id());
            (self.loaded, filtered) = self.loaded.into_iter().partition(selected);
        }

        let order = order(&nodes_of(&self.loaded), &nodes_of(&filtered))?;
        let mut slots: Vec<_> = self.loaded.into_iter().map(Some).collect();
        let plugins = order.iter().filter_map(|&at| slots[at].take()).collect();
        Ok(Host {
            plugins,
            rejected: self.rejected,
            cancelled: self.cancelled,
            max_annotations: self.options.max_annotations.unwrap_or(MAX_ANNOTATIONS),
        })
    }

    /// Refuses ids that no plugin has.
    fn must_know<'i>(
        &self,
        mut ids: impl Iterator<Item = &'i String>,
        context: &'static str,
    ) -> Result<(), LoadError> {
        match ids.find(|id| self.loaded.iter().all(|l| l.id() != id.as_str())) {
            None => Ok(()),
            Some(unknown) => {
                let mut known: Vec<_> = self.loaded.iter().map(|l| l.id().to_owned()).collect();
                known.sort();
                Err(LoadError::UnknownPlugin {
                    context,
                    id: unknown.clone(),
                    known,
                })
            }
        }
    }
}

fn nodes_of(plugins: &[Loaded]) -> Vec<Node<'_>> {
    let nodes = plugins.iter().map(|plugin| Node {
        id: plugin.id(),
        outputs: plugin.outputs(),
        needs: plugin.needs(),
    });
    nodes.collect()
}
