//! Clauses and noun phrases as scopes.

use sayso_plugin::{Document, Shape, Span, Tag, TokenKind, TokenRange, Word};

use crate::anchor::Anchor;
use crate::grammar::{is_pronoun, is_tagged};

/// A clause longer than this is cut, so that the time for a text stays linear in its length.
pub(crate) const CLAUSE_WORDS: usize = 200;

/// The parts of a scope, which what interrupts a quotation does not belong to.
pub fn pieces<'d>(
    document: &'d Document<'d>,
    scope: TokenRange,
) -> impl Iterator<Item = Span> + 'd {
    let kind = |index: u32| document.tokens[index as usize].kind;
    let mut from = scope.first;
    std::iter::from_fn(move || {
        let first = from;
        let mut open = 0;
        while from < scope.end && (open > 0 || kind(from) != TokenKind::QUOTE_CLOSE) {
            match kind(from) {
                TokenKind::QUOTE_OPEN => open += 1,
                TokenKind::QUOTE_CLOSE => open -= 1,
                _ => {}
            }
            from += 1;
        }
        let comma = from > first && document.tag(from as usize - 1) == Tag::COMMA;
        let inside = from < scope.end && comma;
        let piece = TokenRange::new(first, from - u32::from(inside));
        let resumed = (from..scope.end).find(|&index| kind(index) == TokenKind::QUOTE_OPEN);
        from = resumed.map_or(scope.end, |open| open + 1);
        (first < scope.end).then(|| document.span(piece))
    })
}

/// The words from the beginning of the clause to an index, without marks at either end.
pub fn before(anchor: &Anchor<'_>, end: usize) -> TokenRange {
    let ended = |word: Word<'_>| [".", "?", "!"].contains(&word.form());
    if end
        .checked_sub(1)
        .and_then(|at| anchor.at(at))
        .is_some_and(ended)
    {
        return TokenRange::new(end as u32, end as u32);
    }
    let end = trimmed_end(anchor, anchor.sentence.first as usize, end);
    let mut first = end;
    while let Some(word) = first.checked_sub(1).and_then(|before| anchor.at(before)) {
        let stop = match word.kind() {
            TokenKind::QUOTE_OPEN => true,
            TokenKind::PUNCTUATION if word.form() == "," => comma_ends_clause(anchor, first - 1),
            TokenKind::PUNCTUATION => ends_clause(word),
            TokenKind::WORD => first < end && is_but(word),
            _ => false,
        };
        if stop || end - first == CLAUSE_WORDS {
            break;
        }
        first -= 1;
    }
    trimmed(anchor, first, end)
}

/// The words of a scope up to its first comma.
pub fn to_comma(anchor: &Anchor<'_>, scope: TokenRange) -> TokenRange {
    let comma = |&index: &usize| anchor.reading.word(index).form() == ",";
    let end = scope.range().find(comma).unwrap_or(scope.end as usize);
    TokenRange::new(scope.first, end as u32)
}

/// The words from an index to the end of the noun phrase it is in.
pub fn noun_phrase(anchor: &Anchor<'_>, from: usize) -> TokenRange {
    let joins = Tag::VBN.bit() | Tag::VBG.bit() | Tag::JJ.bit() | Tag::CC.bit();
    let words = anchor.tokens_from(from);
    let joined = words
        .words()
        .take_while(|w| w.chunk().is_none() && is_tagged(*w, joins))
        .take(CLAUSE_WORDS);
    let chunk = anchor
        .at(from + joined.count())
        .and_then(|word| word.chunk());
    let end = chunk.map_or(from as u32, |chunk| chunk.tokens.end);
    TokenRange::new(from as u32, end)
}

/// *Because*, *although*: the clause stands beside what is hedged; *if* and *when* belong to it.
pub(crate) fn gives_reason(word: Word<'_>) -> bool {
    let openers = [
        "because", "while", "although", "though", "whereas", "unless",
    ];
    openers.iter().any(|form| word.is(form))
}

pub(crate) fn is_but(word: Word<'_>) -> bool {
    word.is("but") || word.is("yet") && word.tag() == Tag::CC
}

/// Whether a punctuation mark other than a comma ends the clause.
pub(crate) fn ends_clause(mark: Word<'_>) -> bool {
    match mark.form() {
        "," | "(" | "[" | "'" | "’" | "/" => false,
        "-" => mark.has_shape(Shape::SPACE_BEFORE),
        _ => true,
    }
}

/// Whether what follows a comma tells more instead of going on.
pub(crate) fn comma_ends_clause(anchor: &Anchor<'_>, comma: usize) -> bool {
    let Some(next) = anchor.at(comma + 1) else {
        return true;
    };
    let wh = Tag::WDT.bit() | Tag::WP.bit() | Tag::WP_POSSESSIVE.bit();
    next.kind() == TokenKind::QUOTE_CLOSE
        || is_tagged(next, wh)
        || is_but(next)
        || is_pronoun(next)
        || gives_reason(next)
        || is_said(next)
}

/// *…, saying that*, *…, according to*.
fn is_said(word: Word<'_>) -> bool {
    let forms = ["saying", "adding", "according", "says", "noting", "arguing"];
    forms.iter().any(|form| word.is(form))
}

pub(crate) fn trimmed(anchor: &Anchor<'_>, mut first: usize, end: usize) -> TokenRange {
    let mark = |index: usize| {
        let word = anchor.at(index);
        word.is_some_and(|w| {
            w.kind() == TokenKind::PUNCTUATION || w.kind() == TokenKind::QUOTE_CLOSE
        })
    };
    while first < end && mark(first) {
        first += 1;
    }
    TokenRange::new(first as u32, trimmed_end(anchor, first, end) as u32)
}

/// Where words end without the punctuation marks behind them.
fn trimmed_end(anchor: &Anchor<'_>, first: usize, mut end: usize) -> usize {
    while first < end
        && anchor
            .at(end - 1)
            .is_some_and(|w| w.kind() == TokenKind::PUNCTUATION)
    {
        end -= 1;
    }
    end
}
