use sayso_plugin::rule;

use crate::complement::Kind;
use crate::cue::Cue;
use crate::draft::Draft;
use crate::extent;
use crate::frames::Frames;
use crate::page::Page;

rule! {
    /// A promise, plan, wish or demand with an infinitive.
    ///
    /// > [The mayor]source [promised]cue [to rebuild the bridge]content.
    /// > [She]source [hopes]cue [to open the road in May]content.
    /// > [The minister]source [vowed]cue [never to close the road]content.
    /// >! She asked not to be named.
    /// >! He wants a holiday.
    pub const RULE: "promised-to";
}

/// `X promised to …`
pub fn find<'d>(page: &Page<'d>, cue: &Cue<'d>) -> Option<Draft<'d>> {
    let here = cue.complement;
    if !cue.has(Frames::TO) || cue.passive || here.kind != Kind::To || here.object.is_some() {
        return None;
    }
    if asks_for_silence(page, cue) {
        return None;
    }
    let source = cue.subject(page);
    let content = vec![extent::infinitive(page, here.at)];
    Some(Draft::of_cue(page, RULE, cue, Frames::TO, source, content))
}

/// `who asked not to be named`: how the words were given, no wish about the world.
fn asks_for_silence(page: &Page<'_>, cue: &Cue<'_>) -> bool {
    let group = page.verb_group(cue.complement.at);
    group.is_some_and(|group| page.is_one_of(group.main as usize, &["named", "identified"]))
}
