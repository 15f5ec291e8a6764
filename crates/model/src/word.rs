//! Words regardless of case, and the hash by which they are looked up.

/// A character's lower case as far as word lists see it: one character for one, the
/// typographic apostrophe as the straight one.
pub fn fold_char(c: char) -> char {
    match c {
        'A'..='Z' => c.to_ascii_lowercase(),
        '\0'..='\x7f' => c,
        '\u{2018}' | '\u{2019}' => '\'',
        _ => {
            // "İ" lower-cases to two characters; such a character is left as it is.
            let mut lower = c.to_lowercase();
            match (lower.next(), lower.next()) {
                (Some(one), None) => one,
                _ => c,
            }
        }
    }
}

/// The 32-bit FNV-1a hash of the UTF-8 bytes of the folded form ([`fold_char`]).
///
/// This is part of the plugin interface: the host computes it once for each token, and a
/// word list compares hashes first. Different words may share a hash, so the letters are
/// to be compared too ([`same_folded`]).
///
/// ```
/// use sayso_model::word_hash;
/// assert_eq!(word_hash("Said"), word_hash("said"));
/// assert_eq!(word_hash("O’Neill"), word_hash("o'neill"));
/// assert_ne!(word_hash("said"), word_hash("says"));
/// ```
pub fn word_hash(word: &str) -> u32 {
    let mut hash = FNV_OFFSET;
    for c in word.chars() {
        if c.is_ascii() {
            hash = step(hash, c.to_ascii_lowercase() as u8);
        } else {
            let mut buffer = [0; 4];
            for byte in fold_char(c).encode_utf8(&mut buffer).bytes() {
                hash = step(hash, byte);
            }
        }
    }
    hash
}

const FNV_OFFSET: u32 = 0x811c_9dc5;
const FNV_PRIME: u32 = 0x0100_0193;

const fn step(hash: u32, byte: u8) -> u32 {
    (hash ^ byte as u32).wrapping_mul(FNV_PRIME)
}

/// Whether two words are the same when case and the kind of apostrophe are passed over.
///
/// ```
/// use sayso_model::same_folded;
/// assert!(same_folded("McCormack’s", "mccormack's"));
/// assert!(!same_folded("say", "says"));
/// ```
pub fn same_folded(a: &str, b: &str) -> bool {
    a.eq_ignore_ascii_case(b) || a.chars().map(fold_char).eq(b.chars().map(fold_char))
}

/// Whether `word` folds to `folded`, which is in folded form already.
pub fn folds_to(word: &str, folded: &str) -> bool {
    let mut folded_bytes = folded.bytes();
    for byte in word.bytes() {
        if !byte.is_ascii() {
            return word.chars().map(fold_char).eq(folded.chars());
        }
        if folded_bytes.next() != Some(byte.to_ascii_lowercase()) {
            return false;
        }
    }
    folded_bytes.next().is_none()
}
