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

use crate::basis::auxiliary::{EDGE, Reach};
use crate::basis::look::Classes;
use crate::basis::{auxiliary, ending, mark};
use crate::name::words::Known;
use crate::tables::{self, Cell, Keys};
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
    looks: Vec<Look>,
    run: apply::Run,
    pending: Vec<apply::Pending>,
}

/// Empty places before and after the tokens.
const GAP: usize = 3;

impl Tagger {
    /// See [`tag`].
    pub fn tag(&mut self, document: &Document<'_>, tags: &mut Vec<Tag>) {
        let keys = Known::new(document).keys;
        self.tag_known(document, &keys, tags);
    }

    /// See [`tag`]; the words have been looked up.
    pub(crate) fn tag_known(
        &mut self,
        document: &Document<'_>,
        keys: &[Keys],
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
                keys: keys.get(run).unwrap_or(&[]),
            };
            self.sentence(&part, tags);
        }
        tags.resize(document.tokens.len(), Tag::NONE);
    }

    /// Tags one sentence of any source; its tags are added to `tags`.
    pub fn sentence(&mut self, source: &impl Source, tags: &mut Vec<Tag>) {
        self.prepare(source);
        self.run.apply(&mut self.pending);
        tags.extend(self.run.tokens().iter().map(|cell| Tag(cell.tag)));
    }

    /// Gives each token its likeliest tag.
    #[inline(never)]
    fn prepare(&mut self, source: &impl Source) {
        let (mut letters, mut capitals) = (0, 0);
        self.looks.clear();
        self.looks.extend((0..source.len()).map(|i| {
            let look = source.look(i);
            letters += usize::from(look.has(Look::LETTER));
            capitals += usize::from(look.has(Look::CAPITAL));
            look
        }));
        let mut classes = Classes::new(letters, capitals);
        let mut reach = Reach::default();
        let looks = &self.looks[..];
        self.run.fill(looks.len(), |i| {
            let look = looks[i];
            let class = classes.next(look);
            let cell = match source.keys(i).cell(class) {
                Some(cell) => cell,
                None => unlisted(source, i, look, class),
            };
            (cell, apply::context(class, reach.step(cell.effect)))
        });
    }

    /// What [`Tagger::sentence`] does, the slow way.
    #[cfg(test)]
    fn one_by_one(&mut self, source: &impl Source) -> Vec<Tag> {
        self.prepare(source);
        self.run.one_by_one();
        self.run.tokens().iter().map(|cell| Tag(cell.tag)).collect()
    }
}

/// What a token that is no listed word is before its neighbours are asked. The most frequent
/// marks are among the words.
#[inline(never)]
fn unlisted(source: &impl Source, i: usize, look: Look, class: u8) -> Cell {
    let mark = |tag: Tag, edge| Cell {
        tag: tag.0,
        effect: u8::from(edge) * EDGE,
        ..Cell::default()
    };
    if let Some(tag) = source.known(i) {
        return mark(tag, true);
    }
    if !look.has(Look::LETTER)
        && let Some((tag, edge)) = sign(source.bytes(i))
    {
        return mark(tag, edge);
    }
    guess(source.form(i), class)
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

/// What an unknown word is taken for.
fn guess(form: &str, class: u8) -> Cell {
    let mut key = ending::empty(ending::group(form, class));
    let mut best = tables::ending(key);
    // `Lang` ends as `running` does, but not all the way.
    let participle = ending::backwards(form).take(3).eq("gni".chars());
    for c in ending::backwards(form) {
        key = ending::longer(key, c);
        let Some(longer) = tables::ending(key) else {
            break;
        };
        if longer.tag != Tag::VBG.0 || participle {
            best = Some(longer);
        }
    }
    best.unwrap_or(Cell {
        tag: Tag::NN.0,
        ..Cell::default()
    })
}
