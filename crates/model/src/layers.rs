use crate::{Chunk, Clause, Document, NONE, Name, Span, Tag, VerbGroup};

/// What the language layer adds to a document: arrays parallel to its tokens and the phrases
/// that stand over them. All are empty where nobody asked for it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Layers<'d> {
    /// The part of speech of each token.
    pub tags: &'d [Tag],
    /// The lemma of each token, as a place in `lemma_text`.
    pub lemmas: &'d [Span],
    /// A text that has them all.
    pub lemma_text: &'d str,
    /// Names, in text order.
    pub names: &'d [Name],
    /// Noun-phrase chunks, in text order.
    pub chunks: &'d [Chunk],
    /// For each token the index of its chunk, [`NONE`] outside.
    pub chunk_of: &'d [u32],
    /// Verb groups, in text order.
    pub verbs: &'d [VerbGroup],
    /// For each token the index of its verb group, [`NONE`] outside.
    pub verb_of: &'d [u32],
    /// Clauses, outer ones before those inside them.
    pub clauses: &'d [Clause],
    /// For each token the number of its word in a list; 0 for a word not in it. Equal numbers
    /// are equal words in folded form, in all documents; frequent words have low ones.
    pub words: &'d [u16],
}

impl<'d> Document<'d> {
    /// The same document with a language layer.
    pub fn with_layers(self, layers: Layers<'d>) -> Self {
        Self { layers, ..self }
    }

    /// A token's part of speech; [`Tag::NONE`] without a language layer.
    pub fn tag(&self, token: usize) -> Tag {
        self.layers.tags.get(token).copied().unwrap_or(Tag::NONE)
    }

    /// A token's lemma; empty without a language layer.
    pub fn lemma(&self, token: usize) -> &'d str {
        let place = self.layers.lemmas.get(token);
        place.map_or("", |span| span.of(self.layers.lemma_text))
    }

    /// The noun-phrase chunk that a token is in.
    pub fn chunk(&self, token: usize) -> Option<&'d Chunk> {
        at(self.layers.chunks, self.layers.chunk_of, token)
    }

    /// The verb group that a token is in.
    pub fn verb_group(&self, token: usize) -> Option<&'d VerbGroup> {
        at(self.layers.verbs, self.layers.verb_of, token)
    }
}

fn at<'d, T>(all: &'d [T], index_of: &[u32], token: usize) -> Option<&'d T> {
    let index = *index_of.get(token)?;
    (index != NONE).then(|| all.get(index as usize)).flatten()
}
