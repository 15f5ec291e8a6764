//! Breaking a sentence into lines.

use std::ops::Range;

use crate::cells::Cell;

/// Divides cells into lines of at most `width` columns, at spaces where there are any; the
/// space at a break belongs to no line. A cell wider than a line has a line of its own.
pub(crate) fn wrap(cells: &[Cell], width: u32, lines: &mut Vec<Range<usize>>) {
    lines.clear();
    let mut start = 0;
    let mut space = None;
    let mut at = 0;
    while at < cells.len() {
        let cell = cells[at];
        let used = cell.column - cells[start].column;
        if used + cell.width <= width || at == start {
            if cell.space && at > start {
                space = Some(at);
            }
            at += 1;
            continue;
        }
        let (end, next) = match space {
            _ if cell.space => (at, at + 1),
            Some(space) => (space, space + 1),
            None => (at, at),
        };
        lines.push(start..end);
        (start, at, space) = (next, next, None);
    }
    if start < cells.len() {
        lines.push(start..cells.len());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cells::Cells;
    use sayso_model::Span;

    fn wrapped(text: &str, width: u32) -> Vec<String> {
        let mut cells = Cells::default();
        cells.set(text, Span::new(0, text.len() as u32));
        let mut lines = Vec::new();
        wrap(cells.get(), width, &mut lines);
        let show = |line: &Range<usize>| cells.show(line.start, line.end).to_owned();
        lines.iter().map(show).collect()
    }

    #[test]
    fn lines_break_at_spaces() {
        assert_eq!(
            wrapped("one two three", 7),
            ["one two", "three"].map(String::from)
        );
        assert_eq!(wrapped("one two", 7), ["one two"]);
        assert_eq!(wrapped("one two", 6), ["one", "two"]);
        assert_eq!(wrapped("", 6), [""; 0]);
    }

    #[test]
    fn a_word_longer_than_a_line_is_cut() {
        assert_eq!(wrapped("a abcdefgh b", 4), ["a", "abcd", "efgh", "b"]);
        assert_eq!(wrapped("日本語", 4), ["日本", "語"]);
        assert_eq!(wrapped("日本", 1), ["日", "本"]);
    }
}
