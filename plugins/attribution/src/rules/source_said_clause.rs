use sayso_plugin::rule;

use crate::clause;
use crate::cue::{Cue, is_adverb};
use crate::draft::Draft;
use crate::page::Page;
use crate::subject;
use crate::words::{BARE, DETERMINER, PREPOSITION, PRONOUN, RECIPIENT, SUBJECT, TIME};

rule! {
    /// A verb of saying or thinking with a clause that no "that" opens.
    ///
    /// > [Officials]source [say]cue [the tunnel will open in May]content.
    /// > [The minister]source [told]cue reporters [the tunnel would open in May]content.
    /// >! She thinks in three languages.
    pub const RULE: "source-said-clause";
}

/// `X said …`
pub fn find<'d>(page: &Page<'d>, cue: &Cue<'d>) -> Option<Draft<'d>> {
    if !cue.has(BARE) || cue.passive {
        return None;
    }
    let mut first = cue.end;
    if cue.has(RECIPIENT) {
        first = after_recipient(page, first)?;
    }
    first = after_time(page, first);
    if !clause::starts_at(page, first) {
        return None;
    }
    let content = clause::clause(page, first);
    if content.len() < 3 {
        return None;
    }
    let source = subject::of(page, cue)?;
    Some(Draft::of_cue(RULE, cue, Some(source), vec![content]))
}

/// Skips whom it was said to: one pronoun, or words up to where a new phrase begins.
fn after_recipient(page: &Page<'_>, first: usize) -> Option<usize> {
    let word = page.outside(first)?;
    if word.has(PRONOUN) {
        return Some(first + 1);
    }
    let starts_phrase = |i: usize| {
        page.outside(i)
            .is_some_and(|w| w.has(DETERMINER.or(SUBJECT)))
    };
    let next = (first + 1..first + 7)
        .find(|&i| starts_phrase(i) || page.speech_at(i).is_some() || page.is_mark(i))?;
    starts_phrase(next).then_some(next)
}

/// Skips `on Monday`, `Monday night`, adverbs.
pub fn after_time(page: &Page<'_>, first: usize) -> usize {
    let mut at = first;
    if page.outside(at).is_some_and(|w| w.has(PREPOSITION))
        && page.outside(at + 1).is_some_and(|w| w.has(TIME))
    {
        at += 1;
    }
    while page
        .outside(at)
        .is_some_and(|w| w.has(TIME) || is_adverb(w))
    {
        at += 1;
    }
    at
}
