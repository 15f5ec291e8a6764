//! Looks for one step at a word.

use super::Step;
use crate::{Classes, Match, Reading, TokenKind, TokenRange, combinators};

/// Where what a step looks for ends, if it is there.
pub(super) fn look<'d>(
    step: Step,
    classes: Classes,
    reading: &'d Reading<'d>,
    at: u32,
    limit: u32,
) -> Option<u32> {
    let tokens = reading.slice(TokenRange::new(at, limit));
    let taken: Match<'d> = match step {
        Step::Word(form) => combinators::word(form)(tokens),
        Step::Lemma(lemma) => combinators::lemma(lemma)(tokens),
        Step::Tag(tag) => combinators::tag(tag)(tokens),
        Step::Class(_) => combinators::class(classes)(tokens),
        Step::Kind(kind) => combinators::kind(kind)(tokens),
        Step::Capitalized => combinators::capitalized(tokens),
        Step::Any => combinators::one(|_| true)(tokens),
        Step::NounPhrase => combinators::noun_phrase(tokens),
        Step::VerbGroup => combinators::verb_group(tokens),
        Step::Clause => combinators::clause(tokens),
        Step::Quotation => combinators::quotation(tokens),
        Step::Parser(_, parser) => parser(tokens),
        Step::SentenceStart => return combinators::sentence_start(tokens).ok().map(|_| at),
        Step::SentenceEnd => return (words_end(reading, at) <= at).then_some(at),
        Step::RestOfSentence => {
            let end = words_end(reading, at).min(limit);
            return (end > at).then_some(end);
        }
    };
    taken.ok().map(|(rest, _)| match rest.is_empty() {
        // An empty run may have lost its place.
        true => limit,
        false => rest.range().first.clamp(at, limit),
    })
}

/// Where the sentence of a word ends; of the word before it at the end of the document.
pub(super) fn end_of_sentence(reading: &Reading<'_>, at: u32) -> u32 {
    let sentences = reading.document.sentences;
    let sentence = sentences.get(reading.document.sentence_of(at as usize));
    sentence.map_or(at, |sentence| sentence.tokens.end)
}

/// Where the words of the sentence end, before its closing marks.
fn words_end(reading: &Reading<'_>, at: u32) -> u32 {
    let tokens = reading.document.tokens;
    let (from, mut end) = (at as usize, end_of_sentence(reading, at) as usize);
    let closing = |kind| matches!(kind, TokenKind::PUNCTUATION | TokenKind::QUOTE_CLOSE);
    while end > from && closing(tokens[end - 1].kind) {
        end -= 1;
    }
    end as u32
}
