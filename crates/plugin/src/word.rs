//! One word as rules see it.

use std::panic::Location;

use sayso_model::folds_to;

use crate::{
    Chunk, Classes, Document, Entry, Quotation, Reading, Shape, Span, Tag, Token, TokenKind,
    VerbGroup, Words,
};

/// One word of a document.
///
/// ```
/// use sayso_plugin::{Shape, Tag};
/// sayso_plugin::testing::with_tokens("Duarte declined.", |tokens| {
///     let name = tokens.first().unwrap();
///     assert!(name.is("duarte") && name.has_shape(Shape::CAPITAL));
///     assert_eq!(name.tag(), Tag::NNP);
///     assert_eq!(tokens.reading().word(1).lemma(), "decline");
/// });
/// ```
#[derive(Clone, Copy)]
pub struct Word<'d> {
    pub(crate) reading: &'d Reading<'d>,
    pub(crate) index: u32,
}

impl<'d> Word<'d> {
    /// Its index among the document's tokens.
    pub fn index(&self) -> usize {
        self.index as usize
    }

    /// The document it is a word of.
    pub fn document(&self) -> &'d Document<'d> {
        self.reading.document
    }

    /// The reading it is a word of.
    pub fn reading(&self) -> &'d Reading<'d> {
        self.reading
    }

    /// The token.
    pub fn token(&self) -> &'d Token {
        match self.reading.watched.tokens.get(self.index as usize) {
            Some(token) => token,
            None => self.watched_token(),
        }
    }

    /// As it is written.
    pub fn form(&self) -> &'d str {
        self.token().span.of(self.reading.document.text)
    }

    /// Its place in the text.
    pub fn span(&self) -> Span {
        self.token().span
    }

    /// What it is.
    pub fn kind(&self) -> TokenKind {
        self.token().kind
    }

    /// Whether it is written so.
    pub fn has_shape(&self, shape: Shape) -> bool {
        self.token().shape.has(shape)
    }

    /// Whether it is this word, given in lower case; case is passed over.
    #[inline(always)]
    #[track_caller]
    pub fn is(&self, word: &str) -> bool {
        match self.reading.watched.tokens.get(self.index as usize) {
            Some(token) => self.reads(token, word),
            None => self.watched_is(word),
        }
    }

    /// Whether it is one of these words.
    #[inline]
    #[track_caller]
    pub fn is_one_of(&self, words: &[&str]) -> bool {
        let Some(token) = self.reading.watched.tokens.get(self.index as usize) else {
            return words.iter().any(|word| self.watched_is(word));
        };
        let text = self.reading.document.text;
        let form = text.as_bytes().get(token.span.range()).unwrap_or_default();
        if !form.is_ascii() {
            return words
                .iter()
                .any(|word| is_letter_by_letter(token.span.of(text), word));
        }
        // Folding changes no length: most words are told apart by it.
        let mut alike = words.iter().filter(|word| word.len() == form.len());
        alike.any(|word| form.eq_ignore_ascii_case(word.as_bytes()))
    }

    /// Whether it is one of a list of words.
    #[inline(always)]
    #[track_caller]
    pub fn is_any(&self, words: &Words) -> bool {
        match self.reading.watched.tokens.get(self.index as usize) {
            Some(token) => words.may_have(token.word) && self.is_one_of(words.all()),
            None => words.all().iter().any(|word| self.watched_is(word)),
        }
    }

    /// Whether its form is this word.
    #[inline]
    pub(crate) fn reads(&self, token: &Token, word: &str) -> bool {
        let text = self.reading.document.text;
        let form = text.as_bytes().get(token.span.range()).unwrap_or_default();
        // The first two letters tell most words apart.
        match (form, word.as_bytes()) {
            (&[a, ..], &[b, ..]) if are_apart(a, b) => false,
            (&[0..128, a, ..], &[0..128, b, ..]) if are_apart(a, b) => false,
            _ => is_letter_by_letter(token.span.of(text), word),
        }
    }

    /// Whether the lexicon has it, or phrases that begin with it; most words are not in there.
    #[inline]
    pub fn is_listed(&self) -> bool {
        self.reading.heads[self.index as usize] != 0
    }

    /// Its entry in the lexicon, as a single word.
    pub fn entry(&self) -> Option<&'d Entry> {
        let lexicon = self.reading.lexicon;
        lexicon.single(self.reading.heads[self.index as usize])
    }

    /// Its classes in the lexicon, as a single word.
    pub fn classes(&self) -> Classes {
        let head = self.reading.heads[self.index as usize];
        self.reading.lexicon.summary(head).single
    }

    /// Whether it has one of these classes.
    #[inline(always)]
    #[track_caller]
    pub fn has(&self, any: Classes) -> bool {
        match self.reading.watched.heads.get(self.index as usize) {
            Some(&head) => self.reading.lexicon.summary(head).single.has(any),
            None => self.has_at(any, Location::caller()),
        }
    }

    /// The longest phrase of the lexicon that begins here, within `limit` words, and has one
    /// of these classes.
    #[inline]
    pub fn phrase(&self, any: Classes, limit: usize) -> Option<&'d Entry> {
        let head = self.reading.heads[self.index as usize];
        if head == 0 {
            return None;
        }
        let summary = self.reading.lexicon.summary(head);
        let next = self.reading.document.tokens.get(self.index as usize + 1)?;
        let may_begin = summary.phrases.has(any) && summary.may_go_on(next.word);
        may_begin.then(|| self.longest_phrase(head, next, any, limit))?
    }

    fn longest_phrase(
        &self,
        head: u32,
        next: &Token,
        any: Classes,
        limit: usize,
    ) -> Option<&'d Entry> {
        let tokens = self.reading.document.tokens;
        let third = tokens.get(self.index as usize + 2).map_or(0, |t| t.word);
        let fits = |[_, b]: [u32; 2]| b == third || b == 0;
        self.reading.lexicon.phrases(head, next.word).find(|entry| {
            fits(entry.next)
                && entry.classes.has(any)
                && entry.len() <= limit
                && entry.words().enumerate().skip(1).all(|(n, word)| {
                    let at = self.index as usize + n;
                    tokens.get(at).is_some_and(|token| self.reads(token, word))
                })
        })
    }

    /// Its part of speech; [`Tag::NONE`] unless the plugin reads the language layer.
    pub fn tag(&self) -> Tag {
        self.reading.document.tag(self.index())
    }

    /// Its lemma; empty unless the plugin reads the language layer.
    pub fn lemma(&self) -> &'d str {
        self.reading.document.lemma(self.index())
    }

    /// The noun-phrase chunk it is in.
    pub fn chunk(&self) -> Option<&'d Chunk> {
        self.reading.document.chunk(self.index())
    }

    /// The verb group it is in.
    pub fn verb_group(&self) -> Option<&'d VerbGroup> {
        self.reading.document.verb_group(self.index())
    }

    /// The innermost quotation it stands in.
    pub fn quotation(&self) -> Option<&'d Quotation> {
        let index = self.token().quotation()?;
        self.reading.document.quotations.get(index)
    }
}

/// Whether a form folds to a word.
fn is_letter_by_letter(form: &str, word: &str) -> bool {
    // Folding changes no length but those of typographic apostrophes (and of letters that word
    // lists have no use for), so most words are told apart by their length.
    if form.len() == word.len() && form.eq_ignore_ascii_case(word) {
        return true;
    }
    if form.is_ascii() {
        return false;
    }
    let plain = word.bytes().all(|byte| byte.is_ascii() && byte != b'\'');
    !plain && folds_to(form, word)
}

/// Whether a character of a text that begins with byte `a` folds to none that begins with `b`.
/// Characters outside ASCII may fold to any.
#[inline]
fn are_apart(a: u8, b: u8) -> bool {
    const CASE: u8 = b'a' ^ b'A';
    a.is_ascii() && (a ^ b) & !CASE != 0
}

impl std::fmt::Debug for Word<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?}", self.form())
    }
}
