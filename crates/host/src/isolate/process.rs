//! A process that runs a plugin, seen from this side.

use std::io::{self, ErrorKind, Read, Write};
use std::os::fd::OwnedFd;
use std::os::unix::net::UnixStream;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use serde::Serialize;

use super::Isolation;
use super::end::End;
use super::wire::{self, HEAD, LONGEST, Open};

/// How often a waiting thread looks whether the run is given up.
const LOOK: Duration = Duration::from_millis(100);
/// How long a process may take to end by itself when it is no longer needed.
const GRACE: Duration = Duration::from_millis(500);

/// A process that is killed when it is dropped, unless it ends by itself.
#[derive(Debug)]
pub(crate) struct Process {
    child: Child,
    stream: UnixStream,
    timeout: Duration,
    /// Frames that go out and come in; the memory is used again.
    out: Vec<u8>,
    answer: Vec<u8>,
}

/// Until when to wait.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Deadline<'c> {
    end: Instant,
    cancelled: &'c AtomicBool,
}

impl Process {
    /// Starts a process that holds nothing yet.
    pub(crate) fn start(isolation: &Isolation) -> io::Result<Self> {
        let (stream, theirs) = UnixStream::pair()?;
        let child = Command::new(&isolation.program)
            .args(&isolation.arguments)
            .stdin(Stdio::from(OwnedFd::from(theirs)))
            .spawn()?;
        stream.set_nonblocking(true)?;
        Ok(Self {
            child,
            stream,
            timeout: isolation.timeout,
            out: Vec::new(),
            answer: Vec::new(),
        })
    }

    /// When an answer to what is asked now must be there.
    pub(crate) fn deadline<'c>(&self, cancelled: &'c AtomicBool) -> Deadline<'c> {
        let now = Instant::now();
        let far = now + Duration::from_secs(u32::MAX.into());
        let end = now.checked_add(self.timeout).unwrap_or(far);
        Deadline { end, cancelled }
    }

    /// Has the process open a library.
    pub(crate) fn open(
        &mut self,
        open: &Open,
        library: &[u8],
        deadline: Deadline<'_>,
    ) -> Result<(), End> {
        self.say(open, deadline)?;
        let len = (library.len() as u64).to_le_bytes();
        self.write(&len, deadline)?;
        self.write(library, deadline)
    }

    /// Sends a message.
    pub(crate) fn say(
        &mut self,
        message: &impl Serialize,
        deadline: Deadline<'_>,
    ) -> Result<(), End> {
        let out = std::mem::take(&mut self.out);
        let out = wire::frame(message, out).map_err(|e| End::Nonsense(e.to_string()))?;
        let written = self.write(&out, deadline);
        self.out = out;
        written
    }

    /// The bytes of the next message.
    pub(crate) fn hear(&mut self, deadline: Deadline<'_>) -> Result<&[u8], End> {
        let mut answer = std::mem::take(&mut self.answer);
        answer.clear();
        self.fill(&mut answer, HEAD as u64, deadline)?;
        let len = answer.first_chunk().map_or(0, |h| u64::from_le_bytes(*h));
        if len > LONGEST {
            return Err(End::Nonsense(format!("{len} bytes")));
        }
        answer.clear();
        self.fill(&mut answer, len, deadline)?;
        self.answer = answer;
        Ok(&self.answer)
    }

    /// Reads so many bytes. Memory is taken as they come, not as they are promised.
    fn fill(&mut self, into: &mut Vec<u8>, len: u64, deadline: Deadline<'_>) -> Result<(), End> {
        while (into.len() as u64) < len {
            let rest = len - into.len() as u64;
            match (&self.stream).take(rest).read_to_end(into) {
                Ok(_) if (into.len() as u64) < len => return Err(self.gone()),
                Ok(_) => {}
                Err(error) => self.after(&error, PollFlags::IN, deadline)?,
            }
        }
        Ok(())
    }

    fn write(&mut self, mut bytes: &[u8], deadline: Deadline<'_>) -> Result<(), End> {
        while !bytes.is_empty() {
            match (&self.stream).write(bytes) {
                Ok(written) => bytes = &bytes[written..],
                Err(error) => self.after(&error, PollFlags::OUT, deadline)?,
            }
        }
        Ok(())
    }

    /// What to do after reading or writing stopped: go on, perhaps after some time, or not.
    fn after(
        &mut self,
        error: &io::Error,
        wanted: PollFlags,
        deadline: Deadline<'_>,
    ) -> Result<(), End> {
        match error.kind() {
            ErrorKind::Interrupted => Ok(()),
            ErrorKind::WouldBlock => self.wait(wanted, deadline),
            _ => Err(self.gone()),
        }
    }

    fn wait(&self, wanted: PollFlags, deadline: Deadline<'_>) -> Result<(), End> {
        loop {
            let left = deadline.end.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return Err(End::Late(self.timeout));
            }
            if deadline.cancelled.load(Ordering::Relaxed) {
                return Err(End::Cancelled);
            }
            let pause = left.min(LOOK);
            let pause = Timespec {
                tv_sec: 0,
                // At most `LOOK`, and not nothing: that would be asking in a circle.
                tv_nsec: pause.as_nanos().max(1_000) as _,
            };
            match poll(&mut [PollFd::new(&self.stream, wanted)], Some(&pause)) {
                Ok(0) | Err(rustix::io::Errno::INTR) => {}
                Ok(_) => return Ok(()),
                Err(error) => return Err(End::Io(error.into())),
            }
        }
    }

    /// How the process ended, after its side of the connection was closed.
    fn gone(&mut self) -> End {
        match self.ended_within(GRACE) {
            Ok(Some(status)) => End::Gone(status),
            Ok(None) => End::Deaf,
            Err(error) => End::Io(error),
        }
    }

    fn ended_within(&mut self, grace: Duration) -> io::Result<Option<std::process::ExitStatus>> {
        let begin = Instant::now();
        loop {
            let status = self.child.try_wait()?;
            if status.is_some() || begin.elapsed() > grace {
                return Ok(status);
            }
            thread::sleep(Duration::from_millis(1));
        }
    }

    /// Ends a process from which nothing is expected any more.
    pub(crate) fn kill(mut self) {
        let _ = self.child.kill();
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.stream.shutdown(std::net::Shutdown::Both);
        if !matches!(self.ended_within(GRACE), Ok(Some(_))) {
            let _ = self.child.kill();
            let _ = self.child.wait();
        }
    }
}
