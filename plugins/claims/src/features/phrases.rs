//! What names, verbs and clauses tell.

use sayso_plugin::{
    ChunkFlags, Clause, Lexicon, NONE, Name, NameKind, Reading, Tense, VerbFlags, VerbGroup,
};

use super::Observed;
use crate::vocabulary::{
    DATE, FIRST_PERSON, FUTURE, MIND, NAME, NAME_ACT, ORGANIZATION, OWN_MIND, OWN_PLAN, PAST_ACT,
    PAST_STATE, PERFECT, PERSON, PLACE, PLAN, SECOND_PERSON, THEIR_PLAN, WE, classes_of,
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

    pub(super) fn verb(&mut self, reading: &Reading<'_>, lexicon: &Lexicon, verb: &VerbGroup) {
        if !verb.flags.has(VerbFlags::FINITE) {
            return;
        }
        self.finite += 1;
        if verb.tense == Tense::PAST {
            let state = is_state(reading, lexicon, verb);
            self.add(true, if state { PAST_STATE } else { PAST_ACT });
        }
        self.add(verb.flags.has(VerbFlags::PERFECT), PERFECT);
    }

    pub(super) fn clause(&mut self, reading: &Reading<'_>, lexicon: &Lexicon, clause: &Clause) {
        if clause.subject == NONE {
            return;
        }
        let layers = &reading.document.layers;
        let verb = &layers.verbs[clause.verb as usize];
        let subject = &layers.chunks[clause.subject as usize];
        let person = reading.word(subject.head as usize).classes();
        let own = person.has(FIRST_PERSON.or(WE));
        let (opens, main) = (verb.tokens.first as usize, verb.main as usize);
        let classes = classes_of(reading, lexicon, main);
        // `wants to cut` is one group, `cut` its main verb.
        let begins = classes_of(reading, lexicon, opens);
        let plans = !verb.flags.has(VerbFlags::MODAL) && begins.or(classes).has(PLAN);
        let will = (verb.tokens.range()).any(|at| classes_of(reading, lexicon, at).has(FUTURE));
        self.add(own && classes.has(MIND), OWN_MIND);
        self.add(own && (plans || will), OWN_PLAN);
        self.add(plans && !own && !person.has(SECOND_PERSON), THEIR_PLAN);
        let done = verb.tense == Tense::PAST || verb.flags.has(VerbFlags::PERFECT);
        let acts = done && subject.flags.has(ChunkFlags::NAME);
        self.add(acts && !is_state(reading, lexicon, verb), NAME_ACT);
    }
}

/// Whether a verb group tells a state rather than an act.
fn is_state(reading: &Reading<'_>, lexicon: &Lexicon, verb: &VerbGroup) -> bool {
    let main = verb.main as usize;
    matches!(reading.document.lemma(main), "be" | "have" | "do")
        || classes_of(reading, lexicon, main).has(MIND)
}
