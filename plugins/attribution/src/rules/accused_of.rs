use sayso_plugin::rule;

use crate::cue::Cue;
use crate::draft::Draft;
use crate::extent;
use crate::frames::Frames;
use crate::page::Page;
use crate::source;

rule! {
    /// A judgement of an object with a preposition.
    ///
    /// > [Duarte]source [accused]cue [the company of hiding the report]content.
    /// > [He]source [described]cue [the vote as a turning point]content.
    /// > [She]source [blamed]cue [the storm for the delay]content.
    /// >! She sent the letter for a friend.
    pub const RULE: "accused-of";
}

/// The prepositions of each frame.
const FRAMES: &[(Frames, &[&str])] = &[
    (Frames::OF, &["of"]),
    (Frames::AS, &["as"]),
    (Frames::FOR, &["for", "over"]),
];

/// `X accused Y of …`
pub fn find<'d>(page: &Page<'d>, cue: &Cue<'d>) -> Option<Draft<'d>> {
    if cue.passive {
        return None;
    }
    let object = cue.complement.object?;
    let preposition = cue.complement.preposition?;
    let near = preposition == object.end as usize;
    let &(frame, _) = FRAMES
        .iter()
        .find(|&&(frame, words)| cue.has(frame) && page.is_one_of(preposition, words))?;
    if !near {
        return None;
    }
    let source = source::subject(page, cue);
    let content = vec![extent::infinitive(page, object.first as usize)];
    Some(Draft::of_cue(page, RULE, cue, frame, source, content))
}
