use crate::show::{quotations, tokens};
use sayso_model::{Quotation, QuotationState, QuotationStyle};

/// Checks texts that show their quotations themselves: the brackets are taken out, and the
/// parser has to put them back.
fn check(shown: &str) {
    let text = shown.replace(['[', ']'], "");
    assert_eq!(quotations(&text), shown);
}

fn styles(text: &str) -> Vec<QuotationStyle> {
    let structure = crate::parse(text);
    structure.quotations.iter().map(|q| q.style).collect()
}

#[test]
fn every_style_of_marks() {
    check("He said [\"it is\"] so.");
    check("He said [“it is”] so.");
    check("He said ['it is'] so.");
    check("He said [‘it is’] so.");
    check("He said [«it is»] and [« it »] and [‹it›].");
    check("He said [``it is''] so.");
    check("He said [``it is\"] so.");
    check("Er sagte: [„Es ist so“], und [‚so‘].");
    check("Mówi: [„Tak jest”].");
    check("[”Det är så”], sa han.");
    assert_eq!(
        styles("\"a\" “b” 'c' ‘d’ «e» ``f'' „g“"),
        [
            QuotationStyle::STRAIGHT_DOUBLE,
            QuotationStyle::CURLY_DOUBLE,
            QuotationStyle::STRAIGHT_SINGLE,
            QuotationStyle::CURLY_SINGLE,
            QuotationStyle::GUILLEMET,
            QuotationStyle::BACKTICK,
            QuotationStyle::CURLY_DOUBLE,
        ]
    );
}

#[test]
fn mixed_marks_close_one_another() {
    check("[“It is,\"] he said, [\"so.”]");
    check("[``It is,”] he said.");
    check("[“It is.“]");
}

#[test]
fn a_single_mark_behind_a_colon_goes_on_in_the_next_paragraph() {
    assert_eq!(
        quotations("Jones said: 'This is a mess.\n\n'Nobody cares.'"),
        "Jones said: ['This is a mess.+\n\n+['Nobody cares.']"
    );
    check("Jones said the dogs' bowls: the cats' too.");
}

#[test]
fn nesting() {
    check("[“They wore [“Stay Home”] shirts,”] he said.");
    check("[“He said [‘no’] to me,”] she said.");
    check("[\"He said ['no.']\"]");
    check("[\"['No,'] he said.\"]");
    check("['She said [\"no\"] twice,'] he said.");
    check("[\"He said ['the [\"boss\"] left'] today,\"] she said.");
    check("[“He read [\"War\"] then,”] she said.");
    check("[\"He read [“War”] then,\"] she said.");
    check("[«Il dit [“non”] hier»]");
}

#[test]
fn depth_and_parent() {
    let text = "“He said ‘no’ to me,” she said. “Well.”";
    let structure = crate::parse(text);
    let shape = |q: &Quotation| (q.depth, q.parent(), q.inner.of(text));
    let found: Vec<_> = structure.quotations.iter().map(shape).collect();
    assert_eq!(
        found,
        [
            (0, None, "He said ‘no’ to me,"),
            (1, Some(0), "no"),
            (0, None, "Well.")
        ]
    );
    let inner: Vec<_> = structure.tokens.iter().map(|t| t.quotation()).collect();
    assert_eq!(inner[..5], [Some(0), Some(0), Some(0), Some(1), Some(1)]);
}

#[test]
fn apostrophes_are_no_quotations() {
    for text in [
        "I don't know the voters' rights of the '90s.",
        "rock 'n' roll and 'twas the boys' and girls' teams",
        "rock ‘n’ roll, the ’90s and the voters’ rights",
        "He is 6'2\" tall and smokes 5\" pipes.",
        "James' and Charles' dogs, an' all",
        "It's the '80s, y'all; 'em too.",
    ] {
        assert_eq!(quotations(text), text);
    }
    assert_eq!(
        tokens("the boys' and girls' teams"),
        "w:the w:boys c:' w:and w:girls c:' w:teams"
    );
    check("the ['voters' choice'] award");
    check("['boys'] and ['girls']");
    check("[\"The voters' rights,\"] he said of ['them'].");
    assert_eq!(
        quotations("“He said 'no,” and “the boys' rights.”"),
        "[“He said 'no,”] and [“the boys' rights.”]"
    );
    check("[«the 'ole»] and ['x']");
    check("He's ['the boss']; it's the dogs' day.");
}

#[test]
fn measures_within_quotations() {
    check("[\"He is 6'2\" tall,\"] she said.");
    check("[\"in 2016\"] and [\"in 2017\"]");
}

#[test]
fn odd_blanks_go_by_parity() {
    check("He said [\" it is \"] so.");
    check("He said,[\"it is\"] so.");
    check("(so [\"it\"] is) [\"it\"]--[\"is\"]");
}

#[test]
fn what_is_not_closed_ends_with_its_paragraph_or_before_the_next() {
    assert_eq!(
        quotations("He said, \"It is.\nSo."),
        "He said, [\"It is.!\nSo."
    );
    assert_eq!(
        quotations("\"It is, he said. \"So.\""),
        "[\"It is, he said.! [\"So.\"]"
    );
    assert_eq!(
        quotations("“It is, he said. “So.”"),
        "[“It is, he said.! [“So.”]"
    );
    assert_eq!(quotations("It is,” he said."), "It is,” he said.");
    assert_eq!(tokens("is,”"), "w:is p:, >:”");
}

#[test]
fn quotations_over_paragraphs() {
    assert_eq!(
        quotations("He said, \"A.\n\n\"B.\n\n\"C.\""),
        "He said, [\"A.+\n\n+[\"B.+\n\n+[\"C.\"]"
    );
    assert_eq!(quotations("“A.\n“B,” he said."), "[“A.+\n+[“B,”] he said.");
    assert_eq!(
        quotations("‘It's A.\n\n‘B,’ he said."),
        "[‘It's A.+\n\n+[‘B,’] he said."
    );
    assert_eq!(quotations("“A.\nNo.\n“B.”"), "[“A.!\nNo.\n[“B.”]");
    let structure = crate::parse("“A.\n“B.”");
    assert_eq!(structure.quotations[0].state, QuotationState::CONTINUED);
    assert_eq!(structure.quotations[1].continues(), Some(0));
}

#[test]
fn empty_and_repeated_marks() {
    check("[\"\"] [“”]");
    assert_eq!(quotations("\"\"\"\""), "[\"\"]\"\"");
}
