use sayso_plugin::{ClauseKind, Tag, Word, rule};

use crate::anchor::Anchor;
use crate::grammar::{clause_from, is_be, is_determiner, is_subject_pronoun, is_tagged};
use crate::mark::{Category, Mark};
use crate::vocabulary::POSSIBILITY_OF;

rule! {
    /// A noun of possibility with what is possible: *the possibility that*, *a chance that*,
    /// *the odds are*.
    ///
    /// > There is [a chance that]cue [the strike ends]scope.
    /// > They raised [the possibility of]cue [a recount]scope.
    /// > [The odds are]cue [they lose]scope.
    /// > He denied [rumors that]cue [he had fled]scope.
    /// > There is [every chance]cue [they will win]scope.
    /// > One [hypothesis is that]cue [the sea froze]scope.
    /// >! They studied theories that have failed.
    /// >! She gave him a chance to speak.
    /// > There is a good [chance of]cue [a cut]scope.
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
    let finite = Tag::VBP.bit() | Tag::VBZ.bit() | Tag::MD.bit();
    let after = anchor.at(anchor.end() + 1);
    let relative = after.is_some_and(|word| is_tagged(word, finite));
    let opens = !denied && (next.is("that") && !relative || of);
    let stated = is_be(next) && anchor.at(anchor.end() + 1).is_some_and(begins_clause);
    let chance_of = next.is("of") && is_there_is(anchor) && !denied;
    let opens = opens || chance_of;
    let there = !denied && is_there(anchor);
    if !(opens || stated || there) {
        return None;
    }
    let first = anchor
        .before(1)
        .filter(|word| is_determiner(*word) && !word.is("no"));
    let first = first.map_or(anchor.start(), |word| word.index());
    let end = match () {
        () if opens || !stated => anchor.end() + usize::from(opens),
        () if anchor
            .at(anchor.end() + 1)
            .is_some_and(|word| word.is("that")) =>
        {
            anchor.end() + 2
        }
        () => anchor.end() + 1,
    };
    let category = anchor.category().unwrap_or(Category::Epistemic);
    Some(anchor.hedge(&RULE, category, first..end))
}

/// *There is a chance they will*: a clause without *that*.
fn is_there(anchor: &Anchor<'_>) -> bool {
    let clause = clause_from(anchor.reading.document, anchor.end());
    let kinds = [ClauseKind::BARE, ClauseKind::RELATIVE];
    let stated = clause.is_some_and(|clause| kinds.contains(&clause.kind));
    stated && is_there_is(anchor)
}

/// Whether *there is* stands before it.
fn is_there_is(anchor: &Anchor<'_>) -> bool {
    let is = (1..=3).any(|n| anchor.before(n).is_some_and(is_be));
    let there = (2..=4).any(|n| anchor.before(n).is_some_and(|word| word.is("there")));
    is && there
}

fn begins_clause(word: Word<'_>) -> bool {
    word.is("that") || is_subject_pronoun(word) || is_determiner(word)
}
