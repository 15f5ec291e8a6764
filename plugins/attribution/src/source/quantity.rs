//! How many there are, told beside the source.

use sayso_plugin::{Tag, TokenRange};

use super::adjacent::BEHIND_NOUNS;
use crate::page::{Page, run};

/// With how many of them: `[nine in 10] voters`.
pub(super) fn with_share(page: &Page<'_>, found: TokenRange) -> TokenRange {
    let first = found.first as usize;
    let number = |before: usize| first >= before && page.tag(first - before) == Tag::CD;
    // … but not `four in 10, who said`
    let noun = page.tag_in(first, Tag::NOUNS | Tag::JJ.bit());
    let share = noun && number(1) && page.is(first - 2, "in") && number(3);
    run(first - if share { 3 } else { 0 }, found.end as usize)
}

/// The auxiliary before *all* or *both*, which stand before the verb: `have all said`.
pub(super) fn behind_quantity(page: &Page<'_>, verb: usize) -> Option<usize> {
    let auxiliary = verb.checked_sub(2)?;
    let apart = page.is_any(verb - 1, BEHIND_NOUNS) && page.is_finite(auxiliary);
    apart.then_some(auxiliary)
}
