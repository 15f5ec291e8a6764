//! What stands before a number: `about 200`, `more than $3 billion`, `at least a dozen`.

use sayso_model::Tag;

use crate::name::Page;
use crate::name::words::{APPROXIMATE, Classes, NUMBER, QUANTITY, classes_of_phrase, hash, join};

const ABOUT: &[u32] = &[hash("about"), hash("around"), hash("over"), hash("under")];
const ASKING: u64 = Tag::VERBS | Tag::JJ.bit() | Tag::NOUNS;

/// The classes of words that begin such phrases.
pub(crate) const BEGINS: Classes = APPROXIMATE | QUANTITY;

/// How many tokens before a number begin the phrase; 0 if none do.
pub(super) fn prefix(page: &Page<'_>, at: usize, limit: usize) -> usize {
    const MAY_START: u64 = Tag::IN.bit()
        | Tag::RB.bit()
        | Tag::RBR.bit()
        | Tag::JJR.bit()
        | Tag::JJ.bit()
        | Tag::DT.bit();
    if !page.has(at, BEGINS) || !page.tag_in(at, MAY_START) {
        return 0;
    }
    let single = page.has(at, APPROXIMATE) && at + 1 < limit && counts(page, at + 1);
    if !page.has(at, QUANTITY) || !page.has(at + 1, QUANTITY) {
        return usize::from(single && !is_preposition(page, at));
    }
    longest_phrase(page, at, limit)
}

/// The longest phrase before a number that begins at a token: `no more than`.
fn longest_phrase(page: &Page<'_>, at: usize, limit: usize) -> usize {
    let mut hash = 0;
    let mut longest = 0;
    for len in 1..=4 {
        let next = page.word(at + len - 1);
        hash = if len == 1 { next } else { join(hash, next) };
        if at + len >= limit || !counts(page, at + len) {
            continue;
        }
        let classes = match len {
            1 => page.classes(at),
            _ => classes_of_phrase(hash, page.text(at, at + len)),
        };
        if classes & APPROXIMATE != 0 {
            longest = len;
        }
    }
    longest
}

/// `talked about two issues`: a preposition rather than a mark of a rough number.
fn is_preposition(page: &Page<'_>, at: usize) -> bool {
    let small_word = page.has_shape(at + 1, sayso_model::Shape::DIGIT)
        || page.has(at + 1, NUMBER)
        || page.tag(at + 1) != Tag::CD;
    let before = at.checked_sub(1);
    page.is(at, ABOUT)
        && page.tag(at) == Tag::IN
        && !small_word
        && before.is_some_and(|before| page.tag_in(before, ASKING))
}

/// A number, a sum of money, `a dozen`, `half`.
fn counts(page: &Page<'_>, at: usize) -> bool {
    let noun_number = |at| page.has(at, NUMBER) && page.tag_in(at, Tag::NOUNS | Tag::CD.bit());
    page.tag_in(at, Tag::CD.bit() | Tag::DOLLAR.bit() | Tag::POUND.bit())
        || noun_number(at)
        || page.tag(at) == Tag::DT && noun_number(at + 1)
}
