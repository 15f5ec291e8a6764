use sayso_plugin::{Tag, TokenRange, Words, rule};

use crate::cue::Cue;
use crate::draft::Draft;
use crate::extent;
use crate::frames::Frames;
use crate::page::{Page, run, whole_end};
use crate::source::{self, PERSON};

rule! {
    /// What somebody talks of, behind the preposition that the verb goes with.
    ///
    /// > [She]source [warned of]cue [a shortage of water]content.
    /// > [Residents]source [complained about]cue [the noise]content.
    /// > [She]source [talked]cue openly to voters about [the noise]content.
    /// > [The reporter]source [asked]cue the minister about [the delay]content.
    /// > [She]source [told]cue the court of [her fears]content.
    /// > [She]source [spoke highly of]cue [the mayor]content.
    /// > Duarte [was asked about]cue [the delay]content in an interview.
    /// > [The mayor]source [warned against]cue [the “fevered dreams” of a harbour]content.
    /// >! She walked about the town.
    pub const RULE: "complained-about";
}

/// `about` behind adverbs and phrases that tell how, where or to whom: `talked openly to voters
/// about`.
fn about_behind(page: &Page<'_>, cue: &Cue<'_>) -> Option<usize> {
    const MOST_PHRASES: usize = 4;
    let end = page.around(cue.verb).end as usize;
    let mut at = cue.end;
    for _ in 0..MOST_PHRASES {
        if at >= end || cue.passive {
            return None;
        }
        if page.is(at, "about")
            || page.is_one_of(at, &["of", "against", "for"]) && are_adverbs(page, cue.end, at)
        {
            return (at > cue.end && cue.governs(page, at)).then_some(at);
        }
        at = match page.chunk_from(at + 1) {
            Some(chunk) if page.tag_in(at, Tag::IN.bit() | Tag::TO.bit()) => whole_end(chunk),
            _ if page.tag_in(at, Tag::RB.bit() | Tag::RP.bit()) => at + 1,
            _ if are_adverbs(page, at, at + 1) => at + 1,
            _ => return None,
        };
    }
    None
}

/// `speak highly of`, `spoke out against`: only adverbs and times stand between.
fn are_adverbs(page: &Page<'_>, from: usize, to: usize) -> bool {
    let time = |i: usize| {
        page.chunk(i)
            .is_some_and(|chunk| source::is_time(page, chunk))
    };
    (from..to).all(|i| page.tag_in(i, Tag::RB.bit() | Tag::RP.bit()) || time(i))
}

/// Whether an object may be told something: a person, or behind *of* whatever is no `story of her
/// life`.
fn hears(page: &Page<'_>, object: &TokenRange, of: bool) -> bool {
    const TALES: &Words = &Words::new(&["lie", "story", "tale", "truth"]);
    page.chunk(object.first as usize).is_some_and(|chunk| {
        let told = TALES.has(page.word(chunk.head as usize).lemma());
        chunk.flags.has_any(PERSON) || of && !told && !source::is_time(page, chunk)
    })
}

/// `X complained about …`, `X asked Y about …`, `was asked about …`
pub fn find<'d>(page: &Page<'d>, cue: &Cue<'d>) -> Option<Draft<'d>> {
    if !cue.has(Frames::PREPOSITION) {
        return None;
    }
    if let Some(about) = about_behind(page, cue) {
        let source = cue.subject(page);
        let content = vec![extent::governed(page, about + 1)];
        let frame = Frames::PREPOSITION;
        let mut draft = Draft::of_cue(page, RULE, cue, frame, source, content);
        if are_adverbs(page, cue.end, about) {
            draft.cue = run(cue.first, about + 1);
        }
        return Some(draft);
    }
    let preposition = cue.complement.preposition?;
    if !cue.governs(page, preposition) {
        return None;
    }
    let object = cue.complement.object;
    let of = page.is(preposition, "of");
    let hearer = object.filter(|object| cue.has(Frames::HEARER) && hears(page, object, of));
    let behind = hearer.map_or(cue.end, |hearer| hearer.end as usize);
    // `was asked about`: nobody is named who asked.
    let asked = cue.has(Frames::WH) && page.is(preposition, "about");
    if preposition != behind || cue.passive && !asked {
        return None;
    }
    let source = if cue.passive {
        source::agent(page, cue)
    } else {
        cue.subject(page)
    };
    let content = vec![extent::governed(page, preposition + 1)];
    let frame = Frames::PREPOSITION;
    let mut draft = Draft::of_cue(page, RULE, cue, frame, source, content);
    if preposition == cue.end {
        draft.cue = run(cue.first, preposition + 1);
    }
    Some(draft)
}
