use sayso_plugin::rule;

use crate::complement::Kind;
use crate::cue::Cue;
use crate::draft::Draft;
use crate::extent;
use crate::frames::Frames;
use crate::page::Page;

rule! {
    /// Whom somebody wants to do what: an object with an infinitive.
    ///
    /// > [She]source [urged]cue [the council to wait]content.
    /// > [The mayor]source [wants]cue [voters to decide in June]content.
    /// >! She drove the council to the station.
    pub const RULE: "urged-to";
}

/// `X urged Y to …`
pub fn find<'d>(page: &Page<'d>, cue: &Cue<'d>) -> Option<Draft<'d>> {
    let here = cue.complement;
    if !cue.has(Frames::OBJECT_TO) || cue.passive || here.kind != Kind::To {
        return None;
    }
    let object = here.object?;
    let source = cue.subject(page);
    let content = vec![extent::infinitive(page, object.first as usize)];
    Some(Draft::of_cue(
        page,
        RULE,
        cue,
        Frames::OBJECT_TO,
        source,
        content,
    ))
}
