use sayso_plugin::{Tag, Word, rule};

use crate::anchor::Anchor;
use crate::grammar::{is_be, is_do, is_have, is_modal, is_negation, is_object, is_wh, subject};
use crate::group::{self, Group};
use crate::mark::{Holder, Mark};
use crate::rules::declined_to::{skip_on, without_place};
use crate::vocabulary::{GUARDED, WITHHELD};

rule! {
    /// A negated verb of telling that keeps back what could have been told: *would not say*,
    /// *could not confirm*, *did not say whether*.
    ///
    /// > The agency [would not say]cue [how many were hurt]scope.
    /// > Officials [could not confirm]cue [the report]scope.
    /// > He [hasn’t said]cue [whether he will run]scope.
    /// > She [would not rule out]cue [a lawsuit]scope.
    /// > “[I would not rule out]cue [a lawsuit]scope,” she said.
    /// > None of the owners [would comment]cue.
    /// > The agency [does not comment]cue on [open cases]scope.
    /// > The bank [is not commenting]cue on [the report]scope.
    /// > She [did not elaborate]cue.
    /// > He [has yet to say]cue [whether he will run]scope.
    /// > The firm [would neither confirm nor deny]cue [the report]scope.
    /// > “[I wouldn’t want to guess]cue [how long]scope,” she said.
    /// > He [did not wish to comment]cue.
    /// > She [could not say with certainty]cue [where it began]scope.
    /// > The club [would not be drawn on]cue [whether he stays]scope.
    /// > He [did not rule out]cue [a strike]scope.
    /// > “[We can’t say that]cue [it works]scope,” she said.
    /// > “[I can’t tell]cue you [if it is true]scope,” she said.
    /// > Neither the firm nor the bank [would discuss]cue [the sale]scope.
    /// > “[We never comment]cue on [plots]scope,” she said.
    /// >! He did not say that.
    /// >! He did not want to say goodbye.
    /// >! He did not name a price.
    /// >! They did not discuss lunch.
    /// >! The senate should not confirm him.
    pub const RULE: "would-not-say";
}

/// Reads one at a verb of telling.
pub fn read(anchor: &Anchor<'_>) -> Option<Mark> {
    let group = group::before(anchor);
    if let Some(mark) = never_comments(anchor, &group) {
        return Some(mark);
    }
    let unable = unable_start(anchor).or_else(|| unwilling_start(anchor));
    let nobody = group.modal && !anchor.has(GUARDED) && is_of_nobody(anchor);
    if unable.is_none() && !nobody && !(group.negated && keeps_back(anchor, &group)) {
        return None;
    }
    let own = unable
        .filter(|&at| is_own(anchor, at))
        .or_else(|| group.own_start());
    let first = unable.unwrap_or(own.unwrap_or(group.first));
    let that = anchor.word.is("say") && anchor.precedes_word("that");
    let sure = certainty(anchor);
    // *With certainty* is no booster here.
    let in_cue = if sure == 2 { sure } else { 0 };
    let end = anchor.end() + in_cue + usize::from(that);
    let topic = skip_on(anchor.tokens_from(end + sure - in_cue + hearer(anchor)));
    let mut mark = anchor.non_commitment(&RULE, first..end, topic);
    if own.is_some() {
        mark.holder = Holder::Surrounding;
    }
    Some(without_place(mark, anchor.after()))
}

/// Whether the word at an index is *I* or *we*.
fn is_own(anchor: &Anchor<'_>, at: usize) -> bool {
    let word = anchor.at(at);
    word.is_some_and(|word| word.is("i") || word.is("we"))
}

/// *None of the owners*, *neither firm*.
fn is_of_nobody(anchor: &Anchor<'_>) -> bool {
    let denies = ["none", "neither", "no", "nobody"];
    let subject = subject(anchor.reading.document, anchor.start());
    let Some(first) = subject.map(|chunk| chunk.tokens.first as usize) else {
        return false;
    };
    // *Neither the company nor the bureau*
    let nor = [first.checked_sub(1), first.checked_sub(2)]
        .into_iter()
        .flatten();
    let mut nor = nor.filter_map(|at| anchor.at(at));
    let denied = |word: Word<'_>| denies.iter().any(|form| word.is(form));
    anchor.at(first).is_some_and(denied) || nor.any(|word| word.is("neither") || word.is("nor"))
}

/// *Would not* and *could not* keep back by themselves; *did not* and *has not* only before
/// *whether*, *when* and the like.
fn keeps_back(anchor: &Anchor<'_>, group: &Group<'_>) -> bool {
    let that = anchor.word.is("say") && anchor.precedes_word("that");
    // *Is not commenting on the report*
    let going = group.be && anchor.word.tag() == Tag::VBG;
    if going {
        return anchor.has(WITHHELD) || asks(anchor);
    }
    if group.be || group.is_own() && anchor.has(GUARDED) && !asks(anchor) && !that {
        return false;
    }
    let asked = asks(anchor);
    let obliged = anchor
        .before(2)
        .is_some_and(|word| word.is("should") || word.is("must"));
    let says = anchor.word.is("say") && (anchor.ends_phrase() || anchor.precedes_word("that"));
    let denies = group.is_own() || anchor.ends_phrase();
    match group.modal && !obliged {
        true => asked || !anchor.has(GUARDED) || says && denies,
        false if anchor.has(WITHHELD) => group.does || group.has,
        false => asked && (group.does || group.has),
    }
}

/// *We never comment*, *she never discusses it*.
fn never_comments(anchor: &Anchor<'_>, group: &Group<'_>) -> Option<Mark> {
    let verbs = ["comment", "discuss"];
    let never = anchor.before(1).filter(|word| word.is("never"))?;
    let verb = anchor.word.tag().is_verb() && verbs.contains(&anchor.entry.lemma.as_ref());
    let own = group.own_start();
    let topic = skip_on(anchor.after());
    let first = own.unwrap_or(never.index());
    let mut mark = anchor.non_commitment(&RULE, first..anchor.end(), topic);
    if own.is_some() {
        mark.holder = Holder::Surrounding;
    }
    verb.then_some(mark)
}

/// Whether *whether* and the like follow, after *with certainty*.
fn asks(anchor: &Anchor<'_>) -> bool {
    let after = anchor.end() + certainty(anchor) + hearer(anchor);
    anchor.at(after).is_some_and(is_wh)
}

/// How many words whoever is told has: *I can't tell you if that's true*.
fn hearer(anchor: &Anchor<'_>) -> usize {
    let tells = anchor.word.is("tell");
    usize::from(tells && (anchor.precedes(is_object) || anchor.precedes_word("you")))
}

/// How many words *with certainty*, *for sure*, *exactly* have behind the verb.
fn certainty(anchor: &Anchor<'_>) -> usize {
    let is = |n: usize, forms: &[&str]| {
        let word = anchor.at(anchor.end() + n);
        word.is_some_and(|word| forms.iter().any(|form| word.is(form)))
    };
    match () {
        () if is(0, &["with", "for"]) && is(1, &["certainty", "certain", "sure"]) => 2,
        () if is(0, &["definitively", "exactly", "precisely", "yet"]) => 1,
        () => 0,
    }
}

/// *Would not want to guess*, *did not wish to comment*: where the cue begins.
fn unwilling_start(anchor: &Anchor<'_>) -> Option<usize> {
    let wants = ["care", "like", "want", "wish"];
    let verb = anchor
        .before(2)
        .filter(|verb| wants.contains(&verb.lemma()))?;
    let keeps = anchor.follows_word("to") && (!anchor.has(GUARDED) || asks(anchor));
    let mut first = verb.index();
    let mut negated = false;
    while let Some(word) = first.checked_sub(1).and_then(|before| anchor.at(before)) {
        let takes = is_negation(word) || is_modal(word) || is_do(word);
        if !takes || verb.index() - first > 3 {
            break;
        }
        negated |= is_negation(word);
        first -= 1;
    }
    let own = first.checked_sub(1).and_then(|before| anchor.at(before));
    let own = own.filter(|word| word.is("i") || word.is("we"));
    (keeps && negated).then(|| own.map_or(first, |own| own.index()))
}

/// *Was unable to confirm*, *has yet to say whether*.
fn unable_start(anchor: &Anchor<'_>) -> Option<usize> {
    let to = anchor.follows_word("to");
    let asked = anchor.precedes(is_wh);
    let keeps = |word: &Word<'_>| to && (word.is("unable") || asked && word.is("yet"));
    let unable = anchor.before(2).filter(keeps)?;
    let be = unable.index().checked_sub(1).and_then(|n| anchor.at(n));
    let be = be.filter(|word| is_be(*word) || is_have(*word));
    Some(be.map_or(unable.index(), |word| word.index()))
}
