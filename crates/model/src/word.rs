//! Words regardless of case, and the hash by which they are looked up.

use crate::Span;

/// A character's lower case as far as word lists see it: one character for one, the
/// typographic apostrophe as the straight one.
pub fn fold_char(c: char) -> char {
    match c {
        'A'..='Z' => c.to_ascii_lowercase(),
        '\0'..='\x7f' => c,
        '\u{2018}' | '\u{2019}' => '\'',
        // Typographic punctuation, for which the tables need not be searched.
        '\u{2010}'..='\u{206f}' => c,
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
#[inline]
pub fn folds_to(word: &str, folded: &str) -> bool {
    let (bytes, folded_bytes) = (word.as_bytes(), folded.as_bytes());
    if bytes.len() == folded_bytes.len() && same_lowered(bytes, folded_bytes) {
        return true;
    }
    // Letters outside ASCII may change their length; those of ASCII were compared.
    !word.is_ascii() && word.chars().map(fold_char).eq(folded.chars())
}

/// A word of ASCII with at most fifteen letters, in folded form, as numbers of its own; `None`
/// for other words and spans outside the text. Comparing such numbers is comparing the words.
///
/// ```
/// use sayso_model::{Span, short_word};
/// let said = short_word("said", Span::new(0, 4));
/// assert_eq!(short_word("He Said so.", Span::new(3, 7)), said);
/// assert_ne!(short_word("says", Span::new(0, 4)), said);
/// assert_eq!(short_word("disproportionate", Span::new(0, 16)), None);
/// ```
#[inline]
pub fn short_word(text: &str, span: Span) -> Option<[u64; 2]> {
    fold_short(written_word(text, span)?)
}

/// The folded form of [`written_word`]; `None` if it is not of ASCII.
#[inline]
fn fold_short([first, second]: [u64; 2]) -> Option<[u64; 2]> {
    let ascii = (first | second) & HIGH == 0;
    ascii.then(|| [first | capitals(first), second | capitals(second)])
}

/// A word of at most fifteen bytes as numbers of its own, just as it is written.
#[inline]
fn written_word(text: &str, span: Span) -> Option<[u64; 2]> {
    let len = span.len() as usize;
    let mask = MASKS.get(len)?;
    let from = text.as_bytes().get(span.start() as usize..)?;
    let (first, second) = match from.first_chunk::<16>() {
        Some(&[a, b, c, d, e, f, g, h, ref rest @ ..]) => (
            u64::from_le_bytes([a, b, c, d, e, f, g, h]),
            u64::from_le_bytes(*rest),
        ),
        None => few(from.get(..len)?),
    };
    Some([first & mask[0], second & mask[1] | (len as u64) << 56])
}

/// A word of at most fifteen bytes as numbers of its own, with the bit that tells small letters
/// from capitals in all of its bytes; `None` also for words at the very end of a text. Where they
/// are those of a [`short_word`] and the hashes are the same, it is that word.
#[inline]
pub fn caseless_word(text: &str, span: Span) -> Option<[u64; 2]> {
    const SMALL: u64 = ONES * 0x20;
    let len = span.len() as usize;
    let mask = MASKS.get(len)?;
    let start = span.start() as usize;
    let bytes = text.as_bytes().get(start..start + 16)?;
    let (eights, _) = bytes.as_chunks::<8>();
    let [first, second] = [0, 1].map(|at| u64::from_le_bytes(eights[at]) | SMALL);
    Some([first & mask[0], second & mask[1] | (len as u64) << 56])
}

/// For each length of a short word the bits that it fills.
static MASKS: [[u64; 2]; 16] = {
    let mut masks = [[0; 2]; 16];
    let mut len = 1;
    while len < 16 {
        let bits = u128::MAX >> (128 - 8 * len);
        masks[len] = [bits as u64, (bits >> 64) as u64];
        len += 1;
    }
    masks
};

/// At most fifteen bytes as numbers.
#[cold]
fn few(bytes: &[u8]) -> (u64, u64) {
    let shifted = bytes.iter().rev();
    let bits = shifted.fold(0u128, |sum, &b| sum << 8 | u128::from(b));
    (bits as u64, (bits >> 64) as u64)
}

const ONES: u64 = u64::MAX / 0xff;
const HIGH: u64 = ONES * 0x80;

/// Whether bytes are others in lower case, both being of one length; eight are compared at once.
#[inline]
fn same_lowered(bytes: &[u8], lower: &[u8]) -> bool {
    let same = |a: &[u8; 8], b: &[u8; 8]| lowered(u64::from_le_bytes(*a)) == u64::from_le_bytes(*b);
    if let (Some(last), Some(lower_last)) = (bytes.last_chunk(), lower.last_chunk()) {
        // The last eight may have been among those before, in part.
        let (eights, _) = bytes.as_chunks();
        let (lower_eights, _) = lower.as_chunks();
        return same(last, lower_last) && eights.iter().zip(lower_eights).all(|(a, b)| same(a, b));
    }
    let mut pairs = bytes.iter().zip(lower);
    pairs.all(|(a, b)| a.to_ascii_lowercase() == *b)
}

/// Eight bytes with the capitals of ASCII in lower case.
#[inline]
const fn lowered(eight: u64) -> u64 {
    eight | capitals(eight & !HIGH) & !(eight >> 2)
}

/// The bit that capitals lack, for each of eight bytes of ASCII that is one.
#[inline]
const fn capitals(eight: u64) -> u64 {
    // The high bit tells where a byte is at least "A", and where it is more than "Z".
    let from_a = eight + ONES * (0x80 - b'A' as u64);
    let past_z = eight + ONES * (0x7f - b'Z' as u64);
    (from_a & !past_z & HIGH) >> 2
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn short_words_are_the_same_where_they_fold_to_the_same(
            a in "[@A-Z\\[`a-e{'’é\0]{0,17}", b in "[A-Ca-c]{0,3}", before in "[a-c]{0,3}", after in "[a-c]{0,19}",
        ) {
            let place = |word: &str| {
                let (start, end) = (before.len(), before.len() + word.len());
                short_word(&format!("{before}{word}{after}"), Span::new(start as u32, end as u32))
            };
            prop_assert_eq!(place(&a).is_some(), a.is_ascii() && a.len() < 16);
            if let (Some(x), Some(y)) = (place(&a), short_word(&b, Span::new(0, b.len() as u32))) {
                prop_assert_eq!(x == y, a.eq_ignore_ascii_case(&b));
            }
        }

        #[test]
        fn words_fold_to_what_their_letters_fold_to(
            word in "[@A-Z\\[`a-z{'’éÉ\u{7f}\u{80}]{0,20}|\\PC{0,9}", other in "[a-c]{0,3}"
        ) {
            let folded: String = word.chars().map(fold_char).collect();
            prop_assert!(folds_to(&word, &folded));
            let same = word.chars().map(fold_char).eq(other.chars());
            prop_assert_eq!(folds_to(&word, &other), same);
            let longer = format!("{folded}a");
            prop_assert!(!folds_to(&word, &longer));
            prop_assert!(!folds_to(&longer, &folded));
        }
    }
}
