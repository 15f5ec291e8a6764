use crate::{Layers, Quotation, Span, Token, TokenRange};

/// A sentence. Sentences follow one another in text order and never overlap.
#[repr(C)]
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Sentence {
    /// From its first token to its last.
    pub span: Span,
    /// Its tokens; never empty.
    pub tokens: TokenRange,
    /// Index of its paragraph.
    pub paragraph: u32,
}

/// A paragraph. Paragraphs follow one another in text order and never overlap.
#[repr(C)]
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Paragraph {
    /// From its first token to its last.
    pub span: Span,
    /// Its tokens; never empty.
    pub tokens: TokenRange,
    /// Its sentences by index, end exclusive; never empty.
    pub sentences: TokenRange,
}

/// What the parser finds in a text; without the text, so that the buffers can be used again.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Structure {
    /// All tokens, in text order.
    pub tokens: Vec<Token>,
    /// All sentences, in text order; each token is in exactly one.
    pub sentences: Vec<Sentence>,
    /// All paragraphs, in text order; each sentence is in exactly one.
    pub paragraphs: Vec<Paragraph>,
    /// All quotations, by their opening mark's place; an outer one before those inside it.
    pub quotations: Vec<Quotation>,
}

impl Structure {
    /// The document that this structure makes of the text it was parsed from.
    pub fn document<'d>(&'d self, text: &'d str) -> Document<'d> {
        Document {
            text,
            tokens: &self.tokens,
            sentences: &self.sentences,
            paragraphs: &self.paragraphs,
            quotations: &self.quotations,
            layers: Layers::default(),
        }
    }

    /// Forgets all content but keeps the buffers.
    pub fn clear(&mut self) {
        self.tokens.clear();
        self.sentences.clear();
        self.paragraphs.clear();
        self.quotations.clear();
    }
}

/// A text with its structure, borrowed: cheap to copy.
#[derive(Clone, Copy, Debug)]
pub struct Document<'d> {
    /// The original text, byte order mark and carriage returns included.
    pub text: &'d str,
    /// All tokens, in text order.
    pub tokens: &'d [Token],
    /// All sentences, in text order.
    pub sentences: &'d [Sentence],
    /// All paragraphs, in text order.
    pub paragraphs: &'d [Paragraph],
    /// All quotations, by their opening mark's place.
    pub quotations: &'d [Quotation],
    /// Parts of speech, lemmas and phrases, if they were asked for.
    pub layers: Layers<'d>,
}

impl<'d> Document<'d> {
    /// A token as it is written; empty for an index past the end.
    pub fn form(&self, token: usize) -> &'d str {
        self.tokens.get(token).map_or("", |t| t.span.of(self.text))
    }

    /// The bytes from the first token of a run to its last; empty for an empty run.
    pub fn span(&self, run: TokenRange) -> Span {
        if run.is_empty() || run.end as usize > self.tokens.len() {
            return Span::default();
        }
        let first = self.tokens[run.first as usize].span;
        first.cover(self.tokens[run.end as usize - 1].span)
    }

    /// The index of the sentence that holds a token.
    pub fn sentence_of(&self, token: usize) -> usize {
        self.sentences
            .partition_point(|s| s.tokens.end as usize <= token)
    }

    /// The tokens that lie wholly inside a span.
    pub fn tokens_in(&self, span: Span) -> TokenRange {
        let first = self
            .tokens
            .partition_point(|t| t.span.start() < span.start());
        // There are no more tokens in a span than bytes.
        let most = self.tokens.len().min(first + span.len() as usize);
        let inside = self.tokens[first..most].partition_point(|t| t.span.end() <= span.end());
        TokenRange::new(first as u32, (first + inside) as u32)
    }
}
