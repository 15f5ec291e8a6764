//! Short lists of words that stand in the code.

/// A short list of words, given in lower case. A bit of a word's hash tells at once that it is
/// none of them, as most words are.
///
/// ```
/// use sayso_plugin::Words;
/// const SUMMER: &Words = &Words::new(&["june", "july", "august"]);
/// sayso_plugin::testing::with_tokens("In June it rained.", |tokens| {
///     let found: Vec<_> = tokens.words().filter(|word| word.is_any(SUMMER)).collect();
///     assert_eq!(found[0].form(), "June");
///     assert_eq!(found.len(), 1);
/// });
/// assert!(SUMMER.has("july") && !SUMMER.has("May"));
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Words {
    all: &'static [&'static str],
    /// A bit for the hash of each.
    bits: u64,
}

impl Words {
    /// A list of these words.
    pub const fn new(all: &'static [&'static str]) -> Self {
        let (mut bits, mut at) = (0, 0);
        while at < all.len() {
            bits |= bit(hash(all[at]));
            at += 1;
        }
        Self { all, bits }
    }

    /// Whether a word in lower case is among them.
    pub fn has(&self, word: &str) -> bool {
        self.may_have(hash(word)) && self.all.contains(&word)
    }

    /// All of them.
    pub(crate) fn all(&self) -> &'static [&'static str] {
        self.all
    }

    /// Whether a word with this hash may be among them.
    #[inline]
    pub(crate) fn may_have(&self, hash: u32) -> bool {
        self.bits & bit(hash) != 0
    }
}

const fn bit(hash: u32) -> u64 {
    1 << (hash % 64)
}

/// The hash of a word in folded form, as tokens carry it.
const fn hash(word: &str) -> u32 {
    let bytes = word.as_bytes();
    let (mut hash, mut at) = (0x811c_9dc5u32, 0);
    while at < bytes.len() {
        hash = (hash ^ bytes[at] as u32).wrapping_mul(0x0100_0193);
        at += 1;
    }
    hash
}

#[cfg(test)]
mod tests {
    use super::hash;
    use sayso_model::word_hash;

    #[test]
    fn the_hash_is_that_of_tokens() {
        for word in ["", "said", "n't", "—", "écrit"] {
            assert_eq!(hash(word), word_hash(word));
        }
    }
}
