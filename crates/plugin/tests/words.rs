//! Word lists find the same with and without the numbers that the language layer gives words.

use sayso_english::Analyzer;
use sayso_plugin::{Lexicon, Reading, classes};

classes! { NAMES: SPEECH, MARK, PLACE, RARE }

const LIST: &str = "say, says, said\tspeech\nfar from\tplace\nmoscow, “\tmark\n\
                    o'neill, are n't\tplace\n(\tmark\nquixotically, é\trare\n";

const TEXT: &str = "“Said, SAID: he said, far from Moscow,” O’Neill says. They aren’t. \
                    É said quixotically, far off, O'Neill's disproportionately (— saidness said";

#[test]
fn numbers_change_nothing() {
    let lexicon = Lexicon::new(NAMES, &[("list.tsv", LIST)]).unwrap();
    let structure = sayso_parser::parse(TEXT);
    let plain = structure.document(TEXT);
    let mut analyzer = Analyzer::default();
    let numbered = plain.with_layers(analyzer.layers(&plain));
    assert!(numbered.layers.words.iter().any(|&number| number != 0));
    let found = |document| {
        let mut buffer = Vec::new();
        let reading = Reading::new(document, &lexicon, &mut buffer);
        let words = reading.tokens().words();
        let all = SPEECH.or(MARK).or(PLACE).or(RARE);
        let found = words.map(|w| (w.form().to_string(), w.classes(), w.phrase(all, 9).cloned()));
        found.collect::<Vec<_>>()
    };
    let expected = found(&plain);
    assert_eq!(expected.iter().filter(|(_, c, _)| c.has(SPEECH)).count(), 6);
    assert_eq!(expected.iter().filter(|(_, _, p)| p.is_some()).count(), 2);
    // Once asked for, and once remembered.
    assert_eq!(found(&numbered), expected);
    assert_eq!(found(&numbered), expected);
}

#[test]
fn equal_numbers_are_equal_words() {
    let structure = sayso_parser::parse(TEXT);
    let document = structure.document(TEXT);
    let mut analyzer = Analyzer::default();
    let numbers = analyzer.layers(&document).words.to_vec();
    for (a, x) in numbers
        .iter()
        .enumerate()
        .filter(|(_, number)| **number != 0)
    {
        for (b, y) in numbers.iter().enumerate() {
            let same = sayso_model::same_folded(document.form(a), document.form(b));
            assert_eq!(x == y, same, "{} {}", document.form(a), document.form(b));
        }
    }
}
