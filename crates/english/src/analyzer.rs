use sayso_model::{Document, Layers, Span, Tag};

use crate::name::words::Known;
use crate::{Lemma, Phrases, Tagger};

/// Makes the language layer of documents, one after the other; its buffers are used again.
///
/// ```
/// use sayso_english::Analyzer;
/// use sayso_model::Tag;
/// let text = "The officials said it rained.";
/// let structure = sayso_parser::parse(text);
/// let mut analyzer = Analyzer::default();
/// let document = structure.document(text);
/// let document = document.with_layers(analyzer.layers(&document));
/// assert_eq!((document.tag(2), document.lemma(2)), (Tag::VBD, "say"));
/// assert_eq!(document.chunk(0).unwrap().head, 1);
/// ```
#[derive(Clone, Debug, Default)]
pub struct Analyzer {
    words: Known,
    tagger: Tagger,
    tags: Vec<Tag>,
    places: Vec<Span>,
    lemma_text: String,
    phrases: Phrases,
}

impl Analyzer {
    /// The language layer of a document; holds until the next call.
    pub fn layers(&mut self, document: &Document<'_>) -> Layers<'_> {
        self.words.look_up(document);
        self.tagger
            .tag_known(document, &self.words.numbers, &mut self.tags);
        self.write_lemmas(document);
        self.phrases
            .read_known(document, &self.tags, &mut self.words.classes);
        Layers {
            tags: &self.tags,
            lemmas: &self.places,
            lemma_text: &self.lemma_text,
            names: &self.phrases.names,
            chunks: &self.phrases.chunks,
            chunk_of: &self.phrases.chunk_of,
            verbs: &self.phrases.verbs,
            verb_of: &self.phrases.verb_of,
            clauses: &self.phrases.clauses,
            words: &self.words.numbers,
        }
    }

    /// Most lemmas are their form, or the beginning of it, mostly in lower case: they are places
    /// in the whole text, which stands in the buffer as it is and in lower case. The others
    /// stand behind it.
    fn write_lemmas(&mut self, document: &Document<'_>) {
        let (places, buffer) = (&mut self.places, &mut self.lemma_text);
        let text = document.text;
        buffer.clear();
        buffer.push_str(text);
        buffer.make_ascii_lowercase();
        // Places have 32 bits.
        let original = (text.len() < 1 << 30).then_some(buffer.len() as u32);
        if original.is_some() {
            buffer.push_str(text);
        }
        let mut wide = Wide::new(text);
        let mut place = |span: Span, lemma: Lemma| {
            let copy = if lemma.is_cased() { original? } else { 0 };
            let cut = lemma.prefix()?;
            let plain = lemma.is_cased() || !wide.is_in(span);
            let end = span.end() - cut.min(span.len());
            plain.then(|| Span::new(copy + span.start(), copy + end))
        };
        places.clear();
        let words = self.tags.iter().zip(&self.words.numbers);
        places.extend(
            document
                .tokens
                .iter()
                .zip(words)
                .map(|(token, (&tag, &number))| {
                    let form = || token.span.of(text);
                    let lemma = Lemma::of_numbered(number, form, token.word, tag);
                    place(token.span, lemma).unwrap_or_else(|| {
                        let start = buffer.len() as u32;
                        lemma.write(form(), buffer);
                        Span::new(start, buffer.len() as u32)
                    })
                }),
        );
    }
}

/// Finds the characters outside ASCII of a text, from its beginning to its end.
struct Wide<'t> {
    bytes: &'t [u8],
    /// The first such byte that is not before the last span asked for.
    next: u32,
}

impl<'t> Wide<'t> {
    fn new(text: &'t str) -> Self {
        let bytes = text.as_bytes();
        Self {
            bytes,
            next: Self::from(bytes, 0),
        }
    }

    fn from(bytes: &[u8], start: usize) -> u32 {
        let rest = bytes.get(start..).unwrap_or_default();
        let (blocks, _) = rest.as_chunks::<16>();
        let narrow = blocks.iter().take_while(|block| block.is_ascii()).count() * 16;
        let place = rest[narrow..].iter().position(|byte| !byte.is_ascii());
        place.map_or(u32::MAX, |place| (start + narrow + place) as u32)
    }

    /// Whether one stands in a span; spans are asked for in text order.
    #[inline]
    fn is_in(&mut self, span: Span) -> bool {
        if self.next < span.start() {
            self.next = Self::from(self.bytes, span.start() as usize);
        }
        self.next < span.end()
    }
}
