//! Runs the rules over a document and settles what they leave open.

use sayso_plugin::TokenRange;

use crate::cue::Cue;
use crate::draft::Draft;
use crate::page::Page;
use crate::rules;
use crate::words::{ACCORDING_TO, CUE, CUE_ADJECTIVE, CUE_NOUN};

/// All attributions of a document, in text order.
pub fn attributions<'d>(page: &Page<'d>) -> Vec<Draft<'d>> {
    let mut drafts = Vec::new();
    transcripts(page, &mut drafts);
    on_words(page, &mut drafts);
    attach_quotations(page, &mut drafts);
    for draft in &mut drafts {
        draft.content.retain(|run| !run.is_empty());
        draft.source = draft.source.filter(|run| !run.is_empty());
    }
    drafts.retain(|d| !d.content.is_empty() || d.act == "decline");
    drafts.sort_by_key(Draft::start);
    drafts
}

fn transcripts<'d>(page: &Page<'d>, drafts: &mut Vec<Draft<'d>>) {
    let paragraphs = page.reading.document.paragraphs.len();
    let found: Vec<_> = (0..paragraphs)
        .filter_map(|p| rules::transcript::find(page, p))
        .collect();
    // A single label is a headline's or an editor's.
    if found.len() > 1 {
        drafts.extend(found);
    }
}

/// Tries the rules at every word that could be a cue.
fn on_words<'d>(page: &Page<'d>, drafts: &mut Vec<Draft<'d>>) {
    let mut index = 0;
    while index < page.len() {
        let found = at_word(page, index);
        index = match &found {
            // "According to press reports": the source is no cue.
            Some(draft) if draft.rule == rules::according_to::RULE => {
                draft.source.map_or(draft.cue.end, |s| s.end) as usize
            }
            // A cue of several words is one cue.
            Some(draft) if draft.cue.contains(index as u32) => draft.cue.end as usize,
            _ => index + 1,
        };
        drafts.extend(found);
    }
}

fn at_word<'d>(page: &Page<'d>, index: usize) -> Option<Draft<'d>> {
    let word = page.outside(index)?;
    let has_phrase = word.phrase(CUE.or(ACCORDING_TO), page.len() - index);
    if has_phrase.is_none() && !word.has(CUE.or(CUE_NOUN).or(CUE_ADJECTIVE)) {
        return None;
    }
    rules::according_to::find(page, index)
        .or_else(|| rules::noun_that::find(page, index))
        .or_else(|| rules::was_sure_that::find(page, index))
        .or_else(|| {
            let cue = Cue::at(page, index)?;
            rules::ON_CUES.iter().find_map(|rule| rule(page, &cue))
        })
}

/// Gives every quotation that no cue has claimed to the attribution it goes on with, or
/// makes it one of its own.
fn attach_quotations<'d>(page: &Page<'d>, drafts: &mut Vec<Draft<'d>>) {
    let mut owners = owners(page, drafts);
    let starts = Starts::new(drafts);
    for speech in 0..page.speeches.len() {
        if owners[speech].is_some() {
            continue;
        }
        let owner = match continued(page, &starts, &owners, speech) {
            Some(owner) => {
                drafts[owner].add_content(page.speeches[speech].tokens);
                owner
            }
            None => {
                let source = starts.speaker_before(page, speech);
                drafts.push(rules::floating_quotation::draft(page, speech, source));
                drafts.len() - 1
            }
        };
        owners[speech] = Some(owner);
    }
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
    starts: &Starts,
    owners: &[Option<usize>],
    speech: usize,
) -> Option<usize> {
    if let Some(before) = page.speeches[speech].continues {
        return owners[before];
    }
    let before = speech.checked_sub(1)?;
    let owner = owners[before]?;
    let first = page.speeches[speech].tokens.first as usize;
    let last = page.speeches[before].tokens.end as usize - 1;
    // Another attribution between the two means that somebody else has the word.
    if starts.between(owner, last, first) {
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
