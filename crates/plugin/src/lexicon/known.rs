//! What a lexicon has of the words that the host numbers.

use std::sync::atomic::{AtomicU32, Ordering};

/// The heads of the words that the host numbers, as far as they were asked for. All that reads
/// it fills in the same, so that it may be shared.
#[derive(Default)]
pub(super) struct Known(Vec<AtomicU32>);

impl Known {
    /// So many of the most frequent words are remembered.
    const MOST: usize = 1 << 14;
    const UNKNOWN: u32 = u32::MAX;

    pub(super) fn new() -> Self {
        let unknown = || AtomicU32::new(Self::UNKNOWN);
        Self(std::iter::repeat_with(unknown).take(Self::MOST).collect())
    }

    /// The head of the word with a number; 0 is no number.
    #[inline]
    pub(super) fn head(&self, number: u16, find: impl FnOnce() -> u32) -> u32 {
        let Some(known) = self.0.get(usize::from(number)) else {
            return find();
        };
        let head = known.load(Ordering::Relaxed);
        if head != Self::UNKNOWN {
            return head;
        }
        let head = find();
        // What has no number stays unknown.
        if number != 0 {
            known.store(head, Ordering::Relaxed);
        }
        head
    }
}

impl Clone for Known {
    fn clone(&self) -> Self {
        Self::new()
    }
}

impl std::fmt::Debug for Known {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("…")
    }
}
