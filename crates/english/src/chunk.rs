//! Noun-phrase chunks: `[Moscow's *concerns]`, `[about 200 *people]`, `[Sen. John *McCain]`.
//!
//! [`chunks`] finds the phrases without what follows their heads, in one pass over the tags;
//! [`link_chunks`] then joins them: of-phrases, appositives, lists.

mod base;
mod describe;
mod link;
mod phrases;
mod quantity;
mod step;

use sayso_model::{Chunk, ChunkFlags, ChunkKind, ChunkLink, NONE, Name, NameKind, Tag};

use crate::name::words::{MONEY, NUMBER, ROLE, TIME};
use crate::name::{Mark, PROPER, Page, run};
pub(crate) use base::MAY_BEGIN;
use base::{Base, Place};
pub use link::link_chunks;
pub use phrases::Phrases;
pub(crate) use quantity::BEGINS as ROUGH;

/// Finds all noun-phrase chunks. `names` are those of the same page; `out` is cleared and
/// filled, and so is `chunk_of` with the index of each token's chunk, [`NONE`] outside.
///
/// ```
/// use sayso_english::{Page, chunks};
/// use sayso_model::Tag;
/// let text = "the ministry's chief spokeswoman said";
/// let structure = sayso_parser::parse(text);
/// let document = structure.document(text);
/// let tags = [Tag::DT, Tag::NN, Tag::POS, Tag::JJ, Tag::NN, Tag::VBD];
/// let (mut classes, mut found, mut chunk_of) = (Vec::new(), Vec::new(), Vec::new());
/// let page = Page::new(&document, &tags, &mut classes);
/// chunks(&page, &[], &mut found, &mut chunk_of);
/// assert_eq!(document.form(found[0].head as usize), "spokeswoman");
/// assert_eq!(found[0].tokens.len(), 5);
/// ```
pub fn chunks(page: &Page<'_>, names: &[Name], out: &mut Vec<Chunk>, chunk_of: &mut Vec<u32>) {
    out.clear();
    chunk_of.clear();
    chunk_of.resize(page.len(), NONE);
    let mut names = names;
    for sentence in page.sentences() {
        let next = |at| page.next(Mark::Phrase, at, sentence.end);
        let mut at = next(sentence.start);
        while at < sentence.end {
            let Some(base) = base::find(page, at, sentence.start, sentence.end) else {
                at = next(at + 1);
                continue;
            };
            while let [name, rest @ ..] = names
                && name.tokens.end as usize <= base.head
            {
                names = rest;
            }
            let name = names.first();
            let name = name.filter(|n| n.tokens.contains(base.head as u32));
            chunk_of[at..base.end].fill(out.len() as u32);
            out.push(chunk(page, at, &base, name));
            at = next(base.end);
        }
    }
}

fn chunk(page: &Page<'_>, first: usize, base: &Base, name: Option<&Name>) -> Chunk {
    let tokens = run(first, base.end);
    let (kind, form) = BY_HEAD[page.tag(base.head).0 as usize & 63];
    Chunk {
        tokens,
        phrase: tokens,
        full: tokens,
        head: base.head as u32,
        possessive: base.possessive.0,
        coordination: NONE,
        flags: form.with(flags(page, first, base, name)),
        kind,
        link: ChunkLink::NONE,
        reserved: 0,
    }
}

/// The kind and the flags that the tag of its head gives a chunk, which are looked up for each.
static BY_HEAD: [(ChunkKind, ChunkFlags); 64] = {
    let mut table = [(ChunkKind::NOUN, ChunkFlags::NONE); 64];
    let mut tag = 0;
    while tag < 64 {
        table[tag] = (kind(Tag(tag as u8)), form(Tag(tag as u8)));
        tag += 1;
    }
    table
};

const fn kind(head: Tag) -> ChunkKind {
    match head {
        Tag::NNP | Tag::NNPS => ChunkKind::NAME,
        Tag::PRP | Tag::PRP_POSSESSIVE => ChunkKind::PRONOUN,
        Tag::DT | Tag::PDT => ChunkKind::DETERMINER,
        Tag::WP | Tag::WDT | Tag::WP_POSSESSIVE => ChunkKind::WH,
        Tag::CD | Tag::DOLLAR | Tag::POUND => ChunkKind::NUMBER,
        Tag::EX => ChunkKind::EXISTENTIAL,
        _ => ChunkKind::NOUN,
    }
}

const fn form(head: Tag) -> ChunkFlags {
    match head {
        Tag::PRP => ChunkFlags::PRONOUN,
        Tag::NNP => ChunkFlags::NAME,
        Tag::NNPS => ChunkFlags::NAME.with(ChunkFlags::PLURAL),
        Tag::NNS => ChunkFlags::PLURAL,
        _ => ChunkFlags::NONE,
    }
}

/// The flags that a chunk has but for those of its head's tag.
fn flags(page: &Page<'_>, first: usize, base: &Base, name: Option<&Name>) -> ChunkFlags {
    let tag = page.tag(base.head);
    let mut flags = base.flags;
    if base.possessive != Place::NOWHERE {
        flags.set(ChunkFlags::POSSESSIVE);
    }
    if page.tag_in(first, base::WH) {
        flags.set(ChunkFlags::WH);
    }
    if tag == Tag::PRP && page.is(base.head, base::PERSONS) {
        flags.set(ChunkFlags::PERSON);
    }
    let head = page.classes(base.head);
    if let Some(name) = name {
        flags.set(name_flag(name.kind));
    } else if head & ROLE != 0 && !tag.is_in(PROPER) {
        flags.set(ChunkFlags::PERSON);
    }
    if flags.has(ChunkFlags::MONEY) && tag != Tag::CD && head & NUMBER == 0 {
        flags.0 &= !ChunkFlags::MONEY.0;
    }
    let set = |holds: bool, flag: ChunkFlags| flag.0 * u32::from(holds);
    flags.0 |= set(head & MONEY != 0, ChunkFlags::MONEY) | set(head & TIME != 0, ChunkFlags::TIME);
    flags
}

fn name_flag(kind: NameKind) -> ChunkFlags {
    match kind {
        NameKind::PERSON => ChunkFlags::PERSON,
        NameKind::ORGANIZATION => ChunkFlags::ORGANIZATION,
        NameKind::PLACE => ChunkFlags::PLACE,
        NameKind::TIME => ChunkFlags::TIME,
        _ => ChunkFlags::NONE,
    }
}
