//! What the boundary costs a document: a plugin that does nothing, in this process and in one
//! of its own, against none at all.
//!
//! `cargo run --release -p sayso-host --example overhead`

use std::env;
use std::error::Error;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use sayso_host::{Host, Isolation, Options};
use sayso_model::{Annotations, Structure};

const WORKER: &str = "plugin-worker";
const SMALL: &str = "It may rain.";
const ROUNDS: usize = 40;

fn main() -> Result<(), Box<dyn Error>> {
    if env::args().nth(1).as_deref() == Some(WORKER) {
        return Ok(sayso_host::serve(sayso_parser::parse_into)?);
    }
    let article = "“It may rain,” said Ana Reyes. Nobody knows whether it will. ".repeat(50);
    for (text, times) in [(SMALL, 20_000), (&article, 20_000)] {
        let isolation = Isolation {
            program: env::current_exe()?,
            arguments: vec![WORKER.into()],
            timeout: Duration::from_secs(10),
            memory: 1 << 30,
        };
        let isolated = Options {
            isolation: Some(isolation),
            ..idle()?
        };
        let [none, here] = best(&[Options::default(), idle()?], text, times)?;
        let [apart] = best(&[isolated], text, times / 20)?;
        println!(
            "{} bytes: no plugin {none:.1} ns; one that does nothing {here:.1} ns, {:.1} more; \
             in a process of its own {:.1} µs",
            text.len(),
            here - none,
            apart / 1e3
        );
    }
    Ok(())
}

/// A library that returns at once.
fn idle() -> Result<Options, Box<dyn Error>> {
    let settings = serde_json::json!({"mode": "idle"});
    let settings = settings.as_object().cloned().unwrap_or_default();
    let program = env::current_exe()?;
    let target = program.ancestors().nth(2).ok_or("no target folder")?;
    let (prefix, suffix) = (env::consts::DLL_PREFIX, env::consts::DLL_SUFFIX);
    let name = format!("{prefix}sayso_misbehaving{suffix}");
    let library: PathBuf = target.join("deps").join(name);
    Ok(Options {
        explicit: vec![library],
        settings: [("misbehaving".to_owned(), settings)].into(),
        ..Options::default()
    })
}

/// Nanoseconds a document, in the best of some rounds, which are done in turns.
fn best<const N: usize>(
    options: &[Options; N],
    text: &str,
    times: usize,
) -> Result<[f64; N], Box<dyn Error>> {
    let mut structure = Structure::default();
    sayso_parser::parse_into(text, &mut structure);
    let document = structure.document(text);
    let (mut annotations, mut diagnostics) = (Annotations::default(), Vec::new());
    let hosts: Result<Vec<Host>, _> = options.iter().map(Host::load).collect();
    let hosts = hosts?;
    let workers: Result<Vec<_>, _> = hosts.iter().map(Host::worker).collect();
    let mut workers = workers?;
    let mut best = [f64::INFINITY; N];
    for _ in 0..ROUNDS {
        for (worker, best) in workers.iter_mut().zip(&mut best) {
            let begin = Instant::now();
            for _ in 0..times {
                worker.run(&document, &mut annotations, &mut diagnostics);
            }
            *best = best.min(begin.elapsed().as_nanos() as f64 / times as f64);
        }
    }
    if !diagnostics.is_empty() || !annotations.is_empty() {
        return Err(format!("it did something: {diagnostics:?}").into());
    }
    Ok(best)
}
