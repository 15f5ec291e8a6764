use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex};

use sayso_plugin::abi;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::api::Api;
use crate::describe::{Calls, Description, describe};
use crate::entry::{EntryReport, flag_names};
use crate::error::Reason;
use crate::instance::Instance;
use crate::isolate::Library;
use crate::options::Log;

/// A plugin that is loaded.
#[derive(Debug)]
pub struct Loaded {
    pub(crate) entry: EntryReport,
    pub(crate) origin: Origin,
    pub(crate) description: Description,
    pub(crate) way: Way,
    /// A JSON object.
    pub(crate) settings: String,
    /// The one instance of a plugin that can be shared.
    pub(crate) shared: Mutex<Option<Arc<Instance>>>,
}

/// How a plugin's functions are reached.
#[derive(Debug)]
pub(crate) enum Way {
    /// They are in this process.
    Here(Calls),
    /// They are in processes of their own.
    Apart(Box<Library>),
}

/// Where a plugin comes from.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Origin {
    /// It is linked into the program.
    Embedded,
    /// It was loaded from a library.
    File {
        /// The library.
        path: PathBuf,
        /// How it was found.
        found_by: FoundBy,
    },
}

/// How a library was found.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FoundBy {
    /// It was named on the command line.
    Explicit,
    /// It was named in a configuration file.
    Configured,
    /// It lies in a folder of the search path.
    SearchPath,
}

/// A kind of annotation that a plugin emits.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Output {
    /// The kind.
    pub kind: String,
    /// The roles of its parts.
    pub roles: Vec<String>,
}

/// A kind of annotation that a plugin reads.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Need {
    /// The kind.
    pub kind: String,
    /// Whether the plugin can do without.
    pub optional: bool,
}

/// A rule of a plugin.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Rule {
    /// The name that its annotations carry.
    pub name: String,
    /// What it sees, as Markdown.
    pub doc: String,
}

impl Loaded {
    /// A plugin whose entry is in this process.
    pub(crate) fn here(
        entry: &'static abi::Entry,
        report: EntryReport,
        origin: Origin,
        log: Option<Log>,
        cancelled: Arc<AtomicBool>,
    ) -> Result<Self, Reason> {
        let api = Api::new(&report.id, log, cancelled);
        let (description, calls) = describe(entry, api)?;
        Ok(Self::new(report, origin, description, Way::Here(calls)))
    }

    pub(crate) fn new(
        entry: EntryReport,
        origin: Origin,
        description: Description,
        way: Way,
    ) -> Self {
        Self {
            entry,
            origin,
            description,
            way,
            settings: String::new(),
            shared: Mutex::default(),
        }
    }

    /// Whether it runs in processes of its own.
    pub fn is_isolated(&self) -> bool {
        matches!(self.way, Way::Apart(_))
    }

    /// Its id.
    pub fn id(&self) -> &str {
        &self.entry.id
    }

    /// Its own version.
    pub fn version(&self) -> &str {
        &self.entry.version
    }

    /// What it was built with; may be empty.
    pub fn built_with(&self) -> &str {
        &self.entry.built_with
    }

    /// Major and minor version of the interface it was built with.
    pub fn abi(&self) -> (u16, u16) {
        self.entry.abi
    }

    /// A sum of `FLAG_…` constants of [`abi`].
    pub fn flags(&self) -> u32 {
        self.entry.flags
    }

    /// The names of the flags that are set.
    pub fn flag_names(&self) -> Vec<&'static str> {
        flag_names(self.flags())
    }

    /// Whether several threads may use one instance.
    pub fn is_shared(&self) -> bool {
        self.flags() & abi::FLAG_SHARED != 0
    }

    /// Where it comes from.
    pub fn origin(&self) -> &Origin {
        &self.origin
    }

    /// One line on what it finds.
    pub fn summary(&self) -> &str {
        &self.description.summary
    }

    /// The kinds it may emit.
    pub fn outputs(&self) -> &[Output] {
        &self.description.outputs
    }

    /// The kinds it reads.
    pub fn needs(&self) -> &[Need] {
        &self.description.needs
    }

    /// Whether it reads the language layer.
    pub fn reads_language(&self) -> bool {
        self.description.reads & abi::READS_LANGUAGE != 0
    }

    /// Its rules.
    pub fn rules(&self) -> &[Rule] {
        &self.description.rules
    }

    /// The JSON Schema of its settings; `None` if it has no settings.
    pub fn settings_schema(&self) -> Option<&Value> {
        self.description.settings_schema.as_ref()
    }

    pub(crate) fn emits(&self, kind: &str) -> bool {
        self.outputs().iter().any(|output| output.kind == kind)
    }

    pub(crate) fn place(&self) -> String {
        match self.origin.path() {
            None => "the program itself".to_owned(),
            Some(path) => path.display().to_string(),
        }
    }
}

impl Origin {
    /// The library, if there is one.
    pub fn path(&self) -> Option<&Path> {
        match self {
            Self::Embedded => None,
            Self::File { path, .. } => Some(path),
        }
    }
}
