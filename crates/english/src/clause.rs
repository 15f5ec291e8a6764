//! Clauses, as far as openers, commas and finite verbs tell.
//!
//! One pass over a sentence keeps a stack of the clauses that are open. An opener (`that`,
//! `who`, `because`, `to`, `saying`) opens one; a comma, a conjunction or a verb that the
//! innermost clause has no room for closes some.

mod comma;
mod open;
mod reader;
mod verb_step;

use sayso_model::{Chunk, Clause, VerbGroup};

use crate::name::Page;
use reader::Reader;

/// Finds all clauses. `chunk_of` and `verb_of` have the index of each token's chunk and verb
/// group. `out` is cleared and filled.
pub fn clauses(
    page: &Page<'_>,
    chunks: &[Chunk],
    chunk_of: &[u32],
    verbs: &[VerbGroup],
    verb_of: &[u32],
    out: &mut Vec<Clause>,
) {
    out.clear();
    let mut reader = Reader::new(page, chunks, chunk_of, verbs, verb_of, out);
    for sentence in page.sentences() {
        if !sentence.is_empty() {
            reader.read(sentence);
        }
    }
}
