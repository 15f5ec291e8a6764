//! Where the passes over a document have something to do. Most of its tokens are none of a
//! pass's business; sets of bits let it go from one that is to the next.

use sayso_model::Tag;

use super::PROPER;
use super::words::{CHOICE, Classes, PRONOMINAL, SUBORDINATOR};
use crate::chunk::{MAY_BEGIN, ROUGH};
use crate::verb::ANY;

/// What a token may be for a pass.
#[derive(Clone, Copy)]
pub(crate) enum Mark {
    /// Part of a name.
    Name,
    /// The beginning of a noun phrase.
    Phrase,
    /// The beginning of a verb group.
    Verb,
    /// A mark or word, neither noun phrase nor verb, that opens or closes clauses.
    Clause,
}

/// How many marks there are.
const COUNT: usize = 4;
/// So many tokens share a set of each mark.
const BLOCK: usize = 64;
/// The byte behind those of the marks, for prepositions.
const PREPOSITION: usize = COUNT;

/// The marks that tags give: each mark has a byte, of which the lowest bit is set.
static BY_TAG: [u64; 64] = {
    let clause = Tag::COMMA.bit() | Tag::CC.bit() | Tag::COLON.bit() | Tag::WRB.bit();
    let sets = [
        (PROPER, Mark::Name as usize),
        (MAY_BEGIN, Mark::Phrase as usize),
        (ANY | Tag::TO.bit(), Mark::Verb as usize),
        (clause, Mark::Clause as usize),
        (Tag::IN.bit(), PREPOSITION),
    ];
    let mut marks = [0; 64];
    let mut tag = 0;
    while tag < 64 {
        let mut set = 0;
        while set < sets.len() {
            if Tag(tag as u8).is_in(sets[set].0) {
                marks[tag] |= 1 << (8 * sets[set].1);
            }
            set += 1;
        }
        tag += 1;
    }
    marks
};

/// How many sets so many tokens have.
pub(super) fn sets(tokens: usize) -> usize {
    tokens.div_ceil(BLOCK) * COUNT
}

/// Fills the sets of all tokens.
pub(super) fn fill(tags: &[Tag], classes: &[Classes], sets: &mut [u64]) {
    let (sets, _) = sets.as_chunks_mut::<COUNT>();
    let blocks = tags.chunks(BLOCK).zip(classes.chunks(BLOCK));
    for (sets, (tags, classes)) in sets.iter_mut().zip(blocks) {
        let mut bytes = [[0; BLOCK / 8]; COUNT + 1];
        let (eights, rest) = tags.as_chunks::<8>();
        let marks = eights.iter().map(|eight| marks(eight)).chain([marks(rest)]);
        for (place, marks) in marks.take(BLOCK / 8).enumerate() {
            for (set, mark) in bytes.iter_mut().zip(marks.to_le_bytes()) {
                set[place] = mark;
            }
        }
        for (set, bytes) in sets.iter_mut().zip(bytes) {
            *set = u64::from_le_bytes(bytes);
        }
        mark_prepositions(classes, u64::from_le_bytes(bytes[PREPOSITION]), sets);
    }
}

/// The marks that up to eight tags give, a byte for each mark.
#[inline]
fn marks(tags: &[Tag]) -> u64 {
    let marks = tags.iter().map(|tag| BY_TAG[tag.0 as usize & 63]);
    (0..)
        .zip(marks)
        .fold(0, |set, (place, marks)| set | marks << place)
}

/// Prepositions have marks by their classes: `that` is among the pronominal words, the others that
/// open clauses have classes of their own.
#[inline]
fn mark_prepositions(classes: &[Classes], mut left: u64, sets: &mut [u64; COUNT]) {
    const OPENS: Classes = SUBORDINATOR | CHOICE | PRONOMINAL;
    while left != 0 {
        let place = left.trailing_zeros() as usize;
        left &= left - 1;
        let word = classes.get(place).copied().unwrap_or(0);
        let (rough, opens) = (word & ROUGH != 0, word & OPENS != 0);
        sets[Mark::Phrase as usize] |= u64::from(rough) << place;
        sets[Mark::Clause as usize] |= u64::from(opens) << place;
    }
}

/// The first token from `at` on and before `end` that has a mark; `end` if none has.
#[inline]
pub(super) fn next(sets: &[u64], mark: Mark, at: usize, end: usize) -> usize {
    let block = at / BLOCK;
    let set = sets.get(block * COUNT + mark as usize).copied();
    let left = set.unwrap_or(0) >> (at % BLOCK);
    if left != 0 {
        return end.min(at + left.trailing_zeros() as usize);
    }
    next_block(sets, mark, block + 1, end)
}

/// [`next`] from the beginning of a block on; seldom needed.
#[inline(never)]
fn next_block(sets: &[u64], mark: Mark, mut block: usize, end: usize) -> usize {
    while block * BLOCK < end
        && let Some(&set) = sets.get(block * COUNT + mark as usize)
    {
        if set != 0 {
            return end.min(block * BLOCK + set.trailing_zeros() as usize);
        }
        block += 1;
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
