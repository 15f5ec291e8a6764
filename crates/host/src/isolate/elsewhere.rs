//! Systems on which plugins have no processes of their own yet.

use std::io;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use sayso_model::{Diagnostic, Structure};

use super::Isolation;
use super::wire::Item;
use crate::describe::Description;
use crate::emit::Emission;
use crate::entry::EntryReport;
use crate::error::Reason;
use crate::instance::Failure;
use crate::loaded::Loaded;
use crate::options::Log;

/// There is none.
#[derive(Debug)]
pub(crate) enum Library {}

impl Library {
    pub(crate) fn open(
        _: Isolation,
        _: &Path,
        _: Arc<[u8]>,
        _: &EntryReport,
        _: Option<Log>,
        _: Arc<AtomicBool>,
    ) -> Result<(Self, Description), Reason> {
        let text = "processes for plugins are not supported on this system";
        Err(Reason::Open(text.to_owned()))
    }
}

/// There is none.
#[derive(Debug)]
pub(crate) enum Apart {}

impl Apart {
    pub(crate) fn start(_: &Loaded, library: &Library, _: usize) -> Result<Self, Failure> {
        match *library {}
    }

    pub(crate) fn run(
        &mut self,
        _: &Library,
        _: Vec<Item<'_>>,
        _: &mut Emission<'_>,
    ) -> Result<(), Diagnostic> {
        match *self {}
    }
}

/// Fails: there are no processes for plugins on this system.
///
/// # Errors
/// Always.
pub fn serve(_: fn(&str, &mut Structure)) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

/// Does nothing: memory is not limited on this system.
///
/// # Errors
/// Never.
pub fn limit_memory(_: u64) -> io::Result<()> {
    Ok(())
}
