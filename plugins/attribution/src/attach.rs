//! Quotations that no cue has claimed: whose they are.

use sayso_plugin::{Rule, Tag, TokenRange};

use crate::bits::Bits;
use crate::draft::Draft;
use crate::extent;
use crate::page::Page;
use crate::rules;
use crate::source;
use crate::speech::mention_type;

/// The rules that find what somebody reports in a clause.
const REPORTS: &[Rule] = &[
    rules::said_in_passing::RULE,
    rules::source_said_clause::RULE,
    rules::source_said_that::RULE,
];

/// Gives every quotation that no cue has claimed to the attribution it goes on with, or
/// makes it one of its own.
pub fn quotations<'d>(page: &Page<'d>, drafts: &mut Vec<Draft<'d>>) {
    complete_reports(page, drafts);
    let mut owners = owners(page, drafts);
    join_backwards(page, drafts, &mut owners);
    let starts = Starts::new(drafts);
    for speech in 0..page.speeches.len() {
        if owners[speech].is_some() {
            continue;
        }
        let beside = rules::ON_QUOTATIONS
            .iter()
            .find_map(|rule| rule(page, speech));
        let owner = match &beside {
            Some(_) => None,
            None => continued(page, drafts, &starts, &owners, speech),
        };
        if let Some(owner) = owner {
            drafts[owner].add_content(page.speeches[speech].tokens);
        } else {
            drafts.push(beside.unwrap_or_else(|| {
                let first = page.speeches[speech].tokens.first as usize;
                let source = source::actor_before(page, first)
                    .or_else(|| starts.speaker_before(page, speech));
                rules::floating_quotation::draft(page, speech, source)
            }));
        }
        owners[speech] = owner.or(Some(drafts.len() - 1));
    }
}

/// Gives a speech that another goes on with, and that is left unclaimed, to the attribution that
/// stands behind the other: `“We were late.` and in the next paragraph `“Nobody came,” she said.`
fn join_backwards(page: &Page<'_>, drafts: &mut [Draft<'_>], owners: &mut [Option<usize>]) {
    for speech in (1..page.speeches.len()).rev() {
        let Some(before) = page.speeches[speech].continues else {
            continue;
        };
        let free = owners[before].is_none() && !follows_speech(page, before);
        if let Some(owner) = owners[speech].filter(|_| free) {
            drafts[owner].add_content(page.speeches[before].tokens);
            owners[before] = Some(owner);
        }
    }
}

/// Whether a speech stands in the sentence before another in its paragraph, which then goes on with
/// that one: `“We were late,” she said. “Nobody came.`
fn follows_speech(page: &Page<'_>, speech: usize) -> bool {
    let first = page.speeches[speech].tokens.first as usize;
    let Some(before) = first.checked_sub(1) else {
        return false;
    };
    let (here, last) = (page.sentence(first), page.sentence(before));
    let mut tokens = last.tokens.first as usize..first;
    here.paragraph == last.paragraph && tokens.any(|i| page.speech_at(i).is_some())
}

/// Lets a report go on up to a quotation that stands behind it in its sentence and that nothing else
/// attributes: `said it was late, but the road was “safe for all.”`
fn complete_reports(page: &Page<'_>, drafts: &mut [Draft<'_>]) {
    if page.reading.document.quotations.is_empty() {
        return;
    }
    let mut starts: Vec<_> = drafts.iter().map(Draft::start).zip(0..).collect();
    starts.sort_unstable();
    let mut held = held(page, drafts);
    for quoted in quotations_in_order(page) {
        if held.has(quoted.first as usize) {
            continue;
        }
        let sentence = page.sentence(quoted.first as usize).tokens;
        let before = starts.partition_point(|&(at, _)| at < quoted.first);
        let last = starts[..before]
            .last()
            .filter(|&&(at, _)| at >= sentence.first);
        let Some(draft) = last.map(|&(_, last)| &mut drafts[last]) else {
            continue;
        };
        if goes_on_to(page, draft, quoted)
            && let Some(content) = draft.content.last_mut()
        {
            let first = quoted.first as usize;
            content.end = quoted.end.max(extent::phrase(page, first).end);
            (first..content.end as usize).for_each(|token| held.add(token));
        }
    }
}

/// Whether a quotation belongs to what an attribution tells before it. Only reports of speech go on
/// with other verbs; else nothing but words comes between: `praised the mayor, “a good man”`.
fn goes_on_to(page: &Page<'_>, draft: &Draft<'_>, quoted: TokenRange) -> bool {
    const NEAR: usize = 12;
    let Some(content) = draft.content.last() else {
        return false;
    };
    let behind = content.end <= quoted.first && draft.cue.end <= content.end;
    let gap = content.end as usize..quoted.first as usize;
    let reports = || REPORTS.contains(&draft.rule) && draft.speaks(page);
    let close = || gap.len() <= NEAR && page.next_finite(gap.clone()).is_none();
    behind && !draft.cue.is_empty() && (reports() || close())
}

/// The tokens of all contents.
fn held(page: &Page<'_>, drafts: &[Draft<'_>]) -> Bits {
    let mut held = Bits::new(page.len());
    let contents = drafts.iter().flat_map(|draft| &draft.content);
    contents.for_each(|content| content.range().for_each(|token| held.add(token)));
    held
}

/// The outermost quotations in text order, but no titles and nicknames.
fn quotations_in_order(page: &Page<'_>) -> impl Iterator<Item = TokenRange> {
    let quotations = page.reading.document.quotations;
    let outermost = quotations.iter().filter(|quotation| quotation.depth == 0);
    let words = outermost.filter(|quotation| {
        let speech = page.speech_at(quotation.tokens.first as usize).is_some();
        speech || mention_type(page.reading, quotation) == "term"
    });
    words.map(|quotation| quotation.tokens)
}

/// For each speech the draft whose content holds it: the shortest if there are several.
fn owners(page: &Page<'_>, drafts: &[Draft<'_>]) -> Vec<Option<usize>> {
    let mut owners: Vec<Option<(usize, u32)>> = vec![None; page.speeches.len()];
    for (number, draft) in drafts.iter().enumerate() {
        for content in &draft.content {
            let first = page
                .speeches
                .partition_point(|s| s.tokens.first < content.first);
            for (speech, s) in page.speeches.iter().enumerate().skip(first) {
                if s.tokens.first >= content.end {
                    break;
                }
                if owners[speech].is_none_or(|(_, len)| content.len() < len) {
                    owners[speech] = Some((number, content.len()));
                }
            }
        }
    }
    owners.into_iter().map(|o| o.map(|(n, _)| n)).collect()
}

/// Where the attributions found on words begin, and their sources, in text order.
struct Starts {
    starts: Vec<(u32, usize)>,
    sources: Vec<TokenRange>,
}

impl Starts {
    fn new(drafts: &[Draft<'_>]) -> Self {
        let mut starts: Vec<_> = drafts.iter().map(Draft::start).zip(0..).collect();
        starts.sort_unstable();
        let mut sources: Vec<_> = drafts.iter().filter_map(|d| d.source).collect();
        sources.sort_unstable_by_key(|s| s.first);
        Self { starts, sources }
    }

    /// Whether another attribution than `owner` begins between two tokens.
    fn between(&self, owner: usize, last: usize, first: usize) -> bool {
        let from = self.starts.partition_point(|&(at, _)| at as usize <= last);
        self.starts[from..]
            .iter()
            .take_while(|&&(at, _)| (at as usize) < first)
            .any(|&(_, number)| number != owner)
    }

    /// The last source of the paragraph before, for a quotation that opens its paragraph.
    fn speaker_before(&self, page: &Page<'_>, speech: usize) -> Option<TokenRange> {
        let first = page.speeches[speech].tokens.first;
        let paragraph = page.sentence(first as usize).paragraph as usize;
        let paragraphs = page.reading.document.paragraphs;
        if paragraphs[paragraph].tokens.first != first {
            return None;
        }
        let before = paragraphs[paragraph.checked_sub(1)?].tokens;
        let end = self.sources.partition_point(|s| s.first < before.end);
        let last = self.sources[..end].last()?;
        before.contains(last.first).then_some(*last)
    }
}

/// The attribution that a quotation goes on with.
fn continued(
    page: &Page<'_>,
    drafts: &[Draft<'_>],
    starts: &Starts,
    owners: &[Option<usize>],
    speech: usize,
) -> Option<usize> {
    if let Some(before) = page.speeches[speech].continues {
        return owners[before];
    }
    if let Some(owner) = reported_before(page, drafts, starts, speech) {
        return Some(owner);
    }
    let before = speech.checked_sub(1)?;
    let owner = owners[before]?;
    let first = page.speeches[speech].tokens.first as usize;
    let last = page.speeches[before].tokens.end as usize - 1;
    // Another attribution between the two means that somebody else has the word, but not in the
    // sentence of the one: `“A,” she said, noting that it rained. “B.”`
    let said = (drafts[owner].cue.end as usize).max(last + 1) - 1;
    let same = page.sentence(said.min(first)).tokens.end as usize;
    if starts.between(owner, last.max(same - 1), first) {
        return None;
    }
    let paragraph = |token: usize| page.sentence(token).paragraph;
    let here = paragraph(first);
    let same_paragraph = here == paragraph(last);
    let starts_paragraph =
        page.reading.document.paragraphs[here as usize].tokens.first as usize == first;
    let next_paragraph = here == paragraph(last) + 1 && starts_paragraph;
    (same_paragraph || next_paragraph).then_some(owner)
}

/// What was reported in the sentence right before a quotation that is a sentence of its own:
/// `Duarte said that it rained. “We got wet.”`
fn reported_before(
    page: &Page<'_>,
    drafts: &[Draft<'_>],
    starts: &Starts,
    speech: usize,
) -> Option<usize> {
    let first = page.speeches[speech].tokens.first as usize;
    let here = page.sentence(first);
    let before = page.sentence(first.checked_sub(1)?);
    if here.tokens.first as usize != first || here.paragraph != before.paragraph {
        return None;
    }
    let end = starts
        .starts
        .partition_point(|&(at, _)| (at as usize) < first);
    let &(at, owner) = starts.starts[..end].last()?;
    let draft = &drafts[owner];
    // `“A,” she said, noting that it rained. “B.”` goes on with the first quotation.
    let quoted = before.tokens.range().any(|i| page.speech_at(i).is_some());
    let relative = draft
        .source
        .is_some_and(|s| page.tag(s.first as usize) == Tag::WP);
    let reports = REPORTS.contains(&draft.rule) && draft.speaks(page) && draft.source.is_some();
    (!quoted && !relative && before.tokens.contains(at) && reports).then_some(owner)
}
