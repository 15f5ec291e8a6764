use sayso_plugin::{Chunk, Tag, rule};

use crate::draft::Draft;
use crate::extent::{self, speaks_with_subject};
use crate::page::{Page, run};
use crate::source::{self, PERSON, is_time};

rule! {
    /// To whom something is so, at the beginning of a sentence.
    ///
    /// > [To]cue [Brandt]source, [the bridge is a symbol of the town]content.
    /// > [To]cue [many]source, [the vote came too late]content.
    /// >! To the north, the road is closed.
    /// >! To Brandt, he wrote a letter.
    pub const RULE: "to-somebody";
}

/// `To X, … is …`
pub fn find<'d>(page: &Page<'d>, index: usize) -> Option<Draft<'d>> {
    if page.tag(index) != Tag::TO {
        return None;
    }
    let person = |chunk: &Chunk| chunk.flags.has_any(PERSON) && !is_time(page, chunk);
    let named = page.chunk_from(index + 1).is_some_and(person);
    let many = page.is_one_of(
        index + 1,
        &["many", "some", "most", "critics", "supporters"],
    );
    if !named && !many {
        return None;
    }
    let alone = || many.then(|| run(index + 1, index + 2));
    let source = source::after_opening(page, index + 1).or_else(alone)?;
    let comma = source.end as usize;
    let end = page.around(index).end as usize;
    // `To Brandt, he wrote`: what was said to somebody.
    let told = speaks_with_subject(page, comma + 1, end);
    let clause = page.clause_of_subject(comma + 1).is_some();
    if !page.is_comma(comma) || told || !clause {
        return None;
    }
    let content = vec![extent::rest(page, comma + 1)];
    Some(Draft::said(
        RULE,
        Some(source),
        run(index, index + 1),
        content,
    ))
}
