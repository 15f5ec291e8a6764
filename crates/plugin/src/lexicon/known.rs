//! What a lexicon has of the words that the host numbers.

use std::sync::atomic::{AtomicU16, Ordering};

/// The heads of the words that the host numbers, as far as they were asked for. All that reads
/// it fills in the same, so that it may be shared. By number: frequent words have low ones, so
/// that most of what is read stays in the cache.
pub(super) struct Known(Box<[AtomicU16; 1 << 16]>);

/// The head of a word that nobody asked for, or whose head is too large a number to be kept.
pub(super) const UNKNOWN: u32 = u16::MAX as u32;

impl Default for Known {
    fn default() -> Self {
        let unknown = std::iter::repeat_with(|| AtomicU16::new(u16::MAX));
        let heads: Box<[AtomicU16]> = unknown.take(1 << 16).collect();
        Self(heads.try_into().expect("one for each number"))
    }
}

impl Known {
    /// The head of the word with a number; 0 for none, or [`UNKNOWN`].
    #[inline]
    pub(super) fn head(&self, number: u16) -> u32 {
        self.0[usize::from(number)].load(Ordering::Relaxed).into()
    }

    /// Keeps the head of the word with a number. Many words have no number, and share 0.
    #[inline]
    pub(super) fn keep(&self, number: u16, head: u32) {
        if let (1.., Ok(head)) = (number, head.try_into()) {
            self.0[usize::from(number)].store(head, Ordering::Relaxed);
        }
    }
}

impl Clone for Known {
    /// Anew: it will be filled in again.
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl std::fmt::Debug for Known {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("…")
    }
}
