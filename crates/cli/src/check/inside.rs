//! The process that has the plugin.

use std::ffi::OsStr;
use std::fs::File;
use std::io::Write;
use std::path::Path;

use anyhow::Context;
use serde::{Deserialize, Serialize};

use super::report::Level;
use super::steps::{Bench, Step};
use crate::args::Check;

/// A line of its report.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) enum Line {
    /// The step of this number begins.
    Begin(usize),
    /// Something was found out in it.
    Found { level: Level, text: String },
    /// There is no use in further steps.
    Over,
}

/// What was found out, written at once: the next call may be the plugin's last one.
pub(crate) struct Pen(File);

impl Pen {
    pub(crate) fn found(&mut self, level: Level, text: impl Into<String>) -> anyhow::Result<()> {
        let text = text.into();
        self.write(&Line::Found { level, text })
    }

    /// Nothing more can be found out.
    fn over(&mut self, error: &anyhow::Error) -> anyhow::Result<()> {
        self.found(Level::Failure, format!("{error:#}"))?;
        self.write(&Line::Over)
    }

    fn write(&mut self, line: &Line) -> anyhow::Result<()> {
        let mut line = serde_json::to_vec(line)?;
        line.push(b'\n');
        self.0.write_all(&line).context("cannot write the report")
    }
}

/// Does the steps that the variable names.
pub(crate) fn work(args: &Check, inside: &OsStr) -> anyhow::Result<()> {
    let inside = inside.to_str().context("a path that is not UTF-8")?;
    let mut fields = inside.splitn(3, ':');
    let mut field = || fields.next().context("a field is missing");
    let first: usize = field()?.parse().context("the first step")?;
    let harmful = field()?.split(',').filter(|n| !n.is_empty());
    let harmful = harmful.map(str::parse).collect::<Result<_, _>>()?;
    let mut pen = Pen(File::options()
        .append(true)
        .open(Path::new(field()?))
        .context("cannot open the report")?);
    sayso_host::limit_memory(args.memory << 20).context("cannot limit the memory")?;

    pen.write(&Line::Begin(first))?;
    let host = match super::steps::open(args) {
        Ok(host) => host,
        Err(error) => return pen.over(&error),
    };
    let mut bench = match Bench::new(&host, args, harmful) {
        Ok(bench) => bench,
        Err(error) => return pen.over(&error.into()),
    };
    for (number, step) in Step::all(args.quick).into_iter().enumerate().skip(first) {
        pen.write(&Line::Begin(number))?;
        bench.step(step, &mut pen)?;
    }
    Ok(())
}
