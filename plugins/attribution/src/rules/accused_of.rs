use sayso_plugin::{Classes, rule};

use crate::clause;
use crate::cue::Cue;
use crate::draft::Draft;
use crate::page::{Page, run};
use crate::subject;
use crate::words::{ABOUT, AS, AT, FOR_OVER, OF, WITH};

rule! {
    /// A judgement with its object and a preposition, or with a preposition alone.
    ///
    /// > [Duarte]source [accused]cue [the company of hiding the report]content.
    /// > [He]source [described]cue [the vote as a turning point]content.
    /// > [She]source [warned]cue [about a shortage of water]content.
    pub const RULE: "accused-of";
}

/// The prepositions of each frame, and whether an object stands before them.
const FRAMES: &[(Classes, &[&str], bool)] = &[
    (OF, &["of"], true),
    (AS, &["as"], true),
    (FOR_OVER, &["for", "over"], true),
    (ABOUT, &["about", "of", "against"], false),
    (AT, &["at"], false),
    (WITH, &["with"], false),
];

/// How many words the object may have.
const GAP: usize = 12;

/// `X accused Y of …`
pub fn find<'d>(page: &Page<'d>, cue: &Cue<'d>) -> Option<Draft<'d>> {
    if cue.passive
        || !FRAMES.iter().any(|&(frame, prepositions, object)| {
            cue.has(frame) && fits(page, cue.end, prepositions, object)
        })
    {
        return None;
    }
    let source = subject::of(page, cue)?;
    Some(Draft::of_cue(
        RULE,
        cue,
        Some(source),
        vec![clause::clause(page, cue.end)],
    ))
}

fn fits(page: &Page<'_>, first: usize, prepositions: &[&str], object: bool) -> bool {
    let is_preposition = |i: usize| prepositions.iter().any(|p| page.is(i, p));
    if !object {
        return is_preposition(first);
    }
    let end = run(first + 1, first + GAP);
    !is_preposition(first)
        && end
            .range()
            .take_while(|&i| page.outside(i).is_some() && !page.is_mark(i))
            .any(is_preposition)
}
