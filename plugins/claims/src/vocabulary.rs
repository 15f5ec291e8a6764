//! The word list, and what its classes and the other features of claims are called here.

use sayso_plugin::{Lexicon, LexiconError, classes};

classes! {
    CLASS_NAMES:
    // From the word list.
    ABLE, ADDRESS, CAUSE, CHANGE, COMMAND, COMPARISON, CONDITION, DATE, ECONOMY, EVIDENCE,
    FIRST_PERSON, FUTURE, GOVERNMENT, IDEAL, LEGAL, MIND, MONEY, NOTE, NOW, NUMBER, OBLIGATION,
    OPINION, PERCENT, PLAN, POLITICS, POSITION, POSSIBLE, PRIVATE, QUANTITY, RANK, SCALE, SECOND_PERSON,
    SECURITY, SHARE, SOCIETY, SUPERLATIVE, TAG, TALK, THIRD_PERSON, VAGUE, WE, WISH, WOULD,
    // From tags, phrases and place.
    BELIEVED, DIRECT, INFINITIVE, INTRODUCES, NAME, NAME_ACT, ORGANIZATION, OWN_MIND, OWN_PLAN,
    PAST_ACT, PAST_STATE, PERFECT, PERSON, PLACE, QUESTION, REPORT, SHORT, THEIR_PLAN, TOLD, WH,
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
