//! What the language layer says of words, in the terms the rules use.

pub use crate::agent::is_agent;
pub use crate::subject::{before, subject};

use sayso_plugin::{Clause, Document, Tag, TokenKind, Word};

/// Tags of adverbs.
const ADVERB: u64 = Tag::RB.bit() | Tag::RBR.bit() | Tag::RBS.bit();

/// Tags of words that open a noun phrase.
const DETERMINER: u64 = Tag::DT.bit()
    | Tag::PDT.bit()
    | Tag::PRP_POSSESSIVE.bit()
    | Tag::POS.bit()
    | Tag::WP_POSSESSIVE.bit();

/// Tags of wh-words.
const WH: u64 = Tag::WDT.bit() | Tag::WP.bit() | Tag::WRB.bit();

/// Tags of adjectives.
const ADJECTIVE: u64 = Tag::JJ.bit() | Tag::JJR.bit() | Tag::JJS.bit();

/// How many clauses that end before a word are passed over in search of the one it is in.
const ENDED: usize = 64;

/// Whether a word is tagged with one of a set, made with [`Tag::bit`].
pub fn is_tagged(word: Word<'_>, set: u64) -> bool {
    word.tag().is_in(set)
}

/// *Is*, *were*, *'s*.
pub fn is_be(word: Word<'_>) -> bool {
    word.tag().is_verb() && word.lemma() == "be"
}

/// *Has*, *'ve*.
pub fn is_have(word: Word<'_>) -> bool {
    word.tag().is_verb() && word.lemma() == "have"
}

/// *Does*, *did*.
pub fn is_do(word: Word<'_>) -> bool {
    word.tag().is_verb() && word.lemma() == "do"
}

/// *Would*, *ca*, *'ll*.
pub fn is_modal(word: Word<'_>) -> bool {
    word.tag() == Tag::MD
}

/// *Not*, *n't*.
pub fn is_negation(word: Word<'_>) -> bool {
    word.is("not") || word.is("n't")
}

/// *Now*, *widely*; not *not*.
pub fn is_adverb(word: Word<'_>) -> bool {
    is_tagged(word, ADVERB) && !is_negation(word)
}

/// *Large*, *latest*.
pub fn is_adjective(word: Word<'_>) -> bool {
    is_tagged(word, ADJECTIVE)
}

/// *The*, *her*, *'s*.
pub fn is_determiner(word: Word<'_>) -> bool {
    is_tagged(word, DETERMINER)
}

/// *Of*, *against*; not *that* or *whether*.
pub fn is_preposition(word: Word<'_>) -> bool {
    word.tag() == Tag::IN && !word.is("that") && !word.is("whether") && !word.is("if")
}

/// *Whether*, *how*, *who*: what an indirect question begins with.
pub fn is_wh(word: Word<'_>) -> bool {
    is_tagged(word, WH) || word.is("whether") || word.is("if")
}

/// A personal pronoun or *there*.
pub fn is_pronoun(word: Word<'_>) -> bool {
    is_tagged(word, Tag::PRP.bit() | Tag::EX.bit())
}

/// A personal pronoun in the form of an object: *him*, *themselves*.
pub fn is_object(word: Word<'_>) -> bool {
    let forms = ["me", "him", "us", "them", "her"];
    word.tag() == Tag::PRP && (forms.iter().any(|form| word.is(form)) || is_reflexive(word))
}

fn is_reflexive(word: Word<'_>) -> bool {
    let form = word.form();
    form.ends_with("self") || form.ends_with("selves")
}

/// A pronoun that a clause begins with.
pub fn is_subject_pronoun(word: Word<'_>) -> bool {
    is_pronoun(word) && !is_object(word)
}

/// A punctuation or quotation mark.
pub fn is_mark(word: Word<'_>) -> bool {
    matches!(
        word.kind(),
        TokenKind::PUNCTUATION | TokenKind::QUOTE_OPEN | TokenKind::QUOTE_CLOSE
    )
}

/// The innermost clause a word is in.
pub fn clause<'d>(document: &Document<'d>, token: usize) -> Option<&'d Clause> {
    let clauses = document.layers.clauses;
    let begun = clauses.partition_point(|clause| clause.tokens.first as usize <= token);
    let mut clause = clauses.get(begun.checked_sub(1)?)?;
    for _ in 0..ENDED {
        if clause.tokens.contains(token as u32) {
            return Some(clause);
        }
        clause = clauses.get(clause.parent as usize)?;
    }
    None
}

/// The innermost clause that begins at a word.
pub fn clause_from<'d>(document: &Document<'d>, token: usize) -> Option<&'d Clause> {
    let clauses = document.layers.clauses;
    let begun = clauses.partition_point(|clause| clause.tokens.first as usize <= token);
    let last = clauses.get(begun.checked_sub(1)?)?;
    (last.tokens.first as usize == token).then_some(last)
}
