use sayso_plugin::{Tag, Words, rule};

use crate::draft::Draft;
use crate::page::{Page, run};
use crate::rules::according_to::{content, opens};
use crate::rules::noun_that::owner;
use crate::source;
use crate::words::VIEW;

rule! {
    /// What is so in somebody's view, words or account.
    ///
    /// > In [Brandt]source's [view]cue, [the bridge is safe]content.
    /// > By [his]source own [account]cue, [he left at noon]content.
    /// > [The bridge]content, in [Brandt]source's [opinion]cue, [is safe]content.
    /// > [The bridge was safe]content, in [her]source [words]cue.
    /// > The bridge stays, since, in [Duarte]source's [words]cue, [“it is safe.”]content
    /// >! In his account there were nine dollars.
    pub const RULE: "in-view";
}

/// `in X's view, …`, `by X's account, …`
pub fn find<'d>(page: &Page<'d>, index: usize) -> Option<Draft<'d>> {
    const PREPOSITIONS: &Words = &Words::new(&["by", "in", "to"]);
    page.outside(index).filter(|word| word.has(VIEW))?;
    let chunk = page
        .chunk(index)
        .filter(|chunk| chunk.head as usize == index)?;
    // `in the words of Brandt`
    let of = index + 1;
    let giver = || {
        page.is(of, "of")
            .then(|| source::after_opening(page, of + 1))?
    };
    let source = owner(page, chunk).or_else(giver)?;
    let first = (source.first.min(chunk.tokens.first) as usize).checked_sub(1)?;
    if !page.is_any(first, PREPOSITIONS) {
        return None;
    }
    let end = of.max(source.end as usize);
    // `because, in her words, “they are safe”`
    let opens = opens(page, first) || page.is_quoted(end + 1);
    let closes = page.is_comma(end) || !opens && page.is_mark(end);
    if !closes || !opens && !is_set_off(page, first) {
        return None;
    }
    let parts = content(page, first, end, opens)?;
    Some(Draft::said(RULE, Some(source), run(index, of), parts))
}

/// Whether a comma stands before words, within a closing mark or not: `The bridge, in her view, is
/// safe`; `“…,” in her words`.
fn is_set_off(page: &Page<'_>, first: usize) -> bool {
    let Some(before) = first.checked_sub(1) else {
        return false;
    };
    let quoted = page.tag(before) == Tag::QUOTE_CLOSE || page.speech_at(before).is_some();
    page.word(before.saturating_sub(usize::from(quoted)))
        .is(",")
}
