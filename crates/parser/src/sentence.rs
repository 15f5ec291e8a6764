//! Paragraphs to sentences.
//!
//! Only a full stop, question mark, exclamation mark, ellipsis or abbreviation can end a
//! sentence, and only these tokens are visited. The sentence goes on
//!
//! - before a lower-case word, a comma or the like, or without white space;
//! - after an abbreviation, unless it may end a sentence and a word follows that often
//!   begins one (`in the U.S. He`);
//! - after `?"`, `!"` or `…"` before a reporting clause (`"Is it?" Trump asked.`);
//! - inside a closed quotation of at most [`LONGEST_ATOM`] tokens that is part of a larger
//!   sentence: one that does not begin its sentence (`He said: "A b. C d."`), or that a
//!   comma or a reporting clause binds to what follows (`"A b? C d," he said.`).
//!
//! All other quotations are divided like other text, the marks going with the first and
//! last of their sentences.

#[cfg(test)]
mod tests;

use sayso_model::{
    Paragraph, Quotation, QuotationState, Sentence, Shape, Structure, Token, TokenKind, TokenRange,
};

use crate::abbreviation::{Abbreviation, class_of};
use crate::lexicon::STARTERS;
use crate::report::begins_with_report;

/// A longer quotation is divided even if a reporting clause is attached to it.
const LONGEST_ATOM: u32 = 60;

/// Fills the sentences of a structure that has all else.
pub(crate) fn split(text: &str, stops: &[u32], structure: &mut Structure) {
    let mut rest = stops;
    for (index, paragraph) in structure.paragraphs.iter_mut().enumerate() {
        let count = rest.partition_point(|&stop| stop < paragraph.tokens.end);
        let (here, later) = rest.split_at(count);
        rest = later;
        let first_sentence = structure.sentences.len() as u32;
        let mut splitter = Splitter {
            text,
            tokens: &structure.tokens,
            quotations: &structure.quotations,
            paragraph: *paragraph,
            start: paragraph.tokens.first,
            atom: None,
        };
        for &stop in here {
            if let Some(end) = splitter.end_after(stop) {
                structure.sentences.push(splitter.take(end, index));
            }
        }
        if splitter.start < paragraph.tokens.end {
            structure
                .sentences
                .push(splitter.take(paragraph.tokens.end, index));
        }
        paragraph.sentences = TokenRange::new(first_sentence, structure.sentences.len() as u32);
    }
    mark_starts(structure);
}

/// Sets [`Shape::SENTENCE_START`].
fn mark_starts(structure: &mut Structure) {
    for sentence in &structure.sentences {
        let tokens = &mut structure.tokens[sentence.tokens.range()];
        if let Some(first) = tokens.iter_mut().find(|token| !is_mark(token)) {
            first.shape = first.shape.with(Shape::SENTENCE_START);
        }
    }
}

fn is_mark(token: &Token) -> bool {
    matches!(
        token.kind,
        TokenKind::PUNCTUATION | TokenKind::QUOTE_OPEN | TokenKind::QUOTE_CLOSE
    )
}

struct Splitter<'a> {
    text: &'a str,
    tokens: &'a [Token],
    quotations: &'a [Quotation],
    paragraph: Paragraph,
    /// Index of the first token of the sentence now being read.
    start: u32,
    /// The quotation last asked about, and whether it is not to be divided.
    atom: Option<(u32, bool)>,
}

impl<'a> Splitter<'a> {
    /// The sentence that ends before the token `end`.
    fn take(&mut self, end: u32, paragraph: usize) -> Sentence {
        let first = self.tokens[self.start as usize].span;
        let last = self.tokens[end as usize - 1].span;
        let tokens = TokenRange::new(self.start, end);
        self.start = end;
        Sentence {
            span: first.cover(last),
            tokens,
            paragraph: paragraph as u32,
        }
    }

    /// The index of the token before which a new sentence begins, if the stop ends one.
    fn end_after(&mut self, stop: u32) -> Option<u32> {
        // A stop taken along with an earlier one as part of its end.
        if stop < self.start {
            return None;
        }
        let end = self.behind_closers(stop);
        if end >= self.paragraph.tokens.end || self.is_list_number(stop) {
            return None;
        }
        let closed = self.tokens[stop as usize + 1..end as usize]
            .iter()
            .any(|token| token.kind == TokenKind::QUOTE_CLOSE);
        let ends = self.can_begin(end)
            && self.stop_ends(stop, end)
            && !(closed && self.is_reported(stop, end))
            && !self.is_in_atom(end);
        ends.then_some(end)
    }

    /// The index after the closing marks and brackets that follow a stop.
    fn behind_closers(&self, stop: u32) -> u32 {
        let mut end = stop + 1;
        while end < self.paragraph.tokens.end {
            let token = &self.tokens[end as usize];
            let closes = token.kind == TokenKind::QUOTE_CLOSE
                || token.kind == TokenKind::PUNCTUATION
                    && !token.shape.has(Shape::SPACE_BEFORE)
                    && matches!(self.form(end), ")" | "]" | "}" | "'" | "’");
            if !closes {
                break;
            }
            end += 1;
        }
        end
    }

    /// Whether a sentence can begin at a token: behind white space, and not in lower case.
    fn can_begin(&self, at: u32) -> bool {
        let token = &self.tokens[at as usize];
        let Some(word) = self.first_word(at) else {
            return false;
        };
        let c = self.form(word).chars().find(|c| c.is_alphanumeric());
        let spaced = token.shape.has(Shape::SPACE_BEFORE)
            || token.kind == TokenKind::QUOTE_OPEN
            || self.is_unspaced_script(at);
        spaced && !c.is_some_and(char::is_lowercase)
    }

    /// Whether the stop before is one of a script written without blanks.
    fn is_unspaced_script(&self, at: u32) -> bool {
        at > 0 && self.form(at - 1).starts_with(['。', '！', '？'])
            || self.tokens[at as usize].shape.has(Shape::CAPITAL) && at > 1 && {
                // "It ended.Then": a blank is missing.
                let before = &self.tokens[at as usize - 2];
                before.kind == TokenKind::WORD
                    && !before.shape.has(Shape::CAPITAL)
                    && self.form(at - 1) == "."
            }
    }

    /// The first token from here that is no punctuation, if only such stands before it as
    /// may begin a sentence: opening marks and brackets, a dash.
    fn first_word(&self, at: u32) -> Option<u32> {
        let reach = (at + 4).min(self.paragraph.tokens.end);
        for index in at..reach {
            let token = &self.tokens[index as usize];
            match token.kind {
                TokenKind::QUOTE_OPEN => {}
                TokenKind::PUNCTUATION => match self.form(index) {
                    "(" | "[" | "{" | "-" | "--" | "—" | "–" | "•" | "·" | "*" | "¿" | "¡"
                    | "'" | "…" | "..." => {}
                    form if form.starts_with(['_', '-', '—']) => {}
                    _ => return None,
                },
                TokenKind::QUOTE_CLOSE => return None,
                _ => return Some(index),
            }
        }
        None
    }

    /// Whether the stop, taken by itself, can end a sentence before the token `next`.
    fn stop_ends(&self, stop: u32, next: u32) -> bool {
        let token = &self.tokens[stop as usize];
        if !token.shape.has(Shape::ABBREVIATION) {
            return true;
        }
        match class_of(self.form(stop)) {
            Abbreviation::Title | Abbreviation::Number => false,
            // A dash behind an abbreviation is the dash of a dateline or an aside.
            Abbreviation::End => self
                .first_word(next)
                .filter(|_| !self.form(next).starts_with(['-', '—', '–', '―']))
                .is_some_and(|word| STARTERS.contains(self.form(word))),
        }
    }

    /// `1.` or `A.` before an entry of a list.
    fn is_list_number(&self, stop: u32) -> bool {
        stop == self.paragraph.tokens.first + 1 && {
            let first = &self.tokens[self.paragraph.tokens.first as usize];
            first.kind == TokenKind::NUMBER
                || (first.kind == TokenKind::WORD && first.span.len() == 1)
        }
    }

    /// Whether a quotation closed right after `stop` goes on with its reporting clause.
    fn is_reported(&self, stop: u32, next: u32) -> bool {
        self.form(stop) != "." && begins_with_report(self.text, self.tail(next))
    }

    /// Whether the place before a token lies inside a quotation that is not to be divided.
    fn is_in_atom(&mut self, at: u32) -> bool {
        let Some(quotation) = self.outermost_closed(at) else {
            return false;
        };
        if let Some((known, is_atom)) = self.atom
            && known == quotation
        {
            return is_atom;
        }
        let is_atom = self.is_atom(&self.quotations[quotation as usize]);
        self.atom = Some((quotation, is_atom));
        is_atom
    }

    /// The outermost closed quotation that begins before a token and holds it.
    fn outermost_closed(&self, at: u32) -> Option<u32> {
        let mut outermost = None;
        let mut next = self.tokens[at as usize].quotation();
        while let Some(index) = next {
            let quotation = &self.quotations[index];
            if quotation.state == QuotationState::CLOSED && quotation.tokens.first < at {
                outermost = Some(index as u32);
            }
            next = quotation.parent();
        }
        outermost
    }

    fn is_atom(&self, quotation: &Quotation) -> bool {
        let tokens = quotation.tokens;
        if tokens.len() > LONGEST_ATOM {
            return false;
        }
        let begins_sentence = tokens.first == self.start;
        !begins_sentence || self.is_bound_to_next(tokens)
    }

    /// Whether a quotation's end is bound to what follows: by its comma, a lower-case word
    /// or a reporting clause.
    fn is_bound_to_next(&self, tokens: TokenRange) -> bool {
        if tokens.end >= self.paragraph.tokens.end {
            return false;
        }
        let last = self.form(tokens.end.saturating_sub(2));
        let next = self.form(tokens.end);
        last == ","
            || next == ","
            || next.starts_with(char::is_lowercase)
            || (last != "." && begins_with_report(self.text, self.tail(tokens.end)))
    }

    /// The tokens from here to the paragraph's end.
    fn tail(&self, from: u32) -> &'a [Token] {
        &self.tokens[from as usize..self.paragraph.tokens.end as usize]
    }

    fn form(&self, token: u32) -> &'a str {
        self.tokens[token as usize].span.of(self.text)
    }
}
