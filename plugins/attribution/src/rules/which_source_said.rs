use sayso_plugin::{Chunk, Classes, Tag, TokenRange, rule};

use crate::complement::Kind;
use crate::cue::Cue;
use crate::draft::Draft;
use crate::extent;
use crate::frames::Frames;
use crate::page::{Page, run};
use crate::source;
use crate::words::{CRITICIZE, DENY, OPPOSE, PRAISE, REJECT, SUPPORT};

rule! {
    /// Source and verb inside a relative clause, between its pronoun and its verb.
    ///
    /// > The plan, [which]content [critics]source [say]cue [was drawn up in haste]content, failed.
    /// > It was a plan [that]content [she]source [said]cue [was drawn up in haste]content.
    /// > They paid [prices]content [she]source [said]cue [were too low]content.
    /// > The claims, [which]content [Brandt]source [denies]cue, were repeated.
    /// >! The plan which critics drew up was lost.
    pub const RULE: "which-source-said";
}

/// Verbs whose object a relative pronoun may be.
pub(super) const JUDGES: Classes = SUPPORT
    .or(OPPOSE)
    .or(PRAISE)
    .or(CRITICIZE)
    .or(REJECT)
    .or(DENY);

/// `which X said is …`
pub fn find<'d>(page: &Page<'d>, cue: &Cue<'d>) -> Option<Draft<'d>> {
    let predicate = page.is_finite(cue.end) || page.tag(cue.end) == Tag::VBN;
    if judges(cue) {
        let (pronoun, source) = relative_subject(page, cue)?;
        let content = vec![pronoun];
        return Some(Draft::of_cue(
            page,
            RULE,
            cue,
            Frames::OBJECT,
            Some(source),
            content,
        ));
    }
    if !cue.has(Frames::BARE) || cue.passive || !predicate {
        return None;
    }
    let (about, source) = relative_subject(page, cue).or_else(|| contact(page, cue))?;
    let content = vec![about, extent::predicate(page, cue.end)];
    Some(Draft::of_cue(
        page,
        RULE,
        cue,
        Frames::BARE,
        Some(source),
        content,
    ))
}

/// What a subject follows without a pronoun, as the verb of the relative clause stands behind the cue:
/// `prices [it] said were too low`, `a plan [officials] say will fail`.
fn contact(page: &Page<'_>, cue: &Cue<'_>) -> Option<(TokenRange, TokenRange)> {
    let source = cue.subject(page).filter(|_| page.is_finite(cue.end))?;
    let clause = page.chunk(source.first as usize)?;
    if clause.tokens.first != source.first {
        return None;
    }
    let before = || page.chunk((source.first as usize).checked_sub(1)?);
    let apart = |thing: &&Chunk| thing.tokens.end <= source.first && !source::is_time(page, thing);
    match before().filter(apart) {
        Some(thing) => Some((thing.tokens, source)),
        None => in_one_phrase(page, source),
    }
}

/// The same where both are read as one phrase: `[a plan] [officials]`.
fn in_one_phrase(page: &Page<'_>, source: TokenRange) -> Option<(TokenRange, TokenRange)> {
    let (first, last) = (source.first as usize, source.end as usize - 1);
    let plural = page.tag(last) == Tag::NNS || page.is(last, "police");
    let thing = last > first + 1 && page.tag(first) == Tag::DT && page.tag(last - 1) == Tag::NN;
    (plural && thing).then(|| (run(first, last), run(last, last + 1)))
}

/// Whether the relative pronoun is what the verb judges: `which she has denied`.
fn judges(cue: &Cue<'_>) -> bool {
    let bare = cue.complement.object.is_none() && cue.complement.kind == Kind::End;
    let preposition = cue.complement.preposition == Some(cue.end);
    cue.entry.classes.has(JUDGES) && bare && !preposition && !cue.passive && !cue.participle
}

/// The relative pronoun and the subject that stand before a cue: `which critics` say.
pub(super) fn relative_subject(page: &Page<'_>, cue: &Cue<'_>) -> Option<(TokenRange, TokenRange)> {
    let mut source = cue.subject(page)?;
    // `which critics` may be read as one phrase.
    if page.tag(source.first as usize) == Tag::WDT && source.len() > 1 {
        source.first += 1;
    }
    let mut pronoun = source.first.checked_sub(1)? as usize;
    // `which even critics call`
    if page.is(pronoun, "even") {
        pronoun = pronoun.checked_sub(1)?;
    }
    let relative = Tag::WDT.bit() | Tag::WP.bit() | Tag::IN.bit();
    let opens = page.tag_in(pronoun, relative)
        && page.is_one_of(pronoun, &["which", "who", "whom", "that", "what"]);
    if opens {
        return Some((run(pronoun, pronoun + 1), source));
    }
    // `, a move residents called unfair`: an afterthought with no pronoun.
    let thing = page.chunk(pronoun)?;
    let afterthought = page.is_afterthought(thing.tokens.first as usize);
    (afterthought && source.first > thing.tokens.first).then_some((thing.tokens, source))
}
