//! The rules, one family a file.
//!
//! A rule is a function that is asked at words with a class it is anchored on, and gives a
//! mark or nothing. Where two rules are anchored on one word, the first in [`RULES`] that
//! gives a mark has it.

mod appear;
mod approximate_number;
mod attributive;
mod being_called;
mod belief_verb;
mod booster;
mod declined_to;
mod degree;
mod in_my_view;
mod inquiry;
mod likely;
mod modal;
mod no_comment;
mod no_response;
mod not_known;
mod parenthetical;
mod passive_hearsay;
mod possibility;
mod possible;
mod possible_that;
mod seem;
mod sentence_adverb;
mod should;
mod suggest;
mod unconfirmed;
mod unnamed_source;
mod would_not_say;

use sayso_plugin::{Classes, Rule};

use crate::anchor::Anchor;
use crate::mark::Mark;
use crate::vocabulary::*;

/// A rule with the words it is asked at.
#[derive(Debug)]
pub struct HedgeRule {
    /// Its name and doc text.
    pub rule: Rule,
    /// The classes of the words it is asked at.
    pub anchors: Classes,
    /// What it sees at such a word.
    pub read: for<'d> fn(&Anchor<'d>) -> Option<Mark>,
}

/// All rules, in the order in which they are asked.
pub const RULES: [HedgeRule; 27] = [
    of(declined_to::RULE, REFUSAL, declined_to::read),
    of(unconfirmed::RULE, UNVERIFIED, unconfirmed::read),
    of(no_response::RULE, RESPONSE, no_response::read),
    of(no_comment::RULE, NO_COMMENT, no_comment::read),
    of(would_not_say::RULE, DISCLOSURE, would_not_say::read),
    of(
        not_known::RULE,
        UNKNOWN.or(UNSURE).or(SURE).or(KNOWING),
        not_known::read,
    ),
    of(inquiry::RULE, INQUIRY, inquiry::read),
    of(modal::RULE, MODAL, modal::read),
    of(should::RULE, DUTY, should::read),
    of(possible_that::RULE, STATED, possible_that::read),
    of(likely::RULE, LIKELY.or(PREDICATIVE), likely::read),
    of(
        sentence_adverb::RULE,
        EPISTEMIC.or(EVIDENTIAL),
        sentence_adverb::read,
    ),
    of(parenthetical::RULE, PARENTHETICAL, parenthetical::read),
    of(in_my_view::RULE, VIEW, in_my_view::read),
    of(
        passive_hearsay::RULE,
        HEARSAY.or(EXPECTED).or(REGARDED).or(ACCEPTED),
        passive_hearsay::read,
    ),
    of(being_called::RULE, NAMED, being_called::read),
    of(
        belief_verb::RULE,
        BELIEF.or(OWN_BELIEF).or(FEELING),
        belief_verb::read,
    ),
    of(attributive::RULE, ATTRIBUTIVE, attributive::read),
    of(seem::RULE, SEEM.or(LOOK_LIKE).or(TEND), seem::read),
    of(appear::RULE, APPEAR, appear::read),
    of(suggest::RULE, SUGGEST, suggest::read),
    of(
        unnamed_source::RULE,
        PEOPLE.or(UNCOUNTED),
        unnamed_source::read,
    ),
    of(possibility::RULE, POSSIBILITY, possibility::read),
    of(possible::RULE, POSSIBLE, possible::read),
    of(
        approximate_number::RULE,
        BEFORE_NUMBER.or(AFTER_NUMBER),
        approximate_number::read,
    ),
    of(degree::RULE, DEGREE, degree::read),
    of(booster::RULE, BOOSTER, booster::read),
];

const fn of(
    rule: Rule,
    anchors: Classes,
    read: for<'d> fn(&Anchor<'d>) -> Option<Mark>,
) -> HedgeRule {
    HedgeRule {
        rule,
        anchors,
        read,
    }
}

/// The rules without their functions, for the host.
pub const LIST: [Rule; RULES.len()] = {
    let mut list = [RULES[0].rule; RULES.len()];
    let mut at = 0;
    while at < list.len() {
        list[at] = RULES[at].rule;
        at += 1;
    }
    list
};

/// All classes that some rule is anchored on.
pub const ANCHORS: Classes = {
    let mut all = Classes::NONE;
    let mut at = 0;
    while at < RULES.len() {
        all = all.or(RULES[at].anchors);
        at += 1;
    }
    all
};

// As bits they are to fit in a number.
const _: () = assert!(RULES.len() <= u32::BITS as usize);

/// The rules that are anchored on one of these classes, as bits in their order.
pub fn anchored_on(classes: Classes) -> u32 {
    let rules = RULES.iter().rev();
    let asked = rules.map(|rule| u32::from(classes.has(rule.anchors)));
    asked.fold(0, |bits, asked| bits << 1 | asked)
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_example_holds() {
        sayso_plugin::testing::check_rules(&super::LIST, &[&crate::SAYSO_PLUGIN]);
    }
}
