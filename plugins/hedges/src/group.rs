//! What stands in front of a verb: its auxiliaries, negation, adverbs, and a pronoun.

use sayso_plugin::{Tag, Word};

use crate::anchor::Anchor;
use crate::grammar::{
    is_adverb, is_be, is_do, is_have, is_modal, is_negation, is_subject_pronoun, is_tagged,
};

/// The words of a verb group in front of its main word.
#[derive(Clone, Copy, Debug)]
pub struct Group<'d> {
    /// Index of its first auxiliary or negation; that of the main word if it has none.
    pub first: usize,
    /// Whether a form of *be* is in it.
    pub be: bool,
    /// Whether a form of *do* is in it.
    pub does: bool,
    /// Whether a form of *have* is in it.
    pub has: bool,
    /// Whether a modal verb is in it.
    pub modal: bool,
    /// Whether it is negated.
    pub negated: bool,
    /// The subject pronoun just before it, if there is one.
    pub pronoun: Option<Word<'d>>,
    /// The word just before it, whatever it is.
    pub before: Option<Word<'d>>,
}

impl Group<'_> {
    /// Whether the subject is *I* or *we*.
    pub fn is_own(&self) -> bool {
        self.pronoun.is_some_and(|it| it.is("i") || it.is("we"))
    }

    /// Where the cue of a first person's verb begins: at the pronoun.
    pub fn own_start(&self) -> Option<usize> {
        let pronoun = self.pronoun.filter(|_| self.is_own())?;
        Some(pronoun.index())
    }
}

/// A verb group longer than this is cut.
const GROUP_WORDS: usize = 8;

/// Tags of auxiliaries that a verb group begins with.
const FINITE: u64 = Tag::MD.bit() | Tag::VBZ.bit() | Tag::VBD.bit();

/// Reads the verb group that ends before an anchor.
pub fn before<'d>(anchor: &Anchor<'d>) -> Group<'d> {
    let mut group = Group {
        first: anchor.start(),
        be: false,
        does: false,
        has: false,
        modal: false,
        negated: false,
        pronoun: None,
        before: None,
    };
    let mut at = anchor.start();
    let mut closed = false;
    while let Some(word) = at.checked_sub(1).and_then(|before| anchor.at(before)) {
        if anchor.start() - at == GROUP_WORDS {
            break;
        }
        at -= 1;
        let takes = !closed && take_auxiliary(&mut group, word);
        closed |= takes && is_tagged(word, FINITE);
        let degree = word.is("much") || word.is("very") || word.is("so");
        if !takes && !is_adverb(word) && !degree {
            group.pronoun = is_subject_pronoun(word).then_some(word);
            group.before = Some(word);
            break;
        }
    }
    group
}

/// Takes an auxiliary or negation into the group; tells whether the word was one.
fn take_auxiliary(group: &mut Group<'_>, word: Word<'_>) -> bool {
    let part = match word {
        _ if is_be(word) => &mut group.be,
        _ if is_negation(word) || word.is("neither") => &mut group.negated,
        _ if is_modal(word) => &mut group.modal,
        _ if is_do(word) => &mut group.does,
        _ if is_have(word) => &mut group.has,
        _ => return false,
    };
    *part = true;
    group.first = word.index();
    true
}

/// Where the negation of a group begins: at *not*, or at the verb that *n't* is written with.
pub fn negation(anchor: &Anchor<'_>, group: &Group<'_>) -> usize {
    let mut words = (group.first..anchor.start()).filter_map(|index| anchor.at(index));
    match words.find(|word| is_negation(*word)) {
        Some(word) if word.is("n't") => word.index().max(group.first + 1) - 1,
        Some(word) => word.index(),
        None => anchor.start(),
    }
}
