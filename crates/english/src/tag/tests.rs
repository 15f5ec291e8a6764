use super::{Forms, Tagger, tag};
use sayso_model::Tag;

/// Tags a sentence whose tokens have spaces between them.
#[track_caller]
fn check(sentence: &str, expected: &str) {
    let mut tags = Vec::new();
    Tagger::default().sentence(&Forms::new(sentence.split(' ')), &mut tags);
    let shown: Vec<&str> = tags.iter().map(|t| t.name()).collect();
    assert_eq!(shown.join(" "), expected, "{sentence}");
}

/// Parses and tags a text.
fn tags_of(text: &str) -> Vec<Tag> {
    let structure = sayso_parser::parse(text);
    let mut tags = vec![Tag::UH];
    tag(&structure.document(text), &mut tags);
    assert_eq!(tags.len(), structure.tokens.len());
    tags
}

#[test]
fn past_tense_and_participle() {
    check(
        "The mayor said he had signed the order .",
        "DT NN VBD PRP VBD VBN DT NN .",
    );
    check(
        "The order was signed by the mayor .",
        "DT NN VBD VBN IN DT NN .",
    );
    check(
        "She has not yet announced a date .",
        "PRP VBZ RB RB VBN DT NN .",
    );
}

#[test]
fn that_as_conjunction_determiner_and_pronoun() {
    check(
        "Officials said that the plan failed .",
        "NNS VBD IN DT NN VBD .",
    );
    check("They met at that time .", "PRP VBD IN DT NN .");
    check("a plan that failed", "DT NN WDT VBD");
}

#[test]
fn s_as_possessive_and_verb() {
    check("Moscow 's mayor", "NNP POS NN");
    check("He 's happy .", "PRP VBZ JJ .");
}

#[test]
fn to_and_the_base_form() {
    check("They want to leave .", "PRP VBP TO VB .");
    check("He did n't say .", "PRP VBD RB VB .");
}

#[test]
fn words_that_begin_a_sentence() {
    check("Ministers met on Monday .", "NNS VBD IN NNP .");
    check(
        "`` Nobody knows , '' she said .",
        "`` NN VBZ , '' PRP VBD .",
    );
}

#[test]
fn unknown_words_by_their_ending() {
    check("the gromblings of Zarvuk", "DT NNS IN NNP");
    check("He spoke vortishly .", "PRP VBD RB .");
    check("in 1987 and the 1970s", "IN CD CC DT NNS");
}

#[test]
fn marks_in_both_ways_of_writing() {
    check("-LRB- “ yes ” -RRB-", "-LRB- `` UH '' -RRB-");
    check("( \" yes \" )", "-LRB- `` UH '' -RRB-");
}

#[test]
fn documents_and_forms_get_the_same_tags() {
    let text = "“I can't say that,” Sen. Jane Doe told reporters on Tuesday. It wasn't hers.";
    let structure = sayso_parser::parse(text);
    let document = structure.document(text);
    let mut given = Vec::new();
    for sentence in &structure.sentences {
        let forms = Forms::new(sentence.tokens.range().map(|i| document.form(i)));
        Tagger::default().sentence(&forms, &mut given);
    }
    assert_eq!(tags_of(text), given);
}

#[test]
fn hostile_texts_are_tagged_in_linear_time() {
    let start = std::time::Instant::now();
    for text in [
        "x".repeat(5_000_000),
        "É".repeat(2_500_000),
        "-".repeat(1_000_000),
        "A ".repeat(1_000_000),
        "X".repeat(1_000_000),
        "that ".repeat(100_000),
        "have set to cut that 's ".repeat(17_000),
        "\" ' ".repeat(50_000),
    ] {
        tags_of(&text);
    }
    // A quadratic step would take minutes.
    assert!(start.elapsed().as_secs() < 60);
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(64))]

    #[test]
    fn every_token_of_any_text_has_a_tag(text in "\\PC{0,200}") {
        proptest::prop_assert!(tags_of(&text).iter().all(|&t| t != Tag::NONE));
    }

    #[test]
    fn every_form_has_a_tag(forms in proptest::collection::vec("\\PC{0,12}", 0..40)) {
        let mut tags = Vec::new();
        Tagger::default().sentence(&Forms::new(forms.iter().map(|f| f.as_str())), &mut tags);
        proptest::prop_assert_eq!(tags.len(), forms.len());
        proptest::prop_assert!(tags.iter().all(|&t| t != Tag::NONE));
    }

    #[test]
    fn rules_found_by_context_do_what_rules_one_by_one_do(
        words in proptest::collection::vec("(that|to|have|had|set|cut|'s|The|in|as|said|more|US|her|[a-z]{2,6}ed|[A-Z]?[a-z]{3,5})", 1..60)
    ) {
        let mut tagger = Tagger::default();
        let mut tags = Vec::new();
        tagger.sentence(&Forms::new(words.iter().map(|w| w.as_str())), &mut tags);
        let slow = tagger.one_by_one(&Forms::new(words.iter().map(|w| w.as_str())));
        proptest::prop_assert_eq!(tags, slow);
    }
}
