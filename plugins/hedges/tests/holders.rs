//! Whose a hedge is and what it weakens, with attributions and claims found before.

use sayso_plugin::testing::Analysis;

const TEXT: &str = "Ana Duarte is the mayor of Arden. Duarte said that the bridge may close in May. \
    She declined to predict whether the ferry would run. Joel Finch, a farmer, said: “I think \
    the road is safe.” Perhaps nobody knows. Duarte suspects that the rope is rotten. In her \
    view, the planks are too. Finch, who doubted that it would hold, left. The mayor plans to build \
    nearly 20 huts. “She may come,” Finch wrote. A storm was expected to hit the town, which could be \
    flooded.";

fn analysis() -> Analysis {
    Analysis::new(
        &[
            &sayso_attribution::SAYSO_PLUGIN,
            &sayso_claims::SAYSO_PLUGIN,
            &sayso_hedges::SAYSO_PLUGIN,
        ],
        TEXT,
    )
}

/// The hedge with this cue: its holder, and the kinds of what it is linked to.
fn hedge(cue: &str) -> (Option<String>, Vec<String>) {
    let analysis = analysis();
    let all = analysis.of_kind("");
    let found = all
        .iter()
        .find(|a| a.kind() == "hedge" && a.part("cue").any(|span| span.of(TEXT) == cue));
    let hedge = found.unwrap_or_else(|| panic!("no {cue}:\n{}", analysis.show("")));
    let holder = hedge.text_attribute("holder").map(str::to_owned);
    let links = hedge.links().map(|(name, target)| {
        let kind = all[target.0 as usize].kind();
        assert_eq!(name, kind);
        kind.to_owned()
    });
    (holder, links.collect())
}

fn held_by(name: &str, links: &[&str]) -> (Option<String>, Vec<String>) {
    let links = links.iter().map(|&kind| kind.to_owned()).collect();
    (Some(name.to_owned()), links)
}

#[test]
fn a_hedge_in_reported_speech_is_the_speakers() {
    assert_eq!(
        hedge("may"),
        held_by("Ana Duarte", &["attribution", "claim"])
    );
}

#[test]
fn who_declines_to_predict_holds_the_hedge() {
    let (holder, links) = hedge("declined to predict");
    assert_eq!(holder.as_deref(), Some("Ana Duarte"));
    assert!(links.contains(&"attribution".to_owned()));
}

#[test]
fn the_first_person_in_a_quotation_is_its_speaker() {
    let (holder, _) = hedge("I think");
    assert_eq!(holder.as_deref(), Some("Joel Finch"));
}

#[test]
fn a_belief_is_that_of_the_subject_of_its_verb() {
    assert_eq!(hedge("suspects").0.as_deref(), Some("Ana Duarte"));
    assert_eq!(hedge("In her view").0.as_deref(), Some("Ana Duarte"));
    assert_eq!(hedge("doubted").0.as_deref(), Some("Joel Finch"));
}

/// The holder of the hedge with this cue in a text.
fn holder(text: &str, cue: &str) -> Option<String> {
    let analysis = Analysis::new(
        &[
            &sayso_attribution::SAYSO_PLUGIN,
            &sayso_claims::SAYSO_PLUGIN,
            &sayso_hedges::SAYSO_PLUGIN,
        ],
        text,
    );
    let all = analysis.of_kind("hedge");
    let found = all
        .iter()
        .find(|a| a.part("cue").any(|span| span.of(text) == cue));
    let hedge = found.unwrap_or_else(|| panic!("no {cue}:\n{}", analysis.show("")));
    hedge.text_attribute("holder").map(str::to_owned)
}

#[track_caller]
fn assert_holder(text: &str, cue: &str, name: &str) {
    assert_eq!(holder(text, cue).as_deref(), Some(name), "{text}");
}

#[test]
fn a_description_is_taken_up_by_name() {
    let senator = "Sen. Ana Duarte came late. The senator would not say why.";
    assert_holder(senator, "would not say", "Ana Duarte");
    let coach = "The coach, Rui Matos, expects a win.";
    assert_holder(coach, "expects", "Rui Matos");
    let mayor = "Ana Duarte came late. “I think it will rain,” the gray-haired mayor said.";
    assert_holder(mayor, "I think", "Ana Duarte");
}

#[test]
fn she_is_a_woman_without_a_name_too() {
    let text = "A spokeswoman came out. She expects a deal.";
    assert_holder(text, "expects", "spokeswoman");
}

#[test]
fn a_subject_may_be_described_before_its_verb() {
    let text = "The train ran late, but Joel Finch, a farmer, is not so sure.";
    assert_holder(text, "not so sure", "Joel Finch");
}

#[test]
fn she_goes_on_with_she() {
    let text = "But Ingrid Falk doubts it. “Wages rise,” she said. In her view, they must.";
    assert_holder(text, "In her view", "Ingrid Falk");
    let text = "Carla Kowalik, who sells boats, came out. She thinks that her client lost.";
    assert_holder(text, "thinks", "Carla Kowalik");
}

#[test]
fn it_is_the_body_that_speaks_or_acts() {
    assert_holder(
        "The ministry said it assumed that talks would go on.",
        "assumed",
        "ministry",
    );
    assert_holder(
        "The firm opened a shop. It expects to grow.",
        "expects",
        "firm",
    );
}

#[test]
fn whose_belief_an_infinitive_or_participle_is() {
    let led = "The fire led many voters to question whether the mayor was right.";
    assert_holder(led, "question whether", "many voters");
    let man = "Joel Finch was a farmer who sold the land, hoping prices would rise.";
    assert_holder(man, "hoping", "Joel Finch");
    let reason = "“We have reason to hope that it will,” Joel Finch said.";
    assert_holder(reason, "hope", "Joel Finch");
}

#[test]
fn what_a_thing_shows_is_the_authors() {
    assert_holder("The loss shows that he may fail.", "may", "author");
    assert_holder(
        "What Joel Finch meant is far from clear.",
        "far from clear",
        "author",
    );
}

#[test]
fn who_counts_a_source_is_the_author() {
    let text = "Two in three said they were pleased, and nearly half said they would vote.";
    assert_holder(text, "nearly", "author");
}

#[test]
fn what_is_told_of_a_plan_is_the_authors() {
    assert_eq!(hedge("nearly").0.as_deref(), Some("author"));
}

#[test]
fn what_is_expected_of_nobody_knows_whom_is_the_authors() {
    assert_eq!(hedge("could").0.as_deref(), Some("author"));
}

#[test]
fn what_nobody_else_says_is_the_authors() {
    assert_eq!(hedge("Perhaps").0.as_deref(), Some("author"));
}
