//! Parts of speech by lexicon, endings and contextual rules.
//!
//! The method is Brill's (*Transformation-Based Error-Driven Learning and Natural Language
//! Processing*, 1995): each word first gets its likeliest tag, known words from a lexicon that
//! knows about case, unknown ones by their ending; then rules change tags by their context,
//! in the order in which they were learnt. The result is that of running every rule over the
//! sentence, but only rules that could apply are looked at: they are found by their context.

mod apply;
mod source;
#[cfg(test)]
mod tests;
mod universal;

pub use crate::basis::look::Look;
pub use source::{Forms, Source};
pub use universal::universal;

use crate::basis::auxiliary::Reach;
use crate::basis::look::Classes;
use crate::basis::{auxiliary, ending, mark};
use crate::name::words::Known;
use crate::tables::{self, Word};
use sayso_model::{Document, Tag};
use source::Part;

/// Tags every token of a document; `tags` is overwritten and has one tag a token after it.
///
/// ```
/// let text = "Ministers said that they had signed it.";
/// let structure = sayso_parser::parse(text);
/// let mut tags = Vec::new();
/// sayso_english::tag(&structure.document(text), &mut tags);
/// let names: Vec<&str> = tags.iter().map(|t| t.name()).collect();
/// assert_eq!(names, ["NNS", "VBD", "IN", "PRP", "VBD", "VBN", "PRP", "."]);
/// ```
pub fn tag(document: &Document<'_>, tags: &mut Vec<Tag>) {
    Tagger::default().tag(document, tags);
}

/// Tags texts, keeping its buffers from one to the next.
#[derive(Clone, Debug, Default)]
pub struct Tagger {
    cells: Vec<Cell>,
    looks: Vec<Look>,
    pending: Vec<apply::Pending>,
}

/// A token as rules see it.
#[derive(Clone, Copy, Debug, Default)]
struct Cell {
    allowed: u64,
    /// The templates of rules that may change it.
    templates: u64,
    word: u32,
    tag: u8,
    class: u8,
    auxiliary: u8,
    /// In which places of a window rules name the word.
    uses: u8,
}

/// Empty places before and after the tokens.
const GAP: usize = 3;

impl Tagger {
    /// See [`tag`].
    pub fn tag(&mut self, document: &Document<'_>, tags: &mut Vec<Tag>) {
        let numbers = Known::new(document).numbers;
        self.tag_known(document, &numbers, tags);
    }

    /// See [`tag`]; the words have been looked up.
    pub(crate) fn tag_known(
        &mut self,
        document: &Document<'_>,
        numbers: &[u16],
        tags: &mut Vec<Tag>,
    ) {
        tags.clear();
        tags.reserve(document.tokens.len());
        for sentence in document.sentences {
            // Sentences hold each token once; the rest is for documents from elsewhere.
            tags.resize(sentence.tokens.first as usize, Tag::NONE);
            let run = sentence.tokens.range();
            let part = Part {
                text: document.text,
                tokens: &document.tokens[run.clone()],
                numbers: numbers.get(run).unwrap_or(&[]),
            };
            self.sentence(&part, tags);
        }
        tags.resize(document.tokens.len(), Tag::NONE);
    }

    /// Tags one sentence of any source; its tags are added to `tags`.
    pub fn sentence(&mut self, source: &impl Source, tags: &mut Vec<Tag>) {
        self.prepare(source);
        apply::apply(&mut self.cells, &mut self.pending);
        let end = self.cells.len() - GAP;
        tags.extend(self.cells[GAP..end].iter().map(|c| Tag(c.tag)));
    }

    /// Gives each token its likeliest tag.
    fn prepare(&mut self, source: &impl Source) {
        self.looks.clear();
        self.cells.clear();
        self.looks.extend((0..source.len()).map(|i| source.look(i)));
        let mut classes = Classes::new(&self.looks);
        let mut reach = Reach::default();
        self.cells.extend([Cell::default(); GAP]);
        let looks = self.looks.iter().enumerate();
        self.cells.extend(looks.map(|(i, &look)| {
            let (mut cell, auxiliary, edge) = first(source, i, look, classes.next(look));
            cell.auxiliary = reach.step(auxiliary, edge);
            cell
        }));
        self.cells.extend([Cell::default(); GAP]);
    }

    /// What [`Tagger::sentence`] does, the slow way.
    #[cfg(test)]
    fn one_by_one(&mut self, source: &impl Source) -> Vec<Tag> {
        self.prepare(source);
        apply::one_by_one(&mut self.cells);
        self.cells[GAP..self.cells.len() - GAP]
            .iter()
            .map(|c| Tag(c.tag))
            .collect()
    }
}

/// What a token is before its neighbours are asked, which auxiliary it is, and whether it ends
/// the reach of one.
#[inline]
fn first(source: &impl Source, i: usize, look: Look, class: u8) -> (Cell, u8, bool) {
    let mut cell = Cell {
        class,
        ..Cell::default()
    };
    if let Some(tag) = source.known(i) {
        cell.tag = tag.0;
        return (cell, 0, true);
    }
    // The most frequent marks are among the words.
    if let Some(word) = Word::get(source.number(i)).profile() {
        cell.allowed = word.allowed(class);
        cell.templates = word.templates;
        cell.word = word.hash;
        cell.tag = word.tags[class as usize];
        cell.uses = word.uses;
        return (cell, word.auxiliary, word.edge);
    }
    if !look.has(Look::LETTER)
        && let Some((tag, edge)) = sign(source.bytes(i))
    {
        cell.tag = tag.0;
        return (cell, 0, edge);
    }
    (cell.tag, cell.allowed) = guess(source.form(i), class);
    cell.templates = u64::MAX;
    (cell, 0, false)
}

/// The tag of a mark, which its form tells, and whether it ends an auxiliary's reach.
fn sign(bytes: &[u8]) -> Option<(Tag, bool)> {
    if let [byte @ 0..128] = bytes {
        let found = SINGLE[*byte as usize];
        return (found.0 != Tag::NONE).then_some(found);
    }
    let form = std::str::from_utf8(bytes).ok()?;
    Some((mark::mark(form)?, auxiliary::is_edge(form)))
}

/// The marks of one byte, and whether they end an auxiliary's reach.
static SINGLE: [(Tag, bool); 128] = {
    let mut table = [(Tag::NONE, false); 128];
    let mut byte = 0;
    while byte < 128 {
        if let Some(tag) = mark::ascii_mark(byte) {
            table[byte as usize] = (tag, auxiliary::is_edge_byte(byte));
        }
        byte += 1;
    }
    table
};

/// The likeliest tag of an unknown word, and those that rules may give it.
fn guess(form: &str, class: u8) -> (u8, u64) {
    let mut key = ending::empty(ending::group(form, class));
    let mut best = tables::ending(key);
    for c in ending::backwards(form) {
        key = ending::longer(key, c);
        let Some(longer) = tables::ending(key) else {
            break;
        };
        best = Some(longer);
    }
    best.unwrap_or((Tag::NN.0, Tag::NN.bit()))
}
