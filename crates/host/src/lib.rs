//! Finds, checks, loads, orders and runs plugins.
//!
//! [`Host::load`] looks for plugins where [`Options`] say, checks each file before any of its
//! code runs, opens it, and puts the plugins into the order their needs ask for. A
//! [`Worker`] has one instance of each and runs them over one document after the other; what
//! they emit is checked before it is taken, and a plugin that fails costs its own findings
//! only.
//!
//! This is the only crate that opens libraries. A library is opened as a private copy of the
//! bytes that were checked and is never closed again. What cannot be survived in one process:
//! a plugin that corrupts memory, exits, overflows its stack, or loops without heeding
//! [`Host::cancel`]. For that there is [`Isolation`]: libraries in processes of their own.

mod api;
mod borrow;
mod check;
mod clock;
mod declared;
mod describe;
mod discover;
mod elf;
mod emit;
mod entry;
mod error;
mod host;
mod instance;
mod isolate;
mod loaded;
mod open;
mod options;
mod order;
mod settings;
mod trace;
mod trust;
mod validate;
mod views;
mod worker;

pub use check::inspect;
pub use entry::{EntryReport, FileReport};
pub use error::{LoadError, Reason, Rejected};
pub use host::Host;
pub use isolate::{Isolation, limit_memory, serve};
pub use loaded::{FoundBy, Loaded, Need, Origin, Output, Rule};
pub use options::{Log, Options};
pub use trace::Trial;
pub use trust::Sha;
pub use worker::Worker;
