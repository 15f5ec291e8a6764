use sayso_plugin::rule;

use crate::cue::Cue;
use crate::draft::Draft;
use crate::frames::Frames;
use crate::page::Page;
use crate::source;

rule! {
    /// What was judged or announced, with who did it behind "by" or left out.
    ///
    /// > [The plan]content [was backed]cue by [the council]source.
    /// >! The plan backed by the council is old.
    pub const RULE: "praised-by";
}

/// `Y was praised by X`
pub fn find<'d>(page: &Page<'d>, cue: &Cue<'d>) -> Option<Draft<'d>> {
    // `The plan backed by the council` only tells which plan.
    if !cue.has(Frames::PASSIVE) || !cue.passive || cue.participle {
        return None;
    }
    let source = source::agent(page, cue)?;
    let content = vec![source::subject(page, cue)?];
    Some(Draft::of_cue(
        page,
        RULE,
        cue,
        Frames::PASSIVE,
        Some(source),
        content,
    ))
}
