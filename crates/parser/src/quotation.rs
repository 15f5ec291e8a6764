//! Quotation marks to quotations, paragraph by paragraph.
//!
//! The marks of a paragraph are visited in order with a stack of the quotations still open.
//! [`look`] says what a mark looks like where it stands, [`role`] what it does given what is
//! open; here that is done. Nothing looks further than to the next marks, whose indices are
//! noted beforehand, so the time is linear.

mod look;
mod role;

#[cfg(test)]
mod tests;

use sayso_model::{
    NONE, Paragraph, Quotation, QuotationState, Span, Structure, Token, TokenKind, TokenRange,
};

use crate::glyph::{Family, Glyph};
pub(crate) use look::Mark;
use role::Role;

/// Quotations within quotations are followed to this depth; a mark that would go deeper
/// opens nothing.
const DEEPEST: usize = 8;

/// Fills the quotations of a structure that has its tokens and paragraphs, and gives the
/// mark tokens their kinds.
pub(crate) fn pair(text: &str, marks: &mut [Mark], structure: &mut Structure) {
    let mut pairing = Pairing {
        text,
        tokens: &mut structure.tokens,
        quotations: &mut structure.quotations,
        open: Vec::with_capacity(DEEPEST),
        unfinished: None,
        first: 0,
    };
    let mut rest = marks;
    for (index, paragraph) in structure.paragraphs.iter().enumerate() {
        let count = rest.partition_point(|mark| mark.token < paragraph.tokens.end);
        let (here, later) = rest.split_at_mut(count);
        let goes_on = next_opens_with(&structure.paragraphs, index, later);
        pairing.paragraph(paragraph, here, goes_on);
        rest = later;
    }
    assign(&mut structure.tokens, &structure.quotations);
}

/// The mark that the next paragraph begins with.
fn next_opens_with(paragraphs: &[Paragraph], index: usize, later: &[Mark]) -> Option<Glyph> {
    let next = paragraphs.get(index + 1)?;
    let mark = later.first()?;
    (mark.token == next.tokens.first).then_some(mark.glyph)
}

/// Notes on every token the innermost quotation it stands in. Inner quotations come after
/// the outer ones and overwrite them; as the depth is bounded, so is the work.
fn assign(tokens: &mut [Token], quotations: &[Quotation]) {
    for (index, quotation) in quotations.iter().enumerate() {
        for token in &mut tokens[quotation.tokens.range()] {
            token.quotation = index as u32;
        }
    }
}

/// A quotation not closed yet.
#[derive(Clone, Copy)]
struct Open {
    /// Its index.
    quotation: u32,
    /// The mark that opened it.
    glyph: Glyph,
}

struct Pairing<'a> {
    text: &'a str,
    tokens: &'a mut Vec<Token>,
    quotations: &'a mut Vec<Quotation>,
    /// The quotations open at this place, the innermost last.
    open: Vec<Open>,
    /// The outermost quotation that the paragraph before left open.
    unfinished: Option<Open>,
    /// The first token of the paragraph.
    first: u32,
}

impl Pairing<'_> {
    fn paragraph(&mut self, paragraph: &Paragraph, marks: &mut [Mark], goes_on: Option<Glyph>) {
        if marks.is_empty() {
            self.unfinished = None;
            return;
        }
        self.first = paragraph.tokens.first;
        look::examine(self.text, self.tokens, paragraph, marks);
        for index in 0..marks.len() {
            match self.role(marks, index, goes_on) {
                Role::Open => self.open(paragraph, marks[index]),
                Role::Reopen => {
                    let level = self.innermost(marks[index].glyph.family()).unwrap_or(0);
                    self.abandon(level, marks[index].token);
                    self.open(paragraph, marks[index]);
                }
                Role::Close(level) => self.close(level, marks[index].token),
                Role::Stray => self.set_kind(marks[index].token, TokenKind::QUOTE_CLOSE),
                Role::Possessive => self.set_kind(marks[index].token, TokenKind::CLITIC),
                Role::Nothing => {}
            }
        }
        let outermost = self.open.first().copied();
        self.abandon(0, paragraph.tokens.end);
        // What turned out an apostrophe is no longer there.
        self.unfinished =
            outermost.filter(|open| (open.quotation as usize) < self.quotations.len());
    }

    /// The level of the innermost open quotation of a family.
    fn innermost(&self, family: Family) -> Option<usize> {
        self.open
            .iter()
            .rposition(|open| open.glyph.family() == family)
    }

    fn open(&mut self, paragraph: &Paragraph, mark: Mark) {
        self.set_kind(mark.token, TokenKind::QUOTE_OPEN);
        if self.open.len() == DEEPEST {
            return;
        }
        let index = self.quotations.len() as u32;
        let span = self.tokens[mark.token as usize].span;
        self.quotations.push(Quotation {
            outer: span,
            inner: Span::new(span.end(), span.end()),
            tokens: TokenRange::new(mark.token, mark.token + 1),
            parent: self.open.last().map_or(NONE, |open| open.quotation),
            continues: NONE,
            depth: self.open.len() as u16,
            state: QuotationState::UNCLOSED,
            style: mark.glyph.style(),
        });
        if mark.token == paragraph.tokens.first {
            self.continue_unfinished(index, mark.glyph);
        }
        self.open.push(Open {
            quotation: index,
            glyph: mark.glyph,
        });
    }

    /// Joins the quotation that begins a paragraph to the one the paragraph before left open.
    fn continue_unfinished(&mut self, index: u32, glyph: Glyph) {
        if let Some(before) = self.unfinished
            && before.glyph.family() == glyph.family()
        {
            self.quotations[before.quotation as usize].state = QuotationState::CONTINUED;
            self.quotations[index as usize].continues = before.quotation;
        }
    }

    /// Closes the open quotation at a level with its mark; those inside it end before.
    fn close(&mut self, level: usize, mark: u32) {
        self.set_kind(mark, TokenKind::QUOTE_CLOSE);
        self.abandon(level + 1, mark);
        if let Some(open) = self.open.pop() {
            let closing = self.tokens[mark as usize].span;
            let quotation = &mut self.quotations[open.quotation as usize];
            quotation.state = QuotationState::CLOSED;
            quotation.outer = quotation.outer.cover(closing);
            quotation.inner = Span::new(quotation.inner.start(), closing.start());
            quotation.tokens.end = mark + 1;
        }
    }

    /// Ends all quotations from a level inwards, unclosed, before the token `end`.
    fn abandon(&mut self, level: usize, end: u32) {
        let last = self.tokens[end as usize - 1].span;
        while self.open.len() > level {
            let Some(open) = self.open.pop() else { return };
            if self.is_apostrophe(open) {
                self.forget(open);
                continue;
            }
            let quotation = &mut self.quotations[open.quotation as usize];
            quotation.outer = quotation.outer.cover(last);
            quotation.inner = Span::new(quotation.inner.start(), last.end());
            quotation.tokens.end = end;
        }
    }

    /// Whether a mark never closed was an apostrophe: a single one inside a paragraph, with
    /// no quotation found within it since.
    fn is_apostrophe(&self, open: Open) -> bool {
        open.glyph.family() == Family::Single
            && open.quotation as usize + 1 == self.quotations.len()
            && !self.is_introduced(self.quotations[open.quotation as usize].tokens.first)
    }

    /// Whether a mark begins its paragraph or stands behind a colon and a blank.
    fn is_introduced(&self, token: u32) -> bool {
        let text = self.text.as_bytes();
        let before = |token: u32| self.tokens[token as usize - 1].span.range();
        token == self.first || text[before(token)] == *b":"
    }

    fn forget(&mut self, open: Open) {
        let mark = self.quotations[open.quotation as usize].tokens.first;
        self.set_kind(mark, TokenKind::PUNCTUATION);
        self.quotations.truncate(open.quotation as usize);
    }

    fn set_kind(&mut self, token: u32, kind: TokenKind) {
        self.tokens[token as usize].kind = kind;
    }
}
