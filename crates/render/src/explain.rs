//! Why something was found at a place, or why not.

use std::fmt::Write;

use sayso_model::{Annotation, Annotations, Document, OffsetUnit, Offsets, Span, Value};

use crate::label::one_line;

/// How many rules that found nothing are told of.
const NEAREST: usize = 3;
/// How much of a part or a sentence is shown, in characters.
const SHOWN: usize = 400;
/// How much is shown of what stands beside something, in characters.
const QUOTED: usize = 60;

/// A rule that was tried at some place, and how far it came.
#[derive(Clone, Copy, Debug)]
pub struct Tried<'t> {
    /// Id of the rule's plugin.
    pub plugin: &'t str,
    /// The rule's name.
    pub rule: &'t str,
    /// Whether it saw what it looks for.
    pub found: bool,
    /// What it looked for where it stopped, in words; may be empty.
    pub wanted: &'t str,
    /// Where that is written, `file:line`; may be empty.
    pub source: &'t str,
    /// The words that fitted.
    pub fitted: Span,
    /// The word that did not fit; empty at the end.
    pub stopped: Span,
    /// How many conditions were met.
    pub met: u32,
}

/// A place in a document that somebody asks about, and what came of a run of the plugins.
#[derive(Clone, Copy, Debug)]
pub struct Inquiry<'q> {
    /// The document's name.
    pub name: &'q str,
    /// The document.
    pub document: &'q Document<'q>,
    /// What was found.
    pub annotations: &'q Annotations,
    /// The place.
    pub place: Span,
    /// What rules were tried about there, and how far they came.
    pub tried: &'q [Tried<'q>],
}

/// Writes which rules found what covers the place, with parts, attributes and links, and
/// which other rules came nearest and what stopped them. Offsets are in `unit`.
pub fn explain(inquiry: &Inquiry<'_>, unit: OffsetUnit, out: &mut String) {
    let page = Page {
        inquiry,
        offsets: Offsets::new(inquiry.document.text, unit),
    };
    page.head(out);
    let covering: Vec<_> = inquiry
        .annotations
        .iter()
        .filter(|annotation| page.covers(*annotation))
        .collect();
    for annotation in &covering {
        page.finding(*annotation, out);
    }
    if covering.is_empty() {
        out.push_str("\nnothing was found here\n");
    }
    page.tried(out);
}

struct Page<'q> {
    inquiry: &'q Inquiry<'q>,
    offsets: Offsets<'q>,
}

impl<'q> Page<'q> {
    fn text(&self) -> &'q str {
        self.inquiry.document.text
    }

    /// The name, the place, and the sentence with the place in brackets.
    fn head(&self, out: &mut String) {
        let place = self.inquiry.place;
        let (start, end) = self.offsets.span(place);
        let sentence = sentence_at(self.inquiry.document, place);
        let text = self.text();
        let before = near_end(Span::new(sentence.start(), place.start()).of(text));
        let after = near_start(Span::new(place.end(), sentence.end()).of(text));
        let words = short(place.of(text), SHOWN);
        let name = self.inquiry.name;
        let _ = writeln!(out, "{name}, {start}–{end}:");
        let _ = writeln!(out, "  {before}[{words}]{after}");
    }

    fn covers(&self, annotation: Annotation<'_>) -> bool {
        let mut parts = annotation.parts();
        parts.any(|(_, span)| overlap(span, self.inquiry.place))
    }

    fn finding(&self, annotation: Annotation<'_>, out: &mut String) {
        let (kind, rule, plugin) = (annotation.kind(), annotation.rule(), annotation.plugin());
        let _ = writeln!(out, "\n{kind}: found by the rule {rule} of {plugin}");
        let (parts, attributes) = (annotation.parts(), annotation.attributes());
        let names = parts.map(|(role, _)| role);
        let names = names.chain(attributes.map(|(name, _)| name));
        let width = names.map(str::len).max().unwrap_or(0);
        for (role, span) in annotation.parts() {
            let (start, end) = self.offsets.span(span);
            let words = short(span.of(self.text()), SHOWN);
            let _ = writeln!(out, "  {role:width$}  “{words}”  {start}–{end}");
        }
        for (name, value) in annotation.attributes() {
            let value = match value {
                Value::Text(text) => one_line(text),
                Value::Number(number) => number.to_string(),
                Value::Bool(bool) => bool.to_string(),
            };
            let _ = writeln!(out, "  {name:width$}  {value}");
        }
        for (_, target) in annotation.links() {
            self.link('→', self.inquiry.annotations.get(target), out);
        }
        for from in self.inquiry.annotations.iter() {
            if from.links().any(|(_, to)| to == annotation.id()) {
                self.link('←', Some(from), out);
            }
        }
    }

    /// The annotation at the other end of a link.
    fn link(&self, arrow: char, other: Option<Annotation<'_>>, out: &mut String) {
        let Some(other) = other else { return };
        let part = other.parts().find(|(role, _)| *role == "cue");
        let part = part.or_else(|| other.parts().next());
        let words = part.map_or(String::new(), |(_, span)| {
            short(span.of(self.text()), QUOTED)
        });
        let _ = writeln!(
            out,
            "  {arrow} {} by {}: “{words}”",
            other.kind(),
            other.rule()
        );
    }

    /// The rules that came nearest, the farthest of them first.
    fn tried(&self, out: &mut String) {
        let mut tried: Vec<&Tried<'_>> = self.inquiry.tried.iter().collect();
        tried.retain(|trial| trial.met > 0 && !self.is_told(trial));
        let touches =
            |trial: &Tried<'_>| overlap(trial.fitted.cover(trial.stopped), self.inquiry.place);
        tried.sort_by_key(|trial| {
            let reach = std::cmp::Reverse((touches(trial), trial.met, trial.fitted.len()));
            (reach, trial.plugin, trial.rule)
        });
        let mut named: Vec<(&str, &str)> = Vec::new();
        tried.retain(|trial| {
            let new = !named.contains(&(trial.plugin, trial.rule));
            named.push((trial.plugin, trial.rule));
            new
        });
        match tried.is_empty() {
            true => out.push_str("\nno other rule came past its first word here\n"),
            false => out.push_str("\nnearest rules that found nothing here\n"),
        }
        for trial in tried.into_iter().take(NEAREST) {
            self.trial(trial, out);
        }
    }

    /// Whether what a trial found is there to see already.
    fn is_told(&self, trial: &Tried<'_>) -> bool {
        let seen = trial.fitted.cover(trial.stopped);
        let mut same = self.inquiry.annotations.iter().filter(|annotation| {
            annotation.plugin() == trial.plugin && annotation.rule() == trial.rule
        });
        same.any(|annotation| annotation.parts().any(|(_, span)| overlap(span, seen)))
    }

    /// The word that begins at a byte.
    fn word_at(&self, start: u32) -> &'q str {
        let tokens = self.inquiry.document.tokens;
        let at = tokens.partition_point(|token| token.span.end() <= start);
        self.inquiry.document.form(at)
    }

    fn trial(&self, trial: &Tried<'_>, out: &mut String) {
        let _ = write!(out, "  {} of {}: ", trial.rule, trial.plugin);
        let fitted = short(trial.fitted.of(self.text()), QUOTED);
        let tried_at = match fitted.as_str() {
            "" => self.word_at(trial.fitted.start()),
            words => words,
        };
        if trial.found {
            let _ = write!(out, "saw “{tried_at}”, but another finding came before");
        } else {
            let _ = match fitted.is_empty() {
                true => write!(out, "tried at “{tried_at}”; "),
                false => write!(out, "“{tried_at}” fits; "),
            };
            let wanted = match trial.wanted {
                "" => "something else",
                wanted => wanted,
            };
            let (start, _) = self.offsets.span(trial.stopped);
            let _ = match short(trial.stopped.of(self.text()), QUOTED).as_str() {
                "" => write!(out, "it looked for {wanted}, but the text ends"),
                word => write!(out, "it looked for {wanted}, but met “{word}” at {start}"),
            };
        }
        if !trial.source.is_empty() {
            let _ = write!(out, "\n      {}", trial.source);
        }
        out.push('\n');
    }
}

/// Whether two places share something; an empty one may lie at the other's edge.
fn overlap(one: Span, other: Span) -> bool {
    one.start() < other.end() && other.start() < one.end()
}

/// The sentences that a place lies in.
fn sentence_at(document: &Document<'_>, place: Span) -> Span {
    let within = document.sentences.iter().filter(|s| overlap(s.span, place));
    within.map(|s| s.span).fold(place, Span::cover)
}

/// What stands before a place, on one line, with a space where there was white space at its
/// end.
fn near_end(text: &str) -> String {
    let cut = text.char_indices().nth_back(SHOWN).map(|(start, _)| start);
    let words = one_line(&text[cut.unwrap_or(0)..]);
    let dots = if cut.is_some() { "…" } else { "" };
    let space = text.ends_with(char::is_whitespace) && !words.is_empty();
    format!("{dots}{words}{}", if space { " " } else { "" })
}

/// What stands behind a place, likewise.
fn near_start(text: &str) -> String {
    let words = short(text, SHOWN);
    let space = text.starts_with(char::is_whitespace) && !words.is_empty();
    format!("{}{words}", if space { " " } else { "" })
}

/// The beginning of a text, on one line.
fn short(text: &str, most: usize) -> String {
    // White space makes a text longer, but seldom so much.
    let begin = text
        .char_indices()
        .nth(4 * most)
        .map_or(text, |(end, _)| &text[..end]);
    let line = one_line(begin);
    match line.char_indices().nth(most) {
        Some((end, _)) => format!("{}…", line[..end].trim_end()),
        None if begin.len() < text.len() => line + "…",
        None => line,
    }
}
