//! Names, chunks, verb groups and clauses of tagged sentences, shown in brackets.
//!
//! A sentence is given as words with their tags (`said/VBD`), so that these tests tell of the
//! rules for phrases alone.

mod tagged;

use sayso_english::Phrases;
use sayso_model::{Chunk, Document, TokenRange};

use tagged::tagged;

/// Runs the rules and shows what `show` makes of the result.
fn check(words: &str, expected: &str, show: fn(&Phrases, &Document<'_>) -> String) {
    let tagged = tagged(words);
    let document = tagged.structure.document(&tagged.text);
    let mut phrases = Phrases::default();
    phrases.read(&document, &tagged.tags);
    assert_eq!(show(&phrases, &document), expected, "{words}");
}

fn of<'d>(document: &Document<'d>, run: TokenRange) -> &'d str {
    document.span(run).of(document.text)
}

fn show_chunks(phrases: &Phrases, document: &Document<'_>) -> String {
    let show = |chunk: &Chunk| {
        let head = document.form(chunk.head as usize);
        format!("{} ({head})", of(document, chunk.tokens))
    };
    phrases
        .chunks
        .iter()
        .map(show)
        .collect::<Vec<_>>()
        .join(" | ")
}

fn show_full(phrases: &Phrases, document: &Document<'_>) -> String {
    of(document, phrases.chunks[0].full).to_owned()
}

fn show_names(phrases: &Phrases, document: &Document<'_>) -> String {
    let names = phrases.names.iter().map(|name| {
        let (title, tokens) = (of(document, name.title), of(document, name.tokens));
        format!("{title}: {tokens} ({:?} {:?})", name.kind, name.gender)
    });
    names.collect::<Vec<_>>().join(" | ")
}

fn show_verbs(phrases: &Phrases, document: &Document<'_>) -> String {
    let groups = phrases.verbs.iter().map(|group| {
        let tokens = of(document, group.tokens);
        format!("{tokens} {:?} {:?}", group.tense, group.flags).replace('"', "")
    });
    groups.collect::<Vec<_>>().join(" | ")
}

fn show_clauses(phrases: &Phrases, document: &Document<'_>) -> String {
    let clauses = phrases.clauses.iter().map(|clause| {
        let subject = phrases.chunks.get(clause.subject as usize);
        let subject = subject.map_or("-", |c| document.form(c.head as usize));
        let verb = phrases.verbs.get(clause.verb as usize);
        let verb = verb.map_or("-", |v| document.form(v.main as usize));
        format!(
            "{:?}({subject} {verb}) {}",
            clause.kind,
            of(document, clause.tokens)
        )
    });
    clauses.collect::<Vec<_>>().join("\n")
}

#[test]
fn chunks_end_at_their_heads() {
    let cases = [
        (
            "the/DT U.S./NNP plan/NN to/TO act/VB",
            "the U.S. plan (plan)",
        ),
        (
            "Moscow/NNP 's/POS concerns/NNS grew/VBD",
            "Moscow 's concerns (concerns)",
        ),
        (
            "about/IN 200/CD people/NNS in/IN it/PRP",
            "about 200 people (people) | it (it)",
        ),
        (
            "more/JJR than/IN $/$ 3.5/CD billion/CD",
            "more than $ 3.5 billion (billion)",
        ),
        (
            "told/VBD Congress/NNP Monday/NNP night/NN",
            "Congress (Congress) | Monday night (night)",
        ),
        (
            "on/IN Jan./NNP 5/CD ,/, 2016/CD ,/, he/PRP",
            "Jan. 5 , 2016 (2016) | he (he)",
        ),
        ("has/VBZ increased/VBN spending/NN", "spending (spending)"),
        (
            "amid/IN growing/VBG concerns/NNS",
            "growing concerns (concerns)",
        ),
        ("the/DT poor/JJ suffer/VBP", "the poor (poor)"),
        (
            "some/DT of/IN those/DT who/WP left/VBD",
            "some (some) | those (those) | who (who)",
        ),
        (
            "Secretary/NNP of/IN State/NNP Eleanor/NNP Marsh/NNP said/VBD",
            "Secretary of State Eleanor Marsh (Marsh)",
        ),
        (
            "Charles/NNP ``/`` Chip/NNP ''/'' Warren/NNP Jr./NNP won/VBD",
            "Charles `` Chip '' Warren Jr. (Jr.)",
        ),
        (
            "a/DT long/JJ ,/, bitter/JJ fight/NN",
            "a long , bitter fight (fight)",
        ),
    ];
    for (words, expected) in cases {
        check(words, expected, show_chunks);
    }
}

#[test]
fn chunks_are_joined() {
    let cases = [
        (
            "Rice/NNP ,/, Gates/NNP and/CC their/PRP$ Russian/JJ counterparts/NNS met/VBD",
            "Rice , Gates and their Russian counterparts",
        ),
        (
            "Daniel/NNP Okafor/NNP ,/, a/DT spokesman/NN for/IN the/DT agency/NN ,/, said/VBD",
            "Daniel Okafor , a spokesman for the agency",
        ),
        (
            "the/DT head/NN of/IN the/DT union/NN of/IN miners/NNS said/VBD",
            "the head of the union of miners",
        ),
        (
            "Maria/NNP Keller/NNP ,/, 61/CD ,/, said/VBD",
            "Maria Keller , 61",
        ),
        (
            "Keller/NNP met/VBD Rice/NNP and/CC Gates/NNP left/VBD",
            "Keller",
        ),
    ];
    for (words, expected) in cases {
        check(words, expected, show_full);
    }
}

#[test]
fn names_have_titles_kinds_and_gender() {
    let cases = [
        (
            "Sen./NNP Maria/NNP Keller/NNP spoke/VBD",
            "Sen.: Maria Keller (person female)",
        ),
        (
            "spokesman/NN Dan/NNP Okafor/NNP spoke/VBD",
            "spokesman: Dan Okafor (person male)",
        ),
        ("in/IN New/NNP York/NNP", ": New York (place none)"),
        (
            "Delmar/NNP University/NNP said/VBD",
            ": Delmar University (organization none)",
        ),
        (
            "Ludo/NNP van/NNP der/NNP Berg/NNP left/VBD",
            ": Ludo van der Berg (person none)",
        ),
        (
            "Maria/NNP Keller/NNP left/VBD and/CC Keller/NNP spoke/VBD",
            ": Maria Keller (person female) | : Keller (person female)",
        ),
        (
            "Secretary/NNP of/IN State/NNP Eleanor/NNP Marsh/NNP left/VBD",
            "Secretary of State: Eleanor Marsh (person female)",
        ),
    ];
    for (words, expected) in cases {
        check(words, expected, show_names);
    }
}

#[test]
fn verb_groups_have_form_and_voice() {
    let cases = [
        (
            "He/PRP has/VBZ also/RB said/VBN",
            "has also said present {FINITE, PERFECT}",
        ),
        (
            "It/PRP did/VBD not/RB immediately/RB respond/VB",
            "did not immediately respond past {FINITE, NEGATED}",
        ),
        (
            "He/PRP is/VBZ expected/VBN to/TO discuss/VB it/PRP",
            "is expected to discuss present {FINITE, SEMI_AUXILIARY}",
        ),
        (
            "It/PRP would/MD be/VB made/VBN",
            "would be made none {FINITE, PASSIVE, MODAL}",
        ),
        (
            "He/PRP is/VBZ n't/RB going/VBG",
            "is n't going present {FINITE, NEGATED, PROGRESSIVE}",
        ),
        ("He/PRP pointed/VBD out/RP", "pointed out past {FINITE}"),
    ];
    for (words, expected) in cases {
        check(words, expected, show_verbs);
    }
}

#[test]
fn clauses_are_nested() {
    let cases = [
        (
            "Keller/NNP said/VBD that/IN it/PRP rained/VBD ,/, adding/VBG she/PRP slept/VBD ./.",
            "main(Keller said) Keller said that it rained , adding she slept\n\
             that(it rained) that it rained\n\
             participle(- adding) adding she slept\n\
             bare(she slept) she slept",
        ),
        (
            "When/WRB he/PRP left/VBD ,/, Keller/NNP slept/VBD ./.",
            "main(Keller slept) When he left , Keller slept\nadverbial(he left) When he left",
        ),
        (
            "The/DT man/NN who/WP saw/VBD it/PRP left/VBD ./.",
            "main(man left) The man who saw it left\nrelative(who saw) who saw it",
        ),
        (
            "It/PRP rained/VBD ,/, Keller/NNP said/VBD ./.",
            "main(It rained) It rained , Keller said\nreporting(Keller said) Keller said",
        ),
        (
            "Keller/NNP came/VBD and/CC said/VBD it/PRP rained/VBD ./.",
            "main(Keller came) Keller came and said it rained\n\
             coordinate(- said) and said it rained\n\
             bare(it rained) it rained",
        ),
        (
            "The/DT plan/NN he/PRP announced/VBD failed/VBD ./.",
            "main(plan failed) The plan he announced failed\nrelative(he announced) he announced",
        ),
    ];
    for (words, expected) in cases {
        check(words, expected, show_clauses);
    }
}
