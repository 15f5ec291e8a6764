use sayso_plugin::{TokenRange, rule};

use crate::anchor::Anchor;
use crate::grammar::{is_have, is_preposition};
use crate::group;
use crate::mark::{Holder, Mark};
use crate::rules::declined_to::skip_on;

rule! {
    /// *No comment*, *could not be reached*, *was not available for comment*.
    ///
    /// > The owner [had no comment]cue on [the sale]scope.
    /// > “[No comment]cue,” he said.
    /// > Her lawyer [could not be reached for comment]cue.
    /// > Asked about it, Finch [demurred]cue.
    /// > He [was not available for comment]cue.
    pub const RULE: "no-comment";
}

/// Reads one at such a phrase.
pub fn read(anchor: &Anchor<'_>) -> Option<Mark> {
    let has = anchor
        .before(1)
        .filter(|word| is_have(*word) || word.lemma() == "make");
    let first = match has {
        Some(has) => has.index(),
        None => group::before(anchor).first,
    };
    let topic = skip_on(anchor.after());
    let mut mark = anchor.non_commitment(&RULE, first..anchor.end(), topic);
    if !anchor.precedes(is_preposition) {
        mark.scope = TokenRange::new(mark.cue.end, mark.cue.end);
    }
    if first == anchor.start() && !anchor.word.tag().is_verb() {
        mark.holder = Holder::Surrounding;
    }
    Some(mark)
}
