//! What a single pattern sees.

use std::fmt::Write;

use crate::pattern::{Matcher, Pattern};
use crate::{Lexicon, Reading, Span, Tokens};

/// What a pattern sees in a text, a line each: `role=“words” … name=value …`.
///
/// ```
/// use sayso_plugin::pattern::{lemma, noun_phrase, sequence};
/// let pattern = sequence([lemma("warn"), noun_phrase().role("whom")]);
/// let seen = sayso_plugin::testing::find(&pattern, "They warned the miners.");
/// assert_eq!(seen, ["whom=“the miners”"]);
/// ```
///
/// # Panics
/// The pattern is not sound.
pub fn find(pattern: &Pattern, text: &str) -> Vec<String> {
    find_with(pattern, "", text)
}

/// Reads a text, with its language layer and no word list, and passes its words on.
///
/// ```
/// sayso_plugin::testing::with_tokens("It rained.", |tokens| assert_eq!(tokens.len(), 3));
/// ```
pub fn with_tokens<R>(text: &str, work: impl for<'d> FnOnce(Tokens<'d>) -> R) -> R {
    with_reading(text, &Lexicon::default(), |reading| work(reading.tokens()))
}

fn with_reading<R>(
    text: &str,
    lexicon: &Lexicon,
    work: impl for<'d> FnOnce(&'d Reading<'d>) -> R,
) -> R {
    let structure = sayso_parser::parse(text);
    let mut analyzer = sayso_english::Analyzer::default();
    let document = structure.document(text);
    let document = document.with_layers(analyzer.layers(&document));
    let mut buffer = Vec::new();
    work(&Reading::new(&document, lexicon, &mut buffer))
}

/// What a pattern sees with a word list; see [`find`].
///
/// ```
/// use sayso_plugin::pattern::class;
/// let seen = sayso_plugin::testing::find_with(&class("weather"), "rain\tweather\n", "No rain.");
/// assert_eq!(seen, ["match=“rain”"]);
/// ```
///
/// # Panics
/// The pattern or the word list is not sound.
pub fn find_with(pattern: &Pattern, words: &str, text: &str) -> Vec<String> {
    let lists = [("words", words)];
    let matcher = Matcher::new(pattern, &lists).unwrap_or_else(|error| panic!("{error}"));
    let lexicon = Matcher::lexicon(&lists).unwrap_or_else(|error| panic!("{error}"));
    with_reading(text, &lexicon, |reading| see_all(&matcher, reading))
}

fn see_all<'d>(matcher: &Matcher, reading: &'d Reading<'d>) -> Vec<String> {
    let document = reading.document;
    let show = |role: &str, span: Span| format!("{role}=“{}”", span.of(document.text));
    let mut lines = Vec::new();
    let mut next = 0;
    while (next as usize) < document.tokens.len() {
        let sentence = document.sentences[document.sentence_of(next as usize)];
        let Some(seen) = matcher.see_at(reading, next, sentence.tokens.end, None) else {
            next += 1;
            continue;
        };
        next = seen.words.end;
        let parts = seen.parts.iter();
        let mut line: Vec<_> = parts.map(|(r, run)| show(r, document.span(*run))).collect();
        if line.is_empty() {
            line.push(show("match", document.span(seen.words)));
        }
        let mut line = line.join(" ");
        for (name, value) in &seen.attributes {
            let _ = write!(line, " {name}={value}");
        }
        lines.push(line);
    }
    lines
}
