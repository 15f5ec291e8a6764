//! What patterns match, what they refuse, and how long they take.

use std::time::Instant;

use sayso_plugin::pattern::{
    Matcher, Pattern, any, class, either, gap, lemma, noun_phrase, optional, phrase, repeated,
    sentence_end, sequence, word,
};
use sayso_plugin::testing::{find, find_with};
use sayso_plugin::{Lexicon, Reading};

fn refused(pattern: &Pattern, words: &str) -> String {
    match Matcher::new(pattern, &[("words.tsv", words)]) {
        Ok(_) => panic!("{pattern} is taken"),
        Err(error) => error.to_string(),
    }
}

#[test]
fn the_first_alternative_that_leads_to_a_match_is_taken() {
    let pattern = either([word("heavy"), phrase("heavy rain")]).then(word("fell"));
    assert_eq!(
        find(&pattern, "Heavy rain fell."),
        ["match=“Heavy rain fell”"]
    );
    let pattern = optional(word("rain")).role("what").then(word("rain"));
    assert_eq!(find(&pattern, "rain"), ["match=“rain”"]);
}

#[test]
fn repetitions_give_back_what_the_rest_needs() {
    let pattern = repeated(any()).role("before").then(word("rain"));
    let seen = find(&pattern, "No rain and no rain fell.");
    assert_eq!(seen, ["before=“No rain and no”"]);
    // A repetition of nothing ends.
    assert!(find(&repeated(optional(word("x"))), "a b c").is_empty());
}

#[test]
fn gaps_are_as_short_as_they_can_be() {
    let pattern = sequence([word("a"), gap(3).role("between"), word("b")]);
    assert_eq!(find(&pattern, "a b b"), ["match=“a b”"]);
    assert_eq!(find(&pattern, "a x y z b"), ["between=“x y z”"]);
    assert!(find(&pattern, "a w x y z b").is_empty());
}

#[test]
fn a_role_that_is_met_again_has_several_spans() {
    let list = repeated(sequence([noun_phrase().role("who"), optional(word("and"))]));
    let pattern = list.then(lemma("warn").role("cue"));
    let seen = find(&pattern, "Ana Duarte and the miners warned him.");
    assert_eq!(seen, ["who=“Ana Duarte” who=“the miners” cue=“warned”"]);
}

#[test]
fn classes_are_those_of_the_word_lists() {
    let words = "storm, storms\tweather\nheavy rain\tweather\nsun\tgood-weather\n";
    let seen = find_with(&class("weather"), words, "Heavy rain, storms, sun.");
    assert_eq!(seen, ["match=“Heavy rain”", "match=“storms”"]);
    let seen = find_with(&class("good-weather"), words, "Heavy rain, storms, sun.");
    assert_eq!(seen, ["match=“sun”"]);
}

#[test]
fn every_word_of_a_phrase_is_folded() {
    let words = "at o'clock\ttime\nat élan\ttime\n";
    let seen = find_with(&class("time"), words, "It is AT O’Clock, at ÉLAN, at noon.");
    assert_eq!(seen, ["match=“AT O’Clock”", "match=“at ÉLAN”"]);
}

#[test]
fn a_mistake_is_a_message() {
    let words = "storm\tweather\n";
    for (pattern, problem) in [
        (
            class("wether"),
            "class(“wether”): no word list has this class, only: weather",
        ),
        (
            word("Of"),
            "word(“Of”): give it in lower case; it then matches in any case",
        ),
        (
            word("as well"),
            "word(“as well”) is not one word; for several there is phrase(“…”)",
        ),
        (
            lemma(""),
            "lemma(“”) is not one word; for several there is phrase(“…”)",
        ),
        (
            any().role("Who"),
            "role(“Who”): a role is made of the letters a–z and hyphens",
        ),
        (either([]), "either([]): there is nothing to choose from"),
    ] {
        assert_eq!(refused(&pattern, words), problem);
    }
    assert_eq!(
        refused(&class("x"), ""),
        "class(“x”): the plugin has no word list"
    );
    let many: String = (0..65).map(|n| format!("w{n}\tclass{n}\n")).collect();
    assert!(refused(&any(), &many).contains("65 classes, at most 64"));
}

#[test]
fn a_pattern_is_told_in_words() {
    let pattern = sequence([
        noun_phrase().role("who"),
        gap(2),
        word("of").or(word("about")).not_followed_by(word("it")),
        optional(any()),
        sentence_end(),
    ]);
    assert_eq!(
        pattern.to_string(),
        "[a noun phrase]who, up to 2 words, “of” or “about” not followed by “it”, (a word)?, \
         the end of the sentence"
    );
}

/// Time for a pattern that tries all it can at every word, in nanoseconds a word.
fn cost(words: usize) -> f64 {
    let half = || repeated(either([word("a"), any(), sequence([any(), any()])]));
    let pattern = sequence([half(), gap(200), half(), word("never")]);
    let matcher = Matcher::new(&pattern, &[]).unwrap();
    let text = "a b ".repeat(words / 2);
    let structure = sayso_parser::parse(&text);
    let document = structure.document(&text);
    let (lexicon, mut buffer) = (Lexicon::default(), Vec::new());
    let reading = Reading::new(&document, &lexicon, &mut buffer);
    let start = Instant::now();
    for at in 0..words {
        assert!(matcher.see(reading.rest_of_sentence(at)).is_none());
    }
    start.elapsed().as_nanos() as f64 / words as f64
}

#[test]
fn time_is_in_proportion_to_the_text_whatever_the_pattern() {
    // The window bounds what one word can cost, so that from there on it stays the same.
    cost(400);
    let (short, long) = (cost(400), cost(2400));
    assert!(long < 4.0 * short, "{short} and then {long} ns a word");
}
