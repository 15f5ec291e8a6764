//! The word lists as a hash table that is laid out when the crate is compiled.

/// A set of word classes; the bits are in [`super::words`].
pub(crate) type Classes = u64;

/// One word or phrase: its hash, where it stands in its list, and its classes.
#[derive(Clone, Copy)]
pub(crate) struct Entry {
    pub hash: u32,
    pub list: u8,
    pub len: u8,
    pub start: u32,
    pub classes: Classes,
}

/// Open addressing: a slot holds an entry's index plus one, 0 is empty.
pub(crate) struct Table<const ENTRIES: usize, const SLOTS: usize> {
    pub entries: [Entry; ENTRIES],
    pub slots: [u16; SLOTS],
    pub len: usize,
}

/// The hash of a phrase from the hash of the words before and that of the next word.
pub(crate) const fn join(before: u32, next: u32) -> u32 {
    (before.rotate_left(5) ^ next).wrapping_mul(0x9e37_79b1)
}

/// The hash of a single word as the model has it (FNV-1a over the folded form's bytes).
pub(crate) const fn hash(word: &str) -> u32 {
    hash_of(word.as_bytes(), 0, word.len())
}

const fn hash_of(text: &[u8], start: usize, end: usize) -> u32 {
    let mut hash = 0x811c_9dc5u32;
    let mut at = start;
    while at < end {
        hash = (hash ^ text[at] as u32).wrapping_mul(0x0100_0193);
        at += 1;
    }
    hash
}

/// The hash of words that single spaces part.
const fn phrase_hash(text: &[u8], start: usize, end: usize) -> u32 {
    let mut hash = 0;
    let mut first = true;
    let mut word = start;
    let mut at = start;
    while at <= end {
        if at == end || text[at] == b' ' {
            let next = hash_of(text, word, at);
            hash = if first { next } else { join(hash, next) };
            first = false;
            word = at + 1;
        }
        at += 1;
    }
    hash
}

impl<const ENTRIES: usize, const SLOTS: usize> Table<ENTRIES, SLOTS> {
    /// Reads word lists: lines of words that commas part, a tab, and names of classes that
    /// spaces part; what stands behind a second tab is a comment.
    pub const fn new(lists: &[&str], class_names: &[&str]) -> Self {
        let nothing = Entry {
            hash: 0,
            list: 0,
            len: 0,
            start: 0,
            classes: 0,
        };
        let mut table = Self {
            entries: [nothing; ENTRIES],
            slots: [0; SLOTS],
            len: 0,
        };
        let mut list = 0;
        while list < lists.len() {
            let text = lists[list].as_bytes();
            let mut start = 0;
            while start < text.len() {
                let end = find(text, start, text.len(), b'\n');
                if start < end && text[start] != b'#' {
                    table.add_line(lists, list, start, end, class_names);
                }
                start = end + 1;
            }
            list += 1;
        }
        table
    }

    const fn add_line(
        &mut self,
        lists: &[&str],
        list: usize,
        start: usize,
        end: usize,
        class_names: &[&str],
    ) {
        let text = lists[list].as_bytes();
        let tab = find(text, start, end, b'\t');
        assert!(tab < end, "a line without a tab");
        let classes = classes(text, tab + 1, find(text, tab + 1, end, b'\t'), class_names);
        let mut word = start;
        while word < tab {
            while text[word] == b' ' {
                word += 1;
            }
            let stop = find(text, word, tab, b',');
            self.add_word(lists, list, word, stop, classes);
            word = stop + 1;
        }
    }

    const fn add_word(
        &mut self,
        lists: &[&str],
        list: usize,
        start: usize,
        end: usize,
        classes: Classes,
    ) {
        let text = lists[list].as_bytes();
        let hash = phrase_hash(text, start, end);
        let mut slot = hash as usize & (SLOTS - 1);
        while self.slots[slot] != 0 {
            let known = &mut self.entries[self.slots[slot] as usize - 1];
            let other = lists[known.list as usize].as_bytes();
            if known.hash == hash
                && same(
                    other,
                    known.start as usize,
                    known.len as usize,
                    text,
                    start,
                    end,
                )
            {
                known.classes |= classes;
                return;
            }
            slot = (slot + 1) & (SLOTS - 1);
        }
        self.entries[self.len] = Entry {
            hash,
            list: list as u8,
            len: (end - start) as u8,
            start: start as u32,
            classes,
        };
        self.len += 1;
        self.slots[slot] = self.len as u16;
    }
}

/// The first place of a byte, or the end.
const fn find(text: &[u8], start: usize, end: usize, byte: u8) -> usize {
    let mut at = start;
    while at < end && text[at] != byte {
        at += 1;
    }
    at
}

const fn same(a: &[u8], at: usize, len: usize, b: &[u8], start: usize, end: usize) -> bool {
    if len != end - start {
        return false;
    }
    let mut index = 0;
    while index < len {
        if a[at + index] != b[start + index] {
            return false;
        }
        index += 1;
    }
    true
}

const fn classes(text: &[u8], start: usize, end: usize, names: &[&str]) -> Classes {
    let mut classes = 0;
    let mut at = start;
    while at < end {
        let stop = find(text, at, end, b' ');
        let mut number = 0;
        while !same(
            names[number].as_bytes(),
            0,
            names[number].len(),
            text,
            at,
            stop,
        ) {
            number += 1;
            assert!(number < names.len(), "an unknown class");
        }
        classes |= 1 << number;
        at = stop + 1;
    }
    classes
}
