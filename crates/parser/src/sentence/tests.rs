use crate::show::sentences;

/// Checks texts that show the division themselves, by ` | `.
fn check(shown: &str) {
    assert_eq!(sentences(&shown.replace(" | ", " ")), shown);
}

#[test]
fn marks_end_sentences() {
    check("It is. | It is not! | Is it? | Yes... | No?! | Well.");
    check("It ended (badly). | [So it did.] | He left.");
    check("Yes… maybe not… | Perhaps.");
    check("Yahoo! said no. | The iPhone is dear. | 39 people came.");
    assert_eq!(sentences("好。是。"), "好。 | 是。");
    assert_eq!(
        sentences("It ended.Then it began."),
        "It ended. | Then it began."
    );
    check("He left; she stayed: Nobody came.");
}

#[test]
fn abbreviations_do_not() {
    check("Sen. Ted Cruz met Gov. Ms. Doe (R-Ariz.) at 5 p.m. Monday in the U.S. Capitol.");
    check("George W. Bush and J.K. Rowling met John D. Smith Jr. on Jan. 5.");
    check("See No. 5 of 3.5 million. | He said no. | Then he left.");
    check("He left the U.S. | The firm, Acme Inc. | It grew by 5 p.m. | He slept.");
    check("He lives in Mesa, Calif. | She does not.");
    check("1. Foo is a thing. | Bar is none.");
}

#[test]
fn a_quotation_and_its_reporting_clause_are_one() {
    check("\"Is it?\" Trump asked. | He left.");
    check("“Is it? I think so,” Trump said.");
    check("“Is it? I think so!” he said.");
    check("“Is it? I think so?” the senator from Ohio asked.");
    check("He said: “It is. So be it.”");
    check("“It is,” he said. | “So be it.”");
    check("“It is,” he said, “so be it. Amen.” | They left.");
    check("She called it “a mess. Really.” and left.");
}

#[test]
fn other_quotations_are_divided() {
    check("“It is.” | Then he left.");
    check("“Is it?” | Nobody in the room had heard of it.");
    check("“It is. | So be it.” | Then he left.");
    check("“It is. | So be it.”");
    check("“It is. | So be it.");
    check("“Is it?” | “It is.”");
    check("(“It is.”) | He left.");
}

#[test]
fn long_quotations_are_divided() {
    let long = format!("“{} end. | So it is,” he said.", "word ".repeat(60).trim());
    check(&long);
}

#[test]
fn starts_are_marked() {
    let text = "“It is.” -- He left.";
    let structure = crate::parse(text);
    let starts = structure
        .tokens
        .iter()
        .filter(|t| t.shape.has(super::Shape::SENTENCE_START));
    let starts: Vec<_> = starts.map(|t| t.span.of(text)).collect();
    assert_eq!(starts, ["It", "He"]);
}
