//! Spans with the annotations they are of, for look-up by place.

use sayso_plugin::{FoundAnnotation, Span};

/// Spans with the annotations they are of.
#[derive(Debug)]
pub struct Places<'d> {
    /// By start, the longer first.
    spans: Vec<(Span, FoundAnnotation<'d>)>,
    /// The farthest end up to each span.
    reach: Vec<u32>,
}

impl<'d> Places<'d> {
    /// Sorts them by place.
    pub fn new(mut spans: Vec<(Span, FoundAnnotation<'d>)>) -> Self {
        spans.sort_by_key(|(span, _)| (span.start(), std::cmp::Reverse(span.end())));
        let mut farthest = 0;
        let reach = spans.iter().map(|(span, _)| {
            farthest = farthest.max(span.end());
            farthest
        });
        let reach = reach.collect();
        Self { spans, reach }
    }

    /// Those that contain another, from the last to begin, the innermost, outwards.
    pub fn around(&self, inner: Span) -> impl Iterator<Item = (Span, FoundAnnotation<'d>)> {
        let after = self
            .spans
            .partition_point(|(span, _)| span.start() <= inner.start());
        (0..after)
            .rev()
            .take_while(move |&at| self.reach[at] >= inner.end())
            .map(|at| self.spans[at])
            .filter(move |(span, _)| span.contains(inner))
    }

    /// The last to begin of those that share a byte with another.
    pub fn overlapping(&self, other: Span) -> Option<(Span, FoundAnnotation<'d>)> {
        let after = self
            .spans
            .partition_point(|(span, _)| span.start() < other.end());
        (0..after)
            .rev()
            .take_while(|&at| self.reach[at] > other.start())
            .map(|at| self.spans[at])
            .find(|(span, _)| span.overlaps(other))
    }
}
