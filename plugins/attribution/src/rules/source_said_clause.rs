use sayso_plugin::{Tag, rule};

use crate::complement::{Kind, is_subject_pronoun};
use crate::cue::Cue;
use crate::draft::Draft;
use crate::extent;
use crate::frames::Frames;
use crate::page::Page;
use crate::source;
use crate::words::{CUE_ADJECTIVE, DENY, FIND, SAY, WRITE};

rule! {
    /// A verb of saying or thinking with a clause that no "that" opens.
    ///
    /// > [Officials]source [say]cue [the tunnel will open in May]content.
    /// > [The minister]source [told]cue reporters [the tunnel would open in May]content.
    /// > [Duarte]source [said]cue: [The road is open]content.
    /// > [The bank]source [denied]cue [it had broken any rules]content.
    /// > [Duarte]source [said]cue [the road was safe]content, a claim that the council denied.
    /// > [Brandt]source [said]cue [he would not back Duarte]content, who is to lead the council.
    /// > [Brandt]source [said]cue [the road was safe]content, while Duarte said it was not.
    /// > Voters [were told]cue [the road was safe]content.
    /// >! She thinks in three languages.
    /// >! People who know her won the vote.
    pub const RULE: "source-said-clause";
}

/// `X said …`
pub fn find<'d>(page: &Page<'d>, cue: &Cue<'d>) -> Option<Draft<'d>> {
    let here = cue.complement;
    // `denied it had broken the law`: a pronoun can only be the subject of what is said.
    let pronoun = cue.entry.classes.has(DENY) && is_subject_pronoun(page, here.at);
    if !introduces(page, cue) {
        let frames = if pronoun { Frames::THAT } else { Frames::BARE };
        cue.goes_with(page, frames.or(Frames::BARE), Kind::Clause)?;
    }
    // `Finding common ground is hard`, `you will find it is open`
    let comes_upon = (cue.participle || cue.modal) && cue.entry.classes.has(FIND);
    let heard = !cue.passive || is_heard(page, cue);
    if !heard || comes_upon || has_other_subject(page, cue) || is_subject(page, cue) {
        return None;
    }
    // `Officials are convinced the road is safe`: who is convinced thinks so.
    let thinks = || page.word(cue.verb).has(CUE_ADJECTIVE);
    let source = if cue.passive && !thinks() {
        source::agent(page, cue)
    } else {
        cue.subject(page)
    };
    let content = vec![extent::clause(page, here.at)];
    Some(Draft::of_cue(
        page,
        RULE,
        cue,
        Frames::BARE,
        source,
        content,
    ))
}

/// `Voters were told the road was safe`, `it is understood the road was safe`
fn is_heard(page: &Page<'_>, cue: &Cue<'_>) -> bool {
    let it = cue.first > 0 && page.is(cue.first - 1, "it");
    let hears = it || cue.has(Frames::HEARER) && cue.subject(page).is_some();
    hears && !cue.participle
}

/// Whether an -ing form is a part of the subject of the verb behind it: `the task of documenting the
/// losses has become harder`.
fn is_subject(page: &Page<'_>, cue: &Cue<'_>) -> bool {
    let end = page.around(cue.verb).end as usize;
    let verb = page
        .next_finite(cue.complement.at..end)
        .filter(|_| cue.participle);
    let clause = verb.and_then(|verb| page.clause_of_verb(verb));
    let subject = clause.and_then(|clause| page.chunk_number(clause.subject));
    subject.is_some_and(|subject| (subject.tokens.first as usize) < cue.first)
}

/// Whether the verb behind a relative clause goes with the words before it: `people who know Brandt
/// said so`.
fn has_other_subject(page: &Page<'_>, cue: &Cue<'_>) -> bool {
    if page.tag(cue.first.wrapping_sub(1)) != Tag::WP {
        return false;
    }
    let rest = cue.complement.at..page.around(cue.verb).end as usize;
    let verb = page.next_finite(rest);
    let subject = verb.and_then(|verb| source::subject_at(page, verb));
    subject.is_some_and(|subject| (subject.first as usize) < cue.first - 1)
}

/// `Duarte said: The road is open.`
fn introduces(page: &Page<'_>, cue: &Cue<'_>) -> bool {
    let sentence = page.around(cue.verb);
    let rest = cue.complement.at..sentence.end as usize;
    let says = cue.entry.classes.has(SAY.or(WRITE)) && cue.takes(Kind::Colon);
    says && rest.into_iter().any(|i| page.is_finite(i))
}
