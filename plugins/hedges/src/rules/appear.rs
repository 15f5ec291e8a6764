use sayso_plugin::combinators::{one, word};
use sayso_plugin::nom::{
    Parser,
    branch::alt,
    combinator::{not, peek},
    sequence::terminated,
};
use sayso_plugin::{Match, Shape, Tag, Tokens, Word, rule};

use crate::anchor::Anchor;
use crate::grammar::{is_determiner, is_object, is_tagged};
use crate::group;
use crate::mark::{Category, Mark};
use crate::vocabulary::{LIKELY, PREDICATIVE};

rule! {
    /// *Appear* in the sense of *seem*: before *to* and a verb, *that*, or a participle; not
    /// in the sense of coming into view.
    ///
    /// > The cut [appears]cue [to have worked]scope.
    /// > Talks [appeared]cue [stalled on Friday]scope.
    /// > It [appears]cue [that nobody was hurt]scope.
    /// > It [would appear]cue [that nobody came]scope.
    /// >! He appeared on stage.
    /// >! She will appear before the judge.
    /// >! A ghost appeared to the king.
    pub const RULE: "appear";
}

/// Reads one at a form of *appear*.
pub fn read(anchor: &Anchor<'_>) -> Option<Mark> {
    let that = |word: sayso_plugin::Word<'_>| word.is("that") && word.tag() == Tag::IN;
    let put_in = anchor.after().words().take(5).any(that);
    let impersonal = anchor.follows_word("it") && (put_in || !anchor.ends_phrase());
    let seems = impersonal || complement(anchor.after()).is_ok();
    let group = group::before(anchor);
    let first = if group.modal && !group.negated {
        group.first
    } else {
        anchor.start()
    };
    seems.then(|| anchor.hedge(&RULE, Category::Epistemic, first..anchor.end()))
}

/// What follows *appear* where it means *seem*.
fn complement(tokens: Tokens<'_>) -> Match<'_> {
    let verb_follows = terminated(word("to"), peek(not(one(is_nominal))));
    alt((verb_follows, word("that"), one(is_state))).parse(tokens)
}

fn is_nominal(word: Word<'_>) -> bool {
    is_determiner(word) || is_object(word) || word.has_shape(Shape::CAPITAL)
}

fn is_state(word: Word<'_>) -> bool {
    word.has(LIKELY.or(PREDICATIVE))
        || is_tagged(word, Tag::JJ.bit() | Tag::VBN.bit() | Tag::VBG.bit())
}
