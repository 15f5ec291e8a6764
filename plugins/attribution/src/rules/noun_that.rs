use sayso_plugin::{TokenRange, rule};

use crate::clause;
use crate::draft::Draft;
use crate::noun_phrase;
use crate::page::{Page, run};
use crate::words::{AUXILIARY, CUE_NOUN, OTHER_VERB, POSSESSIVE, WH_WORD};

rule! {
    /// A noun of saying or thinking with a that-clause.
    ///
    /// > [Duarte]source's [claim]cue that [the bridge was safe]content surprised nobody.
    /// > They heard [his]source [promise]cue that [the road would open]content.
    pub const RULE: "noun-that";
}

/// `X's claim that …`
pub fn find<'d>(page: &Page<'d>, index: usize) -> Option<Draft<'d>> {
    let noun = page.outside(index).filter(|w| w.has(CUE_NOUN))?;
    if !page.is(index + 1, "that") || page.outside(index + 2).is_none_or(|w| w.has(OTHER_VERB)) {
        return None;
    }
    let before = index.checked_sub(1).and_then(|i| page.outside(i))?;
    let source = if before.is("'s") || before.is("'") {
        noun_phrase::before(page, index - 1)
    } else if before.has(POSSESSIVE) && !before.has(WH_WORD) {
        Some(run(index - 1, index))
    } else {
        return None;
    };
    let content = main_verb_cut(page, clause::clause(page, index + 2));
    Some(Draft {
        rule: RULE,
        source,
        cue: run(index, index + 1),
        content: vec![content],
        act: noun.entry().and_then(|e| e.field("act")).unwrap_or("say"),
        negated: false,
    })
}

/// The clause ends where the verb begins of which the noun is the subject: without tags only
/// a second finite verb from the lists tells.
fn main_verb_cut(page: &Page<'_>, content: TokenRange) -> TokenRange {
    let is_verb = |&i: &usize| {
        let word = page.word(i);
        word.has(OTHER_VERB.or(AUXILIARY)) || word.form().ends_with("ed")
    };
    let own_verb = content.range().find(is_verb);
    let last_verb = content.range().rev().find(is_verb);
    match last_verb {
        Some(last) if own_verb != last_verb && page.word(last).form().ends_with("ed") => {
            run(content.first as usize, last)
        }
        _ => content,
    }
}
