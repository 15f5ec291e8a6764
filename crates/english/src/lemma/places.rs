//! Where the lemmas of a document stand.
//!
//! Most are their form, or the beginning of it, mostly in lower case: they are places in the
//! whole text, which stands in the buffer in lower case and as it is. Irregular ones are places in
//! the list of ends, which stands behind it. Only the others are written one by one.

use super::Lemma;
use crate::basis::inflection::{CUTS, NAME, OTHERS};
use crate::tables::{self, Keys};
use sayso_model::{Document, Span, Tag, Token};

/// Writes the lemmas of a document's tokens; both buffers are overwritten.
#[inline(never)]
pub(crate) fn write(
    document: &Document<'_>,
    tags: &[Tag],
    keys: &[Keys],
    places: &mut Vec<Span>,
    buffer: &mut String,
) {
    let mut writer = Writer::new(document.text, buffer);
    let (original, direct) = match writer.original {
        Some(original) => (original, OTHERS),
        None => (0, CUTS),
    };
    places.clear();
    let tokens = document.tokens.iter().zip(tags).zip(keys);
    places.extend(tokens.map(|((token, &tag), keys)| {
        let number = keys.lemma(tag.0);
        if number >= direct {
            return writer.place(token, tag, number);
        }
        let copy = if number == NAME { original } else { 0 };
        let cut = u32::from(number % CUTS);
        Span::new(copy + token.span.start(), copy + token.span.end() - cut)
    }));
}

/// Writes the lemmas that no word list tells.
struct Writer<'w> {
    text: &'w str,
    buffer: &'w mut String,
    /// Where the text as it is begins.
    original: Option<u32>,
    /// Where the list of ends begins.
    ends: u32,
}

impl<'w> Writer<'w> {
    fn new(text: &'w str, buffer: &'w mut String) -> Self {
        buffer.clear();
        buffer.push_str(text);
        buffer.make_ascii_lowercase();
        // Places have 32 bits.
        let original = (text.len() < 1 << 30).then_some(buffer.len() as u32);
        if original.is_some() {
            buffer.push_str(text);
        }
        let ends = buffer.len() as u32;
        buffer.push_str(tables::ENDS);
        Self {
            text,
            buffer,
            original,
            ends,
        }
    }

    /// The place of a token's lemma, which has this number.
    #[inline(never)]
    fn place(&mut self, token: &Token, tag: Tag, number: u16) -> Span {
        let form = token.span.of(self.text);
        let lemma = Lemma::of_known(number, form, token.word, tag);
        if let Some(end) = lemma.whole() {
            let (start, end) = tables::end_place(end);
            return Span::new(self.ends + start, self.ends + end);
        }
        self.copied(token.span, form, lemma).unwrap_or_else(|| {
            let start = self.buffer.len() as u32;
            lemma.write(form, self.buffer);
            Span::new(start, self.buffer.len() as u32)
        })
    }

    /// The place of a lemma in a copy of the text, if it is the beginning of its form. Letters
    /// outside ASCII are not in lower case there.
    fn copied(&self, span: Span, form: &str, lemma: Lemma) -> Option<Span> {
        let cut = lemma.prefix()?;
        let copy = match lemma.is_cased() {
            true => self.original?,
            false if form.is_ascii() => 0,
            false => return None,
        };
        let end = span.end() - cut.min(span.len());
        Some(Span::new(copy + span.start(), copy + end))
    }
}
