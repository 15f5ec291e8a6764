//! Asking a question of many words at once.

use std::ops::Range;

/// So many are asked before the first answer is looked at.
pub(crate) const BLOCK: usize = u32::BITS as usize;

/// The indices at which something holds. It is asked of all indices of a block, and the answers
/// kept as bits: where most say no and nobody can foresee which, a branch at each costs more
/// than the question.
///
/// ```
/// let forms = ["He", "said", "so", "."];
/// let short: Vec<usize> = sayso_plugin::places(0..4, |at| forms[at].len() == 2).collect();
/// assert_eq!(short, [0, 2]);
/// ```
#[inline]
pub fn places(indices: Range<usize>, holds: impl Fn(usize) -> bool) -> impl Iterator<Item = usize> {
    by_block(indices, move |block| answers(block, &holds))
}

/// The indices whose bits are set; `bits` gives those of the indices of a block, of which the
/// first has the lowest. Blocks end at multiples of their length.
#[inline]
pub(crate) fn by_block(
    indices: Range<usize>,
    bits: impl Fn(Range<usize>) -> u32,
) -> impl Iterator<Item = usize> {
    let Range { mut start, end } = indices;
    let (mut first, mut set) = (start, 0);
    std::iter::from_fn(move || {
        while set == 0 {
            if start >= end {
                return None;
            }
            first = start;
            start = end.min((start / BLOCK + 1) * BLOCK);
            set = bits(first..start);
        }
        let place = first + set.trailing_zeros() as usize;
        set &= set - 1;
        Some(place)
    })
}

/// The answers to a question about all of a block, as bits.
#[inline]
pub(crate) fn answers<T>(
    block: impl DoubleEndedIterator<Item = T>,
    holds: impl Fn(T) -> bool,
) -> u32 {
    let answers = block.rev().map(holds);
    answers.fold(0, |bits, answer| bits << 1 | u32::from(answer))
}

/// The same of numbers, of which the processor compares several at once.
#[inline]
pub(crate) fn bits_of(block: &[u32], holds: impl Fn(u32) -> bool) -> u32 {
    const BITS: [u32; BLOCK] = {
        let mut bits = [1; BLOCK];
        let mut at = 1;
        while at < BLOCK {
            bits[at] = bits[at - 1] << 1;
            at += 1;
        }
        bits
    };
    let answers = block.iter().zip(&BITS);
    answers.fold(0, |bits, (&number, &bit)| {
        bits | if holds(number) { bit } else { 0 }
    })
}

#[cfg(test)]
mod tests {
    use super::places;

    #[test]
    fn no_place_is_passed_over_and_none_comes_twice() {
        for len in [0, 1, 63, 64, 65, 200] {
            for step in 1..70 {
                let all: Vec<usize> = places(5..5 + len, |at| at % step == 0).collect();
                let asked = (5..5 + len).filter(|at| at % step == 0);
                assert_eq!(all, asked.collect::<Vec<_>>());
            }
        }
    }
}
