//! The arguments of `sayso tokens`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::Unit;

/// Show what rules see: tokens with parts of speech, lemmas and phrases.
///
/// Parts of speech are tags of the Penn Treebank, derived from them those of Universal
/// Dependencies 2. Phrases are noun-phrase chunks and verb groups.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  sayso tokens article.txt                      tags and phrases under the words
  echo 'It rained.' | sayso tokens              standard input
  sayso tokens --format tsv article.txt         form, lemma, Penn, universal, start, end, chunk
  sayso tokens --pretokenized tokens.txt        one token a line, a blank line after a sentence")]
pub(crate) struct Tokens {
    /// Files, folders, or `-` for standard input
    #[arg(value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,

    /// What to write [default: text; tsv with --pretokenized]
    #[arg(short, long, value_enum, value_name = "FORMAT")]
    pub(crate) format: Option<TokensFormat>,

    /// What offsets count
    #[arg(long, value_enum, default_value_t, value_name = "UNIT")]
    pub(crate) offset_unit: Unit,

    /// Input is one token a line, with a blank line after each sentence
    ///
    /// What follows a tab in a line is passed over. The output has the same lines with form,
    /// lemma, Penn tag and universal tag.
    #[arg(long)]
    pub(crate) pretokenized: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug, ValueEnum)]
pub(crate) enum TokensFormat {
    /// Tags and phrases aligned under the words
    Text,
    /// Columns separated by tabs
    Tsv,
    /// One JSON array of all documents
    Json,
}
