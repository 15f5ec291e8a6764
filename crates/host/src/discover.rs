//! Which files are to be looked at, in which order.

use std::collections::BTreeSet;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use crate::check::{self, Checked};
use crate::error::{LoadError, Reason, Rejected};
use crate::loaded::FoundBy;
use crate::options::Options;
use crate::trust;

/// A file that was checked.
#[derive(Debug)]
pub(crate) struct Candidate {
    pub(crate) path: PathBuf,
    pub(crate) found_by: FoundBy,
    pub(crate) checked: Checked,
}

/// All files to load plugins from, those that come first in order first.
pub(crate) fn candidates(
    options: &Options,
    rejected: &mut Vec<Rejected>,
) -> Result<Vec<Candidate>, LoadError> {
    let mut seen = BTreeSet::new();
    let mut candidates = Vec::new();
    let named = [
        (&options.explicit, FoundBy::Explicit),
        (&options.configured, FoundBy::Configured),
    ];
    for (paths, found_by) in named {
        for path in paths {
            if let Some(checked) = read_once(path, &mut seen) {
                let checked = checked.map_err(LoadError::File)?;
                if found_by == FoundBy::Configured {
                    check_place(options, path, &checked)?;
                }
                refuse_same_id(&candidates, path, &checked)?;
                candidates.push(Candidate {
                    path: path.clone(),
                    found_by,
                    checked,
                });
            }
        }
    }
    for folder in &options.search_path {
        for path in libraries(folder, rejected) {
            let checked = trust::check_file(&path).map_err(|reason| Rejected {
                path: path.clone(),
                reason,
            });
            if let Err(file) = checked {
                rejected.push(file);
                continue;
            }
            match read_once(&path, &mut seen) {
                None => {}
                Some(Err(file)) => rejected.push(file),
                Some(Ok(checked)) => candidates.push(Candidate {
                    path,
                    found_by: FoundBy::SearchPath,
                    checked,
                }),
            }
        }
    }
    Ok(candidates)
}

/// Refuses a library that anyone may replace, unless it is pinned: what a configuration names
/// is opened again and again, and nobody looks at it any more.
fn check_place(options: &Options, path: &Path, checked: &Checked) -> Result<(), LoadError> {
    let mut ids = checked.entries.iter().map(|entry| &entry.id);
    if ids.all(|id| options.pins.contains_key(id)) {
        return Ok(());
    }
    trust::check_file(path).map_err(|reason| {
        LoadError::File(Rejected {
            path: path.to_owned(),
            reason,
        })
    })
}

/// Reads and checks a file, unless it was seen before under this or another name.
fn read_once(path: &Path, seen: &mut BTreeSet<PathBuf>) -> Option<Result<Checked, Rejected>> {
    let canonical = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    seen.insert(canonical).then(|| {
        check::read(path).map_err(|reason| Rejected {
            path: path.to_owned(),
            reason,
        })
    })
}

fn refuse_same_id(before: &[Candidate], path: &Path, checked: &Checked) -> Result<(), LoadError> {
    for entry in &checked.entries {
        let same = |c: &&Candidate| c.checked.entries.iter().any(|e| e.id == entry.id);
        if let Some(first) = before.iter().find(same) {
            return Err(LoadError::SameId {
                id: entry.id.clone(),
                first: first.path.display().to_string(),
                second: path.display().to_string(),
            });
        }
    }
    Ok(())
}

/// The libraries in a folder, sorted by name. A folder that does not exist has none.
fn libraries(folder: &Path, rejected: &mut Vec<Rejected>) -> Vec<PathBuf> {
    // An empty path would mean the working directory, where plugins are never looked for.
    if folder.as_os_str().is_empty() {
        return Vec::new();
    }
    let mut reject = |reason| {
        rejected.push(Rejected {
            path: folder.to_owned(),
            reason,
        });
    };
    if let Err(reason) = trust::check_folder(folder) {
        reject(reason);
        return Vec::new();
    }
    let mut unreadable = |error| reject(Reason::Unreadable(error));
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == ErrorKind::NotFound => return Vec::new(),
        Err(error) => {
            unreadable(error);
            return Vec::new();
        }
    };
    let mut paths = Vec::new();
    for entry in entries {
        match entry {
            Ok(entry) if is_library(Path::new(&entry.file_name())) => paths.push(entry.path()),
            Ok(_) => {}
            Err(error) => unreadable(error),
        }
    }
    paths.sort();
    paths
}

/// Whether a file's name is that of a library on this system. Hidden files are none: they
/// are halves of copies, or what macOS writes beside a file on foreign disks.
fn is_library(name: &Path) -> bool {
    let hidden = name.as_os_str().as_encoded_bytes().starts_with(b".");
    let extension = name.extension().and_then(|e| e.to_str());
    let is = |wanted: &str| extension == Some(wanted);
    let on_mac = cfg!(target_os = "macos") && is("so");
    !hidden && (is(std::env::consts::DLL_EXTENSION) || on_mac)
}
