//! What holds of names, chunks, verb groups and clauses, whatever the words and tags are.

use proptest::prelude::*;
use sayso_english::Phrases;
use sayso_model::{Document, NONE, Tag, TokenRange};

fn word() -> impl Strategy<Value = String> {
    let words = [
        "the",
        "of",
        "and",
        ",",
        ";",
        "that",
        "who",
        "said",
        "Rice",
        "Monday",
        "Jan.",
        "5",
        "2016",
        "$",
        "to",
        "has",
        "n't",
        "'s",
        "growing",
        "State",
        "Secretary",
        "van",
        "\"",
        "about",
        "more",
        "than",
        "because",
        "if",
        "saying",
        ".",
        "Keller",
        "—",
        "at",
        "least",
        "Jr.",
    ];
    prop::sample::select(words.to_vec()).prop_map(str::to_owned)
}

fn tag() -> impl Strategy<Value = Tag> {
    (0..50u8).prop_map(Tag)
}

/// Ranges follow one another, none is empty, and each lies within one sentence.
fn assert_apart(document: &Document<'_>, ranges: impl Iterator<Item = TokenRange>) {
    let mut last = 0;
    for range in ranges {
        assert!(range.first >= last && !range.is_empty());
        last = range.end;
        assert_inside(document, range);
    }
}

fn assert_inside(document: &Document<'_>, range: TokenRange) {
    let sentence = document.sentence_of(range.first as usize);
    assert!(document.sentences[sentence].tokens.end >= range.end);
}

fn check(text: &str, tags: &[Tag]) {
    let structure = sayso_parser::parse(text);
    let document = structure.document(text);
    let mut phrases = Phrases::default();
    phrases.read(&document, tags);
    assert_apart(&document, phrases.names.iter().map(|n| n.tokens));
    assert_apart(&document, phrases.chunks.iter().map(|c| c.tokens));
    assert_apart(&document, phrases.verbs.iter().map(|v| v.tokens));
    for (index, chunk) in phrases.chunks.iter().enumerate() {
        assert!(chunk.tokens.contains(chunk.head));
        assert!(chunk.possessive == NONE || chunk.tokens.contains(chunk.possessive));
        assert!(chunk.tokens.end <= chunk.phrase.end && chunk.phrase.end <= chunk.full.end);
        assert_inside(&document, chunk.full);
        let next = chunk.next_joined();
        assert!(next.is_none_or(|next| next > index && next < phrases.chunks.len()));
    }
    assert!(phrases.verbs.iter().all(|v| v.tokens.contains(v.main)));
    for (index, clause) in phrases.clauses.iter().enumerate() {
        assert_inside(&document, clause.tokens);
        if clause.parent != NONE {
            assert!((clause.parent as usize) < index);
            let outer = phrases.clauses[clause.parent as usize].tokens;
            assert!(outer.first <= clause.tokens.first && clause.tokens.end <= outer.end);
        }
    }
}

proptest! {
    #[test]
    fn any_words_and_tags(words in prop::collection::vec(word(), 0..80), tags in prop::collection::vec(tag(), 0..100)) {
        check(&words.join(" "), &tags);
    }

    #[test]
    fn any_text_with_its_own_tags(words in prop::collection::vec(word(), 0..80)) {
        let text = words.join(" ");
        let structure = sayso_parser::parse(&text);
        let mut tags = Vec::new();
        sayso_english::tag(&structure.document(&text), &mut tags);
        check(&text, &tags);
    }
}

/// A sentence of very many like words is read in a time linear in their number.
#[test]
fn long_sentences_are_read_in_linear_time() {
    let units: &[(&str, &[Tag])] = &[
        ("Keller ", &[Tag::NNP]),
        ("that ", &[Tag::IN]),
        ("Keller , ", &[Tag::NNP, Tag::COMMA]),
        ("Keller and ", &[Tag::NNP, Tag::CC]),
        ("plan of ", &[Tag::NN, Tag::IN]),
        ("said he ", &[Tag::VBD, Tag::PRP]),
        (", ", &[Tag::COMMA]),
        ("about ", &[Tag::IN]),
        ("very ", &[Tag::RB]),
        ("new ", &[Tag::JJ]),
        ("said ", &[Tag::VBN]),
        ("5 ", &[Tag::CD]),
        ("the ", &[Tag::DT]),
    ];
    for (unit, tags) in units {
        let count = 100_000;
        let text = unit.repeat(count);
        let tags = tags.repeat(count);
        let start = std::time::Instant::now();
        check(&text, &tags);
        assert!(start.elapsed().as_secs() < 10, "{unit}");
    }
}
