//! The word classes that the rules for names, noun phrases, verbs and clauses ask for.

use sayso_model::{Token, folds_to};

pub(crate) use super::table::{Classes, hash, join};
use super::table::{Entry, Table};

macro_rules! classes {
    ($($name:ident = $number:literal $text:literal;)+) => {
        $(pub(crate) const $name: Classes = 1 << $number;)+
        const CLASS_NAMES: &[&str] = &[$($text),+];
    };
}

classes! {
    GIVEN = 0 "given";
    MALE = 1 "male";
    FEMALE = 2 "female";
    TITLE = 3 "title";
    ROLE = 4 "role";
    HEAD = 5 "head";
    SUFFIX = 6 "suffix";
    ORGANIZATION = 7 "organization";
    PLACE = 8 "place";
    SITE = 9 "site";
    DAY = 10 "day";
    MONTH = 11 "month";
    TIME = 12 "time";
    WHEN = 13 "when";
    TIME_ADVERBIAL = 14 "adverbial";
    NUMBER = 15 "number";
    MONEY = 16 "money";
    APPROXIMATE = 17 "approximate";
    BARE = 18 "bare";
    WH = 19 "wh";
    SPEECH = 20 "speech";
    RECIPIENT = 21 "recipient";
    BE = 22 "be";
    HAVE = 23 "have";
    DO = 24 "do";
    GET = 25 "get";
    SEMI = 26 "semi";
    NEGATION = 27 "negation";
    SUBORDINATOR = 28 "subordinator";
    CHOICE = 29 "choice";
    ATTRIBUTIVE = 30 "attributive";
    SEPARATE = 31 "separate";
    PRONOMINAL = 32 "pronominal";
    PARTICLE = 33 "particle";
    GENERATION = 34 "generation";
    PAIR = 35 "pair";
    PORTFOLIO = 36 "portfolio";
    QUANTITY = 37 "quantity";
}

const LISTS: &[&str] = &[
    include_str!("../../data/given_names.tsv"),
    include_str!("../../data/nicknames.tsv"),
    include_str!("../../data/titles.tsv"),
    include_str!("../../data/offices.tsv"),
    include_str!("../../data/organizations.tsv"),
    include_str!("../../data/places.tsv"),
    include_str!("../../data/measures.tsv"),
    include_str!("../../data/verbs.tsv"),
    include_str!("../../data/grammar.tsv"),
];

const SLOTS: usize = 1 << 14;

#[allow(long_running_const_eval)]
static TABLE: Table<8192, SLOTS> = Table::new(LISTS, CLASS_NAMES);

/// The classes of a token, as a single word.
#[inline]
pub(crate) fn classes_of(token: &Token, text: &str) -> Classes {
    look_up(token.word, token.span.len() as usize, || {
        token.span.of(text)
    })
}

/// The classes of a phrase of several words, whose hash [`join`] makes of the words' hashes.
pub(crate) fn classes_of_phrase(hash: u32, form: &str) -> Classes {
    look_up(hash, form.len(), || form)
}

/// A word whose hash and length are an entry's is taken for it; the letters are compared only
/// where the lengths differ, as they do with typographic apostrophes.
#[inline]
fn look_up<'t>(hash: u32, len: usize, form: impl Fn() -> &'t str) -> Classes {
    let mut slot = hash as usize & (SLOTS - 1);
    loop {
        let Some(index) = (TABLE.slots[slot] as usize).checked_sub(1) else {
            return 0;
        };
        let entry = &TABLE.entries[index];
        if entry.hash == hash && (len == entry.len as usize || folds_to(form(), letters(entry))) {
            return entry.classes;
        }
        slot = (slot + 1) & (SLOTS - 1);
    }
}

/// An entry as its list has it.
fn letters(entry: &Entry) -> &'static str {
    let start = entry.start as usize;
    &LISTS[entry.list as usize][start..start + entry.len as usize]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(word: &str) -> Classes {
        let mut parts = word.split(' ').map(sayso_model::word_hash);
        let first = parts.next().unwrap_or(0);
        classes_of_phrase(parts.fold(first, join), word)
    }

    #[test]
    fn words_have_the_classes_of_all_lists() {
        assert_eq!(of("Maria") & (GIVEN | FEMALE), GIVEN | FEMALE);
        assert_eq!(of("has") & (HAVE | SEMI), HAVE | SEMI);
        assert_eq!(of("New York"), PLACE);
        assert_eq!(of("são paulo"), PLACE);
        assert_eq!(of("inconspicuous"), 0);
    }

    #[test]
    fn classes_are_numbered_as_they_are_named() {
        assert_eq!(QUANTITY, 1 << (CLASS_NAMES.len() - 1));
    }

    #[test]
    fn the_given_names_are_sorted_and_unique() {
        let words = LISTS[0].lines().filter(|l| !l.starts_with('#'));
        let words: Vec<_> = words.map(|l| l.split('\t').next()).collect();
        assert!(words.windows(2).all(|pair| pair[0] < pair[1]));
    }
}
