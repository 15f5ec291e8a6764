use sayso_plugin::{Chunk, Entry, Tag, TokenRange, VerbFlags, Word, Words, rule};

use crate::draft::Draft;
use crate::extent;
use crate::followers::Followers;
use crate::page::{Page, run, whole_end};
use crate::source;
use crate::words::{CUE, CUE_NOUN, DENY, REJECT, THAT};

rule! {
    /// A noun of saying or thinking whose owner is the source, with a that-clause, an
    /// infinitive or a prepositional phrase.
    ///
    /// > [Duarte]source's [claim]cue that [the bridge was safe]content is in doubt.
    /// > They heard [his]source [promise]cue [to open the road]content.
    /// > There were [reports]cue that [the bridge was safe]content.
    /// > [Brandt]source's [criticism]cue of [the plan]content came late.
    /// > [Brandt]source's [argument]cue was that [the mast would fall]content.
    /// > There was [criticism]cue from [residents]source that [the road was closed]content.
    /// > [The mayor]source [raised doubts]cue about [the plan]content.
    /// > [He]source [made a joke]cue about [the mast]content.
    /// > There were [calls]cue for [an inquiry]content.
    /// > [Her]source [assertion]cue during the debate that [the road was safe]content came late.
    /// > [Her]source [reluctance]cue [to speak of the mast]content was noted.
    /// > [Residents]source [voiced fears]cue [the mast might fall]content.
    /// >! A theory that came from abroad won.
    /// >! The claim was filed on Monday.
    /// >! The fears they had were forgotten.
    pub const RULE: "noun-that";
}

/// `X's claim that …`, `criticism from X that …`, `calls for …`
pub fn find<'d>(page: &Page<'d>, index: usize) -> Option<Draft<'d>> {
    let noun = page.outside(index).filter(|w| w.has(CUE_NOUN))?;
    // `she did call for`
    const AUXILIARIES: &Words = &Words::new(&["did", "do", "does", "not", "n't"]);
    if index > 0 && page.is_any(index - 1, AUXILIARIES) {
        return None;
    }
    let entry = noun.entry()?;
    if is_verb(page, noun) {
        return None;
    }
    let chunk = page
        .chunk(index)
        .filter(|chunk| chunk.head as usize == index)?;
    let owner = owner(page, chunk);
    let giver = giver(page, index + 1).filter(|_| owner.is_none());
    let named = owner.or(giver);
    let next = giver.map_or_else(|| behind_occasion(page, index + 1), |g| g.end as usize);
    // A headline ends with the noun: what follows is another sentence.
    if next >= page.around(index).end as usize {
        return None;
    }
    let voice = voice(page, chunk).filter(|_| named.is_none());
    let bare = || bare_clause(page, entry, chunk);
    let content = content(page, entry, next, named.is_some() || voice.is_some()).or_else(bare)?;
    let first = voice.map_or(index, |(verb, _)| verb);
    Some(Draft {
        rule: RULE,
        source: named.or(voice.map(|(_, source)| source)),
        cue: run(first, index + 1),
        content: vec![content],
        act: page.grammar.own_act(entry).unwrap_or("say"),
        negated: false,
    })
}

/// Whether a word that is tagged a noun is the verb of the noun before it: `the agency estimates
/// that`.
fn is_verb(page: &Page<'_>, word: Word<'_>) -> bool {
    let index = word.index();
    let singular = Tag::NN.bit() | Tag::NNP.bit();
    let that = page.is_any(index + 1, THAT);
    let subject = index
        .checked_sub(1)
        .is_some_and(|i| page.tag_in(i, singular));
    word.tag() == Tag::NNS && word.has(CUE) && that && subject
}

/// What follows a noun: `that` and a clause; where its source is named or the noun's line says
/// `free`, an infinitive or what a preposition governs, too.
fn content(page: &Page<'_>, entry: &Entry, next: usize, named: bool) -> Option<TokenRange> {
    const NEAR: usize = 9;
    let that = page.grammar.takes(entry, true).has(Followers::THAT);
    let takes = page.grammar.takes(entry, named);
    // `a theory that has come to rule`: what *that* opens is about the noun.
    let quotes = || (next..next + NEAR).any(|i| page.tag(i) == Tag::QUOTE_OPEN);
    let relative = || {
        page.is_finite(next + 1)
            || quotes() && extent::names_it(page, next)
            || is_judged(page, next + 1)
    };
    if that && page.is_any(next, THAT) && !relative() {
        return Some(extent::inner_clause(page, next + 1));
    }
    if that && is_that(page, next) {
        return Some(extent::clause(page, next + 2));
    }
    // `Her intention was to stay`
    let is = next + 1;
    if page.is_infinitive(is) && page.is_any(next, IS) && takes.has(Followers::TO) {
        return Some(extent::infinitive(page, is));
    }
    let infinitive = page.tag(next) == Tag::TO && page.is_infinitive(next);
    if (infinitive || page.is_quoted_infinitive(next)) && takes.has(Followers::TO) {
        return Some(extent::inner_infinitive(page, next));
    }
    let preposition = page.tag_in(next, Tag::IN.bit() | Tag::TO.bit())
        && takes.and(Followers::PREPOSITIONS).stand_at(page, next);
    preposition.then(|| extent::governed(page, next + 1))
}

/// Whether a subject and a verb without object follow: `an accusation that [his aides deny]`.
fn is_judged(page: &Page<'_>, subject: usize) -> bool {
    let verb = page.chunk_from(subject).map(whole_end);
    verb.and_then(|verb| page.verb_group(verb))
        .is_some_and(|group| {
            let end = group.tokens.end as usize;
            let judges = page
                .outside(group.main as usize)
                .is_some_and(|w| w.has(REJECT.or(DENY)));
            judges && (page.is_mark(end) || end >= page.around(subject).end as usize)
        })
}

/// A clause that no "that" opens, behind a noun without an article: `expressed concern [the mast
/// might fall]`, but not `the concern they raised`.
fn bare_clause(page: &Page<'_>, entry: &Entry, chunk: &Chunk) -> Option<TokenRange> {
    let determined = Tag::DT.bit() | Tag::PRP_POSSESSIVE.bit() | Tag::POS.bit();
    let next = chunk.tokens.end as usize;
    if chunk.tokens.range().any(|i| page.tag_in(i, determined)) || page.tag(next) == Tag::WDT {
        return None;
    }
    let takes = page.grammar.takes(entry, true).has(Followers::CLAUSE);
    let clause = page.clause_of_subject(next).filter(|_| takes)?;
    let verb = page.verb_of(clause)?;
    // `fears residents had`, `hopes she expressed in May`
    let relative = VOICES.has(page.word(verb.main as usize).lemma());
    (!relative).then(|| extent::clause(page, next))
}

/// The verb that gives voice to a noun, and its subject: `[she] [raised] doubts`.
fn voice(page: &Page<'_>, chunk: &Chunk) -> Option<(usize, TokenRange)> {
    let mut before = (chunk.tokens.first as usize).checked_sub(1)?;
    // `opened with a call for`
    let with = page.is(before, "with");
    before -= usize::from(with && before > 0);
    let group = page.verb_group(before)?;
    let gives = with || VOICES.has(page.word(group.main as usize).lemma());
    if !gives || group.flags.has(VerbFlags::PASSIVE) {
        return None;
    }
    let verb = group.tokens.first as usize;
    Some((verb, source::subject_at(page, verb)?))
}

/// Verbs that give voice to a noun; *dismiss*, *face* and *draw* do not.
const VOICES: &Words = &Words::new(&[
    "air",
    "ask",
    "deliver",
    "express",
    "give",
    "harbor",
    "have",
    "hold",
    "issue",
    "launch",
    "level",
    "lodge",
    "make",
    "offer",
    "provide",
    "put",
    "raise",
    "reiterate",
    "release",
    "repeat",
    "share",
    "spread",
    "take",
    "voice",
]);

/// Who gives it, between the noun and what is said: `criticism [from residents] that`.
fn giver(page: &Page<'_>, next: usize) -> Option<TokenRange> {
    const PREPOSITIONS: &Words = &Words::new(&["from", "by", "among"]);
    let chunk = page.chunk_from(next + 1)?;
    page.is_any(next, PREPOSITIONS)
        .then(|| run(next + 1, whole_end(chunk)))
}

/// Behind words that tell where, when or to whom if `that` follows them: `her assertion during the
/// debate that`.
fn behind_occasion(page: &Page<'_>, next: usize) -> usize {
    const PREPOSITIONS: &Words = &Words::new(&["at", "during", "in", "on", "to"]);
    if !page.is_any(next, PREPOSITIONS) {
        return next;
    }
    let end = page.chunk_from(next + 1).map(whole_end);
    let that = |&end: &usize| {
        let opens = page.chunk_from(end + 1).is_some() || page.speech_at(end + 1).is_some();
        page.is(end, "that") && page.tag(end) == Tag::IN && opens
    };
    end.filter(that).unwrap_or(next)
}

/// Forms of *be* behind a noun.
const IS: &Words = &Words::new(&["is", "was", "'s"]);

/// `is that`, `was that`: the content is the predicate.
fn is_that(page: &Page<'_>, next: usize) -> bool {
    page.is_any(next, IS) && page.is(next + 1, "that")
}

/// Whose it is: `Duarte` in `Duarte's promise`, `his` in `his promise`.
pub(super) fn owner(page: &Page<'_>, chunk: &Chunk) -> Option<TokenRange> {
    let first = chunk.tokens.first as usize;
    let pronoun = || (page.tag(first) == Tag::PRP_POSSESSIVE).then(|| run(first, first + 1));
    chunk.owner().or_else(pronoun)
}
