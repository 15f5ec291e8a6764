use sayso_plugin::rule;

use crate::complement::Kind;
use crate::cue::Cue;
use crate::draft::Draft;
use crate::extent;
use crate::frames::Frames;
use crate::page::Page;
use crate::source;

rule! {
    /// A verb of asking, explaining or knowing with a clause that a question word opens.
    ///
    /// > [She]source [asked]cue [whether the road would open]content.
    /// > [The engineer]source [explained]cue [how the pumps had failed]content.
    /// > [Asked]cue [whether the road would open]content, she shrugged.
    /// >! She asked for the bill.
    pub const RULE: "asked-whether";
}

/// `X asked whether …`
pub fn find<'d>(page: &Page<'d>, cue: &Cue<'d>) -> Option<Draft<'d>> {
    let here = cue.complement;
    cue.goes_with(page, Frames::WH, Kind::Wh)?;
    // `It was too early to say how …` tells nobody's words.
    if cue.is_say() && cue.infinitive {
        return None;
    }
    // `Asked whether …, she said`: nobody is named who asked.
    let source = if cue.passive {
        source::agent(page, cue)
    } else {
        cue.subject(page)
    };
    let content = vec![extent::clause(page, here.at)];
    Some(Draft::of_cue(page, RULE, cue, Frames::WH, source, content))
}
