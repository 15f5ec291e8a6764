use sayso_plugin::{Tag, TokenRange, rule};

use crate::cue::Cue;
use crate::draft::Draft;
use crate::extent;
use crate::frames::Frames;
use crate::page::{Page, run};
use crate::source;

rule! {
    /// What was judged or announced, with who did it behind "by" or left out.
    ///
    /// > [The plan]content [was backed]cue by [the council]source.
    /// > [The law]content [was described]cue by [lawyers]source [as dangerous]content.
    /// > [The plan]content, [described]cue by [one lawyer]source [as “dangerous,”]content failed.
    /// > [The move]content [was called]cue [“reckless”]content by [residents]source.
    /// >! The plan backed by the council is old.
    pub const RULE: "praised-by";
}

/// `Y was praised by X`, `Y was described by X as …`, `Y was called “…” by X`
pub fn find<'d>(page: &Page<'d>, cue: &Cue<'d>) -> Option<Draft<'d>> {
    let frames = Frames::PASSIVE.or(Frames::AS).or(Frames::OBJECT_COMPLEMENT);
    if !cue.has(frames) || !cue.passive {
        return None;
    }
    let (source, judgement) = match source::agent(page, cue) {
        Some(source) => (source, judged_behind(page, cue, source)),
        None => judged_before(page, cue).map(|(judgement, source)| (source, Some(judgement)))?,
    };
    // `The plan backed by the council` only tells which plan.
    let quoted = |run: TokenRange| run.range().any(|i| page.word(i).quotation().is_some());
    let tells = match cue.participle {
        true => judgement.is_some_and(quoted),
        false => judgement.is_some() || cue.has(Frames::PASSIVE),
    };
    if !tells {
        return None;
    }
    let subject = match cue.participle {
        true => source::before(
            page,
            cue.first - usize::from(page.is_comma(cue.first.wrapping_sub(1))),
        )?,
        false => cue.subject(page)?,
    };
    let content = [subject].into_iter().chain(judgement).collect();
    Some(Draft::of_cue(
        page,
        RULE,
        cue,
        frames,
        Some(source),
        content,
    ))
}

/// `as a danger`, `of fraud` behind who says so: `was described by lawyers as a danger`.
fn judged_behind(page: &Page<'_>, cue: &Cue<'_>, source: TokenRange) -> Option<TokenRange> {
    let at = source.end as usize;
    let judges =
        cue.has(Frames::AS) && page.is(at, "as") || cue.has(Frames::OF) && page.is(at, "of");
    judges.then(|| extent::phrase(page, at))
}

/// A judgement between the verb and `by`: `was called “reckless” by [residents]`.
fn judged_before(page: &Page<'_>, cue: &Cue<'_>) -> Option<(TokenRange, TokenRange)> {
    const LONGEST: usize = 10;
    let described = cue.has(Frames::AS) && page.is(cue.end, "as")
        || cue.has(Frames::OF) && page.is(cue.end, "of");
    if !cue.has(Frames::OBJECT_COMPLEMENT) && !described {
        return None;
    }
    let limit = (page.around(cue.verb).end as usize).min(cue.end + LONGEST);
    let quoted = page.speech_around(cue.end);
    let from = quoted.map_or(cue.end, |quoted| quoted.end as usize);
    let by = (from..limit.max(from + 2))
        .take_while(|&i| !page.is_finite(i))
        .find(|&i| page.is(i, "by") && page.tag(i - 1) != Tag::VBN)?;
    let source = source::after(page, by + 1)?;
    (by > cue.end).then(|| (run(cue.end, by), source))
}
