//! What a reader should know about a text's marks.

use sayso_model::{Diagnostic, Document, QuotationState, Severity};

/// A warning `unclosed-quotation` for every quotation that is neither closed nor goes on in
/// the next paragraph, at its opening mark.
pub fn diagnostics(document: &Document<'_>) -> Vec<Diagnostic> {
    let unclosed = document
        .quotations
        .iter()
        .filter(|quotation| quotation.state == QuotationState::UNCLOSED);
    unclosed
        .map(|quotation| {
            let mark = document.tokens[quotation.tokens.first as usize].span;
            Diagnostic::new(
                Severity::Warning,
                "unclosed-quotation",
                "a quotation is opened here and never closed; it is taken to end with its paragraph \
                 or before the next one that opens",
            )
            .at(mark)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use sayso_model::Span;

    #[test]
    fn the_opening_mark_is_the_place() {
        let text = "He said, \"It is.";
        let structure = crate::parse(text);
        let found = diagnostics(&structure.document(text));
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].code, "unclosed-quotation");
        assert_eq!(found[0].span, Some(Span::new(9, 10)));
        let text = "He said, \"It is.\"";
        let structure = crate::parse(text);
        assert_eq!(diagnostics(&structure.document(text)), []);
    }
}
