use sayso_plugin::{Word, rule};

use crate::anchor::Anchor;
use crate::clause;
use crate::grammar::is_be;
use crate::mark::{Category, Holder, Mark};
use crate::reach;

rule! {
    /// *In my view*, *in his opinion*, *my guess is*.
    ///
    /// > [In my view]cue, [the deal is dead]scope.
    /// > [My guess is]cue [they will sell]scope.
    /// > [The case was handled well]scope [in her opinion]cue.
    /// > [She failed]scope, [in the view of many members]cue.
    /// > [My own feeling is]cue [they will sell]scope.
    /// > [My guess would be]cue [they will sell]scope.
    /// > [To her knowledge]cue, [nobody came]scope.
    /// >! The view from the tower was fine.
    /// >! In his assessment of the case he erred.
    /// >! In public opinion he won.
    pub const RULE: "in-my-view";
}

/// The pronouns that a view belongs to.
const OWNERS: [&str; 6] = ["my", "our", "his", "her", "their", "your"];

/// Reads one at a noun of opinion.
pub fn read(anchor: &Anchor<'_>) -> Option<Mark> {
    if let Some(mark) = in_the_view_of(anchor) {
        return Some(mark);
    }
    let owner = anchor.before(1)?;
    let owner = if owner.is("own") {
        anchor.before(2)?
    } else {
        owner
    };
    if !OWNERS.iter().any(|form| owner.is(form)) {
        return None;
    }
    let own = owner.is("my") || owner.is("our");
    let known = anchor.word.is("knowledge");
    let to = known || own && anchor.word.is("mind");
    let preposition = |word: &Word<'_>| word.is("in") && !known || word.is("to") && to;
    let before = owner.index().checked_sub(1).and_then(|at| anchor.at(at));
    let after_in = before.filter(preposition);
    let be = anchor.at(anchor.end() + 1).is_some_and(is_be);
    let (first, end) = match after_in {
        Some(word) if !anchor.precedes(|next| next.is("that") || next.is("of")) => {
            (word.index(), anchor.end())
        }
        None if own && (anchor.precedes_word("is") || anchor.precedes_word("was")) => {
            (owner.index(), anchor.end() + 1)
        }
        None if own && anchor.precedes_word("would") && be => (owner.index(), anchor.end() + 2),
        _ => return None,
    };
    let mut mark = anchor.hedge(&RULE, Category::Belief, first..end);
    if !own {
        mark.holder = Holder::Owner(owner.index());
    }
    let opener = |n: usize| first.checked_sub(n).and_then(|at| anchor.at(at));
    let comma = opener(1).is_some_and(|word| word.form() == ",");
    let that = comma && opener(2).is_some_and(|word| word.is("that"));
    if that && anchor.precedes(|word| word.form() == ",") {
        // *That, in her view, …*
        mark.scope = reach::after(anchor, end, end + 1);
    }
    if mark.scope.is_empty() {
        mark.scope = clause::before(anchor, first);
    }
    Some(mark)
}

/// *In the view of many*.
fn in_the_view_of(anchor: &Anchor<'_>) -> Option<Mark> {
    let first = anchor.before(2).filter(|word| word.is("in"))?.index();
    if !anchor.follows_word("the") || !anchor.precedes_word("of") {
        return None;
    }
    let holder = clause::noun_phrase(anchor, anchor.end() + 1);
    let mut mark = anchor.hedge(&RULE, Category::Belief, first..holder.end as usize);
    let before = clause::before(anchor, first);
    if !before.is_empty() {
        mark.scope = before;
    }
    (!holder.is_empty()).then_some(mark)
}
