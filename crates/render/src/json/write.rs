//! JSON as bytes, written as `serde_json` writes it.
//!
//! Records are several times as long as the texts they are about, and a serializer that is
//! asked for one field at a time took more time than the search for what they tell.

/// Adds a text in quotation marks, with escapes where JSON asks for them.
pub(super) fn text(out: &mut Vec<u8>, text: &str) {
    let mut rest = text.as_bytes();
    out.reserve(rest.len() + 2);
    out.push(b'"');
    while let Some(plain) = first_escape(rest) {
        out.extend_from_slice(&rest[..plain]);
        escape(out, rest[plain]);
        rest = &rest[plain + 1..];
    }
    out.extend_from_slice(rest);
    out.push(b'"');
}

/// Adds a whole number.
pub(super) fn number(out: &mut Vec<u8>, number: u32) {
    out.extend_from_slice(itoa::Buffer::new().format(number).as_bytes());
}

/// The place of the first byte that is to be escaped.
#[inline]
fn first_escape(bytes: &[u8]) -> Option<usize> {
    let (blocks, rest) = bytes.as_chunks();
    let block = blocks.iter().position(has_escape);
    let at = block.unwrap_or(blocks.len()) * BLOCK;
    if block.is_some() {
        let place = bytes[at..].iter().position(|&byte| is_escaped(byte));
        return place.map(|place| at + place);
    }
    let place = match (rest.first_chunk(), rest.last_chunk()) {
        (Some(first), Some(last)) => {
            first_of_eight(*first).or_else(|| Some(rest.len() - 8 + first_of_eight(*last)?))
        }
        _ => first_of_few(rest),
    };
    place.map(|place| at + place)
}

/// So many bytes are asked at once.
const BLOCK: usize = 16;

/// Whether one of the bytes is to be escaped. All are asked, which the compiler can do at once.
#[inline]
fn has_escape(block: &[u8; BLOCK]) -> bool {
    block
        .iter()
        .fold(false, |any, &byte| any | is_escaped(byte))
}

/// [`first_escape`] of fewer than eight bytes.
#[inline]
fn first_of_few(bytes: &[u8]) -> Option<usize> {
    if let (Some(&[a, b, c, d]), Some(&[e, f, g, h])) = (bytes.first_chunk(), bytes.last_chunk()) {
        first_of_eight([a, b, c, d, e, f, g, h])?;
    }
    bytes.iter().position(|&byte| is_escaped(byte))
}

/// [`first_escape`] of eight bytes, all being asked at once.
#[inline]
fn first_of_eight(bytes: [u8; 8]) -> Option<usize> {
    const ONES: u64 = u64::MAX / 0xff;
    let eight = u64::from_le_bytes(bytes);
    // The high bit of each byte that is below a limit; those above the first may be wrong.
    let below = |x: u64, limit: u8| x.wrapping_sub(ONES * u64::from(limit)) & !x;
    let is = |byte: u8| below(eight ^ (ONES * u64::from(byte)), 1);
    let found = (below(eight, b' ') | is(b'"') | is(b'\\')) & (ONES * 0x80);
    (found != 0).then_some(found.trailing_zeros() as usize / 8)
}

fn is_escaped(byte: u8) -> bool {
    byte < b' ' || byte == b'"' || byte == b'\\'
}

#[cold]
fn escape(out: &mut Vec<u8>, byte: u8) {
    let letter = match byte {
        b'"' | b'\\' => byte,
        b'\n' => b'n',
        b'\r' => b'r',
        b'\t' => b't',
        0x8 => b'b',
        0xc => b'f',
        _ => {
            const HEX: &[u8; 16] = b"0123456789abcdef";
            let (high, low) = (HEX[usize::from(byte >> 4)], HEX[usize::from(byte & 15)]);
            out.extend_from_slice(&[b'\\', b'u', b'0', b'0', high, low]);
            return;
        }
    };
    out.extend_from_slice(&[b'\\', letter]);
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn texts_are_written_as_serde_json_writes_them(
            words in "(\\PC|[\"\\\\\n\r\t\0-\u{1f}\u{7f}]|[a-z é]{0,12}){0,20}"
        ) {
            let mut out = Vec::new();
            super::text(&mut out, &words);
            prop_assert_eq!(String::from_utf8(out).unwrap(), serde_json::to_string(&words).unwrap());
        }

        #[test]
        fn numbers_are_written_as_they_are(number: u32) {
            let mut out = Vec::new();
            super::number(&mut out, number);
            prop_assert_eq!(String::from_utf8(out).unwrap(), number.to_string());
        }
    }

    #[test]
    fn the_least_and_the_greatest_number() {
        for number in [0, 9, 10, u32::MAX] {
            let mut out = Vec::new();
            super::number(&mut out, number);
            assert_eq!(String::from_utf8(out).unwrap(), number.to_string());
        }
    }
}
