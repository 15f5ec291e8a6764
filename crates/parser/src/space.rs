//! White space, and the line ends in it.

use nom::Input;

use crate::Parsed;
use crate::character::{SPACE, WIDE, byte_at, is};

/// How many lines end in a stretch of white space.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) struct Gap {
    /// 0 between words of one line, 1 between lines, 2 or more where a line is blank.
    pub(crate) line_ends: u32,
}

/// White space, possibly none.
#[inline]
pub(crate) fn gap(input: &str) -> Parsed<'_, Gap> {
    // One blank between two words: by far the most frequent.
    let first = byte_at(input, 0);
    if !is(first, SPACE | WIDE) {
        return Ok((input, Gap::default()));
    }
    if first == b' ' && !is(byte_at(input, 1), SPACE | WIDE) {
        return Ok((input.take_from(1), Gap::default()));
    }
    Ok(any_gap(input))
}

#[inline(never)]
fn any_gap(input: &str) -> (&str, Gap) {
    let mut line_ends = 0;
    let mut before = ' ';
    for (at, c) in input.char_indices() {
        if !c.is_whitespace() {
            return (&input[at..], Gap { line_ends });
        }
        line_ends += match c {
            // The second half of a CRLF.
            '\n' if before == '\r' => 0,
            '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' => 1,
            // The paragraph separator stands for a blank line.
            '\u{2029}' => 2,
            _ => 0,
        };
        before = c;
    }
    ("", Gap { line_ends })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_line_end_counts_once() {
        let ends = |text| gap(text).map(|(rest, gap)| (rest, gap.line_ends));
        assert_eq!(ends("a"), Ok(("a", 0)));
        assert_eq!(ends(" a"), Ok(("a", 0)));
        assert_eq!(ends(" \u{a0} é"), Ok(("é", 0)));
        assert_eq!(ends("\r\na"), Ok(("a", 1)));
        assert_eq!(ends("\r\n \r\na"), Ok(("a", 2)));
        assert_eq!(ends("\r\ra"), Ok(("a", 2)));
        assert_eq!(ends("\u{2028}a"), Ok(("a", 1)));
        assert_eq!(ends("\u{2029}a"), Ok(("a", 2)));
        assert_eq!(ends("\u{b}\u{c}a"), Ok(("a", 2)));
        assert_eq!(ends("  \n"), Ok(("", 1)));
    }
}
