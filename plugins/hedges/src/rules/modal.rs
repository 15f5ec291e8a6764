use sayso_plugin::{ChunkFlags, ClauseKind, Tag, Word, rule};

use crate::anchor::Anchor;
use crate::grammar::{
    clause, is_adverb, is_be, is_mark, is_negation, is_preposition, is_subject_pronoun,
};
use crate::mark::{Category, Mark};
use crate::vocabulary::{ABILITY, CONDITION, EXTENT, PERCEIVED};

rule! {
    /// *May*, *might* or *could* in the sense of possibility.
    ///
    /// > The levee [could]cue [fail within hours]scope, but it held.
    /// > Prices [may well]cue [rise again]scope.
    /// > The storm [might]cue [turn north]scope.
    /// >! She arrived on May 12 with Theresa May.
    /// >! Visitors may now cross it on foot.
    /// >! He could not attend.
    /// >! No plane could land.
    /// >! The tower could be seen from the sea.
    /// >! From the tower we could see the harbor.
    /// >! The might of the old empire faded.
    /// > “We [may]cue [win]scope,” she said, “[if it rains]scope.”
    /// > The fear is that it [could]cue [set a precedent]scope.
    /// > This [could]cue, [in turn, raise prices]scope.
    /// >! She gave all she could.
    /// >! They moved the camp so that the troops could rest.
    /// >! Could they leave?
    /// >! They could only watch.
    /// >! The ship sank before they could leave it.
    /// >! The court ruled that the sale could go ahead.
    pub const RULE: "modal";
}

/// Subjects that deny: *nobody could* tells of ability.
const NOBODY: [&str; 4] = ["nobody", "none", "nothing", "one"];

/// Reads one at a modal verb.
pub fn read(anchor: &Anchor<'_>) -> Option<Mark> {
    let noun = anchor.word.is("might") && anchor.follows(|word| word.is("the"));
    let modal = anchor.word.tag() == Tag::MD && !noun;
    let asked = anchor.begins_sentence() || anchor.precedes(is_subject_pronoun);
    let could = anchor.entry.lemma.starts_with("could");
    let able = could && is_ability(anchor);
    let alone = |word: Word<'_>| is_preposition(word) || is_mark(word) && word.form() != ",";
    let alone = anchor.next().is_none_or(alone);
    let allowed = anchor.word.is("may") && is_permission(anchor);
    let possible = modal && !alone && !asked && !able && !allowed;
    possible.then(|| {
        let cue = anchor.start()..anchor.end();
        anchor.hedge(&RULE, Category::Epistemic, cue)
    })
}

/// *Could* of ability: negated, before verbs of perception, after *if*, *wish*, *all he*.
fn is_ability(anchor: &Anchor<'_>) -> bool {
    let own = anchor.follows(|word| word.is("i") || word.is("we")) && !anchor.precedes(is_be);
    let able = |word: Word<'_>| is_negation(word) || word.has(ABILITY);
    let inverted = anchor.follows(|word| word.is("nor") || word.is("neither"));
    let condition = (1..=5).any(|n| anchor.before(n).is_some_and(|w| w.has(CONDITION)));
    own || is_of_nobody(anchor)
        || is_perceived(anchor)
        || anchor.precedes(able)
        || inverted
        || is_limited(anchor)
        || is_ruled(anchor)
        || condition
        || is_extent(anchor)
        || is_purpose(anchor)
}

/// *Could only watch*, *could never*, *before he could*.
fn is_limited(anchor: &Anchor<'_>) -> bool {
    let limits = ["only", "never", "no"];
    let limited = anchor.precedes(|word| limits.iter().any(|form| word.is(form)));
    let before = |word: Word<'_>| word.is("before") || word.is("until");
    limited || anchor.follows(is_subject_pronoun) && anchor.before(2).is_some_and(before)
}

/// *The judge ruled that it could go on*: what is allowed.
fn is_ruled(anchor: &Anchor<'_>) -> bool {
    let allowing = [
        "agree", "allow", "decide", "decree", "order", "permit", "rule",
    ];
    let clause = clause(anchor.reading.document, anchor.start());
    let verb = clause.and_then(|clause| {
        let that = clause.kind == ClauseKind::THAT;
        anchor.at((clause.tokens.first as usize)
            .checked_sub(1)
            .filter(|_| that)?)
    });
    verb.is_some_and(|verb| verb.tag().is_verb() && allowing.contains(&verb.lemma()))
}

/// What visitors, drivers and the like are allowed to do.
const PERMITTED: [&str; 24] = [
    "apply", "board", "bring", "camp", "cross", "dine", "enroll", "enter", "fish", "hunt", "opt",
    "park", "reapply", "redeem", "register", "renew", "ride", "smoke", "stay", "swim", "travel",
    "visit", "vote", "wear",
];

/// *Visitors may enter*: people of some kind, and something that is allowed or not.
fn is_permission(anchor: &Anchor<'_>) -> bool {
    let adverb = usize::from(anchor.precedes(is_adverb));
    let verb = anchor.at(anchor.end() + adverb);
    let subject = anchor.before(1).and_then(|word| word.chunk());
    let kind = subject.is_some_and(|chunk| {
        let named = ChunkFlags::NAME.with(ChunkFlags::DETERMINED);
        chunk.flags.has(ChunkFlags::PLURAL) && !chunk.flags.has_any(named)
    });
    kind && verb.is_some_and(|verb| PERMITTED.contains(&verb.lemma()))
}

/// *Nobody could*, *no plane could*.
fn is_of_nobody(anchor: &Anchor<'_>) -> bool {
    let denies = |word: Word<'_>| NOBODY.iter().any(|form| word.is(form));
    let chunk = anchor.before(1).and_then(|word| word.chunk());
    let first = chunk.and_then(|chunk| anchor.at(chunk.tokens.first as usize));
    anchor.follows(denies) || first.is_some_and(|first| first.is("no"))
}

/// *Could be seen*; but *could be seen as* is a view.
fn is_perceived(anchor: &Anchor<'_>) -> bool {
    let verb = anchor
        .at(anchor.end() + 1)
        .filter(|verb| verb.has(PERCEIVED));
    let after = verb.and_then(|verb| anchor.at(verb.index() + 1));
    anchor.precedes(is_be) && verb.is_some() && !after.is_some_and(|word| word.is("as"))
}

/// *All she could*, *as he could*.
fn is_extent(anchor: &Anchor<'_>) -> bool {
    let measured = |w: Word<'_>| w.has(EXTENT) || w.is("as");
    let that = anchor.before(2).is_some_and(|word| word.is("that"));
    let before = anchor.before(if that { 3 } else { 2 });
    anchor.follows(is_subject_pronoun) && before.is_some_and(measured)
}

/// *So that the troops could rest*.
fn is_purpose(anchor: &Anchor<'_>) -> bool {
    (2..=6).any(|n| {
        let that = anchor.before(n - 1).is_some_and(|word| word.is("that"));
        that && anchor.before(n).is_some_and(|word| word.is("so"))
    })
}
