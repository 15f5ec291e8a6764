//! What the rules read: a document with its tags and the classes of its words.

use std::ops::Range;

use sayso_model::{Document, Shape, Span, Tag, TokenRange};

use super::mark::{self, Mark};
use super::words::{Classes, Known};

/// A document with a tag and the word classes for each token. Cheap to copy.
///
/// All questions about a token past the document's end are answered as for no token.
#[derive(Clone, Copy)]
pub struct Page<'d> {
    document: &'d Document<'d>,
    tags: &'d [Tag],
    classes: &'d [Classes],
    marks: &'d [u64],
}

impl<'d> Page<'d> {
    /// Looks up the classes of all words. `buffer` is cleared and filled; keep it for the
    /// next document. Tokens without a tag are read as having none.
    pub fn new(document: &'d Document<'d>, tags: &'d [Tag], buffer: &'d mut Vec<u64>) -> Self {
        *buffer = Known::new(document).classes;
        Self::known(document, tags, buffer)
    }

    /// [`Page::new`], the buffer having the classes of the words already.
    pub(crate) fn known(
        document: &'d Document<'d>,
        tags: &'d [Tag],
        buffer: &'d mut Vec<u64>,
    ) -> Self {
        let len = buffer.len().min(tags.len());
        buffer.truncate(len);
        // What is tagged as a mark is no word of any class.
        for (classes, tag) in buffer.iter_mut().zip(tags) {
            *classes *= u64::from(tag.0 < Tag::POUND.0);
        }
        // The marks stand behind the classes.
        buffer.resize(len + mark::sets(len), 0);
        let (classes, marks) = buffer.split_at_mut(len);
        mark::fill(tags, classes, marks);
        Self {
            document,
            tags,
            classes,
            marks,
        }
    }

    /// How many tokens there are.
    pub fn len(&self) -> usize {
        self.document.tokens.len()
    }

    /// Whether there is no token.
    pub fn is_empty(&self) -> bool {
        self.document.tokens.is_empty()
    }

    /// The sentences as ranges of tokens.
    pub(crate) fn sentences(self) -> impl DoubleEndedIterator<Item = Range<usize>> + 'd {
        let len = self.len();
        let clip = move |run: TokenRange| {
            let end = (run.end as usize).min(len);
            (run.first as usize).min(end)..end
        };
        self.document.sentences.iter().map(move |s| clip(s.tokens))
    }

    #[inline]
    pub(crate) fn tag(&self, at: usize) -> Tag {
        self.tags.get(at).copied().unwrap_or(Tag::NONE)
    }

    #[inline]
    pub(crate) fn tag_in(&self, at: usize, set: u64) -> bool {
        self.tag(at).is_in(set)
    }

    /// The classes of a word.
    #[inline]
    pub(crate) fn classes(&self, at: usize) -> Classes {
        self.classes.get(at).copied().unwrap_or(0)
    }

    /// Whether a word has one of these classes.
    #[inline]
    pub(crate) fn has(&self, at: usize, any: Classes) -> bool {
        self.classes(at) & any != 0
    }

    /// The first token from `at` on and before `end` that has a mark; `end` if none has.
    #[inline]
    pub(crate) fn next(&self, mark: Mark, at: usize, end: usize) -> usize {
        mark::next(self.marks, mark, at, end)
    }

    /// The hash of a word; 0 past the end.
    #[inline]
    pub(crate) fn word(&self, at: usize) -> u32 {
        self.document.tokens.get(at).map_or(0, |t| t.word)
    }

    /// Whether a word is one of these, given by their hashes. Used for function words only,
    /// which no other English word shares its hash with.
    #[inline]
    pub(crate) fn is(&self, at: usize, any: &[u32]) -> bool {
        any.contains(&self.word(at))
    }

    pub(crate) fn form(&self, at: usize) -> &'d str {
        self.document.form(at)
    }

    pub(crate) fn has_shape(&self, at: usize, shape: Shape) -> bool {
        let token = self.document.tokens.get(at);
        token.is_some_and(|t| t.shape.has(shape))
    }

    /// The end of a run of tokens without the commas and stops behind it.
    pub(crate) fn content_end(&self, first: usize, mut end: usize) -> usize {
        const MARKS: u64 = Tag::COMMA.bit() | Tag::STOP.bit() | Tag::COLON.bit();
        let lowest = first.max(end.saturating_sub(4));
        while end > lowest && self.tag_in(end - 1, MARKS) {
            end -= 1;
        }
        end
    }

    /// The text from one token to before another.
    pub(crate) fn text(&self, first: usize, end: usize) -> &'d str {
        let span: Span = self.document.span(run(first, end));
        span.of(self.document.text)
    }
}

/// A run of tokens by index.
pub(crate) fn run(first: usize, end: usize) -> TokenRange {
    TokenRange::new(first as u32, end as u32)
}
