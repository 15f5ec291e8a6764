//! Runs the program as a user does.
#![allow(dead_code)]

use std::ffi::OsStr;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;
use tempfile::TempDir;

/// A folder for a test's files, in which the program runs with no configuration of the user's.
pub struct Place {
    folder: TempDir,
}

/// What came of a run.
pub struct Ran {
    pub status: i32,
    pub out: String,
    pub err: String,
}

impl Place {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("home")).unwrap();
        Self { folder }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Writes a file, and the folders it lies in.
    pub fn file(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, content).unwrap();
        path
    }

    pub fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_sayso"));
        command
            .args(args)
            .current_dir(self.folder.path())
            .env("HOME", self.path("home"))
            .env_remove("XDG_CONFIG_HOME")
            .env_remove("XDG_DATA_HOME")
            .env_remove("SAYSO_PLUGIN_PATH")
            .env_remove("NO_COLOR")
            .env_remove("CLICOLOR_FORCE")
            .stdin(Stdio::null());
        command
    }

    pub fn run(&self, args: &[&str]) -> Ran {
        ran(self.command(args))
    }

    pub fn run_with(&self, args: &[&str], name: &str, value: impl AsRef<OsStr>) -> Ran {
        let mut command = self.command(args);
        command.env(name, value);
        ran(command)
    }

    pub fn pipe(&self, args: &[&str], input: &[u8]) -> Ran {
        let mut child = self
            .command(args)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut stdin = child.stdin.take().unwrap();
        let input = input.to_vec();
        let writer = std::thread::spawn(move || stdin.write_all(&input));
        let output = child.wait_with_output().unwrap();
        let _ = writer.join().unwrap();
        Ran::new(output)
    }
}

pub fn ran(mut command: Command) -> Ran {
    Ran::new(command.output().unwrap())
}

impl Ran {
    fn new(output: std::process::Output) -> Self {
        let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
        Self {
            status: output.status.code().unwrap_or(-1),
            out: text(output.stdout),
            err: text(output.stderr),
        }
    }

    /// The records of a run that wrote JSON Lines.
    pub fn records(&self) -> Vec<Value> {
        let lines = self.out.lines();
        lines
            .map(|line| serde_json::from_str(line).unwrap())
            .collect()
    }

    /// The documents in order, with the code of the first diagnostic where there is one.
    pub fn summary(&self) -> Vec<String> {
        let records = self.records();
        let one = |record: &Value| {
            let doc = record["doc"].as_str().unwrap();
            match record["diagnostics"][0]["code"].as_str() {
                Some(code) => format!("{doc}: {code}"),
                None => doc.to_owned(),
            }
        };
        records.iter().map(one).collect()
    }

    #[track_caller]
    pub fn is(&self, status: i32) -> &Self {
        let (out, err) = (&self.out, &self.err);
        assert_eq!(self.status, status, "\nout:\n{out}\nerr:\n{err}");
        self
    }

    #[track_caller]
    pub fn says(&self, message: &str) -> &Self {
        assert!(
            self.err.contains(message),
            "{message:?} is not in:\n{}",
            self.err
        );
        self
    }

    #[track_caller]
    pub fn is_quiet(&self) -> &Self {
        assert_eq!(self.err, "");
        self
    }
}

/// A text of this project.
pub fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("fixtures")
        .join(name)
}

/// A text in which much is found.
pub const NEWS: &str = "\
“We may lose 40 boats,” said Ana Reyes, the mayor of Tolle. She declined to predict when the \
harbour would open.\n\nThe minister, Lars Holm, said that the sea had risen by 3 percent. \
According to Holm, it will probably rise again.\n";

/// A standard plugin's shared library, which cargo builds beside the test programs.
pub fn library(plugin: &str) -> PathBuf {
    use std::env::consts::{DLL_PREFIX, DLL_SUFFIX};
    let tests = std::env::current_exe().expect("the program knows its place");
    tests.with_file_name(format!("{DLL_PREFIX}sayso_{plugin}{DLL_SUFFIX}"))
}
