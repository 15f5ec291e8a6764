use sayso_plugin::{Tag, rule};

use crate::cue::Cue;
use crate::draft::Draft;
use crate::extent;
use crate::frames::Frames;
use crate::page::{Page, run};
use crate::source;

rule! {
    /// Source and verb inside a relative clause, between its pronoun and its verb.
    ///
    /// > The plan, [which]content [critics]source [say]cue [was drawn up in haste]content, failed.
    /// >! The plan which critics drew up was lost.
    pub const RULE: "which-source-said";
}

/// `which X said is …`
pub fn find<'d>(page: &Page<'d>, cue: &Cue<'d>) -> Option<Draft<'d>> {
    if !cue.has(Frames::BARE) || cue.passive || !page.is_finite(cue.end) {
        return None;
    }
    let mut source = source::subject(page, cue)?;
    // `which critics` may be read as one phrase.
    if page.tag(source.first as usize) == Tag::WDT && source.len() > 1 {
        source.first += 1;
    }
    let pronoun = source.first.checked_sub(1)? as usize;
    let relative = Tag::WDT.bit() | Tag::WP.bit() | Tag::IN.bit();
    if !page.tag_in(pronoun, relative)
        || !page.is_one_of(pronoun, &["which", "who", "that", "what"])
    {
        return None;
    }
    let content = vec![run(pronoun, pronoun + 1), extent::predicate(page, cue.end)];
    Some(Draft::of_cue(
        page,
        RULE,
        cue,
        Frames::BARE,
        Some(source),
        content,
    ))
}
