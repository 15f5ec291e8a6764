//! Sources: the subject of a cue, or the noun phrase behind it, with all that describes it.

mod description;
mod phrase;

use sayso_plugin::{Chunk, ChunkFlags, ChunkKind, ClauseKind, Tag, TokenRange};

use crate::cue::Cue;
use crate::extent::is_cue_participle;
use crate::page::{Page, run, whole_end};
use crate::words::SPEECH;
pub use description::{after, after_opening, is_occasion, is_study};
use phrase::{adjacent, closed, is_aside, leftmost, subordinates};
pub use phrase::{before, is_time};

/// How many tokens a source may have.
const LONGEST: usize = 50;

/// How many clauses up a subject is looked for.
const MOST_CLAUSES: usize = 4;

/// The source of a cue as its subject.
pub fn subject(page: &Page<'_>, cue: &Cue<'_>) -> Option<TokenRange> {
    if cue.participle && !cue.passive {
        return of_participle(page, cue);
    }
    if let Some(conjunction) = coordinated(page, cue.first)
        && (cue.entry.classes.has(SPEECH)
            || page.tag(cue.verb) == Tag::VBD
            || page.is(conjunction.wrapping_sub(1), ","))
    {
        return of_conjunct(page, conjunction)
            .or_else(|| main_subject(page, conjunction))
            .or_else(|| last_speaker(page, conjunction))
            .or_else(|| subject_of_verb(page, cue.first, cue.verb));
    }
    if cue.infinitive {
        if let Some(urged) = urged(page, cue.first) {
            return Some(urged);
        }
        return subject_of_verb(page, cue.first, cue.verb)
            .or_else(|| last_speaker(page, cue.first));
    }
    adjacent(page, cue.first)
        .or_else(|| closed(page, cue.first))
        .or_else(|| subject_of_verb(page, cue.first, cue.verb))
        .or_else(|| leftmost(page, cue.first))
        .or_else(|| before(page, cue.first))
        .or_else(|| capitalized(page, cue))
        .or_else(|| last_speaker(page, cue.first))
}

/// The subject of the verb that stands right before a conjunction: `who came out and said`.
fn of_conjunct(page: &Page<'_>, conjunction: usize) -> Option<TokenRange> {
    const NEAR: usize = 3;
    let verb = (conjunction.saturating_sub(NEAR)..conjunction)
        .rev()
        .take_while(|&i| page.chunk(i).is_none() && !page.is_mark(i))
        .find(|&i| page.is_finite(i))?;
    let relative = |found: &TokenRange| page.tag(found.first as usize) == Tag::WP;
    subject_at(page, verb).filter(|found| page.is(conjunction, "and") && relative(found))
}

/// A name before a verb of speech whose words are read as other things: `Keating said`.
fn capitalized(page: &Page<'_>, cue: &Cue<'_>) -> Option<TokenRange> {
    const ADVERBS: &[&str] = &[
        "again",
        "also",
        "here",
        "later",
        "never",
        "now",
        "once",
        "so",
        "still",
        "then",
        "there",
        "today",
        "yesterday",
    ];
    let start = page.around(cue.first).first as usize;
    let first = (start..cue.first)
        .rev()
        .take_while(|&i| page.is_capital(i))
        .last()?;
    let speaks = cue.entry.classes.has(SPEECH) && !page.is_one_of(first, ADVERBS);
    speaks.then(|| run(first, cue.first))
}

/// The person right before an infinitive, whom another verb makes do it: `led [Brandt] to say`.
fn urged(page: &Page<'_>, to: usize) -> Option<TokenRange> {
    let chunk = page.chunk(to.checked_sub(1)?)?;
    let before = (chunk.tokens.first as usize).checked_sub(1)?;
    let governed = page.verb_group(before).is_some() || page.is(before, "on");
    let person = chunk.flags.has(ChunkFlags::PERSON)
        || page.is_one_of(
            chunk.tokens.first as usize,
            &["him", "her", "them", "us", "me"],
        );
    (governed && person && chunk.tokens.end as usize == to).then_some(chunk.tokens)
}

/// The subject of the verb group that begins at a token.
pub fn subject_at(page: &Page<'_>, first: usize) -> Option<TokenRange> {
    let group = page.verb_group(first)?;
    subject_of_verb(page, first, group.main as usize)
}

/// The subject of the sentence's main clause, if it begins before a token.
fn main_subject(page: &Page<'_>, end: usize) -> Option<TokenRange> {
    let start = page.around(end).first as usize;
    let main = |&i: &usize| {
        let group = page.verb_group(i).filter(|_| page.is_finite(i));
        let clause = group.and_then(|group| page.clause_of_verb(group.main as usize));
        clause.is_some_and(|clause| clause.kind == ClauseKind::MAIN)
    };
    let verb = (start..end).find(main)?;
    subject_at(page, verb).filter(|found| found.end as usize <= verb)
}

/// The subject of the clause behind a participle that the sentence begins with: `Citing the rain,
/// [Duarte] said`.
fn of_opening(page: &Page<'_>, cue: &Cue<'_>) -> Option<TokenRange> {
    let sentence = page.around(cue.first);
    let opener = Tag::IN.bit() | Tag::RB.bit() | Tag::CC.bit();
    // `Two weeks after saying so, Duarte`
    let time = |i: usize| page.chunk(i).is_some_and(|chunk| is_time(page, chunk));
    if !(sentence.first as usize..cue.first).all(|i| page.tag_in(i, opener) || time(i)) {
        return None;
    }
    let comma = (cue.end..sentence.end as usize).find(|&i| page.is(i, ","))?;
    let verb = (comma..sentence.end as usize).find(|&i| page.is_finite(i))?;
    subject_at(page, verb).filter(|found| found.first as usize > comma)
}

/// The subject of a participle behind *with*: `with [some polls] showing that`.
fn absolute(page: &Page<'_>, cue: &Cue<'_>) -> Option<TokenRange> {
    let chunk = page.chunk(cue.first.checked_sub(1)?)?;
    let first = chunk.tokens.first as usize;
    let with = first.checked_sub(1).filter(|&i| page.is(i, "with"));
    with.map(|_| run(first, cue.first))
}

/// Who published the statement that a participle describes: `[Duarte] issued a statement saying`.
fn publisher(page: &Page<'_>, cue: &Cue<'_>) -> Option<TokenRange> {
    let mut statement = page.chunk(cue.first.checked_sub(1)?)?;
    if is_time(page, statement) {
        // `issued a statement Tuesday saying`
        statement = page.chunk((statement.tokens.first as usize).checked_sub(1)?)?;
    }
    let verb = (statement.tokens.first as usize).checked_sub(1)?;
    let group = page
        .verb_group(verb)
        .filter(|_| is_occasion(page, statement))?;
    subject_at(page, group.tokens.first as usize)
}

/// Whom a participle describes that stands right behind: `a poll by Harrow [showing]`, but `the talk
/// ended with [Duarte] [asking]`.
fn described(page: &Page<'_>, participle: usize) -> Option<TokenRange> {
    let whole = before(page, participle);
    let near = page.chunk(participle.checked_sub(1)?)?;
    let head = whole.and_then(|run| page.chunk(run.first as usize));
    let speaks = |chunk: &Chunk| {
        let who = ChunkFlags::PERSON
            .with(ChunkFlags::NAME)
            .with(ChunkFlags::NUMBER);
        chunk.flags.has_any(who) || is_study(page, chunk) || is_occasion(page, chunk)
    };
    let person = near.flags.has(ChunkFlags::PERSON) && near.tokens.end as usize == participle;
    match head.filter(|head| person && !speaks(head)) {
        Some(_) => Some(near.tokens),
        None => whole,
    }
}

/// `…, she said, adding that`; `a poll showing that`; `…, adding that` behind any clause.
fn of_participle(page: &Page<'_>, cue: &Cue<'_>) -> Option<TokenRange> {
    const NEAR: usize = 8;
    if let Some(found) = of_opening(page, cue).or_else(|| absolute(page, cue)) {
        return Some(found);
    }
    let start = page.around(cue.first).first as usize;
    // `saying he was late and calling it a shame`: the subject of both is that of the sentence.
    let joined = cue.first > start && page.tag(cue.first - 1) == Tag::CC;
    if joined && (start..cue.first).any(|i| is_cue_participle(page, i)) {
        return main_subject(page, cue.first).or_else(|| last_speaker(page, cue.first));
    }
    let near = (start.max(cue.first.saturating_sub(NEAR))..cue.first).rev();
    if near
        .take_while(|&i| page.outside(i).is_some())
        .any(|i| speaks(page, i))
    {
        return last_speaker(page, cue.first);
    }
    let noun = cue
        .first
        .checked_sub(1)
        .and_then(|i| page.chunk(i))
        .is_some();
    let aside = || page.is(cue.first.wrapping_sub(1), ",");
    publisher(page, cue)
        .or_else(|| noun.then(|| described(page, cue.first)).flatten())
        .or_else(|| aside().then(|| main_subject(page, cue.first)).flatten())
        .or_else(|| subject_of_verb(page, cue.first, cue.verb))
        .or_else(|| last_speaker(page, cue.first))
}

/// The conjunction before a verb without subject of its own: `and said`, `but in May said`.
fn coordinated(page: &Page<'_>, verb: usize) -> Option<usize> {
    let start = page.around(verb).first as usize;
    let mut at = verb;
    for _ in 0..MOST_CLAUSES {
        let before = at.checked_sub(1).filter(|&i| i >= start)?;
        if page.tag(before) == Tag::CC {
            return Some(before);
        }
        if page.is(before, ",") {
            // `and, like the others, said`
            let open = (start..before).rev().find(|&i| page.is(i, ","))?;
            return (open > start && page.tag(open - 1) == Tag::CC).then(|| open - 1);
        }
        let governed = |first: usize| {
            let preposition = first.checked_sub(1)?;
            let governs = page.tag(preposition) == Tag::IN && !subordinates(page, preposition);
            governs.then_some(preposition)
        };
        at = match page.chunk(before) {
            Some(chunk) => governed(chunk.tokens.first as usize)?,
            None if page.tag_in(before, Tag::RB.bit()) => before,
            _ => return None,
        };
    }
    None
}

/// Whether a finite verb of speech begins here.
pub fn speaks(page: &Page<'_>, at: usize) -> bool {
    page.is_finite(at)
        && page.verb_group(at).is_some_and(|group| {
            let main = page.outside(group.main as usize);
            main.is_some_and(|word| word.has(SPEECH))
        })
}

/// The subject of the clause a verb stands in, or of the clause around that if it has none.
fn subject_of_verb(page: &Page<'_>, first: usize, verb: usize) -> Option<TokenRange> {
    let mut clause = page.clause_of_verb(verb)?;
    for _ in 0..MOST_CLAUSES {
        let own = page.verb_of(clause)?.tokens.first as usize;
        if page.is_finite(own)
            && let Some(found) = adjacent(page, own).or_else(|| closed(page, own))
        {
            return Some(found);
        }
        if let Some(chunk) = page.chunk_number(clause.subject) {
            let at = chunk.tokens.first as usize;
            page.outside(at)?;
            if at < own {
                return Some(up_to_verb(page, chunk, own.min(first)));
            }
        }
        if clause.kind == ClauseKind::RELATIVE || clause.kind == ClauseKind::ADVERBIAL {
            return None;
        }
        clause = page.parent(clause)?;
    }
    None
}

/// Who spoke last in the sentence, for `…, adding that` and `… and said`; else the subject of
/// its first verb.
fn last_speaker(page: &Page<'_>, end: usize) -> Option<TokenRange> {
    let start = page.around(end.saturating_sub(1)).first as usize;
    if let Some(at) = (start..end).rev().find(|&i| speaks(page, i)) {
        let quoted = at > start && page.speech_at(at - 1).is_some();
        let found = if quoted {
            after(page, page.verb_group(at)?.tokens.end as usize)
        } else {
            subject_at(page, at).or_else(|| before(page, at))
        };
        return found.filter(|run| run.end as usize <= end);
    }
    let first = (start..end).find(|&i| page.is_finite(i))?;
    subject_at(page, first).or_else(|| before(page, first))
}

/// A chunk with what stands between it and its verb and describes it.
fn up_to_verb(page: &Page<'_>, chunk: &Chunk, verb: usize) -> TokenRange {
    let first = chunk.tokens.first as usize;
    if chunk.kind == ChunkKind::WH {
        return chunk.tokens;
    }
    let mut end = verb.max(first + 1);
    while end > first + 1 && (page.tag_in(end - 1, Tag::RB.bit()) || page.is(end - 1, ",")) {
        end -= 1;
    }
    let own = whole_end(chunk);
    // `Duarte, speaking in Geneva, said`: what tells when and where is no part of the source.
    if let Some(comma) = (own..end).find(|&i| page.is(i, ",") && is_aside(page, i + 1)) {
        end = comma;
    }
    let verbs = (own..end).filter(|&i| page.is_finite(i)).count();
    let relative = Tag::WP.bit() | Tag::WDT.bit();
    let relatives = (own..end).filter(|&i| page.tag_in(i, relative)).count();
    // `people briefed on the matter said`: a participle that is read as a past tense.
    let participle =
        usize::from(page.is_finite(own) && own < end && chunk.tokens.end as usize == own);
    if end - first > LONGEST || verbs > relatives + participle {
        end = own.min(end);
    }
    page.trimmed(run(first, end))
}

/// Who did it, behind a passive: `was praised by X`.
pub fn agent(page: &Page<'_>, cue: &Cue<'_>) -> Option<TokenRange> {
    let by = cue.complement.preposition.filter(|&p| page.is(p, "by"))?;
    let acts = |chunk: &Chunk| !chunk.flags.has(ChunkFlags::NUMBER) && !is_time(page, chunk);
    page.chunk(by + 1)
        .is_some_and(acts)
        .then(|| after(page, by + 1))?
}

/// The person who is the subject of the last verb before a token in its paragraph: whose a
/// quotation is that nobody is said to utter.
pub fn actor_before(page: &Page<'_>, token: usize) -> Option<TokenRange> {
    let paragraph = page.sentence(token).paragraph as usize;
    let start = page.reading.document.paragraphs[paragraph].tokens.first as usize;
    let from = start.max(token.saturating_sub(LONGEST));
    let verb = (from..token).rev().find(|&i| page.is_finite(i))?;
    let found = subject_at(page, verb)?;
    let chunk = page.chunk(found.first as usize)?;
    let acts = chunk
        .flags
        .has_any(ChunkFlags::PERSON.with(ChunkFlags::NAME))
        || page.is_one_of(found.first as usize, &["he", "she"]);
    acts.then_some(found)
}
