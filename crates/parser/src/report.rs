//! Whether a clause that reports speech is attached to a quotation.

use sayso_model::{Shape, Token, TokenKind};

use crate::lexicon::REPORTING;

/// A reporting verb is looked for among this many tokens after the quotation.
const REACH: usize = 7;

/// Whether what follows begins like a reporting clause: a name, pronoun or noun phrase and
/// soon after it a verb of reporting (`Trump asked`, `the senator from Ohio said`).
pub(crate) fn begins_with_report(text: &str, tokens: &[Token]) -> bool {
    let reach = &tokens[..tokens.len().min(REACH)];
    let clause = reach.iter().enumerate().take_while(|(_, token)| {
        let closes = matches!(token.kind, TokenKind::QUOTE_OPEN | TokenKind::QUOTE_CLOSE);
        !closes && !is_stop(text, token)
    });
    clause
        .skip(1)
        .any(|(_, token)| is_reporting_verb(text, token))
}

fn is_reporting_verb(text: &str, token: &Token) -> bool {
    token.kind == TokenKind::WORD
        && !token.shape.has(Shape::CAPITAL)
        && REPORTING.contains(token.span.of(text))
}

fn is_stop(text: &str, token: &Token) -> bool {
    token.kind == TokenKind::PUNCTUATION
        && matches!(
            text.as_bytes()[token.span.start() as usize],
            b'.' | b'!' | b'?' | b';'
        )
}
