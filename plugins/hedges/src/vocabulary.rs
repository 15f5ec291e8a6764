//! The word lists, and what their classes are called here.

use sayso_plugin::{Lexicon, LexiconError, classes};

classes! {
    CLASS_NAMES:
    // Cues.
    MODAL, DUTY, EPISTEMIC, EVIDENTIAL, PARENTHETICAL, LIKELY, PREDICATIVE,
    BEFORE_NUMBER, AFTER_NUMBER, DEGREE,
    SEEM, APPEAR, LOOK_LIKE, SUGGEST, TEND,
    BELIEF, OWN_BELIEF, FEELING, HEARSAY, EXPECTED, NAMED, REGARDED, ATTRIBUTIVE,
    POSSIBILITY, POSSIBLE, STATED, ACCEPTED, INQUIRY,
    REFUSAL, DISCLOSURE, RESPONSE, NO_COMMENT, UNKNOWN, SURE, UNSURE, KNOWING,
    BOOSTER, VIEW, UNVERIFIED,
    PEOPLE, UNCOUNTED, CLAIMING, GENERIC,
    // Domains that a cue is confined to.
    SCIENTIFIC, ENCYCLOPEDIC,
    // What a cue may be like beside.
    HOPING, WITHHELD, IMPERSONAL, WITH_THAT, GUARDED, POSSIBILITY_OF,
    // Words around a cue.
    EXTENT, CONDITION, ABILITY, NUMERAL, MEASURE, PERCENT, EVIDENCE, PERCEIVED, REQUEST, SPEAKING,
    BODY, EFFECT, PROSPECT,
}

/// The word lists by name.
pub const LISTS: [(&str, &str); 14] = [
    ("adverbs.tsv", include_str!("../data/adverbs.tsv")),
    ("appearance.tsv", include_str!("../data/appearance.tsv")),
    (
        "approximators.tsv",
        include_str!("../data/approximators.tsv"),
    ),
    ("beliefs.tsv", include_str!("../data/beliefs.tsv")),
    ("boosters.tsv", include_str!("../data/boosters.tsv")),
    ("encyclopedic.tsv", include_str!("../data/encyclopedic.tsv")),
    ("grammar.tsv", include_str!("../data/grammar.tsv")),
    ("hearsay.tsv", include_str!("../data/hearsay.tsv")),
    ("likelihood.tsv", include_str!("../data/likelihood.tsv")),
    ("modals.tsv", include_str!("../data/modals.tsv")),
    (
        "possibilities.tsv",
        include_str!("../data/possibilities.tsv"),
    ),
    ("refusals.tsv", include_str!("../data/refusals.tsv")),
    ("scientific.tsv", include_str!("../data/scientific.tsv")),
    ("unknowns.tsv", include_str!("../data/unknowns.tsv")),
];

/// Reads the word lists.
///
/// # Errors
/// A word list is malformed.
pub fn lexicon() -> Result<Lexicon, LexiconError> {
    Lexicon::new(CLASS_NAMES, &LISTS)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::ANCHORS;
    use sayso_plugin::Classes;
    use sayso_plugin::testing::check_word_list;

    #[test]
    fn the_word_lists_are_in_order() {
        for (name, list) in LISTS {
            check_word_list(name, list);
        }
        lexicon().unwrap();
    }

    #[test]
    fn every_hedging_word_has_a_strength() {
        let told_by_others = BOOSTER.or(DISCLOSURE).or(RESPONSE).or(VIEW).or(INQUIRY);
        let hedges = Classes(ANCHORS.0 & !told_by_others.0);
        for entry in lexicon().unwrap().entries() {
            let has = entry.field("strength").is_some();
            assert!(has || !entry.classes.has(hedges), "{entry:?}");
        }
    }

    #[test]
    fn strengths_and_categories_are_known_ones() {
        for entry in lexicon().unwrap().entries() {
            let strength = entry.field("strength").unwrap_or("weak");
            assert!(
                ["weak", "medium", "strong"].contains(&strength),
                "{entry:?}"
            );
            if let Some(category) = entry.field("category") {
                assert!(crate::Category::named(category).is_some(), "{entry:?}");
            }
        }
    }
}
