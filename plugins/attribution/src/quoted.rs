//! What the rules on quotations share.

use sayso_plugin::{Rule, Shape, Tag, TokenKind, TokenRange, Word, Words};

use crate::cue::Cue;
use crate::draft::Draft;
use crate::extent;
use crate::frames::Frames;
use crate::page::{Page, run};

/// The speech that ends right before a token, in its sentence, and does not end as a
/// sentence of its own.
pub fn speech_before(page: &Page<'_>, index: usize) -> Option<usize> {
    let start = page.around(index).first as usize;
    let mut last = index.checked_sub(1)?;
    const DASHES: &Words = &Words::new(&["--", "—"]);
    if page.is_comma(last) || page.is_any(last, DASHES) {
        last = last.checked_sub(1)?;
    }
    if last < start {
        return None;
    }
    page.speech_at(last)
}

/// The attribution of a speech to what stands behind it.
pub fn draft<'d>(
    page: &Page<'d>,
    rule: Rule,
    cue: &Cue<'d>,
    source: Option<TokenRange>,
    speech: usize,
) -> Draft<'d> {
    let mut draft = Draft::of_cue(page, rule, cue, Frames::QUOTE, source, Vec::new());
    let quoted = page.speeches[speech].tokens;
    let lead = lead_in(page, quoted.first as usize);
    draft.add_content(run(lead, quoted.end as usize));
    let behind = source.map_or(0, |s| s.end).max(cue.end as u32) as usize;
    if let Some(next) = resumed(page, behind) {
        draft.add_content(page.speeches[next].tokens);
    } else if page.is_comma(behind) && page.is(behind + 1, "that") {
        // `“It is odd,” she said, that nobody came`
        draft.add_content(extent::clause(page, behind + 1));
    } else if let Some(mention) = joined_mention(page, behind) {
        draft.add_content(mention);
    }
    draft
}

/// Whether a speech leaves its sentence open: `“…,”`, `“…?”`, `“…,’”`, `“…”,`.
pub fn is_open(page: &Page<'_>, speech: usize) -> bool {
    let quoted = page.speeches[speech].tokens;
    let closes = |&i: &usize| page.word(i).kind() == TokenKind::QUOTE_CLOSE;
    let last = quoted.range().rev().find(|i| !closes(i));
    let open = |i: usize| [",", "?", "!"].iter().any(|mark| page.word(i).is(mark));
    last.is_some_and(open) || page.is_comma(quoted.end as usize)
}

/// The words between an open speech and a verb, if no mark and no other verb stands among them: who
/// speaks, however odd the name.
pub fn words_between(page: &Page<'_>, verb: usize) -> Option<TokenRange> {
    const LONGEST: usize = 16;
    let start = page
        .around(verb)
        .first
        .max(verb.saturating_sub(LONGEST) as u32) as usize;
    let is_part = |&i: &usize| page.outside(i).is_some() && !page.is_mark(i) && !page.is_finite(i);
    let first = (start..verb).rev().take_while(is_part).last()?;
    let comma = first > 0 && page.is_comma(first - 1);
    let behind = first.checked_sub(1 + usize::from(comma))?;
    let speech = page.speech_at(behind)?;
    let mut end = verb;
    while end > first && page.tag_in(end - 1, Tag::RB.bit()) {
        end -= 1;
    }
    let joins = Tag::CC.bit() | Tag::WDT.bit() | Tag::WP.bit() | Tag::VBG.bit() | Tag::IN.bit();
    let joined = page.tag_in(first, joins) && !page.word(first).has_shape(Shape::CAPITAL);
    // `“…,” a charge he denied`: an article speaks of no one, nor do two phrases.
    let behind = page
        .chunk_from(first)
        .map(|chunk| chunk.tokens.end as usize);
    let apart = || behind.is_some_and(|at| at < end && page.chunk_from(at).is_some());
    let article = page.tag(first) == Tag::DT;
    let named = end > first && !(article && (end == first + 1 || apart()));
    (is_open(page, speech) && named && !joined).then(|| run(first, end))
}

/// Whether words that attribute stand right behind a speech: `“…,” she said`.
pub fn is_attributed_behind(page: &Page<'_>, speech: usize) -> bool {
    let end = page.speeches[speech].tokens.end as usize;
    let limit = page.around(end.saturating_sub(1)).end as usize;
    is_open(page, speech)
        && (end..limit.min(end + 6))
            .map_while(|i| page.outside(i))
            .take_while(|w| !(w.index() > end && w.kind() == TokenKind::PUNCTUATION))
            // `“…,” but added, “…”`
            .take_while(|w| w.tag() != Tag::CC)
            .any(|w| {
                Cue::at(page, w.index()).is_some_and(|c| c.has(Frames::QUOTE) && !c.participle)
            })
}

/// Whether the quotation that begins at a token begins with a capital.
pub fn begins_sentence(page: &Page<'_>, mark: usize) -> bool {
    let first = page.reading.document.tokens.get(mark + 1);
    first.is_some_and(|token| token.shape.has(Shape::CAPITAL))
}

/// Where the clause begins of which a quotation is the end: `The plan is “dead,” she said`.
pub fn lead_in(page: &Page<'_>, quote: usize) -> usize {
    let start = page.around(quote).first as usize;
    let opens = |w: Word<'_>| {
        let index = w.index();
        page.is(index, ":")
            || page.is_break(index)
            || w.tag() == Tag::LRB
            || w.kind() == TokenKind::QUOTE_CLOSE && page.is_comma(index.wrapping_sub(1))
    };
    let mut first = quote;
    while first > start && page.outside(first - 1).is_some_and(|w| !opens(w)) {
        first -= 1;
    }
    while first < quote
        && page
            .outside(first)
            .is_some_and(|w| w.kind() == TokenKind::PUNCTUATION || w.tag() == Tag::CC)
    {
        first += 1;
    }
    // `Duarte waved, calling, “Come in,” she said`: a sentence of its own behind another.
    let opens_aside = page.tag_in(first, Tag::IN.bit() | Tag::WRB.bit());
    let own = begins_sentence(page, quote)
        && page.is_mark(quote.saturating_sub(1))
        && page.next_finite(first..quote).is_some();
    if own && !opens_aside {
        return quote;
    }
    first
}

/// Quoted words that go on behind a conjunction, too few to be speech of their own: `“It was odd,” he
/// said, [and “hardly professional.”]`
fn joined_mention(page: &Page<'_>, behind: usize) -> Option<TokenRange> {
    let opens = page.is_comma(behind) && page.tag(behind + 1) == Tag::CC;
    let quotation = page.outside(behind + 2).filter(|_| opens)?.quotation()?;
    let mark = page.tag(behind + 2) == Tag::QUOTE_OPEN;
    mark.then(|| run(behind + 1, quotation.tokens.end as usize))
}

/// The speech that goes on after the attributing words: `“A,” she said, “B.”`
fn resumed(page: &Page<'_>, behind: usize) -> Option<usize> {
    let end = page.around(behind.checked_sub(1)?).end as usize;
    let mut at = behind;
    // `she said in a statement, “B.”`: a few words may come between.
    while at < end.min(behind + 8) {
        if let Some(speech) = page.speech_at(at) {
            return page.is_comma(at - 1).then_some(speech);
        }
        at += 1;
    }
    None
}
