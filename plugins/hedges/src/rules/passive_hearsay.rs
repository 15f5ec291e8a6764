use sayso_plugin::{ClauseKind, Tag, Word, rule};

use crate::anchor::Anchor;
use crate::clause;
use crate::grammar::{clause_from, is_determiner, is_mark, is_preposition, is_tagged};
use crate::group::{self, Group};
use crate::mark::{Category, Mark};
use crate::vocabulary::{ACCEPTED, EXPECTED, HEARSAY, PEOPLE, REGARDED};

rule! {
    /// What is believed, said or expected, nobody tells by whom: *is believed to*, *is
    /// expected*, *is widely seen as*. The cue runs from the first auxiliary to *to*.
    ///
    /// > The pair [are also expected to]cue [discuss trade]scope.
    /// > The farm [was once thought to]cue [be haunted]scope.
    /// > A storm, [expected to]cue [last two days]scope, hit the coast.
    /// > She [is widely seen as]cue [a moderate]scope.
    /// > Two men, [believed to]cue [be brothers]scope, fled.
    /// > He [is suspected of]cue [setting the fire]scope.
    /// > A ruling [is expected]cue [on Friday]scope.
    /// > [It is widely accepted that]cue [the map is old]scope.
    /// > The map [is generally acknowledged]cue [to be old]scope.
    /// > The uniform [is considered by some]cue [to be ugly]scope.
    /// > [The ministers meet in May]scope, [it is thought]cue.
    /// > The troupe, [generally considered]cue [the best]scope, left.
    /// >! The offer was accepted.
    /// >! They did better than expected.
    /// >! The boy was said goodbye to.
    /// >! He said to wait.
    pub const RULE: "passive-hearsay";
}

/// Reads one at a participle.
pub fn read(anchor: &Anchor<'_>) -> Option<Mark> {
    let group = group::before(anchor);
    let to = anchor.precedes_word("to");
    let that = anchor.precedes_word("that");
    let end = match () {
        () if anchor.has(REGARDED) && (group.be || is_reduced(anchor, &group)) => {
            regarded_end(anchor)?
        }
        () if anchor.has(ACCEPTED) => accepted_end(anchor, &group)?,
        () if anchor.has(HEARSAY) && to && is_heard(anchor, &group) => anchor.end() + 1,
        () if anchor.word.is("suspected") && group.be && anchor.precedes_word("of") => {
            anchor.end() + 1
        }
        () if anchor.has(HEARSAY) && that && is_impersonal(&group) => anchor.end() + 1,
        () if anchor.has(HEARSAY) && is_impersonal(&group) && states(anchor) => anchor.end(),
        () if anchor.has(HEARSAY) && is_impersonal(&group) && is_put_in(anchor, &group) => {
            let mut mark = anchor.hedge(&RULE, Category::Evidential, group.first..anchor.end());
            mark.cue.first = group.pronoun.map_or(mark.cue.first, |it| it.index() as u32);
            mark.scope = clause::before(anchor, mark.cue.first as usize);
            return Some(mark);
        }
        () if anchor.has(EXPECTED) && group.be && (!group.negated || is_later(anchor)) => {
            anchor.end()
        }
        () => return None,
    };
    let widely = anchor.has(REGARDED) && !group.be;
    let widely = widely && anchor.follows(|word| WIDELY.contains(&word.lemma()));
    let first = match is_impersonal(&group) && !to {
        true => group.pronoun.map_or(group.first, |it| it.index()),
        false if widely => anchor.start() - 1,
        false => group.first,
    };
    Some(anchor.hedge(&RULE, Category::Evidential, first..end))
}

/// *…, it is thought*: behind a comma and before a mark.
fn is_put_in(anchor: &Anchor<'_>, group: &Group<'_>) -> bool {
    let comma = group
        .pronoun
        .and_then(|it| anchor.at(it.index().checked_sub(1)?));
    anchor.ends_phrase() && comma.is_some_and(|word| word.form() == ",")
}

/// *Is not expected until autumn*.
fn is_later(anchor: &Anchor<'_>) -> bool {
    anchor.precedes(|word| word.is("until") || word.is("before"))
}

/// *Is believed to* and a verb, or *expected to* without an auxiliary.
fn is_heard(anchor: &Anchor<'_>, group: &Group<'_>) -> bool {
    let verb_follows = anchor
        .at(anchor.end() + 1)
        .is_some_and(|word| !is_determiner(word) && !is_preposition(word));
    let active = !group.be && (group.has || group.pronoun.is_some());
    let alone = anchor.has(EXPECTED) && !active && group.before.is_some_and(|w| !w.is("than"));
    verb_follows && (group.be || alone || is_reduced(anchor, group))
}

/// *A state seen as critical*, *men believed to be brothers*: the participle alone.
fn is_reduced(anchor: &Anchor<'_>, group: &Group<'_>) -> bool {
    let noun = |word: Word<'_>| word.tag().is_noun() || is_mark(word);
    let to_be = || {
        let verb = anchor.at(anchor.end() + 1);
        !anchor.word.is("claimed") && verb.is_some_and(|verb| verb.is("be"))
    };
    // *…, widely considered the best*
    let set_off =
        group.before.is_some_and(is_mark) && anchor.follows(|word| WIDELY.contains(&word.lemma()));
    let participle = anchor.word.tag() == Tag::VBN || set_off || to_be();
    participle && !group.has && group.before.is_some_and(noun)
}

/// Whether a clause without *that* follows.
fn states(anchor: &Anchor<'_>) -> bool {
    let clause = clause_from(anchor.reading.document, anchor.end());
    clause.is_some_and(|clause| clause.kind == ClauseKind::BARE)
}

/// *It is believed*.
fn is_impersonal(group: &Group<'_>) -> bool {
    group.be && group.pronoun.is_some_and(|pronoun| pronoun.is("it"))
}

/// What a description after *is considered* begins with.
const DESCRIPTION: u64 = Tag::DT.bit()
    | Tag::PRP_POSSESSIVE.bit()
    | Tag::CD.bit()
    | Tag::JJ.bit()
    | Tag::JJR.bit()
    | Tag::JJS.bit()
    | Tag::RB.bit()
    | Tag::RBS.bit()
    | Tag::NN.bit()
    | Tag::NNS.bit()
    | Tag::TO.bit();

/// Where the cue of *is seen as* ends, if a description follows.
fn regarded_end(anchor: &Anchor<'_>) -> Option<usize> {
    let described = anchor.entry.len() > 1
        || anchor.precedes(|word| is_tagged(word, DESCRIPTION) || word.is("as"));
    if anchor.precedes_word("by") {
        // By nobody in particular.
        let who = anchor
            .at(anchor.end() + 1)
            .filter(|word| word.has(PEOPLE))?;
        let alone = who.chunk().is_none_or(|chunk| chunk.tokens.len() == 1);
        return alone.then(|| who.index() + 1);
    }
    (described && !anchor.ends_phrase()).then(|| anchor.end())
}

/// Adverbs that say something is everybody's view, or some people's.
const WIDELY: [&str; 10] = [
    "broadly",
    "commonly",
    "frequently",
    "generally",
    "increasingly",
    "often",
    "sometimes",
    "traditionally",
    "universally",
    "widely",
];

/// Where the cue of *is widely accepted* ends, if a proposition follows.
fn accepted_end(anchor: &Anchor<'_>, group: &Group<'_>) -> Option<usize> {
    let widely = anchor
        .before(1)
        .filter(|word| WIDELY.contains(&word.lemma()))?;
    let next = anchor.next()?;
    let stated = next.is("that") || next.is("as") || next.is("to");
    let end = anchor.end() + usize::from(next.is("that"));
    (group.be && stated && group.first < widely.index()).then_some(end)
}
