use sayso_plugin::{Shape, TokenKind, Word, rule};

use crate::anchor::Anchor;
use crate::group::{self, is_adverb};
use crate::mark::{Category, Mark};
use crate::vocabulary::{AND, DETERMINER, EVIDENCE, GROUP, OBJECT, PREPOSITION, SUBJECT};

rule! {
    /// *Suggest*, *indicate*, *imply*, said of evidence. Said of a person they
    /// attribute, and are no hedge.
    ///
    /// > The data [suggest]cue [that prices fell]scope.
    /// > Prices fell, [suggesting]cue [a weaker market]scope.
    /// > Early polls from the north [indicate]cue [a close race]scope.
    /// >! The senator suggested that taxes fell.
    /// > These assays strongly [suggest]cue [a role for zinc]scope.
    /// >! He suggested a walk.
    /// >! Lawyers suggest that taxes fell.
    pub const RULE: "suggest";
}

/// How many words before the verb its subject is looked for in.
const SUBJECT_WITHIN: usize = 8;

/// Who suggests as a person does, though the word does not end as one for persons.
const PERSONS: [&str; 22] = [
    "aides",
    "campaign",
    "colleagues",
    "committee",
    "critics",
    "democrats",
    "friends",
    "group",
    "groups",
    "many",
    "men",
    "most",
    "others",
    "people",
    "republicans",
    "some",
    "sources",
    "spokesman",
    "spokeswoman",
    "team",
    "who",
    "women",
];

/// How words for persons end.
const PERSON_ENDINGS: [&str; 8] = [
    "ers", "ors", "ists", "ians", "ials", "crats", "cans", "ives",
];

/// Reads one at such a verb.
pub fn read(anchor: &Anchor<'_>) -> Option<Mark> {
    let form = anchor.word.form();
    let shown = match () {
        () if form.ends_with("ing") => is_shown_in_passing(anchor),
        () if form.ends_with("ed") => subject_is_evidence(anchor),
        () => subject_is_evidence(anchor) || subject_is_thing(anchor),
    };
    let first = Some(group::before(anchor)).filter(|group| group.modal);
    let first = first.map_or(anchor.start(), |group| group.first);
    shown.then(|| anchor.hedge(&RULE, Category::Epistemic, first..anchor.end()))
}

/// Whether evidence is among the nearest words that can be the subject.
fn subject_is_evidence(anchor: &Anchor<'_>) -> bool {
    for n in 1..=SUBJECT_WITHIN {
        let Some(word) = anchor.before(n) else {
            return false;
        };
        if word.has(EVIDENCE) {
            return true;
        }
        if n == 1 && is_name(word) || word.has(SUBJECT) || word.kind() == TokenKind::PUNCTUATION {
            return false;
        }
    }
    false
}

/// Whether the word before is a noun, and none for persons.
fn subject_is_thing(anchor: &Anchor<'_>) -> bool {
    let nearest = (1..=3).filter_map(|n| anchor.before(n));
    let subject = nearest.into_iter().find(|word| !is_adverb(*word));
    subject.is_some_and(|word| {
        let other = GROUP
            .or(SUBJECT)
            .or(PREPOSITION)
            .or(DETERMINER)
            .or(AND)
            .or(OBJECT);
        word.kind() == TokenKind::WORD
            && !word.has(other)
            && !word.is("to")
            && !is_name(word)
            && !is_person(word)
    })
}

/// *…, suggesting that*, of what was said before; not of what a person does.
fn is_shown_in_passing(anchor: &Anchor<'_>) -> bool {
    let first = anchor.at(anchor.sentence.first as usize);
    let of_person =
        first.is_some_and(|word| word.has(SUBJECT) && !word.is("it") && !word.is("there"));
    (anchor.follows_word(",") || subject_is_thing(anchor)) && !of_person
}

fn is_person(word: Word<'_>) -> bool {
    let form = word.form();
    let ends = PERSON_ENDINGS.iter().any(|ending| form.ends_with(ending));
    ends || PERSONS.iter().any(|person| word.is(person))
}

/// A capital that the beginning of a sentence does not explain.
fn is_name(word: Word<'_>) -> bool {
    word.has_shape(Shape::CAPITAL) && !word.has_shape(Shape::SENTENCE_START)
}
