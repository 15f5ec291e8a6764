//! Sources: the subject of a cue, or the noun phrase behind it, with all that describes it.

use sayso_plugin::{
    Chunk, ChunkFlags, ChunkKind, ChunkLink, ClauseKind, Shape, Tag, TokenRange, VerbFlags,
};

use crate::cue::Cue;
use crate::page::{Page, run};
use crate::words::SPEECH;

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
        return main_subject(page, conjunction)
            .or_else(|| last_speaker(page, conjunction))
            .or_else(|| subject_of_verb(page, cue.first, cue.verb));
    }
    if cue.infinitive {
        return subject_of_verb(page, cue.first, cue.verb)
            .or_else(|| last_speaker(page, cue.first));
    }
    adjacent(page, cue.first)
        .or_else(|| closed(page, cue.first))
        .or_else(|| subject_of_verb(page, cue.first, cue.verb))
        .or_else(|| leftmost(page, cue.first))
        .or_else(|| before(page, cue.first))
        .or_else(|| last_speaker(page, cue.first))
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
    let group = page.verb_group(verb)?;
    subject_of_verb(page, verb, group.main as usize).filter(|found| found.end as usize <= verb)
}

/// `…, she said, adding that`; `a poll showing that`; `…, adding that` behind any clause.
fn of_participle(page: &Page<'_>, cue: &Cue<'_>) -> Option<TokenRange> {
    const NEAR: usize = 8;
    let start = page.around(cue.first).first as usize;
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
    noun.then(|| before(page, cue.first))
        .flatten()
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
        at = match page.chunk(before) {
            Some(chunk)
                if page.tag_in((chunk.tokens.first as usize).checked_sub(1)?, Tag::IN.bit()) =>
            {
                chunk.tokens.first as usize - 1
            }
            None if page.tag_in(before, Tag::RB.bit()) => before,
            _ => return None,
        };
    }
    None
}

/// A noun phrase right before the verb that nothing joins to the words before it.
fn adjacent(page: &Page<'_>, verb: usize) -> Option<TokenRange> {
    let start = page.around(verb).first as usize;
    let mut end = verb;
    while end > start {
        let time = page.chunk(end - 1).filter(|chunk| is_time(page, chunk));
        match time {
            Some(chunk) if chunk.tokens.first as usize > start => {
                end = chunk.tokens.first as usize;
            }
            _ if page.tag_in(end - 1, Tag::RB.bit()) => end -= 1,
            _ => break,
        }
    }
    let chunk = page.chunk(end.checked_sub(1).filter(|&i| i >= start)?)?;
    let first = chunk.tokens.first as usize;
    let joined = Tag::IN.bit() | Tag::TO.bit() | Tag::CC.bit() | Tag::VERBS;
    let free = first == start || !page.tag_in(first - 1, joined) || subordinates(page, first - 1);
    let nominative = page.is_one_of(first, &["he", "she", "they", "we", "i", "it"]);
    let free = free || nominative && page.tag(first - 1) != Tag::CC;
    let listed = chunk.link == ChunkLink::COORDINATION;
    let is_thing = chunk.kind == ChunkKind::EXISTENTIAL || is_time(page, chunk);
    (free && !listed && !is_thing).then(|| run(name_start(page, start, first), end))
}

/// The first noun phrase of the clause that a verb closes, with all that describes it: `voters in
/// five states voting Tuesday`, `Republicans who have praised him`.
fn leftmost(page: &Page<'_>, verb: usize) -> Option<TokenRange> {
    let start = page
        .around(verb)
        .first
        .max(verb.saturating_sub(LONGEST) as u32) as usize;
    let relative = Tag::WP.bit() | Tag::WDT.bit() | Tag::WP_POSSESSIVE.bit();
    let mut at = verb;
    let mut open_verbs = 0;
    while at > start {
        let before = at - 1;
        let stops = page.outside(before).is_none()
            || page.is_mark(before)
            || page.tag(before) == Tag::WRB
            || subordinates(page, before) && open_verbs == 0
            || page.tag(before) == Tag::CC && page.chunk(before.wrapping_sub(1)).is_none();
        if stops {
            break;
        }
        if page
            .verb_group(before)
            .is_some_and(|g| g.flags.has(VerbFlags::FINITE))
        {
            open_verbs += usize::from(page.is_finite(before));
        } else if page.tag_in(before, relative) || page.is(before, "that") {
            open_verbs = open_verbs.checked_sub(1)?;
        }
        at = before;
    }
    let first = (at..verb).find(|&i| {
        let free = i == at || !page.tag_in(i - 1, Tag::IN.bit() | Tag::TO.bit());
        free && page
            .chunk_from(i)
            .is_some_and(|chunk| !is_time(page, chunk))
    })?;
    let whole = run(name_start(page, start, first), verb);
    (open_verbs == 0).then(|| page.trimmed(whole))
}

/// Where a name begins whose first words were not read as parts of it: `Transport Minister Reyle`.
fn name_start(page: &Page<'_>, start: usize, first: usize) -> usize {
    let part = Tag::VERBS | Tag::NOUNS | Tag::JJ.bit() | Tag::FW.bit();
    let mut first = first;
    while first > start
        && page.tag(first) == Tag::NNP
        && page.tag_in(first - 1, part)
        && page.word(first - 1).has_shape(Shape::CAPITAL)
    {
        first -= 1;
    }
    first
}

/// A subject that a comma, bracket or dash closes: `Duarte, the ministry's spokeswoman,`,
/// `Duarte, who led the study,`, `Duarte (D-Ohio)`.
fn closed(page: &Page<'_>, verb: usize) -> Option<TokenRange> {
    let start = page.around(verb).first as usize;
    let close = verb.checked_sub(1).filter(|&i| i > start)?;
    if page.is(close, ")") {
        let open = (start..close).rev().find(|&i| page.is(i, "("))?;
        let first = whole(page, start, ending_at(page, start, open)?);
        return Some(run(name_start(page, start, first), verb));
    }
    let mark = if page.is(close, ",") {
        |page: &Page<'_>, i| page.is(i, ",")
    } else if page.is_break(close) {
        |page: &Page<'_>, i| page.is_break(i)
    } else {
        return None;
    };
    let opens = (start..close).rev().filter(|&i| mark(page, i));
    for open in opens.take(MOST_CLAUSES) {
        let Some(head) = ending_at(page, start, open) else {
            continue;
        };
        let end = if is_aside(page, open + 1) {
            open
        } else {
            close
        };
        let first = name_start(page, start, whole(page, start, head));
        return Some(tidy(page, run(first, end)));
    }
    None
}

/// Without a comma and closing mark whose opening mark stands outside: `The Empty Page,”`.
fn tidy(page: &Page<'_>, mut source: TokenRange) -> TokenRange {
    let opened = source.range().any(|i| page.tag(i) == Tag::QUOTE_OPEN);
    while !opened && source.len() > 1 && page.tag(source.end as usize - 1) == Tag::QUOTE_CLOSE {
        source.end -= 1;
    }
    page.trimmed(source)
}

/// Where a phrase begins that is an appositive itself: `Johnson, a salesman from Sumter`.
fn whole(page: &Page<'_>, start: usize, first: usize) -> usize {
    let mut first = first;
    for _ in 0..MOST_CLAUSES {
        let Some(comma) = first
            .checked_sub(1)
            .filter(|&i| i > start && page.is(i, ","))
        else {
            break;
        };
        let Some(outer) = ending_at(page, start, comma) else {
            break;
        };
        first = outer;
    }
    first
}

/// Whether a conjunction stands here that opens a clause: `while Duarte said`.
fn subordinates(page: &Page<'_>, at: usize) -> bool {
    const CONJUNCTIONS: &[&str] = &[
        "after", "although", "as", "because", "before", "if", "since", "that", "though", "unless",
        "until", "whereas", "whether", "while",
    ];
    page.tag_in(at, Tag::IN.bit() | Tag::DT.bit() | Tag::RB.bit())
        && page.is_one_of(at, CONJUNCTIONS)
}

/// Whether a chunk tells a time. Newspapers have times in their names.
fn is_time(page: &Page<'_>, chunk: &Chunk) -> bool {
    chunk.flags.has(ChunkFlags::TIME) && !page.is(chunk.head as usize, "times")
}

/// Whether a finite verb of speech begins here.
fn speaks(page: &Page<'_>, at: usize) -> bool {
    page.is_finite(at)
        && page.verb_group(at).is_some_and(|group| {
            let main = page.outside(group.main as usize);
            main.is_some_and(|word| word.has(SPEECH))
        })
}

/// The subject of the clause a verb stands in, or of the clause around that if it has none.
pub fn subject_of_verb(page: &Page<'_>, first: usize, verb: usize) -> Option<TokenRange> {
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
        let group = page.verb_group(at)?;
        let quoted = at > start && page.speech_at(at - 1).is_some();
        let inverted = || after(page, group.tokens.end as usize);
        let found = if quoted {
            inverted()
        } else {
            subject_of_verb(page, at, group.main as usize).or_else(|| before(page, at))
        };
        return found.filter(|run| run.end as usize <= end);
    }
    let first = (start..end).find(|&i| page.is_finite(i))?;
    let main = page.verb_group(first)?.main as usize;
    subject_of_verb(page, first, main).or_else(|| before(page, first))
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
    let own = chunk.full.end.max(chunk.phrase.end) as usize;
    // `Duarte, speaking in Geneva, said`: what tells when and where is no part of the source.
    if let Some(comma) = (own..end).find(|&i| page.is(i, ",") && is_aside(page, i + 1)) {
        end = comma;
    }
    let verbs = (own..end).filter(|&i| page.is_finite(i)).count();
    let relative = Tag::WP.bit() | Tag::WDT.bit();
    let relatives = (own..end).filter(|&i| page.tag_in(i, relative)).count();
    if end - first > LONGEST || verbs > relatives {
        end = own.min(end);
    }
    page.trimmed(run(first, end))
}

/// Words between commas that tell when, where or how: `, in a statement,`.
fn is_aside(page: &Page<'_>, at: usize) -> bool {
    let aside = Tag::IN.bit() | Tag::RB.bit() | Tag::VBG.bit() | Tag::WRB.bit() | Tag::TO.bit();
    page.tag_in(at, aside | Tag::CC.bit()) && !page.is(at, "of")
}

/// The noun phrase that ends before a token, for verbs whose clause has no subject.
pub fn before(page: &Page<'_>, end: usize) -> Option<TokenRange> {
    let start = page.around(end.saturating_sub(1)).first as usize;
    let mut last = end;
    while last > start && page.tag_in(last - 1, Tag::RB.bit()) {
        last -= 1;
    }
    let head = ending_at(page, start, last)?;
    Some(run(head, last))
}

/// Where the noun phrase begins that ends at a token.
fn ending_at(page: &Page<'_>, start: usize, end: usize) -> Option<usize> {
    let mut last = end.checked_sub(1).filter(|&i| i >= start)?;
    if page.is(last, ")") {
        last = (start..last)
            .rev()
            .find(|&i| page.is(i, "("))?
            .checked_sub(1)?;
    }
    let chunk = page.chunk(last).filter(|_| last >= start)?;
    let clause = Tag::VBG.bit() | Tag::VBN.bit() | Tag::RB.bit();
    let mut first = chunk.tokens.first as usize;
    let mut phrase = chunk;
    for _ in 0..MOST_CLAUSES {
        let linked = Tag::IN.bit() | Tag::TO.bit() | Tag::CC.bit();
        if first <= start || !page.tag_in(first - 1, linked) || subordinates(page, first - 1) {
            break;
        }
        // `officials briefed on the matter`: back over the preposition and the participle.
        let mut at = first - 1;
        while at > start && page.tag_in(at - 1, clause) {
            at -= 1;
        }
        if at > start && page.is(at - 1, ")") {
            at = (start..at).rev().find(|&i| page.is(i, "("))?;
        }
        // Behind a preposition that nothing stands before there is no subject: `In May, …`.
        let outer = at
            .checked_sub(1)
            .filter(|&i| i >= start)
            .and_then(|i| page.chunk(i));
        let Some(outer) = outer else {
            if page.tag(first - 1) == Tag::CC {
                break;
            }
            return None;
        };
        phrase = outer;
        first = outer.tokens.first as usize;
    }
    (!is_time(page, phrase)).then_some(first)
}

/// The source that begins at a token, behind its verb or `according to`: the noun phrase with
/// its appositives and relative clauses.
pub fn after(page: &Page<'_>, first: usize) -> Option<TokenRange> {
    let sentence = page.around(first).end as usize;
    let limit = sentence.min(first + LONGEST);
    // `said retired colonel Ivo Brandt`: a participle or adjective may stand outside the chunk.
    let modifier = Tag::JJ.bit() | Tag::VBN.bit() | Tag::RB.bit() | Tag::DT.bit();
    let head = (first..limit).find(|&i| !page.tag_in(i, modifier) || page.chunk(i).is_some())?;
    let chunk = page.chunk_from(head).filter(|_| head - first <= 2)?;
    let mut end = chunk.full.end.max(chunk.phrase.end) as usize;
    while let Some(next) = description_end(page, end, limit) {
        end = next;
    }
    Some(page.trimmed(run(first, end.min(limit))))
}

/// The same where what is said follows behind a comma: `according to X, …`.
pub fn after_opening(page: &Page<'_>, first: usize) -> Option<TokenRange> {
    let whole = after(page, first)?;
    let comma = whole.range().find(|&i| page.is(i, ","));
    let Some(comma) = comma else {
        return Some(whole);
    };
    // A description counts only if a comma closes it.
    let closed = page.is(whole.end as usize, ",");
    let clause = page.clause_of_subject(comma + 1).is_some_and(|clause| {
        page.verb_of(clause)
            .is_some_and(|verb| verb.flags.has(VerbFlags::FINITE))
    });
    if closed && !clause {
        return Some(whole);
    }
    Some(run(first, comma))
}

/// Where a description ends that begins here: `, the ministry's spokeswoman`, `, 67`,
/// `, who has seen the report`, `(D-Ohio)`, `for the ministry`.
fn description_end(page: &Page<'_>, at: usize, end: usize) -> Option<usize> {
    if at >= end {
        return None;
    }
    if page.is(at, "(") {
        return (at + 1..end).find(|&i| page.is(i, ")")).map(|i| i + 1);
    }
    // `documents filed by the islanders`
    if page.tag(at) == Tag::VBN && page.is_one_of(at + 1, &["by", "in", "on", "with"]) {
        return Some(mark_after(page, at + 1, end));
    }
    if page.tag(at) == Tag::IN
        && ["of", "for", "with", "at", "from", "in", "by", "about"]
            .iter()
            .any(|p| page.is(at, p))
    {
        let chunk = page.chunk_from(at + 1)?;
        let plain = !is_time(page, chunk) && !is_occasion(page, chunk);
        return plain.then_some(chunk.full.end.max(chunk.phrase.end) as usize);
    }
    let comma = page.is(at, ",");
    let first = at + usize::from(comma);
    if page.tag_in(
        first,
        Tag::WP.bit() | Tag::WP_POSSESSIVE.bit() | Tag::WDT.bit(),
    ) {
        return Some(mark_after(page, first + 1, end));
    }
    if !comma {
        return None;
    }
    let chunk = page.chunk_from(first)?;
    let describes = chunk.kind != ChunkKind::PRONOUN
        && !is_time(page, chunk)
        && page.clause_of_subject(first).is_none();
    describes.then_some(chunk.full.end.max(chunk.phrase.end) as usize)
}

/// `in an interview`, `at a news conference`: where it was said, not who said it.
fn is_occasion(page: &Page<'_>, chunk: &Chunk) -> bool {
    const OCCASIONS: &[&str] = &[
        "announcement",
        "appearance",
        "briefing",
        "call",
        "comment",
        "conference",
        "debate",
        "email",
        "e-mail",
        "essay",
        "event",
        "filing",
        "hearing",
        "interview",
        "letter",
        "meeting",
        "memo",
        "message",
        "news",
        "op-ed",
        "post",
        "rally",
        "release",
        "remark",
        "report",
        "response",
        "speech",
        "statement",
        "testimony",
        "tweet",
        "video",
    ];
    let head = page.word(chunk.head as usize);
    OCCASIONS.iter().any(|word| head.lemma() == *word)
}

/// The next comma or other mark, or the end.
fn mark_after(page: &Page<'_>, from: usize, end: usize) -> usize {
    (from..end)
        .find(|&i| page.is_mark(i) && !page.is(i, "(") || page.speech_at(i).is_some())
        .unwrap_or(end)
}

/// What a relative pronoun stands for: the noun phrase before it.
pub fn antecedent(page: &Page<'_>, pronoun: usize) -> Option<TokenRange> {
    before(page, pronoun)
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
    let main = page.verb_group(verb)?.main as usize;
    let found = subject_of_verb(page, verb, main)?;
    let chunk = page.chunk(found.first as usize)?;
    let acts = chunk
        .flags
        .has_any(ChunkFlags::PERSON.with(ChunkFlags::NAME))
        || page.is_one_of(found.first as usize, &["he", "she"]);
    acts.then_some(found)
}
