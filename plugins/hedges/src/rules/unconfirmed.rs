use sayso_plugin::{Tag, Word, rule};

use crate::anchor::Anchor;
use crate::clause;
use crate::grammar::is_be;
use crate::group;
use crate::mark::{Holder, Mark};

rule! {
    /// What could not be checked: *could not be confirmed*, *has not been verified*, *remain
    /// unconfirmed*.
    ///
    /// > [The report]scope [could not be independently confirmed]cue.
    /// > [The claims]scope [have not been verified]cue.
    /// > [The reports]scope remain [unconfirmed]cue.
    /// >! The judge will not be confirmed.
    /// >! The judge was not confirmed.
    /// >! They confirmed it.
    pub const RULE: "unconfirmed";
}

/// Reads one at a participle of checking.
pub fn read(anchor: &Anchor<'_>) -> Option<Mark> {
    let group = group::before(anchor);
    let un = anchor.word.form().starts_with("un");
    let remains = |word: Word<'_>| is_be(word) || word.lemma() == "remain" || word.lemma() == "go";
    let barred = ["will", "wo", "would", "should", "must"];
    let first = anchor.at(group.first);
    let modal = group.modal && !first.is_some_and(|word| barred.iter().any(|form| word.is(form)));
    let passive = group.be && group.negated && (modal || group.has);
    let first = match un {
        true if anchor.follows(remains) => anchor.start(),
        false if passive && anchor.word.tag() == Tag::VBN => group.first,
        _ => return None,
    };
    let mark = anchor.non_commitment(&RULE, first..anchor.end(), anchor.end());
    let end = if group.be { group.first } else { first };
    let verb = usize::from(un && !group.be);
    Some(Mark {
        scope: clause::before(anchor, end - verb),
        holder: Holder::Surrounding,
        ..mark
    })
}
