use sayso_plugin::{Shape, TokenKind, rule};

use crate::anchor::Anchor;
use crate::mark::{Category, Mark};
use crate::vocabulary::{
    ABILITY, AND, BE, CONDITION, DETERMINER, EXTENT, FIRST_PERSON, NEGATION, PREPOSITION, SUBJECT,
};

rule! {
    /// *May*, *might* or *could* in the sense of possibility.
    ///
    /// > The levee [could]cue [fail within hours]scope, but it held.
    /// > Prices [may well]cue [rise again]scope.
    /// > The storm [might]cue [turn north]scope.
    /// >! She arrived on May 12 with Theresa May.
    /// >! He could not attend.
    /// >! From the tower we could see the harbor.
    /// >! The might of the old empire faded.
    /// >! She gave all she could.
    /// >! They moved the camp so that the troops could rest.
    /// >! Could they leave?
    pub const RULE: "modal";
}

/// Reads one at a modal verb.
pub fn read(anchor: &Anchor<'_>) -> Option<Mark> {
    let possible = match anchor.word.form().as_bytes()[2].to_ascii_lowercase() {
        b'y' => is_possibility_may(anchor),
        b'g' => is_possibility_might(anchor),
        _ => is_possibility_could(anchor),
    };
    let cue = anchor.start()..anchor.end();
    (possible && !anchor.begins_sentence()).then(|| anchor.hedge(&RULE, Category::Epistemic, cue))
}

/// Not the month, not a name.
fn is_possibility_may(anchor: &Anchor<'_>) -> bool {
    let number = |word: Option<sayso_plugin::Word<'_>>| {
        word.is_some_and(|word| word.kind() == TokenKind::NUMBER)
    };
    let word = anchor.word;
    let capital = word.has_shape(Shape::CAPITAL) && !word.has_shape(Shape::ALL_CAPITALS);
    !capital && !number(anchor.next()) && !anchor.ends_phrase()
}

/// Not the noun, and not *might as well*.
fn is_possibility_might(anchor: &Anchor<'_>) -> bool {
    let noun = anchor.follows(DETERMINER.or(PREPOSITION)) || anchor.precedes(PREPOSITION.or(AND));
    !noun && !anchor.ends_phrase()
}

/// Not ability: not negated, not before verbs of perception, not after *if*, *wish*, *all he*.
fn is_possibility_could(anchor: &Anchor<'_>) -> bool {
    let extent = anchor.follows(SUBJECT)
        && anchor
            .before(2)
            .is_some_and(|w| w.has(EXTENT) || w.is("as") || w.is("that"));
    let own_ability = anchor.follows(FIRST_PERSON) && !anchor.precedes(BE);
    let inverted = anchor.follows_word("nor") || anchor.follows_word("neither");
    let purpose = (2..=6).any(|n| {
        let that = anchor.before(n - 1).is_some_and(|word| word.is("that"));
        that && anchor.before(n).is_some_and(|word| word.is("so"))
    });
    let conditional = (1..=5).any(|n| anchor.before(n).is_some_and(|w| w.has(CONDITION)));
    let ability = anchor.precedes(NEGATION.or(ABILITY).or(SUBJECT)) || own_ability || extent;
    !(ability || conditional || inverted || purpose || anchor.ends_phrase())
}
