use sayso_plugin::{TokenRange, rule};

use crate::complement::Kind;
use crate::cue::Cue;
use crate::draft::Draft;
use crate::frames::Frames;
use crate::page::Page;
use crate::quoted;
use crate::source;

rule! {
    /// A quotation, then the source and its verb.
    ///
    /// > [“We are ready,”]content [Duarte]source [told]cue reporters.
    /// > [“She should act like one,”]content [the letter]source [read]cue.
    /// > [“The circumstances are changed,”]content [From]source [said]cue.
    /// > [“The bridge,”]content [she]source [said]cue, [“is safe.”]content
    pub const RULE: "quote-source-said";
}

/// `“…,” X said`
pub fn find<'d>(page: &Page<'d>, cue: &Cue<'d>) -> Option<Draft<'d>> {
    if !cue.has(Frames::QUOTE) || cue.participle || cue.passive {
        return None;
    }
    // `On “The Morning Hour,” Duarte said that …`: what is said comes behind.
    if matches!(cue.complement.kind, Kind::That | Kind::Clause | Kind::Wh) {
        return None;
    }
    let behind = |source: TokenRange| {
        quoted::speech_before(page, source.first as usize).map(|speech| (source, speech))
    };
    let (source, speech) = source::subject(page, cue)
        .filter(|source| source.end as usize <= cue.first)
        .and_then(behind)
        .or_else(|| quoted::words_between(page, cue.first).and_then(behind))?;
    Some(quoted::draft(page, RULE, cue, Some(source), speech))
}
