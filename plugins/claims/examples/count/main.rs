//! Counts the weights of a table of features from sentences that people have labelled.
//!
//! ```text
//! sayso extract --format jsonl … > FOUND.jsonl
//! count TABLE LABELS FOUND.jsonl [LABELS FOUND.jsonl]… > NEW-TABLE
//! ```
//!
//! TABLE is `data/weights.tsv`: its features are counted, and it is written anew with their weights
//! and counts. LABELS is a file of JSON Lines, `{"id": …, "label": 0 or 1}` (1: worth checking),
//! whose ids are the documents of FOUND; or a folder of JSON files, one a document, with
//! `{"doc": …, "sentences": [{"start": …, "end": …, "label": "check-worthy" or another}]}`, in
//! code points.
//!
//! How it counts: the weight of a feature is set so that over the claims that have it the scores
//! sum up to the number of those that are labelled worth checking (the principle of maximum
//! entropy). Since claims have several features, this is done for one feature after the other,
//! again and again, until nothing moves. At last "bias" is moved so that as many claims score 0.5
//! or more as are labelled so; there a corpus counts as much as another, however large.

mod corpus;
mod fit;

use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use sayso_claims::weights::{self, BIAS};

use corpus::Claim;

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("count: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<()> {
    let paths: Vec<String> = std::env::args().skip(1).collect();
    let [table, corpora @ ..] = paths.as_slice() else {
        bail!("usage: count TABLE LABELS FOUND.jsonl [LABELS FOUND.jsonl]…");
    };
    if corpora.is_empty() || corpora.len() % 2 != 0 {
        bail!("for each file or folder of labels there must be one of what was found");
    }
    let table = std::fs::read_to_string(table).with_context(|| table.clone())?;
    let names = weights::lines(&table).map(|line| {
        let read = weights::read_line(line).with_context(|| format!("malformed: {line}"));
        Ok(read?.name)
    });
    let names = names.collect::<Result<Vec<&str>>>()?;
    let mut claims = Vec::new();
    for pair in corpora.chunks_exact(2) {
        claims.extend(corpus::read(&pair[0], &pair[1], &names)?);
    }
    print(&table, &claims, &fit::weights(&claims, &names));
    Ok(())
}

/// Writes the table with new weights and counts.
fn print(table: &str, claims: &[Claim], weights: &[f64]) {
    let mut weights = weights.iter().enumerate();
    for line in table.lines() {
        let (Some(old), Some((number, weight))) = (
            weights::read_line(line).filter(|_| !line.starts_with('#')),
            (!line.starts_with('#')).then(|| weights.next()).flatten(),
        ) else {
            println!("{line}");
            continue;
        };
        let has = |claim: &&Claim| old.name == BIAS || claim.features.contains(&number);
        let with = claims.iter().filter(has);
        let worthy = with.clone().filter(|claim| claim.worthy).count();
        let (name, what, example) = (old.name, old.what, old.example);
        println!(
            "{name}\t{weight:.2}\t{worthy}\t{}\t{what}\t{example}",
            with.count()
        );
    }
}
