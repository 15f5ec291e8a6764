//! Bytes to text: what is no UTF-8 is told by kind and place.

use sayso_model::Diagnostic;

use crate::batch::{LARGEST, problem, too_large};

/// How far NULs are looked for in what is no UTF-8.
const HEAD: usize = 8 * 1024;

/// The bytes as text, as they are.
pub(crate) fn decode(bytes: &[u8]) -> Result<&str, Diagnostic> {
    if bytes.len() as u64 > LARGEST {
        return Err(too_large());
    }
    match simdutf8::basic::from_utf8(bytes) {
        Ok(text) => Ok(text),
        Err(_) => Err(not_utf8(bytes)),
    }
}

/// The byte order mark of UTF-16 or UTF-32, if the bytes begin with one.
pub(crate) fn wide_mark(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [0xff, 0xfe, 0, 0, ..] | [0, 0, 0xfe, 0xff, ..] => Some("UTF-32"),
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => Some("UTF-16"),
        _ => None,
    }
}

pub(crate) fn wide(name: &str) -> Diagnostic {
    problem(
        "not-utf8",
        format!("{name} text (by its byte order mark); convert it to UTF-8"),
    )
}

fn not_utf8(bytes: &[u8]) -> Diagnostic {
    if let Some(name) = wide_mark(bytes) {
        return wide(name);
    }
    if bytes[..bytes.len().min(HEAD)].contains(&0) {
        return problem("binary", "binary file");
    }
    problem(
        "not-utf8",
        format!("invalid UTF-8 at byte offset {}", valid_up_to(bytes)),
    )
}

/// The first byte, from 0, that is no UTF-8.
pub(crate) fn valid_up_to(bytes: &[u8]) -> usize {
    match std::str::from_utf8(bytes) {
        Ok(_) => bytes.len(),
        Err(error) => error.valid_up_to(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn message(bytes: &[u8]) -> String {
        decode(bytes).map_or_else(|problem| problem.message, str::to_owned)
    }

    #[test]
    fn what_is_no_text_is_told_by_kind_and_place() {
        assert_eq!(message("\u{feff}é\0".as_bytes()), "\u{feff}é\0");
        assert_eq!(message(b"abc\xff"), "invalid UTF-8 at byte offset 3");
        assert_eq!(message(b"\x7fELF\0\xff"), "binary file");
        assert!(message(b"\xff\xfea\0").starts_with("UTF-16 text"));
        assert!(message(b"\xff\xfe\0\0").starts_with("UTF-32 text"));
    }
}
