//! How far a hedge reaches: to the end of its clause.

use sayso_plugin::{Clause, ClauseKind, Document, Shape, Span, Tag, TokenKind, TokenRange, Word};

use crate::anchor::Anchor;
use crate::grammar::{is_pronoun, is_tagged};

/// A clause longer than this is cut, so that the time for a text stays linear in its length.
const CLAUSE_WORDS: usize = 200;

/// What interrupts a quotation is not longer than this.
const INTERRUPTION: usize = 14;

/// The words from an index to the end of their clause, without marks at either end.
///
/// Where the cue, which begins at `cue`, stands after a comma, it stands in an insertion,
/// which the next comma ends.
pub fn after(anchor: &Anchor<'_>, cue: usize, from: usize) -> TokenRange {
    let next_is = |test: fn(Word<'_>) -> bool| anchor.at(from).is_some_and(test);
    if next_is(|word| word.tag() == Tag::CC) {
        return TokenRange::new(from as u32, from as u32);
    }
    let mut first = from;
    let mut end = from;
    let mut open = 0;
    let before_cue = cue.checked_sub(1).and_then(|before| anchor.at(before));
    let inserted = before_cue.is_some_and(|word| word.form() == ",");
    let mut condition = next_is(begins_condition);
    let clauses = anchor.reading.document.layers.clauses;
    let mut next = clauses.partition_point(|clause| clause.tokens.first as usize <= from);
    while let Some(word) = anchor.at(end).filter(|_| end - from < CLAUSE_WORDS) {
        let mut other = false;
        while let Some(clause) = clauses.get(next).filter(|c| c.tokens.first as usize <= end) {
            other |= end > from && leaves(anchor, clause);
            next += 1;
        }
        match word.kind() {
            _ if other && !closes_soon(anchor, end) => break,
            TokenKind::QUOTE_OPEN => open += 1,
            TokenKind::QUOTE_CLOSE if open == 0 => match resumed(anchor, end) {
                Some(at) => {
                    if trimmed(anchor, first, end).is_empty() {
                        first = at + 1;
                    }
                    end = at;
                    next = clauses.partition_point(|c| (c.tokens.first as usize) <= end);
                }
                None => break,
            },
            TokenKind::QUOTE_CLOSE => open -= 1,
            TokenKind::PUNCTUATION if ends_clause(word) => break,
            TokenKind::PUNCTUATION if word.form() == "," && !closes_soon(anchor, end) => {
                if inserted || end > from && !condition && comma_ends_clause(anchor, end) {
                    break;
                }
                condition = false;
            }
            _ => {}
        }
        end += 1;
    }
    trimmed(anchor, first, end)
}

/// Whether a quotation is interrupted at a word or after a comma there.
fn closes_soon(anchor: &Anchor<'_>, index: usize) -> bool {
    let at = index + usize::from(anchor.at(index).is_some_and(|word| word.form() == ","));
    let close = anchor.at(at);
    close.is_some_and(|word| word.kind() == TokenKind::QUOTE_CLOSE) && resumed(anchor, at).is_some()
}

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

/// Where a quotation goes on that is interrupted at a closing mark: `… ,” he said, “ …`.
fn resumed(anchor: &Anchor<'_>, close: usize) -> Option<usize> {
    let comma = anchor.at(close.checked_sub(1)?)?.form() == ",";
    let rest = anchor.tokens_from(close + 1);
    let mut rest = rest.words().take(INTERRUPTION);
    let open = rest.find(|word| word.kind() == TokenKind::QUOTE_OPEN)?;
    let goes_on = anchor.at(open.index() - 1)?.form() == ",";
    (comma && goes_on).then_some(open.index())
}

/// The words from the beginning of the clause to an index, without marks at either end.
pub fn before(anchor: &Anchor<'_>, end: usize) -> TokenRange {
    let end = trimmed(anchor, anchor.sentence.first as usize, end).end as usize;
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
        .take_while(|w| w.chunk().is_none() && is_tagged(*w, joins));
    let chunk = anchor
        .at(from + joined.count())
        .and_then(|word| word.chunk());
    let end = chunk.map_or(from as u32, |chunk| chunk.tokens.end);
    TokenRange::new(from as u32, end)
}

/// Whether a clause that begins inside another does not belong to what is hedged there: who
/// says it, what holds in spite of it, what is said next.
fn leaves(anchor: &Anchor<'_>, clause: &Clause) -> bool {
    let first = clause.tokens.first as usize;
    let after_comma = || anchor.at(first - 1).is_some_and(|word| word.form() == ",");
    let opener = || anchor.at(clause.opener as usize);
    match clause.kind {
        ClauseKind::REPORTING => true,
        ClauseKind::RELATIVE | ClauseKind::PARTICIPLE => after_comma(),
        ClauseKind::ADVERBIAL => opener().is_some_and(gives_reason),
        ClauseKind::COORDINATE => {
            let own_subject = clause.subject != sayso_plugin::NONE;
            own_subject && !opener().is_some_and(|word| word.is("or"))
                || opener().is_some_and(is_but)
        }
        _ => false,
    }
}

/// *Because*, *although*: the clause stands beside what is hedged; *if* and *when* belong to it.
fn gives_reason(word: Word<'_>) -> bool {
    let openers = [
        "because", "while", "although", "though", "whereas", "unless",
    ];
    openers.iter().any(|form| word.is(form))
}

/// *If*, *when*, *by*: what is hedged follows after a comma.
fn begins_condition(word: Word<'_>) -> bool {
    let openers = ["if", "when", "by", "once", "after", "while", "because"];
    openers.iter().any(|form| word.is(form))
}

fn is_but(word: Word<'_>) -> bool {
    word.is("but") || word.is("yet") && word.tag() == Tag::CC
}

/// Whether a punctuation mark other than a comma ends the clause.
fn ends_clause(mark: Word<'_>) -> bool {
    match mark.form() {
        "," | "(" | "[" | "'" | "’" | "/" => false,
        "-" => mark.has_shape(Shape::SPACE_BEFORE),
        _ => true,
    }
}

/// Whether what follows a comma tells more instead of going on.
fn comma_ends_clause(anchor: &Anchor<'_>, comma: usize) -> bool {
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
