//! What a claim is like, as far as that tells whether it can be checked.

mod phrases;

use sayso_plugin::{
    Chunk, ChunkFlags, Classes, Clause, Document, Lexicon, Reading, Tag, TokenKind, TokenRange,
};

use crate::vocabulary::{
    ADDRESS, COMPARISON, DATE, FIRST_PERSON, INFINITIVE, MONEY, NUMBER, OPINION, PRIVATE, QUESTION,
    SCALE, SHORT, SUPERLATIVE, WH, classes_of,
};

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
    pub fn of(reading: &Reading<'_>, lexicon: &Lexicon, runs: &[TokenRange]) -> Self {
        let mut observed = Self::default();
        for &run in runs {
            observed.read(reading, lexicon, run);
        }
        // Only the speaker's own life is private; a candidate's husband is news.
        if !observed.features.has(FIRST_PERSON) {
            observed.features.0 &= !PRIVATE.0;
        }
        observed.add(observed.words < SHORT_BELOW, SHORT);
        observed
    }

    fn read(&mut self, reading: &Reading<'_>, lexicon: &Lexicon, run: TokenRange) {
        let document = reading.document;
        for index in run.range() {
            self.words += usize::from(document.tokens[index].kind.is_wordlike());
            let listed = classes_of(reading, lexicon, index);
            self.features = self.features.or(listed);
            // *The best plan* compares nothing.
            if !listed.has(OPINION) {
                self.features = self.features.or(tagged(document, index));
            }
        }
        let layers = &document.layers;
        for name in within(layers.names, run, |name| name.tokens) {
            self.name(name);
        }
        for verb in within(layers.verbs, run, |verb| verb.tokens) {
            self.verb(reading, lexicon, verb);
        }
        for clause in clauses(document, run) {
            self.clause(reading, lexicon, clause);
        }
    }

    fn add(&mut self, holds: bool, feature: Classes) {
        if holds {
            self.features = self.features.or(feature);
        }
    }
}

/// What a word's tag tells.
fn tagged(document: &Document<'_>, index: usize) -> Classes {
    match document.tag(index) {
        Tag::CD => number(document, index),
        Tag::DOLLAR => MONEY,
        Tag::JJR | Tag::RBR => COMPARISON,
        Tag::JJS | Tag::RBS => SUPERLATIVE,
        Tag::UH => ADDRESS,
        Tag::WP | Tag::WRB => WH,
        Tag::TO if document.tag(index + 1) == Tag::VB => INFINITIVE,
        Tag::STOP if document.form(index).starts_with('?') => QUESTION,
        _ => Classes::NONE,
    }
}

/// A number: a date, `one` (which is more often a pronoun), a large or another number.
fn number(document: &Document<'_>, index: usize) -> Classes {
    let token = &document.tokens[index];
    let form = document.form(index);
    let year = form.len() == 4 && (form.starts_with("19") || form.starts_with("20"));
    let is_time = |chunk: &Chunk| chunk.flags.has(ChunkFlags::TIME);
    match () {
        () if year || document.chunk(index).is_some_and(is_time) => DATE,
        () if form.eq_ignore_ascii_case("one") => Classes::NONE,
        () if token.kind == TokenKind::NUMBER && is_large(form) => NUMBER.or(SCALE),
        () => NUMBER,
    }
}

/// Whether a number written in digits is a thousand or more.
fn is_large(form: &str) -> bool {
    let whole = form.bytes().take_while(|&byte| byte != b'.');
    whole.filter(u8::is_ascii_digit).count() >= 4
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
