//! What holds for the structure of every text.

use std::time::{Duration, Instant};

use proptest::prelude::*;
use sayso_model::{QuotationState, Shape, Structure, TokenKind};
use sayso_parser::{diagnostics, parse, parse_into};

/// Text full of what a parser of news stumbles over.
fn tricky() -> impl Strategy<Value = String> {
    let pieces = vec![
        "\"",
        "'",
        "“",
        "”",
        "‘",
        "’",
        "„",
        "«",
        "»",
        "‹",
        "›",
        "``",
        "''",
        "`",
        ".",
        "...",
        "…",
        "!",
        "?",
        ",",
        "-",
        "--",
        "—",
        "(",
        ")",
        "[",
        "/",
        ":",
        "@",
        "#",
        "$",
        "%",
        " ",
        " ",
        " ",
        "\n",
        "\n\n",
        "\r\n",
        "\r",
        "\t",
        "\u{2028}",
        "\u{2029}",
        "\u{b}",
        "\u{c}",
        "\u{85}",
        "\u{a0}",
        "\u{feff}",
        "\0",
        "\u{7f}",
        "\u{ad}",
        "\u{200d}",
        "\u{200e}",
        "\u{301}",
        "\u{fe0f}",
        "👍🏽",
        "👩‍👩‍👧",
        "🇫🇷",
        "שלום",
        "مرحبا",
        "日本",
        "。",
        "é",
        "İ",
        "ß",
        "½",
        "٣",
        "a",
        "I",
        "J",
        "U.S.",
        "Sen.",
        "No.",
        "don't",
        "voters'",
        "'90s",
        "'n'",
        "said",
        "He",
        "The",
        "5",
        "6'2\"",
        "39-year-old",
        "1,200",
        "http://a.b/c",
        "a@b.c",
        "www.x",
        "a.com",
        "Inc.",
        "p.m.",
        "_",
        "&",
        "AT&T",
        "US$",
    ];
    prop::collection::vec(prop::sample::select(pieces), 0..60).prop_map(|pieces| pieces.concat())
}

fn is_blank(text: &str) -> bool {
    text.chars().all(char::is_whitespace)
}

fn check_tokens(text: &str, structure: &Structure) {
    let mut at = if text.starts_with('\u{feff}') { 3 } else { 0 };
    for token in &structure.tokens {
        let span = token.span.range();
        assert!(!token.span.is_empty());
        let gap = text.get(at..span.start).expect("tokens follow one another");
        assert!(is_blank(gap), "{gap:?} is in no token");
        let form = text.get(span.clone()).expect("tokens cut no character");
        assert!(!form.chars().any(char::is_whitespace), "{form:?}");
        assert_eq!(token.word, sayso_model::word_hash(form));
        let space = at == 0 || !gap.is_empty() || span.start == 3 && text.starts_with('\u{feff}');
        let first = token.span == structure.tokens[0].span;
        assert_eq!(
            token.shape.has(Shape::SPACE_BEFORE),
            space && (first || !gap.is_empty())
        );
        at = span.end;
    }
    assert!(is_blank(&text[at..]));
}

fn check_sentences(text: &str, structure: &Structure) {
    let document = structure.document(text);
    let (mut token, mut sentence) = (0, 0);
    for (index, paragraph) in structure.paragraphs.iter().enumerate() {
        assert_eq!(paragraph.tokens.first, token);
        assert_eq!(paragraph.sentences.first, sentence);
        assert!(!paragraph.sentences.is_empty());
        assert_eq!(paragraph.span, document.span(paragraph.tokens));
        for inner in &structure.sentences[paragraph.sentences.range()] {
            assert_eq!(inner.paragraph as usize, index);
            assert_eq!(inner.tokens.first, token);
            assert!(!inner.tokens.is_empty());
            assert_eq!(inner.span, document.span(inner.tokens));
            token = inner.tokens.end;
        }
        assert_eq!(paragraph.tokens.end, token);
        sentence = paragraph.sentences.end;
    }
    assert_eq!(token as usize, structure.tokens.len());
    assert_eq!(sentence as usize, structure.sentences.len());
}

fn check_quotations(text: &str, structure: &Structure) {
    let document = structure.document(text);
    let mut innermost = vec![None; structure.tokens.len()];
    for (index, quotation) in structure.quotations.iter().enumerate() {
        assert!(quotation.outer.contains(quotation.inner));
        assert!(text.get(quotation.inner.range()).is_some());
        assert_eq!(quotation.outer, document.span(quotation.tokens));
        let paragraphs = &structure.paragraphs;
        assert!(paragraphs.iter().any(|p| p.span.contains(quotation.outer)));
        if index > 0 {
            let before = structure.quotations[index - 1].outer.start();
            assert!(before < quotation.outer.start());
        }
        match quotation.parent() {
            Some(parent) => {
                let parent = structure.quotations[parent];
                assert!(parent.outer.contains(quotation.outer));
                assert_eq!(parent.depth + 1, quotation.depth);
            }
            None => assert_eq!(quotation.depth, 0),
        }
        if let Some(before) = quotation.continues() {
            assert!(before < index);
            assert_eq!(
                structure.quotations[before].state,
                QuotationState::CONTINUED
            );
        }
        let last = structure.tokens[quotation.tokens.end as usize - 1];
        let closed = quotation.state == QuotationState::CLOSED;
        assert_eq!(closed, quotation.inner.end() < quotation.outer.end());
        assert!(!closed || last.kind == TokenKind::QUOTE_CLOSE);
        let first = structure.tokens[quotation.tokens.first as usize];
        assert_eq!(first.kind, TokenKind::QUOTE_OPEN);
        innermost[quotation.tokens.range()].fill(Some(index));
    }
    let noted: Vec<_> = structure.tokens.iter().map(|t| t.quotation()).collect();
    assert_eq!(noted, innermost);
}

fn check(text: &str, reused: &mut Structure) {
    let structure = parse(text);
    check_tokens(text, &structure);
    check_sentences(text, &structure);
    check_quotations(text, &structure);
    parse_into(text, reused);
    assert_eq!(&structure, reused);
    for diagnostic in diagnostics(&structure.document(text)) {
        assert!(diagnostic.span.is_some_and(|span| !span.is_empty()));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    #[test]
    fn any_text_has_a_sound_structure(text in "\\PC{0,60}|(?s).{0,60}") {
        check(&text, &mut parse("“A ‘b.’ \"C"));
    }

    #[test]
    fn tricky_text_has_a_sound_structure(text in tricky()) {
        check(&text, &mut parse("“A ‘b.’ \"C"));
    }
}

#[test]
fn time_is_linear_in_any_text() {
    let pieces = [
        "\"",
        "'",
        "(",
        ".",
        "a",
        "“",
        "”",
        "‘",
        "’",
        "`",
        "«",
        "\0",
        "\n",
        "\"a ",
        " 'a",
        " 's ",
        "a' ",
        "-",
        "a-",
        "a.",
        "A.",
        "a'",
        "http://",
        "@a",
        "a@",
        "_",
        "1.",
        "1,",
        "\u{200d}",
        "\u{301}",
        "é",
        "🇫🇷",
        "\"a\" 'b ",
        "a.\" ",
        "(a. ",
        "“A. B? ",
        "\r",
        "a\nb",
        "No. ",
        "A. B ",
        "'n",
        "www.",
        "a+",
        "\"'",
        " \"",
        "\" ",
        "„",
        "a. \"b, ",
        "\u{a0}",
        "?\" He ",
        "#",
        "&A",
        "Ph.D.",
        "-A.",
    ];
    for piece in pieces {
        let text = piece.repeat(1_000_000 / piece.len());
        let start = Instant::now();
        let structure = parse(&text);
        // Two to three orders of magnitude above what it takes; quadratic time would be far more.
        assert!(start.elapsed() < Duration::from_secs(10), "{piece:?}");
        check_sentences(&text, &structure);
    }
}

#[test]
fn one_long_line_and_one_long_word() {
    let line = "He said \"it's so,\" and left. ".repeat(100_000);
    assert_eq!(parse(&line).quotations.len(), 100_000);
    assert_eq!(parse(&"a".repeat(5_000_000)).tokens.len(), 1);
}
