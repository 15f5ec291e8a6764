//! The word list, and what its classes are called here. Each class is a feature of claims.

use sayso_plugin::{Lexicon, LexiconError, classes};

classes! {
    CLASS_NAMES:
    // From the word list.
    ADDRESS, CAUSE, CHANGE, COMMAND, COMPARISON, DATE, EVIDENCE, FEELING, FINITE, FIRST_PERSON,
    FUTURE, JOINT, LEGAL, MONEY, NEGATIVE, NUMBER, OPINION, PAST_ACT, PERCENT, POSITION, PUBLIC,
    QUANTITY, SECOND_PERSON, SUPERLATIVE, THIRD_PERSON, VAGUE, VAGUE_SUBJECT,
    // From the shape and place of words.
    BIAS, DIRECT, LONG, NAME, NAMES, OWN, PAST, QUESTION, SHORT,
}

/// The words that have features.
pub const WORDS: &str = include_str!("../data/words.tsv");

/// Reads the word list.
///
/// # Errors
/// The word list is malformed.
pub fn lexicon() -> Result<Lexicon, LexiconError> {
    Lexicon::new(CLASS_NAMES, &[("words.tsv", WORDS)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_word_list_is_in_order() {
        sayso_plugin::testing::check_word_list("words.tsv", WORDS);
        lexicon().unwrap();
    }
}
