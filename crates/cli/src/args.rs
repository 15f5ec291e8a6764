//! The command line's arguments and help.

mod author;
mod check;
mod isolate;
mod tokens;

use std::path::PathBuf;

use clap::builder::NonEmptyStringValueParser;
use clap::{Args, Parser, Subcommand, ValueEnum};
use sayso_model::OffsetUnit;

pub(crate) use author::{Explain, New, Rules, RulesFormat};
pub(crate) use check::Check;
pub(crate) use isolate::{Isolate, WORKER};
pub(crate) use tokens::{Tokens, TokensFormat};

/// Reads text and tells who said what, what is claimed, and how sure they are.
#[derive(Debug, Parser)]
#[command(
    name = "sayso",
    version,
    propagate_version = false,
    disable_help_subcommand = true,
    after_help = "Examples:
  sayso extract article.txt
  sayso extract --format jsonl articles/ -o found.jsonl
  curl -s https://example.org/a.txt | sayso extract --only attribution
  sayso plugins info hedges

Exit status: 0 done, even if nothing was found; 1 some input could not be read or a plugin
failed on it (the results of the others stand), or writing failed; 2 wrong usage, a faulty
configuration, a plugin that cannot be loaded, or an output file that cannot be created."
)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Find attributions, claims and hedges in texts
    Extract(Extract),
    /// Show what rules see: tokens with parts of speech, lemmas and phrases
    Tokens(Tokens),
    /// Tell why something was found at a place in a text, or why not
    Explain(Explain),
    /// List the rules of all plugins with their examples
    Rules(Rules),
    /// Show which plugins there are and what they do, or begin a new one
    Plugins {
        #[command(subcommand)]
        command: Plugins,
    },
    /// Run one plugin for another process of this program (`--isolate`)
    #[command(name = WORKER, hide = true)]
    Worker,
    /// Print the JSON Schema of the records that `extract --format json` writes
    Schema,
}

/// Find attributions, claims and hedges in texts.
///
/// Texts are UTF-8. What is found is shown under the words it was found in; with `--format
/// jsonl` there is one JSON object a document instead, for other programs.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  sayso extract article.txt                     read one text
  sayso extract articles/                       all *.txt files of a folder, in order
  sayso extract --format jsonl < article.txt    standard input; one line of JSON out
  sayso extract news.jsonl --text-field body    one text a line, {\"id\": …, \"body\": …}
  sayso extract --plugin ./libmine.so a.txt     with a plugin of your own

A document that cannot be read is reported on standard error and has a record with a
diagnostic of severity \"error\"; a line of JSON Lines in which no id is found has no record
and is only reported. The others are read all the same, and the exit status is 1.")]
pub(crate) struct Extract {
    /// Files, folders, or `-` for standard input
    ///
    /// Of a folder all `*.txt` files are read, or all `*.jsonl` and `*.ndjson` files with
    /// `--input-format jsonl`: those in its folders too, sorted by name, hidden ones and
    /// linked folders left out. Without any PATH standard input is read.
    #[arg(value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,

    /// What to write
    #[arg(short, long, value_enum, default_value_t, value_name = "FORMAT")]
    pub(crate) format: Format,

    /// What offsets in JSON count
    #[arg(
        long,
        value_enum,
        default_value_t,
        value_name = "UNIT",
        hide_possible_values = false
    )]
    pub(crate) offset_unit: Unit,

    /// How texts are stored [default: jsonl for *.jsonl and *.ndjson files, else text]
    #[arg(long, value_enum, value_name = "FORMAT")]
    pub(crate) input_format: Option<InputFormat>,

    /// JSON Lines: the field that names the document, a text or an integer
    #[arg(long, default_value = "id", value_name = "NAME", value_parser = named())]
    pub(crate) id_field: String,

    /// JSON Lines: the field that holds the text
    #[arg(long, default_value = "text", value_name = "NAME", value_parser = named())]
    pub(crate) text_field: String,

    /// Leave out claims that are less worth checking than this, 0 to 1
    ///
    /// All else stays, without the links to what was left out. The view for people ends with a
    /// list of the claims that are left, the most worth checking first; with 0 these are all.
    #[arg(long, value_name = "X", value_parser = share, allow_negative_numbers = true)]
    pub(crate) min_check_worthiness: Option<f64>,

    /// Write to a file instead of standard output, for which `-` stands
    ///
    /// A file that cannot be created, or that is also read, is refused before any input is
    /// read, with exit status 2; if writing fails later on, the exit status is 1.
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,

    /// Number of threads, 512 at most; 0 is one for each processor
    #[arg(
        short,
        long,
        default_value_t = 0,
        value_name = "N",
        value_parser = jobs,
        allow_negative_numbers = true
    )]
    pub(crate) jobs: usize,

    /// When to use colours
    #[arg(long, value_enum, default_value_t, value_name = "WHEN")]
    pub(crate) color: Color,

    #[command(flatten)]
    pub(crate) plugins: PluginArgs,
}

/// A name, which is never empty.
fn named() -> NonEmptyStringValueParser {
    NonEmptyStringValueParser::new()
}

/// A number from 0 to 1.
fn share(given: &str) -> Result<f64, String> {
    let number: Option<f64> = given.parse().ok();
    let number = number.filter(|number| (0.0..=1.0).contains(number));
    number.ok_or_else(|| "not a number from 0 to 1".to_owned())
}

/// Which plugins run and what they are told.
#[derive(Args, Clone, Debug)]
#[command(next_help_heading = "Plugins")]
pub(crate) struct PluginArgs {
    /// Load a plugin from this shared library; may be given several times
    #[arg(long, value_name = "FILE")]
    pub(crate) plugin: Vec<PathBuf>,

    /// Run only these plugins, by name
    #[arg(long, value_delimiter = ',', value_name = "NAME,…")]
    pub(crate) only: Option<Vec<String>>,

    /// Leave out the plugins that are built in
    #[arg(long)]
    pub(crate) no_embedded: bool,

    /// Read this configuration instead of the user's
    ///
    /// A TOML file. `[plugins.NAME]` may have a `path`, the shared library to load (relative
    /// to the configuration file); `sha256`, the hash that the library must have, wherever it
    /// is found; and `settings`, a table that is handed to the plugin:
    ///
    /// [plugins.hedges]
    /// settings = { … }
    ///
    /// A library is foreign code and may do all that you may do. One that is named here must
    /// be pinned by its hash if anyone may replace it.
    ///
    /// The user's own is `sayso/config.toml` in `$XDG_CONFIG_HOME` or `~/.config`. Plugins are
    /// also looked for in the folders of `$SAYSO_PLUGIN_PATH` and in `sayso/plugins` in
    /// `$XDG_DATA_HOME` or `~/.local/share`; never in the working directory, nor in folders to
    /// which anyone may write.
    #[arg(
        long,
        value_name = "FILE",
        conflicts_with = "no_config",
        verbatim_doc_comment
    )]
    pub(crate) config: Option<PathBuf>,

    /// Read no configuration
    #[arg(long)]
    pub(crate) no_config: bool,

    #[command(flatten)]
    pub(crate) isolate: Isolate,

    /// No warnings on standard error, only errors
    #[arg(short, long, help_heading = None)]
    pub(crate) quiet: bool,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Plugins {
    /// Begin a plugin of your own: a crate with one rule, its word list and passing tests
    New(New),
    /// List the plugins that `extract` would run, and the files that were refused
    List {
        /// What to write
        #[arg(short, long, value_enum, default_value_t, value_name = "FORMAT")]
        format: ListFormat,
        #[command(flatten)]
        plugins: PluginArgs,
    },
    /// Tell all about one plugin: what it finds and needs, its settings and rules
    Info {
        /// A plugin's name, or the path of a shared library
        #[arg(value_name = "NAME|PATH")]
        wanted: PathBuf,
        /// What to write
        #[arg(short, long, value_enum, default_value_t, value_name = "FORMAT")]
        format: ListFormat,
        #[command(flatten)]
        plugins: PluginArgs,
    },
    /// Check that a plugin keeps to the rules, whatever the text
    Check(Check),
    /// Print the C header of the plugin interface, from which a plugin can be written
    Header,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// The text with what was found drawn beneath it, for people
    #[default]
    Text,
    /// One JSON array of all documents' records
    Json,
    /// One record a line
    Jsonl,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum ListFormat {
    /// For people
    #[default]
    Text,
    /// For programs
    Json,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum InputFormat {
    /// A file is a text
    Text,
    /// A line is a JSON object that holds a text and its id
    Jsonl,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Unit {
    /// Unicode code points, as Python counts
    #[default]
    Char,
    /// Bytes of UTF-8
    Byte,
    /// UTF-16 code units, as JavaScript and Java count
    Utf16,
}

impl From<Unit> for OffsetUnit {
    fn from(unit: Unit) -> Self {
        match unit {
            Unit::Char => Self::Char,
            Unit::Byte => Self::Byte,
            Unit::Utf16 => Self::Utf16,
        }
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum Color {
    /// On a terminal, unless NO_COLOR is set
    #[default]
    Auto,
    /// In files and pipes too
    Always,
    /// Never
    Never,
}

/// A number of threads that a machine can bear.
fn jobs(number: &str) -> Result<usize, String> {
    const MOST: usize = 512;
    let jobs: usize = number.parse().map_err(|error| format!("{error}"))?;
    if jobs > MOST {
        return Err(format!("{jobs} threads are too many; {MOST} is the most"));
    }
    Ok(jobs)
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    #[test]
    fn arguments_do_not_contradict_one_another() {
        super::Cli::command().debug_assert();
    }
}
