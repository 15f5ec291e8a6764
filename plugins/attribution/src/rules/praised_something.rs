use sayso_plugin::rule;

use crate::cue::Cue;
use crate::draft::Draft;
use crate::extent;
use crate::frames::Frames;
use crate::page::Page;
use crate::source;

rule! {
    /// A judgement or announcement whose content is a noun phrase.
    ///
    /// > [The governor]source [praised]cue [the firefighters]content.
    /// > [The court]source [rejected]cue [the plan]content.
    /// >! The governor called on Monday.
    pub const RULE: "praised-something";
}

/// `X praised Y`
pub fn find<'d>(page: &Page<'d>, cue: &Cue<'d>) -> Option<Draft<'d>> {
    if !cue.has(Frames::OBJECT) || cue.passive {
        return None;
    }
    let object = cue.complement.object?;
    let content = vec![extent::phrase(page, object.first as usize)];
    let source = source::subject(page, cue);
    Some(Draft::of_cue(
        page,
        RULE,
        cue,
        Frames::OBJECT,
        source,
        content,
    ))
}
