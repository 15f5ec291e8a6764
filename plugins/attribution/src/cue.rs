//! Cues: verbs that attribute, with what belongs to their group.

use sayso_plugin::{Classes, Entry, Shape, TokenKind, TokenRange, Word};

use crate::page::{Page, run};
use crate::words::*;

/// A cue verb with its auxiliaries, negation and adverbs.
#[derive(Clone, Copy, Debug)]
pub struct Cue<'d> {
    /// The first token of the group.
    pub first: usize,
    /// The verb, or the first word of a phrase.
    pub verb: usize,
    /// After the verb or phrase.
    pub end: usize,
    /// The verb's entry in the word lists.
    pub entry: &'d Entry,
    /// "did not say", "never said".
    pub negated: bool,
    /// "was told", "is expected".
    pub passive: bool,
    /// An -ing form without auxiliary: "saying".
    pub participle: bool,
    /// "would", "could", "will", "can" is in the group.
    pub modal: bool,
}

impl<'d> Cue<'d> {
    /// The cue at a token, if it is one and used as a verb.
    pub fn at(page: &Page<'d>, index: usize) -> Option<Self> {
        let word = page.outside(index)?;
        let limit = page.len() - index;
        let (entry, len) = match word.phrase(CUE, limit) {
            Some(phrase) => (phrase, phrase.len()),
            None => (word.entry().filter(|e| e.classes.has(CUE))?, 1),
        };
        if is_noun(page, word) {
            return None;
        }
        let mut cue = Cue {
            first: index,
            verb: index,
            end: index + len,
            entry,
            negated: false,
            passive: false,
            participle: word.form().ends_with("ing"),
            modal: false,
        };
        cue.take_group(page);
        Some(cue)
    }

    /// Whether the verb stands in one of these frames.
    pub fn has(&self, frames: Classes) -> bool {
        self.entry.classes.has(frames)
    }

    /// The tokens of the group.
    pub fn tokens(&self) -> TokenRange {
        run(self.first, self.end)
    }

    /// The act the verb performs.
    pub fn act(&self) -> &'d str {
        self.entry.field("act").unwrap_or("say")
    }

    /// Takes auxiliaries, negation and adverbs before the verb into the group.
    fn take_group(&mut self, page: &Page<'d>) {
        let mut be = false;
        while let Some(before) = self.first.checked_sub(1).and_then(|i| page.outside(i)) {
            let group = AUXILIARY.or(NEGATION);
            let belongs = before.has(group) || is_adverb(before);
            if !belongs || before.index() < page.around(self.verb).first as usize {
                break;
            }
            if before.is("'s") && !before.has(SUBJECT) && !self.participle && !self.is_past(page) {
                break;
            }
            be |= [
                "is", "are", "was", "were", "be", "been", "being", "am", "'re", "'m",
            ]
            .iter()
            .any(|form| before.is(form));
            self.modal |= ["would", "could", "will", "can", "wo", "ca", "'d", "'ll"]
                .iter()
                .any(|form| before.is(form));
            self.negated |= before.has(NEGATION);
            self.first -= 1;
        }
        // Adverbs at the edge belong to the group only behind an auxiliary ("has also said")
        // or between source and verb ("he later said"); at the start of a sentence they do not.
        while self.first < self.verb
            && is_adverb(page.word(self.first))
            && page.word(self.first).has_shape(Shape::SENTENCE_START)
        {
            self.first += 1;
        }
        self.passive = be && !self.participle && self.is_past(page);
        self.participle &= !be;
    }

    fn is_past(&self, page: &Page<'d>) -> bool {
        let form = page.word(self.verb).form();
        !self.entry.lemma.eq_ignore_ascii_case(form) && !form.ends_with('s')
    }
}

/// Whether a word is an adverb, by list or by its ending.
pub fn is_adverb(word: Word<'_>) -> bool {
    word.has(ADVERB) || (word.form().len() > 4 && word.form().ends_with("ly") && !word.has(CUE))
}

/// Whether a word that could be a cue verb is used as a noun or adjective here.
fn is_noun(page: &Page<'_>, word: Word<'_>) -> bool {
    let capital = word.has_shape(Shape::CAPITAL) && !word.has_shape(Shape::SENTENCE_START);
    if capital && !word.has_shape(Shape::ALL_CAPITALS) {
        return true;
    }
    let form = word.form();
    // "The letter read": some verbs have a past like the base.
    let is_base = word
        .entry()
        .is_some_and(|e| word.is(&e.lemma) && e.field("past") != Some("same"));
    let is_third = form.ends_with('s') && !is_base;
    // "Figures show …": a sentence hardly begins with such a verb.
    let opens = is_third && word.has_shape(Shape::SENTENCE_START);
    let Some(before) = word.index().checked_sub(1).and_then(|i| page.outside(i)) else {
        return opens;
    };
    let after_determiner =
        before.has(DETERMINER.or(POSSESSIVE)) && !before.has(PRONOUN.or(WH_WORD).or(PRONOMINAL));
    let after_preposition =
        before.has(PREPOSITION) && !before.has(SUBORDINATOR) && !form.ends_with("ing");
    let possessed = before.is("'s") && (is_base || is_third);
    let of_something = (is_base || is_third) && page.is(word.index() + 1, "of") && !word.has(ABOUT);
    opens
        || after_determiner
        || after_preposition
        || possessed
        || of_something
        || is_base && !may_precede_base(page, before)
        || is_third && !may_precede_third(before)
}

/// Whether a present-tense verb without -s may stand behind this word: a plural, "we",
/// "would", an adverb.
fn may_precede_base(page: &Page<'_>, before: Word<'_>) -> bool {
    if before.kind() != TokenKind::WORD && before.kind() != TokenKind::CLITIC {
        return before.kind() != TokenKind::NUMBER;
    }
    if before.has(AUXILIARY.or(NEGATION).or(COORDINATOR).or(RELATIVE)) || is_adverb(before) {
        return true;
    }
    if before.has(PRONOUN) {
        return !before.has(SINGULAR) && !before.is("it");
    }
    let plural = before.form().ends_with('s') && !before.form().ends_with("ss");
    let irregular = [
        "police", "people", "men", "women", "media", "many", "some", "few", "both", "others", "who",
    ]
    .iter()
    .any(|p| before.is(p));
    let list = (before.index().saturating_sub(3)..before.index()).any(|i| page.is(i, "and"));
    plural || irregular || list && before.has_shape(Shape::CAPITAL)
}

/// Whether a verb with -s may stand behind this word: a singular.
fn may_precede_third(before: Word<'_>) -> bool {
    if before.has(PRONOUN) {
        return before.has(SINGULAR) || before.is("it");
    }
    if before.has(COORDINATOR.or(AUXILIARY).or(NEGATION)) {
        return before.has(COORDINATOR);
    }
    let form = before.form();
    let plural = form.ends_with('s') && !form.ends_with("ss") && !form.ends_with("us");
    !plural || before.has_shape(Shape::CAPITAL) || before.has(ADVERB)
}
