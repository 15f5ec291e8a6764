use sayso_plugin::{Tag, TokenKind, Word, rule};

use crate::anchor::Anchor;
use crate::clause;
use crate::grammar::{is_be, is_determiner, is_modal, is_preposition, is_tagged, is_wh};
use crate::group;
use crate::mark::{Category, Mark};

rule! {
    /// A word that makes a description inexact: *largely*, *virtually*, *sort of*.
    ///
    /// > The plan was [largely]cue [ignored by the press]scope.
    /// > I [pretty much]cue [cried]scope.
    /// > It was [sort of]cue [funny]scope.
    /// > It [doesn’t really]cue [help]scope.
    /// > It was [all but]cue [impossible]scope.
    /// > [They won]scope, [more or less]cue.
    /// >! All but two left.
    /// >! She can effectively lead.
    /// >! This kind of plan fails.
    /// >! The law is in effect in two states.
    /// >! It was a rote kind of prayer.
    /// >! It did not yield nearly as much as they hoped.
    /// >! What sort of answer is that?
    pub const RULE: "degree";
}

/// What may stand behind what it makes inexact.
const AFTER: [&str; 6] = [
    "essentially",
    "in effect",
    "kind of",
    "more or less",
    "pretty much",
    "sort of",
];

/// What *all but* makes inexact; of things it says which are left out.
const DESCRIBED: u64 = Tag::VERBS | Tag::JJ.bit() | Tag::RB.bit();

/// Reads one at a word of degree.
pub fn read(anchor: &Anchor<'_>) -> Option<Mark> {
    let noun = is_noun(anchor);
    let valid = anchor.word.is("in") && anchor.follows(is_be);
    let nearly_as = anchor.word.is("nearly") && anchor.precedes_word("as");
    let manner = anchor.word.is("effectively") && anchor.follows(is_modal);
    let first = match anchor.word.is("n't") {
        true => group::before(anchor).first,
        false => anchor.start(),
    };
    let except = anchor.word.is("all") && !anchor.precedes(|word| is_tagged(word, DESCRIBED));
    let open = anchor.precedes(|word| word.kind() == TokenKind::QUOTE_OPEN);
    let comma = anchor.follows(|word| word.form() == ",");
    let last = comma
        && AFTER
            .iter()
            .any(|form| anchor.entry.lemma.as_ref() == *form);
    let described =
        (open || last || !anchor.ends_phrase()) && !noun && !manner && !nearly_as && !valid;
    let described = described && !except;
    let mut mark = anchor.hedge(&RULE, Category::Approximator, first..anchor.end());
    mark.scope = match last && anchor.ends_phrase() {
        true => clause::before(anchor, first),
        false => clause::to_comma(anchor, mark.scope),
    };
    described.then_some(mark)
}

/// *This kind of plan*: the noun.
fn is_noun(anchor: &Anchor<'_>) -> bool {
    let may_be = anchor.word.is("kind") || anchor.word.is("sort");
    let described = || {
        let chunk = anchor.word.chunk();
        chunk.is_some_and(|chunk| (chunk.tokens.first as usize) < anchor.start())
    };
    let before = |word: Word<'_>| is_determiner(word) || is_wh(word) || is_preposition(word);
    may_be && (described() || anchor.follows(before) || anchor.begins_sentence())
}
