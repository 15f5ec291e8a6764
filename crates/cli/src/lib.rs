//! The command line: arguments, input, output, exit status.
//!
//! Documents flow through in batches: [`input`] reads, [`crew`] works, [`output`] writes, in
//! the order of the input. Whatever is wrong with one document is said on standard error and
//! written into its record, and the next document is done.
#![forbid(unsafe_code)]
#![allow(rustdoc::private_intra_doc_links)]

mod ahead;
mod args;
mod batch;
mod check;
mod config;
mod crew;
mod decode;
mod explain;
mod guard;
mod input;
mod jsonl;
mod lines;
mod message;
mod new;
mod output;
mod plugins;
mod rules;
mod run;
mod tokens;
mod value;
mod walk;
mod work;
mod worthiness;

use std::io::{self, Write};
use std::process::ExitCode;

use anyhow::Context;
use clap::Parser;

use args::{Cli, Command};

/// How a run ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Status {
    /// All that was asked for was done.
    Done,
    /// Some result is missing.
    Failed,
    /// It could not begin: wrong usage, configuration or plugins.
    Refused,
}

impl From<Status> for ExitCode {
    fn from(status: Status) -> Self {
        match status {
            Status::Done => Self::SUCCESS,
            Status::Failed => Self::from(1),
            Status::Refused => Self::from(2),
        }
    }
}

/// Runs the program with the process's arguments.
pub fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => {
            // Help and version come this way too; a closed pipe is no error.
            let _ = error.print();
            return ExitCode::from(error.exit_code() as u8);
        }
    };
    let done = match cli.command {
        Command::Extract(args) => run::extract(args),
        Command::Tokens(args) => tokens::tokens(args),
        Command::Explain(args) => explain::explain(&args),
        Command::Rules(args) => rules::rules(&args),
        Command::Plugins { command } => plugins::plugins(command),
        Command::Worker => worker(),
        Command::Schema => print(&format!("{:#}\n", sayso_render::schema())),
    };
    let status = done.unwrap_or_else(|error| {
        message::say(format_args!("{error:#}"));
        Status::Refused
    });
    status.into()
}

/// Runs a plugin for a process of this program.
fn worker() -> anyhow::Result<Status> {
    sayso_host::serve(sayso_parser::parse_into)
        .context("this command is for sayso itself: see --isolate")?;
    Ok(Status::Done)
}

/// Writes a whole answer to standard output.
fn print(text: &str) -> anyhow::Result<Status> {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            message::say(format_args!("cannot write to standard output: {error}"));
            Ok(Status::Failed)
        }
        _ => Ok(Status::Done),
    }
}
