//! Arrays and texts that a plugin lends, checked as far as a pointer can be.
#![allow(unsafe_code)]

use std::fmt;

use sayso_plugin::abi;

/// What is wrong with a pointer and a length.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Fault {
    Null(usize),
    Misaligned,
    TooLong { len: usize, most: usize },
    NotUtf8,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Null(len) => write!(f, "a null pointer with length {len}"),
            Self::Misaligned => f.write_str("a misaligned pointer"),
            Self::TooLong { len, most } => write!(f, "{len} long, at most {most} is allowed"),
            Self::NotUtf8 => f.write_str("not UTF-8"),
        }
    }
}

/// The array of `len` elements at `pointer`.
///
/// # Safety
/// If `pointer` is not null, aligned, and `len` is at most `most`, there must be `len`
/// elements that stay as they are during `'a`. `T` must have no invalid bit patterns.
pub(crate) unsafe fn slice<'a, T>(
    pointer: *const T,
    len: usize,
    most: usize,
) -> Result<&'a [T], Fault> {
    if len == 0 {
        return Ok(&[]);
    }
    if pointer.is_null() {
        return Err(Fault::Null(len));
    }
    if !pointer.is_aligned() {
        return Err(Fault::Misaligned);
    }
    if len > most {
        return Err(Fault::TooLong { len, most });
    }
    // SAFETY: promised by the caller for a pointer and length that pass the checks above.
    Ok(unsafe { std::slice::from_raw_parts(pointer, len) })
}

/// The bytes of a text.
///
/// # Safety
/// As for [`slice`].
pub(crate) unsafe fn bytes<'a>(text: abi::Str, most: usize) -> Result<&'a [u8], Fault> {
    // SAFETY: promised by the caller.
    unsafe { slice(text.ptr, text.len, most) }
}

/// A text.
///
/// # Safety
/// As for [`slice`].
pub(crate) unsafe fn text<'a>(text: abi::Str, most: usize) -> Result<&'a str, Fault> {
    // SAFETY: promised by the caller.
    let bytes = unsafe { bytes(text, most) }?;
    if bytes.is_ascii() {
        // Most are, and short; this is much quicker for them.
        // SAFETY: ASCII is UTF-8.
        return Ok(unsafe { std::str::from_utf8_unchecked(bytes) });
    }
    std::str::from_utf8(bytes).map_err(|_| Fault::NotUtf8)
}
