//! From byte offsets to the unit a reader counts in. The only place that does so.

use crate::Span;

/// The unit in which offsets are written.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash, Default)]
pub enum OffsetUnit {
    /// UTF-8 bytes.
    Byte,
    /// Unicode code points, as Python and brat count.
    #[default]
    Char,
    /// UTF-16 code units, as JavaScript, Java and the Web Annotation model count.
    Utf16,
}

impl OffsetUnit {
    /// Its name on the command line and in records.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Byte => "byte",
            Self::Char => "char",
            Self::Utf16 => "utf16",
        }
    }
}

/// How far apart the places are whose count is remembered.
const STEP: usize = 64;

/// Converts byte offsets of one text.
///
/// ```
/// use sayso_model::{OffsetUnit, Offsets};
/// let text = "“Да 🙂”";
/// let at = text.len() as u32;
/// assert_eq!(Offsets::new(text, OffsetUnit::Byte).convert(at), 15);
/// assert_eq!(Offsets::new(text, OffsetUnit::Char).convert(at), 6);
/// assert_eq!(Offsets::new(text, OffsetUnit::Utf16).convert(at), 7);
/// ```
#[derive(Debug)]
pub struct Offsets<'t> {
    text: &'t [u8],
    unit: OffsetUnit,
    /// Units before each multiple of [`STEP`]; empty where a byte is a unit.
    marks: Vec<u32>,
}

impl<'t> Offsets<'t> {
    /// Prepares a text. Takes time in proportion to its length unless the text is ASCII.
    pub fn new(text: &'t str, unit: OffsetUnit) -> Self {
        let bytes = text.as_bytes();
        let mut marks = Vec::new();
        if unit != OffsetUnit::Byte && !bytes.is_ascii() {
            let mut sum = 0;
            for block in bytes.chunks(STEP) {
                marks.push(sum);
                sum += count(block, unit);
            }
            marks.push(sum);
        }
        Self {
            text: bytes,
            unit,
            marks,
        }
    }

    /// The offset in this unit of a byte offset; one past the text's end counts as the end.
    pub fn convert(&self, byte: u32) -> u32 {
        if self.marks.is_empty() {
            return byte;
        }
        let byte = (byte as usize).min(self.text.len());
        let block = byte / STEP;
        let before = self.marks[block];
        let after = self.marks.get(block + 1).copied();
        // Code points are as many as bytes only where each byte is one.
        if self.unit == OffsetUnit::Char && after == Some(before + STEP as u32) {
            return before + (byte % STEP) as u32;
        }
        before + count(&self.text[block * STEP..byte], self.unit)
    }

    /// Both ends of a span, in this unit.
    pub fn span(&self, span: Span) -> (u32, u32) {
        (self.convert(span.start()), self.convert(span.end()))
    }

    /// The byte offset of a place given in this unit; `None` past the end or inside a character.
    pub fn to_byte(&self, offset: u32) -> Option<u32> {
        if self.marks.is_empty() {
            let inside = offset as usize <= self.text.len();
            return inside.then_some(offset);
        }
        let block = self.marks.partition_point(|&m| m < offset).max(1) - 1;
        let mut units = self.marks[block];
        // A block may begin inside a character, which was counted in the block before.
        let mut byte = self.after_continuation((block * STEP).min(self.text.len()));
        while units < offset && byte < self.text.len() {
            units += count(&self.text[byte..byte + 1], self.unit);
            byte = self.after_continuation(byte + 1);
        }
        (units == offset).then_some(byte as u32)
    }

    fn after_continuation(&self, mut byte: usize) -> usize {
        while byte < self.text.len() && is_continuation(self.text[byte]) {
            byte += 1;
        }
        byte
    }
}

fn is_continuation(byte: u8) -> bool {
    byte & 0xc0 == 0x80
}

/// Units that begin in these bytes. Plain sums, so that the compiler can vectorise them.
fn count(bytes: &[u8], unit: OffsetUnit) -> u32 {
    // A sum of bytes is enough, and the quickest, for so few.
    debug_assert!(bytes.len() <= STEP);
    let leads: u8 = bytes.iter().map(|&b| u8::from(!is_continuation(b))).sum();
    let pairs: u8 = match unit {
        OffsetUnit::Utf16 => bytes.iter().map(|&b| u8::from(b >= 0xf0)).sum(),
        _ => 0,
    };
    u32::from(leads) + u32::from(pairs)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn every_boundary_agrees_with_the_standard_library(text in "(\\PC|[é🙂 a]{0,40}){0,80}") {
            let chars = Offsets::new(&text, OffsetUnit::Char);
            let utf16 = Offsets::new(&text, OffsetUnit::Utf16);
            for byte in (0..=text.len()).filter(|&b| text.is_char_boundary(b)) {
                let before = &text[..byte];
                prop_assert_eq!(chars.convert(byte as u32), before.chars().count() as u32);
                prop_assert_eq!(utf16.convert(byte as u32), before.encode_utf16().count() as u32);
                prop_assert_eq!(chars.to_byte(chars.convert(byte as u32)), Some(byte as u32));
                prop_assert_eq!(utf16.to_byte(utf16.convert(byte as u32)), Some(byte as u32));
            }
        }
    }

    #[test]
    fn a_place_past_the_end_has_no_byte() {
        let offsets = Offsets::new("é", OffsetUnit::Char);
        assert_eq!(offsets.to_byte(2), None);
        assert_eq!(offsets.convert(99), 1);
    }

    #[test]
    fn the_middle_of_a_surrogate_pair_is_no_place() {
        let offsets = Offsets::new("🙂", OffsetUnit::Utf16);
        assert_eq!(offsets.to_byte(1), None);
        assert_eq!(offsets.to_byte(2), Some(4));
    }
}
