//! Where the passes over a document have something to do. Most of its tokens are none of a
//! pass's business; sets of bits let it go from one that is to the next.

use sayso_model::Tag;

use super::PROPER;
use super::words::{CHOICE, Classes, PRONOMINAL, SUBORDINATOR};
use crate::chunk::{MAY_BEGIN, ROUGH};
use crate::verb::{ANY, OPENERS};

/// What a token may be for a pass.
#[derive(Clone, Copy)]
pub(crate) enum Mark {
    /// Part of a name.
    Name,
    /// The beginning of a noun phrase.
    Phrase,
    /// The beginning of a verb group.
    Verb,
    /// A verb, or the opener of a clause.
    Predicate,
    /// A mark or word, neither noun phrase nor verb, that opens or closes clauses.
    Clause,
}

/// How many marks there are.
const COUNT: usize = 5;
/// So many tokens share a set of each mark.
const BLOCK: usize = 64;

impl Mark {
    const fn bit(self) -> u8 {
        1 << self as u8
    }
}

/// The marks that tags give.
static BY_TAG: [u8; 64] = {
    let clause = Tag::COMMA.bit() | Tag::CC.bit() | Tag::COLON.bit() | Tag::WRB.bit();
    let sets = [
        (PROPER, Mark::Name),
        (MAY_BEGIN, Mark::Phrase),
        (ANY | Tag::TO.bit(), Mark::Verb),
        (ANY | OPENERS, Mark::Predicate),
        (clause, Mark::Clause),
    ];
    let mut marks = [0; 64];
    let mut tag = 0;
    while tag < 64 {
        let mut set = 0;
        while set < sets.len() {
            if Tag(tag as u8).is_in(sets[set].0) {
                marks[tag] |= sets[set].1.bit();
            }
            set += 1;
        }
        tag += 1;
    }
    marks
};

/// The marks of a token. Prepositions have them by their classes: `that` is among the pronominal
/// words, the others that open clauses have classes of their own.
#[inline]
fn marks(tag: Tag, classes: Classes) -> u8 {
    const OPENS: Classes = SUBORDINATOR | CHOICE | PRONOMINAL;
    let rough = u8::from(classes & ROUGH != 0) * Mark::Phrase.bit();
    let opens = u8::from(classes & OPENS != 0) * (Mark::Predicate.bit() | Mark::Clause.bit());
    let preposition = u8::from(tag == Tag::IN) * (rough | opens);
    BY_TAG[tag.0 as usize & 63] | preposition
}

/// How many sets so many tokens have.
pub(super) fn sets(tokens: usize) -> usize {
    tokens.div_ceil(BLOCK) * COUNT
}

/// Fills the sets of all tokens.
pub(super) fn fill(tags: &[Tag], classes: &[Classes], sets: &mut [u64]) {
    let blocks = tags.chunks(BLOCK).zip(classes.chunks(BLOCK));
    let (sets, _) = sets.as_chunks_mut::<COUNT>();
    for (sets, (tags, classes)) in sets.iter_mut().zip(blocks) {
        let mut each = [0; BLOCK];
        for ((slot, &tag), &classes) in each.iter_mut().zip(tags).zip(classes) {
            *slot = marks(tag, classes);
        }
        let (eights, _) = each.as_chunks::<8>();
        for (mark, set) in sets.iter_mut().enumerate() {
            let bytes = eights.iter().rev();
            *set = bytes.fold(0, |set, eight| set << 8 | gather(eight, mark));
        }
    }
}

/// One bit of each of eight bytes, the first one's the lowest.
#[inline]
fn gather(eight: &[u8; 8], bit: usize) -> u64 {
    const LOW: u64 = u64::MAX / 0xff;
    // Each byte's bit is moved to a place of its own in the highest byte.
    const TO_TOP: u64 = 0x0102_0408_1020_4080;
    (u64::from_le_bytes(*eight) >> bit & LOW).wrapping_mul(TO_TOP) >> 56
}

/// The first token from `at` on and before `end` that has a mark; `end` if none has.
#[inline]
pub(super) fn next(sets: &[u64], mark: Mark, at: usize, end: usize) -> usize {
    let (sets, _) = sets.as_chunks::<COUNT>();
    let (mut block, mut before) = (at / BLOCK, at % BLOCK);
    while block * BLOCK < end
        && let Some(sets) = sets.get(block)
    {
        let left = sets[mark as usize] >> before;
        if left != 0 {
            let found = block * BLOCK + before + left.trailing_zeros() as usize;
            return found.min(end);
        }
        (block, before) = (block + 1, 0);
    }
    end
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_next_token_with_a_mark_is_found(
            tags in prop::collection::vec(0..50u8, 0..300), at in 0..300usize, len in 0..300usize,
        ) {
            let tags: Vec<Tag> = tags.into_iter().map(Tag).collect();
            let mut all = vec![0; sets(tags.len())];
            fill(&tags, &vec![0; tags.len()], &mut all);
            let end = at + len;
            let is_name = |&at: &usize| tags.get(at).is_some_and(|tag| tag.is_in(PROPER));
            let expected = (at..end).find(is_name).unwrap_or(end);
            prop_assert_eq!(next(&all, Mark::Name, at, end), expected);
        }
    }
}
