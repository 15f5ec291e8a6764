//! The process that has the plugin.

use std::ffi::OsStr;
use std::fs::File;
use std::io::Write;
use std::path::Path;

use anyhow::Context;
use sayso_host::{Host, Loaded};
use serde::{Deserialize, Serialize};

use super::bench::Bench;
use super::report::Level;
use super::steps::Step;
use crate::args::Check;
use crate::config::Setup;
use crate::message::Warnings;

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
    let host = match open(args) {
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

/// Loads the plugin, those that are built in and those that arguments and configuration name.
fn open(args: &Check) -> anyhow::Result<Host> {
    let mut plugins = args.plugins.clone();
    if !plugins.plugin.contains(&args.path) {
        plugins.plugin.push(args.path.clone());
    }
    let mut setup = Setup::new(&plugins, Warnings { quiet: true })?;
    setup.search_nowhere();
    let ids = needed(&setup.host()?, &args.path);
    setup.run_only(ids);
    setup.host()
}

/// The plugins of a library, and those without which they find nothing or less.
fn needed(host: &Host, path: &Path) -> Vec<String> {
    let all = host.plugins();
    let its = all.iter().filter(|p| p.origin().path() == Some(path));
    let mut needed: Vec<&Loaded> = its.collect();
    let mut at = 0;
    while let Some(plugin) = needed.get(at) {
        let kinds = plugin.needs().iter().map(|need| &need.kind);
        let meets = |other: &&Loaded| {
            let mut outputs = other.outputs().iter().map(|output| &output.kind);
            outputs.any(|kind| kinds.clone().any(|k| k == kind))
        };
        let more = all.iter().filter(meets);
        let new = more.filter(|p| needed.iter().all(|other| other.id() != p.id()));
        let new: Vec<&Loaded> = new.collect();
        needed.extend(new);
        at += 1;
    }
    needed.iter().map(|plugin| plugin.id().to_owned()).collect()
}
