//! Counts the tag lexicon and learns the tagging and lemma rules.
//!
//! Reads a tagged corpus from standard input, one token a line (form, lemma, Penn tag,
//! separated by tabs), a blank line after each sentence and `# doc NAME` before each document;
//! writes the data files into the folder that is named. Documents whose name's MD5 is
//! divisible by 8 are left out: they are for validation. The same input gives the same files,
//! byte for byte.
//!
//! ```text
//! zcat polnear-train-pos.tsv.gz | cargo run --release -p sayso-english --example learn -- crates/english/data
//! ```
#[path = "../../src/basis/mod.rs"]
mod basis;
mod corpus;
mod lemmas;
mod lexicon;
mod md5;
mod rules;
mod state;

use std::io::Read;

fn main() -> std::io::Result<()> {
    let folder = std::env::args().nth(1).expect("the folder to write to");
    let mut text = String::new();
    std::io::stdin().read_to_string(&mut text)?;
    let corpus = corpus::read(&text);
    let count: usize = corpus.iter().map(Vec::len).sum();
    eprintln!("{} sentences, {count} tokens", corpus.len());

    let lexicon = lexicon::count(&corpus);
    let write = |name: &str, what: &str, body: String| {
        let header = format!(
            "# {what}\n# Source: PolNeAR v1, training part, tagged by CoreNLP; every eighth document left out.\n\
             # Counts only. Made by the example `learn` of this crate:\n# zcat polnear-train-pos.tsv.gz | cargo run --release -p sayso-english --example learn -- crates/english/data\n"
        );
        std::fs::write(format!("{folder}/{name}"), header + &body)
    };
    write(
        "tags.tsv",
        "Words and how often they were seen with each tag, by class of case.",
        lexicon.words_text(),
    )?;
    write(
        "endings.tsv",
        "Endings of unknown words and how often they were seen with each tag, by kind of word.",
        lexicon.endings_text(),
    )?;
    write(
        "lemmas.tsv",
        "Lemmas: by ending (the longest that fits decides) and of single words.",
        lemmas::learn(&corpus),
    )?;
    let state = state::State::new(&corpus, &lexicon);
    write(
        "rules.tsv",
        "Rules in their order: old tag, new tag, context; T tag, W word, C class of case, A auxiliary.",
        rules::learn(state),
    )
}
