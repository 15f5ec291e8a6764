//! The arguments of `sayso plugins check`.

use std::path::PathBuf;
use std::time::Duration;

use clap::Args;

use super::isolate::seconds;
use super::{ListFormat, PluginArgs};

/// Check that a plugin keeps to the rules, whatever the text.
///
/// Looks at the file; opens it in a process of its own; compares what the plugin declares with
/// what it emits over texts that plugins stumble over; runs each text again, in a new instance
/// and on several threads, which must find the same; takes the time for long texts; and
/// destroys it. What it needs of other plugins comes from those that are built in, from
/// `--plugin` and from `--config`, which also has its settings.
#[derive(Args, Debug)]
#[command(after_help = "Examples:
  sayso plugins check target/release/libmine.so
  sayso plugins check --config my.toml --format json ./libmine.so

Exit status: 0 the plugin conforms, though there may be warnings; 1 it does not; 2 wrong usage
or no such file.")]
pub(crate) struct Check {
    /// The shared library
    #[arg(value_name = "PATH")]
    pub(crate) path: PathBuf,

    /// What to write
    #[arg(short, long, value_enum, default_value_t, value_name = "FORMAT")]
    pub(crate) format: ListFormat,

    /// Leave out the long texts
    #[arg(long)]
    pub(crate) quick: bool,

    /// How long one step may take, one text for example
    #[arg(long, value_name = "SECONDS", default_value = "60", value_parser = seconds)]
    pub(crate) timeout: Duration,

    /// How much memory the plugin's process may map, this program included
    #[arg(
        long,
        value_name = "MIB",
        default_value_t = 4096,
        value_parser = clap::value_parser!(u64).range(64..=1 << 24)
    )]
    pub(crate) memory: u64,

    #[command(flatten)]
    pub(crate) plugins: PluginArgs,
}
