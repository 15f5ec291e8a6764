//! What a lexicon has of the words that the host numbers.

use std::sync::atomic::{AtomicU16, AtomicU64, Ordering};

/// The heads of the words that the host numbers, as far as they were asked for. All that reads
/// it fills in the same, so that it may be shared.
pub(super) struct Known {
    /// A bit by number for each word that has no head. Most words have none, and these bits take
    /// up little of the cache.
    headless: Vec<AtomicU64>,
    /// By number.
    heads: Vec<AtomicU16>,
}

/// How many numbers there are.
const NUMBERS: usize = 1 << 16;
/// The head of a word that nobody asked for, or whose head is too large a number to be kept.
const UNKNOWN: u16 = u16::MAX;

impl Default for Known {
    fn default() -> Self {
        let unknown = std::iter::repeat_with(|| AtomicU16::new(UNKNOWN));
        let bits = std::iter::repeat_with(AtomicU64::default);
        Self {
            headless: bits.take(NUMBERS / 64).collect(),
            heads: unknown.take(NUMBERS).collect(),
        }
    }
}

impl Known {
    /// Whether the word with a number is known to have no head.
    #[inline]
    pub(super) fn is_headless(&self, number: u16) -> bool {
        let bits = self.headless[usize::from(number / 64)].load(Ordering::Relaxed);
        bits & bit(number) != 0
    }

    /// The head of the word with a number, which is found if it is not known; 0 for none.
    #[inline]
    pub(super) fn head(&self, number: u16, find: impl FnOnce() -> u32) -> u32 {
        let known = self.heads[usize::from(number)].load(Ordering::Relaxed);
        if known != UNKNOWN {
            return known.into();
        }
        let head = find();
        // Many words have no number.
        if number != 0 {
            self.keep(number, head);
        }
        head
    }

    #[inline(never)]
    fn keep(&self, number: u16, head: u32) {
        if head == 0 {
            let bits = &self.headless[usize::from(number / 64)];
            bits.fetch_or(bit(number), Ordering::Relaxed);
        } else {
            let head = head.try_into().unwrap_or(UNKNOWN);
            self.heads[usize::from(number)].store(head, Ordering::Relaxed);
        }
    }
}

/// The bit of a number.
#[inline]
fn bit(number: u16) -> u64 {
    1 << (number % 64)
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
