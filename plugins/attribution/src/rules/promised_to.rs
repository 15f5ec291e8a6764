use sayso_plugin::rule;

use crate::clause;
use crate::cue::Cue;
use crate::draft::Draft;
use crate::page::Page;
use crate::rules::source_said_clause::after_time;
use crate::subject;
use crate::words::{OBJECT_TO, TO, WH_WORD};

rule! {
    /// A promise, plan, wish or demand with an infinitive.
    ///
    /// > [The mayor]source [promised]cue [to rebuild the bridge]content.
    /// > [She]source [urged]cue [the council to wait]content.
    /// >! He wants a holiday.
    pub const RULE: "promised-to";
}

/// How many words the object before "to" may have.
const GAP: usize = 6;

/// `X promised to …`, `X urged Y to …`
pub fn find<'d>(page: &Page<'d>, cue: &Cue<'d>) -> Option<Draft<'d>> {
    if !cue.has(TO.or(OBJECT_TO)) || cue.passive {
        return None;
    }
    let bare = cue.has(TO) && page.is(after_time(page, cue.end), "to");
    let with_object = cue.has(OBJECT_TO) && object_then_to(page, cue.end);
    if !bare && !with_object {
        return None;
    }
    let first = if bare {
        after_time(page, cue.end)
    } else {
        cue.end
    };
    let source = subject::of(page, cue)?;
    Some(Draft::of_cue(
        RULE,
        cue,
        Some(source),
        vec![clause::clause(page, first)],
    ))
}

/// A short object and "to" behind it.
fn object_then_to(page: &Page<'_>, first: usize) -> bool {
    for index in first..first + GAP {
        let Some(word) = page.outside(index) else {
            return false;
        };
        if word.is("to") {
            return index > first && !page.is_mark(index + 1);
        }
        if page.is_mark(index) || word.has(WH_WORD) {
            return false;
        }
    }
    false
}
