//! Lines to paragraphs.
//!
//! A blank line always separates paragraphs. A single line end does too, as in news copy
//! with one paragraph a line, unless the text is hard-wrapped: broken into lines of at most
//! some 90 columns, often in the middle of a sentence. That is decided once for the text.

use sayso_model::{Paragraph, Structure, Token, TokenKind, TokenRange};

use crate::lexer::Line;

/// Wrapped lines are no longer than this, in characters.
const WIDEST: usize = 100;
/// A line broken for want of room is no shorter than this.
const NARROWEST: usize = 30;

/// Fills the paragraphs of a structure that has its tokens.
pub(crate) fn divide(text: &str, lines: &[Line], structure: &mut Structure) {
    let view = Lines {
        text,
        lines,
        tokens: &structure.tokens,
    };
    let width = view.wrapped_width();
    let mut first = 0;
    for (index, line) in lines.iter().enumerate().skip(1) {
        let breaks = line.after_blank || width.is_none_or(|width| !view.is_wrapped(index, width));
        if breaks {
            push(
                &mut structure.paragraphs,
                &structure.tokens,
                first,
                line.first,
            );
            first = line.first;
        }
    }
    push(
        &mut structure.paragraphs,
        &structure.tokens,
        first,
        structure.tokens.len() as u32,
    );
}

fn push(paragraphs: &mut Vec<Paragraph>, tokens: &[Token], first: u32, end: u32) {
    if first < end {
        let span = tokens[first as usize]
            .span
            .cover(tokens[end as usize - 1].span);
        paragraphs.push(Paragraph {
            span,
            tokens: TokenRange::new(first, end),
            sentences: TokenRange::default(),
        });
    }
}

struct Lines<'a> {
    text: &'a str,
    lines: &'a [Line],
    tokens: &'a [Token],
}

impl Lines<'_> {
    /// The width that the text is wrapped to, if it is.
    fn wrapped_width(&self) -> Option<usize> {
        let (mut single, mut mid_sentence, mut long, mut width) = (0, 0, 0, 0);
        for index in 1..self.lines.len() {
            if self.lines[index].after_blank {
                continue;
            }
            single += 1;
            let length = self.length(index - 1);
            if length > WIDEST {
                long += 1;
            } else {
                width = width.max(length);
                if length >= NARROWEST && !self.ends_sentence(index - 1) && self.begins_low(index) {
                    mid_sentence += 1;
                }
            }
        }
        // Where lines break at random, more than half of the breaks stand before a
        // lower-case word; where a line is a paragraph, hardly any.
        (mid_sentence > 0 && mid_sentence * 4 >= single && long * 10 <= single).then_some(width)
    }

    /// Whether the break before a line was made for want of room: it was not if the line's
    /// first word had fitted well on the line before, and that line looks complete.
    fn is_wrapped(&self, index: usize, width: usize) -> bool {
        let before = self.length(index - 1);
        let word = self.tokens[self.lines[index].first as usize].span.len() as usize;
        let had_room = before + 1 + word + 4 <= width;
        let complete = self.ends_sentence(index - 1) || before * 2 < width;
        !(had_room && complete)
    }

    /// The length of a line in characters.
    fn length(&self, index: usize) -> usize {
        let first = self.lines[index].first as usize;
        let span = self.tokens[first].span.cover(self.last_token(index).span);
        span.of(self.text).chars().count()
    }

    fn last_token(&self, index: usize) -> &Token {
        let end = match self.lines.get(index + 1) {
            Some(next) => next.first as usize,
            None => self.tokens.len(),
        };
        &self.tokens[end - 1]
    }

    fn ends_sentence(&self, index: usize) -> bool {
        let last = self.last_token(index);
        last.kind == TokenKind::PUNCTUATION
            && last
                .span
                .of(self.text)
                .ends_with(['.', '!', '?', '…', '"', '”', '\'', '’', ')', ':'])
    }

    fn begins_low(&self, index: usize) -> bool {
        let first = &self.tokens[self.lines[index].first as usize];
        let first = first.span.of(self.text).chars().next();
        first.is_some_and(char::is_lowercase)
    }
}

#[cfg(test)]
mod tests {
    use crate::show::paragraphs;

    #[test]
    fn a_line_is_a_paragraph() {
        assert_eq!(paragraphs("A b.\nC d.\n\nE f."), "A b. ¶ C d. ¶ E f.");
        assert_eq!(
            paragraphs("A b.\r\nC d.\rE\u{2028}F\u{c}G"),
            "A b. ¶ C d. ¶ E ¶ F ¶ G"
        );
        assert_eq!(
            paragraphs("HEADLINE\nBy Jane Doe\nIt is."),
            "HEADLINE ¶ By Jane Doe ¶ It is."
        );
        assert_eq!(paragraphs("\n\n \n\u{feff}"), "\u{feff}");
        assert_eq!(paragraphs("\u{feff} \n "), "");
    }

    const WRAPPED: &str = "The mayor said on Monday that the bridge would be\n\
        closed for three weeks while the workers replace\n\
        the old cables. She promised a ferry.\n\
        Nobody at the harbour had heard of any ferry when\n\
        asked about it.\n\nA second paragraph begins here and goes on for some\ntime.";

    #[test]
    fn wrapped_lines_are_joined() {
        let shown = paragraphs(WRAPPED);
        let parts: Vec<_> = shown.split(" ¶ ").collect();
        assert_eq!(parts.len(), 3, "{shown}");
        assert!(parts[0].ends_with("She promised a ferry."));
        assert!(parts[1].starts_with("Nobody"));
        assert!(parts[2].starts_with("A second"));
    }

    #[test]
    fn wrapped_lines_are_joined_whatever_ends_them() {
        assert_eq!(
            paragraphs(&WRAPPED.replace('\n', "\r\n"))
                .matches('¶')
                .count(),
            2
        );
    }
}
