use sayso_plugin::{Word, rule};

use crate::anchor::Anchor;
use crate::grammar::{is_be, is_determiner, is_subject_pronoun};
use crate::mark::{Category, Mark};
use crate::vocabulary::POSSIBILITY_OF;

rule! {
    /// A noun of possibility with what is possible: *the possibility that*, *a chance that*,
    /// *the odds are*.
    ///
    /// > There is [a chance that]cue [the strike ends]scope.
    /// > They raised [the possibility of]cue [a recount]scope.
    /// > [The odds are]cue [they lose]scope.
    /// >! She gave him a chance to speak.
    /// >! He had no chance of a pardon.
    pub const RULE: "possibility";
}

/// Reads one at a noun of possibility.
pub fn read(anchor: &Anchor<'_>) -> Option<Mark> {
    let next = anchor.next()?;
    let denied = anchor
        .before(1)
        .is_some_and(|word| word.is("no") || word.is("zero"));
    let of = next.is("of") && anchor.has(POSSIBILITY_OF);
    let opens = !denied && (next.is("that") || of);
    let stated = is_be(next) && anchor.at(anchor.end() + 1).is_some_and(begins_clause);
    if !opens && !stated {
        return None;
    }
    let first = anchor
        .before(1)
        .filter(|word| is_determiner(*word) && !word.is("no"));
    let first = first.map_or(anchor.start(), |word| word.index());
    Some(anchor.hedge(&RULE, Category::Epistemic, first..anchor.end() + 1))
}

fn begins_clause(word: Word<'_>) -> bool {
    word.is("that") || is_subject_pronoun(word) || is_determiner(word)
}
