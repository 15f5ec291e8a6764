//! Where a noun phrase begins, and how far it goes up to its head.

use sayso_model::Tag;

use super::quantity;
use super::step::{Step, step};
use crate::name::Page;
use crate::name::words::{ATTRIBUTIVE, BE, GET, HAVE, PRONOMINAL, hash};

/// A noun phrase up to its head.
#[derive(Clone, Copy, Default, Debug)]
pub(super) struct Base {
    pub head: usize,
    pub end: usize,
    pub possessive: Option<usize>,
    pub money: bool,
    pub number: bool,
    pub determined: bool,
    pub date: bool,
}

/// What has been read of a phrase.
#[derive(Clone, Copy, Default, Debug)]
pub(super) struct State {
    pub first: usize,
    pub limit: usize,
    pub base: Base,
    /// The last noun or number since the start or the last possessive mark.
    pub noun: Option<usize>,
    /// The last adjective or participle there.
    pub adjective: Option<usize>,
    /// All nouns so far are nouns of time.
    pub time: bool,
    /// Where a quotation inside the phrase is closed.
    pub quote: Option<usize>,
}

pub(super) const WH: u64 = Tag::WP.bit() | Tag::WDT.bit() | Tag::WP_POSSESSIVE.bit();
pub(super) const ADJECTIVES: u64 = Tag::JJ.bit() | Tag::JJR.bit() | Tag::JJS.bit();
pub(super) const PARTICIPLES: u64 = Tag::VBN.bit() | Tag::VBG.bit();
pub(super) const ADVERBS: u64 = Tag::RB.bit() | Tag::RBR.bit() | Tag::RBS.bit();
pub(super) const DETERMINERS: u64 =
    Tag::DT.bit() | Tag::PDT.bit() | Tag::PRP_POSSESSIVE.bit() | Tag::WP_POSSESSIVE.bit();
const NUMERIC: u64 = Tag::CD.bit() | Tag::DOLLAR.bit() | Tag::POUND.bit();
const PREMODIFIERS: u64 = ADJECTIVES | Tag::NOUNS | Tag::CD.bit() | PARTICIPLES | Tag::FW.bit();
/// The tags with which phrases may begin, but for prepositions, which the words themselves tell.
pub(crate) const MAY_BEGIN: u64 =
    DETERMINERS | NUMERIC | PREMODIFIERS | WH | ADVERBS | Tag::PRP.bit() | Tag::EX.bit();

/// How many words may stand before a noun: keeps the reading of a text of adjectives linear.
const MOST_MODIFIERS: usize = 24;

/// Pronouns for persons.
pub(super) const PERSONS: &[u32] = &[
    hash("i"),
    hash("you"),
    hash("he"),
    hash("she"),
    hash("we"),
    hash("they"),
    hash("me"),
    hash("him"),
    hash("her"),
    hash("us"),
    hash("them"),
];

/// The noun phrase that begins at a token of the sentence from `floor` to `limit`, which is
/// marked as one where it may.
pub(super) fn find(page: &Page<'_>, at: usize, floor: usize, limit: usize) -> Option<Base> {
    let tag = page.tag(at);
    let mut start = at;
    match tag {
        Tag::PRP | Tag::EX | Tag::WP => return Some(single(at)),
        Tag::WDT if !determines(page, at, limit) => return Some(single(at)),
        Tag::VBN | Tag::VBG if !is_modifier(page, at, floor, limit) => return None,
        _ => start += quantity::prefix(page, at, limit),
    }
    if start == at && (tag == Tag::IN || tag.is_in(ADVERBS) && !opens_with_adverb(page, at, limit))
    {
        return None;
    }
    if start >= limit {
        return None;
    }
    finish(page, &scan(page, at, start, limit))
}

fn single(at: usize) -> Base {
    Base {
        head: at,
        end: at + 1,
        ..Base::default()
    }
}

/// `which plan`, `whatever the plan` is none: a wh-word that belongs to the noun behind it.
fn determines(page: &Page<'_>, at: usize, limit: usize) -> bool {
    const PLAIN: &[u32] = &[
        hash("which"),
        hash("what"),
        hash("whatever"),
        hash("whichever"),
    ];
    let nouns = Tag::NN.bit() | Tag::NNS.bit() | ADJECTIVES;
    at + 1 < limit && page.is(at, PLAIN) && page.tag_in(at + 1, nouns)
}

/// `very strong ties`, `newly elected officials`.
fn opens_with_adverb(page: &Page<'_>, at: usize, limit: usize) -> bool {
    const DEGREES: &[u32] = &[
        hash("very"),
        hash("most"),
        hash("more"),
        hash("less"),
        hash("too"),
    ];
    let noun = Tag::NOUNS | ADJECTIVES;
    if at + 2 >= limit
        || !page.tag_in(at + 1, ADJECTIVES | PARTICIPLES)
        || !page.tag_in(at + 2, noun)
    {
        return false;
    }
    let manner = page.tag(at + 1) == Tag::VBN && page.form(at).ends_with("ly");
    (manner || page.is(at, DEGREES)) && !(manner && page.tag_in(at.wrapping_sub(1), Tag::VERBS))
}

/// Whether a participle with no determiner before it stands before its noun:
/// `growing concerns`, `with armed men`; not `citing concerns`, `has increased spending`.
fn is_modifier(page: &Page<'_>, at: usize, floor: usize, limit: usize) -> bool {
    let nouns = Tag::NN.bit() | Tag::NNS.bit();
    let next = at + 1 < limit && page.tag_in(at + 1, nouns | Tag::JJ.bit());
    let mut before = at;
    while before > floor && at - before < 3 && page.tag_in(before - 1, ADVERBS) {
        before -= 1;
    }
    let behind = |set| before > floor && page.tag_in(before - 1, set);
    if !next || before > floor && page.has(before - 1, BE | HAVE | GET) || behind(Tag::NOUNS) {
        return false;
    }
    let verb_before = behind(Tag::VERBS) && page.tag(at) == Tag::VBN;
    let linked = behind(Tag::IN.bit() | Tag::CC.bit()) && page.tag(at) == Tag::VBN;
    page.has(at, ATTRIBUTIVE) || verb_before || linked && before == at
}

/// Reads on from `start` as long as words belong to the phrase.
fn scan(page: &Page<'_>, first: usize, start: usize, limit: usize) -> State {
    let mut state = State {
        first,
        limit,
        time: true,
        ..State::default()
    };
    state.base.number = start > first;
    let mut at = start;
    while at < limit && at - anchor(&state) <= MOST_MODIFIERS {
        match step(page, &mut state, at) {
            Step::Stop => break,
            Step::Take(taken) => at += taken,
        }
    }
    state
}

/// The last token read that is sure to be in the phrase.
fn anchor(state: &State) -> usize {
    state.noun.or(state.base.possessive).unwrap_or(state.first)
}

/// The phrase that was read, if it has a head.
fn finish(page: &Page<'_>, state: &State) -> Option<Base> {
    let mut base = state.base;
    let adjective = state.adjective.filter(|&at| stands_alone(page, state, at));
    if let Some(head) = state.noun.or(adjective) {
        base.head = head;
        base.end = head + 1;
        return Some(base);
    }
    if let Some(mark) = base.possessive {
        base.head = mark - 1;
        base.end = mark + 1;
        return Some(base);
    }
    let first = state.first;
    let alone = page.tag_in(first, Tag::DT.bit() | Tag::PDT.bit()) && page.has(first, PRONOMINAL);
    let quantity = page.tag_in(first, ADJECTIVES)
        && page.has(first, PRONOMINAL)
        && page.tag_in(first + 1, Tag::IN.bit() | Tag::VBD.bit() | Tag::VBP.bit());
    (alone || quantity).then(|| Base {
        determined: true,
        ..single(first)
    })
}

/// An adjective or participle in a noun's place: `the poor`, `the accused`, `the killing of`.
fn stands_alone(page: &Page<'_>, state: &State, at: usize) -> bool {
    let article = page.tag(state.first) == Tag::DT && !page.has(state.first, PRONOMINAL);
    let owned = state.base.possessive.is_some() || page.tag(state.first) == Tag::PRP_POSSESSIVE;
    let each_other = page.is(at, &[hash("other")]) && page.is(state.first, &[hash("each")]);
    article || each_other || owned && page.tag(at) == Tag::VBG
}
