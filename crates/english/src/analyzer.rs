use sayso_model::{Document, Layers, Span, Tag};

use crate::lemma::places;
use crate::name::words::Known;
use crate::{Phrases, Tagger};

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
            .tag_known(document, &self.words.keys, &mut self.tags);
        let keys = &self.words.keys;
        let (places, buffer) = (&mut self.places, &mut self.lemma_text);
        places::write(document, &self.tags, keys, places, buffer);
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
}
