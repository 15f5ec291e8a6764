//! What a claim is like, as far as that tells whether it can be checked.

mod phrases;

use sayso_plugin::{Classes, Clause, Layers, Name, TokenRange, VerbGroup};

use crate::page::Page;
use crate::vocabulary::{FIRST_PERSON, PRIVATE, SHORT};

/// A claim shorter than this is short.
const SHORT_BELOW: usize = 7;

/// The features of a claim, and whether it can be a proposition.
#[derive(Clone, Copy, Debug, Default)]
pub struct Observed {
    /// Its features.
    pub features: Classes,
    /// How many words it has; those of a claim that is not short are not counted to the end.
    pub words: usize,
    /// How many verb groups with a tense or a modal.
    pub finite: usize,
}

impl Observed {
    /// Looks at the words of a claim.
    pub fn of(page: &Page<'_>, phrases: Phrases<'_>, runs: &[TokenRange]) -> Self {
        let mut observed = Self::default();
        for &run in runs {
            observed.read(page, phrases, run);
        }
        // Only the speaker's own life is private; a candidate's husband is news.
        if !observed.features.has(FIRST_PERSON) {
            observed.features.0 &= !PRIVATE.0;
        }
        observed.add(observed.words < SHORT_BELOW, SHORT);
        observed
    }

    fn read(&mut self, page: &Page<'_>, phrases: Phrases<'_>, run: TokenRange) {
        let words = page.document.tokens[run.range()].iter();
        let words = words.filter(|token| token.kind.is_wordlike());
        self.words += words.take(SHORT_BELOW - self.words).count();
        self.features = self.features.or(page.features_in(run));
        for name in within(phrases.names, run, |name| name.tokens) {
            self.name(name);
        }
        for verb in within(phrases.verbs, run, |verb| verb.tokens) {
            self.verb(page, verb);
        }
        for clause in phrases.clauses_of(page, run) {
            self.clause(page, clause);
        }
    }

    fn add(&mut self, holds: bool, feature: Classes) {
        if holds {
            self.features = self.features.or(feature);
        }
    }
}

/// The phrases that begin in a sentence.
#[derive(Clone, Copy, Debug)]
pub struct Phrases<'d> {
    names: &'d [Name],
    /// The verb groups among them.
    pub verbs: &'d [VerbGroup],
    clauses: &'d [Clause],
}

/// As many marks may stand between the beginning of a clause and the run of its words.
const MARKS: u32 = 3;

impl<'d> Phrases<'d> {
    /// All phrases of a document.
    pub fn of(layers: &Layers<'d>) -> Self {
        Self {
            names: layers.names,
            verbs: layers.verbs,
            clauses: layers.clauses,
        }
    }

    /// Takes those that begin before a token.
    pub fn take_before(&mut self, end: u32) -> Self {
        Self {
            names: take_before(&mut self.names, end, |name| name.tokens),
            verbs: take_before(&mut self.verbs, end, |verb| verb.tokens),
            clauses: take_before(&mut self.clauses, end, |clause| clause.tokens),
        }
    }

    /// The clauses that have their verb in a run; a clause may begin before its run, with a
    /// quotation mark.
    pub fn clauses_of(&self, page: &Page<'d>, run: TokenRange) -> impl Iterator<Item = &'d Clause> {
        let verbs = page.document.layers.verbs;
        let before = TokenRange::new(run.first.saturating_sub(MARKS), run.end);
        within(self.clauses, before, |clause| clause.tokens).filter(move |clause| {
            let verb = verbs.get(clause.verb as usize);
            verb.is_some_and(|verb| run.contains(verb.tokens.first))
        })
    }
}

/// Takes the phrases off a list in text order that begin before a token.
fn take_before<'d, T>(rest: &mut &'d [T], end: u32, tokens: impl Fn(&T) -> TokenRange) -> &'d [T] {
    let count = rest.iter().position(|one| tokens(one).first >= end);
    let (taken, left) = rest.split_at(count.unwrap_or(rest.len()));
    *rest = left;
    taken
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
