//! What asserts nothing: questions, commands, wishes, promises and notes.

use sayso_plugin::{Clause, NONE, Tag, TokenRange, VerbFlags};

use crate::features::within;
use crate::pieces::Piece;
use crate::vocabulary::{COMMAND, FIRST_PERSON, NOTE, QUESTION, TAG, WE, WISH};

/// Whether a piece puts something forward as true: it is no question, no command, no wish or
/// promise of the speaker's own, and no note of the editors.
pub fn is_assertion(piece: &Piece<'_>) -> bool {
    !is_question(piece) && !is_command(piece) && !is_wish(piece) && !piece.has(NOTE)
}

/// Whether it asks. *She paid it off, right?* tells rather than asks.
fn is_question(piece: &Piece<'_>) -> bool {
    piece.has(QUESTION) && !ends_in_tag(piece)
}

fn ends_in_tag(piece: &Piece<'_>) -> bool {
    let end = piece.runs.last().map_or(0, |run| run.end as usize);
    // The comma, the word, the question mark.
    end >= 3 && piece.page.document.tag(end - 3) == Tag::COMMA && piece.page.has(end - 2, TAG)
}

/// Whether it begins with a verb in its base form, or with *let's* and the like, and does not
/// go on to what there is to say.
fn is_command(piece: &Piece<'_>) -> bool {
    let orders = |at| piece.page.document.tag(at) == Tag::VB || piece.page.has(at, COMMAND);
    piece.first().is_some_and(orders) && !goes_on(piece)
}

/// Whether a verb with a tense follows on a colon or dash (*Let's be clear: he won*), or on what
/// opens many an assertion: *Look, he won* or *Let me say he won*.
fn goes_on(piece: &Piece<'_>) -> bool {
    let document = piece.page.document;
    let Some(first) = piece.first() else {
        return false;
    };
    let next = first + 1;
    let opens = document.tag(next) == Tag::COMMA
        || document.form(first).eq_ignore_ascii_case("let")
            && document.form(next).eq_ignore_ascii_case("me");
    if opens && piece.observed.finite > 0 {
        return true;
    }
    piece.runs.iter().any(|run| {
        let colon = run.range().find(|&at| document.tag(at) == Tag::COLON);
        colon.is_some_and(|at| {
            let rest = TokenRange::new(at as u32, run.end);
            let mut verbs = within(piece.phrases.verbs, rest, |verb| verb.tokens);
            verbs.any(|verb| verb.flags.has(VerbFlags::FINITE))
        })
    })
}

/// Whether all it says is what the speaker hopes, wants or promises.
fn is_wish(piece: &Piece<'_>) -> bool {
    piece.observed.finite == 1
        && piece.runs.iter().any(|&run| {
            let mut clauses = piece.phrases.clauses_of(&piece.page, run);
            clauses.any(|clause| wishes(piece, clause))
        })
}

fn wishes(piece: &Piece<'_>, clause: &Clause) -> bool {
    if clause.subject == NONE {
        return false;
    }
    let layers = &piece.page.document.layers;
    let (verb, subject) = (clause.verb as usize, clause.subject as usize);
    let opens = layers.verbs[verb].tokens.first as usize;
    let head = layers.chunks[subject].head as usize;
    let own = piece.page.has(head, FIRST_PERSON.or(WE));
    own && piece.page.has(opens, WISH)
}
