//! sayso: who said what, what is claimed, and how sure they are.
#![forbid(unsafe_code)]

use std::process::ExitCode;

fn main() -> ExitCode {
    sayso_cli::main()
}
