//! `sayso plugins check`: whether a plugin keeps to the interface.
//!
//! The plugin runs in a process of its own, this program again, told by [`INSIDE`] where to
//! write what it finds out. A step at which that process ends or stalls is a failure like any
//! other, and a new process goes on with the next step.

mod bench;
mod inside;
mod outcome;
mod report;
mod steps;
mod texts;

use std::env;
use std::fs::{self, File};
use std::path::PathBuf;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, bail};
use sayso_host::{FileReport, inspect};
use tempfile::TempDir;

use crate::args::{Check, ListFormat};
use crate::{Status, print};
use inside::Line;
use report::{Level, Report};
use steps::Step;

/// The variable that tells a process to do the steps: the number of the first one, those of
/// texts to leave out, and the file to write to, with colons between.
const INSIDE: &str = "SAYSO_CHECK";
/// After how many steps that take too long no further ones are tried.
const PATIENCE: u32 = 3;
/// How often a process is looked after.
const LOOK: Duration = Duration::from_millis(5);

pub(crate) fn check(args: &Check) -> anyhow::Result<Status> {
    if let Some(inside) = env::var_os(INSIDE) {
        inside::work(args, &inside)?;
        return Ok(Status::Done);
    }
    if !args.path.exists() {
        bail!("{}: no such file", args.path.display());
    }
    let mut report = Report::new(&args.path);
    match inspect(&args.path) {
        Err(rejected) => report.add(Step::File, Level::Failure, rejected.reason.to_string()),
        Ok(file) => {
            about(&file, &mut report);
            run(args, &mut report)?;
        }
    }
    let shown = match args.format {
        ListFormat::Text => report.text(),
        ListFormat::Json => format!("{:#}\n", report.json()),
    };
    Ok(match (print(&shown)?, report.conforms()) {
        (Status::Done, true) => Status::Done,
        _ => Status::Failed,
    })
}

/// What is known without running any code of the plugin.
fn about(file: &FileReport, report: &mut Report) {
    for entry in &file.entries {
        let (major, minor) = entry.abi;
        let flags = entry.flag_names();
        report.add(
            Step::File,
            Level::Fine,
            format!(
                "{} {}, plugin ABI {major}.{minor}, built with {}, {} bytes",
                entry.id,
                entry.version,
                match entry.built_with.as_str() {
                    "" => "something it does not tell",
                    told => told,
                },
                file.size
            ),
        );
        if flags.contains(&"panic-abort") {
            let text = "built with panic = \"abort\": a panic in it ends the whole run";
            report.add(Step::File, Level::Warning, text.to_owned());
        }
        if flags.contains(&"debug") {
            let text = "built without optimisation";
            report.add(Step::File, Level::Note, text.to_owned());
        }
    }
}

/// Has processes do all steps.
fn run(args: &Check, report: &mut Report) -> anyhow::Result<()> {
    let folder = tempfile::tempdir().context("cannot create a temporary folder")?;
    let steps = Step::all(args.quick);
    let (mut next, mut harmful, mut late) = (0, Vec::new(), 0);
    while next < steps.len() {
        let mut inside = Inside::start(&folder, next, &harmful)?;
        let end = inside.follow(&steps, args.timeout, report);
        inside.prints(report)?;
        let (mut text, is_late) = match end? {
            End::Done => {
                inside.mutters(report);
                break;
            }
            End::Lost(text) => (text, false),
            End::Late(text) => (text, true),
        };
        late += u32::from(is_late);
        let at = inside.at.unwrap_or(next);
        if let Some(word) = inside.last_word() {
            text += &format!("; its last words: {word}");
        }
        report.add(steps[at], Level::Failure, text);
        match steps[at] {
            Step::Opens => break,
            _ if late == PATIENCE => {
                let text = "what is left is not tried".to_owned();
                report.add(steps[at], Level::Note, text);
                break;
            }
            Step::Text(number) => harmful.push(number.to_string()),
            _ => {}
        }
        next = at + 1;
    }
    Ok(())
}

/// A process that does the steps.
struct Inside {
    child: Child,
    folder: PathBuf,
    /// How many bytes of its report were read.
    read: usize,
    /// The step that it is at.
    at: Option<usize>,
    /// Whether it does no further steps.
    over: bool,
}

enum End {
    Done,
    /// In words.
    Lost(String),
    /// In words.
    Late(String),
}

impl Inside {
    fn start(folder: &TempDir, next: usize, harmful: &[String]) -> anyhow::Result<Self> {
        let folder = folder.path().to_owned();
        let create = |name| File::create(folder.join(name)).context("cannot write a file");
        create("report")?;
        let (out, err) = (create("out")?, create("err")?);
        let mut inside = std::ffi::OsString::from(format!("{next}:{}:", harmful.join(",")));
        inside.push(folder.join("report"));
        let child = Command::new(env::current_exe().context("cannot find the program's own file")?)
            .args(env::args_os().skip(1))
            .env(INSIDE, inside)
            .stdin(Stdio::null())
            .stdout(out)
            .stderr(err)
            .spawn()
            .context("cannot start a process")?;
        Ok(Self {
            child,
            folder,
            read: 0,
            at: None,
            over: false,
        })
    }

    /// Passes on what the process reports, until it ends or a step takes too long.
    fn follow(
        &mut self,
        steps: &[Step],
        timeout: Duration,
        report: &mut Report,
    ) -> anyhow::Result<End> {
        let mut since = Instant::now();
        loop {
            let ended = self.child.try_wait().context("cannot wait for a process")?;
            if self.listen(steps, report)? {
                since = Instant::now();
            }
            if let Some(status) = ended {
                let over = self.over || self.at == Some(steps.len() - 1);
                return Ok(match status.success() && over {
                    true => End::Done,
                    false => End::Lost(in_words(status)),
                });
            }
            if since.elapsed() > timeout {
                let _ = self.child.kill();
                let _ = self.child.wait();
                let seconds = timeout.as_secs_f64();
                return Ok(End::Late(format!(
                    "took longer than {seconds} s (--timeout)"
                )));
            }
            thread::sleep(LOOK);
        }
    }

    /// Reads what is new in the report; whether there is anything.
    fn listen(&mut self, steps: &[Step], report: &mut Report) -> anyhow::Result<bool> {
        let bytes = fs::read(self.folder.join("report")).context("cannot read a report")?;
        let new = &bytes[self.read..];
        // The last line may be half written.
        let whole = new.iter().rposition(|&b| b == b'\n').map_or(0, |at| at + 1);
        for line in new[..whole]
            .split(|&b| b == b'\n')
            .filter(|l| !l.is_empty())
        {
            match serde_json::from_slice(line).context("a report makes no sense")? {
                Line::Begin(step) => self.at = Some(step.min(steps.len() - 1)),
                Line::Over => self.over = true,
                Line::Found { level, text } => {
                    let step = self.at.map_or(Step::Opens, |at| steps[at]);
                    report.add(step, level, text);
                }
            }
        }
        self.read += whole;
        Ok(whole > 0)
    }

    /// What the plugin writes to standard output would come between the results.
    fn prints(&self, report: &mut Report) -> anyhow::Result<()> {
        let out = fs::read(self.folder.join("out")).context("cannot read its output")?;
        if !out.is_empty() && !report.has(Step::Prints) {
            let shown = shorten(String::from_utf8_lossy(&out).trim());
            let text = format!("writes to standard output: {shown:?}");
            report.add(Step::Prints, Level::Failure, text);
        }
        Ok(())
    }

    /// What it writes to standard error; a panic that harms nothing shows there only.
    fn mutters(&self, report: &mut Report) {
        let err = fs::read(self.folder.join("err")).unwrap_or_default();
        let panicked = String::from_utf8_lossy(&err).contains(" panicked at ");
        if let Some(word) = self.last_word() {
            let level = if panicked {
                Level::Warning
            } else {
                Level::Note
            };
            let text = format!("writes to standard error, at last: {word}");
            report.add(Step::Prints, level, text);
        }
    }

    /// The last line on standard error that says something.
    fn last_word(&self) -> Option<String> {
        let err = fs::read(self.folder.join("err")).ok()?;
        let err = String::from_utf8_lossy(&err);
        let told = |line: &&str| {
            let line = line.trim();
            !line.is_empty() && !line.starts_with("note: ") && !line.starts_with("stack backtrace")
        };
        err.lines().rev().find(told).map(shorten)
    }
}

/// The beginning of a text.
fn shorten(text: &str) -> String {
    match text.char_indices().nth(100) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

fn in_words(status: ExitStatus) -> String {
    match status.code() {
        Some(2) => "the process gave up".to_owned(),
        Some(code) => format!("it ended the process with exit status {code}"),
        None => format!("it ended the process: {status}"),
    }
}
