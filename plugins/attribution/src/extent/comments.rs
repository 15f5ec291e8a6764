//! What the writer adds about what was said.

use sayso_plugin::{Chunk, ChunkKind, Tag, Words};

use super::speaks::main_cue;
use crate::page::{Page, whole_end};
use crate::source::PERSON;

/// What words may be besides what they say: `, a swipe at Brandt`.
const REMARKS: &Words = &Words::new(&[
    "dig",
    "jab",
    "nod",
    "rebuke",
    "reference",
    "shot",
    "slap",
    "swipe",
]);

/// Whether the writer goes on about what was said: `, a charge that the council denied`,
/// `, drawing laughter`.
pub(super) fn comments(page: &Page<'_>, next: usize) -> bool {
    const RESULTS: &Words = &Words::new(&[
        "appear", "draw", "point", "prompt", "reverse", "spark", "throw",
    ]);
    if page.tag(next) == Tag::VBG {
        return RESULTS.has(page.word(next).lemma());
    }
    let Some(thing) = afterthought(page, next) else {
        return false;
    };
    let behind = thing.tokens.end as usize;
    let remark = || REMARKS.has(page.word(behind - 1).lemma());
    page.is_one_of(behind, &["that", "which"]) && !thing.flags.has_any(PERSON)
        || page.is_one_of(behind, &["at", "to"]) && remark()
        || contact(page, behind)
}

/// Whether somebody else judges what was said behind a comma: `, a charge [that] the council denied`.
pub(super) fn disputes(page: &Page<'_>, next: usize) -> bool {
    let behind = afterthought(page, next).map(|thing| thing.tokens.end as usize);
    behind.is_some_and(|at| contact(page, at + usize::from(page.is(at, "that"))))
}

/// A noun phrase that tells what was said once more: `, a charge`.
fn afterthought<'d>(page: &Page<'d>, at: usize) -> Option<&'d Chunk> {
    let opens = page.is_one_of(at, &["a", "an", "another"]);
    page.chunk_from(at).filter(|_| opens)
}

/// Whether a subject and a verb that attributes follow, as in a relative clause that nothing opens.
fn contact(page: &Page<'_>, subject: usize) -> bool {
    page.chunk_from(subject).is_some_and(|chunk| {
        main_cue(page, whole_end(chunk)).is_some_and(|(tag, _)| tag != Tag::VBG && tag != Tag::VB)
            && chunk.kind != ChunkKind::WH
    })
}
