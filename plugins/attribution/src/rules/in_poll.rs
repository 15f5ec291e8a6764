use sayso_plugin::rule;

use crate::draft::Draft;
use crate::page::{Page, run};
use crate::rules::according_to::by_authority;

rule! {
    /// A poll or survey that a sentence begins with, in which something was found.
    ///
    /// > [In]cue [the latest poll]source, [Brandt leads by two points]content.
    /// >! In the polls Brandt has been ahead for weeks.
    pub const RULE: "in-poll";
}

/// `In the latest poll, …`
pub fn find<'d>(page: &Page<'d>, index: usize) -> Option<Draft<'d>> {
    let chunk = page
        .chunk_from(index + 1)
        .filter(|_| page.is(index, "in"))?;
    let head = page.word(chunk.head as usize);
    let one = head.is("poll") || head.is("survey");
    one.then(|| by_authority(page, RULE, run(index, index + 1)))?
}
