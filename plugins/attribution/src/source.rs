//! Sources: the subject of a cue, or the noun phrase behind it, with all that describes it.

mod adjacent;
mod description;
mod participle;
mod phrase;
mod quantity;

use sayso_plugin::{Chunk, ChunkFlags, ChunkKind, ClauseKind, Tag, TokenRange};

use crate::complement::Kind;
use crate::cue::Cue;
use crate::page::{Page, run, whole_end};
use crate::words::{ACCUSATIVE, CUE, SPEECH};
use adjacent::{PLACES, adjacent, behind_subject};
pub use description::{after, after_opening, is_occasion, is_study};
use participle::of_participle;
pub use phrase::{before, is_time};
use phrase::{closed, is_aside, leftmost, subordinates, with_all};
use quantity::{behind_quantity, with_share};

/// Who may speak, be asked or told.
pub const PERSON: ChunkFlags = ChunkFlags::PERSON
    .with(ChunkFlags::NAME)
    .with(ChunkFlags::PRONOUN);

/// How many tokens a source may have.
const LONGEST: usize = 50;

/// How many clauses up a subject is looked for.
const MOST_CLAUSES: usize = 4;

/// The source of a cue as its subject.
pub fn subject(page: &Page<'_>, cue: &Cue<'_>) -> Option<TokenRange> {
    nearest(page, cue).map(|found| with_share(page, with_all(page, found)))
}

/// The noun phrase that is the subject, or the nearest member of several.
fn nearest(page: &Page<'_>, cue: &Cue<'_>) -> Option<TokenRange> {
    if cue.participle && !cue.passive {
        return of_participle(page, cue);
    }
    if let Some(conjunction) = coordinated(page, cue.first)
        && (cue.entry.classes.has(SPEECH)
            || page.tag(cue.verb) == Tag::VBD
            || goes_on_reporting(page, cue, conjunction)
            || page.is_comma(conjunction.wrapping_sub(1)))
    {
        return of_conjunct(page, conjunction)
            .or_else(|| main_subject(page, conjunction))
            .or_else(|| last_speaker(page, conjunction))
            .or_else(|| subject_of_verb(page, cue.first, cue.verb));
    }
    if cue.infinitive {
        let sentence = page.around(cue.first);
        if cue.first == sentence.first as usize {
            return behind_comma(page, cue.end, sentence.end as usize);
        }
        if let Some(urged) = urged(page, cue.first) {
            return Some(urged);
        }
        return subject_of_verb(page, cue.first, cue.verb)
            .or_else(|| last_speaker(page, cue.first));
    }
    if let Some(auxiliary) = behind_quantity(page, cue.first) {
        return subject_at(page, auxiliary).or_else(|| leftmost(page, auxiliary));
    }
    adjacent(page, cue.first)
        .or_else(|| closed(page, cue.first))
        .or_else(|| subject_of_verb(page, cue.first, cue.verb))
        .or_else(|| leftmost(page, cue.first))
        .or_else(|| before(page, cue.first))
        .or_else(|| capitalized(page, cue))
        .or_else(|| last_speaker(page, cue.first))
}

/// Whether another verb in the present that attributes, like the main verb, takes a clause behind a
/// conjunction: `The bank says it was safe and believes it will be`.
fn goes_on_reporting(page: &Page<'_>, cue: &Cue<'_>, conjunction: usize) -> bool {
    let start = page.around(conjunction).first as usize;
    let first = page.next_finite(start..conjunction);
    let reports = first.is_some_and(|i| page.tag(i) == Tag::VBZ && page.word(i).has(CUE));
    let clause = matches!(cue.complement.kind, Kind::That | Kind::Clause);
    page.tag(cue.verb) == Tag::VBZ && reports && clause && cue.complement.object.is_none()
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

/// The subject of the clause behind the first comma: `To learn who came, [Duarte] asked the crew`.
fn behind_comma(page: &Page<'_>, from: usize, end: usize) -> Option<TokenRange> {
    let comma = (from..end).find(|&i| page.is_comma(i))?;
    page.clause_of_subject(comma + 1)?;
    let subject = page.chunk_from(comma + 1)?;
    Some(run(comma + 1, whole_end(subject)))
}

/// The person right before an infinitive, whom another verb makes do it: `led [Brandt] to say`.
fn urged(page: &Page<'_>, to: usize) -> Option<TokenRange> {
    let chunk = page.chunk(to.checked_sub(1)?)?;
    let before = (chunk.tokens.first as usize).checked_sub(1)?;
    let governed = page.verb_group(before).is_some() || page.is(before, "on");
    // `her`, but not `her speech`
    let pronoun = chunk.tokens.len() == 1 && page.is_any(to - 1, ACCUSATIVE);
    let person = pronoun || chunk.flags.has(ChunkFlags::PERSON);
    (governed && person && chunk.tokens.end as usize == to).then_some(chunk.tokens)
}

/// The subject of the verb group that begins at a token.
pub fn subject_at(page: &Page<'_>, first: usize) -> Option<TokenRange> {
    let group = page.verb_group(first)?;
    subject_of_verb(page, first, group.main as usize)
}

/// Whether the verb of a main clause stands here.
pub fn is_main(page: &Page<'_>, at: usize) -> bool {
    let clause = page.clause_of_verb(at);
    clause.is_some_and(|clause| clause.kind == ClauseKind::MAIN)
}

/// The subject of the sentence's main clause, if it begins before a token.
fn main_subject(page: &Page<'_>, end: usize) -> Option<TokenRange> {
    let start = page.around(end).first as usize;
    let verb = (start..end).find(|&i| page.is_finite(i) && is_main(page, i))?;
    subject_at(page, verb).filter(|found| found.end as usize <= verb)
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
        if page.is_comma(before) {
            // `and, like the others, said`
            let open = (start..before).rev().find(|&i| page.is_comma(i))?;
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
    // `a poll released Sunday`: the time belongs to a participle.
    let untimed = behind_subject(page, first, verb).max(first + 1);
    let dated = page.tag_in(untimed - 1, Tag::VERBS);
    let mut end = if dated { verb } else { untimed }.max(first + 1);
    let describes = |i: usize| page.is_any(i, PLACES) && page.chunk(i - 1).is_some();
    let trimmed = Tag::RB.bit() | Tag::COMMA.bit();
    while end > first + 1 && page.tag_in(end - 1, trimmed) && !describes(end - 1) {
        end -= 1;
    }
    let own = whole_end(chunk);
    // `Duarte called it late and said`: a verb that is read as a participle.
    if page.tag(end - 1) == Tag::CC {
        end = own.min(end);
    }
    // `Duarte, speaking in Geneva, said`: what tells when and where is no part of the source.
    if let Some(comma) = (own..end).find(|&i| page.is_comma(i) && is_aside(page, i + 1)) {
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
    // `by one critic`, but not `by 20 percent`
    let amount =
        |chunk: &Chunk| chunk.flags.has(ChunkFlags::NUMBER) && !chunk.flags.has(ChunkFlags::PERSON);
    let one = page.is(by + 1, "one");
    let acts = |chunk: &Chunk| (one || !amount(chunk)) && !is_time(page, chunk);
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
