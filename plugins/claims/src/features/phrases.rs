//! What names, verbs and clauses tell.

use sayso_plugin::{ChunkFlags, Clause, NONE, Name, NameKind, Tense, VerbFlags, VerbGroup};

use super::Observed;
use crate::page::Page;
use crate::vocabulary::{
    DATE, FIRST_PERSON, FUTURE, MIND, NAME, NAME_ACT, ORGANIZATION, OWN_MIND, OWN_PLAN, PAST_ACT,
    PAST_STATE, PERFECT, PERSON, PLACE, PLAN, SECOND_PERSON, THEIR_PLAN, WE,
};

impl Observed {
    pub(super) fn name(&mut self, name: &Name) {
        let feature = match name.kind {
            NameKind::PERSON => PERSON,
            NameKind::ORGANIZATION => ORGANIZATION,
            NameKind::PLACE => PLACE,
            NameKind::TIME => DATE,
            _ => NAME,
        };
        self.add(true, feature);
    }

    pub(super) fn verb(&mut self, page: &Page<'_>, verb: &VerbGroup) {
        if !verb.flags.has(VerbFlags::FINITE) {
            return;
        }
        self.finite += 1;
        if verb.tense == Tense::PAST {
            let state = is_state(page, verb);
            self.add(true, if state { PAST_STATE } else { PAST_ACT });
        }
        self.add(verb.flags.has(VerbFlags::PERFECT), PERFECT);
    }

    pub(super) fn clause(&mut self, page: &Page<'_>, clause: &Clause) {
        if clause.subject == NONE {
            return;
        }
        let layers = &page.document.layers;
        let verb = &layers.verbs[clause.verb as usize];
        let subject = &layers.chunks[clause.subject as usize];
        let person = page.features(subject.head as usize);
        let own = person.has(FIRST_PERSON.or(WE));
        let (opens, main) = (verb.tokens.first as usize, verb.main as usize);
        let classes = page.features(main);
        // `wants to cut` is one group, `cut` its main verb.
        let begins = page.features(opens);
        let plans = !verb.flags.has(VerbFlags::MODAL) && begins.or(classes).has(PLAN);
        let will = (verb.tokens.range()).any(|at| page.has(at, FUTURE));
        self.add(own && classes.has(MIND), OWN_MIND);
        self.add(own && (plans || will), OWN_PLAN);
        self.add(plans && !own && !person.has(SECOND_PERSON), THEIR_PLAN);
        let done = verb.tense == Tense::PAST || verb.flags.has(VerbFlags::PERFECT);
        let acts = done && subject.flags.has(ChunkFlags::NAME);
        self.add(acts && !is_state(page, verb), NAME_ACT);
    }
}

/// Whether a verb group tells a state rather than an act.
fn is_state(page: &Page<'_>, verb: &VerbGroup) -> bool {
    let main = verb.main as usize;
    matches!(page.document.lemma(main), "be" | "have" | "do") || page.has(main, MIND)
}
