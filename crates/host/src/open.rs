//! Opens libraries whose bytes were checked.
#![allow(unsafe_code)]

use std::path::Path;

use sayso_plugin::abi;

use crate::entry::EntryReport;
use crate::error::Reason;

/// A library that is open and stays so until the program ends.
#[derive(Debug)]
pub(crate) struct Opened {
    #[cfg(unix)]
    library: &'static libloading::os::unix::Library,
}

#[cfg(unix)]
impl Opened {
    /// Opens a private copy of `bytes`, named after `path`.
    ///
    /// What is opened is what was checked, even if the file is replaced meanwhile; and
    /// overwriting the file later does not pull it from under the running program.
    pub(crate) fn open(path: &Path, bytes: &[u8]) -> Result<Self, Reason> {
        use std::os::unix::fs::PermissionsExt;
        // Removed when this function is left; an open library lives on without its file.
        let folder = tempfile::Builder::new()
            .prefix("sayso-plugin-")
            .permissions(std::fs::Permissions::from_mode(0o700))
            .tempdir()
            .map_err(|error| not_written(&error))?;
        Self::open_in(folder.path(), path, bytes)
    }

    /// The same, with a copy in a folder that the caller removes.
    pub(crate) fn open_in(folder: &Path, path: &Path, bytes: &[u8]) -> Result<Self, Reason> {
        use libloading::os::unix::{Library, RTLD_LOCAL, RTLD_NOW};

        let name = path.file_name().unwrap_or("plugin".as_ref());
        let copy = folder.join(name);
        std::fs::write(&copy, bytes).map_err(|error| not_written(&error))?;
        // Not lazily: a missing symbol shall show now, not end the program later.
        // SAFETY: the file is a whole library for this machine with a plugin's entry. That
        // its initialisers behave is what using a plugin means.
        match unsafe { Library::open(Some(&copy), RTLD_NOW | RTLD_LOCAL) } {
            // Never closed: threads may still have destructors in it to run, and what it
            // lent us is used until the end.
            Ok(library) => Ok(Self {
                library: Box::leak(Box::new(library)),
            }),
            Err(error) => Err(Reason::Open(message(&error, &copy, name.as_ref()))),
        }
    }

    /// The entry of this symbol, as it is in memory.
    pub(crate) fn entry(&self, report: &EntryReport) -> Result<&'static abi::Entry, Reason> {
        let wrong = |problem: &str| Reason::Entry {
            symbol: report.symbol.clone(),
            problem: problem.to_owned(),
        };
        // SAFETY: the symbol is data; its address is all that is asked for.
        let address = unsafe {
            self.library
                .get::<*const abi::Entry>(report.symbol.as_str())
        }
        .map_err(|error| Reason::Open(error.to_string()))?
        .as_raw_ptr()
        .cast::<abi::Entry>()
        .cast_const();
        if address.is_null() || !address.is_aligned() {
            return Err(wrong("is at a null or misaligned address"));
        }
        // SAFETY: the file was checked to have a whole entry under this symbol, of which
        // every bit pattern but a null function is valid; the library stays open.
        let bytes: &[u8; size_of::<abi::Entry>()] = unsafe { &*address.cast() };
        if bytes[std::mem::offset_of!(abi::Entry, get)..]
            .iter()
            .take(size_of::<usize>())
            .all(|&b| b == 0)
        {
            return Err(wrong("has no function `get`"));
        }
        if EntryReport::read(&report.symbol, bytes)? != *report {
            return Err(wrong("is not in memory what it is in the file"));
        }
        // SAFETY: as above, and `get` is not null.
        Ok(unsafe { &*address })
    }
}

#[cfg(unix)]
fn not_written(error: &std::io::Error) -> Reason {
    Reason::Open(format!("its private copy cannot be written: {error}"))
}

/// What the loader says, without the name of the private copy, which is gone already.
#[cfg(unix)]
fn message(error: &libloading::Error, copy: &Path, name: &Path) -> String {
    use std::error::Error;
    let mut message = match error.source() {
        Some(source) => source.to_string(),
        None => error.to_string(),
    };
    message = message.replace(&*copy.to_string_lossy(), &name.to_string_lossy());
    if message.contains("failed to map segment") {
        message.push_str(" (if the temporary folder is mounted noexec, set TMPDIR to another)");
    }
    message
}

#[cfg(not(unix))]
impl Opened {
    pub(crate) fn open(_: &Path, _: &[u8]) -> Result<Self, Reason> {
        Err(Reason::Open(
            "libraries are not supported on this system".to_owned(),
        ))
    }

    pub(crate) fn entry(&self, _: &EntryReport) -> Result<&'static abi::Entry, Reason> {
        unreachable!("no library is ever opened")
    }
}
