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
        match trace::on() {
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
        match trace::on() {
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
        if trace::on() {
            trace::tested(*self, met, &|| step.to_string(), place);
        }
        met
    }
}

/// Classes by some words that have them.
fn such_as(reading: &Reading<'_>, any: Classes) -> String {
    let entries = reading.lexicon.entries().iter();
    let mut lemmas: Vec<&str> = entries
        .filter(|entry| entry.classes.has(any))
        .map(|entry| &*entry.lemma)
        .collect();
    lemmas.dedup();
    let shown = lemmas.iter().take(3).map(|lemma| format!("“{lemma}”"));
    match shown.collect::<Vec<_>>().join(", ") {
        none if none.is_empty() => "a word of the lists".to_owned(),
        words => format!("a word such as {words}"),
    }
}
