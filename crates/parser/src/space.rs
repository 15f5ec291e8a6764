//! White space, and the line ends in it.

/// Where the white space that begins at a place ends, possibly at once, and how many lines end in
/// it: 0 between words of one line, 1 between lines, 2 or more where a line is blank.
#[inline]
pub(crate) fn gap(text: &str, start: usize) -> (usize, u32) {
    match text.as_bytes()[start..] {
        // One blank between two words: by far the most frequent.
        [b' ', b'!'..=b'~', ..] => (start + 1, 0),
        [b'!'..=b'~', ..] => (start, 0),
        _ => any_gap(text, start),
    }
}

#[inline(never)]
fn any_gap(text: &str, start: usize) -> (usize, u32) {
    let mut line_ends = 0;
    let mut before = ' ';
    for (at, c) in text[start..].char_indices() {
        if !c.is_whitespace() {
            return (start + at, line_ends);
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
    (text.len(), line_ends)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_line_end_counts_once() {
        let ends = |text: &'static str| {
            let (end, line_ends) = gap(text, 0);
            (&text[end..], line_ends)
        };
        assert_eq!(ends("a"), ("a", 0));
        assert_eq!(ends(" a"), ("a", 0));
        assert_eq!(ends(" \u{a0} é"), ("é", 0));
        assert_eq!(ends("\r\na"), ("a", 1));
        assert_eq!(ends("\r\n \r\na"), ("a", 2));
        assert_eq!(ends("\r\ra"), ("a", 2));
        assert_eq!(ends("\u{2028}a"), ("a", 1));
        assert_eq!(ends("\u{2029}a"), ("a", 2));
        assert_eq!(ends("\u{b}\u{c}a"), ("a", 2));
        assert_eq!(ends("  \n"), ("", 1));
    }
}
