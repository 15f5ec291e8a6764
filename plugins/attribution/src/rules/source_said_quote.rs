use sayso_plugin::{TokenRange, rule};

use crate::clause;
use crate::cue::Cue;
use crate::draft::Draft;
use crate::page::{Page, run};
use crate::quoted;
use crate::subject;
use crate::words::{COLON, COORDINATOR, QUOTE, QUOTE_ONLY, SUBJECT};

rule! {
    /// The source and its verb, then a quotation.
    ///
    /// > [Duarte]source [said]cue: [“We are ready to sign tonight.”]content
    /// > [She]source [told]cue reporters in Geneva, [“We are ready to sign tonight.”]content
    /// > [The statement]source [read]cue: [“We are ready to sign tonight.”]content
    pub const RULE: "source-said-quote";
}

/// How many words may stand between the cue and the quotation.
const GAP: usize = 12;

/// `X said: “…”`
pub fn find<'d>(page: &Page<'d>, cue: &Cue<'d>) -> Option<Draft<'d>> {
    if !cue.has(QUOTE.or(QUOTE_ONLY).or(COLON)) || cue.passive && !cue.has(COLON) {
        return None;
    }
    let end = page.around(cue.verb).end as usize;
    // The quotation may be a sentence of its own behind a colon.
    let limit = (end + 1).min(page.len()).min(cue.end + GAP + 1);
    let quote = (cue.end..limit).find(|&i| page.speech_at(i).is_some())?;
    if !introduces(page, cue.end, quote) {
        return None;
    }
    let speech = page.speech_at(quote)?;
    if quoted::is_attributed_behind(page, speech) {
        return None;
    }
    let source = subject::of(page, cue);
    Some(Draft::of_cue(
        RULE,
        cue,
        source,
        vec![content(page, speech, end)],
    ))
}

/// Whether the words between cue and quotation only name hearer, time and place.
fn introduces(page: &Page<'_>, cue_end: usize, quote: usize) -> bool {
    if quote == cue_end {
        return true;
    }
    let before = page.word(quote - 1);
    let breaks = (cue_end..quote - 1).any(|i| {
        let word = page.word(i);
        word.is("that") || word.has(SUBJECT) || word.is(";")
    });
    !breaks && (before.is(",") || before.is(":"))
}

/// The quotation, with the rest of the clause it begins: `said “no” to the plan`.
fn content(page: &Page<'_>, speech: usize, sentence_end: usize) -> TokenRange {
    let quoted = page.speeches[speech].tokens;
    let next = quoted.end as usize;
    let goes_on = next < sentence_end
        && page
            .outside(next)
            .is_some_and(|w| w.kind().is_wordlike() && !w.has(COORDINATOR));
    if goes_on {
        let whole = clause::clause(page, quoted.first as usize);
        run(quoted.first as usize, (whole.end as usize).max(next))
    } else {
        quoted
    }
}
