//! Where a rule is asked: a word or phrase of the word lists, in its sentence.

use sayso_plugin::{Classes, Entry, Reading, Rule, Shape, TokenRange, Tokens, Word};

use crate::domain::Domain;
use crate::grammar::is_mark;
use crate::mark::{Category, Holder, Kind, Mark, strength};
use crate::reach;
use crate::vocabulary::{LIKELY, PREDICATIVE};

/// A word or phrase of the word lists, in its sentence.
#[derive(Clone, Copy, Debug)]
pub struct Anchor<'d> {
    /// The document with its word classes.
    pub reading: &'d Reading<'d>,
    /// The words of the sentence.
    pub sentence: TokenRange,
    /// Its first word.
    pub word: Word<'d>,
    /// What the word lists say of it.
    pub entry: &'d Entry,
    /// What kind of text it stands in.
    pub domain: Domain,
}

impl<'d> Anchor<'d> {
    /// Whether it has one of these classes.
    pub fn has(&self, any: Classes) -> bool {
        self.entry.classes.has(any)
    }

    /// The category that the word lists give it by name.
    pub fn category(&self) -> Option<Category> {
        self.entry.field("category").and_then(Category::named)
    }

    /// Its words.
    pub fn range(&self) -> TokenRange {
        let first = self.word.index() as u32;
        TokenRange::new(first, first + self.entry.len() as u32)
    }

    /// Index of its first word.
    pub fn start(&self) -> usize {
        self.word.index()
    }

    /// Index after its last word.
    pub fn end(&self) -> usize {
        self.word.index() + self.entry.len()
    }

    /// The word at an index, if it is in the sentence.
    pub fn at(&self, index: usize) -> Option<Word<'d>> {
        self.sentence
            .contains(index as u32)
            .then(|| self.reading.word(index))
    }

    /// The n-th word before it (1 is the nearest), if it is in the sentence.
    pub fn before(&self, n: usize) -> Option<Word<'d>> {
        self.at(self.start().checked_sub(n)?)
    }

    /// The word after it, if it is in the sentence.
    pub fn next(&self) -> Option<Word<'d>> {
        self.at(self.end())
    }

    /// The words after it, to the end of the sentence.
    pub fn after(&self) -> Tokens<'d> {
        self.tokens_from(self.end())
    }

    /// The words from an index to the end of the sentence.
    pub fn tokens_from(&self, index: usize) -> Tokens<'d> {
        self.reading
            .slice(TokenRange::new(index as u32, self.sentence.end))
    }

    /// Whether `test` holds of the word before.
    pub fn follows(&self, test: impl Fn(Word<'d>) -> bool) -> bool {
        self.before(1).is_some_and(test)
    }

    /// Whether `test` holds of the word after.
    pub fn precedes(&self, test: impl Fn(Word<'d>) -> bool) -> bool {
        self.next().is_some_and(test)
    }

    /// Whether the word before is this one.
    pub fn follows_word(&self, word: &str) -> bool {
        self.before(1).is_some_and(|before| before.is(word))
    }

    /// Whether the word after is this one.
    pub fn precedes_word(&self, word: &str) -> bool {
        self.next().is_some_and(|next| next.is(word))
    }

    /// Whether no word follows before the next punctuation mark.
    pub fn ends_phrase(&self) -> bool {
        self.next().is_none_or(is_mark)
    }

    /// Whether it is the sentence's first word.
    pub fn begins_sentence(&self) -> bool {
        self.word.has_shape(Shape::SENTENCE_START)
    }

    /// An act of non-commitment by the subject of its verb, which stands before the cue. Its
    /// scope is what comes from `topic` on.
    pub fn non_commitment(&self, rule: &'static Rule, cue: impl Into<Cue>, topic: usize) -> Mark {
        let cue = cue.into();
        Mark {
            scope: reach::after(self, cue.first, topic),
            kind: Kind::Hedge {
                category: Category::NonCommitment,
                strength: strength(self.entry.field("strength").unwrap_or("strong")),
            },
            holder: Holder::Subject(self.start()),
            ..self.hedge(rule, Category::NonCommitment, cue)
        }
    }

    /// The hedging word: that of *highly likely* is *likely*.
    fn core(&self) -> TokenRange {
        let whole = self.range();
        match self.has(LIKELY.or(PREDICATIVE)) {
            true => TokenRange::new(whole.end - 1, whole.end),
            false => whole,
        }
    }

    /// A hedge whose cue runs to `cue_end`, its scope the rest of the clause.
    pub fn hedge(&self, rule: &'static Rule, category: Category, cue: impl Into<Cue>) -> Mark {
        let Cue { first, end } = cue.into();
        let cue = TokenRange::new(first as u32, end as u32);
        Mark {
            rule,
            cue,
            core: self.core(),
            scope: reach::after(self, first, end),
            kind: Kind::Hedge {
                category,
                strength: strength(self.entry.field("strength").unwrap_or("medium")),
            },
            holder: Holder::Surrounding,
        }
    }
}

/// Where a cue begins and ends.
#[derive(Clone, Copy, Debug)]
pub struct Cue {
    /// Index of its first word.
    pub first: usize,
    /// Index after its last word.
    pub end: usize,
}

impl From<std::ops::Range<usize>> for Cue {
    fn from(range: std::ops::Range<usize>) -> Self {
        Self {
            first: range.start,
            end: range.end,
        }
    }
}
