use sayso_plugin::{Tag, TokenRange, rule};

use crate::draft::Draft;
use crate::extent;
use crate::page::{Page, run};
use crate::words::CUE_NOUN;

rule! {
    /// A noun of saying or thinking whose owner is the source, with a that-clause, an
    /// infinitive or a prepositional phrase.
    ///
    /// > [Duarte]source's [claim]cue that [the bridge was safe]content is in doubt.
    /// > They heard [his]source [promise]cue [to open the road]content.
    /// > There were [reports]cue that [the bridge was safe]content.
    /// > [Brandt]source's [criticism]cue of [the plan]content came late.
    /// > [Brandt]source's [argument]cue was that [the mast would fall]content.
    /// >! The claim was filed on Monday.
    pub const RULE: "noun-that";
}

/// `X's claim that …`
pub fn find<'d>(page: &Page<'d>, index: usize) -> Option<Draft<'d>> {
    let noun = page.outside(index).filter(|w| w.has(CUE_NOUN))?;
    let entry = noun.entry()?;
    let chunk = page
        .chunk(index)
        .filter(|chunk| chunk.head as usize == index)?;
    let source = chunk.owner().or_else(|| possessive(page, chunk.tokens));
    let takes = |word: &str| {
        entry
            .field("takes")
            .is_some_and(|all| all.split(',').any(|t| t == word))
    };
    let next = index + 1;
    let content = if takes("that") && page.is(next, "that") {
        extent::inner_clause(page, next + 1)
    } else if takes("that") && is_that(page, next) {
        extent::clause(page, next + 2)
    } else if source.is_none() {
        return None;
    } else if takes("to") && page.tag(next) == Tag::TO && page.is_infinitive(next) {
        extent::phrase(page, next)
    } else if page.tag_in(next, Tag::IN.bit() | Tag::TO.bit())
        && ["of", "for", "on", "about", "over", "to"]
            .iter()
            .any(|p| page.is(next, p) && takes(p))
    {
        extent::phrase(page, next + 1)
    } else {
        return None;
    };
    Some(Draft {
        rule: RULE,
        source,
        cue: run(index, index + 1),
        content: vec![content],
        act: entry.field("act").unwrap_or("say"),
        negated: false,
    })
}

/// `is that`, `was that`: the content is the predicate.
fn is_that(page: &Page<'_>, next: usize) -> bool {
    page.is_one_of(next, &["is", "was", "'s"]) && page.is(next + 1, "that")
}

/// `his` in `his promise`.
fn possessive(page: &Page<'_>, chunk: TokenRange) -> Option<TokenRange> {
    let first = chunk.first as usize;
    (page.tag(first) == Tag::PRP_POSSESSIVE).then(|| run(first, first + 1))
}
