use sayso_plugin::{Tag, rule};

use crate::complement::Kind;
use crate::cue::Cue;
use crate::draft::Draft;
use crate::extent;
use crate::frames::Frames;
use crate::page::{Page, whole_end};
use crate::words::FIND;

rule! {
    /// What somebody calls something: an object, and a noun, adjective or quotation behind it.
    ///
    /// > [Brandt]source [called]cue [the plan a disaster]content.
    /// > [He]source [considers]cue [the delay a scandal]content.
    /// > [Duarte]source [called]cue [what she saw “terrible.”]content
    /// >! He called his mother.
    pub const RULE: "called-something";
}

/// How near a quotation must stand behind the object.
const NEAR: usize = 12;

/// `X called Y a …`
pub fn find<'d>(page: &Page<'d>, cue: &Cue<'d>) -> Option<Draft<'d>> {
    if !cue.has(Frames::OBJECT_COMPLEMENT) || cue.passive {
        return None;
    }
    let Some(object) = cue.complement.object else {
        return called_clause(page, cue);
    };
    let behind = object.end as usize;
    let predicate = Tag::JJ.bit() | Tag::VBN.bit() | Tag::RB.bit() | Tag::RBS.bit();
    let is_predicate = cue.complement.kind == Kind::Quote
        || is_judged(page, cue, behind)
        || page.chunk_from(behind).is_some()
        || page.tag_in(behind, predicate)
        || (behind..(behind + NEAR).min(page.around(cue.verb).end as usize))
            .any(|i| page.tag(i) == Tag::QUOTE_OPEN || page.speech_at(i).is_some());
    if !is_predicate {
        return None;
    }
    let content = vec![extent::phrase(page, object.first as usize)];
    let source = cue.subject(page);
    let frame = Frames::OBJECT_COMPLEMENT;
    Some(Draft::of_cue(page, RULE, cue, frame, source, content))
}

/// Whether a judgement follows the words that describe an object: `called Brandt, the mayor, a
/// fool`, `called the row with the union unusual`.
fn is_judged(page: &Page<'_>, cue: &Cue<'_>, end: usize) -> bool {
    if cue.entry.classes.has(FIND) {
        return false;
    }
    let described = |at: usize| page.chunk_from(at + 1).map(whole_end);
    if page.is(end, ",") {
        let closed = described(end).filter(|&at| page.is(at, ","));
        return closed.is_some_and(|at| page.chunk_from(at + 1).is_some());
    }
    let governed = page.tag_in(end, Tag::IN.bit() | Tag::VBN.bit());
    let behind = described(end).filter(|_| governed);
    behind.is_some_and(|at| page.tag(at) == Tag::JJ)
}

/// `called what she saw “terrible”`: a clause stands in the place of the object.
fn called_clause<'d>(page: &Page<'d>, cue: &Cue<'d>) -> Option<Draft<'d>> {
    let end = page.around(cue.verb).end as usize;
    let quoted = |i: usize| page.tag(i) == Tag::QUOTE_OPEN || page.speech_at(i).is_some();
    let judged = (cue.end..end.min(cue.end + NEAR)).any(quoted);
    if cue.complement.kind != Kind::Wh || cue.complement.at != cue.end || !judged {
        return None;
    }
    let content = vec![extent::clause(page, cue.end)];
    let source = cue.subject(page);
    let frame = Frames::OBJECT_COMPLEMENT;
    Some(Draft::of_cue(page, RULE, cue, frame, source, content))
}
