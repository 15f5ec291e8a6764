//! Structures in few characters, for the tests.

use sayso_model::{Document, NONE, QuotationState, Structure, TokenKind};

/// Kind and form of each token: `w:do c:n't p:.`
pub(crate) fn tokens(text: &str) -> String {
    let structure = crate::parse(text);
    let document = structure.document(text);
    let all = document.tokens.iter().map(|token| {
        let kind = match token.kind {
            TokenKind::WORD => 'w',
            TokenKind::NUMBER => 'n',
            TokenKind::CLITIC => 'c',
            TokenKind::PUNCTUATION => 'p',
            TokenKind::QUOTE_OPEN => '<',
            TokenKind::QUOTE_CLOSE => '>',
            TokenKind::SYMBOL => 's',
            _ => 'a',
        };
        format!("{kind}:{}", token.span.of(text))
    });
    all.collect::<Vec<_>>().join(" ")
}

/// The sentences, ` | ` between them and ` ¶ ` between paragraphs.
pub(crate) fn sentences(text: &str) -> String {
    let structure = crate::parse(text);
    let mut shown = String::new();
    for (index, sentence) in structure.sentences.iter().enumerate() {
        if index > 0 {
            let before = structure.sentences[index - 1];
            let same = before.paragraph == sentence.paragraph;
            shown.push_str(if same { " | " } else { " ¶ " });
        }
        shown.push_str(sentence.span.of(text));
    }
    shown
}

/// The paragraphs, ` ¶ ` between them.
pub(crate) fn paragraphs(text: &str) -> String {
    let structure = crate::parse(text);
    let all = structure.paragraphs.iter().map(|p| p.span.of(text));
    all.collect::<Vec<_>>().join(" ¶ ")
}

/// The text with each quotation in brackets: `[…]` closed, `[…+` continued, `[…!` unclosed,
/// and `+[` where one goes on with one before.
pub(crate) fn quotations(text: &str) -> String {
    let structure = crate::parse(text);
    mark_up(structure.document(text), &structure)
}

fn mark_up(document: Document<'_>, structure: &Structure) -> String {
    let mut shown = String::new();
    let mut at = 0;
    let text = document.text;
    for byte in 0..=text.len() {
        if !text.is_char_boundary(byte) {
            continue;
        }
        let here = byte as u32;
        let ends = structure
            .quotations
            .iter()
            .rev()
            .filter(|q| q.outer.end() == here);
        let ends: String = ends.map(|q| end_sign(q.state)).collect();
        let begins = structure
            .quotations
            .iter()
            .filter(|q| q.outer.start() == here);
        let begins: String = begins
            .map(|q| if q.continues == NONE { "[" } else { "+[" })
            .collect();
        if !ends.is_empty() || !begins.is_empty() {
            shown.push_str(&text[at..byte]);
            shown.push_str(&ends);
            shown.push_str(&begins);
            at = byte;
        }
    }
    shown.push_str(&text[at..]);
    shown
}

fn end_sign(state: QuotationState) -> &'static str {
    match state {
        QuotationState::CLOSED => "]",
        QuotationState::CONTINUED => "+",
        _ => "!",
    }
}
