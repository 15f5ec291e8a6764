//! What a claim is like, as far as that tells whether it can be checked.

use sayso_plugin::{Classes, Document, Reading, Shape, TokenKind, TokenRange};

use crate::vocabulary::{
    CHANGE, DATE, DIRECT, FINITE, LONG, MONEY, NAME, NAMES, NUMBER, PAST, PAST_ACT, PERCENT,
    POSITION, QUESTION, SHORT,
};

/// A claim shorter than this is short.
const SHORT_BELOW: usize = 7;
/// A claim longer than this is long.
const LONG_ABOVE: usize = 20;

/// The features of a claim, and whether it is a proposition.
#[derive(Clone, Copy, Debug, Default)]
pub struct Observed {
    /// Its features.
    pub features: Classes,
    /// How many words it has.
    pub words: usize,
    names: usize,
}

impl Observed {
    /// Whether there is a verb that can make it a proposition.
    pub fn has_verb(&self) -> bool {
        let verbs = FINITE.or(PAST).or(PAST_ACT).or(CHANGE).or(POSITION);
        self.features.has(verbs)
    }

    /// Takes in some words of the claim.
    pub fn read(&mut self, reading: &Reading<'_>, run: TokenRange) {
        let document = reading.document;
        for index in run.range() {
            let token = &document.tokens[index];
            self.words += usize::from(token.kind.is_wordlike());
            let shape = match token.kind {
                TokenKind::WORD if is_name(document, index) => {
                    self.names += 1;
                    NAME
                }
                TokenKind::WORD => past(&document.text.as_bytes()[token.span.range()]),
                TokenKind::NUMBER => number(token.span.of(document.text)),
                TokenKind::SYMBOL => symbol(token.span.of(document.text)),
                TokenKind::PUNCTUATION => mark(token.span.of(document.text)),
                _ => Classes::NONE,
            };
            let listed = reading.word(index).classes();
            self.features = self.features.or(shape).or(listed);
        }
    }

    /// Completes the features that depend on all words.
    pub fn finish(&mut self, quoted: bool) {
        let mut add = |holds: bool, feature| {
            if holds {
                self.features = self.features.or(feature);
            }
        };
        add(self.words < SHORT_BELOW, SHORT);
        add(self.words > LONG_ABOVE, LONG);
        add(self.names >= 3, NAMES);
        add(quoted, DIRECT);
    }
}

/// A capital that neither the beginning of a sentence or quotation nor the word "I" explains.
fn is_name(document: &Document<'_>, index: usize) -> bool {
    let token = &document.tokens[index];
    let before = index.checked_sub(1).map(|i| document.tokens[i].kind);
    token.shape.has(Shape::CAPITAL)
        && !token.shape.has(Shape::SENTENCE_START)
        && before != Some(TokenKind::QUOTE_OPEN)
        && document.form(index) != "I"
}

fn number(form: &str) -> Classes {
    let year = form.len() == 4 && (form.starts_with("19") || form.starts_with("20"));
    if year { DATE } else { NUMBER }
}

fn symbol(form: &str) -> Classes {
    match form {
        "$" | "€" | "£" | "¥" => MONEY,
        "%" => PERCENT,
        _ => Classes::NONE,
    }
}

fn mark(form: &str) -> Classes {
    if form.starts_with('?') {
        QUESTION
    } else {
        Classes::NONE
    }
}

fn past(form: &[u8]) -> Classes {
    if form.len() > 4 && form.ends_with(b"ed") {
        PAST
    } else {
        Classes::NONE
    }
}
