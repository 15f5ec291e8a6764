//! One document after the other: parse, run the plugins, write what they found.

use std::fmt::Arguments;

use sayso_host::{Host, LoadError, Worker};
use sayso_model::{Annotations, Diagnostic, OffsetUnit, Severity, Structure};
use sayso_render::{Recorder, Run, View};

use crate::args::Format;
use crate::batch::Job;
use crate::decode::decode;
use crate::jsonl::{self, Fields, Unread};
use crate::message::called;
use crate::output::separator;
use crate::worthiness;

/// What is to be made of the documents.
#[derive(Clone, Debug)]
pub(crate) struct Task {
    pub(crate) format: Format,
    pub(crate) unit: OffsetUnit,
    /// Claims below this are left out.
    pub(crate) min_check_worthiness: Option<f64>,
    pub(crate) fields: Fields,
    pub(crate) view: View,
    /// Whether each text is headed by its name.
    pub(crate) headers: bool,
    pub(crate) producer: String,
}

/// The results of some documents that follow one another.
#[derive(Debug, Default)]
pub(crate) struct Piece {
    /// What is to be written.
    pub(crate) out: Vec<u8>,
    /// What is to be said on standard error: what is missing from the results.
    pub(crate) errors: Vec<String>,
}

/// A plugin worker and the buffers it needs, for one thread.
pub(crate) struct Bench<'h> {
    worker: Worker<'h>,
    structure: Structure,
    annotations: Annotations,
    selected: Annotations,
    diagnostics: Vec<Diagnostic>,
    page: String,
    recorder: Recorder,
    /// How much the piece before came to, in bytes: the next one will come to as much, more or
    /// less, and is given room so that it need not move as it grows.
    pub(crate) room: usize,
}

impl<'h> Bench<'h> {
    pub(crate) fn new(host: &'h Host) -> Result<Self, LoadError> {
        Ok(Self {
            worker: host.worker()?,
            structure: Structure::default(),
            annotations: Annotations::default(),
            selected: Annotations::default(),
            diagnostics: Vec::new(),
            page: String::new(),
            recorder: Recorder::default(),
            room: 0,
        })
    }

    /// Begins a piece.
    pub(crate) fn piece(&self) -> Piece {
        Piece {
            out: Vec::with_capacity(self.room),
            errors: Vec::new(),
        }
    }

    /// Does one document of a batch with these bytes.
    pub(crate) fn job(&mut self, task: &Task, bytes: &[u8], job: &Job, piece: &mut Piece) {
        match job {
            Job::Failed { doc, problem } => {
                let place = format_args!("{}", called(doc));
                self.unread(task, Some(doc), place, problem, piece);
            }
            Job::Text { doc, bytes: range } => {
                let place = format_args!("{}", called(doc));
                match decode(&bytes[range.clone()]) {
                    Ok(text) => self.document(task, doc, place, text, piece),
                    Err(problem) => self.unread(task, Some(doc), place, &problem, piece),
                }
            }
            Job::Line {
                file,
                number,
                bytes: range,
            } => {
                let place = format_args!("{}:{number}", called(file));
                match jsonl::read(&bytes[range.clone()], &task.fields) {
                    Ok(line) => {
                        let place = format_args!("{place}: {}", line.id);
                        self.document(task, &line.id, place, &line.text, piece);
                    }
                    Err(Unread { id, problem }) => {
                        self.unread(task, id.as_deref(), place, &problem, piece);
                    }
                }
            }
        }
    }

    fn document(
        &mut self,
        task: &Task,
        doc: &str,
        place: Arguments<'_>,
        text: &str,
        piece: &mut Piece,
    ) {
        sayso_parser::parse_into(text, &mut self.structure);
        let document = self.structure.document(text);
        self.annotations.clear();
        self.diagnostics.clear();
        self.diagnostics
            .extend(sayso_parser::diagnostics(&document));
        self.worker
            .run(&document, &mut self.annotations, &mut self.diagnostics);
        if let Some(least) = task.min_check_worthiness {
            worthiness::select(&self.annotations, least, &mut self.selected);
            std::mem::swap(&mut self.annotations, &mut self.selected);
        }
        for diagnostic in &self.diagnostics {
            if diagnostic.severity == Severity::Error {
                piece.errors.push(error(place, diagnostic));
            }
        }
        self.write(task, doc, text, piece);
    }

    /// A document without a text: a record that says why, if it has a name.
    fn unread(
        &mut self,
        task: &Task,
        doc: Option<&str>,
        place: Arguments<'_>,
        problem: &Diagnostic,
        piece: &mut Piece,
    ) {
        piece.errors.push(error(place, problem));
        // In the view for people there is nothing to see of it.
        let Some(doc) = doc.filter(|_| task.format != Format::Text) else {
            return;
        };
        self.structure.clear();
        self.annotations.clear();
        self.diagnostics.clear();
        self.diagnostics.push(problem.clone());
        self.write(task, doc, "", piece);
    }

    fn write(&mut self, task: &Task, doc: &str, text: &str, piece: &mut Piece) {
        let document = self.structure.document(text);
        let (annotations, diagnostics) = (&self.annotations, &self.diagnostics);
        let out = &mut piece.out;
        out.extend_from_slice(separator(task.format).as_bytes());
        if task.format == Format::Text {
            let name = task.headers.then_some(doc);
            self.page.clear();
            sayso_render::text(
                name,
                &document,
                annotations,
                diagnostics,
                &task.view,
                &mut self.page,
            );
            out.extend_from_slice(self.page.as_bytes());
            return;
        }
        let run = Run {
            producer: &task.producer,
            unit: task.unit,
        };
        self.recorder
            .record(run, doc, &document, annotations, diagnostics, out);
        if task.format == Format::Json && out.last() == Some(&b'\n') {
            // A comma may have to follow.
            out.pop();
        }
    }
}

/// A line about a document from which something is missing.
fn error(place: Arguments<'_>, diagnostic: &Diagnostic) -> String {
    match &diagnostic.plugin {
        Some(plugin) => format!("{place}: {plugin}: {}", diagnostic.message),
        None => format!("{place}: {}", diagnostic.message),
    }
}
