//! Everything at once.

use sayso_model::{Chunk, Clause, Document, Name, Tag, VerbGroup};

use crate::clause::clauses;
use crate::name::words::{Classes, Known};
use crate::name::{Page, Surnames, names};
use crate::verb::verb_groups;

use super::{chunks, link_chunks};

/// All names, chunks, verb groups and clauses of a document; the buffers are used again for
/// the next one.
///
/// ```
/// use sayso_english::Phrases;
/// use sayso_model::{ClauseKind, Tag};
/// let text = "Keller said it rained.";
/// let structure = sayso_parser::parse(text);
/// let document = structure.document(text);
/// let tags = [Tag::NNP, Tag::VBD, Tag::PRP, Tag::VBD, Tag::STOP];
/// let mut phrases = Phrases::default();
/// phrases.read(&document, &tags);
/// let kinds: Vec<_> = phrases.clauses.iter().map(|c| c.kind).collect();
/// assert_eq!(kinds, [ClauseKind::MAIN, ClauseKind::BARE]);
/// ```
#[derive(Clone, Debug, Default)]
pub struct Phrases {
    /// All names, in text order.
    pub names: Vec<Name>,
    /// All noun-phrase chunks, in text order.
    pub chunks: Vec<Chunk>,
    /// For each token the index of its chunk, [`sayso_model::NONE`] outside.
    pub chunk_of: Vec<u32>,
    /// All verb groups, in text order.
    pub verbs: Vec<VerbGroup>,
    /// For each token the index of its verb group, [`sayso_model::NONE`] outside.
    pub verb_of: Vec<u32>,
    /// All clauses, outer ones before those inside them.
    pub clauses: Vec<Clause>,
    surnames: Surnames,
    words: Known,
}

impl Phrases {
    /// Finds all that is in a document. Tokens without a tag are read as having none.
    pub fn read(&mut self, document: &Document<'_>, tags: &[Tag]) {
        let mut words = std::mem::take(&mut self.words);
        words.look_up(document);
        self.read_known(document, tags, &mut words.classes);
        self.words = words;
    }

    /// [`Phrases::read`], the classes of the words being known.
    pub(crate) fn read_known(
        &mut self,
        document: &Document<'_>,
        tags: &[Tag],
        classes: &mut Vec<Classes>,
    ) {
        let page = Page::known(document, tags, classes);
        names(&page, &mut self.surnames, &mut self.names);
        chunks(&page, &self.names, &mut self.chunks, &mut self.chunk_of);
        verb_groups(&page, &self.chunk_of, &mut self.verbs, &mut self.verb_of);
        let (verbs, verb_of) = (&self.verbs, &self.verb_of);
        link_chunks(&page, verbs, verb_of, &mut self.chunks, &self.chunk_of);
        let (chunks, chunk_of) = (&self.chunks, &self.chunk_of);
        clauses(&page, chunks, chunk_of, verbs, verb_of, &mut self.clauses);
    }
}
