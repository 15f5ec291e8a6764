//! Punctuation marks and signs, whose tag their form tells.

use sayso_model::Tag;

/// The tag of a mark, both as texts write it and as the Treebank does; none for marks that
/// need their context (an apostrophe, a straight quotation mark).
pub fn mark(form: &str) -> Option<Tag> {
    if let [byte] = form.as_bytes() {
        return ascii_mark(*byte);
    }
    Some(match form {
        "?!" | "!?" | "!!" | "??" | "!!!" | "???" => Tag::STOP,
        "--" | "---" | "–" | "—" | "..." | "…" | ". . ." | ".." | "...." => Tag::COLON,
        "-LRB-" | "-LSB-" | "-LCB-" => Tag::LRB,
        "-RRB-" | "-RSB-" | "-RCB-" => Tag::RRB,
        "“" | "‘" | "``" | "„" | "«" => Tag::QUOTE_OPEN,
        "”" | "''" | "»" => Tag::QUOTE_CLOSE,
        "£" | "€" | "¥" | "US$" | "A$" | "C$" | "HK$" => Tag::DOLLAR,
        _ => return None,
    })
}

/// [`mark`] for marks of one byte.
pub const fn ascii_mark(byte: u8) -> Option<Tag> {
    Some(match byte {
        b',' => Tag::COMMA,
        b'.' | b'?' | b'!' => Tag::STOP,
        b':' | b';' | b'-' | b'/' => Tag::COLON,
        b'(' | b'[' | b'{' | b'<' => Tag::LRB,
        b')' | b']' | b'}' | b'>' => Tag::RRB,
        b'`' => Tag::QUOTE_OPEN,
        b'$' => Tag::DOLLAR,
        b'#' => Tag::POUND,
        b'%' => Tag::NN,
        b'&' => Tag::CC,
        b'*' | b'=' | b'@' | b'|' | b'\\' | b'^' | b'~' => Tag::SYM,
        _ => return None,
    })
}
