use sayso_plugin::{TokenRange, rule};

use crate::draft::Draft;
use crate::page::{Page, run};
use crate::source;

rule! {
    /// A quotation behind a colon: the clause before the colon tells who says it, whatever its
    /// verb.
    ///
    /// > Her lawyer smiled. [She]source [was brief]cue: [“We have nothing to hide.”]content
    /// > On the plan itself, [Brandt]source: [“It will never be built.”]content
    /// > From [the report]source: [“It will never be built.”]content
    pub const RULE: "colon-quotation";
}

/// How far before the colon its clause is looked for.
const REACH: usize = 40;
/// How many words may stand between a verb next to the colon and the colon.
const NEAR: usize = 2;

/// `X was brief: “…”`
pub fn find<'d>(page: &Page<'d>, speech: usize) -> Option<Draft<'d>> {
    let quoted = page.speeches[speech].tokens;
    let colon = (quoted.first as usize)
        .checked_sub(1)
        .filter(|&i| page.is(i, ":"))?;
    let start = (page.around(colon).first as usize).max(colon.saturating_sub(REACH));
    let broken = (start..colon).rev().find(|&i| page.is_break(i));
    let start = broken.map_or(start, |i| i + 1);
    let (source, cue) = match verb_before(page, start, colon) {
        Some(verb) => {
            let source = source::subject_at(page, verb).or_else(|| source::before(page, verb))?;
            let end = page.verb_group(verb)?.tokens.end as usize;
            let near = colon.saturating_sub(end) <= NEAR;
            (source, run(verb, if near { colon } else { end }))
        }
        None => (label(page, start, colon)?, run(colon, colon + 1)),
    };
    Some(Draft::said(RULE, Some(source), cue, vec![quoted]))
}

/// The verb that introduces: the one next to the colon, else the first of speech, else the first.
fn verb_before(page: &Page<'_>, start: usize, colon: usize) -> Option<usize> {
    let verbs = || (start..colon).filter(|&i| page.is_finite(i));
    let near = |&i: &usize| {
        page.verb_group(i)
            .is_some_and(|group| colon.saturating_sub(group.tokens.end as usize) <= NEAR)
    };
    verbs()
        .next_back()
        .filter(near)
        .or_else(|| verbs().find(|&i| source::speaks(page, i)))
        .or_else(|| verbs().next())
}

/// The noun phrase right before the colon, or behind *from*: `More from Duarte: “…”`
fn label(page: &Page<'_>, start: usize, colon: usize) -> Option<TokenRange> {
    let from = start + usize::from(page.is(start, "more"));
    if page.is(from, "from") && page.chunk_from(from + 1).is_some() {
        return Some(run(from + 1, colon));
    }
    let found = source::before(page, colon)?;
    (found.first as usize >= start).then_some(found)
}
