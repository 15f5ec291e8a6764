use sayso_plugin::{Tag, TokenRange, rule};

use crate::complement::Kind;
use crate::cue::Cue;
use crate::draft::Draft;
use crate::extent;
use crate::frames::Frames;
use crate::page::{Page, run, whole_end};
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
    let content = vec![content(page, object.first as usize, behind)];
    let source = cue.subject(page);
    let frame = Frames::OBJECT_COMPLEMENT;
    Some(Draft::of_cue(page, RULE, cue, frame, source, content))
}

/// The object with the judgement, which may stand behind what describes the object, or be a quoted
/// verb: `called Brandt, the mayor, a fool`, `called the vote “rigged”`.
fn content(page: &Page<'_>, first: usize, behind: usize) -> TokenRange {
    let whole = match behind_aside(page, behind) {
        Some(judgement) => run(first, extent::phrase(page, judgement).end as usize),
        None => extent::phrase(page, first),
    };
    let end = whole.end as usize;
    let quoted = page.word(end.min(page.len() - 1)).quotation();
    match quoted.filter(|_| end == behind && page.tag(end) == Tag::QUOTE_OPEN) {
        Some(quotation) => run(first, quotation.tokens.end as usize),
        None => whole,
    }
}

/// Behind the second of two commas, between which stands what describes an object, if a judgement
/// follows.
fn behind_aside(page: &Page<'_>, comma: usize) -> Option<usize> {
    if !page.is_comma(comma) {
        return None;
    }
    let end = page.around(comma).end as usize;
    let close = (comma + 1..end.min(comma + NEAR))
        .take_while(|&i| page.outside(i).is_some() && !page.is_finite(i))
        .find(|&i| page.is_comma(i))?;
    let describes = !page.tag_in(comma + 1, Tag::IN.bit() | Tag::CC.bit());
    let judgement = Tag::QUOTE_OPEN.bit() | Tag::JJ.bit() | Tag::DT.bit();
    let judges = page.tag_in(close + 1, judgement) || page.speech_at(close + 1).is_some();
    (describes && judges).then_some(close + 1)
}

/// Whether a judgement follows the words that describe an object: `called Brandt, the mayor, a
/// fool`, `called the row with the union unusual`.
fn is_judged(page: &Page<'_>, cue: &Cue<'_>, end: usize) -> bool {
    if cue.entry.classes.has(FIND) {
        return false;
    }
    let described = |at: usize| page.chunk_from(at + 1).map(whole_end);
    if page.is_comma(end) {
        return behind_aside(page, end).is_some();
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
