use sayso_plugin::{Rule, Tag, TokenRange, rule};

use crate::draft::Draft;
use crate::extent;
use crate::page::{Page, run};
use crate::rules::said_in_passing::continues;
use crate::source;
use crate::words::ACCORDING_TO;

rule! {
    /// What somebody is given as the authority for, before or after.
    ///
    /// > [According to]cue [police]source, [two cars were stolen]content.
    /// > [Two cars were stolen]content, [according to]cue [the report]source.
    /// > [Brandt won]content, [according to]cue [complete but unofficial returns]source.
    /// > The plan is old, but [according to]cue [spokesman Ivo Brandt]source, [the city has found new money]content.
    /// > The plan is old, but, [according to]cue [Ivo Brandt]source, [it still works]content.
    /// > [According to]cue [Duarte]source, [as she came in, the lights went out]content.
    /// > [According to]cue [Duarte]source, [the road is safe, but is closed at night]content.
    /// >! They were seated according to size.
    pub const RULE: "according-to";
}

/// `according to X`
pub fn find<'d>(page: &Page<'d>, index: usize) -> Option<Draft<'d>> {
    let word = page.outside(index)?;
    // The sentence is looked up only where the phrase stands.
    word.phrase(ACCORDING_TO, usize::MAX)?;
    let limit = page.around(index).end as usize - index;
    let phrase = word.phrase(ACCORDING_TO, limit)?;
    by_authority(page, RULE, run(index, index + phrase.len()))
}

/// What the authority behind a cue is given for, before or after.
pub(super) fn by_authority<'d>(page: &Page<'d>, rule: Rule, cue: TokenRange) -> Option<Draft<'d>> {
    let (index, end) = (cue.first as usize, cue.end as usize);
    let opens = opens(page, index);
    let source = if opens {
        source::after_opening(page, end)
    } else {
        source::after(page, end)
    };
    let source = source.or_else(|| words_until_mark(page, end))?;
    if !can_speak(page, source) {
        return None;
    }
    let parts = content(page, index, source.end as usize, opens)?;
    Some(Draft::said(rule, Some(source), cue, parts))
}

/// What is said around words from `first` to `end` that name an authority: what follows them where
/// they open a sentence or clause, else what stands before them, and where they stand between commas
/// what goes on behind them.
pub(super) fn content(
    page: &Page<'_>,
    first: usize,
    end: usize,
    opens: bool,
) -> Option<Vec<TokenRange>> {
    let sentence = page.around(first);
    let behind = end + usize::from(page.is_comma(end));
    if opens {
        let content = (behind < sentence.end as usize).then(|| extent::rest(page, behind))?;
        return (!content.is_empty()).then(|| vec![content]);
    }
    let content = page.trimmed(run(before(page, sentence.first as usize, first), first));
    let mut parts = vec![content];
    let closed = behind > end && behind < sentence.end as usize;
    if closed && continues(page, content, behind) {
        parts.push(extent::clause(page, behind));
    }
    (!content.is_empty()).then_some(parts)
}

/// Whether a sentence or a clause begins at a token.
pub(super) fn opens(page: &Page<'_>, index: usize) -> bool {
    let first = page.around(index).first as usize;
    index == first
        || page.is(index - 1, "(")
        || page.tag(index - 1) == Tag::CC
        || page.is_break(index - 1)
        || page.is(index - 1, "that")
        || page.is(index - 1, ",") && opens_behind(page, first, index - 2)
}

/// Whether the word before a comma opens a clause: `The plan is old, but, according to Duarte, it
/// works`, `a day when, according to Duarte, it rained`.
fn opens_behind(page: &Page<'_>, first: usize, index: usize) -> bool {
    index == first || page.tag(index) == Tag::WRB || page.is_one_of(index, &["but", "that"])
}

/// The words up to the next mark or verb, where no noun phrase is read: `according to press
/// reports`, `according to complete but unofficial returns`.
fn words_until_mark(page: &Page<'_>, first: usize) -> Option<TokenRange> {
    const LONGEST: usize = 8;
    let limit = (page.around(first).end as usize).min(first + LONGEST);
    let ends = |&i: &usize| page.outside(i).is_none() || page.is_mark(i) || page.is_finite(i);
    let end = (first..limit).find(ends).unwrap_or(limit);
    let named = (first..end).any(|i| page.tag_in(i, Tag::NOUNS));
    (named && end > first).then(|| run(first, end))
}

/// Whether it is an authority, not a measure: `according to size`.
fn can_speak(page: &Page<'_>, source: TokenRange) -> bool {
    const MEASURES: &[&str] = &[
        "ability",
        "age",
        "amount",
        "custom",
        "height",
        "law",
        "merit",
        "need",
        "plan",
        "rank",
        "schedule",
        "size",
        "taste",
        "tradition",
        "weight",
    ];
    let measure = MEASURES
        .iter()
        .any(|word| page.is(source.first as usize, word));
    !(measure && source.len() == 1)
}

/// Where what stands before `according to` begins: behind the last break in the sentence.
fn before(page: &Page<'_>, start: usize, index: usize) -> usize {
    let mut first = (start..index.saturating_sub(1))
        .rev()
        .find(|&i| page.is(i, ";") || page.is(i, "—"))
        .map_or(start, |i| i + 1);
    while page.tag(first) == Tag::CC {
        first += 1;
    }
    first
}
