//! What rules see: tokens with their parts of speech, lemmas and phrases.

use std::fmt::Write;

use sayso_model::{Document, OffsetUnit, Offsets, Sentence, TokenRange};
use serde::Serialize;
use unicode_width::UnicodeWidthStr;

use crate::cells::escape;

/// Columns that the aligned view may take.
const WIDTH: usize = 100;

/// Gives the universal tag of a token by its index.
pub type Universal<'u> = &'u dyn Fn(usize) -> &'static str;

/// A token of a document with a language layer, as it is listed.
#[derive(Serialize)]
struct Listed<'d> {
    form: &'d str,
    lemma: &'d str,
    penn: &'static str,
    universal: &'static str,
    start: u32,
    end: u32,
    chunk: &'static str,
}

#[derive(Serialize)]
struct Page<'d> {
    doc: &'d str,
    offset_unit: &'static str,
    sentences: Vec<Vec<Listed<'d>>>,
}

/// Appends one line a token, a blank line behind each sentence: form, lemma, Penn tag,
/// universal tag, start, end, and how it stands to its chunk (`B-NP`, `I-NP`, `B-VP`, `I-VP`,
/// `O`), separated by tabs. Control characters in forms are escaped.
pub fn tokens_tsv(
    document: &Document<'_>,
    universal: Universal<'_>,
    unit: OffsetUnit,
    out: &mut String,
) {
    for sentence in sentences(document, universal, unit) {
        for token in sentence {
            escape(token.form, out);
            out.push('\t');
            escape(token.lemma, out);
            let (penn, universal, chunk) = (token.penn, token.universal, token.chunk);
            let (start, end) = (token.start, token.end);
            // Writing to a string does not fail.
            let _ = writeln!(out, "\t{penn}\t{universal}\t{start}\t{end}\t{chunk}");
        }
        out.push('\n');
    }
}

/// One JSON object: the document's name, the unit of offsets, and its sentences as lists of
/// tokens with the fields of [`tokens_tsv`].
pub fn tokens_json(
    doc: &str,
    document: &Document<'_>,
    universal: Universal<'_>,
    unit: OffsetUnit,
) -> String {
    let page = Page {
        doc,
        offset_unit: unit.name(),
        sentences: sentences(document, universal, unit),
    };
    serde_json::to_string(&page).unwrap_or_default()
}

fn sentences<'d>(
    document: &Document<'d>,
    universal: Universal<'_>,
    unit: OffsetUnit,
) -> Vec<Vec<Listed<'d>>> {
    let offsets = Offsets::new(document.text, unit);
    let listed = |index: usize| {
        let (start, end) = offsets.span(document.tokens[index].span);
        Listed {
            form: document.form(index),
            lemma: document.lemma(index),
            penn: document.tag(index).name(),
            universal: universal(index),
            start,
            end,
            chunk: place_in_chunk(document, index),
        }
    };
    let sentences = document.sentences.iter();
    sentences
        .map(|sentence| sentence.tokens.range().map(listed).collect())
        .collect()
}

fn place_in_chunk(document: &Document<'_>, index: usize) -> &'static str {
    let begins = |run: TokenRange| run.first as usize == index;
    match (document.chunk(index), document.verb_group(index)) {
        (Some(chunk), _) if begins(chunk.tokens) => "B-NP",
        (Some(_), _) => "I-NP",
        (None, Some(group)) if begins(group.tokens) => "B-VP",
        (None, Some(_)) => "I-VP",
        (None, None) => "O",
    }
}

/// Appends the aligned view: words, under them their Penn tags, and under these the
/// noun-phrase chunks (`np`, `*` under the head) and verb groups (`vp`).
pub fn tokens_text(document: &Document<'_>, out: &mut String) {
    for sentence in document.sentences {
        let mut first = sentence.tokens.first as usize;
        while first < sentence.tokens.end as usize {
            first = line(document, sentence, first, out);
        }
        out.push('\n');
    }
}

/// Writes as many tokens as a line holds; gives the first one of the next line.
fn line(document: &Document<'_>, sentence: &Sentence, first: usize, out: &mut String) -> usize {
    let (mut words, mut tags, mut phrases) = (String::new(), String::new(), String::new());
    let mut index = first;
    while index < sentence.tokens.end as usize {
        let mut form = String::new();
        escape(document.form(index), &mut form);
        let tag = document.tag(index).name();
        let width = form.width().max(tag.len()).max(2);
        if index > first && words.width() + width > WIDTH {
            break;
        }
        pad(&mut words, &form, width, ' ');
        pad(&mut tags, tag, width, ' ');
        let (label, fill) = phrase_label(document, index, index == first);
        pad(&mut phrases, label, width, fill);
        let goes_on = index + 1 < sentence.tokens.end as usize && same_phrase(document, index);
        words.push(' ');
        tags.push(' ');
        phrases.push(if goes_on { '─' } else { ' ' });
        index += 1;
    }
    for lane in [words, tags, phrases] {
        out.push_str(lane.trim_end());
        out.push('\n');
    }
    index
}

fn pad(lane: &mut String, text: &str, width: usize, fill: char) {
    lane.push_str(text);
    lane.extend(std::iter::repeat_n(
        fill,
        width.saturating_sub(text.width()),
    ));
}

/// What stands under a token, and what fills the rest of its column.
fn phrase_label(document: &Document<'_>, index: usize, opens: bool) -> (&'static str, char) {
    let begins = |run: TokenRange| opens || run.first as usize == index;
    if let Some(chunk) = document.chunk(index) {
        let is_head = chunk.head as usize == index;
        return match (begins(chunk.tokens), is_head) {
            (true, true) => ("np", '*'),
            (true, false) => ("np", '─'),
            (false, true) => ("*", '*'),
            (false, false) => ("", '─'),
        };
    }
    match document.verb_group(index) {
        Some(group) if begins(group.tokens) => ("vp", '─'),
        Some(_) => ("", '─'),
        None => ("", ' '),
    }
}

/// Whether the next token stands in the same chunk or verb group.
fn same_phrase(document: &Document<'_>, index: usize) -> bool {
    let next = index as u32 + 1;
    match (document.chunk(index), document.verb_group(index)) {
        (Some(chunk), _) => chunk.tokens.contains(next),
        (None, Some(group)) => group.tokens.contains(next),
        (None, None) => false,
    }
}
