//! No file that is read is written over.

use std::fs::{self, Metadata};
use std::path::{Path, PathBuf};

use anyhow::bail;

use crate::args::{Extract, InputFormat};
use crate::input::{is_standard, is_wanted};
use crate::walk::Walk;

/// Refuses an output that is one of the inputs or one of these other files.
pub(crate) fn check<'p>(
    args: &Extract,
    mut others: impl Iterator<Item = &'p Path>,
) -> anyhow::Result<()> {
    let Some(output) = &args.output else {
        return Ok(());
    };
    let Some(target) = Known::of(output) else {
        return Ok(());
    };
    let shown = output.display();
    for path in &args.paths {
        if is_standard(path) {
            if Known::standard_input().is_some_and(|input| target.is(&input)) {
                bail!("standard input, {shown}, is both read and written");
            }
        } else if path.is_dir() {
            if target.is_read_in(path, args.input_format) {
                bail!(
                    "{shown} is both read and written: {} is read",
                    path.display()
                );
            }
        } else if target.is_at(path) {
            bail!("{} is both read and written", path.display());
        }
    }
    if let Some(path) = others.find(|path| target.is_at(path)) {
        bail!("{} is both read and written", path.display());
    }
    Ok(())
}

/// What an ordinary file is known by. It need not be there yet.
struct Known {
    /// Its path without links.
    place: Option<PathBuf>,
    /// Its device and number there, which all of its names share.
    node: Option<(u64, u64)>,
}

impl Known {
    /// `None` for devices, pipes and folders: writing to them harms no input.
    fn of(path: &Path) -> Option<Self> {
        let metadata = fs::metadata(path).ok();
        if metadata.as_ref().is_some_and(|found| !found.is_file()) {
            return None;
        }
        Some(Self {
            place: place(path),
            node: metadata.as_ref().and_then(node),
        })
    }

    /// The file that standard input was redirected from.
    fn standard_input() -> Option<Self> {
        let metadata = standard_input().filter(Metadata::is_file)?;
        Some(Self {
            place: None,
            node: node(&metadata),
        })
    }

    fn is(&self, other: &Self) -> bool {
        let same_place = self.place.is_some() && self.place == other.place;
        same_place || (self.node.is_some() && self.node == other.node)
    }

    fn is_at(&self, path: &Path) -> bool {
        Self::of(path).is_some_and(|other| self.is(&other))
    }

    /// Whether reading a folder would come upon this file.
    fn is_read_in(&self, folder: &Path, format: Option<InputFormat>) -> bool {
        self.belongs_to(folder, format) || (self.node.is_some() && self.is_met_in(folder, format))
    }

    /// Whether it is, or would be once written, one of the folder's files.
    fn belongs_to(&self, folder: &Path, format: Option<InputFormat>) -> bool {
        let (Some(place), Ok(folder)) = (&self.place, folder.canonicalize()) else {
            return false;
        };
        let Ok(rest) = place.strip_prefix(folder) else {
            return false;
        };
        let is_hidden = |name: &Path| name.as_os_str().as_encoded_bytes().starts_with(b".");
        is_wanted(place, format) && !rest.iter().any(|name| is_hidden(Path::new(name)))
    }

    /// Whether a link in the folder leads to it.
    fn is_met_in(&self, folder: &Path, format: Option<InputFormat>) -> bool {
        // A folder that cannot be read is told of when it is.
        let files = Walk::new(folder).into_iter().flatten().flatten();
        files
            .filter(|path| is_wanted(path, format))
            .any(|path| self.is_at(&path))
    }
}

/// A file's path without links; for one that is not there, that of its folder and its name.
fn place(path: &Path) -> Option<PathBuf> {
    if let Ok(place) = path.canonicalize() {
        return Some(place);
    }
    let folder = match path.parent()? {
        folder if folder.as_os_str().is_empty() => Path::new("."),
        folder => folder,
    };
    Some(folder.canonicalize().ok()?.join(path.file_name()?))
}

#[cfg(unix)]
fn node(metadata: &Metadata) -> Option<(u64, u64)> {
    use std::os::unix::fs::MetadataExt;
    Some((metadata.dev(), metadata.ino()))
}

/// Paths have to do where files have no numbers.
#[cfg(not(unix))]
fn node(_: &Metadata) -> Option<(u64, u64)> {
    None
}

#[cfg(unix)]
fn standard_input() -> Option<Metadata> {
    use std::os::fd::AsFd;
    let input = std::io::stdin().as_fd().try_clone_to_owned().ok()?;
    fs::File::from(input).metadata().ok()
}

#[cfg(not(unix))]
fn standard_input() -> Option<Metadata> {
    None
}
