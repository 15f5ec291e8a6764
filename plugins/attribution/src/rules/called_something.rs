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
    let first = object.first as usize;
    let whole = extent::phrase(page, first);
    let aside = behind_aside(page, object.end as usize);
    let quoted = quoted_judgement(page, whole);
    let judged = quoted.is_some()
        || is_judgement(page, cue, object.end as usize)
        || !cue.entry.classes.has(FIND) && (aside.is_some() || is_judged(page, object));
    if !judged {
        return None;
    }
    let end = quoted
        .or_else(|| Some(extent::phrase(page, aside?).end))
        .unwrap_or(whole.end);
    let content = vec![run(first, end as usize)];
    let source = cue.subject(page);
    let frame = Frames::OBJECT_COMPLEMENT;
    Some(Draft::of_cue(page, RULE, cue, frame, source, content))
}

/// The end of a judgement in quotation marks that the words of the object do not reach: `called the
/// vote “rigged”`, `called his bid for the bank, made in May, a “mistake”`.
fn quoted_judgement(page: &Page<'_>, whole: TokenRange) -> Option<u32> {
    if whole.range().any(|i| page.is_quoted(i)) {
        return None;
    }
    let comma = whole.end as usize;
    let next = match behind_aside(page, comma) {
        Some(judgement) => judgement,
        None => comma + usize::from(page.is_comma(comma)),
    };
    let quote = next + usize::from(page.tag(next) == Tag::DT);
    let quotation = page.quoted_from(quote)?;
    let near = page.around(whole.first as usize).contains(quote as u32);
    near.then(|| extent::phrase(page, next).end.max(quotation.end))
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
    let judgement = Tag::JJ.bit() | Tag::DT.bit();
    let judges = page.tag_in(close + 1, judgement) || page.is_quoted(close + 1);
    (describes && judges).then_some(close + 1)
}

/// Whether a judgement stands right behind an object, or quoted words near it.
fn is_judgement(page: &Page<'_>, cue: &Cue<'_>, behind: usize) -> bool {
    let predicate = Tag::JJ.bit() | Tag::VBN.bit() | Tag::RB.bit() | Tag::RBS.bit();
    let end = page.around(cue.verb).end as usize;
    cue.complement.kind == Kind::Quote
        || page.chunk_from(behind).is_some()
        || page.tag_in(behind, predicate)
        || (behind..end.min(behind + NEAR)).any(|i| page.is_quoted(i))
}

/// Whether an adjective follows the words that describe an object: `called the row with the union
/// unusual`.
fn is_judged(page: &Page<'_>, object: TokenRange) -> bool {
    let behind = object.end as usize;
    let described = page.chunk_from(behind + 1).map(whole_end);
    page.tag_in(behind, Tag::IN.bit() | Tag::VBN.bit())
        && described.is_some_and(|at| page.tag(at) == Tag::JJ)
}

/// `called what she saw “terrible”`: a clause stands in the place of the object.
fn called_clause<'d>(page: &Page<'d>, cue: &Cue<'d>) -> Option<Draft<'d>> {
    let end = page.around(cue.verb).end as usize;
    let judged = (cue.end..end.min(cue.end + NEAR)).any(|i| page.is_quoted(i));
    if cue.complement.kind != Kind::Wh || cue.complement.at != cue.end || !judged {
        return None;
    }
    let content = vec![extent::clause(page, cue.end)];
    let source = cue.subject(page);
    let frame = Frames::OBJECT_COMPLEMENT;
    Some(Draft::of_cue(page, RULE, cue, frame, source, content))
}
