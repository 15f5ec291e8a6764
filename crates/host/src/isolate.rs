//! Plugins in processes of their own.
//!
//! With [`Options::isolation`](crate::Options::isolation) a library is not opened in this
//! process. A process of the same program opens it, and its own rules apply there: it has a
//! limit on its memory, and this side waits for its answers for a limited time only. If it
//! crashes, exits, loops or runs out of memory, the plugin's findings for that document are
//! lost, and the next document has a new process.
//!
//! This contains faults; it is no security boundary. A plugin in a process of its own may do
//! all that the user may do: read and write files, open connections, start programs.
//!
//! The two sides speak over a socket that the process has as its standard input. Before the
//! library is opened, the socket is put elsewhere: what the plugin reads from standard input
//! is empty, and what it writes to standard output goes to standard error. Each message is a
//! frame, its length and then its bytes; see [`wire`]. Of a document only the text and the
//! annotations that the plugin reads cross: the other side parses the text again.

#[cfg(unix)]
mod apart;
#[cfg(not(unix))]
mod elsewhere;
#[cfg(unix)]
mod end;
#[cfg(unix)]
mod library;
#[cfg(unix)]
mod process;
#[cfg(unix)]
mod serve;
#[cfg(unix)]
mod solo;
#[cfg_attr(not(unix), allow(dead_code))]
pub(crate) mod wire;

use std::ffi::OsString;
use std::path::PathBuf;
use std::time::Duration;

#[cfg(unix)]
pub(crate) use apart::Apart;
#[cfg(not(unix))]
pub(crate) use elsewhere::{Apart, Library};
#[cfg(not(unix))]
pub use elsewhere::{limit_memory, serve};
#[cfg(unix)]
pub(crate) use library::Library;
#[cfg(unix)]
pub use serve::{limit_memory, serve};

/// How libraries are run in processes of their own.
#[derive(Clone, Debug)]
pub struct Isolation {
    /// The program to start; it must call [`serve`] at once.
    pub program: PathBuf,
    /// Its arguments.
    pub arguments: Vec<OsString>,
    /// How long one document may take, with parsing and transfer, and how long opening the
    /// library may take.
    pub timeout: Duration,
    /// The most memory that a process may map, in bytes, its program and libraries included.
    pub memory: u64,
}
