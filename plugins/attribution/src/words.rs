//! The word classes of this plugin and the lists that fill them (folder `data/`).

use sayso_plugin::{Classes, Lexicon, LexiconError, classes};

classes! {
    CLASS_NAMES:
    // Frames: what may follow a cue, or stand around it.
    /// "…," X said.
    QUOTE,
    /// Introduces a quotation only, never a clause: "…," she continued.
    QUOTE_ONLY,
    /// May stand before its source after a quotation: "…," said X.
    INVERTED,
    /// X said that …
    THAT,
    /// X said …, without "that".
    BARE,
    /// X asked whether …
    WH,
    /// X promised to …
    TO,
    /// X urged Y to …
    OBJECT_TO,
    /// X praised the plan.
    NP,
    /// X deemed the plan …
    NP_SMALL,
    /// X called the plan a …
    SMALL_CLAUSE,
    /// X opposed to …
    TO_NP,
    /// X accused Y of …
    OF,
    /// X criticized Y for …
    FOR_OVER,
    /// X complained about …
    ABOUT,
    /// X hinted at …
    AT,
    /// X agreed with …
    WITH,
    /// X described Y as …
    AS,
    /// X denied taking …
    ING,
    /// X told Y (that) …
    RECIPIENT,
    /// The statement read: …
    COLON,
    /// X declined to say …
    DECLINE,
    /// According to X.
    ACCORDING_TO,

    // Function words.
    DETERMINER, POSSESSIVE, PRONOUN, SUBJECT, SINGULAR, WH_WORD, RELATIVE, EXISTENTIAL,
    PRONOMINAL, PREPOSITION, NOUN_LINK, COORDINATOR, ADVERSATIVE, SUBORDINATOR, AUXILIARY,
    NEGATION, ADVERB, TIME, OTHER_VERB,

    // Nouns.
    TITLE, PERSON, ORGANIZATION, DOCUMENT, CUE_NOUN, GIVEN_NAME,
}

/// Every class that makes a word a cue.
pub const CUE: Classes = Classes(
    QUOTE.0
        | QUOTE_ONLY.0
        | THAT.0
        | BARE.0
        | WH.0
        | TO.0
        | OBJECT_TO.0
        | NP.0
        | NP_SMALL.0
        | SMALL_CLAUSE.0
        | TO_NP.0
        | OF.0
        | FOR_OVER.0
        | ABOUT.0
        | AT.0
        | WITH.0
        | AS.0
        | ING.0
        | COLON.0
        | DECLINE.0,
);

/// Words that end a noun phrase on their left or right.
pub const CLOSED: Classes = Classes(
    PRONOUN.0
        | WH_WORD.0
        | PREPOSITION.0
        | COORDINATOR.0
        | ADVERSATIVE.0
        | SUBORDINATOR.0
        | AUXILIARY.0
        | NEGATION.0
        | ADVERB.0
        | OTHER_VERB.0
        | EXISTENTIAL.0,
);

/// The word lists, by file name.
pub const LISTS: &[(&str, &str)] = &[
    ("given_names.tsv", include_str!("../data/given_names.tsv")),
    ("nouns.tsv", include_str!("../data/nouns.tsv")),
    ("phrases.tsv", include_str!("../data/phrases.tsv")),
    ("verbs.tsv", include_str!("../data/verbs.tsv")),
    ("words.tsv", include_str!("../data/words.tsv")),
];

/// All lists in one lexicon.
///
/// # Errors
/// A list is malformed; the error names it and the line.
pub fn lexicon() -> Result<Lexicon, LexiconError> {
    Lexicon::new(CLASS_NAMES, LISTS)
}
