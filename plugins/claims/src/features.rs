//! What a claim is like, as far as that tells whether it can be checked.

mod phrases;

use sayso_plugin::{Classes, Clause, Document, TokenRange};

use crate::page::Page;
use crate::vocabulary::{FIRST_PERSON, PRIVATE, SHORT};

/// A claim shorter than this is short.
const SHORT_BELOW: usize = 7;

/// The features of a claim, and whether it can be a proposition.
#[derive(Clone, Copy, Debug, Default)]
pub struct Observed {
    /// Its features.
    pub features: Classes,
    /// How many words it has.
    pub words: usize,
    /// How many verb groups with a tense or a modal.
    pub finite: usize,
}

impl Observed {
    /// Looks at the words of a claim.
    pub fn of(page: &Page<'_>, runs: &[TokenRange]) -> Self {
        let mut observed = Self::default();
        for &run in runs {
            observed.read(page, run);
        }
        // Only the speaker's own life is private; a candidate's husband is news.
        if !observed.features.has(FIRST_PERSON) {
            observed.features.0 &= !PRIVATE.0;
        }
        observed.add(observed.words < SHORT_BELOW, SHORT);
        observed
    }

    fn read(&mut self, page: &Page<'_>, run: TokenRange) {
        let document = page.document;
        let words = document.tokens[run.range()].iter();
        self.words += words.filter(|token| token.kind.is_wordlike()).count();
        self.features = self.features.or(page.features_in(run));
        let layers = &document.layers;
        for name in within(layers.names, run, |name| name.tokens) {
            self.name(name);
        }
        for verb in within(layers.verbs, run, |verb| verb.tokens) {
            self.verb(page, verb);
        }
        for clause in clauses(document, run) {
            self.clause(page, clause);
        }
    }

    fn add(&mut self, holds: bool, feature: Classes) {
        if holds {
            self.features = self.features.or(feature);
        }
    }
}

/// As many marks may stand between the beginning of a clause and the run of its words.
const MARKS: u32 = 3;

/// The clauses that have their verb in a run; a clause may begin before its run, with a quotation
/// mark.
pub fn clauses<'d>(document: &Document<'d>, run: TokenRange) -> impl Iterator<Item = &'d Clause> {
    let layers = document.layers;
    let before = TokenRange::new(run.first.saturating_sub(MARKS), run.end);
    within(layers.clauses, before, |clause| clause.tokens).filter(move |clause| {
        let verb = layers.verbs.get(clause.verb as usize);
        verb.is_some_and(|verb| run.range().contains(&(verb.tokens.first as usize)))
    })
}

/// The phrases of a list in text order that begin in a run.
pub fn within<T>(
    all: &[T],
    run: TokenRange,
    tokens: impl Fn(&T) -> TokenRange,
) -> impl Iterator<Item = &T> {
    let first = all.partition_point(|one| tokens(one).first < run.first);
    let rest = all[first..].iter();
    rest.take_while(move |one| tokens(one).first < run.end)
}
