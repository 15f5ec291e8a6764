use sayso_plugin::rule;

use crate::complement::Kind;
use crate::cue::Cue;
use crate::draft::Draft;
use crate::extent;
use crate::frames::Frames;
use crate::page::Page;
use crate::source;
use crate::words::{SAY, WRITE};

rule! {
    /// A verb of saying or thinking with a clause that no "that" opens.
    ///
    /// > [Officials]source [say]cue [the tunnel will open in May]content.
    /// > [The minister]source [told]cue reporters [the tunnel would open in May]content.
    /// > [Duarte]source [said]cue: [The road is open]content.
    /// >! She thinks in three languages.
    pub const RULE: "source-said-clause";
}

/// `X said …`
pub fn find<'d>(page: &Page<'d>, cue: &Cue<'d>) -> Option<Draft<'d>> {
    let here = cue.complement;
    if !introduces(page, cue) {
        cue.goes_with(page, Frames::BARE, Kind::Clause)?;
    }
    if cue.passive {
        return None;
    }
    let source = source::subject(page, cue);
    let content = vec![extent::clause(page, here.at)];
    Some(Draft::of_cue(
        page,
        RULE,
        cue,
        Frames::BARE,
        source,
        content,
    ))
}

/// `Duarte said: The road is open.`
fn introduces(page: &Page<'_>, cue: &Cue<'_>) -> bool {
    let sentence = page.around(cue.verb);
    let rest = cue.complement.at..sentence.end as usize;
    let says = cue.entry.classes.has(SAY.or(WRITE)) && cue.takes(Kind::Colon);
    says && rest.into_iter().any(|i| page.is_finite(i))
}
