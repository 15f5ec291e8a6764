//! The word classes of this plugin and the lists that fill them (folder `data/`).

use sayso_plugin::{Classes, Lexicon, LexiconError, Words, classes};

use crate::grammar::Grammar;

classes! {
    CLASS_NAMES:
    // Verbs that attribute; `data/classes.tsv` gives the frames and the act of each class.
    SAY, TELL, WRITE, MANNER, ASK, ANSWER, EXPLAIN, CLAIM,
    THINK, BELIEVE, KNOW, FIND, SHOW, IMPLY, PREDICT, HOPE, FEAR, SEEM,
    COMMIT, INTEND, WANT, DIRECT, DECIDE, PROPOSE, ADVISE,
    PRAISE, CRITICIZE, ACCUSE, DESCRIBE, CALL, SUPPORT, OPPOSE, REJECT, DENY, DECLINE,
    ANNOUNCE, MENTION, DISCUSS, EXPRESS, TALK,

    /// According to X.
    ACCORDING_TO,
    /// A noun of what somebody thinks or tells: in her view.
    VIEW,
    /// A noun for who is for or against something: a critic of
    STANCE,
    /// A noun that attributes: the claim that …
    CUE_NOUN,
    /// An adjective that attributes: she is sure that …
    CUE_ADJECTIVE,
}

/// Every class of verbs that attribute.
pub const CUE: Classes = Classes(TALK.0 | (TALK.0 - 1));

/// Verbs that go with quotations.
pub const SPEECH: Classes = Classes(
    SAY.0 | TELL.0 | WRITE.0 | MANNER.0 | ASK.0 | ANSWER.0 | EXPLAIN.0 | CLAIM.0 | ANNOUNCE.0,
);

/// Pronouns of persons that are subjects.
pub const NOMINATIVE: &Words = &Words::new(&["he", "she", "they", "we", "i"]);

/// Pronouns of persons that are objects; *her* may own something, too.
pub const ACCUSATIVE: &Words = &Words::new(&["him", "her", "them", "us", "me"]);

/// `that`, whatever it is.
pub const THAT: &Words = &Words::new(&["that"]);

/// The word lists, by file name.
pub const LISTS: &[(&str, &str)] = &[
    ("adjectives.tsv", include_str!("../data/adjectives.tsv")),
    ("nouns.tsv", include_str!("../data/nouns.tsv")),
    ("phrases.tsv", include_str!("../data/phrases.tsv")),
    ("verbs.tsv", include_str!("../data/verbs.tsv")),
];

/// All lists in one lexicon.
///
/// # Errors
/// A list is malformed; the error names it and the line.
pub fn lexicon() -> Result<Lexicon, LexiconError> {
    Lexicon::new(CLASS_NAMES, LISTS)
}

/// What the words of a lexicon may have around them.
///
/// # Errors
/// The table of classes is malformed, or what a word's line says; the error names the line or the
/// word.
pub fn grammar(lexicon: &Lexicon) -> Result<Grammar, String> {
    let table = include_str!("../data/classes.tsv");
    Grammar::new(CLASS_NAMES, table, lexicon.entries())
}
