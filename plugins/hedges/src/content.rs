//! What follows a verb of belief: a proposition, or only a thing.

use sayso_plugin::{ClauseKind, Shape, Tag, TokenKind, VerbFlags, Word};

use crate::anchor::Anchor;
use crate::grammar::{
    self, clause_from, is_adverb, is_be, is_determiner, is_mark, is_negation, is_object,
    is_preposition, is_subject_pronoun, is_tagged, is_wh,
};
use crate::vocabulary::HOPING;

/// The verb of a quotation that is believed stands within so many words.
const QUOTED: usize = 12;

/// At most so many adverbs stand between a verb of belief and what is believed.
const ADVERBS: usize = 3;

/// How one thinks, and not what.
const HARD: [&str; 8] = [
    "again",
    "ahead",
    "bigger",
    "differently",
    "hard",
    "outside",
    "through",
    "twice",
];

/// Whether what is believed follows.
pub fn has_content(anchor: &Anchor<'_>) -> bool {
    if anchor.precedes(|word| HARD.iter().any(|form| word.is(form))) {
        return false;
    }
    let adverbs = anchor
        .after()
        .words()
        .take_while(|word| is_adverb(*word) || is_negation(*word));
    let at = anchor.end() + adverbs.take(ADVERBS).count();
    let Some(next) = anchor.at(at) else {
        return false;
    };
    let after = anchor.at(at + 1);
    let clause_begins =
        |word: Word<'_>| is_subject_pronoun(word) || is_determiner(word) || word.is("that");
    let finite = Tag::VBD.bit() | Tag::VBZ.bit();
    match next {
        _ if is_tagged(next, finite) && !is_relative(anchor) => false,
        _ if next.is("it") && anchor.entry.lemma.as_ref() == "doubt" => true,
        _ if next.is("to") => anchor.has(HOPING),
        _ if next.is("as") => anchor.entry.lemma.as_ref() == "perceive",
        _ if next.is("for") && after.is_some_and(|word| word.is("sure")) => true,
        _ if next.is("for") => anchor.has(HOPING) && anchor.word.is("hoping"),
        _ if next.is("like") || next.is("if") || next.is("by") => after.is_some_and(clause_begins),
        _ if next.is("it") => after.is_some_and(|word| !is_mark(word) && !word.is("but")),
        _ if next.kind() == TokenKind::QUOTE_OPEN => states(anchor, at + 1),
        _ => {
            !is_mark(next)
                && !is_preposition(next)
                && !is_object(next)
                && !is_object_name(anchor, next)
        }
    }
}

/// Whether the quotation that begins before an index holds a finite verb.
fn states(anchor: &Anchor<'_>, from: usize) -> bool {
    let words = anchor.tokens_from(from);
    let mut quoted = words.words().take(QUOTED);
    let mut quoted = quoted
        .by_ref()
        .take_while(|word| word.kind() != TokenKind::QUOTE_CLOSE);
    quoted.any(|word| {
        let group = word.verb_group();
        group.is_some_and(|group| group.flags.has(VerbFlags::FINITE))
    })
}

/// *The woman whom many believed was right*.
fn is_relative(anchor: &Anchor<'_>) -> bool {
    let clause = grammar::clause(anchor.reading.document, anchor.start());
    clause.is_some_and(|clause| clause.kind == ClauseKind::RELATIVE)
}

/// Whether *that*, *whether* or a subject follows.
pub fn clause_follows(anchor: &Anchor<'_>) -> bool {
    let skipped = usize::from(anchor.precedes(is_adverb));
    anchor.at(anchor.end() + skipped).is_some_and(|next| {
        let asked = anchor.entry.lemma.as_ref() == "wonder" && is_wh(next);
        let kind = clause_from(anchor.reading.document, next.index()).map(|clause| clause.kind);
        let stated = kind == Some(ClauseKind::BARE) || kind == Some(ClauseKind::THAT);
        let that = next.is("that") && next.tag() == Tag::IN;
        asked || stated || that || next.is("like") || is_subject_pronoun(next)
    })
}

/// A name at the end of the clause is what is believed or expected, not a proposition.
fn is_object_name(anchor: &Anchor<'_>, next: Word<'_>) -> bool {
    let name = next.has_shape(Shape::CAPITAL) && !is_be(next);
    name && !anchor.has(HOPING) && anchor.at(next.index() + 1).is_none_or(is_mark)
}
