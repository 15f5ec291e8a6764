//! Where a clause begins and where it ends, as far as words and commas tell.

use sayso_plugin::{Shape, TokenKind, TokenRange, Word};

use crate::page::{Page, run};
use crate::words::*;

/// Whether a clause without "that" may begin at a token.
pub fn starts_at(page: &Page<'_>, index: usize) -> bool {
    if page.speech_at(index).is_some() {
        return true;
    }
    let Some(word) = page.outside(index) else {
        return false;
    };
    match word.kind() {
        TokenKind::NUMBER | TokenKind::SYMBOL | TokenKind::ADDRESS | TokenKind::QUOTE_OPEN => true,
        TokenKind::WORD => {
            word.has(SUBJECT.or(DETERMINER).or(EXISTENTIAL).or(PRONOMINAL))
                || word.has(SUBORDINATOR) && !word.is("as")
                || word.has_shape(Shape::CAPITAL)
                || !word.has(CLOSED.or(TIME))
        }
        _ => false,
    }
}

/// The clause that begins at a token, as far as its sentence goes: without what a new
/// predicate or afterthought adds.
pub fn clause(page: &Page<'_>, first: usize) -> TokenRange {
    let end = page.around(first).end as usize;
    let in_opening = in_opening_phrase(page, first);
    let mut at = first;
    let mut depth = 0;
    while at < end {
        if let Some(speech) = page.speech_at(at) {
            at = page.speeches[speech].tokens.end as usize;
            // `“A,” he said` inside: the comma in the quotation ends nothing.
            continue;
        }
        let word = page.word(at);
        match word.form() {
            "(" | "[" => depth += 1,
            ")" | "]" if depth == 0 => break,
            ")" | "]" => depth -= 1,
            _ => {}
        }
        let ends = ends_before(page, word, end) || in_opening && word.is(",");
        if depth == 0 && at > first && ends {
            break;
        }
        at += 1;
    }
    page.trimmed(run(first, at))
}

/// Whether a token stands in what opens its sentence before the main clause, which a comma
/// ends: `While Duarte says it is safe, …`, `Refusing to say why, …`.
fn in_opening_phrase(page: &Page<'_>, token: usize) -> bool {
    let start = page.around(token).first as usize;
    let Some(opener) = page.outside(start) else {
        return false;
    };
    let is_participle = |word: Word<'_>| word.form().len() > 4 && word.form().ends_with("ing");
    let opens = opener.has(SUBORDINATOR)
        || is_participle(opener)
        || opener.has(PREPOSITION) && page.outside(start + 1).is_some_and(is_participle);
    opens && !(start..token).any(|i| page.is(i, ","))
}

/// The noun phrase with its modifiers that begins at a token: ends earlier than a clause.
pub fn object(page: &Page<'_>, first: usize) -> TokenRange {
    let whole = clause(page, first);
    let end = whole.range().skip(1).find(|&i| {
        page.is(i, ",") && !goes_on_as_list(page, i + 1)
            || page.outside(i).is_some_and(|w| {
                w.has(SUBORDINATOR) && !w.has(PREPOSITION)
                    || w.has(COORDINATOR)
                        && page
                            .outside(i + 1)
                            .is_some_and(|n| n.has(CUE.or(AUXILIARY)))
            })
    });
    page.trimmed(run(first, end.unwrap_or(whole.end as usize)))
}

/// Whether the words behind a comma are further members of a list: `Russia and Europe`.
fn goes_on_as_list(page: &Page<'_>, first: usize) -> bool {
    const MEMBER: usize = 5;
    (first..first + MEMBER)
        .map_while(|i| page.outside(i))
        .take_while(|w| {
            !w.has(CLOSED.or(CUE)) || w.has(COORDINATOR) || w.has(DETERMINER.or(POSSESSIVE))
        })
        .any(|w| w.has(COORDINATOR))
}

/// Whether the clause ends before this word.
fn ends_before(page: &Page<'_>, word: Word<'_>, end: usize) -> bool {
    let at = word.index();
    if matches!(word.form(), ";" | "—" | "--" | "–") {
        return true;
    }
    if word.form() == "," {
        return ends_at_comma(page, at + 1, end);
    }
    if word.is("and") || word.is("but") {
        let next = page.outside(at + 1);
        return next.is_some_and(|n| n.has(QUOTE) && n.form().ends_with("ed"))
            || next.is_some_and(|n| n.is("said"))
            || starts_attribution(page, at + 1);
    }
    word.phrase(ACCORDING_TO, 2).is_some()
}

/// Whether the words after a comma no longer belong to the clause before it.
fn ends_at_comma(page: &Page<'_>, next: usize, end: usize) -> bool {
    let Some(word) = page.outside(next).filter(|_| next < end) else {
        return false;
    };
    if word.has(ADVERSATIVE) || word.phrase(ACCORDING_TO, 2).is_some() {
        return true;
    }
    if word.is("which") {
        // A relative clause that a comma closes stands inside what is said.
        return !(next..end).any(|i| page.is(i, ","));
    }
    if word.has(QUOTE) && word.form().ends_with("ing") {
        return true;
    }
    if word.is("and") {
        return starts_new_clause(page, next + 1);
    }
    is_reporting(page, next) || ends_in_reporting(page, next)
}

/// `the minister said.`, `the mayor said Monday.` at the end of a sentence.
fn ends_in_reporting(page: &Page<'_>, at: usize) -> bool {
    const SUBJECT_WORDS: usize = 6;
    let cue = (at + 1..at + SUBJECT_WORDS)
        .take_while(|&i| page.outside(i).is_some() && !page.is_mark(i))
        .find(|&i| page.word(i).has(INVERTED) && page.word(i).has(QUOTE));
    let plain = |i: usize| !page.word(i).has(CLOSED) && !page.word(i).form().ends_with("ing");
    cue.is_some_and(|cue| {
        let behind = (cue + 1..cue + 4).find(|&i| page.is_mark(i) || page.outside(i).is_none());
        let only_time = behind.is_some_and(|end| (cue + 1..end).all(|i| page.word(i).has(TIME)));
        only_time && (at..cue).all(plain)
    })
}

/// `he said`, `Duarte told reporters`, `said Duarte`.
fn is_reporting(page: &Page<'_>, at: usize) -> bool {
    let Some(word) = page.outside(at) else {
        return false;
    };
    if word.has(INVERTED) && !word.form().ends_with("ing") {
        return true;
    }
    word.has(SUBJECT) && page.outside(at + 1).is_some_and(|w| w.has(QUOTE))
}

/// A subject follows that begins a clause of its own.
fn starts_new_clause(page: &Page<'_>, at: usize) -> bool {
    let Some(word) = page.outside(at) else {
        return false;
    };
    word.has(SUBJECT) || starts_attribution(page, at)
}

/// A cue follows within a few words, behind what can only be its subject.
fn starts_attribution(page: &Page<'_>, at: usize) -> bool {
    for index in at..at + 5 {
        let Some(word) = page.outside(index) else {
            return false;
        };
        if index > at && word.has(QUOTE) && word.has(INVERTED) {
            return true;
        }
        if word.kind() == TokenKind::PUNCTUATION || word.has(PREPOSITION.or(AUXILIARY)) {
            return false;
        }
    }
    false
}
