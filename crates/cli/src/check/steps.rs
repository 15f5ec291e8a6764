//! What is looked at, one step after the other.

use super::texts::{LONG, TEXTS};

/// A step.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Step {
    /// The file, without running any of its code.
    File,
    /// What the plugin writes to standard output.
    Prints,
    /// The library is opened, the plugin set up.
    Opens,
    /// What the plugin says of itself.
    Declares,
    /// The text of this number.
    Text(usize),
    /// Several threads find what one finds.
    Threads,
    /// The long text of this number.
    Long(usize),
    /// What was declared is emitted.
    Emits,
    /// Instances are destroyed, and the process ends.
    Ends,
}

impl Step {
    /// Those that a process does, in order.
    pub(crate) fn all(quick: bool) -> Vec<Self> {
        let mut all = vec![Self::Opens, Self::Declares];
        all.extend((0..TEXTS.len()).map(Self::Text));
        all.push(Self::Threads);
        if !quick {
            all.extend((0..LONG.len()).map(Self::Long));
        }
        all.extend([Self::Emits, Self::Ends]);
        all
    }

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::File => "file",
            Self::Prints => "prints",
            Self::Opens => "opens",
            Self::Declares => "declares",
            Self::Text(_) => "text",
            Self::Threads => "threads",
            Self::Long(_) => "long text",
            Self::Emits => "emits",
            Self::Ends => "ends",
        }
    }

    /// The name of its text.
    pub(crate) fn text(self) -> Option<&'static str> {
        match self {
            Self::Text(at) => Some(TEXTS[at].name),
            Self::Long(at) => Some(LONG[at].name),
            _ => None,
        }
    }
}
