//! Arrays and texts that a plugin lends, checked as far as a pointer can be.
#![allow(unsafe_code)]

use std::fmt;
use std::mem::MaybeUninit;

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

/// A copy of a struct that begins with its size, and that may come from an older or a newer
/// version of the interface: what it lacks is zero, what it has more is left out.
///
/// # Safety
/// If `pointer` is not null and aligned there must be as many bytes as it says. The first
/// `least` bytes have every field that must not be zero.
pub(crate) unsafe fn grown<T: Copy>(pointer: *const T, least: usize) -> Result<T, String> {
    if pointer.is_null() || !pointer.is_aligned() {
        return Err("it is at a null or misaligned address".to_owned());
    }
    // SAFETY: promised by the caller.
    let size = unsafe { pointer.cast::<u32>().read() } as usize;
    if size < least {
        return Err(format!(
            "it has {size} bytes, at least {least} are expected"
        ));
    }
    if size >= size_of::<T>() {
        // SAFETY: there are as many bytes as `T` has.
        return Ok(unsafe { pointer.read() });
    }
    let mut whole = MaybeUninit::<T>::zeroed();
    // SAFETY: both have room for so many bytes; as much as must not be zero is copied.
    unsafe {
        whole
            .as_mut_ptr()
            .cast::<u8>()
            .copy_from_nonoverlapping(pointer.cast(), size);
        Ok(whole.assume_init())
    }
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

#[cfg(test)]
mod tests {
    use super::grown;

    /// A struct as it was, and as it is after it grew.
    #[repr(C)]
    #[derive(Clone, Copy)]
    struct Then {
        size: u32,
        number: u32,
    }
    #[repr(C)]
    #[derive(Clone, Copy)]
    struct Now {
        size: u32,
        number: u32,
        later: Option<extern "C" fn()>,
        last: u64,
    }

    fn of(size: usize) -> u32 {
        u32::try_from(size).unwrap()
    }

    #[test]
    fn what_an_older_struct_lacks_is_zero() {
        let then = Then {
            size: of(size_of::<Then>()),
            number: 7,
        };
        let then = Aligned(then);
        // SAFETY: it has as many bytes as it says.
        let now = unsafe { grown::<Now>((&raw const then).cast(), size_of::<Then>()) };
        let now = now.unwrap();
        assert_eq!((now.number, now.later.is_none(), now.last), (7, true, 0));
    }

    #[repr(C, align(16))]
    struct Aligned<T>(T);

    #[test]
    fn what_a_newer_struct_has_more_is_left_out() {
        let now = Now {
            size: of(size_of::<Now>()),
            number: 7,
            later: None,
            last: 9,
        };
        // SAFETY: it has as many bytes as it says.
        let then = unsafe { grown::<Then>((&raw const now).cast(), size_of::<Then>()) };
        assert_eq!(then.unwrap().number, 7);
    }

    #[test]
    fn what_is_too_short_or_not_there_is_refused() {
        let short = Aligned(Then { size: 4, number: 7 });
        let refused = |pointer: *const Then| {
            // SAFETY: it has at least as many bytes as it says, if it is there at all.
            unsafe { grown(pointer, size_of::<Then>()) }
                .map(|_| ())
                .unwrap_err()
        };
        assert_eq!(
            refused((&raw const short).cast()),
            "it has 4 bytes, at least 8 are expected"
        );
        let nowhere = "it is at a null or misaligned address";
        assert_eq!(refused(std::ptr::null()), nowhere);
        assert_eq!(refused(std::ptr::without_provenance(6)), nowhere);
    }
}
