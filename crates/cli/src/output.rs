//! Where results go.

use std::fs::File;
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};

use anstream::AutoStream;
use anyhow::Context;

use crate::args::{Color, Format};
use crate::message::say;

/// Standard output or a file.
#[derive(Debug)]
pub(crate) struct Output {
    target: Target,
    format: Format,
    /// Something was written.
    begun: bool,
}

#[derive(Debug)]
enum Target {
    Standard(io::Stdout),
    File(PathBuf, File),
}

/// Why no more can be written.
#[derive(Debug)]
pub(crate) enum Stopped {
    /// Nobody reads on; nothing is wrong.
    Closed,
    /// It was reported on standard error.
    Failed,
}

impl Output {
    pub(crate) fn new(path: Option<&Path>, format: Format) -> anyhow::Result<Self> {
        let target = match path {
            None => Target::Standard(io::stdout()),
            Some(path) => {
                let file = File::create(path)
                    .with_context(|| format!("cannot write {}", path.display()))?;
                Target::File(path.to_owned(), file)
            }
        };
        Ok(Self {
            target,
            format,
            begun: false,
        })
    }

    /// Whether colours are wanted here.
    pub(crate) fn colour(&self, wanted: Color) -> bool {
        match (wanted, &self.target) {
            (Color::Always, _) => true,
            (Color::Never, _) | (_, Target::File(..)) => false,
            (Color::Auto, Target::Standard(out)) => {
                AutoStream::choice(out) != anstream::ColorChoice::Never
            }
        }
    }

    /// The columns to fill: the terminal's if it is narrower than what pages have.
    pub(crate) fn width(&self, usual: usize) -> usize {
        match &self.target {
            Target::Standard(out) if out.is_terminal() => match terminal_size::terminal_size() {
                Some((width, _)) => usual.min(usize::from(width.0)),
                None => usual,
            },
            _ => usual,
        }
    }

    /// Writes the results of some documents, each of which begins with this format's
    /// [`separator`].
    pub(crate) fn write(&mut self, results: &[u8]) -> Result<(), Stopped> {
        if results.is_empty() {
            return Ok(());
        }
        let results = if self.begun {
            results
        } else {
            self.begun = true;
            self.put(if self.format == Format::Json {
                b"[\n"
            } else {
                b""
            })?;
            results
                .strip_prefix(separator(self.format).as_bytes())
                .unwrap_or(results)
        };
        self.put(results)
    }

    /// Writes what has to come after the last document.
    pub(crate) fn finish(&mut self) -> Result<(), Stopped> {
        if self.format == Format::Json {
            self.put(if self.begun { b"\n]\n" } else { b"[]\n" })?;
        }
        self.flush()
    }

    /// Makes what was written so far visible to readers.
    pub(crate) fn flush(&mut self) -> Result<(), Stopped> {
        let done = match &mut self.target {
            Target::Standard(out) => out.flush(),
            Target::File(_, file) => file.flush(),
        };
        done.map_err(|error| self.stopped(&error))
    }

    fn put(&mut self, bytes: &[u8]) -> Result<(), Stopped> {
        let done = match &mut self.target {
            Target::Standard(out) => out.lock().write_all(bytes),
            Target::File(_, file) => file.write_all(bytes),
        };
        done.map_err(|error| self.stopped(&error))
    }

    fn stopped(&self, error: &io::Error) -> Stopped {
        if error.kind() == io::ErrorKind::BrokenPipe {
            return Stopped::Closed;
        }
        match &self.target {
            Target::Standard(_) => say(format_args!("cannot write to standard output: {error}")),
            Target::File(path, _) => {
                say(format_args!("cannot write to {}: {error}", path.display()));
            }
        }
        Stopped::Failed
    }
}

/// What stands between two documents.
pub(crate) const fn separator(format: Format) -> &'static str {
    match format {
        Format::Text => "\n",
        Format::Json => ",\n",
        Format::Jsonl => "",
    }
}
