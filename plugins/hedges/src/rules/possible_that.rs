use sayso_plugin::{ClauseKind, Word, rule};

use crate::anchor::Anchor;
use crate::grammar::{clause_from, is_adverb};
use crate::group;
use crate::mark::{Category, Mark};

rule! {
    /// What is possible, said before it: *it is possible that*, *it remains conceivable that*;
    /// not what somebody is able to do (*it is possible to*).
    ///
    /// > [It is possible that]cue [the rope broke]scope.
    /// > [It was entirely possible]cue [he slept]scope.
    /// > [It remains conceivable that]cue [they agree]scope.
    /// > [It is possible]cue, he said, that [the rope broke]scope.
    /// >! It is possible to walk there.
    /// >! It is not possible that he slept.
    /// >! Is it possible?
    pub const RULE: "possible-that";
}

/// Verbs that stand where *is* does.
const REMAINS: [&str; 5] = ["appear", "look", "remain", "seem", "sound"];

/// What is put in before *that* is not longer than this.
const PUT_IN: usize = 8;

/// Reads one at an adjective of possibility.
pub fn read(anchor: &Anchor<'_>) -> Option<Mark> {
    let first = impersonal(anchor)?;
    let comma = anchor.precedes(|word| word.form() == ",");
    let that = || {
        let mut words = anchor.after().words().take(PUT_IN);
        words.find(|word| word.is("that")).map(|that| that.index())
    };
    if comma {
        let mut mark = anchor.hedge(&RULE, Category::Epistemic, first..anchor.end());
        mark.scope = crate::reach::after(anchor, first, that()? + 1);
        return Some(mark);
    }
    let stated = clause_from(anchor.reading.document, anchor.end());
    let bare = stated.is_some_and(|clause| clause.kind == ClauseKind::BARE);
    let end = match anchor.precedes_word("that") {
        true => anchor.end() + 1,
        false if bare => anchor.end(),
        false => return None,
    };
    Some(anchor.hedge(&RULE, Category::Epistemic, first..end))
}

/// Where *it is* or *it remains* begins, if it stands before the adjective.
fn impersonal(anchor: &Anchor<'_>) -> Option<usize> {
    let group = group::before(anchor);
    if group.be {
        let it = group.pronoun.filter(|it| it.is("it") && !group.negated)?;
        return Some(it.index());
    }
    let remains = |word: &Word<'_>| REMAINS.contains(&word.lemma());
    let verb = group.before.filter(remains)?;
    let mut before = (1..=2).filter_map(|n| anchor.at(verb.index().checked_sub(n)?));
    let it = before.find(|word| !is_adverb(*word))?;
    it.is("it").then(|| it.index())
}
