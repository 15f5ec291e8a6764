//! Whether a chunk behind a comma describes the one before it.

use sayso_model::{Chunk, ChunkFlags, ChunkKind, Tag};

use crate::name::Page;
use crate::name::words::{HEAD, ROLE, TITLE};

/// What stands behind a chunk.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Openness {
    /// The end of the sentence or of a bracket.
    Closed,
    /// A comma.
    Comma,
    /// Another word.
    Open,
}

/// Whether `next` is an appositive of `chunk`: `Sean McCormack, a spokesman,`,
/// `the spokesman, Sean McCormack,`, `Maria Keller, 61,`.
pub(super) fn describes(page: &Page<'_>, chunk: &Chunk, next: &Chunk, open: Openness) -> bool {
    let (a, b) = (chunk.flags, next.flags);
    if open == Openness::Open || a.has(ChunkFlags::PRONOUN) || b.has_any(ChunkFlags::TIME) {
        return false;
    }
    if next.kind == ChunkKind::NUMBER {
        return a.has(ChunkFlags::NAME) && is_age(page, next);
    }
    let head = next.head as usize;
    let role = page.has(head, ROLE | TITLE);
    if chunk.kind == ChunkKind::NAME && next.kind == ChunkKind::NOUN {
        let fits = role || !a.has(ChunkFlags::PERSON);
        return fits && (b.has(ChunkFlags::DETERMINED) || role && is_bare_role(page, next));
    }
    let body = page.has(chunk.head as usize, HEAD) && b.has(ChunkFlags::ORGANIZATION);
    let person = page.has(chunk.head as usize, ROLE) && !b.has(ChunkFlags::ORGANIZATION);
    chunk.kind == ChunkKind::NOUN
        && next.kind == ChunkKind::NAME
        && !a.has(ChunkFlags::PLURAL)
        && a.has(ChunkFlags::DETERMINED)
        && (person && !b.has(ChunkFlags::PLACE) || body)
}

/// `president of the union`, `Delmar's mayor`: a role in the singular without article.
fn is_bare_role(page: &Page<'_>, next: &Chunk) -> bool {
    page.tag(next.head as usize) == Tag::NN
}

fn is_age(page: &Page<'_>, next: &Chunk) -> bool {
    let form = page.form(next.head as usize);
    next.tokens.len() == 1 && form.len() <= 3 && form.bytes().all(|b| b.is_ascii_digit())
}
