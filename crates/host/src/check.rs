//! Whether a file is a plugin for this program, told without running any of it.

use std::fs::{self, File};
use std::io::{ErrorKind, Read};
use std::mem::size_of;
use std::path::Path;
use std::sync::Arc;

use object::read::{Object, ObjectSegment, ObjectSymbol};
use object::{Architecture, BinaryFormat, FileKind, ObjectKind};
use sayso_plugin::abi;

use crate::elf::{self, within};
use crate::entry::{EntryReport, FileReport};
use crate::error::{Reason, Rejected};
use crate::trust::Sha;

/// Larger files are not read.
const MAX_SIZE: u64 = 1 << 30;

/// Tells what a library says of itself. None of its code is run.
///
/// # Errors
/// The file is no plugin for this program.
pub fn inspect(path: impl AsRef<Path>) -> Result<FileReport, Rejected> {
    let path = path.as_ref();
    let checked = read(path).map_err(|reason| Rejected {
        path: path.to_owned(),
        reason,
    })?;
    Ok(FileReport {
        path: path.to_owned(),
        size: checked.bytes.len() as u64,
        sha256: Sha::of(&checked.bytes),
        entries: checked.entries,
    })
}

/// A library's bytes after they were checked, and the plugins in it.
#[derive(Debug)]
pub(crate) struct Checked {
    pub(crate) bytes: Arc<[u8]>,
    pub(crate) entries: Vec<EntryReport>,
}

/// Reads and checks a file.
pub(crate) fn read(path: &Path) -> Result<Checked, Reason> {
    let bytes = read_bytes(path)?;
    let entries = entries(&bytes)?;
    let bytes = bytes.into();
    Ok(Checked { bytes, entries })
}

fn read_bytes(path: &Path) -> Result<Vec<u8>, Reason> {
    let unreadable = |error: std::io::Error| match error.kind() {
        ErrorKind::NotFound => Reason::NotFound,
        _ => Reason::Unreadable(error),
    };
    // Before opening: opening a pipe would wait for a writer.
    let metadata = fs::metadata(path).map_err(unreadable)?;
    if !metadata.is_file() {
        return Err(Reason::NotAFile(match metadata.is_dir() {
            true => "a folder",
            false => "a pipe, socket or device",
        }));
    }
    let file = File::open(path).map_err(unreadable)?;
    let mut bytes = Vec::with_capacity(metadata.len().min(MAX_SIZE) as usize);
    file.take(MAX_SIZE + 1)
        .read_to_end(&mut bytes)
        .map_err(unreadable)?;
    match bytes.len() as u64 {
        0 => Err(Reason::Empty),
        len if len > MAX_SIZE => Err(Reason::TooLarge(len.max(metadata.len()))),
        _ => Ok(bytes),
    }
}

/// The plugins in a library, by symbol.
pub(crate) fn entries(bytes: &[u8]) -> Result<Vec<EntryReport>, Reason> {
    let kind = recognise(bytes)?;
    if matches!(kind, FileKind::Elf32 | FileKind::Elf64) {
        elf::check(bytes)?;
    }
    let file = object::File::parse(bytes).map_err(damaged)?;
    check_platform(&file)?;
    for segment in file.segments() {
        let (offset, size) = segment.file_range();
        let what = format!("the segment at {offset}");
        within(&what, offset, size, bytes.len() as u64)?;
    }

    let mut entries: Vec<EntryReport> = Vec::new();
    for (symbol, address) in entry_symbols(&file)? {
        let entry = entry_bytes(&file, address).ok_or_else(|| Reason::Entry {
            symbol: symbol.to_owned(),
            problem: "lies outside the file's data".to_owned(),
        })?;
        let entry = EntryReport::read(symbol, entry)?;
        if entries.iter().any(|other| other.id == entry.id) {
            return Err(Reason::TwoEntries(entry.id));
        }
        entries.push(entry);
    }
    Ok(entries)
}

/// What kind of file this is, if it is one that could be right.
fn recognise(bytes: &[u8]) -> Result<FileKind, Reason> {
    let not = |what: &str| Err(Reason::NotALibrary(what.to_owned()));
    let platform = |met: &str| {
        Err(Reason::Platform {
            met: met.to_owned(),
            expected: system().to_owned(),
        })
    };
    let native = BinaryFormat::native_object();
    match FileKind::parse(bytes) {
        Ok(kind @ (FileKind::Elf32 | FileKind::Elf64)) if native == BinaryFormat::Elf => Ok(kind),
        Ok(kind @ (FileKind::MachO32 | FileKind::MachO64)) if native == BinaryFormat::MachO => {
            Ok(kind)
        }
        Ok(FileKind::Elf32 | FileKind::Elf64) => platform("Linux or the like"),
        Ok(FileKind::MachO32 | FileKind::MachO64) => platform("macOS"),
        Ok(FileKind::MachOFat32 | FileKind::MachOFat64) if native == BinaryFormat::MachO => {
            not("a universal binary; `lipo -thin` cuts out one architecture's library")
        }
        Ok(FileKind::MachOFat32 | FileKind::MachOFat64) => platform("macOS"),
        Ok(FileKind::Pe32 | FileKind::Pe64) => platform("Windows"),
        Ok(FileKind::Archive) => not("a static library"),
        _ if bytes.starts_with(b"\x7fELF") => not("an ELF file of unknown class"),
        _ if is_text(bytes) => not("plain text?"),
        _ => not("unknown format"),
    }
}

fn check_platform(file: &object::File<'_>) -> Result<(), Reason> {
    if let Some(native) = native_architecture()
        && file.architecture() != native
    {
        return Err(Reason::Platform {
            met: format!("{:?}", file.architecture()).to_lowercase(),
            expected: std::env::consts::ARCH.to_owned(),
        });
    }
    match file.kind() {
        ObjectKind::Dynamic => Ok(()),
        kind => Err(Reason::NotALibrary(
            match kind {
                ObjectKind::Executable => "a program",
                ObjectKind::Relocatable => "an object file",
                ObjectKind::Core => "a core dump",
                _ => "an unknown kind of object",
            }
            .to_owned(),
        )),
    }
}

/// The names and addresses of entries of the interface's version, sorted by name.
fn entry_symbols<'f>(file: &'f object::File<'_>) -> Result<Vec<(&'f str, u64)>, Reason> {
    // Mach-O has one symbol table, with an underscore before each name.
    let (symbols, lead) = match file.format() {
        BinaryFormat::MachO => (file.symbols(), "_"),
        _ => (file.dynamic_symbols(), ""),
    };
    let mut found = Vec::new();
    let mut others = Vec::new();
    for symbol in symbols.filter(|symbol| symbol.is_definition() && symbol.is_global()) {
        let name = symbol.name_bytes().map_err(damaged)?;
        let Some(name) = std::str::from_utf8(name)
            .ok()
            .and_then(|name| name.strip_prefix(lead))
        else {
            continue;
        };
        if name.starts_with(abi::SYMBOL_PREFIX) {
            found.push((name, symbol.address()));
        } else if let Some(version) = interface_version(name) {
            others.push(version);
        }
    }
    found.sort_unstable();
    found.dedup();
    others.sort_unstable();
    others.dedup();
    match (found.is_empty(), others.is_empty()) {
        (false, _) => Ok(found),
        (true, true) => Err(Reason::NoEntry),
        (true, false) => {
            let versions: Vec<_> = others.iter().map(|v| format!("v{v}")).collect();
            Err(Reason::Interface {
                met: versions.join(", "),
            })
        }
    }
}

/// The version in the name of an entry of any version.
fn interface_version(name: &str) -> Option<u32> {
    let (version, _) = name.strip_prefix(abi::SYMBOL_FAMILY)?.split_once('_')?;
    version.parse().ok()
}

/// The bytes of an entry, found through the segments, as the loader will map them.
fn entry_bytes<'data>(file: &object::File<'data>, address: u64) -> Option<&'data [u8]> {
    let size = size_of::<abi::Entry>() as u64;
    file.segments()
        .find_map(|segment| segment.data_range(address, size).ok().flatten())
}

fn native_architecture() -> Option<Architecture> {
    Some(match std::env::consts::ARCH {
        "x86_64" => Architecture::X86_64,
        "aarch64" => Architecture::Aarch64,
        "x86" => Architecture::I386,
        "arm" => Architecture::Arm,
        "riscv64" => Architecture::Riscv64,
        "powerpc64" => Architecture::PowerPc64,
        "s390x" => Architecture::S390x,
        "loongarch64" => Architecture::LoongArch64,
        _ => return None,
    })
}

fn system() -> &'static str {
    match std::env::consts::OS {
        "linux" => "Linux",
        "macos" => "macOS",
        "windows" => "Windows",
        other => other,
    }
}

/// Whether a file begins like text: UTF-8 without control characters but white space.
fn is_text(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(512)];
    let valid = match std::str::from_utf8(head) {
        Ok(text) => text,
        // The last character may be cut.
        Err(error) if head.len() - error.valid_up_to() < 4 => {
            std::str::from_utf8(&head[..error.valid_up_to()]).unwrap_or("\0")
        }
        Err(_) => return false,
    };
    valid.chars().all(|c| !c.is_control() || c.is_whitespace())
}

fn damaged(error: object::Error) -> Reason {
    Reason::Damaged(error.to_string())
}
