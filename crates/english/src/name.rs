//! Names: runs of proper nouns, with the titles before them, and what they name.
//!
//! A name's kind comes from its title, its given name, its last word (`University`, `Inc.`,
//! `River`), the lists of places and organisations, and the names that stood before it in
//! the document: once `Sean McCormack` was named, `McCormack` is a person.

mod extent;
mod kind;
mod mark;
mod page;
pub(crate) mod words;

use sayso_model::{Gender, Name, NameKind, Tag, TokenRange};

pub(crate) use extent::nickname;
pub(crate) use mark::Mark;
pub use page::Page;
pub(crate) use page::run;

/// The tags of proper nouns.
pub(crate) const PROPER: u64 = Tag::NNP.bit() | Tag::NNPS.bit();

/// Finds all names. `out` is cleared and filled; `surnames` is kept for the next document.
///
/// ```
/// use sayso_english::{Page, Surnames, names};
/// use sayso_model::{NameKind, Tag};
/// let text = "Sen. Maria Keller arrived.";
/// let structure = sayso_parser::parse(text);
/// let document = structure.document(text);
/// let tags = [Tag::NNP, Tag::NNP, Tag::NNP, Tag::VBD, Tag::STOP];
/// let (mut classes, mut found) = (Vec::new(), Vec::new());
/// let page = Page::new(&document, &tags, &mut classes);
/// names(&page, &mut Surnames::default(), &mut found);
/// assert_eq!(document.span(found[0].tokens).of(text), "Maria Keller");
/// assert_eq!(found[0].kind, NameKind::PERSON);
/// ```
pub fn names(page: &Page<'_>, surnames: &mut Surnames, out: &mut Vec<Name>) {
    out.clear();
    surnames.forget();
    for sentence in page.sentences() {
        let next = |at| page.next(Mark::Name, at, sentence.end);
        let mut at = next(sentence.start);
        while at < sentence.end {
            let end = extent::end(page, at, sentence.end);
            out.push(name(page, surnames, run(at, end), sentence.start));
            at = next(end);
        }
    }
}

/// The name in a run of proper nouns.
fn name(page: &Page<'_>, surnames: &mut Surnames, whole: TokenRange, floor: usize) -> Name {
    let (title, tokens) = extent::divide(page, whole, floor);
    let (kind, gender) = kind::of(page, surnames, tokens, title);
    if kind == NameKind::PERSON {
        let last = kind::surname(page, tokens);
        surnames.remember(page.word(last), gender);
    }
    Name {
        tokens,
        title,
        kind,
        gender,
        reserved: 0,
    }
}

/// The last names of the persons that a document has named so far.
///
/// The store has a fixed size: in a text with very many names the oldest are forgotten.
#[derive(Clone, Debug)]
pub struct Surnames {
    slots: Vec<(u32, u32, Gender)>,
    document: u32,
}

impl Default for Surnames {
    fn default() -> Self {
        Self {
            slots: vec![(0, 0, Gender::NONE); Self::SLOTS],
            document: 0,
        }
    }
}

impl Surnames {
    const SLOTS: usize = 512;

    fn forget(&mut self) {
        self.document = self.document.wrapping_add(1);
    }

    fn remember(&mut self, word: u32, gender: Gender) {
        let slot = &mut self.slots[word as usize % Self::SLOTS];
        let known = slot.0 == word && slot.1 == self.document;
        if !known || slot.2 == Gender::NONE {
            *slot = (word, self.document, gender);
        } else if gender != Gender::NONE && gender != slot.2 {
            // Two persons of one name.
            slot.2 = Gender::NONE;
        }
    }

    fn gender(&self, word: u32) -> Option<Gender> {
        let slot = self.slots[word as usize % Self::SLOTS];
        (slot.0 == word && slot.1 == self.document).then_some(slot.2)
    }
}
