//! Noun phrases before a verb: its subject, with all that describes it.

use sayso_plugin::{Chunk, ChunkFlags, Shape, Tag, TokenRange, VerbFlags, Words};

use super::adjacent::{behind_subject, odd_name};
use super::{LONGEST, MOST_CLAUSES, PERSON, is_study};
use crate::page::{Page, run};

/// Words of quantity that *of* and a noun phrase follow.
const QUANTITIES: &Words = &Words::new(&[
    "all", "any", "both", "each", "either", "few", "half", "many", "more", "most", "much",
    "neither", "none", "several", "some",
]);

/// The first noun phrase of the clause that a verb closes, with all that describes it: `voters in
/// five states voting Tuesday`, `Republicans who have praised him`.
pub(super) fn leftmost(page: &Page<'_>, verb: usize) -> Option<TokenRange> {
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
            // A relative clause may hold clauses of its own: `who think Brandt has a chance`.
            open_verbs = (open_verbs > 0).then_some(0)?;
        }
        at = before;
    }
    // `most of the candidates said`
    let quantity = page.is(at + 1, "of") && page.is_any(at, QUANTITIES);
    let first = (at..verb).find(|&i| {
        if i == at && quantity {
            return true;
        }
        let free = i == at || !page.tag_in(i - 1, Tag::IN.bit() | Tag::TO.bit());
        free && page
            .chunk_from(i)
            .is_some_and(|chunk| !is_time(page, chunk))
    })?;
    let whole = run(name_start(page, start, first), verb);
    (open_verbs == 0).then(|| page.trimmed(whole))
}

/// Where a name begins whose first words were not read as parts of it: `Transport Minister Reyle`,
/// `the Norin Consumers Association`.
pub(super) fn name_start(page: &Page<'_>, start: usize, first: usize) -> usize {
    let part = Tag::VERBS | Tag::NOUNS | Tag::JJ.bit() | Tag::FW.bit();
    // The head is a name; a plural may stand before it.
    let is_name = |i: usize| page.tag(i) == Tag::NNP || i < first && page.tag(i) == Tag::NNS;
    let mut at = first;
    while at > start
        && is_name(at)
        && page.tag_in(at - 1, part)
        && page.word(at - 1).has_shape(Shape::CAPITAL)
    {
        at -= 1;
    }
    match page.chunk(at) {
        Some(chunk) if at < first => chunk.tokens.first as usize,
        _ => at,
    }
}

/// A subject that a comma, bracket or dash closes: `Duarte, the ministry's spokeswoman,`,
/// `Duarte, who led the study,`, `Duarte (D-Ohio)`.
pub(super) fn closed(page: &Page<'_>, verb: usize) -> Option<TokenRange> {
    let start = page.around(verb).first as usize;
    let verb = behind_subject(page, start, verb);
    let close = verb.checked_sub(1).filter(|&i| i > start)?;
    // `host of “The Morning Hour,” suggested`: the comma stands before the mark.
    let quoted = page.tag(close) == Tag::QUOTE_CLOSE && page.is_comma(close - 1);
    let close = close - usize::from(quoted);
    if page.is(close, ")") {
        let open = (start..close).rev().find(|&i| page.is(i, "("))?;
        let first = whole(page, start, ending_at(page, start, open)?);
        return Some(run(name_start(page, start, first), verb));
    }
    let mark = if page.is_comma(close) {
        |page: &Page<'_>, i| page.is_comma(i)
    } else if page.is_break(close) {
        |page: &Page<'_>, i| page.is_break(i)
    } else {
        return None;
    };
    let opens = (start..close).rev().filter(|&i| mark(page, i));
    for open in opens.take(MOST_CLAUSES) {
        let described = page.is_break(open).then(|| leftmost(page, open)).flatten();
        let head = match described {
            Some(all) => Some(all.first as usize),
            None => ending_at(page, start, open),
        };
        let Some(head) = head else {
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
            .filter(|&i| i > start && page.is_comma(i))
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

/// A member of several with the others before it: `Politicians and even [some of the guests]`,
/// `Officials, including [the mayor,]`.
pub(super) fn with_all(page: &Page<'_>, member: TokenRange) -> TokenRange {
    let start = page.around(member.first as usize).first as usize;
    let relative = Tag::WDT.bit() | Tag::WP.bit();
    let joined = || {
        let before = (member.first as usize)
            .checked_sub(1)
            .filter(|&i| i > start)?;
        let end = if page.is(before, "including") {
            before - usize::from(page.is_comma(before - 1))
        } else {
            let conjunction = before - usize::from(page.is(before, "even"));
            (page.tag(conjunction) == Tag::CC && conjunction > start).then_some(conjunction)?
        };
        let first = name_start(page, start, ending_at(page, start, end)?);
        // `met Duarte and Brandt said`: the first is no subject.
        let opens = first == start || page.is_comma(first - 1) || opens_clause(page, first);
        let whole = opens && !page.tag_in(member.first as usize, relative);
        whole.then(|| run(first, member.end as usize))
    };
    joined().unwrap_or(member)
}

/// Whether a conjunction before a phrase makes it the first of several subjects: `while Duarte and
/// Brandt said`, but not `before the match and Brandt said`.
fn opens_clause(page: &Page<'_>, first: usize) -> bool {
    const PREPOSITIONS: &Words = &Words::new(&["after", "as", "before", "since", "until"]);
    let person = |chunk: &Chunk| chunk.flags.has_any(PERSON);
    let preposition =
        page.is_any(first - 1, PREPOSITIONS) && !page.chunk_from(first).is_some_and(person);
    subordinates(page, first - 1) && !preposition
}

/// Whether a conjunction stands here that opens a clause: `while Duarte said`.
pub(super) fn subordinates(page: &Page<'_>, at: usize) -> bool {
    const CONJUNCTIONS: &Words = &Words::new(&[
        "after", "although", "as", "because", "before", "if", "since", "that", "though", "unless",
        "until", "whereas", "whether", "while",
    ]);
    page.tag_in(at, Tag::IN.bit() | Tag::DT.bit() | Tag::RB.bit()) && page.is_any(at, CONJUNCTIONS)
}

/// Whether a chunk tells a time. Newspapers have times in their names, polls the month.
pub fn is_time(page: &Page<'_>, chunk: &Chunk) -> bool {
    chunk.flags.has(ChunkFlags::TIME)
        && !page.is(chunk.head as usize, "times")
        && !is_study(page, chunk)
}

/// Words between commas that tell when, where or how: `, in a statement,`.
pub(super) fn is_aside(page: &Page<'_>, at: usize) -> bool {
    let aside = Tag::IN.bit() | Tag::RB.bit() | Tag::VBG.bit() | Tag::WRB.bit() | Tag::TO.bit();
    // `Duarte, from the Herald, said`
    let named = |chunk: &Chunk| chunk.flags.has(ChunkFlags::NAME) && !is_time(page, chunk);
    let from = page.is(at, "from") && page.chunk_from(at + 1).is_some_and(named);
    page.tag_in(at, aside | Tag::CC.bit()) && !page.is(at, "of") && !from
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
    if let Some(first) = odd_name(page, start, last + 1) {
        return Some(first);
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
