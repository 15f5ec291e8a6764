use sayso_plugin::rule;

use crate::complement::Kind;
use crate::cue::Cue;
use crate::draft::Draft;
use crate::extent;
use crate::frames::Frames;
use crate::page::Page;

rule! {
    /// A denial or proposal whose content is an -ing form.
    ///
    /// > [She]source [denied]cue [taking the money]content.
    /// > [The council]source [proposed]cue [closing the road at night]content.
    /// >! She stopped taking the money.
    pub const RULE: "denied-doing";
}

/// `X denied taking …`
pub fn find<'d>(page: &Page<'d>, cue: &Cue<'d>) -> Option<Draft<'d>> {
    cue.goes_with(page, Frames::ING, Kind::Ing)?;
    if cue.passive {
        return None;
    }
    let source = cue.subject(page);
    let content = vec![extent::infinitive(page, cue.complement.at)];
    Some(Draft::of_cue(page, RULE, cue, Frames::ING, source, content))
}
