use sayso_plugin::{Shape, TokenKind, rule};

use super::Claim;
use crate::pieces::Piece;
use crate::vocabulary::{COMMAND, OWN, QUESTION};

rule! {
    /// A statement of the article's own: a sentence, or what a sentence says beside what is
    /// attributed in it. No question, command, heading or byline.
    ///
    /// > [The mill closed in 1998 and put 300 people out of work.]content
    /// >! Did the mill close in 1998?
    /// >! Local news
    /// >! By Ana Duarte and Joel Finch, Staff Writers
    pub const RULE: "own-sentence";
}

/// A sentence shorter than this says nothing one could check.
const WORDS: usize = 3;
/// What is left beside attributions must be a clause of its own.
const WORDS_BESIDE: usize = 6;

/// As many words are taken to have a verb among them, even if it is none of the known ones.
const WORDS_WITHOUT_VERB: usize = 5;

/// Reads a piece of the author's.
pub fn read(piece: &Piece<'_>) -> Option<Claim> {
    if piece.attribution.is_some() {
        return None;
    }
    let least = match (piece.observed.has_verb(), piece.shared) {
        (true, false) => WORDS,
        (true, true) => WORDS_BESIDE,
        (false, false) => WORDS_WITHOUT_VERB,
        (false, true) => return None,
    };
    let states =
        piece.observed.words >= least && !piece.has(QUESTION.or(COMMAND)) && !is_note(piece);
    states.then_some(Claim {
        rule: &RULE,
        features: piece.observed.features.or(OWN),
        negated: false,
    })
}

/// Whether a sentence stands in parentheses, names its writer, or is code rather than prose.
fn is_note(piece: &Piece<'_>) -> bool {
    let text = piece.reading.document.text;
    let form = piece.last_token().span.of(text);
    let parenthesis = piece.first().is_some_and(|word| {
        word.kind() == TokenKind::PUNCTUATION && word.form().starts_with(['(', '['])
    });
    let byline = piece.first().is_some_and(|word| {
        let next = piece.reading.document.tokens.get(word.index() + 1);
        word.is("by") && next.is_some_and(|next| next.shape.has(Shape::CAPITAL)) && form != "."
    });
    parenthesis || byline || matches!(form, "{" | "}" | ";")
}
