//! Which words open a clause or predicate of their own within what is said.

use sayso_plugin::{Tag, Words};

use crate::complement::SUBORDINATORS;
use crate::page::Page;
use crate::words::{CUE, NOMINATIVE, THAT};

/// Whether a word opens a clause with a verb of its own: `who`, `that`, `because`, `the plan [he]
/// announced`.
pub(super) fn opens_clause(page: &Page<'_>, at: usize) -> bool {
    let relative = Tag::WDT.bit() | Tag::WP.bit() | Tag::WRB.bit() | Tag::WP_POSSESSIVE.bit();
    if page.tag_in(at, relative) || page.tag(at) == Tag::IN && page.is_any(at, THAT) {
        return true;
    }
    let Some(subject) = page.chunk_from(at).filter(|_| at > 0) else {
        return false;
    };
    let open = || {
        page.chunk(at - 1).is_some()
            || page.tag(at - 1) == Tag::IN
            || page.verb_group(at - 1).is_some() && page.is_any(at, NOMINATIVE)
    };
    page.is_finite(subject.tokens.end as usize) && page.clause_of_subject(at).is_some() && open()
}

/// `When officials said the road was open, drivers …`: the content ends at the first comma.
pub(super) fn opens_fronted_clause(page: &Page<'_>, first: usize) -> bool {
    let start = page.around(first).first as usize;
    let start = start + usize::from(page.tag(start) == Tag::CC || page.is(start, "even"));
    let opener = page.word(start);
    const SUBORDINATE: &Words = &Words::new(&[
        "when", "as", "while", "although", "though", "because", "since", "if", "once", "unless",
        "until",
    ]);
    // `Saying he was late, Duarte left`, `By saying so, Duarte …`, `To say so, Duarte …`
    let saying = start + usize::from(page.tag_in(start, Tag::IN.bit() | Tag::RB.bit()));
    let fronted = opener.is_any(SUBORDINATE)
        || opener.tag() == Tag::VBN && first == start + 1
        || opener.tag() == Tag::TO && page.next_finite(start..first).is_none()
        || is_cue_participle(page, saying) && page.next_finite(start..first).is_none();
    let verbs = || (start..first).filter(|&i| page.is_finite(i)).count();
    fronted
        && !page.is_comma(first.wrapping_sub(1))
        && (verbs() <= 1 || !(start..first).any(|i| page.is_comma(i)))
}

/// `that when she came, she was tired`: behind the first comma the main clause begins.
pub(super) fn begins_subordinate(page: &Page<'_>, first: usize) -> bool {
    let opener = first + usize::from(page.is_comma(first));
    const PREPOSITIONS: &Words = &Words::new(&["after", "as", "before", "since"]);
    // `asked if she came`: the clause itself.
    let question =
        || page.is_one_of(opener, &["if", "whether"]) && !page.is_any(first.wrapping_sub(1), THAT);
    // `after she came, the lights went out`, but not `after the vote`
    let clause = || page.clause_of_subject(opener + 1).is_some();
    page.is_any(opener, SUBORDINATORS) && (opener > first || !question())
        || page.is_any(opener, PREPOSITIONS) && clause()
}

/// Whether a verb that attributes stands here in -ing.
pub fn is_cue_participle(page: &Page<'_>, at: usize) -> bool {
    page.tag(at) == Tag::VBG && page.word(at).has(CUE)
}
