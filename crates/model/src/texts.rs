//! A text that grows without moving.

use std::ops::Deref;

/// A text that is added to. What was added stays at its address until all is forgotten: memory
/// that has become too small is kept beside the larger one.
#[derive(Debug, Default)]
pub(crate) struct Texts {
    text: String,
    outgrown: Vec<String>,
}

/// Room for the texts of most documents.
const LEAST: usize = 1 << 14;

impl Texts {
    #[inline]
    pub(crate) fn push(&mut self, text: &str) {
        if self.text.capacity() - self.text.len() < text.len() {
            self.grow(text.len());
        }
        self.text.push_str(text);
    }

    #[cold]
    fn grow(&mut self, more: usize) {
        let room = (self.text.len() + more).next_power_of_two();
        let mut larger = String::with_capacity(room.max(LEAST));
        larger.push_str(&self.text);
        let outgrown = std::mem::replace(&mut self.text, larger);
        self.outgrown.push(outgrown);
    }

    /// Forgets all but the first `len` bytes, which stay where they are.
    pub(crate) fn truncate(&mut self, len: usize) {
        self.text.truncate(len);
    }

    /// Forgets all but keeps the memory.
    pub(crate) fn clear(&mut self) {
        self.text.clear();
        self.outgrown.clear();
    }
}

impl Deref for Texts {
    type Target = str;

    fn deref(&self) -> &str {
        &self.text
    }
}

impl Clone for Texts {
    fn clone(&self) -> Self {
        let mut copy = Self::default();
        copy.clone_from(self);
        copy
    }

    /// Keeps the memory of what is overwritten.
    fn clone_from(&mut self, other: &Self) {
        self.clear();
        self.push(other);
    }
}

#[cfg(test)]
mod tests {
    use super::{LEAST, Texts};

    #[test]
    fn what_was_added_stays_where_it_is() {
        let mut texts = Texts::default();
        texts.push("first");
        let address = texts.as_ptr();
        for _ in 0..LEAST {
            texts.push("more");
        }
        texts.truncate(LEAST);
        assert_ne!(texts.as_ptr(), address);
        assert!(texts.outgrown.iter().any(|text| text.as_ptr() == address));
        assert_eq!(&texts[..9], "firstmore");
        texts.clear();
        assert!(texts.is_empty() && texts.outgrown.is_empty());
    }
}
