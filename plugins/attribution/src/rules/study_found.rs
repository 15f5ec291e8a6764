use sayso_plugin::rule;

use crate::complement::Kind;
use crate::cue::Cue;
use crate::draft::Draft;
use crate::extent;
use crate::frames::Frames;
use crate::page::Page;
use crate::source;
use crate::words::FIND;

rule! {
    /// What a poll, a study or a report finds: a clause or a noun phrase. People find too much else.
    ///
    /// > [The poll]source [found]cue [voters are tired of the dispute]content.
    /// > [A new study]source [finds]cue [Brandt leading in three towns]content.
    /// > [The report]source [found]cue [no sign of fraud]content.
    /// >! The boy found a coin.
    pub const RULE: "study-found";
}

/// `the study found …`
pub fn find<'d>(page: &Page<'d>, cue: &Cue<'d>) -> Option<Draft<'d>> {
    if !cue.entry.classes.has(FIND) || cue.passive || cue.participle || cue.infinitive {
        return None;
    }
    let here = cue.complement;
    let first = match here.kind {
        Kind::Clause | Kind::Wh if here.object.is_none() => here.at,
        _ => here.object?.first as usize,
    };
    let source = cue.subject(page)?;
    if !page
        .chunk(source.first as usize)
        .is_some_and(|chunk| source::is_study(page, chunk))
    {
        return None;
    }
    let content = vec![extent::clause(page, first)];
    let frames = Frames::THAT;
    Some(Draft::of_cue(
        page,
        RULE,
        cue,
        frames,
        Some(source),
        content,
    ))
}
