//! The contextual rules, applied in their order but found by their contexts.

use super::{Cell, GAP};
use crate::basis::template::{Window, key, visit};
use crate::tables::Rule;

/// A token that a rule is going to change.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) struct Pending {
    rule: u16,
    at: u32,
}

/// So many tokens are worked on at a time, which keeps the work linear in the length of a
/// sentence.
const STRETCH: usize = 256;

/// Applies the rules as if one after the other ran over the tokens from left to right.
pub(super) fn apply(cells: &mut [Cell], pending: &mut Vec<Pending>) {
    let end = cells.len() - GAP;
    let mut start = GAP;
    while start < end {
        let stop = end.min(start + STRETCH);
        stretch(cells, start, stop, pending);
        start = stop;
    }
}

fn stretch(cells: &mut [Cell], start: usize, stop: usize, pending: &mut Vec<Pending>) {
    pending.clear();
    for (at, cell) in (start..stop).zip(&cells[start..stop]) {
        let allowed = cell.allowed & Rule::targets(cell.tag);
        if allowed != 0
            && let Some(rule) = next_of(cells, at, 0, allowed)
        {
            pending.push(Pending {
                rule,
                at: at as u32,
            });
        }
    }
    while let Some(&first) = pending.iter().min() {
        let changed = first.at as usize;
        cells[changed].tag = Rule::get(first.rule).to;
        let near = changed.saturating_sub(GAP).max(start)..(changed + GAP + 1).min(stop);
        pending.retain(|p| !near.contains(&(p.at as usize)));
        for at in near {
            // A rule does not come back to tokens it has passed.
            let least = first.rule + u16::from(at <= changed);
            if let Some(rule) = next(cells, at, least) {
                pending.push(Pending {
                    rule,
                    at: at as u32,
                });
            }
        }
    }
}

/// The first rule from number `least` on that changes a token.
#[inline(always)]
fn next(cells: &[Cell], at: usize, least: u16) -> Option<u16> {
    let cell = &cells[at];
    let allowed = cell.allowed & Rule::targets(cell.tag);
    if allowed == 0 {
        None
    } else {
        next_of(cells, at, least, allowed)
    }
}

/// [`next`] for a token that some rules may change to one of the tags allowed.
#[inline(never)]
fn next_of(cells: &[Cell], at: usize, least: u16, allowed: u64) -> Option<u16> {
    let cell = &cells[at];
    let around: &[Cell; 7] = cells[at - 3..at + 4].try_into().expect("seven cells");
    let filter = Rule::wanted(around.map(|cell| cell.tag), cell.auxiliary, cell.class);
    let wanted = cell.templates & filter;
    if wanted == 0 {
        return None;
    }
    search(around, wanted, least, allowed)
}

/// The first rule of the wanted templates, from number `least` on, to one of the tags allowed.
#[inline]
fn search(around: &[Cell; 7], wanted: u64, least: u16, allowed: u64) -> Option<u16> {
    let from = around[3].tag;
    let mut best = u16::MAX;
    visit(&Around(around), wanted, |template, values| {
        let key = key(template, from, values);
        if let Some(rule) = Rule::find(key, (template, from, values), least, allowed) {
            best = best.min(rule);
        }
    });
    (best != u16::MAX).then_some(best)
}

/// What rules see from a token.
struct Around<'c>(&'c [Cell; 7]);

impl Window for Around<'_> {
    #[inline]
    fn tag(&self, place: usize) -> u32 {
        self.0[place].tag as u32
    }

    #[inline]
    fn word(&self, place: usize) -> u32 {
        let cell = &self.0[place];
        cell.word * u32::from(cell.uses >> place & 1)
    }

    #[inline]
    fn named(&self) -> u8 {
        (1..6).fold(0, |set, place| set | self.0[place].uses & 1 << place)
    }

    #[inline]
    fn class(&self) -> u32 {
        self.0[3].class as u32
    }

    #[inline]
    fn auxiliary(&self) -> u32 {
        self.0[3].auxiliary as u32
    }
}

/// What [`apply`] does for sentences of one stretch, rule by rule.
#[cfg(test)]
pub(super) fn one_by_one(cells: &mut [Cell]) {
    for (number, rule) in Rule::all().enumerate() {
        for at in GAP..cells.len() - GAP {
            let cell = cells[at];
            let around: &[Cell; 7] = cells[at - 3..at + 4].try_into().expect("seven cells");
            let (template, from, values) = rule.context();
            if cell.tag != from || cell.allowed >> rule.to & 1 == 0 {
                continue;
            }
            let mut fits = false;
            visit(&Around(around), 1 << template, |_, found| {
                fits |= found == values
            });
            if fits {
                assert_ne!(number, usize::from(u16::MAX));
                cells[at].tag = rule.to;
            }
        }
    }
}
