//! How far a run of proper nouns goes, and where in it the name begins.

use sayso_model::{Shape, Tag, TokenRange};

use super::words::{
    DAY, GENERATION, GIVEN, HEAD, MONTH, PARTICLE, PORTFOLIO, ROLE, SITE, SUFFIX, TITLE, hash,
};
use super::{PROPER, Page, run};

pub(super) const OF: u32 = hash("of");
const AMPERSAND: u32 = hash("&");

/// Where the run that begins at a proper noun ends.
pub(super) fn end(page: &Page<'_>, first: usize, limit: usize) -> usize {
    if page.has(first, DAY) {
        return first + 1;
    }
    let mut at = first + 1;
    while at < limit {
        at = match step(page, first, at, limit) {
            0 => return at,
            taken => at + taken,
        };
    }
    at
}

/// How many tokens from `at` belong to the run; 0 for none.
fn step(page: &Page<'_>, first: usize, at: usize, limit: usize) -> usize {
    let proper = |at: usize| at < limit && page.tag_in(at, PROPER) && !page.has(at, DAY);
    match page.tag(at) {
        _ if proper(at) => usize::from(!(page.has(at, MONTH) && page.tag(at + 1) == Tag::CD)),
        Tag::CC => 2 * usize::from(page.word(at) == AMPERSAND && proper(at + 1)),
        Tag::COMMA => 2 * usize::from(at + 1 < limit && page.has(at + 1, GENERATION)),
        Tag::QUOTE_OPEN => nickname(page, at, limit),
        _ if page.word(at) == OF => {
            let office = page.has(at - 1, TITLE) && page.has(at + 1, PORTFOLIO);
            2 * usize::from((office || is_body(page, at - 1)) && proper(at + 1))
        }
        _ if page.has(at, PARTICLE) && proper(at - 1) => particles(page, first, at, limit),
        _ => 0,
    }
}

/// Whether the word heads the name of an organisation: `Department of Health`.
pub(super) fn is_body(page: &Page<'_>, at: usize) -> bool {
    page.has(at, HEAD) && !page.has(at, GIVEN) && page.tag_in(at, PROPER)
}

/// `"Chip"` in `Charles "Chip" Duarte`: the quoted words and the name's next one.
pub(crate) fn nickname(page: &Page<'_>, open: usize, limit: usize) -> usize {
    let close = (open + 2..(open + 4).min(limit)).find(|&i| page.tag(i) == Tag::QUOTE_CLOSE);
    let Some(close) = close else { return 0 };
    let capital = (open + 1..close).all(|i| page.has_shape(i, Shape::CAPITAL));
    let named = page.tag_in(open - 1, PROPER) && page.tag_in(close + 1, PROPER);
    if capital && named && close + 1 < limit {
        close + 2 - open
    } else {
        0
    }
}

/// `van der` before `Berg`: one to three particles and the proper noun behind them.
fn particles(page: &Page<'_>, _first: usize, at: usize, limit: usize) -> usize {
    let end = (at..(at + 3).min(limit)).find(|&i| !page.has(i, PARTICLE));
    let end = end.unwrap_or(at + 3);
    let named = end < limit && page.tag_in(end, PROPER);
    if named { end + 1 - at } else { 0 }
}

/// A run's title and its name: `Secretary of State | Condoleezza Rice`. A title in lower
/// case before the run is taken too.
pub(super) fn divide(page: &Page<'_>, whole: TokenRange, floor: usize) -> (TokenRange, TokenRange) {
    let (first, end) = (whole.first as usize, whole.end as usize);
    let last = end - 1;
    let office =
        !page.has(first, GIVEN) && (first..end.min(first + 4)).all(|at| page.has(at, TITLE | ROLE));
    let is_place_or_body = office || page.has(last, HEAD | SUFFIX | SITE) && !page.has(last, GIVEN);
    let name = if is_place_or_body {
        first
    } else {
        after_titles(page, first, end)
    };
    let mut start = name;
    if name > first {
        start = first_title(page, first, name);
    }
    if start == first {
        start = titles_before(page, first, floor);
    }
    (run(start, name), run(name, end))
}

/// Where the name begins behind the last title of the run; the run's start without one.
fn after_titles(page: &Page<'_>, first: usize, end: usize) -> usize {
    let is_title = |at: usize| {
        (page.has(at, TITLE) || page.has(at, ROLE) && page.has(at + 1, GIVEN))
            && !(at == first && page.has(at, GIVEN) && !page.has_shape(at, Shape::ABBREVIATION))
            && !page.has(at + 1, GENERATION)
    };
    // A longer run is a headline or a list: no title far inside it counts.
    let title = (first..(end - 1).min(first + 12))
        .rev()
        .find(|&at| is_title(at));
    let Some(title) = title else { return first };
    let office = page.word(title + 1) == OF && title + 3 < end;
    if office {
        title + 3
    } else if page.word(title + 1) == OF {
        first
    } else {
        title + 1
    }
}

/// Where the titles begin that end where the name begins.
fn first_title(page: &Page<'_>, first: usize, name: usize) -> usize {
    let mut at = name;
    while at > first && (page.has(at - 1, TITLE | ROLE | PORTFOLIO) || page.word(at - 1) == OF) {
        at -= 1;
    }
    at
}

/// Where the titles and roles begin that stand in lower case before a run.
fn titles_before(page: &Page<'_>, first: usize, floor: usize) -> usize {
    const NOUNLIKE: u64 = Tag::NOUNS | Tag::JJ.bit();
    let mut at = first;
    let lowest = floor.max(first.saturating_sub(4));
    while at > lowest && page.has(at - 1, TITLE | ROLE) && page.tag_in(at - 1, NOUNLIKE) {
        at -= 1;
    }
    at
}
