//! Sets of tokens.

use std::ops::Range;

/// A set of tokens, with a bit for each: a question that many rules ask of every token between two
/// is answered for all of them at once.
#[derive(Clone, Debug, Default)]
pub struct Bits(Vec<u64>);

impl Bits {
    /// No token of a document of so many.
    pub fn new(tokens: usize) -> Self {
        Self(vec![0; tokens.div_ceil(64)])
    }

    /// Adds a token.
    #[inline]
    pub fn add(&mut self, at: usize) {
        if let Some(bits) = self.0.get_mut(at / 64) {
            *bits |= 1 << (at % 64);
        }
    }

    /// Adds the tokens for which something holds. It is asked of all of them, so that no branch
    /// depends on the answer.
    #[inline]
    pub fn add_all<T: Copy>(&mut self, tokens: &[T], holds: impl Fn(T) -> bool) {
        for (bits, block) in self.0.iter_mut().zip(tokens.chunks(64)) {
            let answers = block.iter().rev().map(|&token| holds(token));
            *bits |= answers.fold(0, |bits, answer| bits << 1 | u64::from(answer));
        }
    }

    /// Whether a token is in it.
    #[inline]
    pub fn has(&self, at: usize) -> bool {
        let bits = self.0.get(at / 64);
        bits.is_some_and(|bits| bits >> (at % 64) & 1 != 0)
    }

    /// The first token of a run that is in it.
    #[inline]
    pub fn first(&self, run: Range<usize>) -> Option<usize> {
        let (mut block, mut before) = (run.start / 64, run.start % 64);
        while block * 64 < run.end {
            let left = self.0.get(block)? >> before;
            if left != 0 {
                let found = block * 64 + before + left.trailing_zeros() as usize;
                return (found < run.end).then_some(found);
            }
            (block, before) = (block + 1, 0);
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::Bits;

    #[test]
    fn the_first_is_that_of_a_plain_search() {
        let members = [0, 3, 63, 64, 130, 199];
        let mut bits = Bits::new(200);
        members.iter().for_each(|&at| bits.add(at));
        for start in 0..220 {
            for end in 0..220 {
                let inside = members.into_iter().find(|at| (start..end).contains(at));
                assert_eq!(bits.first(start..end), inside);
            }
        }
        assert!((0..220).all(|at| bits.has(at) == members.contains(&at)));
    }

    #[test]
    fn all_for_which_something_holds_are_added() {
        let mut bits = Bits::new(150);
        let tokens: Vec<usize> = (0..150).collect();
        bits.add_all(&tokens, |token| token % 7 == 2);
        assert!((0..150).all(|at| bits.has(at) == (at % 7 == 2)));
    }
}
