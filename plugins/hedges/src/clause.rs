//! How far a hedge reaches: to the end of its clause.

use sayso_plugin::{TokenKind, TokenRange, Word};

use crate::anchor::{Anchor, is_mark};
use crate::group::is_adverb;
use crate::vocabulary::{
    AND, AUXILIARY, BE, BUT, DETERMINER, HAVE, OBJECT, PREPOSITION, SUBJECT, SUBORDINATOR, TAIL, WH,
};

/// A subject longer than this is not looked for.
const SUBJECT_WORDS: usize = 5;

/// A clause longer than this is cut, so that the time for a text stays linear in its length.
const CLAUSE_WORDS: usize = 200;

/// The words from an index to the end of their clause, without marks at either end.
///
/// Where the cue, which begins at `cue`, stands after a comma, it stands in an insertion, which the next comma ends.
pub fn after(anchor: &Anchor<'_>, cue: usize, from: usize) -> TokenRange {
    let mut end = from;
    let mut open = 0;
    let before_cue = cue.checked_sub(1).and_then(|before| anchor.at(before));
    let inserted = before_cue.is_some_and(|word| word.form() == ",");
    while let Some(word) = anchor.at(end).filter(|_| end - from < CLAUSE_WORDS) {
        match word.kind() {
            TokenKind::QUOTE_OPEN => open += 1,
            TokenKind::QUOTE_CLOSE if open == 0 => break,
            TokenKind::QUOTE_CLOSE => open -= 1,
            TokenKind::PUNCTUATION if ends_clause(anchor, word, end > from) => break,
            TokenKind::PUNCTUATION if inserted && word.form() == "," => break,
            TokenKind::WORD if end > from && opens_clause(anchor, word) => break,
            _ => {}
        }
        end += 1;
    }
    trimmed(anchor, from, end)
}

/// The words from the beginning of the clause to an index, without marks at either end.
pub fn before(anchor: &Anchor<'_>, end: usize) -> TokenRange {
    let end = trimmed(anchor, anchor.sentence.first as usize, end).end as usize;
    let mut first = end;
    while let Some(word) = first.checked_sub(1).and_then(|before| anchor.at(before)) {
        let stop = match word.kind() {
            TokenKind::QUOTE_OPEN => true,
            TokenKind::PUNCTUATION => ends_clause(anchor, word, true),
            TokenKind::WORD => first < end && word.has(BUT),
            _ => false,
        };
        if stop || end - first == CLAUSE_WORDS {
            break;
        }
        first -= 1;
    }
    trimmed(anchor, first, end)
}

/// The words from an index to the end of a noun phrase, at most `most`.
pub fn noun_phrase(anchor: &Anchor<'_>, from: usize, most: usize) -> TokenRange {
    let stop = PREPOSITION
        .or(AUXILIARY)
        .or(BE)
        .or(HAVE)
        .or(SUBJECT)
        .or(WH)
        .or(TAIL)
        .or(SUBORDINATOR)
        .or(BUT)
        .or(DETERMINER);
    let mut end = from;
    while end < from + most {
        let Some(word) = anchor.at(end) else { break };
        let joins = word.kind() == TokenKind::CLITIC || !word.has(stop) && !is_mark(word);
        if !joins || word.is("to") {
            break;
        }
        end += 1;
        if is_plural(word) {
            break;
        }
    }
    while end > from && anchor.at(end - 1).is_some_and(|last| last.has(AND)) {
        end -= 1;
    }
    trimmed(anchor, from, end)
}

/// The noun phrase that ends before an index: the subject of the verb there. Empty if what
/// stands there is a pronoun or no noun phrase.
pub fn subject(anchor: &Anchor<'_>, end: usize) -> TokenRange {
    let other = PREPOSITION
        .or(AUXILIARY)
        .or(BE)
        .or(HAVE)
        .or(SUBJECT)
        .or(OBJECT)
        .or(WH)
        .or(TAIL)
        .or(SUBORDINATOR)
        .or(BUT)
        .or(AND);
    let mut end = end;
    while end
        .checked_sub(1)
        .and_then(|n| anchor.at(n))
        .is_some_and(is_adverb)
    {
        end -= 1;
    }
    let mut first = end;
    while let Some(word) = first.checked_sub(1).and_then(|before| anchor.at(before)) {
        let article = word.is("the") || word.is("a") || word.is("an");
        if end - first == SUBJECT_WORDS || article || word.has(other) || !word.kind().is_wordlike()
        {
            break;
        }
        first -= 1;
    }
    TokenRange::new(first as u32, end as u32)
}

/// Whether a word looks like the plural noun that a noun phrase ends with.
fn is_plural(word: Word<'_>) -> bool {
    let form = word.form();
    let regular = form.len() > 3 && form.ends_with('s') && !form.ends_with("ss");
    regular || ["people", "men", "women", "children", "police"].contains(&form)
}

/// Whether a punctuation mark ends the clause.
fn ends_clause(anchor: &Anchor<'_>, mark: Word<'_>, begun: bool) -> bool {
    match mark.form() {
        "," => begun && comma_ends_clause(anchor, mark.index()),
        "(" | "[" | "'" | "’" | "/" => false,
        "-" => mark.has_shape(sayso_plugin::Shape::SPACE_BEFORE),
        _ => true,
    }
}

fn comma_ends_clause(anchor: &Anchor<'_>, comma: usize) -> bool {
    let Some(next) = anchor.at(comma + 1) else {
        return true;
    };
    let subject_follows = || anchor.at(comma + 2).is_some_and(|word| word.has(SUBJECT));
    next.kind() == TokenKind::QUOTE_CLOSE
        || next.has(TAIL.or(BUT).or(SUBORDINATOR).or(SUBJECT))
        || next.has(AND) && subject_follows()
}

/// Whether a word begins another clause without a comma before it.
fn opens_clause(anchor: &Anchor<'_>, word: Word<'_>) -> bool {
    let next_is_subject = || {
        let next = anchor.at(word.index() + 1);
        next.is_some_and(|next| next.has(SUBJECT))
    };
    word.has(SUBORDINATOR) || word.is("but") || word.has(AND) && next_is_subject()
}

fn trimmed(anchor: &Anchor<'_>, mut first: usize, mut end: usize) -> TokenRange {
    let mark = |index: usize| {
        let word = anchor.at(index);
        word.is_some_and(|w| {
            w.kind() == TokenKind::PUNCTUATION || w.kind() == TokenKind::QUOTE_CLOSE
        })
    };
    while first < end && mark(first) {
        first += 1;
    }
    while first < end
        && anchor
            .at(end - 1)
            .is_some_and(|w| w.kind() == TokenKind::PUNCTUATION)
    {
        end -= 1;
    }
    TokenRange::new(first as u32, end as u32)
}
