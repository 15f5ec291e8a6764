//! A plugin's entry as bytes: what can be known before its code runs.

use std::mem::{offset_of, size_of};
use std::path::PathBuf;

use sayso_plugin::abi;

use crate::error::Reason;
use crate::trust::Sha;

/// What a library says of itself, read without running any of its code.
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct FileReport {
    /// The library.
    pub path: PathBuf,
    /// Its size in bytes.
    pub size: u64,
    /// What to pin it by.
    pub sha256: Sha,
    /// Its plugins, at least one, by symbol.
    pub entries: Vec<EntryReport>,
}

/// What a plugin's entry says.
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct EntryReport {
    /// The exported symbol.
    pub symbol: String,
    /// The plugin's id.
    pub id: String,
    /// The plugin's version.
    pub version: String,
    /// Major and minor version of the interface it was built with.
    pub abi: (u16, u16),
    /// What it was built with; may be empty.
    pub built_with: String,
    /// A sum of [`abi::FLAG_PANIC_ABORT`], [`abi::FLAG_DEBUG`] and [`abi::FLAG_SHARED`].
    pub flags: u32,
}

impl EntryReport {
    /// The names of the flags that are set.
    pub fn flag_names(&self) -> Vec<&'static str> {
        flag_names(self.flags)
    }

    /// Checks an entry that is linked into the program.
    pub(crate) fn of(entry: &abi::Entry) -> Result<Self, Reason> {
        let symbol = abi::unpadded(&entry.id);
        let mut bytes = [0; size_of::<abi::Entry>()];
        let mut put = |at: usize, field: &[u8]| bytes[at..at + field.len()].copy_from_slice(field);
        put(offset_of!(abi::Entry, magic), &entry.magic.to_ne_bytes());
        put(offset_of!(abi::Entry, size), &entry.size.to_ne_bytes());
        put(
            offset_of!(abi::Entry, abi_major),
            &entry.abi_major.to_ne_bytes(),
        );
        put(
            offset_of!(abi::Entry, abi_minor),
            &entry.abi_minor.to_ne_bytes(),
        );
        put(offset_of!(abi::Entry, flags), &entry.flags.to_ne_bytes());
        put(offset_of!(abi::Entry, id), &entry.id);
        put(offset_of!(abi::Entry, version), &entry.version);
        put(offset_of!(abi::Entry, built_with), &entry.built_with);
        Self::read(symbol, &bytes)
    }

    /// Reads and checks the bytes of an entry; they are in this machine's byte order.
    pub(crate) fn read(symbol: &str, bytes: &[u8]) -> Result<Self, Reason> {
        let wrong = |problem: String| Reason::Entry {
            symbol: symbol.to_owned(),
            problem,
        };
        let bytes: &[u8; size_of::<abi::Entry>()] = bytes
            .first_chunk()
            .ok_or_else(|| wrong(format!("has {} bytes only", bytes.len())))?;
        let magic = u64::from_ne_bytes(field(bytes, offset_of!(abi::Entry, magic)));
        if magic != abi::MAGIC {
            return Err(wrong(format!(
                "begins with {magic:#018x} instead of {:#018x}",
                abi::MAGIC
            )));
        }
        let met = (
            u16::from_ne_bytes(field(bytes, offset_of!(abi::Entry, abi_major))),
            u16::from_ne_bytes(field(bytes, offset_of!(abi::Entry, abi_minor))),
        );
        if !understood(met) {
            return Err(Reason::Abi { met });
        }
        let size = u32::from_ne_bytes(field(bytes, offset_of!(abi::Entry, size)));
        if (size as usize) < size_of::<abi::Entry>() {
            return Err(wrong(format!(
                "says it has {size} bytes, at least {} are expected",
                size_of::<abi::Entry>()
            )));
        }
        let id = text::<64>(bytes, offset_of!(abi::Entry, id))
            .map_err(|p| wrong(format!("has an id that {p}")))?;
        let in_set = |b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'-');
        if id.is_empty() || !id.bytes().all(in_set) {
            return Err(wrong(format!(
                "has the id {id:?}; an id is made of a–z, 0–9 and hyphens"
            )));
        }
        let version = text::<32>(bytes, offset_of!(abi::Entry, version))
            .map_err(|p| wrong(format!("has a version that {p}")))?;
        if version.is_empty() || !version.bytes().all(|b| b.is_ascii_graphic()) {
            return Err(wrong(format!(
                "has the version {version:?}; a version is printable ASCII without spaces"
            )));
        }
        let built_with = text::<48>(bytes, offset_of!(abi::Entry, built_with))
            .map_err(|p| wrong(format!("was built with something that {p}")))?;
        Ok(Self {
            symbol: symbol.to_owned(),
            id: id.to_owned(),
            version: version.to_owned(),
            abi: met,
            built_with: built_with.to_owned(),
            flags: u32::from_ne_bytes(field(bytes, offset_of!(abi::Entry, flags))),
        })
    }
}

/// The names of the flags that are set.
pub(crate) fn flag_names(flags: u32) -> Vec<&'static str> {
    let names = [
        (abi::FLAG_PANIC_ABORT, "panic-abort"),
        (abi::FLAG_DEBUG, "debug"),
        (abi::FLAG_SHARED, "shared"),
    ];
    let set = names.iter().filter(|(flag, _)| flags & flag != 0);
    set.map(|&(_, name)| name).collect()
}

/// A plugin may be older than the host, within one major version. A newer one may count on
/// what this host has not.
fn understood((major, minor): (u16, u16)) -> bool {
    // There is no older version than 0 yet.
    #[allow(clippy::absurd_extreme_comparisons)]
    let not_newer = minor <= abi::ABI_MINOR;
    major == abi::ABI_MAJOR && not_newer
}

fn field<const N: usize>(bytes: &[u8; size_of::<abi::Entry>()], at: usize) -> [u8; N] {
    let mut field = [0; N];
    field.copy_from_slice(&bytes[at..at + N]);
    field
}

fn text<const N: usize>(
    bytes: &[u8; size_of::<abi::Entry>()],
    at: usize,
) -> Result<&str, &'static str> {
    let field = &bytes[at..at + N];
    let end = field
        .iter()
        .position(|&b| b == 0)
        .ok_or("is not ended by a NUL")?;
    let text = std::str::from_utf8(&field[..end]).map_err(|_| "is not UTF-8")?;
    match text.chars().any(char::is_control) {
        true => Err("has control characters"),
        false => Ok(text),
    }
}
