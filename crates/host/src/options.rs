use std::collections::BTreeMap;
use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;

use sayso_model::Severity;
use sayso_plugin::abi;
use serde_json::{Map, Value};

use crate::isolate::Isolation;
use crate::trust::Sha;

/// Takes a line that a plugin logs: how bad it is, the plugin's id, the line.
pub type Log = Arc<dyn Fn(Severity, &str, &str) + Send + Sync>;

/// Where plugins are looked for and how they are set up.
#[derive(Clone, Default)]
pub struct Options {
    /// Libraries named on the command line; one that fails ends the loading.
    pub explicit: Vec<PathBuf>,
    /// Libraries named in a configuration file; one that fails, or that anyone may replace and
    /// that is not pinned, ends the loading.
    pub configured: Vec<PathBuf>,
    /// Folders to look for libraries in, first one first; what fails is [`Rejected`], and so is
    /// what anyone may write to.
    ///
    /// [`Rejected`]: crate::Rejected
    pub search_path: Vec<PathBuf>,
    /// Plugins linked into this program. A library with the same id takes a plugin's place.
    pub embedded: Vec<&'static abi::Entry>,
    /// The ids of the plugins to run; `None` for all.
    pub only: Option<Vec<String>>,
    /// Settings by the plugin's id.
    pub settings: BTreeMap<String, Map<String, Value>>,
    /// The SHA-256 that a plugin's library must have, by the plugin's id, wherever it is found;
    /// another one ends the loading before it is opened. Embedded plugins have no library.
    pub pins: BTreeMap<String, Sha>,
    /// How libraries are run in processes of their own; `None` for in this process. Embedded
    /// plugins always run in this process.
    pub isolation: Option<Isolation>,
    /// Where the plugins' log lines go; standard error without one.
    pub log: Option<Log>,
    /// How many annotations one plugin may emit for one document; `None` for 1,000,000.
    pub max_annotations: Option<usize>,
}

impl fmt::Debug for Options {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let embedded: Vec<_> = self.embedded.iter().map(|e| abi::unpadded(&e.id)).collect();
        f.debug_struct("Options")
            .field("explicit", &self.explicit)
            .field("configured", &self.configured)
            .field("search_path", &self.search_path)
            .field("embedded", &embedded)
            .field("only", &self.only)
            .field("settings", &self.settings)
            .field("pins", &self.pins)
            .field("isolation", &self.isolation)
            .field("max_annotations", &self.max_annotations)
            .finish_non_exhaustive()
    }
}
