use sayso_plugin::combinators::{one, word};
use sayso_plugin::nom::{
    Parser,
    branch::alt,
    combinator::{not, peek},
    sequence::terminated,
};
use sayso_plugin::{Match, Shape, Tokens, Word, rule};

use crate::anchor::Anchor;
use crate::mark::{Category, Mark};
use crate::vocabulary::{DETERMINER, LIKELY, OBJECT, PREDICATIVE};

rule! {
    /// *Appear* in the sense of *seem*: before *to* and a verb, *that*, or a participle; not
    /// in the sense of coming into view.
    ///
    /// > The cut [appears]cue [to have worked]scope.
    /// > Talks [appeared]cue [stalled on Friday]scope.
    /// > It [appears]cue [that nobody was hurt]scope.
    /// >! He appeared on stage.
    /// >! She will appear before the judge.
    /// >! A ghost appeared to the king.
    pub const RULE: "appear";
}

/// Reads one at a form of *appear*.
pub fn read(anchor: &Anchor<'_>) -> Option<Mark> {
    let impersonal = anchor.follows_word("it") && !anchor.ends_phrase();
    let seems = impersonal || complement(anchor.after()).is_ok();
    seems.then(|| anchor.hedge(&RULE, Category::Epistemic, anchor.start()..anchor.end()))
}

/// What follows *appear* where it means *seem*.
fn complement(tokens: Tokens<'_>) -> Match<'_> {
    let verb_follows = terminated(word("to"), peek(not(one(is_nominal))));
    alt((verb_follows, word("that"), one(is_state))).parse(tokens)
}

fn is_nominal(word: Word<'_>) -> bool {
    word.has(DETERMINER.or(OBJECT)) || word.has_shape(Shape::CAPITAL)
}

fn is_state(word: Word<'_>) -> bool {
    word.has(LIKELY.or(PREDICATIVE))
        || word.is("ready")
        || word.is("certain")
        || word.is("set")
        || word.form().len() > 4 && word.form().ends_with("ed")
}
