use super::lemma;
use sayso_model::Tag;

#[track_caller]
fn check(form: &str, tag: Tag, expected: &str) {
    assert_eq!(lemma(form, tag, &mut String::new()), expected, "{form}");
}

#[test]
fn verbs() {
    for (form, tag, expected) in [
        ("said", Tag::VBD, "say"),
        ("announced", Tag::VBN, "announce"),
        ("denied", Tag::VBD, "deny"),
        ("planning", Tag::VBG, "plan"),
        ("making", Tag::VBG, "make"),
        ("says", Tag::VBZ, "say"),
        ("denies", Tag::VBZ, "deny"),
        ("has", Tag::VBZ, "have"),
        ("were", Tag::VBD, "be"),
        ("WENT", Tag::VBD, "go"),
    ] {
        check(form, tag, expected);
    }
}

#[test]
fn contracted_words() {
    check("n't", Tag::RB, "not");
    check("n’t", Tag::RB, "not");
    check("wo", Tag::MD, "will");
    check("ca", Tag::MD, "can");
    check("'re", Tag::VBP, "be");
    check("'s", Tag::VBZ, "be");
    check("'s", Tag::POS, "'s");
}

#[test]
fn nouns_and_names() {
    check("men", Tag::NNS, "man");
    check("Ministers", Tag::NNS, "minister");
    check("parties", Tag::NNS, "party");
    check("Republic", Tag::NN, "republic");
    check("Rice", Tag::NNP, "Rice");
    check("them", Tag::PRP, "they");
}

proptest::proptest! {
    #[test]
    fn any_form_has_a_lemma(form in "\\PC{0,12}", tag in 0u8..64) {
        let mut buffer = String::from("old");
        let lemma = lemma(&form, Tag(tag), &mut buffer);
        proptest::prop_assert!(form.is_empty() || lemma.len() <= form.len() * 3 + 8);
    }
}
