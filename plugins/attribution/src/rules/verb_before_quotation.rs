use sayso_plugin::rule;

use crate::draft::Draft;
use crate::page::{Page, run};
use crate::quoted;
use crate::source;

rule! {
    /// A clause and a comma before a quotation that is a sentence of its own, whatever its verb.
    ///
    /// > [Capito]source [called]cue over her shoulder, [“His comments are not helping.”]content
    pub const RULE: "verb-before-quotation";
}

/// How many words may stand between the verb and the comma.
const NEAR: usize = 8;

/// `X sang, “…”`
pub fn find<'d>(page: &Page<'d>, speech: usize) -> Option<Draft<'d>> {
    let tokens = page.speeches[speech].tokens;
    let comma = (tokens.first as usize).checked_sub(1)?;
    let opens = tokens.len() > 1 && quoted::begins_sentence(page, comma + 1);
    if !page.is(comma, ",") || !opens {
        return None;
    }
    let start = page.around(comma).first as usize;
    let near = start.max(comma.saturating_sub(NEAR));
    let verb = (near..comma).rev().find(|&i| page.is_finite(i))?;
    let group = page.verb_group(verb)?;
    let source = source::subject_at(page, verb)?;
    let cue = run(verb, group.tokens.end as usize);
    Some(Draft::said(RULE, Some(source), cue, vec![tokens]))
}
