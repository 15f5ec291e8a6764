//! The word lists of the parser, read from `data/`.

use std::sync::LazyLock;

use sayso_model::{same_folded, word_hash};

/// Words that seldom stand in a name and often begin a sentence.
pub(crate) static STARTERS: LazyLock<WordList> =
    LazyLock::new(|| WordList::new(include_str!("../data/starters.txt")));

/// Finite forms of verbs of reporting.
pub(crate) static REPORTING: LazyLock<WordList> =
    LazyLock::new(|| WordList::new(include_str!("../data/reporting.txt")));

/// Words that begin with an apostrophe for the letters they have lost.
pub(crate) static ELISIONS: LazyLock<WordList> =
    LazyLock::new(|| WordList::new(include_str!("../data/elisions.txt")));

/// The entries of a data file, found by hash.
pub(crate) struct WordList {
    /// Each line by the hash of its first word, in the order of hashes.
    entries: Vec<(u32, &'static str)>,
    /// Bits of the hashes: most words are in no list, and one look tells so.
    filter: [u64; 64],
}

impl WordList {
    /// Reads one entry a line; `#` begins a comment line.
    pub(crate) fn new(data: &'static str) -> Self {
        let mut entries: Vec<_> = lines(data)
            .map(|line| (word_hash(first_word(line)), line))
            .collect();
        entries.sort_unstable();
        let mut filter = [0; 64];
        for &(hash, _) in &entries {
            filter[hash as usize % 64] |= 1 << (hash >> 26);
        }
        Self { entries, filter }
    }

    /// Whether a word of this hash may be in the list.
    pub(crate) fn may_have(&self, hash: u32) -> bool {
        self.filter[hash as usize % 64] >> (hash >> 26) & 1 != 0
    }

    /// The line whose first word is this one, regardless of case.
    pub(crate) fn find(&self, word: &str) -> Option<&'static str> {
        let hash = word_hash(word);
        if !self.may_have(hash) {
            return None;
        }
        let first = self.entries.partition_point(|&(h, _)| h < hash);
        self.entries[first..]
            .iter()
            .take_while(|&&(h, _)| h == hash)
            .map(|&(_, line)| line)
            .find(|line| same_folded(first_word(line), word))
    }

    /// Whether the word is in the list, regardless of case.
    pub(crate) fn contains(&self, word: &str) -> bool {
        self.find(word).is_some()
    }
}

/// The entries of a data file.
pub(crate) fn lines(data: &'static str) -> impl Iterator<Item = &'static str> {
    data.lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
}

fn first_word(line: &str) -> &str {
    line.split(' ').next().unwrap_or(line)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn data_is_sorted_and_unique() {
        for data in [
            include_str!("../data/abbreviations.txt"),
            include_str!("../data/elisions.txt"),
            include_str!("../data/reporting.txt"),
            include_str!("../data/starters.txt"),
        ] {
            let words: Vec<_> = lines(data).map(first_word).collect();
            for pair in words.windows(2) {
                assert!(pair[0] < pair[1], "{} before {}", pair[0], pair[1]);
            }
            assert!(data.starts_with("# "), "a data file tells where it is from");
        }
    }

    #[test]
    fn words_are_found_in_any_case() {
        assert!(REPORTING.contains("Said"));
        assert!(ELISIONS.contains("’tis"));
        assert!(!STARTERS.contains("Trump"));
    }
}
