//! Lemmas by tag: exceptions, then the longest known ending.

pub(crate) mod places;
#[cfg(test)]
mod tests;

use crate::basis::ending;
use crate::basis::inflection::{ALL, LONGEST, NAME, NOTHING, empty, group, inflected};
use crate::name::PROPER;
use crate::name::words::Known;
use crate::tables;
use sayso_model::{Document, Tag, fold_char, word_hash};

/// How a lemma is made of its form; four bytes, so that a document's lemmas can be kept
/// without their texts.
#[repr(C)]
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Lemma {
    /// How many characters of the form's end go; all bits if none stays.
    cut: u8,
    /// Whether what stays keeps its case (names).
    cased: bool,
    /// What comes in place of the end.
    end: u16,
}

impl Lemma {
    /// The lemma of a form with a tag.
    pub fn of(form: &str, tag: Tag) -> Self {
        Self::of_hashed(form, word_hash(form), tag)
    }

    /// [`Lemma::of`], the hash of the folded form being known.
    #[inline]
    pub fn of_hashed(form: &str, hash: u32, tag: Tag) -> Self {
        let plain = Self::unchanged(tag);
        let group = group(tag);
        if plain.cased || !tables::has_lemmas(group.0) {
            return plain;
        }
        if let Some(end) = tables::exception(hash, group.0, form) {
            return Self {
                cut: ALL,
                cased: false,
                end,
            };
        }
        let mut lemma = plain;
        if inflected(group).is_some() {
            let mut key = empty(group);
            for c in form.chars().rev().take(LONGEST) {
                key = ending::longer(key, fold_char(c));
                let Some((cut, end)) = tables::change(key) else {
                    break;
                };
                lemma = Self {
                    cut,
                    cased: false,
                    end,
                };
            }
        }
        lemma
    }

    /// [`Lemma::of_hashed`], where a word list has the lemma under this number.
    #[inline]
    fn of_known(number: u16, form: &str, hash: u32, tag: Tag) -> Self {
        match tables::made(number) {
            Some((cut, end)) => Self {
                cut,
                cased: number == NAME,
                end,
            },
            None => Self::of_hashed(form, hash, tag),
        }
    }

    /// The form itself, in lower case if it is not a name.
    #[inline]
    fn unchanged(tag: Tag) -> Self {
        Self {
            cut: 0,
            cased: tag.is_in(PROPER),
            end: NOTHING,
        }
    }

    /// The number of its text, if nothing of the form stays.
    fn whole(self) -> Option<u16> {
        (self.cut == ALL).then_some(self.end)
    }

    /// How many characters less than the form it has, if it is the beginning of the form.
    fn prefix(self) -> Option<u32> {
        (self.cut != ALL && self.end == NOTHING).then_some(u32::from(self.cut))
    }

    /// Whether it keeps its form's case.
    fn is_cased(self) -> bool {
        self.cased
    }

    /// Adds the lemma's text to a buffer.
    pub fn write(self, form: &str, buffer: &mut String) {
        if self.cut != ALL {
            let keep = match self.cut {
                0 => form.len(),
                cut => form
                    .char_indices()
                    .rev()
                    .nth(cut as usize - 1)
                    .map_or(0, |(at, _)| at),
            };
            if self.cased {
                buffer.push_str(&form[..keep]);
            } else {
                buffer.extend(form[..keep].chars().map(fold_char));
            }
        }
        buffer.push_str(tables::end(self.end));
    }
}

/// The lemma of a form with a tag; `buffer` is overwritten.
///
/// Lemmas are in lower case but for names. They follow CoreNLP: pronouns become their
/// subject form (*them* → *they*), contracted words whole ones (*n't* → *not*, *'re* →
/// *be*), adjectives keep their degree.
///
/// ```
/// use sayso_english::lemma;
/// use sayso_model::Tag;
/// let mut buffer = String::new();
/// assert_eq!(lemma("Said", Tag::VBD, &mut buffer), "say");
/// assert_eq!(lemma("'s", Tag::VBZ, &mut buffer), "be");
/// assert_eq!(lemma("'s", Tag::POS, &mut buffer), "'s");
/// assert_eq!(lemma("ministers", Tag::NNS, &mut buffer), "minister");
/// ```
pub fn lemma<'a>(form: &'a str, tag: Tag, buffer: &'a mut String) -> &'a str {
    buffer.clear();
    Lemma::of(form, tag).write(form, buffer);
    buffer
}

/// The lemmas of a document's tokens; `lemmas` is overwritten.
pub fn lemmas(document: &Document<'_>, tags: &[Tag], lemmas: &mut Vec<Lemma>) {
    let keys = Known::new(document).keys;
    lemmas.clear();
    let tokens = document.tokens.iter().zip(tags).zip(keys);
    lemmas.extend(tokens.map(|((token, &tag), keys)| {
        let form = token.span.of(document.text);
        Lemma::of_known(keys.lemma(tag.0), form, token.word, tag)
    }));
}
