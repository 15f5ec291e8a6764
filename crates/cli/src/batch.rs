//! What goes from the reader to the workers.

use std::ops::Range;
use std::sync::Arc;

use sayso_model::{Diagnostic, Severity};

/// Some documents, read but not looked into. Their bytes lie in one buffer, which is used
/// again for a later batch.
#[derive(Debug, Default)]
pub(crate) struct Batch {
    pub(crate) bytes: Vec<u8>,
    pub(crate) jobs: Vec<Job>,
}

/// A buffer that grew larger than this for a long text is not kept.
const KEPT: usize = 4 << 20;

impl Batch {
    pub(crate) fn clear(&mut self) {
        self.jobs.clear();
        self.bytes.clear();
        self.bytes.shrink_to(KEPT);
    }

    pub(crate) fn fail(&mut self, doc: String, code: &'static str, message: impl Into<String>) {
        self.jobs.push(Job::Failed {
            doc,
            problem: problem(code, message),
        });
    }
}

/// A document, or what became of it.
#[derive(Debug)]
pub(crate) enum Job {
    /// A text, not yet known to be UTF-8.
    Text { doc: String, bytes: Range<usize> },
    /// A line of a JSON Lines file.
    Line {
        file: Arc<str>,
        number: u64,
        bytes: Range<usize>,
    },
    /// Something that could not be read.
    Failed { doc: String, problem: Diagnostic },
}

/// Why there is no result for a document.
pub(crate) fn problem(code: &'static str, message: impl Into<String>) -> Diagnostic {
    Diagnostic::new(Severity::Error, code, message)
}

/// Offsets are 32-bit.
pub(crate) const LARGEST: u64 = u32::MAX as u64;

pub(crate) fn too_large() -> Diagnostic {
    problem(
        "too-large",
        "longer than 4 GiB, the longest text that can be read",
    )
}
