//! Noun phrases as sources: leftwards from a cue, rightwards after one.

use sayso_plugin::combinators::{class, one};
use sayso_plugin::nom::{Parser, combinator::recognize, multi::many0};
use sayso_plugin::{Match, Shape, TokenKind, TokenRange, Tokens, Word};

use crate::cue::is_adverb;
use crate::page::{Page, run};
use crate::words::*;

/// How many tokens a source may have.
const LONGEST: usize = 40;

/// Whether a word may stand inside a noun phrase.
fn is_nominal(word: Word<'_>) -> bool {
    match word.kind() {
        TokenKind::WORD => {
            !word.has(CLOSED)
                || word.has(TITLE.or(PERSON).or(ORGANIZATION).or(DOCUMENT))
                || word.has_shape(Shape::CAPITAL)
                    && !word.has_shape(Shape::SENTENCE_START)
                    && !word.is("i")
        }
        TokenKind::NUMBER | TokenKind::ADDRESS | TokenKind::SYMBOL => true,
        TokenKind::CLITIC => word.is("'s") || word.is("'"),
        _ => false,
    }
}

/// A phrase without modifiers behind its head: `the ministry's chief spokeswoman`, `he`.
fn base(tokens: Tokens<'_>) -> Match<'_> {
    if let Some(first) = tokens.first()
        && first.has(PRONOUN)
        && !first.has(POSSESSIVE)
    {
        return class(PRONOUN)(tokens);
    }
    let determiner = one(|w: Word<'_>| w.has(DETERMINER) && !w.has(WH_WORD.or(PRONOMINAL)));
    let noun = one(|w: Word<'_>| (is_nominal(w) || w.has(PRONOMINAL)) && !is_adverb(w));
    let inner = one(|w: Word<'_>| is_nominal(w) && !w.has(DETERMINER));
    recognize((many0(determiner), noun, many0(inner))).parse(tokens)
}

/// `of the ministry`, `at Delmar University`, `and Duarte`.
fn modifier(tokens: Tokens<'_>) -> Match<'_> {
    let not_time = |w: Word<'_>| w.has(NOUN_LINK) && !w.is("on");
    let link = one(move |w: Word<'_>| not_time(w) || w.has(COORDINATOR) || w.is("by"));
    let (rest, phrase) = recognize((link, base)).parse(tokens)?;
    let (_, head) = base(phrase_rest(phrase))?;
    let starts_time = head.words().any(|w| {
        w.has(TIME)
            || ["interview", "statement", "speech", "email"]
                .iter()
                .any(|n| w.is(n))
    });
    let starts_clause = rest.first().is_some_and(|w| w.has(CUE.or(AUXILIARY)))
        && phrase.first().is_some_and(|w| w.has(COORDINATOR));
    if starts_time || starts_clause {
        return sayso_plugin::combinators::no_match();
    }
    Ok((rest, phrase))
}

fn phrase_rest(phrase: Tokens<'_>) -> Tokens<'_> {
    use sayso_plugin::nom::Input;
    phrase.take_from(1)
}

/// A noun phrase that begins here, with what modifies it and stands behind it.
fn noun_phrase(tokens: Tokens<'_>) -> Match<'_> {
    recognize((base, many0(modifier))).parse(tokens)
}

/// The source that begins at a token, up to the end of its sentence or the next speech: the
/// noun phrase with its appositives and relative clauses.
pub fn after(page: &Page<'_>, first: usize) -> Option<TokenRange> {
    after_with(page, first, description_end)
}

/// The same where more may follow in the sentence: a description counts only if it begins
/// like one, has no verb and is closed by a comma.
pub fn after_opening(page: &Page<'_>, first: usize) -> Option<TokenRange> {
    after_with(page, first, |page, at, end| {
        let opener = page.outside(at + 1).filter(|_| page.is(at, ","))?;
        let next = description_end(page, at, end)?;
        let like_one = opener.has(DETERMINER.or(POSSESSIVE).or(PERSON).or(TITLE).or(RELATIVE));
        let closed = page.is(next, ",");
        let verb = (at + 1..next).any(|i| page.word(i).has(AUXILIARY.or(OTHER_VERB)));
        (like_one && closed && (!verb || opener.has(RELATIVE))).then_some(next)
    })
}

/// `describe` tells where a description that begins at its second argument ends.
fn after_with(
    page: &Page<'_>,
    first: usize,
    describe: impl Fn(&Page<'_>, usize, usize) -> Option<usize>,
) -> Option<TokenRange> {
    let sentence = page.around(first).end as usize;
    let end = (first..sentence.min(first + LONGEST))
        .find(|&i| page.speech_at(i).is_some())
        .unwrap_or(sentence.min(first + LONGEST));
    let (_, found) = noun_phrase(page.reading.slice(run(first, end))).ok()?;
    let mut at = found.range().end as usize;
    while let Some(next) = describe(page, at, end) {
        at = next;
    }
    Some(page.trimmed(run(first, at)))
}

/// Where a description ends that begins here: `, the ministry's spokeswoman`, `, 67`,
/// `, who has seen the report`, `(D-Ohio)`.
fn description_end(page: &Page<'_>, at: usize, end: usize) -> Option<usize> {
    if at >= end {
        return None;
    }
    if page.is(at, "(") {
        return (at + 1..end).find(|&i| page.is(i, ")")).map(|i| i + 1);
    }
    let comma = page.is(at, ",");
    let first = at + usize::from(comma);
    let opener = page.outside(first).filter(|_| first < end)?;
    if opener.has(RELATIVE) {
        return Some(clause_end(page, first + 1, end));
    }
    let describes = comma
        && (!opener.has(PRONOUN) || opener.has(POSSESSIVE))
        && !opener.has(
            ADVERB
                .or(TIME)
                .or(COORDINATOR)
                .or(ADVERSATIVE)
                .or(AUXILIARY),
        )
        && (!opener.has(PREPOSITION.or(SUBORDINATOR)) || opener.is("of"))
        && !opener.form().ends_with("ing")
        && (!opener.has(CUE) || opener.has(PERSON))
        && opener.kind() != TokenKind::PUNCTUATION;
    describes.then(|| clause_end(page, first + 1, end))
}

/// The next comma or other mark, or the end.
fn clause_end(page: &Page<'_>, from: usize, end: usize) -> usize {
    (from..end)
        .find(|&i| page.is_mark(i) && !page.is(i, "("))
        .unwrap_or(end)
}

/// The source that ends before a token: the subject of the verb there.
pub fn before(page: &Page<'_>, end: usize) -> Option<TokenRange> {
    let floor = floor(page, end);
    if end <= floor {
        return None;
    }
    let last = page.word(end - 1);
    if last.is(",") {
        return before_appositive(page, end - 1, floor);
    }
    if last.has(RELATIVE) && end - 1 > floor {
        return Some(run(end - 1, end));
    }
    simple_before(page, end, floor)
}

/// What a relative pronoun stands for: the noun phrase before it.
pub fn antecedent(page: &Page<'_>, pronoun: usize) -> Option<TokenRange> {
    let floor = floor(page, pronoun);
    let end = pronoun - usize::from(pronoun > 0 && page.is(pronoun - 1, ","));
    simple_before(page, end, floor)
}

/// Where the search for a subject ends: at the sentence's start or the last speech in it.
fn floor(page: &Page<'_>, end: usize) -> usize {
    let start = page.around(end.saturating_sub(1)).first as usize;
    (start..end)
        .rev()
        .take(LONGEST)
        .find(|&i| page.speech_at(i).is_some())
        .map_or(start.max(end.saturating_sub(LONGEST)), |i| i + 1)
}

/// `Maria Keller, the ministry's spokeswoman,`: `comma` closes the appositive.
fn before_appositive(page: &Page<'_>, comma: usize, floor: usize) -> Option<TokenRange> {
    for open in (floor..comma).rev().filter(|&i| page.is(i, ",")) {
        let inside = page.word(open + 1);
        let describes = inside.has(DETERMINER.or(POSSESSIVE).or(PERSON).or(TITLE).or(RELATIVE))
            || inside.kind() == TokenKind::NUMBER
            || inside.has_shape(Shape::CAPITAL)
            || (open + 1..comma).any(|i| page.word(i).has(PERSON));
        if describes && let Some(found) = simple_before(page, open, floor) {
            return Some(run(found.first as usize, comma));
        }
    }
    None
}

/// The noun phrase that ends at `end`, without appositives.
fn simple_before(page: &Page<'_>, end: usize, floor: usize) -> Option<TokenRange> {
    if end <= floor {
        return None;
    }
    let last = page.word(end - 1);
    if last.has(SUBJECT) && !last.has_shape(Shape::ALL_CAPITALS) {
        return Some(run(end - 1, end));
    }
    let mut first = end;
    while first > floor && extends_left(page, first - 1, first, end) {
        first -= 1;
    }
    // A preposition at the left edge has no noun before it: only what follows its own
    // phrase can be the subject.
    while first < end {
        let word = page.word(first);
        let starts_badly = word.has(PREPOSITION.or(COORDINATOR).or(ADVERB)) && !is_name_word(word)
            || word.kind() == TokenKind::CLITIC
            || word.kind() == TokenKind::PUNCTUATION
            || is_adverb(word) && !is_name_word(word);
        if !starts_badly {
            break;
        }
        first = if word.has(PREPOSITION) {
            last_base(page, first + 1, end)
        } else {
            first + 1
        };
    }
    let found = run(first, end);
    let has_noun = found
        .range()
        .any(|i| is_nominal(page.word(i)) || page.word(i).has(PRONOMINAL.or(PRONOUN)));
    (has_noun && !is_time(page, found)).then_some(found)
}

/// Whether the word at `index` belongs to the noun phrase that so far begins at `first`.
fn extends_left(page: &Page<'_>, index: usize, first: usize, end: usize) -> bool {
    let Some(word) = page.outside(index) else {
        return false;
    };
    let before = index.checked_sub(1).and_then(|i| page.outside(i));
    let inner = first < end;
    if word.has(RELATIVE.or(ADVERSATIVE)) || word.is("that") {
        return false;
    }
    if is_name_word(word) || word.kind() == TokenKind::CLITIC {
        return is_nominal(word);
    }
    if word.has(COORDINATOR) {
        let left_is_noun = before.is_some_and(|b| {
            is_name_word(b) || b.has(PERSON.or(ORGANIZATION).or(DOCUMENT).or(PRONOUN))
        });
        return inner && left_is_noun;
    }
    if word.is("by") && inner {
        return before.is_some_and(|b| b.has(DOCUMENT));
    }
    if word.has(NOUN_LINK) && inner {
        return before.is_some_and(|b| {
            is_nominal(b) && (!b.has(CUE) || b.has(PERSON.or(DOCUMENT).or(ORGANIZATION)))
        });
    }
    if word.has(DETERMINER.or(PRONOMINAL)) {
        return !word.has(WH_WORD) || word.is("which");
    }
    is_nominal(word) && !is_finite_verb(page, word)
}

/// A capital letter that is not due to the sentence's start alone.
fn is_name_word(word: Word<'_>) -> bool {
    word.kind() == TokenKind::WORD
        && word.has_shape(Shape::CAPITAL)
        && (!word.has_shape(Shape::SENTENCE_START) || !word.has(CLOSED.or(DETERMINER)))
        && !word.is("i")
}

/// Whether a word outside the lists' closed classes still is a verb, as far as its form and
/// its neighbours tell.
fn is_finite_verb(page: &Page<'_>, word: Word<'_>) -> bool {
    let noun = word.has(PERSON.or(ORGANIZATION).or(DOCUMENT).or(TITLE));
    if word.has(CUE) {
        let before = word.index().checked_sub(1).and_then(|i| page.outside(i));
        let after_determiner = before.is_some_and(|b| b.has(DETERMINER.or(POSSESSIVE)));
        return !noun && !after_determiner;
    }
    // "issued a statement" is a verb, "registered voters" is none.
    let next = page.outside(word.index() + 1);
    let before = word.index().checked_sub(1).and_then(|i| page.outside(i));
    word.form().ends_with("ed")
        && next.is_some_and(|n| !is_nominal(n) || n.has(DETERMINER))
        && before.is_some_and(|b| is_nominal(b) && !b.has(PERSON) && b.kind() == TokenKind::WORD)
}

/// Where the last phrase without modifiers begins, at or after `from`.
fn last_base(page: &Page<'_>, from: usize, end: usize) -> usize {
    let start = (from..end)
        .rev()
        .find(|&i| page.word(i).has(DETERMINER) && !page.word(i).has(WH_WORD));
    start.filter(|&i| i > from).unwrap_or_else(|| {
        // Names side by side cannot be told apart: take the capitalised run at the end.
        (from..end)
            .rev()
            .take_while(|&i| is_name_word(page.word(i)) == is_name_word(page.word(end - 1)))
            .last()
            .map_or(end, |i| {
                if i == from {
                    end.saturating_sub(1).max(from)
                } else {
                    i
                }
            })
    })
}

fn is_time(page: &Page<'_>, found: TokenRange) -> bool {
    found.range().all(|i| page.word(i).has(TIME.or(DETERMINER)))
}
