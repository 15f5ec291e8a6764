use sayso_plugin::{Tag, TokenRange, rule};

use crate::complement::Kind;
use crate::cue::Cue;
use crate::draft::Draft;
use crate::extent;
use crate::frames::Frames;
use crate::page::Page;
use crate::rules::which_source_said::relative_subject;

rule! {
    /// What somebody calls something in a relative clause: its pronoun, and the name or judgement
    /// behind the verb.
    ///
    /// > The road closed in [what]content [Brandt]source [called]cue [“a black week.”]content
    /// > The plan, [which]content [she]source [described]cue [as “very risky,”]content failed.
    /// > A bill [that]content [critics]source [call]cue [unfair]content went to the council.
    /// >! The man that she called was out.
    /// >! The woman whom they named chairwoman was out.
    pub const RULE: "what-source-called";
}

/// `what X called a …`, `which X described as …`
pub fn find<'d>(page: &Page<'d>, cue: &Cue<'d>) -> Option<Draft<'d>> {
    if cue.passive || cue.participle {
        return None;
    }
    // `that one visitor described afterwards as “odd”`
    let behind = cue.end + usize::from(page.tag_in(cue.end, Tag::RB.bit()));
    let described = page.is(behind, "as");
    let likens = || cue.governs(page, cue.end) && page.is_quoted(cue.end + 1);
    let frame = if cue.has(Frames::AS) && (described || likens()) {
        Frames::AS
    } else if cue.has(Frames::OF) && page.is(cue.end, "of") {
        Frames::OF
    } else if cue.has(Frames::OBJECT_COMPLEMENT) && names_something(page, cue) {
        Frames::OBJECT_COMPLEMENT
    } else {
        return None;
    };
    let (pronoun, source) = relative_subject(page, cue)?;
    // `whom they named chief`: only `what` goes with a bare noun.
    let judged = page.is(pronoun.first as usize, "what")
        || page.chunk_from(cue.end).is_none()
        || page.is_one_of(cue.end, &["a", "an"]);
    if frame == Frames::OBJECT_COMPLEMENT && !judged {
        return None;
    }
    let first = if described { behind } else { cue.end };
    let content = vec![pronoun, complement(page, first)];
    Some(Draft::of_cue(page, RULE, cue, frame, Some(source), content))
}

/// Whether a quotation, an adjective or a noun phrase stands behind the verb.
fn names_something(page: &Page<'_>, cue: &Cue<'_>) -> bool {
    let adjective = Tag::JJ.bit() | Tag::QUOTE_OPEN.bit();
    cue.complement.kind == Kind::Quote
        || page.tag_in(cue.end, adjective)
        || page.chunk_from(cue.end).is_some()
        || page.is_article_of_quoted(cue.end)
}

/// The words behind the verb: a phrase, or a quotation that no more than its own object follows.
fn complement(page: &Page<'_>, first: usize) -> TokenRange {
    let goes_on = |quoted: &TokenRange| page.is_one_of(quoted.end as usize, &["for", "of", "to"]);
    let quoted = page.speech_around(first).filter(|q| !goes_on(q));
    quoted.unwrap_or_else(|| extent::phrase(page, first))
}
