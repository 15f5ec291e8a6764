//! Where a noun phrase begins, and how far it goes up to its head.

use sayso_model::{ChunkFlags, NONE, Tag};

use super::quantity;
use super::step::{Step, step};
use crate::name::Page;
use crate::name::words::{ATTRIBUTIVE, BE, GET, HAVE, PRONOMINAL, hash};

/// A noun phrase up to its head.
#[derive(Clone, Copy, Debug)]
pub(super) struct Base {
    pub head: usize,
    pub end: usize,
    pub possessive: Place,
    /// What is known of it so far: a sum, a number, a date, a determiner.
    pub flags: ChunkFlags,
}

/// What has been read of a phrase.
#[derive(Clone, Copy, Debug)]
pub(super) struct State {
    pub first: usize,
    pub limit: usize,
    /// How far it may go at most, as no noun stands there yet.
    until: usize,
    pub flags: ChunkFlags,
    /// The last possessive mark.
    pub possessive: Place,
    /// The last noun or number since the start or the last possessive mark.
    pub noun: Place,
    /// The last adjective or participle there.
    pub adjective: Place,
    /// All nouns so far are nouns of time.
    pub time: bool,
    /// Where a quotation inside the phrase is closed.
    pub quote: Place,
}

impl State {
    /// Takes in a noun or number.
    pub fn set_noun(&mut self, at: usize) {
        self.noun = Place::new(at);
        self.until = within(at, self.limit);
    }

    /// Takes in a possessive mark: what follows it begins anew.
    pub fn set_possessive(&mut self, at: usize) {
        self.possessive = Place::new(at);
        self.flags.set(ChunkFlags::DETERMINED);
        self.noun = Place::NOWHERE;
        self.adjective = Place::NOWHERE;
        self.time = false;
        self.until = within(at, self.limit);
    }
}

/// How far a phrase goes at most behind a token that is sure to be in it.
fn within(at: usize, limit: usize) -> usize {
    limit.min(at + MOST_MODIFIERS + 1)
}

/// A token, or none: half as large as an `Option`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Place(pub u32);

impl Place {
    pub const NOWHERE: Self = Self(NONE);

    pub fn new(at: usize) -> Self {
        Self(at as u32)
    }

    pub fn get(self) -> Option<usize> {
        (self != Self::NOWHERE).then_some(self.0 as usize)
    }

    /// Whether it is right before a token.
    pub fn is_before(self, at: usize) -> bool {
        self.0.wrapping_add(1) == at as u32
    }
}

pub(super) const WH: u64 = Tag::WP.bit() | Tag::WDT.bit() | Tag::WP_POSSESSIVE.bit();
pub(super) const ADJECTIVES: u64 = Tag::JJ.bit() | Tag::JJR.bit() | Tag::JJS.bit();
pub(super) const PARTICIPLES: u64 = Tag::VBN.bit() | Tag::VBG.bit();
pub(super) const ADVERBS: u64 = Tag::RB.bit() | Tag::RBR.bit() | Tag::RBS.bit();
pub(super) const DETERMINERS: u64 =
    Tag::DT.bit() | Tag::PDT.bit() | Tag::PRP_POSSESSIVE.bit() | Tag::WP_POSSESSIVE.bit();
const PRONOUNS: u64 = Tag::PRP.bit() | Tag::EX.bit() | Tag::WP.bit();
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
    if tag.is_in(PRONOUNS) || tag == Tag::WDT && !determines(page, at, limit) {
        return Some(single(at));
    }
    if tag.is_in(PARTICIPLES) && !is_modifier(page, at, floor, limit) {
        return None;
    }
    let start = at + quantity::prefix(page, at, limit);
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
        possessive: Place::NOWHERE,
        flags: ChunkFlags::NONE,
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
        until: within(first, limit),
        flags: match start > first {
            true => ChunkFlags::NUMBER,
            false => ChunkFlags::NONE,
        },
        possessive: Place::NOWHERE,
        noun: Place::NOWHERE,
        adjective: Place::NOWHERE,
        time: true,
        quote: Place::NOWHERE,
    };
    let mut at = start;
    while at < state.until {
        match step(page, &mut state, at) {
            Step::Stop => break,
            Step::Take(taken) => at += taken,
        }
    }
    state
}

/// The phrase that was read, if it has a head.
fn finish(page: &Page<'_>, state: &State) -> Option<Base> {
    let base = |head, end| Base {
        head,
        end,
        possessive: state.possessive,
        flags: state.flags,
    };
    let alone = |at: &usize| stands_alone(page, state, *at);
    let adjective = || state.adjective.get().filter(alone);
    if let Some(head) = state.noun.get().or_else(adjective) {
        return Some(base(head, head + 1));
    }
    if let Some(mark) = state.possessive.get() {
        return Some(base(mark - 1, mark + 1));
    }
    let first = state.first;
    let determiner =
        page.tag_in(first, Tag::DT.bit() | Tag::PDT.bit()) && page.has(first, PRONOMINAL);
    let quantity = page.tag_in(first, ADJECTIVES)
        && page.has(first, PRONOMINAL)
        && page.tag_in(first + 1, Tag::IN.bit() | Tag::VBD.bit() | Tag::VBP.bit());
    (determiner || quantity).then(|| Base {
        flags: ChunkFlags::DETERMINED,
        ..single(first)
    })
}

/// An adjective or participle in a noun's place: `the poor`, `the accused`, `the killing of`.
fn stands_alone(page: &Page<'_>, state: &State, at: usize) -> bool {
    let article = page.tag(state.first) == Tag::DT && !page.has(state.first, PRONOMINAL);
    let owned = state.possessive != Place::NOWHERE || page.tag(state.first) == Tag::PRP_POSSESSIVE;
    let each_other = page.is(at, &[hash("other")]) && page.is(state.first, &[hash("each")]);
    article || each_other || owned && page.tag(at) == Tag::VBG
}
