use std::path::PathBuf;

use sayso_plugin::abi;
use thiserror::Error;

use crate::trust::Sha;

/// Why no plugins can be run.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum LoadError {
    /// A library that was named cannot be taken.
    #[error("plugin {}: {}", .0.path.display(), .0.reason)]
    File(Rejected),
    /// A plugin that is linked into the program is not usable.
    #[error("the built-in plugin `{id}`: {reason}")]
    #[non_exhaustive]
    Embedded {
        /// The plugin.
        id: String,
        /// What is wrong with it.
        reason: Reason,
    },
    /// Two libraries that were both named have plugins of the same id.
    #[error("{first} and {second} both have a plugin `{id}`; name only one of them")]
    #[non_exhaustive]
    SameId {
        /// The id.
        id: String,
        /// Where it was seen first.
        first: String,
        /// Where it was seen again.
        second: String,
    },
    /// An id was given that no plugin has.
    #[error("{context}: no plugin `{id}`; known: {}", list(known))]
    #[non_exhaustive]
    UnknownPlugin {
        /// What the id was given for.
        context: &'static str,
        /// The id.
        id: String,
        /// The ids there are.
        known: Vec<String>,
    },
    /// A plugin has no such setting.
    #[error("plugin `{plugin}` has no setting `{key}`; known: {}", list(known))]
    #[non_exhaustive]
    UnknownSetting {
        /// The plugin.
        plugin: String,
        /// The setting.
        key: String,
        /// The settings there are.
        known: Vec<String>,
    },
    /// A setting's value is not what the plugin takes.
    #[error("plugin `{plugin}`, setting `{key}`: expected {expected}, met {met}")]
    #[non_exhaustive]
    BadSetting {
        /// The plugin.
        plugin: String,
        /// The setting.
        key: String,
        /// What the plugin takes.
        expected: String,
        /// What was given.
        met: String,
    },
    /// No plugin emits what another cannot do without.
    #[error(
        "plugin `{plugin}` needs annotations of kind `{kind}`, {}",
        missing(filtered)
    )]
    #[non_exhaustive]
    MissingNeed {
        /// The plugin in need.
        plugin: String,
        /// What it needs.
        kind: String,
        /// Plugins that emit it but were not selected.
        filtered: Vec<String>,
    },
    /// Plugins need one another in a circle.
    #[error("these plugins need one another in a circle: {}", circle(ids))]
    #[non_exhaustive]
    Cycle {
        /// The plugins, each in need of the next one, the last one of the first.
        ids: Vec<String>,
    },
    /// A plugin could not be set up.
    #[error("plugin `{plugin}` cannot be set up: {message}")]
    #[non_exhaustive]
    Create {
        /// The plugin.
        plugin: String,
        /// What it says.
        message: String,
    },
}

fn list(ids: &[String]) -> String {
    match ids {
        [] => "none".to_owned(),
        _ => ids.join(", "),
    }
}

fn missing(filtered: &[String]) -> String {
    match filtered {
        [] => "which no loaded plugin emits".to_owned(),
        [one] => format!("which `{one}` emits: add it to the plugins to run"),
        _ => format!(
            "which other plugins emit: add one of {} to the plugins to run",
            filtered.join(", ")
        ),
    }
}

fn circle(ids: &[String]) -> String {
    ids.iter()
        .chain(ids.first())
        .map(String::as_str)
        .collect::<Vec<_>>()
        .join(" needs ")
}

/// A file that was not taken as a plugin.
#[derive(Debug, Error)]
#[error("{}: {reason}", path.display())]
pub struct Rejected {
    /// The file, or a folder that cannot be read.
    pub path: PathBuf,
    /// Why not.
    pub reason: Reason,
}

/// Why a file is not taken as a plugin.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum Reason {
    /// There is nothing at the path.
    #[error("no such file")]
    NotFound,
    /// It cannot be read.
    #[error("cannot be read: {0}")]
    Unreadable(std::io::Error),
    /// It is no regular file.
    #[error("is {0}, not a file")]
    NotAFile(&'static str),
    /// It has no bytes.
    #[error("is empty")]
    Empty,
    /// It is larger than any plugin.
    #[error("has {0} bytes, too many for a plugin")]
    TooLarge(u64),
    /// It is something else than a shared library.
    #[error("not a shared library ({0})")]
    NotALibrary(String),
    /// It is for another kind of machine or system.
    #[error("built for {met}, this is {expected}")]
    #[non_exhaustive]
    Platform {
        /// What it is for.
        met: String,
        /// What this program runs on.
        expected: String,
    },
    /// Its end is missing.
    #[error("truncated: {what} ends at byte {end} but the file has {len}")]
    #[non_exhaustive]
    Truncated {
        /// What does not fit.
        what: String,
        /// Where that should end.
        end: u64,
        /// How long the file is.
        len: u64,
    },
    /// It contradicts itself.
    #[error("damaged: {0}")]
    Damaged(String),
    /// It is a shared library but no plugin.
    #[error("exports no {}… symbol: not a sayso plugin", abi::SYMBOL_FAMILY)]
    NoEntry,
    /// It is a plugin for another generation of sayso.
    #[error(
        "built for plugin interface {met}, this sayso understands v{} (ABI {}.{})",
        abi::ABI_MAJOR,
        abi::ABI_MAJOR,
        abi::ABI_MINOR
    )]
    #[non_exhaustive]
    Interface {
        /// The interface it is for.
        met: String,
    },
    /// It is a plugin for another version of the interface.
    #[error("built for plugin ABI {}.{}, this sayso understands {}.{}", met.0, met.1, abi::ABI_MAJOR, abi::ABI_MINOR)]
    #[non_exhaustive]
    Abi {
        /// Major and minor version it was built with.
        met: (u16, u16),
    },
    /// Its entry breaks the rules of the interface.
    #[error("its entry `{symbol}` {problem}")]
    #[non_exhaustive]
    Entry {
        /// The entry.
        symbol: String,
        /// What is wrong.
        problem: String,
    },
    /// Two of its entries have the same id.
    #[error("has two entries for the plugin `{0}`")]
    TwoEntries(String),
    /// The system's loader refuses it.
    #[error("cannot be opened: {0}")]
    Open(String),
    /// It says itself that it cannot run.
    #[error("refuses to run: {0}")]
    Refused(String),
    /// Its description of itself breaks the rules of the interface.
    #[error("describes itself wrongly: {0}")]
    Description(String),
    /// Anyone may change it, or put something in its place.
    #[error("anyone may write to {}", .0.display())]
    Writable(PathBuf),
    /// It is not the file that was meant.
    #[error("plugin `{id}` is pinned to the SHA-256 {expected}, this file has {met}")]
    #[non_exhaustive]
    Pin {
        /// The plugin.
        id: String,
        /// The hash that was given.
        expected: Sha,
        /// The file's.
        met: Sha,
    },
    /// Another library with the same plugin comes before.
    #[error("plugin `{id}` is shadowed by {}", by.display())]
    #[non_exhaustive]
    Shadowed {
        /// The plugin.
        id: String,
        /// Where it is taken from instead.
        by: PathBuf,
    },
}
