//! Spans with what they are of, for look-up by place.

use sayso_plugin::Span;

/// Spans with what they are of.
#[derive(Debug)]
pub struct Places<T> {
    /// By start, the longer first.
    spans: Vec<(Span, T)>,
    /// For each span the last one before it that ends no earlier. What stands between the two
    /// can be passed over together, so that a look-up takes no longer for spans that it is
    /// far behind.
    outer: Vec<Option<usize>>,
}

impl<T: Copy> Places<T> {
    /// Sorts them by place.
    pub fn new(mut spans: Vec<(Span, T)>) -> Self {
        spans.sort_by_key(|(span, _)| (span.start(), std::cmp::Reverse(span.end())));
        let mut outer: Vec<Option<usize>> = Vec::with_capacity(spans.len());
        for (at, (span, _)) in spans.iter().enumerate() {
            let mut before = at.checked_sub(1);
            while let Some(shorter) = before.filter(|&b| spans[b].0.end() < span.end()) {
                before = outer[shorter];
            }
            outer.push(before);
        }
        Self { spans, outer }
    }

    /// Those that contain another, from the last to begin, the innermost, outwards.
    pub fn around(&self, inner: Span) -> impl Iterator<Item = (Span, T)> {
        let begun = |&(span, _): &(Span, T)| span.start() <= inner.start();
        self.reaching(self.spans.partition_point(begun), inner.end())
            .filter(move |(span, _)| span.contains(inner))
    }

    /// The last to begin of those that share a byte with another.
    pub fn overlapping(&self, other: Span) -> Option<(Span, T)> {
        let begun = |&(span, _): &(Span, T)| span.start() < other.end();
        self.reaching(self.spans.partition_point(begun), other.start() + 1)
            .find(|(span, _)| span.overlaps(other))
    }

    /// Those of the first `count` that end at a byte or behind it, from the last to begin.
    fn reaching(&self, count: usize, end: u32) -> impl Iterator<Item = (Span, T)> {
        let mut next = count.checked_sub(1);
        std::iter::from_fn(move || {
            while let Some(at) = next {
                if self.spans[at].0.end() >= end {
                    next = at.checked_sub(1);
                    return Some(self.spans[at]);
                }
                next = self.outer[at];
            }
            None
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every span of a few bytes, and some of them twice.
    fn spans() -> Vec<Span> {
        let from = |start| (start + 1..7).map(move |end| Span::new(start, end));
        let all = (0..6).flat_map(from);
        all.clone().chain(all.step_by(4)).collect()
    }

    #[test]
    fn what_is_passed_over_is_not_missed() {
        let all = spans();
        // Places of which some are left out, in every way up to a pattern of six.
        for pattern in 0u32..64 {
            let kept = (0..all.len()).filter(|at| pattern & (1 << (at % 6)) != 0);
            let mut kept: Vec<(Span, usize)> = kept.map(|at| (all[at], at)).collect();
            let places = Places::new(kept.clone());
            kept.sort_by_key(|(span, _)| (span.start(), std::cmp::Reverse(span.end())));
            for &asked in &all {
                let last_first = || kept.iter().rev().copied();
                let around: Vec<_> = last_first().filter(|(s, _)| s.contains(asked)).collect();
                assert_eq!(places.around(asked).collect::<Vec<_>>(), around);
                let overlapping = last_first().find(|(s, _)| s.overlaps(asked));
                assert_eq!(places.overlapping(asked), overlapping);
            }
        }
    }
}
