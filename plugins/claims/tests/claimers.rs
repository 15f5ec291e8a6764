//! Who claims what, with attributions found before.

use sayso_plugin::testing::Analysis;

/// The claims of a text, a line each: claimer and content.
fn claims(text: &str) -> Vec<String> {
    let entries = [
        &sayso_attribution::SAYSO_PLUGIN,
        &sayso_claims::SAYSO_PLUGIN,
    ];
    let analysis = Analysis::new(&entries, text);
    let claims = analysis.of_kind("claim");
    let line = claims.iter().map(|claim| {
        let content: Vec<&str> = claim.part("content").map(|span| span.of(text)).collect();
        let claimer = claim.text_attribute("claimer").unwrap_or("?");
        format!("{claimer}: {}", content.join(" … "))
    });
    line.collect()
}

#[test]
fn each_sentence_of_a_quotation_is_a_claim_of_its_own() {
    let text = "“We built nine schools. They cost $4 million,” said Ana Duarte.";
    assert_eq!(
        claims(text),
        [
            "Ana Duarte: We built nine schools.",
            "Ana Duarte: They cost $4 million",
        ]
    );
}

#[test]
fn what_is_attributed_is_not_the_authors_claim_too() {
    let text = "Ana Duarte said the bridge was closed.";
    assert_eq!(claims(text), ["Ana Duarte: the bridge was closed"]);
}

#[test]
fn a_refusal_to_answer_claims_nothing() {
    let text = "Ana Duarte declined to discuss the bridge.";
    assert_eq!(claims(text), [""; 0]);
}

#[test]
fn numbers_are_worth_checking_and_feelings_are_not() {
    let text = "The town lost 300 jobs and $4 million in 2019. “I love you,” said Ana Duarte.";
    let entries = [
        &sayso_attribution::SAYSO_PLUGIN,
        &sayso_claims::SAYSO_PLUGIN,
    ];
    let analysis = Analysis::new(&entries, text);
    let scores: Vec<f64> = analysis
        .of_kind("claim")
        .iter()
        .filter_map(|claim| match claim.attribute("check_worthiness") {
            Some(sayso_plugin::Value::Number(score)) => Some(score),
            _ => None,
        })
        .collect();
    assert!(scores[0] > 0.9, "{scores:?}");
    assert!(scores[1..].iter().all(|&score| score < 0.5), "{scores:?}");
}

#[test]
fn questions_commands_wishes_and_promises_claim_nothing() {
    for text in [
        "“Who built the bridge?” said Ana Duarte.",
        "“Close the bridge,” said Ana Duarte.",
        "“Let us close the bridge,” said Ana Duarte.",
        "“We hope to close the bridge,” said Ana Duarte.",
        "“I promise to close the bridge,” said Ana Duarte.",
        "Joel Finch contributed to this report.",
    ] {
        assert_eq!(claims(text), [""; 0], "{text}");
    }
}

#[test]
fn what_only_looks_like_a_question_or_command_is_claimed() {
    for (text, claim) in [
        (
            "“She closed the bridge, right?” said Ana Duarte.",
            "Ana Duarte: She closed the bridge, right?",
        ),
        (
            "“Look, they closed the bridge,” said Ana Duarte.",
            "Ana Duarte: Look, they closed the bridge",
        ),
        (
            "“Let's be clear: they closed the bridge,” said Ana Duarte.",
            "Ana Duarte: Let's be clear: they closed the bridge",
        ),
    ] {
        assert_eq!(claims(text), [claim], "{text}");
    }
}

#[test]
fn a_share_of_a_group_is_counted_by_the_author() {
    let text = "Some 60 percent of voters said the bridge was closed.";
    assert_eq!(claims(text), [format!("author: {text}")]);
    let text = "Two engineers said the bridge was closed.";
    let claims = claims(text);
    assert!(
        claims[0].ends_with("engineers: the bridge was closed"),
        "{claims:?}"
    );
}

#[test]
fn what_is_denied_in_ones_own_words_is_claimed() {
    let text = "“I never took the money,” Ana Duarte denied.";
    assert_eq!(claims(text), ["Ana Duarte: I never took the money"]);
}

#[test]
fn what_is_rejected_is_claimed_to_be_false() {
    let text = "Ana Duarte rejected claims that the tender was rigged.";
    let entries = [
        &sayso_attribution::SAYSO_PLUGIN,
        &sayso_claims::SAYSO_PLUGIN,
    ];
    let analysis = Analysis::new(&entries, text);
    let shown = analysis.show("claim");
    assert!(shown.starts_with("denied-content: "), "{shown}");
    assert!(shown.contains("negated=true"), "{shown}");
}
