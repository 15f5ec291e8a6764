use sayso_plugin::rule;

use crate::cue::Cue;
use crate::draft::Draft;
use crate::noun_phrase;
use crate::page::Page;
use crate::quoted;
use crate::words::{QUOTE, QUOTE_ONLY};

rule! {
    /// A quotation, then the source and its verb.
    ///
    /// > [“We are ready,”]content [Duarte]source [told]cue reporters.
    /// > [“The bridge,”]content [she]source [said]cue, [“is safe.”]content
    pub const RULE: "quote-source-said";
}

/// `“…,” X said`
pub fn find<'d>(page: &Page<'d>, cue: &Cue<'d>) -> Option<Draft<'d>> {
    if !cue.has(QUOTE.or(QUOTE_ONLY)) || cue.participle || cue.passive {
        return None;
    }
    let source = noun_phrase::before(page, cue.first)?;
    let speech = quoted::speech_before(page, source.first as usize)?;
    Some(quoted::draft(page, RULE, cue, Some(source), speech))
}
