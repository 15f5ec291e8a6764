//! The other side: a process that runs one plugin for a host.

use std::fs::File;
use std::io::{self, BufReader, ErrorKind, Read, Write};
use std::os::fd::AsFd;
use std::os::unix::net::UnixStream;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, poll};
use rustix::process::{Resource, Rlimit, setrlimit};
use sayso_model::{Document, NewAnnotation, Span, Structure};
use serde::Serialize;

use super::solo::Solo;
use super::wire::{self, Described, HEAD, Item, Job, Open, Remark, Reply, Request, Tried};
use crate::check;
use crate::describe::Description;
use crate::error::Reason;
use crate::instance::Failure;
use crate::loaded::{FoundBy, Loaded, Origin};
use crate::open::Opened;
use crate::options::Log;

/// Parses a text into a structure.
pub type Parse = fn(&str, &mut Structure);

/// Runs one plugin for a [`Host`](crate::Host) in another process, until that closes the
/// connection.
///
/// For programs named by [`Isolation`](super::Isolation). Call it first thing: it takes
/// standard input, over which the host speaks, and turns standard output into standard error.
///
/// # Errors
/// Standard input is no connection to a host, or the host says what makes no sense.
pub fn serve(parse: Parse) -> io::Result<()> {
    let stream = take_standard_input()?;
    watch(&stream)?;
    let mut reader = BufReader::with_capacity(1 << 16, stream.try_clone()?);
    let voice = Arc::new(Voice {
        stream: Mutex::new((stream, Vec::new())),
    });
    let mut buffer = Vec::new();
    let Some(bytes) = hear(&mut reader, &mut buffer)? else {
        return Ok(());
    };
    let open: Open = postcard::from_bytes(bytes).map_err(io::Error::other)?;
    limit_memory(open.memory)?;
    let Some(library) = hear(&mut reader, &mut buffer)? else {
        return Ok(());
    };
    let loaded = match load(&open, library, Arc::clone(&voice)) {
        Ok(loaded) => loaded,
        Err(reason) => return voice.say(&Reply::Refused(&reason.to_string())),
    };
    voice.say(&Reply::Opened(described(&loaded.description)))?;
    attend(loaded, parse, &mut reader, &mut buffer, &voice)
}

/// Answers requests.
fn attend(
    mut loaded: Loaded,
    parse: Parse,
    reader: &mut impl Read,
    buffer: &mut Vec<u8>,
    voice: &Voice,
) -> io::Result<()> {
    let max = {
        let Some(bytes) = hear(reader, buffer)? else {
            return Ok(());
        };
        match postcard::from_bytes(bytes).map_err(io::Error::other)? {
            Request::Create {
                settings,
                max_annotations,
            } => {
                loaded.settings = settings.to_owned();
                max_annotations as usize
            }
            Request::Run(_) => return Err(io::Error::other("not set up")),
        }
    };
    let mut solo = match Solo::new(&loaded, max) {
        Ok(solo) => solo,
        Err(failure) => return voice.say(&Reply::Refused(&Failure::in_words(&failure))),
    };
    voice.say(&Reply::Created)?;
    let mut structure = Structure::default();
    while let Some(bytes) = hear(reader, buffer)? {
        let Request::Run(job) = postcard::from_bytes(bytes).map_err(io::Error::other)? else {
            return Err(io::Error::other("set up twice"));
        };
        parse(job.text, &mut structure);
        run(&mut solo, &structure.document(job.text), &job, voice)?;
    }
    Ok(())
}

fn run(
    solo: &mut Solo<'_>,
    document: &Document<'_>,
    job: &Job<'_>,
    voice: &Voice,
) -> io::Result<()> {
    solo.annotations.clear();
    solo.diagnostics.clear();
    // Numbers stay what they are: what the plugin does not read is there, but empty.
    for item in &job.earlier {
        while (solo.annotations.len() as u32) < item.id {
            solo.annotations.push(&NewAnnotation::default());
        }
        item.push(&mut solo.annotations);
    }
    while (solo.annotations.len() as u32) < job.first {
        solo.annotations.push(&NewAnnotation::default());
    }
    let failure = solo
        .run(document, job.bytes as usize, job.place.map(place))
        .err();
    let trials = solo.trials();
    let found = solo.annotations.iter().skip(job.first as usize);
    voice.say(&Reply::Done {
        found: found.map(Item::of).collect(),
        remarks: solo.diagnostics.iter().map(Remark::of).collect(),
        failure: failure.as_ref().map(Remark::of),
        trials: trials.iter().map(Tried::of).collect(),
    })
}

fn place((start, end): (u32, u32)) -> Span {
    Span::new(start, end.max(start))
}

/// Opens the library and asks the plugin what it is.
fn load(open: &Open, library: &[u8], voice: Arc<Voice>) -> Result<Loaded, Reason> {
    let entries = check::entries(library)?;
    let entry = entries.into_iter().find(|e| e.symbol == open.symbol);
    let entry = entry.ok_or(Reason::NoEntry)?;
    let name = Path::new(&open.name);
    let opened = Opened::open_in(Path::new(&open.scratch), name, library)?;
    let log: Log = Arc::new(move |severity, _, line: &str| {
        // The host may be gone.
        let severity = wire::severity_code(severity);
        let _ = voice.say(&Reply::Log { severity, line });
    });
    let origin = Origin::File {
        path: name.to_owned(),
        found_by: FoundBy::Explicit,
    };
    Loaded::here(
        opened.entry(&entry)?,
        entry,
        origin,
        Some(log),
        Arc::default(),
    )
}

fn described(description: &Description) -> Described {
    Described {
        reads: description.reads,
        summary: description.summary.clone(),
        outputs: description.outputs.clone(),
        needs: description.needs.clone(),
        rules: description.rules.clone(),
        schema: description
            .settings_schema
            .as_ref()
            .map(ToString::to_string),
    }
}

/// The connection; the plugin will find nothing on its standard input, and what it prints
/// does not come between.
fn take_standard_input() -> io::Result<UnixStream> {
    let stream = UnixStream::from(io::stdin().as_fd().try_clone_to_owned()?);
    stream.peer_addr()?;
    rustix::stdio::dup2_stdin(File::open("/dev/null")?)?;
    rustix::stdio::dup2_stdout(io::stderr())?;
    Ok(stream)
}

/// Ends the process if the host is gone and the plugin does not come back.
fn watch(stream: &UnixStream) -> io::Result<()> {
    let stream = stream.try_clone()?;
    let watch = move || {
        let gone = PollFlags::HUP;
        while let Err(rustix::io::Errno::INTR) = poll(&mut [PollFd::new(&stream, gone)], None) {}
        thread::sleep(Duration::from_secs(1));
        std::process::exit(1);
    };
    thread::Builder::new().stack_size(1 << 17).spawn(watch)?;
    Ok(())
}

/// Limits how much memory this process may map, in bytes, and keeps it from leaving a file
/// when it crashes.
///
/// # Errors
/// The system refuses, as it does for more than it would allow.
pub fn limit_memory(memory: u64) -> io::Result<()> {
    let most = |most| Rlimit {
        current: Some(most),
        maximum: Some(most),
    };
    // No file for every crash.
    let _ = setrlimit(Resource::Core, most(0));
    // Not every system can limit this.
    match setrlimit(Resource::As, most(memory)) {
        Err(error) if cfg!(target_os = "linux") => Err(error.into()),
        _ => Ok(()),
    }
}

/// The next message; `None` if there will be none.
fn hear<'b>(reader: &mut impl Read, buffer: &'b mut Vec<u8>) -> io::Result<Option<&'b [u8]>> {
    let mut head = [0; HEAD];
    match reader.read_exact(&mut head) {
        Err(error) if error.kind() == ErrorKind::UnexpectedEof => return Ok(None),
        other => other?,
    }
    buffer.clear();
    let len = u64::from_le_bytes(head);
    reader.take(len).read_to_end(buffer)?;
    // A host that ended in the middle of a message is gone too.
    Ok((buffer.len() as u64 == len).then_some(buffer))
}

/// What is said to the host, from any thread.
struct Voice {
    stream: Mutex<(UnixStream, Vec<u8>)>,
}

impl Voice {
    fn say(&self, message: &impl Serialize) -> io::Result<()> {
        let mut guard = self.stream.lock().unwrap_or_else(PoisonError::into_inner);
        let (stream, buffer) = &mut *guard;
        let frame = wire::frame(message, std::mem::take(buffer)).map_err(io::Error::other)?;
        stream.write_all(&frame)?;
        *buffer = frame;
        Ok(())
    }
}
