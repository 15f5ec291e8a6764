//! A library that only other processes open.

use std::path::Path;
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex, PoisonError};

use sayso_model::Severity;

use super::Isolation;
use super::end::End;
use super::process::{Deadline, Process};
use super::wire::{self, Described, Open, Reply};
use crate::describe::Description;
use crate::entry::EntryReport;
use crate::error::Reason;
use crate::options::Log;

/// What it takes to start a process for a plugin.
pub(crate) struct Library {
    isolation: Isolation,
    entry: EntryReport,
    /// The library's file name.
    name: std::ffi::OsString,
    /// The bytes that were checked; whatever becomes of the file, these are opened.
    bytes: Arc<[u8]>,
    cancelled: Arc<AtomicBool>,
    log: Option<Log>,
    /// A process that has opened the library and waits for its first use.
    spare: Mutex<Option<Process>>,
}

impl std::fmt::Debug for Library {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Library")
            .field("entry", &self.entry)
            .finish_non_exhaustive()
    }
}

impl Library {
    /// Has a process open the library, and hears from it what the plugin is.
    pub(crate) fn open(
        isolation: Isolation,
        path: &Path,
        bytes: Arc<[u8]>,
        entry: &EntryReport,
        log: Option<Log>,
        cancelled: Arc<AtomicBool>,
    ) -> Result<(Self, Description), Reason> {
        let library = Self {
            isolation,
            entry: entry.clone(),
            name: path.file_name().unwrap_or("plugin".as_ref()).to_owned(),
            bytes,
            cancelled,
            log,
            spare: Mutex::default(),
        };
        let (process, described) = library.start()?;
        let description = describe(described).map_err(Reason::Description)?;
        *library.lock() = Some(process);
        Ok((library, description))
    }

    /// A process that has opened the library.
    pub(crate) fn obtain(&self) -> Result<Process, Reason> {
        let spare = self.lock().take();
        match spare {
            Some(process) => Ok(process),
            None => self.start().map(|(process, _)| process),
        }
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Option<Process>> {
        self.spare.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn start(&self) -> Result<(Process, Described), Reason> {
        let ended = |end: End| Reason::Open(format!("its process {}", self.in_words(&end)));
        let scratch = tempfile::Builder::new()
            .prefix("sayso-plugin-")
            .tempdir()
            .map_err(|error| ended(End::Io(error)))?;
        let mut process = Process::start(&self.isolation).map_err(|e| ended(End::Io(e)))?;
        let deadline = process.deadline(&self.cancelled);
        let open = Open {
            name: self.name.clone(),
            symbol: self.entry.symbol.clone(),
            scratch: scratch.path().as_os_str().to_owned(),
            memory: self.isolation.memory,
        };
        let asked = process.open(&open, &self.bytes, deadline);
        let answer = asked.and_then(|()| {
            self.answer(&mut process, deadline, |reply| match reply {
                Reply::Opened(described) => Ok(Ok(described)),
                Reply::Refused(message) => Ok(Err(message.to_owned())),
                _ => Err("not what was asked"),
            })
        });
        match answer {
            Ok(Ok(described)) => Ok((process, described)),
            Ok(Err(message)) => Err(Reason::Open(message)),
            Err(end) => {
                process.kill();
                Err(ended(end))
            }
        }
    }

    /// What is made of the next message that is not a line for the log.
    pub(crate) fn answer<T>(
        &self,
        process: &mut Process,
        deadline: Deadline<'_>,
        take: impl FnOnce(Reply<'_>) -> Result<T, &'static str>,
    ) -> Result<T, End> {
        loop {
            let bytes = process.hear(deadline)?;
            match postcard::from_bytes::<Reply<'_>>(bytes) {
                Ok(Reply::Log { severity, line }) => self.log(wire::severity(severity), line),
                Ok(reply) => return take(reply).map_err(|e| End::Nonsense(e.to_owned())),
                Err(error) => return Err(End::Nonsense(error.to_string())),
            }
        }
    }

    fn log(&self, severity: Severity, line: &str) {
        match &self.log {
            Some(log) => log(severity, &self.entry.id, line),
            None => crate::api::print_line(&self.entry.id, line),
        }
    }

    pub(crate) fn cancelled(&self) -> &AtomicBool {
        &self.cancelled
    }

    /// What became of a process.
    pub(crate) fn in_words(&self, end: &End) -> String {
        end.in_words(self.isolation.memory)
    }
}

fn describe(said: Described) -> Result<Description, String> {
    Ok(Description {
        reads: said.reads,
        summary: said.summary,
        outputs: said.outputs,
        needs: said.needs,
        rules: said.rules,
        settings_schema: crate::describe::schema(said.schema.as_deref().unwrap_or(""))?,
    })
}
