//! Reads documents, some at a time, from files, folders and standard input.

use std::collections::VecDeque;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use crate::args::InputFormat;
use crate::batch::{Batch, Job, LARGEST, too_large};
use crate::lines::{Lines, Step, reason};
use crate::walk::{Walk, has_extension};

/// How much makes a batch: whichever is reached first.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Limits {
    pub(crate) documents: usize,
    pub(crate) bytes: usize,
}

/// Reads the documents of all paths, in order.
pub(crate) struct Reader {
    paths: VecDeque<PathBuf>,
    format: Option<InputFormat>,
    limits: Limits,
    folder: Option<Folder>,
    lines: Option<Lines>,
}

/// A folder that is being read.
struct Folder {
    doc: String,
    walk: Walk,
    /// It has a file of the kind looked for, or one that could not be looked into.
    found: bool,
}

const TEXT: &[&str] = &["txt"];
const LINES: &[&str] = &["jsonl", "ndjson"];

/// The path that stands for standard input, or for standard output.
pub(crate) fn is_standard(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// Whether a file is JSON Lines by its name.
pub(crate) fn has_lines(path: &Path) -> bool {
    has_extension(path, LINES)
}

/// The extensions of the files that are read in folders.
fn wanted(format: Option<InputFormat>) -> &'static [&'static str] {
    match format {
        Some(InputFormat::Jsonl) => LINES,
        _ => TEXT,
    }
}

/// Whether a file of a folder is read, by its name.
pub(crate) fn is_wanted(path: &Path, format: Option<InputFormat>) -> bool {
    has_extension(path, wanted(format))
}

impl Reader {
    pub(crate) fn new(paths: Vec<PathBuf>, format: Option<InputFormat>, limits: Limits) -> Self {
        Self {
            paths: paths.into(),
            format,
            limits,
            folder: None,
            lines: None,
        }
    }

    /// Reads the next documents into an empty batch. Gives whether there may be more.
    pub(crate) fn fill(&mut self, batch: &mut Batch) -> bool {
        loop {
            if batch.jobs.len() >= self.limits.documents || batch.bytes.len() >= self.limits.bytes {
                return true;
            }
            if let Some(lines) = &mut self.lines {
                match lines.step(batch) {
                    Step::Line => {}
                    Step::Pause if batch.jobs.is_empty() => {}
                    Step::Pause => return true,
                    Step::End => self.lines = None,
                }
            } else if let Some(folder) = &mut self.folder {
                match folder.walk.next() {
                    Some(Ok(path)) => self.file_of_folder(&path, batch),
                    Some(Err((path, error))) => {
                        folder.found = true;
                        batch.fail(name(&path), "unreadable", reason(&error));
                    }
                    None => self.leave_folder(batch),
                }
            } else if let Some(path) = self.paths.pop_front() {
                self.path(&path, batch);
            } else {
                return false;
            }
        }
    }

    fn path(&mut self, path: &Path, batch: &mut Batch) {
        let doc = name(path);
        if is_standard(path) {
            let source = io::stdin();
            match self.format {
                Some(InputFormat::Jsonl) => {
                    self.lines = Some(Lines::new(&doc, Box::new(source), true));
                }
                _ => read_text(doc, source, None, batch),
            }
            return;
        }
        match fs::metadata(path) {
            Ok(metadata) if metadata.is_dir() => match Walk::new(path) {
                Ok(walk) => {
                    self.folder = Some(Folder {
                        doc,
                        walk,
                        found: false,
                    });
                }
                Err(error) => batch.fail(doc, "unreadable", reason(&error)),
            },
            Ok(_) => self.file(path, self.format, batch),
            Err(error) => batch.fail(doc, "unreadable", reason(&error)),
        }
    }

    fn file_of_folder(&mut self, path: &Path, batch: &mut Batch) {
        if !is_wanted(path, self.format) {
            return;
        }
        if let Some(folder) = &mut self.folder {
            folder.found = true;
        }
        self.file(path, self.format.or(Some(InputFormat::Text)), batch);
    }

    fn leave_folder(&mut self, batch: &mut Batch) {
        if let Some(folder) = self.folder.take().filter(|folder| !folder.found) {
            let files: Vec<_> = wanted(self.format)
                .iter()
                .map(|e| format!("*.{e}"))
                .collect();
            let message = format!("no {} file in this folder", files.join(" or "));
            batch.fail(folder.doc, "no-documents", message);
        }
    }

    fn file(&mut self, path: &Path, format: Option<InputFormat>, batch: &mut Batch) {
        let doc = name(path);
        let opened = File::open(path).and_then(|file| Ok((file.metadata()?, file)));
        let (metadata, file) = match opened {
            Ok(opened) => opened,
            Err(error) => return batch.fail(doc, "unreadable", reason(&error)),
        };
        let lines = match format {
            Some(format) => format == InputFormat::Jsonl,
            None => has_lines(path),
        };
        if lines {
            self.lines = Some(Lines::new(&doc, Box::new(file), !metadata.is_file()));
        } else {
            let size = metadata.is_file().then_some(metadata.len());
            read_text(doc, file, size, batch);
        }
    }
}

/// A document's name: its path as it was given.
fn name(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

/// Reads a whole text of which the size may be known.
fn read_text(doc: String, source: impl Read, size: Option<u64>, batch: &mut Batch) {
    if size.is_some_and(|size| size > LARGEST) {
        let problem = too_large();
        batch.jobs.push(Job::Failed { doc, problem });
        return;
    }
    let start = batch.bytes.len();
    // One byte more, so that the end is met without growing.
    let room = size.map_or(0, |size| size as usize + 1);
    if batch.bytes.try_reserve(room).is_err() {
        return batch.fail(doc, "too-large", "not enough memory");
    }
    match source.take(LARGEST + 1).read_to_end(&mut batch.bytes) {
        Ok(read) if read as u64 > LARGEST => {
            batch.bytes.truncate(start);
            let problem = too_large();
            batch.jobs.push(Job::Failed { doc, problem });
        }
        Ok(_) => {
            let bytes = start..batch.bytes.len();
            batch.jobs.push(Job::Text { doc, bytes });
        }
        Err(error) => {
            batch.bytes.truncate(start);
            batch.fail(doc, "unreadable", reason(&error));
        }
    }
}
