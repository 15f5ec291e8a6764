//! Runs the rules over a document and settles what they leave open.

use sayso_plugin::{Classes, Rule, Tag, VerbFlags, Word, Words, traced};

use crate::attach;
use crate::cue::Cue;
use crate::draft::Draft;
use crate::page::Page;
use crate::rules::{self, wants};
use crate::words::{ACCORDING_TO, CUE, CUE_ADJECTIVE, CUE_NOUN, STANCE, VIEW};

/// All attributions of a document, in text order.
pub fn attributions<'d>(page: &Page<'d>) -> Vec<Draft<'d>> {
    let mut drafts = Vec::new();
    transcripts(page, &mut drafts);
    on_openings(page, &mut drafts);
    on_words(page, &mut drafts);
    drop_nested(page, &mut drafts);
    attach::quotations(page, &mut drafts);
    for draft in &mut drafts {
        draft.content.retain(|run| !run.is_empty());
        draft.source = draft.source.filter(|run| !run.is_empty());
    }
    drafts.retain(|d| !d.content.is_empty() || d.act == "decline");
    drafts.sort_by_key(Draft::start);
    drafts
}

fn transcripts<'d>(page: &Page<'d>, drafts: &mut Vec<Draft<'d>>) {
    let paragraphs = page.reading.document.paragraphs.len();
    let found: Vec<_> = (0..paragraphs)
        .filter_map(|p| rules::transcript::find(page, p))
        .collect();
    // A single label is a headline's or an editor's.
    if found.len() > 1 {
        drafts.extend(found);
    } else {
        drafts.extend(rules::name_colon::find(page));
    }
}

/// Tries the rules on how a sentence begins.
fn on_openings<'d>(page: &Page<'d>, drafts: &mut Vec<Draft<'d>>) {
    for sentence in page.reading.document.sentences {
        let first = sentence.tokens.first as usize;
        let opens = Tag::IN.bit() | Tag::TO.bit();
        if !page.tag_in(first, opens) {
            continue;
        }
        let word = page.word(first);
        let mut rules = rules::ON_OPENINGS.iter();
        drafts.extend(rules.find_map(|(rule, find)| rule.attempt(word, || find(page, first))));
    }
}

/// Tries the rules at every word that could be a cue.
fn on_words<'d>(page: &Page<'d>, drafts: &mut Vec<Draft<'d>>) {
    let mut index = 0;
    while let Some(listed) = page.landmarks.listed.first(index..page.len()) {
        index = listed;
        let Some(word) = page.outside(index) else {
            index += 1;
            continue;
        };
        let found = at_word(page, word);
        index = match &found {
            // "According to press reports": the source is no cue.
            Some(draft) if draft.rule == rules::according_to::RULE => {
                draft.source.map_or(draft.cue.end, |s| s.end) as usize
            }
            // `declined to predict`: what was refused was not done.
            Some(draft) if draft.rule == rules::declined_to::RULE => after_refusal(page, draft),
            // A cue of several words is one cue.
            Some(draft) if draft.cue.contains(index as u32) => draft.cue.end as usize,
            _ => index + 1,
        };
        drafts.extend(found);
    }
}

/// Behind the verb that was refused.
fn after_refusal(page: &Page<'_>, draft: &Draft<'_>) -> usize {
    let cue = draft.cue.end as usize;
    let refused = draft.content.first().map(|content| content.first as usize);
    let group = refused.and_then(|first| page.verb_group(first));
    group.map_or(cue, |group| cue.max(group.tokens.end as usize))
}

/// A rule on a word that is no verb.
type OnWord = for<'d> fn(&Page<'d>, usize) -> Option<Draft<'d>>;

/// The rules that look at words of a class, in the order they are tried.
const ON_WORDS: &[(Classes, Rule, OnWord)] = &[
    (VIEW, rules::in_view::RULE, rules::in_view::find),
    (CUE_NOUN, rules::noun_that::RULE, rules::noun_that::find),
    (STANCE, rules::supporter_of::RULE, rules::supporter_of::find),
    (
        CUE_ADJECTIVE,
        rules::was_sure_that::RULE,
        rules::was_sure_that::find,
    ),
];

/// What the rules find at a word outside speech.
fn at_word<'d>(page: &Page<'d>, word: Word<'d>) -> Option<Draft<'d>> {
    let index = word.index();
    let phrase = word.phrase(CUE.or(ACCORDING_TO), page.len() - index);
    let classes = CUE.or(CUE_NOUN).or(CUE_ADJECTIVE).or(STANCE).or(VIEW);
    if phrase.is_none() && !word.has(classes) {
        return None;
    }
    let attempt = |rule: Rule, find: OnWord| rule.attempt(word, || find(page, index));
    if phrase.is_some() || traced() {
        let found = attempt(rules::according_to::RULE, rules::according_to::find);
        if found.is_some() {
            return found;
        }
    }
    for &(class, rule, find) in ON_WORDS {
        if word.has(class) || traced() {
            let found = attempt(rule, find);
            if found.is_some() {
                return found;
            }
        }
    }
    if phrase.is_none() && !word.has(CUE) {
        return None;
    }
    on_cue(page, &Cue::at(page, index)?, word)
}

/// What the rules find at a cue: the first that matches, of those that it may be for.
fn on_cue<'d>(page: &Page<'d>, cue: &Cue<'d>, word: Word<'d>) -> Option<Draft<'d>> {
    let may_match = wants::for_cue(page.grammar.rules(cue.entry), cue);
    let without = |&at: &usize| may_match >> at & 1 == 0;
    debug_assert!(
        (0..rules::ON_CUES.len())
            .filter(without)
            .all(|at| (rules::ON_CUES[at].find)(page, cue).is_none())
    );
    // Whoever asks why a rule did not match is told by the rule.
    let mut left = if traced() { wants::Set::MAX } else { may_match };
    while let Some(on_cue) = rules::ON_CUES.get(left.trailing_zeros() as usize) {
        left &= left - 1;
        let found = on_cue.rule.attempt(word, || (on_cue.find)(page, cue));
        if found.is_some() {
            return found;
        }
    }
    None
}

/// Drops what stands inside the content of another attribution, unless it is speech: that she
/// plans to go is part of what `Duarte said she planned to go` reports, no report of its own. What
/// stands inside a question, an order or a plan is not reported at all: `asked whether Brandt had
/// said so`.
fn drop_nested(page: &Page<'_>, drafts: &mut Vec<Draft<'_>>) {
    let open = |draft: &Draft<'_>| leaves_open(page, draft);
    let all = depths(page, drafts.iter());
    let unreported = match drafts.iter().any(open) {
        true => depths(page, drafts.iter().filter(|draft| open(draft))),
        false => Vec::new(),
    };
    drafts.retain(|draft| {
        let at = draft.cue.first as usize;
        let around = draft.content.iter().filter(|run| run.contains(at as u32));
        let own = around.count() as i32;
        if draft.cue.is_empty() || all[at] <= own {
            return true;
        }
        let own = if open(draft) { own } else { 0 };
        let asked = unreported.get(at).is_some_and(|&depth| depth > own);
        !asked && may_nest(page, draft)
    });
}

/// Whether what an attribution tells need not have been said or done: a question, an order, a plan.
/// Whoever likes to tell something tells it.
fn leaves_open(page: &Page<'_>, draft: &Draft<'_>) -> bool {
    const HABITS: &Words = &Words::new(&["like", "love", "tend"]);
    let mut cue = draft.cue.range();
    rules::UNREPORTED.contains(&draft.rule) && !cue.any(|i| HABITS.has(page.word(i).lemma()))
}

/// For each token how many contents hold it.
fn depths<'a, 'd: 'a>(page: &Page<'_>, drafts: impl Iterator<Item = &'a Draft<'d>>) -> Vec<i32> {
    let mut edges = vec![0i32; page.len() + 1];
    for content in drafts.flat_map(|draft| &draft.content) {
        edges[content.first as usize] += 1;
        edges[content.end as usize] -= 1;
    }
    let mut depth = 0;
    for edge in &mut edges {
        depth += *edge;
        *edge = depth;
    }
    edges
}

/// Whether an attribution tells of speech, not of thought, nor of what may be said one day: `said
/// that Brandt had said …`, but not `said she believed …`, `said she would say …`. What stands before
/// its verb is known already: `“…,” she will say, according to the text`.
fn may_nest(page: &Page<'_>, draft: &Draft<'_>) -> bool {
    let clause = [
        rules::source_said_clause::RULE,
        rules::source_said_quote::RULE,
        rules::source_said_that::RULE,
    ];
    let group = page.verb_group(draft.cue.first as usize);
    let modal = group.is_some_and(|group| group.flags.has(VerbFlags::MODAL));
    let possible = modal && draft.rule != rules::quote_source_said::RULE;
    rules::MAY_NEST.contains(&draft.rule)
        && !possible
        && (!clause.contains(&draft.rule) || draft.speaks(page))
}
