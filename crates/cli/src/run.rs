//! `sayso extract`: reads, works and writes, on one thread or several.

use std::io::IsTerminal;
use std::num::NonZero;

use anyhow::bail;
use sayso_host::Host;
use sayso_render::View;

use crate::Status;
use crate::ahead::Ahead;
use crate::args::{Extract, InputFormat};
use crate::batch::Batch;
use crate::config::Setup;
use crate::crew::{Crew, Task};
use crate::guard;
use crate::input::{Limits, Reader, has_lines, is_standard};
use crate::jsonl::Fields;
use crate::message::{Warnings, say};
use crate::output::{Output, Stopped};

/// Documents in a batch for each thread, and bytes.
const DOCUMENTS: usize = 64;
const BYTES: usize = 1 << 20;

pub(crate) fn extract(mut args: Extract) -> anyhow::Result<Status> {
    check(&args)?;
    if args.paths.is_empty() {
        args.paths.push("-".into());
    }
    args.output = args.output.filter(|path| !is_standard(path));
    let warnings = Warnings {
        quiet: args.plugins.quiet,
    };
    let setup = Setup::new(&args.plugins, warnings)?;
    let host = setup.load(warnings)?;
    let libraries = host.plugins().iter().filter_map(|p| p.origin().path());
    guard::check(&args, setup.files().chain(libraries))?;
    if host.plugins().is_empty() {
        warnings.say("no plugins are loaded: nothing will be found");
    }
    let threads = match args.jobs {
        0 => std::thread::available_parallelism().map_or(1, NonZero::get),
        threads => threads,
    };
    // Made before any input is read: a plugin that cannot be set up is found out here.
    let mut crew = Crew::new(&host, threads).map_err(|error| setup.explain(error))?;
    let mut output = Output::new(args.output.as_deref(), args.format)?;
    let task = Task {
        format: args.format,
        unit: args.offset_unit.into(),
        min_check_worthiness: args.min_check_worthiness,
        view: View {
            width: output.width(View::default().width),
            colour: output.colour(args.color),
            ranking: args.min_check_worthiness.is_some(),
        },
        headers: headers(&args),
        producer: producer(&host),
        fields: Fields {
            id: args.id_field,
            text: args.text_field,
        },
    };
    let limits = Limits {
        documents: DOCUMENTS.saturating_mul(threads),
        bytes: BYTES.saturating_mul(threads),
    };
    let reader = Reader::new(args.paths, args.input_format, limits);
    Ok(match run(reader, &mut crew, &task, &mut output)? {
        Ok(false) | Err(Stopped::Closed) => Status::Done,
        Ok(true) | Err(Stopped::Failed) => Status::Failed,
    })
}

/// The program and the plugins, with their versions.
fn producer(host: &Host) -> String {
    let own = concat!("sayso/", env!("CARGO_PKG_VERSION"));
    format!("{own} {}", host.producer()).trim_end().to_owned()
}

/// What clap cannot check.
fn check(args: &Extract) -> anyhow::Result<()> {
    if args.paths.is_empty() && std::io::stdin().is_terminal() {
        bail!("nothing to read: give a file, a folder, or text on standard input (see --help)");
    }
    if args.paths.iter().filter(|path| is_standard(path)).count() > 1 {
        bail!("standard input can be read only once, but `-` is given twice");
    }
    if args.id_field == args.text_field {
        bail!("--id-field and --text-field are both {:?}", args.id_field);
    }
    Ok(())
}

/// Whether there may be several documents.
fn headers(args: &Extract) -> bool {
    match args.paths.as_slice() {
        [one] => match args.input_format {
            Some(format) => format == InputFormat::Jsonl || one.is_dir(),
            None => one.is_dir() || has_lines(one),
        },
        _ => true,
    }
}

/// Whether some document failed, if all could be written.
type Outcome = Result<bool, Stopped>;

/// Reads, works and writes until there is no more.
fn run(
    mut reader: Reader,
    crew: &mut Crew<'_>,
    task: &Task,
    output: &mut Output,
) -> anyhow::Result<Outcome> {
    let mut failed = false;
    if crew.threads() == 1 {
        let mut batch = Batch::default();
        let mut more = true;
        while more {
            batch.clear();
            more = reader.fill(&mut batch);
            match serve(&batch, crew, task, output)? {
                Ok(some) => failed |= some,
                stopped => return Ok(stopped),
            }
        }
    } else {
        let mut ahead = Ahead::start(reader)?;
        while let Some(batch) = ahead.next()? {
            match serve(&batch, crew, task, output)? {
                Ok(some) => failed |= some,
                stopped => return Ok(stopped),
            }
            ahead.give_back(batch);
        }
    }
    Ok(output.finish().map(|()| failed))
}

/// Does one batch.
fn serve(
    batch: &Batch,
    crew: &mut Crew<'_>,
    task: &Task,
    output: &mut Output,
) -> anyhow::Result<Outcome> {
    let mut failed = false;
    for piece in crew.process(batch, task)? {
        failed |= !piece.errors.is_empty();
        if let Err(stopped) = output.write(&piece.out) {
            return Ok(Err(stopped));
        }
        piece.errors.iter().for_each(say);
    }
    Ok(output.flush().map(|()| failed))
}
