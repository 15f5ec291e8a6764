//! What a mark looks like from where it stands, before it is known what is open.

use sayso_model::{Paragraph, Shape, Token, TokenKind};

use crate::character::is_wordly;
use crate::glyph::{Family, Glyph};

/// A token that is a quotation mark or an apostrophe.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Mark {
    /// Index of the token.
    pub(crate) token: u32,
    /// How it is written.
    pub(crate) glyph: Glyph,
    /// White space, the paragraph's beginning, a bracket, a dash or a slash stands before.
    pub(super) free_before: bool,
    /// White space or the paragraph's beginning stands before.
    pub(super) space_before: bool,
    /// What stands after.
    pub(super) after: After,
    /// It stands directly behind a number.
    pub(super) behind_number: bool,
    /// It stands directly behind a word in -s or the like.
    pub(super) behind_s: bool,
    /// The next mark of the paragraph that is a double one, by its place among the marks.
    pub(super) next_double: Option<u32>,
    /// The next single mark.
    pub(super) next_single: Option<u32>,
    /// The next single mark that looks like a closing one.
    pub(super) next_closing_single: Option<u32>,
}

/// What stands directly after a mark.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum After {
    /// White space or the paragraph's end.
    Space,
    /// A letter or digit.
    Word,
    /// Anything else.
    Other,
}

impl Mark {
    /// A mark that has not been looked at yet.
    pub(crate) fn new(token: u32, glyph: Glyph) -> Self {
        Self {
            token,
            glyph,
            free_before: false,
            space_before: false,
            after: After::Other,
            behind_number: false,
            behind_s: false,
            next_double: None,
            next_single: None,
            next_closing_single: None,
        }
    }

    /// Whether it looks like an opening mark: `("a`.
    pub(super) fn looks_opening(&self) -> bool {
        self.free_before && self.after != After::Space
    }

    /// Whether it looks like a closing mark: `a" `, `a",`.
    pub(super) fn looks_closing(&self) -> bool {
        !self.space_before && self.after != After::Word
    }
}

/// Looks at all marks of a paragraph.
pub(super) fn examine(text: &str, tokens: &[Token], paragraph: &Paragraph, marks: &mut [Mark]) {
    let (mut double, mut single, mut closing) = (None, None, None);
    for index in (0..marks.len()).rev() {
        let mark = &mut marks[index];
        look_around(text, tokens, paragraph, mark);
        mark.next_double = double;
        mark.next_single = single;
        mark.next_closing_single = closing;
        match mark.glyph.family() {
            Family::Double => double = Some(index as u32),
            Family::Single => {
                single = Some(index as u32);
                if mark.looks_closing() && mark.glyph != Glyph::SingleLow {
                    closing = Some(index as u32);
                }
            }
            _ => {}
        }
    }
}

fn look_around(text: &str, tokens: &[Token], paragraph: &Paragraph, mark: &mut Mark) {
    let index = mark.token as usize;
    let span = tokens[index].span;
    let is_first = mark.token == paragraph.tokens.first;
    let is_last = mark.token + 1 == paragraph.tokens.end;
    let before = text[..span.start() as usize].chars().next_back();
    let after = text[span.end() as usize..].chars().next();
    mark.space_before = is_first || tokens[index].shape.has(Shape::SPACE_BEFORE);
    mark.free_before = mark.space_before || before.is_some_and(is_free);
    mark.after = match after {
        Some(c) if is_last || c.is_whitespace() => After::Space,
        Some(c) if is_wordly(c) => After::Word,
        Some(_) => After::Other,
        None => After::Space,
    };
    if !mark.space_before {
        mark.behind_number = tokens[index - 1].kind == TokenKind::NUMBER;
        mark.behind_s = matches!(before, Some('s' | 'S' | 'x' | 'z' | 'X' | 'Z'));
    }
}

/// Characters behind which an opening mark may stand without a space.
fn is_free(c: char) -> bool {
    matches!(c, '(' | '[' | '{' | '-' | '–' | '—' | '―' | '/' | '¿' | '¡')
}
