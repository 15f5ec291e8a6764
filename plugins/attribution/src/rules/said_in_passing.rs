use sayso_plugin::{TokenRange, rule};

use crate::cue::Cue;
use crate::draft::Draft;
use crate::noun_phrase;
use crate::page::{Page, run};
use crate::words::{
    ADVERSATIVE, AUXILIARY, BARE, COORDINATOR, CUE, INVERTED, OTHER_VERB, PREPOSITION, QUOTE,
    RELATIVE, SUBORDINATOR, THAT,
};

rule! {
    /// Source and verb between commas or behind one, in or after what is said.
    ///
    /// > [The tunnel will open in May]content, [the minister]source [said]cue.
    /// > [The tunnel]content, [she]source [said]cue, [will open in May]content.
    /// > [The tunnel will open in May]content, [said]cue [Ana Duarte]source.
    /// >! When the rain stopped, she said nothing.
    pub const RULE: "said-in-passing";
}

/// `…, X said.` and `…, X said, …`
pub fn find<'d>(page: &Page<'d>, cue: &Cue<'d>) -> Option<Draft<'d>> {
    if !cue.has(QUOTE.or(BARE).or(THAT)) || cue.participle || cue.passive {
        return None;
    }
    let (source, first, end) = attributing_words(page, cue)?;
    let sentence = page.around(cue.verb);
    let comma = first.checked_sub(1).filter(|&i| page.is(i, ","))?;
    let closes = page.is(end, ",");
    let before = content_before(page, sentence.first as usize, comma, closes)?;
    let mut content = vec![before];
    let ends = end >= sentence.end as usize || page.is_mark(end);
    if !ends {
        return None;
    }
    if closes && end + 1 < sentence.end as usize && continues(page, before, end + 1) {
        content.push(page.trimmed(run(end + 1, sentence.end as usize)));
    }
    Some(Draft::of_cue(RULE, cue, Some(source), content))
}

/// The source, and where the words that attribute begin and end.
fn attributing_words(page: &Page<'_>, cue: &Cue<'_>) -> Option<(TokenRange, usize, usize)> {
    if cue.has(INVERTED) && page.is(cue.first.checked_sub(1)?, ",") {
        // "Keller, who led the study, confirmed …" is a subject and its verb.
        let start = page.around(cue.verb).first;
        let subject = noun_phrase::before(page, cue.first);
        if subject.is_some_and(|s| s.first <= start + 1) {
            return None;
        }
        let source = noun_phrase::after(page, cue.end)?;
        return Some((source, cue.first, source.end as usize));
    }
    let source = noun_phrase::before(page, cue.first)?;
    if page.word(source.first as usize).has(RELATIVE) {
        return None;
    }
    let mut end = cue.end;
    let limit = page.around(cue.verb).end as usize;
    // `X said in a statement`, `X told reporters on Monday`: up to the next mark, if near.
    while end < limit.min(cue.end + 8) && page.outside(end).is_some() && !page.is_mark(end) {
        if page.word(end).has(CUE) && page.word(end).has(QUOTE) {
            return None;
        }
        end += 1;
    }
    Some((source, source.first as usize, end))
}

/// What is said, before the comma: a main clause, not `When the rain stopped`.
fn content_before(
    page: &Page<'_>,
    start: usize,
    comma: usize,
    goes_on: bool,
) -> Option<TokenRange> {
    let mut first = start;
    // Behind a speech or a dash a new clause may begin.
    if let Some(last) = (start..comma)
        .rev()
        .find(|&i| page.is(i, ";") || page.is(i, "—"))
    {
        first = last + 1;
    }
    while page
        .outside(first)
        .is_some_and(|w| w.has(COORDINATOR.or(ADVERSATIVE)))
    {
        first += 1;
    }
    let content = page.trimmed(run(first, comma));
    let opener = page.word(content.first as usize);
    let is_clause =
        goes_on || content.len() >= 3 || page.is(comma + 1, "she") || page.is(comma + 1, "he");
    let adverbial = opener.has(PREPOSITION) && !content.range().any(|i| is_verb(page, i));
    let subordinate = opener.has(SUBORDINATOR) || opener.form().ends_with("ing") || adverbial;
    let has_own_cue = content
        .range()
        .any(|i| Cue::at(page, i).is_some_and(|c| c.has(QUOTE) && !c.participle));
    (!content.is_empty() && is_clause && !subordinate && !has_own_cue).then_some(content)
}

/// Whether the words after the second comma go on with what is said: they bring the verb
/// that the words before the first comma lack.
pub fn continues(page: &Page<'_>, before: TokenRange, index: usize) -> bool {
    !before.range().any(|i| is_verb(page, i))
        && page
            .outside(index)
            .is_some_and(|w| !w.has(ADVERSATIVE.or(COORDINATOR).or(RELATIVE)))
}

fn is_verb(page: &Page<'_>, index: usize) -> bool {
    let word = page.word(index);
    word.has(AUXILIARY.or(OTHER_VERB)) && !word.is("'s") || Cue::at(page, index).is_some()
}
