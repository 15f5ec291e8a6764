//! A word or phrase of a word list.

use std::sync::Arc;

use sayso_model::fold_char;

use crate::Classes;

/// A word or phrase of a [`Lexicon`](crate::Lexicon).
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Entry {
    /// The first form on its line: the one that stands for all.
    pub lemma: Arc<str>,
    /// Its classes, those of all lines that have it.
    pub classes: Classes,
    /// Its place in [`Lexicon::entries`](crate::Lexicon::entries).
    pub index: usize,
    /// Hashes of its second and third word; 0 for none.
    pub(crate) next: [u32; 2],
    /// Its words in folded form, with a blank between two.
    pub(super) form: Box<str>,
    /// How many words it has.
    pub(super) len: usize,
    /// Shared by the forms of a line; none if there are no fields.
    pub(super) fields: Option<Arc<Fields>>,
}

/// Names and values.
pub(super) type Fields = Vec<(Box<str>, Box<str>)>;

impl Entry {
    /// How many words it has.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Never: an entry has at least one word.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// Its words, lower-cased.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.form.split(' ')
    }

    pub(super) fn first_word(&self) -> &str {
        match self.len {
            1 => &self.form,
            _ => self.words().next().unwrap_or_default(),
        }
    }

    /// The value of `name=value` on its line.
    pub fn field(&self, name: &str) -> Option<&str> {
        let found = self.fields.as_ref()?.iter().find(|(n, _)| &**n == name)?;
        Some(&found.1)
    }
}

/// The words of a form, folded, with a blank between two; and how many there are.
pub(super) fn fold(form: &str) -> (Box<str>, usize) {
    let mut folded = String::with_capacity(form.len());
    let mut len = 0;
    for word in form.split_whitespace() {
        if len > 0 {
            folded.push(' ');
        }
        len += 1;
        let start = folded.len();
        match word.is_ascii() {
            true => folded.push_str(word),
            false => folded.extend(word.chars().map(fold_char)),
        }
        folded[start..].make_ascii_lowercase();
    }
    (folded.into(), len)
}
