//! The arguments of what those need who write rules: `explain`, `rules`, `plugins new`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::{PluginArgs, Unit};

/// Tell why something was found at a place in a text, or why not.
///
/// Shows which rule found what covers the place, with its parts, its attributes and how the
/// source was resolved; and the rules that came nearest without finding anything, with the
/// condition that stopped them.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  sayso explain article.txt --find 'declined to'     the first place with these words
  sayso explain article.txt --at 1204                the word at this offset
  sayso explain --plugin ./libmine.so a.txt --at 7   with a plugin of your own

The condition shown is the last one that a rule looked at, as far as it is written with what
the SDK offers. Exit status: 1 if the text cannot be read or a plugin failed on it; 2 if the
place is not in the text.")]
pub(crate) struct Explain {
    /// A text, or `-` for standard input
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,

    /// The place: an offset, counted in code points unless --offset-unit says otherwise
    #[arg(long, value_name = "OFFSET", required_unless_present = "find")]
    pub(crate) at: Option<u32>,

    /// The place: the first where these words stand, whatever the white space between them
    #[arg(long, value_name = "WORDS", conflicts_with = "at", value_parser = super::named())]
    pub(crate) find: Option<String>,

    /// What offsets count
    #[arg(long, value_enum, default_value_t, value_name = "UNIT")]
    pub(crate) offset_unit: Unit,

    #[command(flatten)]
    pub(crate) plugins: PluginArgs,
}

/// List the rules of all plugins with their examples.
#[derive(Debug, Args)]
pub(crate) struct Rules {
    /// Only the rules of these names
    #[arg(value_name = "RULE")]
    pub(crate) names: Vec<String>,

    /// What to write
    #[arg(short, long, value_enum, default_value_t, value_name = "FORMAT")]
    pub(crate) format: RulesFormat,

    #[command(flatten)]
    pub(crate) plugins: PluginArgs,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum RulesFormat {
    /// For people: what is found after +, where nothing is found after −
    #[default]
    Text,
    /// For documents
    Markdown,
    /// For programs
    Json,
}

/// Begin a plugin of your own.
///
/// Writes a crate whose tests pass at once: one rule with examples, a word list, a text with
/// the snapshot of what is found in it.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  sayso plugins new warnings                         in the folder warnings
  sayso plugins new warnings --sdk-path ../sayso     with the SDK of a checkout

then, in the new folder: cargo test; cargo build --release;
sayso extract --plugin target/release/libwarnings.so article.txt")]
pub(crate) struct New {
    /// The plugin's name: lower-case letters, digits and hyphens
    #[arg(value_name = "NAME")]
    pub(crate) name: String,

    /// Use the SDK in this checkout of sayso, instead of the published one
    #[arg(long, value_name = "FOLDER")]
    pub(crate) sdk_path: Option<PathBuf>,
}
