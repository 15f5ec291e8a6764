//! `sayso tokens`: what rules see.

use std::io::{BufRead, BufReader, Read};
use std::path::Path;

use anyhow::{Context, bail};
use sayso_english::{Analyzer, Forms, Tagger, lemma, universal};
use sayso_model::{Structure, Tag};
use sayso_render::{tokens_json, tokens_text, tokens_tsv};

use crate::Status;
use crate::args::{Format, Tokens, TokensFormat};
use crate::batch::{Batch, Job};
use crate::decode::decode;
use crate::input::{Limits, Reader, is_standard};
use crate::jsonl::{self, Fields};
use crate::message::{called, say};
use crate::output::{Output, Stopped, separator};

/// One document at a time.
const LIMITS: Limits = Limits {
    documents: 1,
    bytes: 1,
};

/// Written as it is, with no separator: a blank line at the beginning stays.
const PLAIN: Format = Format::Jsonl;

pub(crate) fn tokens(mut args: Tokens) -> anyhow::Result<Status> {
    if args.paths.is_empty() {
        args.paths.push("-".into());
    }
    if args.pretokenized {
        return pretokenized(&args);
    }
    let format = args.format.unwrap_or(TokensFormat::Text);
    let frame = match format {
        TokensFormat::Json => Format::Json,
        TokensFormat::Text | TokensFormat::Tsv => PLAIN,
    };
    let mut output = Output::new(None, frame)?;
    let mut reader = Reader::new(args.paths.clone(), None, LIMITS);
    let mut batch = Batch::default();
    let mut page = Lister::default();
    let mut status = Status::Done;
    loop {
        batch.clear();
        let more = reader.fill(&mut batch);
        for job in &batch.jobs {
            let mut listed = String::new();
            match page.job(&args, format, job, &batch.bytes, &mut listed) {
                Ok(()) => match write(&mut output, frame, &listed) {
                    Ok(()) => {}
                    Err(Stopped::Closed) => return Ok(status),
                    Err(Stopped::Failed) => return Ok(Status::Failed),
                },
                Err(error) => {
                    say(format_args!("{error:#}"));
                    status = Status::Failed;
                }
            }
        }
        if !more {
            break;
        }
    }
    match output.finish() {
        Err(Stopped::Failed) => Ok(Status::Failed),
        _ => Ok(status),
    }
}

fn write(output: &mut Output, frame: Format, listed: &str) -> Result<(), Stopped> {
    if frame == Format::Json {
        output.write(format!("{}{listed}", separator(frame)).as_bytes())
    } else {
        output.write(listed.as_bytes())
    }
}

/// Buffers for one document after the other.
#[derive(Default)]
struct Lister {
    structure: Structure,
    analyzer: Analyzer,
}

impl Lister {
    fn job(
        &mut self,
        args: &Tokens,
        format: TokensFormat,
        job: &Job,
        bytes: &[u8],
        out: &mut String,
    ) -> anyhow::Result<()> {
        match job {
            Job::Failed { doc, problem } => bail!("{}: {}", called(doc), problem.message),
            Job::Text { doc, bytes: range } => match decode(&bytes[range.clone()]) {
                Ok(text) => self.list(args, format, doc, text, out),
                Err(problem) => bail!("{}: {}", called(doc), problem.message),
            },
            Job::Line {
                file,
                number,
                bytes: range,
            } => match jsonl::read(&bytes[range.clone()], &fields()) {
                Ok(line) => self.list(args, format, &line.id, &line.text, out),
                Err(unread) => bail!("{}:{number}: {}", called(file), unread.problem.message),
            },
        }
        Ok(())
    }

    fn list(
        &mut self,
        args: &Tokens,
        format: TokensFormat,
        doc: &str,
        text: &str,
        out: &mut String,
    ) {
        sayso_parser::parse_into(text, &mut self.structure);
        let document = self.structure.document(text);
        let document = document.with_layers(self.analyzer.layers(&document));
        let universal = |index: usize| {
            let sentence = &document.sentences[document.sentence_of(index)];
            let first = sentence.tokens.first as usize;
            let tags = &document.layers.tags[sentence.tokens.range()];
            universal(tags, index - first, |i| document.form(first + i))
        };
        let unit = args.offset_unit.into();
        match format {
            TokensFormat::Text => tokens_text(&document, out),
            TokensFormat::Tsv => tokens_tsv(&document, &universal, unit, out),
            TokensFormat::Json => *out = tokens_json(doc, &document, &universal, unit),
        }
    }
}

fn fields() -> Fields {
    Fields {
        id: "id".to_owned(),
        text: "text".to_owned(),
    }
}

/// Tags tokens that are given one a line, with a blank line behind each sentence.
fn pretokenized(args: &Tokens) -> anyhow::Result<Status> {
    if !matches!(args.format, None | Some(TokensFormat::Tsv)) {
        bail!("--pretokenized writes --format tsv only: given tokens have no text to align with");
    }
    let mut output = Output::new(None, PLAIN)?;
    let mut status = Status::Done;
    for path in &args.paths {
        match tag_lines(path, &mut output) {
            Ok(()) => {}
            Err(Failure::Stopped(Stopped::Closed)) => return Ok(status),
            Err(Failure::Stopped(Stopped::Failed)) => return Ok(Status::Failed),
            Err(Failure::Input(error)) => {
                say(format_args!("{error:#}"));
                status = Status::Failed;
            }
        }
    }
    match output.finish() {
        Err(Stopped::Failed) => Ok(Status::Failed),
        _ => Ok(status),
    }
}

/// Why a file of tokens was not read to its end.
enum Failure {
    Input(anyhow::Error),
    Stopped(Stopped),
}

fn tag_lines(path: &Path, output: &mut Output) -> Result<(), Failure> {
    let mut source = open(path).map_err(Failure::Input)?;
    let (mut tagger, mut tags) = (Tagger::default(), Vec::new());
    let (mut line, mut sentence) = (String::new(), Vec::new());
    let mut number = 0u64;
    loop {
        line.clear();
        number += 1;
        let read = source
            .read_line(&mut line)
            .with_context(|| format!("{}:{number}", path.display()))
            .map_err(Failure::Input)?;
        let form = line.trim_end_matches(['\n', '\r']);
        if !form.is_empty() {
            let form = form.split('\t').next().unwrap_or("");
            sentence.push(form.to_owned());
            continue;
        }
        let listed = tag_sentence(&sentence, &mut tagger, &mut tags);
        let end = if read == 0 { "" } else { "\n" };
        output
            .write(format!("{listed}{end}").as_bytes())
            .map_err(Failure::Stopped)?;
        sentence.clear();
        if read == 0 {
            return Ok(());
        }
    }
}

fn open(path: &Path) -> anyhow::Result<BufReader<Box<dyn Read>>> {
    let source: Box<dyn Read> = if is_standard(path) {
        Box::new(std::io::stdin())
    } else {
        Box::new(std::fs::File::open(path).with_context(|| path.display().to_string())?)
    };
    Ok(BufReader::new(source))
}

/// Form, lemma, Penn tag and universal tag of each token, a line each.
fn tag_sentence(sentence: &[String], tagger: &mut Tagger, tags: &mut Vec<Tag>) -> String {
    tags.clear();
    tagger.sentence(&Forms::new(sentence.iter().map(String::as_str)), tags);
    let mut buffer = String::new();
    let lines = sentence.iter().enumerate().map(|(index, form)| {
        let lemma = lemma(form, tags[index], &mut buffer);
        let penn = tags[index].name();
        let universal = universal(tags, index, |i| sentence[i].as_str());
        format!("{form}\t{lemma}\t{penn}\t{universal}\n")
    });
    lines.collect()
}
