//! The lanes under a line of text: which columns an annotation's parts take, and drawing them.

use std::ops::Range;

use sayso_model::Span;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::cells::Cell;

/// A part of an annotation as it lies under one line: its role and its columns.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Bar<'a> {
    pub(crate) role: &'a str,
    pub(crate) start: u32,
    pub(crate) end: u32,
}

/// The columns of a span under a line of cells, if it has any there. One column is the least.
pub(crate) fn columns(cells: &[Cell], line: &Range<usize>, span: Span) -> Option<(u32, u32)> {
    let line = &cells[line.clone()];
    // An empty span is shown at the character it stands before.
    let end = span.end().max(span.start() + 1);
    let first = line.partition_point(|c| c.span.end() <= span.start());
    let after = line.partition_point(|c| c.span.start() < end);
    let covered = line.get(first..after).filter(|cells| !cells.is_empty())?;
    let (first, last) = (covered.first()?, covered.last()?);
    let origin = line.first()?.column;
    let start = first.column - origin;
    let end = last.column + last.width - origin;
    Some((start, end.max(start + 1)))
}

/// Puts bars, which are sorted by start, into as few rows as the order allows so that none
/// overlaps another in its row. Gives each bar's row.
pub(crate) fn rows(bars: &[Bar<'_>]) -> Vec<usize> {
    let mut ends: Vec<u32> = Vec::new();
    let place = |bar: &Bar<'_>| match ends.iter().position(|&end| end <= bar.start) {
        Some(row) => {
            ends[row] = bar.end;
            row
        }
        None => {
            ends.push(bar.end);
            ends.len() - 1
        }
    };
    bars.iter().map(place).collect()
}

/// Appends a bar of its width: the role's name, or its initial where there is no room, and a line.
pub(crate) fn draw(bar: Bar<'_>, out: &mut String) {
    let width = (bar.end - bar.start) as usize;
    let initial = bar.role.chars().next();
    let initial_width = initial.and_then(|c| c.width()).unwrap_or(0);
    let mut left = width;
    if bar.role.width() <= width {
        out.push_str(bar.role);
        left -= bar.role.width();
    } else if initial_width <= width {
        out.extend(initial);
        left -= initial_width;
    }
    out.extend(std::iter::repeat_n('─', left));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bar(role: &str, start: u32, end: u32) -> Bar<'_> {
        Bar { role, start, end }
    }

    #[test]
    fn a_bar_has_the_width_of_its_span() {
        let drawn = |width: u32| {
            let mut out = String::new();
            draw(bar("cue", 4, 4 + width), &mut out);
            out
        };
        assert_eq!(drawn(6), "cue───");
        assert_eq!(drawn(3), "cue");
        assert_eq!(drawn(2), "c─");
        assert_eq!(drawn(1), "c");
    }

    #[test]
    fn overlapping_bars_have_rows_of_their_own() {
        let bars = [
            bar("a", 0, 9),
            bar("b", 3, 5),
            bar("c", 5, 7),
            bar("d", 9, 10),
        ];
        assert_eq!(rows(&bars), [0, 1, 1, 0]);
    }
}
