//! The arguments that put plugins into processes of their own.

use std::time::Duration;

use anyhow::Context;
use clap::Args;
use sayso_host::Isolation;

/// What the program is called with to run a plugin for another process of itself.
pub(crate) const WORKER: &str = "plugin-worker";

/// Whether loaded plugins run in processes of their own.
#[derive(Args, Clone, Debug)]
pub(crate) struct Isolate {
    /// Run loaded plugins in processes of their own
    ///
    /// A plugin that crashes, loops or takes too much memory then loses its findings for that
    /// document only. Plugins that are built in stay in this process. This contains faults; it
    /// does not keep a hostile plugin from anything that you may do.
    #[arg(long)]
    isolate: bool,

    /// With --isolate: how long a plugin may take for one document
    #[arg(
        long,
        value_name = "SECONDS",
        default_value = "30",
        value_parser = seconds,
        requires = "isolate"
    )]
    plugin_timeout: Duration,

    /// With --isolate: how much memory a plugin's process may map
    #[arg(
        long,
        value_name = "MIB",
        default_value_t = 2048,
        value_parser = clap::value_parser!(u64).range(64..=1 << 24),
        requires = "isolate"
    )]
    plugin_memory: u64,
}

impl Isolate {
    /// How this program is started for a plugin; `None` if plugins run in this process.
    pub(crate) fn isolation(&self) -> anyhow::Result<Option<Isolation>> {
        if !self.isolate {
            return Ok(None);
        }
        let program = std::env::current_exe().context("cannot find the program's own file")?;
        Ok(Some(Isolation {
            program,
            arguments: vec![WORKER.into()],
            timeout: self.plugin_timeout,
            memory: self.plugin_memory << 20,
        }))
    }
}

/// A time of at least a millisecond.
pub(super) fn seconds(text: &str) -> Result<Duration, String> {
    let wrong = || "expected a number of seconds, 0.001 or more".to_owned();
    let seconds: f64 = text.parse().map_err(|_| wrong())?;
    let time = Duration::try_from_secs_f64(seconds).map_err(|_| wrong())?;
    match time >= Duration::from_millis(1) {
        true => Ok(time),
        false => Err(wrong()),
    }
}
