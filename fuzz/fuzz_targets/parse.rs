//! Any text gives a document whose tokens and gaps rebuild it.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let structure = sayso_parser::parse(text);
    let document = structure.document(text);
    let mut end = 0;
    for token in document.tokens {
        let gap = &text[end..token.span.start() as usize];
        assert!(gap.chars().all(|c| c.is_whitespace() || c == '\u{feff}'));
        assert!(!token.span.is_empty());
        end = token.span.end() as usize;
    }
    for sentence in document.sentences {
        assert!(!sentence.tokens.is_empty());
    }
    for quotation in document.quotations {
        assert!(quotation.outer.contains(quotation.inner));
    }
});
