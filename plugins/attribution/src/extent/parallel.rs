//! Another verb beside the one that attributes, which ends what is said.

use sayso_plugin::{Tag, VerbFlags};

use super::opens::is_cue_participle;
use crate::page::{Page, whole_end};
use crate::words::{CUE, NOMINATIVE};

/// Tells of a conjunction whether it joins another verb of the form that attributes what begins at a
/// token: `saying … and calling`, `are hoping … but are predicting`.
pub(super) fn parallel(page: &Page<'_>, first: usize) -> impl Fn(usize) -> bool {
    const NEAR: usize = 2;
    let form = parallel_form(page, first);
    let before = first.saturating_sub(NEAR)..first;
    let group = before.rev().find_map(|i| page.verb_group(i));
    let auxiliary = group.map(|group| page.word(group.tokens.first as usize));
    move |at| {
        let next = at + 1;
        let opens = |form| opens_parallel(page, next, form);
        let same = || auxiliary.is_some_and(|aux| page.word(next).is(aux.form()));
        page.tag(at) == Tag::CC
            && (form.is_some_and(opens) || is_compound_cue(page, next) && same())
    }
}

/// The form of the verb that attributes what begins at a token, if another one in that form ends
/// it: `saying he was late and calling it a shame`, `regard it as theirs and say that`.
pub(super) fn parallel_form(page: &Page<'_>, first: usize) -> Option<Tag> {
    const NEAR: usize = 3;
    let mut before = first.saturating_sub(NEAR)..first;
    if before.clone().any(|i| is_cue_participle(page, i)) {
        // `considering [leaving Velm and joining them]`
        return (page.tag(first) != Tag::VBG).then_some(Tag::VBG);
    }
    let present = Tag::VBP.bit() | Tag::VBZ.bit();
    let verb = before.find(|&i| page.tag_in(i, present) && page.word(i).has(CUE))?;
    Some(page.tag(verb))
}

/// Another verb of the same form, alone or with its subject: `and calling it`, `and Brandt calling
/// it`, `and say that`.
fn opens_parallel(page: &Page<'_>, at: usize, form: Tag) -> bool {
    if form == Tag::VBP || form == Tag::VBZ {
        let pronoun = page.is_any(at + 1, NOMINATIVE) || page.is(at + 1, "it");
        let clause = page.is(at + 1, "that") || pronoun && page.is_finite(at + 2);
        return page.tag(at) == form && page.word(at).has(CUE) && clause;
    }
    let behind = page.chunk_from(at).map(whole_end);
    // `and another calling it`
    let another = page.is_one_of(at, &["another", "others"]) && is_cue_participle(page, at + 1);
    another
        || is_cue_participle(page, at)
        || behind.is_some_and(|verb| is_cue_participle(page, verb))
}

/// Another verb that attributes, with an auxiliary: `but are predicting`, `and has called`.
fn is_compound_cue(page: &Page<'_>, auxiliary: usize) -> bool {
    page.is_finite(auxiliary)
        && page.verb_group(auxiliary).is_some_and(|group| {
            let main = page.outside(group.main as usize).filter(|w| w.has(CUE));
            !group.flags.has(VerbFlags::PASSIVE)
                && main.is_some_and(|w| w.tag() == Tag::VBG || w.tag() == Tag::VBN)
        })
}
