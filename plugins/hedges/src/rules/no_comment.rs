use sayso_plugin::{TokenRange, Word, rule};

use crate::anchor::Anchor;
use crate::grammar::{is_have, is_preposition, subject};
use crate::group;
use crate::mark::{Holder, Mark};
use crate::rules::declined_to::skip_on;

rule! {
    /// *No comment*, *could not be reached*, *was not available for comment*.
    ///
    /// > The owner [had no comment]cue on [the sale]scope.
    /// > “[No comment]cue,” he said.
    /// > Her lawyer [could not be reached for comment]cue.
    /// > No one at the firm [could be reached]cue.
    /// >! The firm could be reached by road.
    /// > Asked about it, Finch [demurred]cue.
    /// > He [was not available for comment]cue.
    pub const RULE: "no-comment";
}

/// *Nobody from the firm was*, *no one at the school could*.
fn is_of_nobody(anchor: &Anchor<'_>) -> bool {
    let chunk = subject(anchor.reading.document, anchor.start().max(1) - 1);
    let first = chunk.and_then(|chunk| anchor.at(chunk.tokens.first as usize));
    let opens = anchor.at(anchor.sentence.first as usize);
    let denies = ["nobody", "no", "none"];
    let is = |word: Word<'_>| denies.iter().any(|form| word.is(form));
    first.is_some_and(is) || opens.is_some_and(is)
}

/// Reads one at such a phrase.
pub fn read(anchor: &Anchor<'_>) -> Option<Mark> {
    let denied = anchor.entry.words().next();
    let affirmed = denied.is_some_and(|first| first == "available" || first == "be");
    if affirmed && !is_of_nobody(anchor) {
        return None;
    }
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
