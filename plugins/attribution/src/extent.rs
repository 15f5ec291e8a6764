//! Where content ends: clauses, which seldom end before their sentence does, and phrases.

mod begun;
mod comments;
mod contrasts;
mod ends;
mod opens;
mod parallel;
mod speaks;

use sayso_plugin::{Tag, TokenRange};

use crate::complement::begins_with_verb;
use crate::frames::Frames;
use crate::page::{Page, run, whole_end};
use begun::{adds_fact, awaits_verb, fronts, is_outside, joins_subjects};
pub use contrasts::names_it;
use ends::{ends_clause, ends_infinitive, ends_phrase, ends_report};
pub use opens::is_cue_participle;
use opens::{begins_subordinate, opens_clause, opens_fronted_clause};
use parallel::{parallel, parallel_form};
use speaks::cue_verb;
pub use speaks::speaks_with_subject;

/// The clause that begins at a token, as far as its sentence goes: without what a new
/// predicate or afterthought adds.
pub fn clause(page: &Page<'_>, first: usize) -> TokenRange {
    let parallel = parallel(page, first);
    // `who said it was late, has left`: the comma closes what another opened outside.
    let closes = |at: usize| {
        page.tag(at) == Tag::COMMA
            && page.is_finite(at + 1)
            && page.next_finite(first..at).is_some()
            && !(first..at).any(|i| page.is_comma(i))
    };
    let ends = |page: &Page<'_>, at, end| {
        ends_clause(page, at, end)
            && !joins_subjects(page, first, at)
            && !fronts(page, first, at)
            && !awaits_verb(page, first, at)
            || closes(at)
            || is_outside(page, first, at)
            || page.is_comma(at) && adds_fact(page, first, at)
            || parallel(at)
    };
    extent(page, first, ends, usize::MAX)
}

/// All that is said from a token to the end of the sentence, whatever verbs it goes on with:
/// `According to Duarte, [he was tired, and went home]`.
pub fn rest(page: &Page<'_>, first: usize) -> TokenRange {
    let ends =
        |page: &Page<'_>, at, end| ends_report(page, at, end) && !joins_subjects(page, first, at);
    extent(page, first, ends, usize::MAX)
}

/// What a preposition governs that stands before a token: a question, an -ing form or a phrase.
pub fn governed(page: &Page<'_>, first: usize) -> TokenRange {
    match page.tag(first) {
        Tag::WRB | Tag::WP | Tag::WDT => clause(page, first),
        Tag::VBG => infinitive(page, first),
        _ if page.is(first, "whether") => clause(page, first),
        _ => phrase(page, first),
    }
}

/// The infinitive or -ing form that begins at a token: a clause that no finite verb goes on with.
/// A negation before it belongs to it: `vowed [never to leave]`.
pub fn infinitive(page: &Page<'_>, first: usize) -> TokenRange {
    let negated = first > 0 && page.is_one_of(first - 1, &["not", "never"]);
    let parallel = parallel(page, first);
    let ends = |page: &Page<'_>, at, end| {
        ends_infinitive(page, at, end) || parallel(at) || is_outside(page, first, at)
    };
    let whole = extent(page, first, ends, usize::MAX);
    run(first - usize::from(negated), whole.end as usize)
}

/// The infinitive that begins at a token in front of the verb of which it is a part of the subject:
/// `her promise [to open the road during the winter] was broken`.
pub fn inner_infinitive(page: &Page<'_>, first: usize) -> TokenRange {
    extent(page, first, ends_infinitive, 0)
}

/// The clause that begins at a token and stands in front of the verb of which it is a part of the
/// subject: `the claim that [the bridge was safe] is in doubt`.
pub fn inner_clause(page: &Page<'_>, first: usize) -> TokenRange {
    extent(page, first, ends_clause, 1)
}

/// The rest of a relative clause, from its verb.
pub fn predicate(page: &Page<'_>, first: usize) -> TokenRange {
    extent(page, first, ends_phrase, 1)
}

/// The phrase with its modifiers that begins at a token: ends earlier than a clause.
pub fn phrase(page: &Page<'_>, first: usize) -> TokenRange {
    let parallel = parallel_form(page, first) == Some(Tag::VBG);
    // `with Duarte questioning the plan and others backing it`
    let opens = |at: usize| {
        let behind = page.chunk_from(at).map(whole_end);
        behind.is_some_and(|verb| page.tag(verb) == Tag::VBG)
    };
    // `profess his innocence and decry the plan`
    let governs = Tag::TO.bit() | Tag::MD.bit();
    let infinitive =
        |at: usize| page.tag(at + 1) == Tag::VB && !(first..at).any(|i| page.tag_in(i, governs));
    let ends = |page: &Page<'_>, at, end| {
        let joins = page.tag(at) == Tag::CC;
        ends_phrase(page, at, end) || joins && (parallel && opens(at + 1) || infinitive(at))
    };
    extent(page, first, ends, 0)
}

/// `verbs` tells how many finite verbs may stand in it, besides those that a conjunction or
/// relative pronoun opens a clause for.
fn extent(
    page: &Page<'_>,
    first: usize,
    ends: impl Fn(&Page<'_>, usize, usize) -> bool,
    mut verbs: usize,
) -> TokenRange {
    let end = page.around(first).end as usize;
    let fronted = opens_fronted_clause(page, first);
    let mut subordinate = begins_subordinate(page, first);
    let mut at = first;
    let mut depth = 0;
    loop {
        let closed = Tag::QUOTE_CLOSE.bit() | Tag::NONE.bit();
        let edge = match at.checked_sub(1) {
            // Whatever stands behind quoted words may end what they belong to.
            Some(before) if at > first && page.tag(before).is_in(closed) => at,
            _ => page.landmarks.edges.first(at..end).unwrap_or(end),
        };
        debug_assert!(!(at.max(first + 1)..edge).any(|i| ends(page, i, end)));
        at = at.max(edge);
        if at >= end {
            break;
        }
        if let Some(speech) = page.speech_around(at) {
            // `that “we are ready” was true`: the clause has its verb within.
            if verbs != usize::MAX && (at == first || begins_with_verb(page, speech)) {
                verbs = verbs.saturating_sub(1);
            }
            // `that, “in the end,” she won`: the clause goes on behind its first words.
            let aside = page.is_comma(first) && at == first + 1;
            at = (speech.end as usize).max(at + 1);
            let comma = at >= 2 && page.word(at - 2).is(",");
            if !aside && comma && (fronted || leaves_quotation(page, at)) {
                break;
            }
            continue;
        }
        if let Some(close) = mention_end(page, at, end) {
            // `the plan “has no support”`: the verb is within, but not in `the “fevered dreams”`.
            let open = Tag::DT.bit() | Tag::JJ.bit() | Tag::PRP_POSSESSIVE.bit();
            // … nor in `“rigged” votes`.
            let behind = page.tag(close) == Tag::QUOTE_CLOSE && page.tag_in(close + 1, Tag::NOUNS);
            let noun = at > first && page.tag_in(at - 1, open) || behind;
            let verb = usize::from(!noun && page.is_finite(at + 1));
            if verbs < verb && depth == 0 {
                break;
            }
            verbs = verbs.saturating_sub(verb);
            at = close;
            continue;
        }
        if page.tag(at) == Tag::COLON
            && page.is(at, ":")
            && page.speech_at(at + 1).is_some()
            && at > first
        {
            break;
        }
        if verbs > 1
            && depth == 0
            && let Some(behind) = behind_aside(page, first, at, end)
        {
            at = behind;
            continue;
        }
        match page.tag(at) {
            Tag::LRB => depth += 1,
            Tag::RRB if depth == 0 => break,
            Tag::RRB => depth -= 1,
            _ => {}
        }
        let comma = page.is_comma(at) && (fronted || closes_quotation(page, at, end));
        let over = comma || ends(page, at, end);
        let first_comma =
            |subordinate: &mut bool| page.is_comma(at) && !fronted && std::mem::take(subordinate);
        if depth == 0 && at > first && over && !first_comma(&mut subordinate) {
            break;
        }
        verbs = verbs.saturating_add(usize::from(at > first && opens_clause(page, at)));
        if page.is_finite(at) {
            if verbs == 0 && depth == 0 {
                break;
            }
            verbs = verbs.saturating_sub(1);
        }
        at += 1;
    }
    if page.is_comma(at) && page.tag(at + 1) == Tag::QUOTE_CLOSE && at + 1 < end {
        // `“very risky,”`: the mark that closes belongs to the words.
        return run(first, at + 2);
    }
    page.trimmed(run(first, at.min(end)))
}

/// Where words in quotation marks end that are no speech, marks apart: nothing within them ends
/// what they belong to. A comma before the closing mark belongs to the words around.
fn mention_end(page: &Page<'_>, at: usize, end: usize) -> Option<usize> {
    if page.tag(at) != Tag::QUOTE_OPEN {
        return None;
    }
    let quotation = page.word(at).quotation()?;
    let close = (quotation.tokens.end as usize).checked_sub(1)?;
    let close = close - usize::from(close > at && page.is_comma(close - 1));
    (quotation.tokens.first as usize == at && close > at && close < end).then_some(close)
}

/// Whether a comma is the last mark of quoted words that are no speech, and what follows them goes
/// on no longer: `the “rush to judgment,” noting that`.
fn closes_quotation(page: &Page<'_>, comma: usize, end: usize) -> bool {
    page.tag(comma + 1) == Tag::QUOTE_CLOSE && comma + 2 < end && page.tag(comma + 2) == Tag::VBG
}

/// Whether the words behind a quotation that ends in a comma belong to it no longer: `“…,” a
/// swipe at the council`.
fn leaves_quotation(page: &Page<'_>, at: usize) -> bool {
    let joined = page.tag(at) == Tag::CC && !page.is_finite(at + 1) && page.tag(at + 1) != Tag::PRP;
    !joined
        && !page.is_finite(at)
        && page.tag(at) != Tag::VB
        && !page.tag_in(at, Tag::WDT.bit() | Tag::QUOTE_OPEN.bit() | Tag::PRP.bit())
        && !page.is_one_of(
            at,
            &[
                "because", "by", "even", "for", "if", "in", "that", "to", "too", "when", "within",
            ],
        )
}

/// Behind the dash that answers a dash, where what is said goes on: `the road — the only one — will
/// close`, `besides the road — the only one — a bridge will close`. Not where a verb of speech
/// follows.
fn behind_aside(page: &Page<'_>, first: usize, at: usize, end: usize) -> Option<usize> {
    const LONGEST: usize = 25;
    let is_dash = |i: usize| page.is_break(i) && !page.is(i, ";");
    if !is_dash(at) {
        return None;
    }
    let behind = (at + 1..end.min(at + LONGEST)).find(|&i| is_dash(i))? + 1;
    let speaks = cue_verb(page, behind).is_some_and(|(_, f)| f.has(Frames::INVERTED));
    let goes_on = page.verb_group(behind).is_some()
        || page.tag_in(behind, Tag::RB.bit() | Tag::IN.bit() | Tag::TO.bit())
        || page.speech_at(behind).is_some()
        || page.chunk_from(behind).is_some() && !(first..at).any(|i| page.verb_group(i).is_some());
    (behind < end && goes_on && !speaks).then_some(behind)
}
