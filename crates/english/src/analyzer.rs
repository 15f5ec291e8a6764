use sayso_model::{Document, Layers, Span, Tag};

use crate::{Lemma, Phrases, Tagger, lemmas};

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
    tagger: Tagger,
    tags: Vec<Tag>,
    lemmas: Vec<Lemma>,
    places: Vec<Span>,
    lemma_text: String,
    phrases: Phrases,
}

impl Analyzer {
    /// The language layer of a document; holds until the next call.
    pub fn layers(&mut self, document: &Document<'_>) -> Layers<'_> {
        self.tagger.tag(document, &mut self.tags);
        lemmas(document, &self.tags, &mut self.lemmas);
        self.write_lemmas(document);
        self.phrases.read(document, &self.tags);
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
        }
    }

    fn write_lemmas(&mut self, document: &Document<'_>) {
        self.places.clear();
        self.lemma_text.clear();
        for (token, lemma) in document.tokens.iter().zip(&self.lemmas) {
            let start = self.lemma_text.len() as u32;
            lemma.write(token.span.of(document.text), &mut self.lemma_text);
            let end = self.lemma_text.len() as u32;
            self.places.push(Span::new(start, end));
        }
    }
}
