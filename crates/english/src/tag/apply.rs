//! The contextual rules, applied in their order but found by their contexts.

use super::GAP;
use crate::basis::auxiliary::AUXILIARIES;
use crate::tables::{Cell, Rule};

/// A token that a rule is going to change.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) struct Pending {
    rule: u16,
    at: u32,
}

/// The tokens of a sentence. The buffers are as long as any sentence before needed.
#[derive(Clone, Debug, Default)]
pub(super) struct Run {
    /// The tokens between empty places.
    cells: Vec<Cell>,
    /// For each token its class of case and the auxiliary that reaches it.
    contexts: Vec<u8>,
    /// The places of those that rules may change; then others.
    open: Vec<u32>,
    /// How many these are.
    open_count: usize,
    /// Where the tokens end.
    end: usize,
}

/// So many tokens are worked on at a time, which keeps the work linear in the length of a
/// sentence.
const STRETCH: usize = 256;

/// What rules see of a token's class of case and the auxiliary that reaches it.
#[inline]
pub(super) fn context(class: u8, auxiliary: u8) -> u8 {
    class * AUXILIARIES as u8 + auxiliary
}

impl Run {
    /// Takes the tokens of another sentence, of which there are so many. What a token is and its
    /// context are asked for one after the other.
    #[inline]
    pub(super) fn fill(&mut self, tokens: usize, mut token: impl FnMut(usize) -> (Cell, u8)) {
        self.end = GAP + tokens;
        let whole = self.end + GAP;
        if self.cells.len() < whole {
            self.cells.resize(whole, Cell::default());
            self.contexts.resize(whole, 0);
            self.open.resize(whole, 0);
        }
        let cells = &mut self.cells[GAP..][..tokens];
        let contexts = &mut self.contexts[GAP..][..tokens];
        let open = &mut self.open[..whole];
        let mut count = 0;
        for i in 0..tokens {
            (cells[i], contexts[i]) = token(i);
            // Every place is written down, but only one that rules may change stays.
            open[count] = (GAP + i) as u32;
            count += usize::from(cells[i].rules != 0);
        }
        self.open_count = count;
        self.cells[self.end..whole].fill(Cell::default());
    }

    /// The tokens as they are now.
    pub(super) fn tokens(&self) -> &[Cell] {
        &self.cells[GAP..self.end]
    }

    /// Applies the rules as if one after the other ran over the tokens from left to right.
    #[inline(never)]
    pub(super) fn apply(&mut self, pending: &mut Vec<Pending>) {
        let mut done = 0;
        while done < self.open_count {
            let start = self.open[done] as usize;
            let start = start - (start - GAP) % STRETCH;
            let stop = self.end.min(start + STRETCH);
            let open = &self.open[done..self.open_count];
            let count = match self.end - start <= STRETCH {
                true => open.len(),
                false => open.partition_point(|&at| (at as usize) < stop),
            };
            pending.clear();
            for &at in &open[..count] {
                pending.extend(self.next(at as usize, 0));
            }
            self.stretch(start, stop, pending);
            done += count;
        }
    }

    fn stretch(&mut self, start: usize, stop: usize, pending: &mut Vec<Pending>) {
        while let Some(&first) = pending.iter().min() {
            let changed = first.at as usize;
            let cell = &mut self.cells[changed];
            cell.tag = Rule::get(first.rule).to;
            cell.rules = Rule::by_tag(cell.tag);
            let near = changed.saturating_sub(GAP).max(start)..(changed + GAP + 1).min(stop);
            pending.retain(|p| !near.contains(&(p.at as usize)));
            for at in near {
                // A rule does not come back to tokens it has passed.
                let least = first.rule + u16::from(at <= changed);
                if self.cells[at].rules != 0 {
                    pending.extend(self.next(at, least));
                }
            }
        }
    }

    /// The first rule from number `least` on that changes a token.
    #[inline]
    fn next(&self, at: usize, least: u16) -> Option<Pending> {
        let rule = Rule::first(self.around(at), self.contexts[at], least)?;
        let at = at as u32;
        Some(Pending { rule, at })
    }

    /// What rules see from a token.
    fn around(&self, at: usize) -> &[Cell; 7] {
        let around = &self.cells[at - GAP..at + GAP + 1];
        around.try_into().expect("seven cells")
    }
}

#[cfg(test)]
mod slow {
    use super::*;
    use crate::basis::template::{Window, visit};

    impl Run {
        /// What [`Run::apply`] does for sentences of one stretch, rule by rule.
        pub(in super::super) fn one_by_one(&mut self) {
            for (number, rule) in Rule::all().enumerate() {
                let (template, from, values) = Rule::context(number);
                for at in GAP..self.end {
                    let cell = self.cells[at];
                    if cell.tag != from || cell.allowed() >> rule.to & 1 == 0 {
                        continue;
                    }
                    let mut fits = false;
                    let around = Around(self.around(at), self.contexts[at]);
                    visit(&around, 1 << template, |_, found| fits |= found == values);
                    if fits {
                        self.cells[at].tag = rule.to;
                    }
                }
            }
        }
    }

    /// A token with its neighbours, its class and the auxiliary that reaches it.
    struct Around<'c>(&'c [Cell; 7], u8);

    impl Window for Around<'_> {
        fn tag(&self, place: usize) -> u32 {
            self.0[place].tag.into()
        }

        fn word(&self, place: usize) -> u32 {
            let cell = &self.0[place];
            match cell.named_at(place) {
                0 => 0,
                _ => cell.word().into(),
            }
        }

        fn class(&self) -> u32 {
            u32::from(self.1) / AUXILIARIES
        }

        fn auxiliary(&self) -> u32 {
            u32::from(self.1) % AUXILIARIES
        }
    }
}
