use sayso_plugin::rule;

use crate::anchor::Anchor;
use crate::clause;
use crate::grammar::{clause_from, is_be, is_subject_pronoun, is_wh};
use crate::group::{self, Group};
use crate::mark::{Holder, Mark};
use crate::rules::declined_to::skip_on;
use crate::vocabulary::{KNOWING, SURE, UNKNOWN, UNSURE};

rule! {
    /// What nobody knows, or the speaker does not: *remains to be seen*, *unclear*, *not
    /// sure*, *does not know whether*.
    ///
    /// > [Whether it works]scope [remains to be seen]cue.
    /// > It is [unclear]cue [when the road opens]scope.
    /// > “[I do not know]cue [who won]scope,” he said.
    /// > It was [not clear]cue [how the fire began]scope.
    /// > [Who knows]cue?
    /// >! He does not know me.
    /// >! Her writing was clear.
    /// >! An unknown man called.
    pub const RULE: "not-known";
}

/// Reads one at a word of knowing or not knowing.
pub fn read(anchor: &Anchor<'_>) -> Option<Mark> {
    let group = group::before(anchor);
    let asks = anchor.precedes(is_wh);
    let own = group.own_start();
    let hearer = group.pronoun.is_some_and(|pronoun| pronoun.is("you"));
    let first = match () {
        () if hearer => return None,
        () if anchor.has(UNKNOWN) && !anchor.precedes_word("that") => anchor.start(),
        () if anchor.has(UNSURE) && is_predicate(anchor) => anchor.start(),
        () if anchor.has(SURE) && group.negated && leaves_open(anchor, own) => {
            negated_start(anchor, &group)
        }
        () if anchor.word.is("clear") && anchor.follows(|word| word.is("less")) => {
            anchor.start() - 1
        }
        () if anchor.has(KNOWING) && group.negated && asks => own.unwrap_or(group.first),
        () if anchor.word.is("know") && group.negated && anchor.ends_phrase() => own?,
        () => return None,
    };
    let topic = skip_on(anchor.after());
    let mut mark = anchor.non_commitment(&RULE, first..anchor.end(), topic);
    if own.is_some() || is_impersonal(anchor, &group) {
        mark.holder = Holder::Surrounding;
    }
    if mark.scope.is_empty() {
        mark.scope = clause::before(anchor, first);
    }
    Some(mark)
}

/// Whether what is not certain follows, or the first person says no more.
fn leaves_open(anchor: &Anchor<'_>, own: Option<usize>) -> bool {
    let stated = || clause_from(anchor.reading.document, anchor.end()).is_some();
    match anchor.next() {
        Some(next) if is_wh(next) || next.is("that") || is_subject_pronoun(next) => true,
        _ if anchor.ends_phrase() => own.is_some() && anchor.word.is("sure"),
        _ => stated(),
    }
}

/// Whether it says what nobody knows, not what its subject does not know.
fn is_impersonal(anchor: &Anchor<'_>, group: &Group<'_>) -> bool {
    let personal = [
        "unsure",
        "undecided",
        "sure",
        "certain",
        "aware",
        "convinced",
    ];
    let it = group.pronoun.is_some_and(|pronoun| pronoun.is("it"));
    it || !anchor.has(KNOWING) && !personal.contains(&anchor.entry.lemma.as_ref())
}

/// *Unclear* of a state of affairs, not before the noun it describes.
fn is_predicate(anchor: &Anchor<'_>) -> bool {
    if anchor.word.tag().is_noun() {
        return false;
    }
    let seems = anchor.follows_word("remains") || anchor.follows_word("remained");
    seems || anchor.ends_phrase() || anchor.precedes(is_wh) || group::before(anchor).be
}

/// Where *not sure*, *I am not sure*, *is n't clear* begins.
fn negated_start(anchor: &Anchor<'_>, group: &Group<'_>) -> usize {
    let own = group.own_start();
    let clitic = anchor.before(1).is_some_and(|word| word.is("n't"));
    match own {
        Some(start) => start,
        None if clitic => group.first,
        None => {
            let mut at = anchor.start();
            while at > group.first
                && anchor
                    .at(at - 1)
                    .is_some_and(|w| !is_be(w) && !is_subject_pronoun(w))
            {
                at -= 1;
            }
            at
        }
    }
}
