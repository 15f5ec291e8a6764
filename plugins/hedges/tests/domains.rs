//! What the setting `domain` changes.

use sayso_english::Analyzer;
use sayso_hedges::domain::Domain;
use sayso_hedges::sweep::Sweep;
use sayso_hedges::vocabulary;
use sayso_plugin::Reading;

/// The cues found in a text of a domain.
fn cues(domain: Domain, text: &str) -> Vec<String> {
    let structure = sayso_parser::parse(text);
    let mut analyzer = Analyzer::default();
    let document = structure.document(text);
    let document = document.with_layers(analyzer.layers(&document));
    let lexicon = vocabulary::lexicon().unwrap();
    let mut buffer = Vec::new();
    let reading = Reading::new(&document, &lexicon, &mut buffer);
    let mut cues = Vec::new();
    Sweep::new(&lexicon, domain).read(&reading, |mark| {
        cues.push(document.span(mark.cue).of(text).to_owned());
    });
    cues
}

const ABSTRACT: &str = "We examined whether about 20 cells divide. These results indicate that zinc \
    is needed, and we propose that it binds. It is thought to be stable.";

#[test]
fn in_scientific_text_measures_do_not_hedge_and_cues_are_bare() {
    assert_eq!(
        cues(Domain::Scientific, ABSTRACT),
        ["whether", "indicate that", "propose", "thought"]
    );
    assert_eq!(
        cues(Domain::News, ABSTRACT),
        [
            "whether",
            "about",
            "indicate that",
            "propose",
            "is thought to"
        ]
    );
}

const ENTRY: &str = "Some historians argue that many towns were burnt. The river may flood, and \
    it is almost dry in May. She was probably born in Arden.";

#[test]
fn in_works_of_reference_the_unnamed_hedge_and_what_may_be_does_not() {
    assert_eq!(
        cues(Domain::Encyclopedic, ENTRY),
        ["Some historians", "many towns", "probably"]
    );
    assert_eq!(
        cues(Domain::News, ENTRY),
        ["Some historians argue", "may", "almost", "probably"]
    );
}

#[test]
fn domains_have_names() {
    for (name, domain) in Domain::NAMES {
        assert_eq!(Domain::named(name), Some(domain));
    }
    assert_eq!(Domain::named("poetry"), None);
}
