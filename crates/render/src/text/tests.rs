use sayso_model::{AnnotationId, NewAnnotation, Severity, Span, Value};

use super::*;

/// A text and what was found in it, told by the words.
struct Page {
    text: &'static str,
    all: Annotations,
    remarks: Vec<Diagnostic>,
    view: View,
}

impl Page {
    fn new(text: &'static str) -> Self {
        Self {
            text,
            all: Annotations::default(),
            remarks: Vec::new(),
            view: View::default(),
        }
    }

    fn span(&self, words: &str) -> Span {
        let start = self.text.find(words).unwrap() as u32;
        Span::new(start, start + words.len() as u32)
    }

    fn add(
        &mut self,
        kind: &str,
        rule: &str,
        parts: &[(&str, &str)],
        attributes: &[(&str, Value<'_>)],
        links: &[(&str, AnnotationId)],
    ) -> AnnotationId {
        let parts: Vec<_> = parts
            .iter()
            .map(|&(role, words)| (role, self.span(words)))
            .collect();
        self.all.push(&NewAnnotation {
            kind,
            plugin: "test",
            rule,
            parts: &parts,
            attributes,
            links,
        })
    }

    fn shown(&self) -> String {
        let structure = sayso_parser::parse(self.text);
        let mut out = String::new();
        text(
            None,
            &structure.document(self.text),
            &self.all,
            &self.remarks,
            &self.view,
            &mut out,
        );
        out
    }

    /// The page must be these lines, which begin after the first line break.
    #[track_caller]
    fn shows(&self, lines: &str) {
        let shown = self.shown();
        let expected = lines.strip_prefix('\n').unwrap();
        assert!(shown == expected, "shown:\n{shown}\nexpected:\n{expected}");
        assert!(shown.lines().all(|line| !line.ends_with(' ')));
    }
}

const TEXT: Value<'_> = Value::Text("direct");

#[test]
fn a_lane_shows_roles_attributes_and_rule() {
    let mut page = Page::new("McCormack declined to predict whether progress would be made.");
    page.add(
        "hedge",
        "declined-to",
        &[
            ("cue", "declined to predict"),
            ("scope", "whether progress would be made"),
        ],
        &[
            ("strength", Value::Text("strong")),
            ("category", Value::Text("non-commitment")),
            ("holder", Value::Text("Sean McCormack")),
            ("negated", Value::Bool(false)),
            ("score", Value::Number(0.5)),
        ],
        &[],
    );
    page.shows("
¶           McCormack declined to predict whether progress would be made.
hedge                 cue──────────────── scope─────────────────────────  non-commitment  strength=strong  holder=Sean McCormack  score=0.5  [declined-to]
");
}

#[test]
fn a_narrow_part_shows_its_initial() {
    let mut page = Page::new("“No,” he said.");
    page.add(
        "attribution",
        "said",
        &[("content", "“No,”"), ("source", "he"), ("cue", "said")],
        &[
            ("mode", TEXT),
            ("speaker", Value::Text("Sean McCormack")),
            ("negated", Value::Bool(true)),
        ],
        &[],
    );
    page.shows(
        "
¶           “No,” he said.
attribution c──── s─ cue─  direct  he → Sean McCormack  negated  [said]
",
    );
}

#[test]
fn a_speaker_is_shown_where_it_says_more_than_the_words() {
    let label = |attributes: &[(&str, Value<'_>)]| {
        let mut page = Page::new("Lee spoke.");
        page.add("attribution", "r", &[("source", "Lee")], attributes, &[]);
        let shown = page.shown();
        let lane = shown.lines().nth(1).unwrap().to_owned();
        lane.strip_prefix("attribution s──").unwrap().to_owned()
    };
    let (lee, ann) = (Value::Text("Lee"), Value::Text("Ann Lee"));
    assert_eq!(label(&[("speaker", lee), ("chain", lee)]), "  [r]");
    assert_eq!(label(&[("speaker", ann)]), "  Lee → Ann Lee  [r]");
    let part = Value::Text("Le");
    assert_eq!(label(&[("speaker", part)]), "  speaker=Le  [r]");
    let chain = Value::Text("Lee → her → Ann Lee");
    assert_eq!(
        label(&[("speaker", ann), ("chain", chain)]),
        "  Lee → her → Ann Lee  [r]"
    );
}

#[test]
fn a_sentence_is_wrapped_and_its_lane_repeated_without_attributes() {
    let mut page = Page::new("They said the harbour would open.");
    page.view.width = 12 + 20;
    page.add(
        "attribution",
        "said",
        &[
            ("source", "They"),
            ("cue", "said"),
            ("content", "the harbour would open"),
        ],
        &[("mode", Value::Text("indirect"))],
        &[],
    );
    page.shows(
        "
¶           They said the
attribution s─── cue─ c──  indirect  [said]
            harbour would open.
attribution content───────────
",
    );
}

#[test]
fn an_annotation_over_two_sentences_has_a_lane_under_each() {
    let mut page = Page::new("“Go now. Run far,” he said. All ran.\n\nThey left.\n");
    page.add(
        "attribution",
        "said",
        &[
            ("content", "“Go now. Run far,”"),
            ("source", "he"),
            ("cue", "said"),
        ],
        &[("mode", TEXT)],
        &[],
    );
    let shown = page.shown();
    assert!(
        shown.contains(
            "
¶           They left.
"
        ),
        "{shown}"
    );
    assert_eq!(shown.matches("[said]").count(), 1, "{shown}");
    assert!(shown.contains("All ran.\n"), "{shown}");
}

#[test]
fn overlapping_parts_have_rows_of_their_own() {
    let mut page = Page::new("He said it rained.");
    page.add(
        "x",
        "r",
        &[("whole", "He said it rained"), ("cue", "said")],
        &[],
        &[],
    );
    page.shows(
        "
¶           He said it rained.
x           whole────────────  [r]
               cue─
",
    );
}

#[test]
fn a_link_is_shown_from_both_sides_by_the_other_ones_rule() {
    let mut page = Page::new("Lee said it may rain.");
    let said = page.add(
        "attribution",
        "said-that",
        &[
            ("source", "Lee"),
            ("cue", "said"),
            ("content", "it may rain"),
        ],
        &[],
        &[],
    );
    page.add(
        "hedge",
        "modal",
        &[("cue", "may")],
        &[],
        &[("attribution", said)],
    );
    page.shows(
        "
¶           Lee said it may rain.
attribution s── cue─ content────  ← hedge:modal  [said-that]
hedge                   cue  → attribution:said-that  [modal]
",
    );
}

#[test]
fn wide_characters_keep_the_lanes_aligned() {
    let mut page = Page::new("東京 🙂 said e\u{301}te may.");
    page.add("a", "r", &[("source", "東京"), ("cue", "said")], &[], &[]);
    page.add("hedge", "modal", &[("cue", "may")], &[], &[]);
    page.shows(
        "
¶           東京 🙂 said e\u{301}te may.
a           s───    cue─  [r]
hedge                        cue  [modal]
",
    );
}

#[test]
fn control_characters_are_escaped_and_the_lanes_follow() {
    let mut page = Page::new("Lee\0Ann may\t \tgo.");
    page.add("hedge", "modal", &[("cue", "may"), ("x", "go")], &[], &[]);
    page.shows(
        "
¶           Lee␀Ann may go.
hedge               cue x─  [modal]
",
    );
}

#[test]
fn what_lies_in_no_sentence_is_not_lost() {
    let mut page = Page::new("One.\n\n\n\nTwo.");
    page.all.push(&NewAnnotation {
        kind: "averylongkindname",
        rule: "r",
        parts: &[("gap", Span::new(5, 7))],
        ..NewAnnotation::default()
    });
    page.shows(
        "
¶           One.

¶           Two.
averylongk… (outside the sentences)  [r]
",
    );
}

#[test]
fn diagnostics_come_last_with_their_words() {
    let mut page = Page::new("He said, “Go.");
    let warning = Diagnostic::new(Severity::Warning, "unclosed-quotation", "never closed");
    page.remarks = vec![
        warning.at(Span::new(9, 14)),
        Diagnostic::new(Severity::Error, "failed", "out\nof luck").plugin("x"),
    ];
    page.shows(
        "
¶           He said, “Go.

warning unclosed-quotation  never closed  ‹“Go›
error failed  out of luck  (x)
",
    );
}

#[test]
fn an_empty_text_shows_nothing_but_its_name() {
    assert_eq!(Page::new("").shown(), "");
    let mut out = String::new();
    let structure = sayso_parser::parse("");
    text(
        Some("a\nb"),
        &structure.document(""),
        &Annotations::default(),
        &[],
        &View::default(),
        &mut out,
    );
    assert_eq!(out, "==> a␊b <==\n");
}

#[test]
fn colours_change_nothing_but_colour() {
    let mut page = Page::new("Lee may go.");
    page.add("hedge", "modal", &[("cue", "may")], &[], &[]);
    let plain = page.shown();
    page.view.colour = true;
    let coloured = page.shown();
    assert!(coloured.contains("\u{1b}[35m"));
    let mut stripped = String::new();
    for (index, piece) in coloured.split("\u{1b}[").enumerate() {
        let text = piece.split_once('m').map_or(piece, |(_, rest)| rest);
        stripped.push_str(if index == 0 { piece } else { text });
    }
    assert_eq!(stripped, plain);
}
