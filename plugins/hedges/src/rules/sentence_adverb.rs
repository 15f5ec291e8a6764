use sayso_plugin::rule;

use crate::anchor::Anchor;
use crate::clause;
use crate::group;
use crate::mark::{Category, Mark};
use crate::vocabulary::EVIDENTIAL;

rule! {
    /// An adverb or phrase of possibility, probability or hearsay: *perhaps*, *reportedly*,
    /// *it is possible that*. Its scope is the rest of the clause, or what is before it if
    /// nothing is left.
    ///
    /// > [Perhaps]cue [the vote was rigged]scope.
    /// > The ferry [almost certainly]cue [sank at night]scope.
    /// > The mayor [reportedly]cue [took bribes]scope, but no charge followed.
    /// > [She will win]scope, [probably]cue.
    /// > It [doesn’t necessarily]cue [help]scope.
    /// >! He couldn’t possibly lose.
    /// >! It is a probable cause.
    pub const RULE: "sentence-adverb";
}

/// Reads one at an adverb.
pub fn read(anchor: &Anchor<'_>) -> Option<Mark> {
    // *Could not possibly* tells what cannot be.
    let barred = anchor.word.is("possibly") && group::before(anchor).negated;
    if barred {
        return None;
    }
    let category = match anchor.has(EVIDENTIAL) {
        true => Category::Evidential,
        false => anchor.category().unwrap_or(Category::Epistemic),
    };
    let verb = anchor.word.is("n't") && anchor.before(1).is_some();
    let first = anchor.start() - usize::from(verb);
    let mut mark = anchor.hedge(&RULE, category, first..anchor.end());
    if mark.scope.is_empty() {
        mark.scope = clause::before(anchor, anchor.start());
    }
    Some(mark)
}
