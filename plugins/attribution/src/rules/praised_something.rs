use sayso_plugin::rule;

use crate::clause;
use crate::cue::Cue;
use crate::draft::Draft;
use crate::page::Page;
use crate::subject;
use crate::words::{ADVERB, COORDINATOR, ING, NP, NP_SMALL, PREPOSITION, SMALL_CLAUSE};

rule! {
    /// A judgement or announcement whose content is a noun phrase or an -ing form.
    ///
    /// > [The governor]source [praised]cue [the firefighters]content.
    /// > [Brandt]source [called]cue [the plan a disaster]content.
    /// > [She]source [denied]cue [taking the money]content.
    /// >! The governor called on Monday.
    pub const RULE: "praised-something";
}

/// `X praised Y`
pub fn find<'d>(page: &Page<'d>, cue: &Cue<'d>) -> Option<Draft<'d>> {
    let ing = cue.has(ING)
        && page
            .outside(cue.end)
            .is_some_and(|w| w.form().ends_with("ing"));
    if !cue.has(NP.or(NP_SMALL).or(SMALL_CLAUSE)) && !ing || cue.passive {
        return None;
    }
    let next = page.word_after(cue.end)?;
    if next.has(PREPOSITION.or(COORDINATOR).or(ADVERB)) || page.is_mark(cue.end) {
        return None;
    }
    let content = clause::object(page, cue.end);
    let source = subject::of(page, cue)?;
    if content.is_empty() || cue.has(SMALL_CLAUSE) && content.len() < 3 {
        return None;
    }
    Some(Draft::of_cue(RULE, cue, Some(source), vec![content]))
}
