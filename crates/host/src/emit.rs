//! The host's side of a sink: takes what a plugin emits.
#![allow(unsafe_code)]

use std::ffi::c_void;
use std::mem::size_of;
use std::panic::{AssertUnwindSafe, catch_unwind};

use sayso_model::{AnnotationId, Annotations, Diagnostic, Severity, Span};
use sayso_plugin::abi;

use crate::api::severity;
use crate::borrow;
use crate::declared::Declared;
use crate::loaded::Loaded;
use crate::trace::Trace;
use crate::validate::{Context, MAX_NAME, Problem, name_of, read};

/// How much all plugins may emit for one document, in bytes; offsets have 32 bits.
const MAX_BYTES: usize = 1 << 28;
/// How many refusals are told one by one.
const MAX_REFUSALS: usize = 10;
/// How many diagnostics of its own a plugin may add to a document.
const MAX_REMARKS: usize = 1_000;
/// The longest message of a diagnostic, in bytes.
const MAX_MESSAGE: usize = 1 << 16;

/// One plugin's run over one document.
#[derive(Debug)]
pub(crate) struct Emission<'r> {
    pub(crate) plugin: &'r Loaded,
    pub(crate) declared: &'r Declared,
    pub(crate) text: &'r str,
    /// The numbers of the earlier annotations that the plugin can see.
    pub(crate) visible: &'r [u32],
    /// How many annotations there were before.
    pub(crate) first: usize,
    /// How many annotations the plugin may emit.
    pub(crate) max_annotations: usize,
    /// How many bytes were emitted for the document so far, by all plugins.
    pub(crate) bytes: &'r mut usize,
    pub(crate) annotations: &'r mut Annotations,
    pub(crate) diagnostics: &'r mut Vec<Diagnostic>,
    /// What rules tell of a place that somebody asked about.
    pub(crate) trace: Option<&'r mut Trace>,
    pub(crate) stopped: bool,
    pub(crate) refusals: usize,
    pub(crate) remarks: usize,
}

impl Emission<'_> {
    /// The sink to give to the plugin; it holds as long as `self` stays where it is.
    pub(crate) fn sink(&mut self) -> abi::Sink {
        let place = self.trace.as_ref().map(|trace| trace.place);
        abi::Sink {
            size: size_of::<abi::Sink>() as u32,
            reserved: 0,
            context: (&raw mut *self).cast(),
            emit,
            diagnostic,
            trace: place.map(|_| trace as _),
            trace_start: place.map_or(0, Span::start),
            trace_end: place.map_or(0, Span::end),
        }
    }

    /// Tells how many refusals were not told.
    pub(crate) fn finish(&mut self) {
        if self.refusals > MAX_REFUSALS {
            let more = self.refusals - MAX_REFUSALS;
            let message = format!("… and {more} more were refused");
            self.tell(Severity::Warning, "invalid-annotation", message);
        }
    }

    /// # Safety
    /// `annotation` must be null or lead to an annotation whose pointers hold; `id` must be
    /// null or lead to a place for a number.
    pub(crate) unsafe fn emit(&mut self, annotation: *const abi::Annotation, id: *mut u32) -> i32 {
        if self.stopped {
            return abi::STOP;
        }
        if self.annotations.len() - self.first >= self.max_annotations {
            let most = self.max_annotations;
            return self.stop(&format!("more than {most} annotations for one document"));
        }
        if *self.bytes > MAX_BYTES {
            return self.stop(&format!("more than {MAX_BYTES} bytes for one document"));
        }
        // SAFETY: promised by the caller.
        match unsafe { self.take(annotation) } {
            Ok(number) => {
                if !id.is_null() && id.is_aligned() {
                    // SAFETY: promised by the caller.
                    unsafe { *id = number.0 };
                }
                abi::OK
            }
            Err(problem) => {
                // SAFETY: promised by the caller.
                self.refuse(&problem, || unsafe { name_of(annotation) });
                abi::REJECTED
            }
        }
    }

    /// # Safety
    /// See [`Self::emit`].
    unsafe fn take(&mut self, annotation: *const abi::Annotation) -> Result<AnnotationId, Problem> {
        // SAFETY: promised by the caller.
        let raw = &unsafe { read(annotation) }?;
        let context = Context {
            plugin: self.plugin,
            declared: self.declared,
            text: self.text,
            visible: self.visible,
            first: self.first,
            next: self.annotations.len(),
        };
        let mut draft = self.annotations.draft();
        // SAFETY: promised by the caller.
        let right = unsafe { context.check(raw, &mut draft) }?;
        *self.bytes += right.weight;
        Ok(draft.finish(right.heading))
    }

    /// # Safety
    /// The texts must hold.
    unsafe fn remark(&mut self, code: u32, name: abi::Str, message: abi::Str, span: (u32, u32)) {
        self.remarks += 1;
        if self.remarks > MAX_REMARKS {
            if self.remarks == MAX_REMARKS + 1 {
                let message = format!("more than {MAX_REMARKS} diagnostics: the rest is left out");
                self.tell(Severity::Warning, "too-many-diagnostics", message);
            }
            return;
        }
        // SAFETY: promised by the caller.
        let texts = unsafe {
            match (
                borrow::text(name, MAX_NAME),
                borrow::bytes(message, MAX_MESSAGE),
            ) {
                (Ok(""), _) => Err("its code is empty".to_owned()),
                (Ok(name), Ok(message)) => Ok((name, String::from_utf8_lossy(message))),
                (Err(fault), _) => Err(format!("its code is {fault}")),
                (_, Err(fault)) => Err(format!("its message is {fault}")),
            }
        };
        match texts {
            Ok((name, message)) => {
                let mut diagnostic =
                    Diagnostic::new(severity(code), name.to_owned(), message.into_owned())
                        .plugin(self.plugin.id());
                diagnostic.span =
                    Span::checked(self.text, span.0, span.1).filter(|span| !span.is_empty());
                self.diagnostics.push(diagnostic);
            }
            Err(problem) => self.refuse(&problem, || "a diagnostic".to_owned()),
        }
    }

    fn refuse(&mut self, problem: &str, what: impl FnOnce() -> String) {
        self.refusals += 1;
        if self.refusals <= MAX_REFUSALS {
            let message = format!("refused {}: {problem}", what());
            self.tell(Severity::Warning, "invalid-annotation", message);
        }
    }

    fn stop(&mut self, what: &str) -> i32 {
        self.stopped = true;
        let message = format!("{what}: what follows is left out");
        self.tell(Severity::Error, "too-many-annotations", message);
        abi::STOP
    }

    fn tell(&mut self, severity: Severity, code: &'static str, message: String) {
        let diagnostic = Diagnostic::new(severity, code, message);
        self.diagnostics.push(diagnostic.plugin(self.plugin.id()));
    }
}

unsafe extern "C" fn emit(
    context: *mut c_void,
    annotation: *const abi::Annotation,
    id: *mut u32,
) -> i32 {
    let work = || {
        // SAFETY: the plugin passes back the context of its sink, within `process`, from one
        // thread; what the annotation leads to holds for the call.
        unsafe { (*context.cast::<Emission<'_>>()).emit(annotation, id) }
    };
    // Nothing in there should panic; if it does, that must not reach the plugin.
    catch_unwind(AssertUnwindSafe(work)).unwrap_or(abi::STOP)
}

unsafe extern "C" fn diagnostic(
    context: *mut c_void,
    severity: u32,
    code: abi::Str,
    message: abi::Str,
    start: u32,
    end: u32,
) {
    let work = || {
        // SAFETY: as for `emit`.
        unsafe {
            (*context.cast::<Emission<'_>>()).remark(severity, code, message, (start, end));
        }
    };
    let _ = catch_unwind(AssertUnwindSafe(work));
}

unsafe extern "C" fn trace(context: *mut c_void, trial: *const abi::Trial) {
    let work = || {
        // SAFETY: as for `emit`.
        unsafe {
            let emission = &mut *context.cast::<Emission<'_>>();
            if let Some(trace) = &mut emission.trace {
                trace.take(emission.plugin.id(), emission.text, trial);
            }
        }
    };
    let _ = catch_unwind(AssertUnwindSafe(work));
}
