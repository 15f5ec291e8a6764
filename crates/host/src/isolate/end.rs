//! How a process came to lose a plugin's findings, in words.

use std::io;
use std::os::unix::process::ExitStatusExt;
use std::process::ExitStatus;
use std::time::Duration;

/// Why there is no answer.
#[derive(Debug)]
pub(crate) enum End {
    /// The process is gone.
    Gone(ExitStatus),
    /// The process is there but does not listen any more.
    Deaf,
    /// It took too long.
    Late(Duration),
    /// The run was given up.
    Cancelled,
    /// It said what makes no sense.
    Nonsense(String),
    /// It could not be started or spoken to.
    Io(io::Error),
}

impl End {
    /// The code of the diagnostic.
    pub(crate) fn code(&self) -> &'static str {
        match self {
            Self::Gone(_) | Self::Deaf | Self::Nonsense(_) => "plugin-crashed",
            Self::Late(_) => "plugin-timeout",
            Self::Cancelled => "plugin-cancelled",
            Self::Io(_) => "plugin-unavailable",
        }
    }

    /// What happened; `memory` is the limit in bytes.
    pub(crate) fn in_words(&self, memory: u64) -> String {
        match self {
            Self::Gone(status) => gone(*status, memory),
            Self::Deaf => "closed its connection to sayso".to_owned(),
            Self::Late(limit) => format!("took longer than {} s", limit.as_secs_f64()),
            Self::Cancelled => "was stopped with the run".to_owned(),
            Self::Nonsense(problem) => format!("gave an answer that makes no sense: {problem}"),
            Self::Io(error) => format!("cannot be given a process: {error}"),
        }
    }
}

fn gone(status: ExitStatus, memory: u64) -> String {
    let Some(signal) = status.signal() else {
        let code = status.code().unwrap_or_default();
        return format!("ended its process with exit status {code}");
    };
    let name = match signal {
        4 => "SIGILL, an illegal instruction",
        6 => "SIGABRT, an abort",
        5 => "SIGTRAP",
        8 => "SIGFPE, an arithmetic error",
        9 => "SIGKILL",
        11 => "SIGSEGV, an invalid address",
        7 | 10 => "SIGBUS, an invalid address",
        31 | 12 => "SIGSYS, a forbidden system call",
        _ => "another signal",
    };
    let crashed = format!("crashed (signal {signal}: {name})");
    // These are what running out of memory comes to; nothing tells it apart.
    if matches!(signal, 6 | 9 | 11) {
        let limit = memory >> 20;
        return format!("{crashed}; if it was for want of memory, its limit is {limit} MiB");
    }
    crashed
}
