//! The lines of a JSON Lines file.

use std::io::{self, BufRead, BufReader, Read};
use std::sync::Arc;

use crate::batch::{Batch, Job};
use crate::decode::{wide, wide_mark};

/// How much is read at once.
const READ: usize = 256 * 1024;

/// A JSON Lines file that is being read.
pub(crate) struct Lines {
    name: Arc<str>,
    source: BufReader<Box<dyn Read + Send>>,
    /// Lines so far.
    number: u64,
    /// It is a pipe or the like, whose next line may be long in coming.
    waits: bool,
}

/// What reading a line came to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Step {
    /// A line was read.
    Line,
    /// A line was read, and the next one has to be waited for.
    Pause,
    /// There is no more, or no more can be read.
    End,
}

impl Lines {
    pub(crate) fn new(name: &str, source: Box<dyn Read + Send>, waits: bool) -> Self {
        Self {
            name: name.into(),
            source: BufReader::with_capacity(READ, source),
            number: 0,
            waits,
        }
    }

    /// Reads one line into the batch; a blank one is passed over.
    pub(crate) fn step(&mut self, batch: &mut Batch) -> Step {
        let start = batch.bytes.len();
        let read = self.source.read_until(b'\n', &mut batch.bytes);
        match read {
            Ok(0) => return Step::End,
            Ok(_) => self.number += 1,
            Err(error) => {
                batch.bytes.truncate(start);
                batch.fail(self.name.to_string(), "unreadable", reason(&error));
                return Step::End;
            }
        }
        let mut line = &batch.bytes[start..];
        if self.number == 1 {
            if let Some(name) = wide_mark(line) {
                let problem = wide(name);
                let doc = self.name.to_string();
                batch.bytes.truncate(start);
                batch.jobs.push(Job::Failed { doc, problem });
                return Step::End;
            }
            line = line.strip_prefix("\u{feff}".as_bytes()).unwrap_or(line);
        }
        let line = line.trim_ascii_end();
        if line.is_empty() {
            batch.bytes.truncate(start);
        } else {
            let end = start + batch.bytes[start..].trim_ascii_end().len();
            batch.jobs.push(Job::Line {
                file: Arc::clone(&self.name),
                number: self.number,
                bytes: end - line.len()..end,
            });
        }
        if self.waits && !self.source.buffer().contains(&b'\n') {
            Step::Pause
        } else {
            Step::Line
        }
    }
}

/// The reason of an error without the system's number for it.
pub(crate) fn reason(error: &io::Error) -> String {
    let whole = error.to_string();
    match whole.find(" (os error") {
        Some(at) => whole[..at].to_owned(),
        None => whole,
    }
}
