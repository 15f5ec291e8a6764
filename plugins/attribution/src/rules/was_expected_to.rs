use sayso_plugin::{Tag, rule};

use crate::complement::Kind;
use crate::cue::Cue;
use crate::draft::Draft;
use crate::extent;
use crate::frames::Frames;
use crate::page::{Page, run};
use crate::source;
use crate::words::PRAISE;

rule! {
    /// What is expected or seems to be so, whose subject is part of what is said.
    ///
    /// > [The talks]content [are expected]cue [to end in May]content.
    /// > [Drivers]content [were told]cue [to stay at home]content.
    /// > [The mayor]content [seems]cue [to be tired of it]content.
    /// > [The vote]content [was seen]cue [as a turning point]content.
    /// > [The dam]content [is considered]cue [a danger]content.
    /// > [The mayor]content [seemed]cue [tired]content.
    /// > [The valley]content [is known as]cue [a backwater]content.
    /// > [Brandt]content [is accused of]cue [hiding the letters]content.
    /// >! The road was built to end at the river.
    pub const RULE: "was-expected-to";
}

/// The frames whose subject belongs to what is said.
pub(super) const FRAMES: Frames = Frames::OBJECT_COMPLEMENT
    .or(Frames::PASSIVE_TO)
    .or(Frames::OBJECT_TO)
    .or(Frames::AS)
    .or(Frames::OF)
    .or(Frames::RAISING);

/// `Y is expected to …`, `Y seems …`, `Y is seen as …`
pub fn find<'d>(page: &Page<'d>, cue: &Cue<'d>) -> Option<Draft<'d>> {
    let frame = frame(page, cue).filter(|_| !cue.participle)?;
    let subject = cue.subject(page)?;
    let named = &*cue.entry.lemma == "know" && frame == Frames::AS;
    let end = cue.end + usize::from(named || frame == Frames::OF);
    let rest = match frame {
        Frames::OF => extent::governed(page, end),
        Frames::OBJECT_COMPLEMENT => extent::phrase(page, end),
        // `were told for years [to stay away]`
        Frames::OBJECT_TO => extent::infinitive(page, cue.complement.at),
        _ => extent::infinitive(page, end),
    };
    let mut draft = Draft::of_cue(page, RULE, cue, frame, None, vec![subject, rest]);
    draft.cue = run(cue.first, end);
    Some(draft)
}

fn frame(page: &Page<'_>, cue: &Cue<'_>) -> Option<Frames> {
    let predicate = Tag::JJ.bit() | Tag::VBN.bit() | Tag::RB.bit() | Tag::JJR.bit();
    let to = cue.opens_group || cue.takes(Kind::To);
    let described = cue.passive
        && (page.is(cue.end, "as") && !has_agent(page, cue.end)
            || page.is(cue.end, "for") && !cue.entry.classes.has(PRAISE));
    // `was informed of` tells what somebody heard, `was convicted of` what was decided.
    let decided = cue.has(Frames::HEARER) || page.grammar.own_act(cue.entry) == Some("decide");
    let accused = cue.passive && page.is(cue.end, "of") && !decided && !quotes_agent(page, cue.end);
    let seems = !cue.passive && (page.tag_in(cue.end, predicate) || page.is(cue.end, "like"));
    // `was called reckless by residents` tells who calls it so.
    let called = cue.passive && is_named(page, cue.end) && !has_agent(page, cue.end);
    // `were told to stay`, but not `were allowed to stay`: somebody said so.
    let urged = cue.has(Frames::QUOTE) && !cue.negated && !cue.modal;
    [
        (Frames::OBJECT_COMPLEMENT, called),
        (Frames::PASSIVE_TO, cue.passive && to),
        (Frames::OBJECT_TO, cue.passive && to && urged),
        (Frames::AS, described),
        (Frames::OF, accused),
        (Frames::RAISING, !cue.passive && to || seems),
    ]
    .into_iter()
    .find_map(|(frame, fits)| (fits && cue.has(frame)).then_some(frame))
}

/// Whether it tells who accuses behind quoted words: `of “lying” by critics`.
fn quotes_agent(page: &Page<'_>, of: usize) -> bool {
    let whole = extent::phrase(page, of + 1).range();
    let mut by = whole.filter(|&i| page.is(i, "by"));
    by.any(|i| page.tag(i - 1) == Tag::QUOTE_CLOSE)
}

/// Whether it tells who calls it so: `a danger by engineers`.
fn has_agent(page: &Page<'_>, first: usize) -> bool {
    let whole = extent::phrase(page, first).range();
    let mut by = (first..page.around(first).end as usize).take_while(|&i| i <= whole.end);
    by.any(|i| page.is(i, "by") && page.tag(i - 1) != Tag::VBN)
}

/// Whether a judgement stands here: `is considered a danger`. A name is none: `is called Long
/// Reach`.
fn is_named(page: &Page<'_>, at: usize) -> bool {
    let quoted = page.tag(at) == Tag::QUOTE_OPEN;
    let thing = page
        .chunk_from(at)
        .is_some_and(|chunk| !source::is_time(page, chunk));
    let judges =
        thing || page.is_quoted(at) || page.is_article_of_quoted(at) || page.tag(at) == Tag::JJ;
    judges && !page.is_capital(at + usize::from(quoted))
}
