use sayso_plugin::rule;

use crate::cue::Cue;
use crate::draft::Draft;
use crate::extent;
use crate::frames::Frames;
use crate::page::{Page, run};
use crate::source;

rule! {
    /// What somebody talks of, behind the preposition that the verb goes with.
    ///
    /// > [She]source [warned of]cue [a shortage of water]content.
    /// > [Residents]source [complained about]cue [the noise]content.
    /// >! She walked about the town.
    pub const RULE: "complained-about";
}

/// `X complained about …`
pub fn find<'d>(page: &Page<'d>, cue: &Cue<'d>) -> Option<Draft<'d>> {
    let preposition = cue.complement.preposition?;
    let fits = cue.has(Frames::PREPOSITION) && !cue.passive;
    if !fits || preposition != cue.end || !cue.governs(page, preposition) {
        return None;
    }
    let source = source::subject(page, cue);
    let content = vec![extent::phrase(page, preposition + 1)];
    let frame = Frames::PREPOSITION;
    let mut draft = Draft::of_cue(page, RULE, cue, frame, source, content);
    draft.cue = run(cue.first, preposition + 1);
    Some(draft)
}
