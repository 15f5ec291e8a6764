//! What stands in front of a verb: its auxiliaries, negation, adverbs, and a pronoun.

use sayso_plugin::{TokenKind, Word};

use crate::anchor::Anchor;
use crate::vocabulary::{ADVERB, AUXILIARY, BE, DO, FIRST_PERSON, GROUP, HAVE, NEGATION, SUBJECT};

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
        self.pronoun
            .is_some_and(|pronoun| pronoun.has(FIRST_PERSON))
    }

    /// Where the cue of a first person's verb begins: at the pronoun.
    pub fn own_start(&self) -> Option<usize> {
        let pronoun = self.pronoun.filter(|pronoun| pronoun.has(FIRST_PERSON))?;
        Some(pronoun.index())
    }
}

/// A verb group longer than this is cut.
const GROUP_WORDS: usize = 8;

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
    while let Some(word) = at.checked_sub(1).and_then(|before| anchor.at(before)) {
        if anchor.start() - at == GROUP_WORDS {
            break;
        }
        at -= 1;
        if !take_auxiliary(&mut group, anchor, word) && !is_adverb(word) {
            group.pronoun = word.has(SUBJECT).then_some(word);
            group.before = Some(word);
            break;
        }
    }
    group
}

/// Takes an auxiliary or negation into the group; tells whether the word was one.
fn take_auxiliary<'d>(group: &mut Group<'d>, anchor: &Anchor<'d>, word: Word<'d>) -> bool {
    let classes = word.classes();
    let short_be = || word.is("'s") && is_be_after(anchor, word.index());
    if classes.has(BE) || short_be() {
        group.be = true;
    } else if classes.has(NEGATION) {
        group.negated = true;
    } else if classes.has(DO) {
        group.does = true;
    } else if classes.has(AUXILIARY) {
        group.modal = true;
    } else if classes.has(HAVE) {
        group.has = true;
    } else {
        return false;
    }
    debug_assert!(word.is("'s") || classes.has(GROUP));
    group.first = word.index();
    true
}

/// Whether the *'s* at an index is *is*: it stands after a pronoun.
fn is_be_after(anchor: &Anchor<'_>, index: usize) -> bool {
    let before = index.checked_sub(1).and_then(|before| anchor.at(before));
    before.is_some_and(|before| before.has(SUBJECT) || before.is("what") || before.is("that"))
}

/// Whether a word is an adverb that may stand in a verb group.
pub fn is_adverb(word: Word<'_>) -> bool {
    let form = word.form();
    word.has(ADVERB)
        || word.kind() == TokenKind::WORD
            && form.len() > 4
            && form.ends_with("ly")
            && form.starts_with(|c: char| c.is_ascii_lowercase())
}
