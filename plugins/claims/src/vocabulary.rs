//! The word list, and what its classes and the other features of claims are called here.

use sayso_plugin::{Classes, Lexicon, LexiconError, Reading, Shape, Tag, classes};

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

/// Classes that a word has only as a modal.
const MODAL: Classes = WOULD.or(ABLE);
/// Classes that no noun has: *the will*, *May*.
const NOT_NOUN: Classes = FUTURE.or(POSSIBLE);
/// Classes that a word has only as a verb.
const VERBAL: Classes = MIND.or(PLAN);

/// Reads the word list.
///
/// # Errors
/// The word list is malformed.
pub fn lexicon() -> Result<Lexicon, LexiconError> {
    Lexicon::new(CLASS_NAMES, &[("words.tsv", WORDS)])
}

/// The longest phrase of the word list, in words.
const PHRASE: usize = 4;

/// The classes of a word: its own or, if it is not listed, those of its lemma; of these the
/// ones that its part of speech allows. The classes of a phrase go to its first word.
pub fn classes_of(reading: &Reading<'_>, lexicon: &Lexicon, index: usize) -> Classes {
    let word = reading.word(index);
    let tag = word.tag();
    let mut classes = word.classes();
    if classes == Classes::NONE && tag.is_in(INFLECTED) {
        let entry = lexicon.get(word.lemma());
        classes = entry.map_or(Classes::NONE, |entry| entry.classes);
    }
    if classes != Classes::NONE {
        classes.0 &= !excluded(tag, word.has_shape(Shape::SENTENCE_START)).0;
    }
    match word.phrase(ALL, PHRASE) {
        Some(phrase) => classes.or(phrase.classes),
        None => classes,
    }
}

const ALL: Classes = Classes(u64::MAX);

/// The classes that a word of this part of speech cannot have.
fn excluded(tag: Tag, opens: bool) -> Classes {
    let unless = |holds: bool, classes| if holds { Classes::NONE } else { classes };
    unless(tag == Tag::MD, MODAL)
        .or(unless(tag.is_verb(), VERBAL))
        .or(unless(!tag.is_noun(), NOT_NOUN))
        .or(unless(opens || tag == Tag::UH, ADDRESS))
}

/// The tags of inflected words.
const INFLECTED: u64 = Tag::NNS.bit()
    | Tag::NNPS.bit()
    | Tag::VBD.bit()
    | Tag::VBG.bit()
    | Tag::VBN.bit()
    | Tag::VBZ.bit();

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_word_list_is_in_order() {
        sayso_plugin::testing::check_word_list("words.tsv", WORDS);
        lexicon().unwrap();
    }
}
