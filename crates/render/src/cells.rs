//! A text as what a terminal shows: cells that are 0, 1 or 2 columns wide.

use sayso_model::Span;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// One character as it is shown, with all that joins it (accents, emoji sequences).
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cell {
    /// The bytes of the original text that it stands for.
    pub(crate) span: Span,
    /// Where its shown form ends in [`Cells::shown`]; it begins where the one before ends.
    end: u32,
    /// Its width in columns.
    pub(crate) width: u32,
    /// The widths of all before it in the stretch.
    pub(crate) column: u32,
    /// White space, shown as one space.
    pub(crate) space: bool,
}

/// A stretch of text made showable; the buffers are used again for the next one.
#[derive(Debug, Default)]
pub(crate) struct Cells {
    shown: String,
    cells: Vec<Cell>,
}

impl Cells {
    /// Takes in the text under `span`: control and direction characters are escaped, every run
    /// of white space, tabs and line breaks included, becomes one space.
    pub(crate) fn set(&mut self, text: &str, span: Span) {
        self.shown.clear();
        self.cells.clear();
        let words = span.of(text);
        let mut rest = words;
        while !rest.is_empty() {
            let at = span.start() + (words.len() - rest.len()) as u32;
            let len = self.push(rest, at);
            rest = &rest[len..];
        }
    }

    pub(crate) fn get(&self) -> &[Cell] {
        &self.cells
    }

    /// The cells of a range as they are shown.
    pub(crate) fn show(&self, first: usize, end: usize) -> &str {
        let edge = |index: usize| match index.checked_sub(1) {
            Some(before) => self.cells[before].end as usize,
            None => 0,
        };
        &self.shown[edge(first)..edge(end)]
    }

    /// Adds the first cell of `rest`, which begins at byte `at`; gives its length in bytes.
    fn push(&mut self, rest: &str, at: u32) -> usize {
        let before = self.shown.len();
        let column = self.cells.last().map_or(0, |c| c.column + c.width);
        let space = rest.len() - rest.trim_start().len();
        let len = if space > 0 {
            self.shown.push(' ');
            space
        } else {
            let len = cluster_length(rest);
            escape(&rest[..len], &mut self.shown);
            len
        };
        self.cells.push(Cell {
            span: Span::new(at, at + len as u32),
            end: self.shown.len() as u32,
            width: self.shown[before..].width() as u32,
            column,
            space: space > 0,
        });
        len
    }
}

/// Appends a text with its control and direction characters made visible.
pub(crate) fn escape(text: &str, shown: &mut String) {
    for c in text.chars() {
        match c {
            '\0'..='\x1f' => shown.extend(char::from_u32(0x2400 + c as u32)),
            '\x7f' => shown.push('␡'),
            _ if c.is_control() || is_invisible_direction(c) => shown.extend(c.escape_unicode()),
            _ => shown.push(c),
        }
    }
}

/// Marks that turn the writing direction without being seen, and the byte order mark.
fn is_invisible_direction(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
        | '\u{61c}' | '\u{feff}')
}

/// The length of the first character with all that is drawn onto it.
fn cluster_length(rest: &str) -> usize {
    let mut chars = rest.char_indices();
    let Some((_, first)) = chars.next() else {
        return 0;
    };
    let mut flag = is_regional(first);
    let mut joined = false;
    for (at, c) in chars {
        let joins = joined || extends(c) || (flag && is_regional(c));
        if !joins || c.is_whitespace() || c.is_control() || is_invisible_direction(c) {
            return at;
        }
        flag = flag && !is_regional(c);
        joined = c == ZERO_WIDTH_JOINER;
    }
    rest.len()
}

const ZERO_WIDTH_JOINER: char = '\u{200d}';

fn extends(c: char) -> bool {
    c.width() == Some(0) || matches!(c, '\u{1f3fb}'..='\u{1f3ff}')
}

fn is_regional(c: char) -> bool {
    matches!(c, '\u{1f1e6}'..='\u{1f1ff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn widths(text: &str) -> (String, Vec<u32>) {
        let mut cells = Cells::default();
        cells.set(text, Span::new(0, text.len() as u32));
        let all = cells.get();
        let shown = cells.show(0, all.len()).to_owned();
        (shown, all.iter().map(|c| c.width).collect())
    }

    #[test]
    fn wide_and_joined_characters_are_one_cell_each() {
        assert_eq!(widths("日a").1, [2, 1]);
        assert_eq!(widths("e\u{301}x").1, [1, 1]);
        assert_eq!(widths("👩\u{200d}🚀!").1, [2, 1]);
        assert_eq!(widths("🇫🇷🇩🇪").1, [2, 2]);
        assert_eq!(widths("👍🏽").1, [2]);
    }

    #[test]
    fn what_cannot_be_seen_is_escaped() {
        assert_eq!(widths("a\0b\x1b\x7f").0, "a␀b␛␡");
        assert_eq!(widths("a\u{202e}b\u{85}").0, "a\\u{202e}b ");
        assert_eq!(widths("\u{9b}").0, "\\u{9b}");
    }

    #[test]
    fn a_run_of_white_space_is_one_space() {
        assert_eq!(widths("a \r\n\t b").0, "a b");
        assert_eq!(widths("a\u{a0} b").0, "a b");
    }

    #[test]
    fn cells_cover_every_byte_once() {
        let text = "a\r\n b\u{301}👩\u{200d}🚀 日";
        let mut cells = Cells::default();
        cells.set(text, Span::new(0, text.len() as u32));
        let mut at = 0;
        for cell in cells.get() {
            assert_eq!(cell.span.start(), at);
            at = cell.span.end();
        }
        assert_eq!(at as usize, text.len());
    }
}
