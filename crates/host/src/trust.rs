//! Whether a library is the one that was meant, and whether others could have put it there.
//!
//! A library is foreign code that may do all that the user may do. None of this makes it
//! safe; it keeps others from slipping one in.

use std::fmt;
use std::fs;
use std::path::Path;

use sha2::{Digest, Sha256};

use crate::error::Reason;

/// The SHA-256 of a library; written and read as 64 hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Sha(pub [u8; 32]);

impl Sha {
    /// The hash of a file's bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }

    /// Reads 64 hexadecimal digits of either case.
    pub fn parse(text: &str) -> Option<Self> {
        let digits: Vec<u32> = text
            .chars()
            .map(|c| c.to_digit(16))
            .collect::<Option<_>>()?;
        let bytes: Vec<u8> = digits
            .chunks(2)
            .map(|pair| pair.iter().fold(0, |byte, &digit| byte << 4 | digit as u8))
            .collect();
        let whole = digits.len() == 64;
        bytes.try_into().ok().filter(|_| whole).map(Self)
    }
}

impl fmt::Display for Sha {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

/// Refuses bytes that are not those a plugin is pinned to.
pub(crate) fn check_pin(id: &str, pin: Option<&Sha>, bytes: &[u8]) -> Result<(), Reason> {
    let Some(&expected) = pin else {
        return Ok(());
    };
    let met = Sha::of(bytes);
    match met == expected {
        true => Ok(()),
        false => Err(Reason::Pin {
            id: id.to_owned(),
            expected,
            met,
        }),
    }
}

/// Refuses a folder of plugins into which anyone may put one.
pub(crate) fn check_folder(folder: &Path) -> Result<(), Reason> {
    match anyone_may_write(folder) {
        true => Err(Reason::Writable(folder.to_owned())),
        false => check_place(folder),
    }
}

/// Refuses a library that anyone may change, or put another one in the place of.
pub(crate) fn check_file(file: &Path) -> Result<(), Reason> {
    match anyone_may_write(file) {
        true => Err(Reason::Writable(file.to_owned())),
        false => check_place(file),
    }
}

/// Refuses what lies, links followed, in a folder in which anyone may rename things.
fn check_place(path: &Path) -> Result<(), Reason> {
    // What is not there cannot be opened either.
    let Ok(path) = path.canonicalize() else {
        return Ok(());
    };
    let mut folders = path.ancestors().skip(1);
    match folders.find(|folder| anyone_may_write(folder) && !is_sticky(folder)) {
        Some(folder) => Err(Reason::Writable(folder.to_owned())),
        None => Ok(()),
    }
}

#[cfg(unix)]
fn mode(path: &Path) -> u32 {
    use std::os::unix::fs::PermissionsExt;
    fs::metadata(path).map_or(0, |metadata| metadata.permissions().mode())
}

#[cfg(not(unix))]
fn mode(_: &Path) -> u32 {
    0
}

fn anyone_may_write(path: &Path) -> bool {
    mode(path) & 0o002 != 0
}

/// Whether only owners may rename what lies in a folder.
fn is_sticky(folder: &Path) -> bool {
    mode(folder) & 0o1000 != 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_is_written_and_read() {
        let text = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(Sha::of(b"abc").to_string(), text);
        assert_eq!(Sha::parse(text), Some(Sha::of(b"abc")));
        assert_eq!(Sha::parse(&text.to_uppercase()), Some(Sha::of(b"abc")));
        for wrong in [
            "",
            "ba78",
            &text[1..],
            &format!("{text}0"),
            &text.replace('b', "g"),
        ] {
            assert_eq!(Sha::parse(wrong), None, "{wrong}");
        }
    }
}
