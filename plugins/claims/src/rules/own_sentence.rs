use sayso_plugin::{Classes, Shape, rule};

use super::Claim;
use super::proposition::is_assertion;
use crate::pieces::Piece;
use crate::vocabulary::{INTRODUCES, REPORT};

rule! {
    /// A statement of the article's own: a sentence, or what a sentence says beside what is
    /// attributed in it. No question, command, heading or byline.
    ///
    /// > [The mill closed in 1998 and put 300 people out of work.]content
    /// > [60 percent of voters said they would vote for Ana Duarte.]content
    /// > [Almost half of voters said they would vote for Ana Duarte.]content
    /// > [One in three said they would vote for Ana Duarte.]content
    /// >! Two voters said they would vote for Ana Duarte.
    /// >! Did the mill close in 1998?
    /// >! Local news
    /// >! By Ana Duarte and Joel Finch, Staff Writers
    /// >! Joel Finch contributed to this report.
    pub const RULE: "own-sentence";
}

/// A sentence shorter than this says nothing one could check.
const WORDS: usize = 3;
/// What is left beside attributions must be a clause of its own.
const WORDS_BESIDE: usize = 6;

/// As many words are taken to have a verb among them, even if none was seen.
const WORDS_WITHOUT_VERB: usize = 5;

/// Reads a piece of the author's.
pub fn read(piece: &Piece<'_>) -> Option<Claim> {
    if piece.saying.is_some() {
        return None;
    }
    let least = match (piece.observed.finite > 0, piece.shared) {
        (true, false) => WORDS,
        (true, true) => WORDS_BESIDE,
        (false, false) => WORDS_WITHOUT_VERB,
        (false, true) => return None,
    };
    let states = piece.observed.words >= least && is_assertion(piece) && !is_note(piece);
    states.then_some(Claim {
        rule: &RULE,
        features: piece.observed.features.or(place(piece)),
        negated: false,
    })
}

/// The features of where it stands.
fn place(piece: &Piece<'_>) -> Classes {
    let report = if piece.reports { REPORT } else { Classes::NONE };
    match piece.last_form() {
        ":" => report.or(INTRODUCES),
        _ => report,
    }
}

/// Whether a sentence stands in parentheses, names its writer, or is code rather than prose.
fn is_note(piece: &Piece<'_>) -> bool {
    let form = piece.last_form();
    let document = piece.page.document;
    let Some(first) = piece.first() else {
        return true;
    };
    let parenthesis = document.form(first).starts_with(['(', '[']);
    let next = document.tokens.get(first + 1);
    let byline = document.form(first).eq_ignore_ascii_case("by")
        && next.is_some_and(|next| next.shape.has(Shape::CAPITAL))
        && form != ".";
    let code = matches!(form, "{" | "}") || form == ";" && piece.observed.finite == 0;
    parenthesis || byline || code
}
