use sayso_plugin::{ChunkFlags, Tag, rule};

use crate::cue::Cue;
use crate::draft::Draft;
use crate::extent;
use crate::frames::Frames;
use crate::page::{Page, run, whole_end};
use crate::source::{is_occasion, is_time};

rule! {
    /// A judgement of an object with a preposition.
    ///
    /// > [Duarte]source [accused]cue [the company of hiding the report]content.
    /// > [He]source [described]cue [the vote as a turning point]content.
    /// > [She]source [blamed]cue [the storm for the delay]content.
    /// > [She]source [praised]cue [Brandt, who led the work, for his patience]content.
    /// > [He]source [described]cue [the plan in an interview as a failure]content.
    /// > [She]source [dismissed]cue [as “gossip” the talk of a delay]content.
    /// > [Brandt]source [accused]cue [the council on Monday of hiding the report]content.
    /// >! She sent the letter for a friend.
    pub const RULE: "accused-of";
}

/// The prepositions of each frame.
const FRAMES: &[(Frames, &[&str])] = &[
    (Frames::OF, &["of"]),
    (Frames::AS, &["as"]),
    (Frames::FOR, &["for", "over"]),
];

/// `X accused Y of …`
pub fn find<'d>(page: &Page<'d>, cue: &Cue<'d>) -> Option<Draft<'d>> {
    if cue.passive || !cue.has(Frames::OF.or(Frames::AS).or(Frames::FOR)) {
        return None;
    }
    let Some(object) = cue.complement.object else {
        return inverted(page, cue);
    };
    let frame = |at: usize| {
        let of =
            |&&(frame, words): &&(Frames, &[&str])| cue.has(frame) && page.is_one_of(at, words);
        FRAMES.iter().find(of).map(|&(frame, _)| frame)
    };
    let end = match page.chunk(object.first as usize) {
        Some(chunk) if page.tag(object.end as usize) == Tag::CC => whole_end(chunk),
        _ => object.end as usize,
    };
    let governed = |at: usize| Some((at, frame(at)?));
    let (preposition, frame) = governed(end)
        .or_else(|| behind_descriptions(page, end).find_map(governed))
        .or_else(|| governed(behind_occasion(page, end)?))?;
    let source = cue.subject(page);
    let first = object.first as usize;
    let whole = match preposition == end {
        true => extent::infinitive(page, first),
        false => run(first, extent::infinitive(page, preposition).end as usize),
    };
    let content = vec![whole];
    Some(Draft::of_cue(page, RULE, cue, frame, source, content))
}

/// `dismissed as “gossip” the claims he had heard`: a judgement in quotation marks before its object.
fn inverted<'d>(page: &Page<'d>, cue: &Cue<'d>) -> Option<Draft<'d>> {
    let judges = cue.has(Frames::AS.or(Frames::OBJECT)) && page.is(cue.end, "as");
    let quoted = page.quoted_from(cue.end + 1).filter(|_| judges)?;
    let object = quoted.end as usize;
    page.chunk_from(object)?;
    let content = vec![run(cue.end, extent::phrase(page, object).end as usize)];
    let source = cue.subject(page);
    Some(Draft::of_cue(page, RULE, cue, Frames::AS, source, content))
}

/// Behind the commas that may close what describes the object: `praised Brandt, who led the work,
/// for`.
fn behind_descriptions(page: &Page<'_>, comma: usize) -> impl Iterator<Item = usize> {
    const LONGEST: usize = 20;
    let end = match page.is_comma(comma) {
        true => page.around(comma).end as usize,
        false => comma,
    };
    (comma + 1..end.min(comma + LONGEST))
        .filter(|&i| page.is_comma(i))
        .map(|close| close + 1)
}

/// Behind words that tell where or to whom: `described the group during an interview as`, `sold it to
/// voters as`.
fn behind_occasion(page: &Page<'_>, end: usize) -> Option<usize> {
    let prepositions = Tag::IN.bit() | Tag::TO.bit();
    let governed = page
        .tag_in(end, prepositions)
        .then(|| page.chunk_from(end + 1))??;
    let told = page.tag(end) == Tag::TO && governed.flags.has(ChunkFlags::PERSON);
    let time = page.is(end, "on") && is_time(page, governed);
    (told || time || is_occasion(page, governed)).then(|| whole_end(governed))
}
