//! Words that somebody watches being looked at.
//!
//! A [`Reading`] has its tokens twice. Tests of words go through [`Watched`], which is empty
//! while somebody asks what rules look for; then the check of the index, which has to be made
//! in any case, leads here. So the question costs nothing when nobody asks it.

use std::panic::Location;

use crate::pattern::Step;
use crate::{Classes, Reading, Token, Word, trace};

/// What tests of words look into.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Watched<'d> {
    pub(crate) tokens: &'d [Token],
    pub(crate) heads: &'d [u32],
}

impl<'d> Watched<'d> {
    pub(crate) fn new(tokens: &'d [Token], heads: &'d [u32]) -> Self {
        match trace::traced() {
            true => Self {
                tokens: &[],
                heads: &[],
            },
            false => Self { tokens, heads },
        }
    }
}

impl<'d> Word<'d> {
    #[cold]
    pub(crate) fn watched_token(&self) -> &'d Token {
        &self.reading.document.tokens[self.index()]
    }

    #[cold]
    #[track_caller]
    pub(crate) fn watched_is(&self, word: &str) -> bool {
        let met = self.reads(self.watched_token(), word);
        trace::tested(*self, met, &|| format!("“{word}”"), Location::caller());
        met
    }

    /// What [`Word::has`] asks, on behalf of a parser that was made at `place`.
    #[inline(always)]
    pub(crate) fn has_for(&self, any: Classes, place: &'static Location<'static>) -> bool {
        match trace::traced() {
            true => self.has_at(any, place),
            false => self.classes().has(any),
        }
    }

    #[cold]
    pub(crate) fn has_at(&self, any: Classes, place: &'static Location<'static>) -> bool {
        let met = self.classes().has(any);
        trace::tested(*self, met, &|| such_as(self.reading, any), place);
        met
    }

    /// Tells of a step's outcome; `place` is where the step was made.
    #[inline(always)]
    pub(crate) fn told(&self, met: bool, step: Step, place: &'static Location<'static>) -> bool {
        if trace::traced() {
            trace::tested(*self, met, &|| step.to_string(), place);
        }
        met
    }
}

/// How many words stand for a class.
const NAMED: usize = 3;

/// Classes by some words that have them.
fn such_as(reading: &Reading<'_>, any: Classes) -> String {
    let mut named: Vec<&str> = Vec::new();
    for entry in reading.lexicon.entries() {
        if entry.classes.has(any) && !named.contains(&&*entry.lemma) {
            named.push(&entry.lemma);
        }
        if named.len() == NAMED {
            break;
        }
    }
    match named.is_empty() {
        true => "a word of the lists".to_owned(),
        false => format!("a word such as “{}”", named.join("”, “")),
    }
}
