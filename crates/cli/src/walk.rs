//! The files of a folder.

use std::fs::{self, DirEntry, FileType};
use std::io;
use std::path::{Path, PathBuf};

/// The files of a folder and of the folders in it, by name; hidden ones are passed over, and
/// so are links to folders, which might lead around in circles.
#[derive(Debug)]
pub(crate) struct Walk {
    /// What is left to visit, the next one last.
    left: Vec<(PathBuf, FileType)>,
}

/// A file, or a folder that could not be read.
pub(crate) type Visited = Result<PathBuf, (PathBuf, io::Error)>;

impl Walk {
    pub(crate) fn new(folder: &Path) -> io::Result<Self> {
        let mut walk = Self { left: Vec::new() };
        walk.enter(folder)?;
        Ok(walk)
    }

    fn enter(&mut self, folder: &Path) -> io::Result<()> {
        let mut entries = fs::read_dir(folder)?.collect::<io::Result<Vec<DirEntry>>>()?;
        entries.retain(|entry| !entry.file_name().as_encoded_bytes().starts_with(b"."));
        entries.sort_by_cached_key(|entry| std::cmp::Reverse(entry.file_name()));
        for entry in entries {
            let kind = entry.file_type()?;
            self.left.push((entry.path(), kind));
        }
        Ok(())
    }
}

impl Iterator for Walk {
    type Item = Visited;

    fn next(&mut self) -> Option<Visited> {
        loop {
            let (path, kind) = self.left.pop()?;
            if kind.is_dir() {
                if let Err(error) = self.enter(&path) {
                    return Some(Err((path, error)));
                }
            } else if !(kind.is_symlink() && path.is_dir()) {
                return Some(Ok(path));
            }
        }
    }
}

/// Whether a file's name ends in one of these extensions, in small or capital letters.
pub(crate) fn has_extension(path: &Path, extensions: &[&str]) -> bool {
    path.extension()
        .and_then(|extension| extension.to_str())
        .is_some_and(|found| extensions.iter().any(|e| found.eq_ignore_ascii_case(e)))
}
