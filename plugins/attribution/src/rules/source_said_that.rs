use sayso_plugin::rule;

use crate::clause;
use crate::cue::Cue;
use crate::draft::Draft;
use crate::page::Page;
use crate::subject;
use crate::words::{CUE, QUOTE, SUBJECT, SUBORDINATOR, THAT, WH, WH_WORD};

rule! {
    /// A verb of saying or thinking with a clause that "that", "whether" or another
    /// question word opens.
    ///
    /// > [The ministry]source [said]cue on Monday that [the talks had failed]content.
    /// > [Duarte]source [told]cue lawmakers that [the bridge was safe]content.
    /// > [She]source [asked]cue [whether the road would open]content.
    /// >! The man told to guard the door fell asleep.
    pub const RULE: "source-said-that";
}

/// How many words may stand between the cue and "that".
const GAP: usize = 9;

/// `X said … that …`
pub fn find<'d>(page: &Page<'d>, cue: &Cue<'d>) -> Option<Draft<'d>> {
    if !cue.has(THAT.or(WH).or(QUOTE)) || cue.passive {
        return None;
    }
    let end = page.around(cue.verb).end as usize;
    let opener = opener(page, cue, end)?;
    let is_that = page.is(opener, "that");
    let content = clause::clause(page, opener + usize::from(is_that));
    if content.is_empty() {
        return None;
    }
    Some(Draft::of_cue(
        RULE,
        cue,
        subject::of(page, cue),
        vec![content],
    ))
}

/// The word that opens the clause.
fn opener(page: &Page<'_>, cue: &Cue<'_>, end: usize) -> Option<usize> {
    for index in cue.end..end.min(cue.end + GAP) {
        let word = page.outside(index)?;
        if word.is("that") && cue.has(THAT.or(QUOTE)) {
            return opens_clause(page, index).then_some(index);
        }
        let asks = word.has(WH_WORD) || word.is("whether") || word.is("if");
        if asks && cue.has(WH) && !word.is("that") && index <= cue.end + 4 {
            return Some(index);
        }
        let new_clause = index > cue.end && (word.has(CUE) && word.has(QUOTE) || word.has(SUBJECT));
        if matches!(word.form(), "." | ";" | ":") || new_clause {
            return None;
        }
        if word.has(SUBORDINATOR) && !word.is("as") && !word.is("after") && !word.is("before") {
            return None;
        }
        if word.is(",") && index == cue.end {
            return None;
        }
    }
    None
}

/// "that" opens a clause unless the phrase ends right behind it (`said that.`).
fn opens_clause(page: &Page<'_>, that: usize) -> bool {
    !page.is_mark(that + 1)
}
