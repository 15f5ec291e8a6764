//! `sayso explain`: why something was found at a place, or why not.

use anyhow::{anyhow, bail};
use sayso_host::Trial;
use sayso_model::{Annotations, Document, OffsetUnit, Offsets, Severity, Span};
use sayso_render::{Inquiry, Tried};

use crate::args::{Explain, InputFormat};
use crate::batch::{Batch, Job};
use crate::config::Setup;
use crate::decode::decode;
use crate::input::{Limits, Reader};
use crate::message::{Warnings, called, printable, say};
use crate::{Status, print};

/// How far from a place rules are asked, in bytes.
const NEAR: u32 = 4096;
/// How many other places with the same words are named.
const NAMED: usize = 5;

pub(crate) fn explain(args: &Explain) -> anyhow::Result<Status> {
    let warnings = Warnings {
        quiet: args.plugins.quiet,
    };
    let setup = Setup::new(&args.plugins, warnings)?;
    let host = setup.load(warnings)?;
    let mut worker = host.worker().map_err(|error| setup.explain(error))?;
    if args.file.is_dir() {
        bail!("{} is a folder: give one text", args.file.display());
    }
    let mut batch = Batch::default();
    let limits = Limits {
        documents: 1,
        bytes: 1,
    };
    Reader::new(vec![args.file.clone()], Some(InputFormat::Text), limits).fill(&mut batch);
    let (doc, text) = match read(&batch) {
        Ok(read) => read,
        Err(problem) => {
            say(problem);
            return Ok(Status::Failed);
        }
    };

    let structure = sayso_parser::parse(text);
    let document = structure.document(text);
    let unit = args.offset_unit.into();
    let (place, others) =
        place(args, &document, unit).map_err(|problem| anyhow!("{}: {problem}", called(doc)))?;
    let (mut annotations, mut diagnostics) = (Annotations::default(), Vec::new());
    let around = around(&document, place);
    let trials = worker.explain(&document, around, &mut annotations, &mut diagnostics);
    let tried: Vec<Tried<'_>> = trials.iter().map(tried).collect();
    let inquiry = Inquiry {
        name: called(doc),
        document: &document,
        annotations: &annotations,
        place,
        tried: &tried,
    };
    let mut out = String::new();
    sayso_render::explain(&inquiry, unit, &mut out);
    out += &elsewhere(&others, &Offsets::new(text, unit));
    let mut status = print(&printable(&out))?;
    for problem in diagnostics.iter().filter(|d| d.severity == Severity::Error) {
        say(format_args!("{}: {}", called(doc), problem.message));
        status = Status::Failed;
    }
    Ok(status)
}

/// The one document's name and text.
fn read(batch: &Batch) -> Result<(&str, &str), String> {
    let told = |doc: &str, problem: &str| format!("{}: {problem}", called(doc));
    match batch.jobs.first() {
        Some(Job::Text { doc, bytes }) => match decode(&batch.bytes[bytes.clone()]) {
            Ok(text) => Ok((doc, text)),
            Err(problem) => Err(told(doc, &problem.message)),
        },
        Some(Job::Failed { doc, problem }) => Err(told(doc, &problem.message)),
        Some(Job::Line { .. }) | None => Err("there is no text".to_owned()),
    }
}

/// The place that is asked about, and others with the same words.
fn place(
    args: &Explain,
    document: &Document<'_>,
    unit: OffsetUnit,
) -> Result<(Span, Vec<Span>), String> {
    if let Some(words) = &args.find {
        let mut places = find(document.text, words).into_iter();
        let first = places
            .next()
            .ok_or_else(|| format!("“{words}” is not in the text"))?;
        return Ok((first, places.collect()));
    }
    let offset = args.at.unwrap_or(0);
    let offsets = Offsets::new(document.text, unit);
    let end = offsets.convert(document.text.len() as u32);
    let byte = offsets.to_byte(offset).filter(|_| offset < end);
    let byte =
        byte.ok_or_else(|| format!("there is nothing at {offset}, the text ends at {end}"))?;
    // Between two words the one that follows is meant.
    let after = document.tokens.partition_point(|t| t.span.end() <= byte);
    match document.tokens.get(after).or(document.tokens.last()) {
        Some(token) => Ok((token.span, Vec::new())),
        None => Err("there is no word in the text".to_owned()),
    }
}

/// All places where these words stand, whatever the white space between them.
fn find(text: &str, wanted: &str) -> Vec<Span> {
    let words: Vec<&str> = wanted.split_whitespace().collect();
    let Some((first, rest)) = words.split_first() else {
        return Vec::new();
    };
    let starts = text.match_indices(first).map(|(at, _)| at);
    let ends = |start: usize| {
        let mut at = start + first.len();
        for word in rest {
            let gap = text[at..].len() - text[at..].trim_start().len();
            let next = text[at + gap..].strip_prefix(word).filter(|_| gap > 0)?;
            at = text.len() - next.len();
        }
        Some(Span::new(start as u32, at as u32))
    };
    starts.filter_map(ends).collect()
}

/// The sentences that a place lies in, as far as they are near: what rules that see it are
/// tried on.
fn around(document: &Document<'_>, place: Span) -> Span {
    let sentences = document.sentences.iter().map(|s| s.span);
    let touched = sentences.filter(|s| s.start() < place.end() && place.start() < s.end());
    let whole = touched.fold(place, Span::cover);
    let start = place.start().saturating_sub(NEAR).max(whole.start());
    let end = place.end().saturating_add(NEAR).min(whole.end());
    Span::new(start, end)
}

fn tried(trial: &Trial) -> Tried<'_> {
    Tried {
        plugin: &trial.plugin,
        rule: &trial.rule,
        found: trial.found,
        wanted: &trial.wanted,
        source: &trial.source,
        fitted: trial.fitted,
        stopped: trial.stopped,
        met: trial.met,
    }
}

/// A line on the other places with the same words.
fn elsewhere(others: &[Span], offsets: &Offsets<'_>) -> String {
    if others.is_empty() {
        return String::new();
    }
    let named = others.iter().take(NAMED);
    let named: Vec<_> = named
        .map(|place| format!("--at {}", offsets.span(*place).0))
        .collect();
    let more = if others.len() > NAMED { ", …" } else { "" };
    format!("\nthese words also stand at: {}{more}\n", named.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_across_line_breaks() {
        let found = find("a  b\na\nb ab a b", "a b");
        let found: Vec<_> = found.iter().map(|s| (s.start(), s.end())).collect();
        assert_eq!(found, [(0, 4), (5, 8), (12, 15)]);
        assert!(find("ab", "a b").is_empty());
        assert!(find("ab", " ").is_empty());
    }
}
