use sayso_plugin::{ChunkFlags, ChunkKind, Tag, Word, rule};

use crate::anchor::Anchor;
use crate::domain::Domain;
use crate::grammar::{
    is_adverb, is_be, is_have, is_mark, is_negation, is_subject_pronoun, subject,
};
use crate::mark::{Category, Mark};
use crate::vocabulary::{BODY, EFFECT, PROSPECT, SEEM};

rule! {
    /// *Should* and *ought to* of what is to be expected, not of duty: before a verb of effect, or
    /// *be* and an adjective like *enough*, if the subject is a thing. With the setting
    /// `domain = "scientific"` always. *Must* of what is concluded: *must have gone*, *must be
    /// joking*.
    ///
    /// > The cut [should]cue [ease the shortage]scope.
    /// > The endorsement [should]cue [help her in the north]scope.
    /// > These results [should]cue [prove useful]scope.
    /// > Two trucks [should]cue [be enough]scope.
    /// >! The talks should not end.
    /// > He [must]cue [have gone home]scope.
    /// > “You [must]cue [be joking]scope,” she said.
    /// >! The rules must be binding.
    /// >! Drivers must have a permit.
    /// >! They must be told.
    /// >! The mayor should ease the rules.
    /// >! She should be ready for questions.
    /// >! They should help us.
    /// >! The city should end the lease.
    /// >! Should it help, we stay.
    /// >! The road should be closed.
    pub const RULE: "should";
}

/// Reads one at *should*.
pub fn read(anchor: &Anchor<'_>) -> Option<Mark> {
    let stands = anchor.word.tag() == Tag::MD
        && !anchor.begins_sentence()
        && !anchor.precedes(is_subject_pronoun)
        && anchor.next().is_some_and(|next| !is_mark(next));
    let must = anchor.word.is("must");
    let expected = match anchor.domain {
        _ if must => is_deduced(anchor),
        Domain::Scientific => true,
        _ => is_expected(anchor),
    };
    let mark = || anchor.hedge(&RULE, Category::Epistemic, anchor.start()..anchor.end());
    (stands && expected).then(mark)
}

/// *Must have gone*, *must be joking*: what is concluded.
fn is_deduced(anchor: &Anchor<'_>) -> bool {
    let skipped = anchor.after().words().take(2);
    let skipped = skipped.take_while(|word| is_adverb(*word)).count();
    let form = |n: usize| anchor.at(anchor.end() + skipped + n);
    let (first, second) = (form(0), form(1));
    let is = |word: Option<Word<'_>>, tag: Tag| word.is_some_and(|word| word.tag() == tag);
    let seems = second.is_some_and(|word| word.has(SEEM));
    first.is_some_and(is_have) && is(second, Tag::VBN) && !seems
        || first.is_some_and(is_be) && is(second, Tag::VBG) && !is_thing(anchor)
}

/// Whether what follows is an effect or a state and no duty of somebody.
fn is_expected(anchor: &Anchor<'_>) -> bool {
    let between = |word: &Word<'_>| is_adverb(*word) || is_negation(*word);
    let skipped = anchor.after().words().take(3).take_while(between).count();
    let at = anchor.end() + skipped;
    let Some(verb) = anchor.at(at) else {
        return false;
    };
    if is_be(verb) {
        let mut state = (at + 1..at + 3).filter_map(|index| anchor.at(index));
        return state.any(|state| state.has(PROSPECT)) && is_thing(anchor);
    }
    let denied = anchor.after().words().take(skipped).any(is_negation);
    verb.has(EFFECT) && !denied && is_thing(anchor)
}

/// Whether the subject is a thing, which has no duties.
fn is_thing(anchor: &Anchor<'_>) -> bool {
    let document = anchor.reading.document;
    let Some(subject) = subject(document, anchor.start()) else {
        return false;
    };
    let head = anchor.reading.word(subject.head as usize);
    let somebody = ChunkFlags::PERSON.with(ChunkFlags::ORGANIZATION);
    let somebody = somebody.with(ChunkFlags::NAME).with(ChunkFlags::PLACE);
    let agent = head.has(BODY) || crate::grammar::is_agent(head.lemma());
    match subject.kind {
        ChunkKind::PRONOUN => head.is("it"),
        ChunkKind::DETERMINER => true,
        ChunkKind::NOUN => !subject.flags.has_any(somebody) && !agent,
        _ => false,
    }
}
