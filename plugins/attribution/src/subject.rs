//! The subject of a cue.

use sayso_plugin::TokenRange;

use crate::cue::Cue;
use crate::noun_phrase;
use crate::page::{Page, run};
use crate::words::{ADVERSATIVE, COORDINATOR, CUE, INVERTED, PREPOSITION, SUBORDINATOR};

/// The source of a cue as its subject: what stands before it, or for a participle
/// (`…, saying that …`) and a second verb (`… and said`) the subject of the clause before.
pub fn of(page: &Page<'_>, cue: &Cue<'_>) -> Option<TokenRange> {
    let before = cue.first.checked_sub(1).and_then(|i| page.outside(i));
    if cue.participle && before.is_some_and(|w| w.is(",")) {
        return of_clause_before(page, cue.first);
    }
    if before.is_some_and(|w| w.has(COORDINATOR.or(ADVERSATIVE))) {
        return of_clause_before(page, cue.first);
    }
    noun_phrase::before(page, cue.first)
}

/// The subject of the first verb of the sentence that has one, up to `end`.
fn of_clause_before(page: &Page<'_>, end: usize) -> Option<TokenRange> {
    let start = page.around(end.saturating_sub(1)).first as usize;
    let mut first = start;
    // Skip what opens the sentence: `When …, she left, saying …`.
    if page
        .outside(first)
        .is_some_and(|w| w.has(SUBORDINATOR.or(PREPOSITION)) || w.form().ends_with("ing"))
    {
        let comma = (first..end - 1).find(|&i| page.is(i, ","));
        first = comma.map_or(first, |i| i + 1);
    }
    let verb = (first..end).find(|&i| Cue::at(page, i).is_some_and(|c| !c.participle));
    if let Some(verb) = verb {
        let cue = Cue::at(page, verb)?;
        let inverted = cue.has(INVERTED) && page.speech_at(cue.first.saturating_sub(1)).is_some();
        if inverted {
            return noun_phrase::after_opening(page, cue.end);
        }
        if let Some(found) = noun_phrase::before(page, cue.first)
            && found.first as usize >= start
        {
            return Some(found);
        }
    }
    let found = noun_phrase::after(page, first)?;
    let plausible = found.end as usize <= end
        && !page
            .outside(found.first as usize)
            .is_some_and(|w| w.has(CUE));
    plausible.then(|| run(found.first as usize, found.end as usize))
}
