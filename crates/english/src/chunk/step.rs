//! Whether a noun phrase goes on with the next word.

use sayso_model::{ChunkFlags, Shape, Tag};

use super::base::{ADJECTIVES, ADVERBS, DETERMINERS, PARTICIPLES, Place, State, WH};
use crate::name::words::{
    DAY, GENERATION, GIVEN, MONTH, PARTICLE, PORTFOLIO, ROLE, SEPARATE, TIME, TIME_ADVERBIAL,
    TITLE, WHEN, hash,
};
use crate::name::{PROPER, Page, nickname};

/// What a word does to the phrase before it.
pub(super) enum Step {
    /// It is outside.
    Stop,
    /// It belongs to the phrase, with so many tokens.
    Take(usize),
}

use Step::{Stop, Take};

/// A month was read: the phrase is a date.
const DATE: ChunkFlags = ChunkFlags::TIME;
const OF: u32 = hash("of");
const AMPERSAND: u32 = hash("&");
const NOMINAL: u64 = Tag::NOUNS | ADJECTIVES | Tag::CD.bit();
/// "Black Friday", "Super Tuesday": days that belong to the word before them.
const NAMED_DAYS: &[u32] = &[
    hash("super"),
    hash("black"),
    hash("good"),
    hash("ash"),
    hash("cyber"),
    hash("bloody"),
    hash("easter"),
    hash("palm"),
];

/// Takes the word at `at` into the phrase, or ends it.
#[inline]
pub(super) fn step(page: &Page<'_>, state: &mut State, at: usize) -> Step {
    match page.tag(at) {
        Tag::NN | Tag::NNS | Tag::NNP | Tag::NNPS | Tag::FW => noun(page, state, at),
        Tag::JJ | Tag::JJR | Tag::JJS => adjective(page, state, at),
        Tag::VBN | Tag::VBG => participle(page, state, at),
        Tag::CD => number(page, state, at),
        Tag::DOLLAR | Tag::POUND => currency(page, state, at),
        Tag::POS => possessive(state, at),
        Tag::COMMA => comma(page, state, at),
        Tag::CC => conjunction(page, state, at),
        Tag::QUOTE_OPEN => open_quote(page, state, at),
        Tag::QUOTE_CLOSE if state.quote == Place::new(at) => Take(1),
        tag if tag.is_in(DETERMINERS | WH) => determiner(page, state, at),
        tag if tag.is_in(ADVERBS) => adverb(page, state, at),
        _ => name_part(page, state, at),
    }
}

fn noun(page: &Page<'_>, state: &mut State, at: usize) -> Step {
    if parts_from_noun(page, state, at) {
        return Stop;
    }
    let time = page.has(at, TIME | MONTH);
    state.time &= time;
    if page.has(at, MONTH) && page.tag_in(at, PROPER) {
        state.flags.set(DATE);
    }
    state.set_noun(at);
    Take(1)
}

/// Whether a noun begins a phrase of its own behind the noun before it.
fn parts_from_noun(page: &Page<'_>, state: &State, at: usize) -> bool {
    let Some(before) = state.noun.get() else {
        return false;
    };
    let proper = page.tag_in(at, PROPER);
    if page.has(at, DAY | TIME_ADVERBIAL) && !page.has(before, TIME) {
        let belongs = page.is(at - 1, NAMED_DAYS)
            || state.flags.has(ChunkFlags::DETERMINED) && goes_on(page, at);
        return !belongs;
    }
    if proper && page.has(at, MONTH) && page.tag(at + 1) == Tag::CD && !page.has(before, TIME) {
        return true;
    }
    if is_lone_time(page, state, at) || proper && opens_relative(page, state, before, at) {
        return true;
    }
    let parts = page.tag(before) == Tag::NNS && proper && !page.has(before, TITLE);
    parts && before + 1 == at && !names_both(page, state, before)
}

/// Whether a name with its title stands behind a thing that is no name of its bearer's: `a charge |
/// Mr. Duarte denied`.
fn opens_relative(page: &Page<'_>, state: &State, before: usize, at: usize) -> bool {
    const ARTICLES: &[u32] = &[hash("a"), hash("an")];
    page.has(at, TITLE)
        && page.tag(before) == Tag::NN
        && !page.has(before, TITLE | ROLE)
        && page.is(state.first, ARTICLES)
}

/// Whether a plural is a part of a name: `the Norin Consumers [Association]`, but not `told Senators
/// Duarte`.
fn names_both(page: &Page<'_>, state: &State, plural: usize) -> bool {
    plural > state.first
        && page.has_shape(plural, Shape::CAPITAL)
        && page.tag_in(plural - 1, PROPER)
}

/// A time without article ends before what is no time: `Monday | Rice`, `last week | officials`.
#[inline]
fn is_lone_time(page: &Page<'_>, state: &State, at: usize) -> bool {
    // Few phrases have nothing but times in them.
    state.time && !page.has(at, TIME) && stands_apart(page, state, at)
}

/// Whether the time that was read has no article and the word at `at` does not go with it.
fn stands_apart(page: &Page<'_>, state: &State, at: usize) -> bool {
    let first = state.first;
    let Some(noun) = state.noun.get() else {
        return false;
    };
    let article = page.tag_in(first, DETERMINERS) && !page.has(first, WHEN)
        || page.tag(noun) == Tag::CD && !state.flags.has(DATE)
        || state.possessive != Place::NOWHERE;
    let day = page.has(noun, DAY | TIME_ADVERBIAL) || page.has(first, DAY | WHEN);
    !article
        && (day || page.tag_in(noun, PROPER) && page.tag_in(at, PROPER) || state.flags.has(DATE))
}

/// Another noun follows, that is no time: `the Monday meeting`.
fn goes_on(page: &Page<'_>, at: usize) -> bool {
    page.tag_in(at + 1, Tag::NN.bit() | Tag::NNS.bit()) && !page.has(at + 1, TIME)
}

fn adjective(page: &Page<'_>, state: &mut State, at: usize) -> Step {
    if let Some(before) = state.noun.get() {
        let next = page.tag_in(at + 1, Tag::NOUNS | ADJECTIVES)
            && (page.tag_in(at + 1, Tag::NOUNS) || page.tag_in(at + 2, Tag::NOUNS));
        let fits = page.tag_in(before, PROPER | Tag::NN.bit() | Tag::CD.bit());
        let counted = page.tag(before) == Tag::CD;
        let new = page.has(at, SEPARATE) || page.tag_in(at, Tag::JJR.bit() | Tag::JJS.bit());
        let ends = at + 1 >= state.limit;
        if !next || !fits || ends || new && !counted || is_lone_time(page, state, at) {
            return Stop;
        }
    }
    state.adjective = Place::new(at);
    Take(1)
}

fn participle(page: &Page<'_>, state: &mut State, at: usize) -> Step {
    let before = state.noun.get().map_or(Tag::CD, |noun| page.tag(noun));
    if before != Tag::CD {
        return Stop;
    }
    if at + 1 < state.limit && page.tag_in(at + 1, NOMINAL | PARTICIPLES) || at > state.first {
        state.adjective = Place::new(at);
        return Take(1);
    }
    Stop
}

fn number(page: &Page<'_>, state: &mut State, at: usize) -> Step {
    if let Some(before) = state.noun.get() {
        let behind_name = page.tag_in(before, PROPER) && before + 1 == at;
        let more = page.tag(before) == Tag::CD;
        // `chapter one`, but not `told the panel | one of them left`
        let opens = page.is(at + 1, &[OF]);
        let label = page.tag(before) == Tag::NN && !page.tag_in(at + 1, NOMINAL) && !opens;
        if !behind_name && !more && !label || page.has(before, DAY) {
            return Stop;
        }
    }
    state.flags.set(ChunkFlags::NUMBER);
    state.set_noun(at);
    state.time &= state.flags.has(DATE) || page.tag(at + 1) != Tag::CD;
    Take(1 + range(page, state, at) + year(page, state, at))
}

/// `to` in `5 to 10`: taken with the number behind it, which is read next.
fn range(page: &Page<'_>, state: &State, at: usize) -> usize {
    let joins = page.tag_in(at + 1, Tag::TO.bit() | Tag::CC.bit() | Tag::COLON.bit());
    let number = Tag::CD.bit() | Tag::DOLLAR.bit();
    usize::from(joins && at + 2 < state.limit && page.tag_in(at + 2, number))
}

/// `, 2016` behind a month and day.
fn year(page: &Page<'_>, state: &mut State, at: usize) -> usize {
    let year = |form: &str| form.len() == 4 && form.bytes().all(|b| b.is_ascii_digit());
    if state.flags.has(DATE)
        && page.has(at.wrapping_sub(1), MONTH)
        && page.tag(at + 1) == Tag::COMMA
        && page.tag(at + 2) == Tag::CD
        && year(page.form(at + 2))
        && at + 2 < state.limit
    {
        state.set_noun(at + 2);
        2
    } else {
        0
    }
}

fn currency(page: &Page<'_>, state: &mut State, at: usize) -> Step {
    let number = Tag::CD.bit() | Tag::DOLLAR.bit() | Tag::POUND.bit();
    // `£3.1bn` may be read as an adjective.
    let amount = || page.form(at + 1).starts_with(|c: char| c.is_ascii_digit());
    let follows = at + 1 < state.limit && (page.tag_in(at + 1, number) || amount());
    let before = state.noun.get().map_or(Tag::CD, |noun| page.tag(noun));
    if !follows || before != Tag::CD {
        return Stop;
    }
    state.flags.set(ChunkFlags::MONEY);
    Take(1)
}

fn possessive(state: &mut State, at: usize) -> Step {
    if !state.noun.is_before(at) && !state.quote.is_before(at) {
        return Stop;
    }
    state.set_possessive(at);
    Take(1)
}

fn determiner(page: &Page<'_>, state: &mut State, at: usize) -> Step {
    const BEFORE_ARTICLE: &[u32] = &[
        hash("all"),
        hash("both"),
        hash("half"),
        hash("such"),
        hash("quite"),
    ];
    let first = at == state.first;
    let second = at == state.first + 1
        && (page.tag(state.first) == Tag::PDT || page.is(state.first, BEFORE_ARTICLE));
    let behind_quantity = state.flags.has(ChunkFlags::NUMBER)
        && state.noun == Place::NOWHERE
        && state.adjective == Place::NOWHERE;
    if !first && !second && !behind_quantity {
        return Stop;
    }
    state.flags.set(ChunkFlags::DETERMINED);
    Take(1)
}

fn adverb(page: &Page<'_>, state: &State, at: usize) -> Step {
    let modifies = ADJECTIVES | PARTICIPLES | Tag::CD.bit() | ADVERBS;
    let inside =
        state.noun == Place::NOWHERE && at + 1 < state.limit && page.tag_in(at + 1, modifies);
    if inside { Take(1) } else { Stop }
}

/// `a long, bitter fight`.
fn comma(page: &Page<'_>, state: &State, at: usize) -> Step {
    let before = at > state.first && page.tag_in(at - 1, ADJECTIVES);
    let follows =
        page.tag_in(at + 1, ADJECTIVES) && page.tag_in(at + 2, Tag::NOUNS | Tag::JJ.bit());
    if state.noun == Place::NOWHERE && before && follows && at + 2 < state.limit {
        return Take(1);
    }
    let generation =
        state.noun != Place::NOWHERE && page.has(at + 1, GENERATION) && at + 1 < state.limit;
    if generation { Take(1) } else { Stop }
}

/// `political and economic reforms`, `Johnson & Johnson`.
fn conjunction(page: &Page<'_>, state: &State, at: usize) -> Step {
    let modifiers = ADJECTIVES | Tag::VBN.bit();
    let adjectives = state.noun == Place::NOWHERE
        && at > state.first
        && page.tag_in(at - 1, modifiers)
        && page.tag_in(at + 1, modifiers)
        && page.tag_in(at + 2, Tag::NOUNS | ADJECTIVES);
    let firm = page.word(at) == AMPERSAND && page.tag_in(at + 1, Tag::NOUNS);
    let inside = at + 1 < state.limit && at > state.first;
    if inside && (adjectives || firm) {
        Take(1)
    } else {
        Stop
    }
}

/// `the "surge" plan`, `Charles "Chip" Duarte`.
fn open_quote(page: &Page<'_>, state: &mut State, at: usize) -> Step {
    let end = (at + 5).min(state.limit);
    let close = (at + 1..end).find(|&i| page.tag(i) == Tag::QUOTE_CLOSE);
    let Some(close) = close.filter(|_| at > state.first && state.quote == Place::NOWHERE) else {
        return Stop;
    };
    let nominal = (at + 1..close).all(|i| page.tag_in(i, NOMINAL | PARTICIPLES));
    let short_name = nickname(page, at, state.limit) > 0;
    if !nominal || close == at + 1 || state.noun != Place::NOWHERE && !short_name {
        return Stop;
    }
    state.quote = Place::new(close);
    Take(1)
}

/// `of State` in an office before a name, `van der` inside a name.
fn name_part(page: &Page<'_>, state: &State, at: usize) -> Step {
    let (of, particle) = (page.word(at) == OF, page.has(at, PARTICLE));
    if !of && !particle {
        return Stop;
    }
    let Some(before) = state.noun.get().filter(|&noun| noun + 1 == at) else {
        return Stop;
    };
    let proper = |at: usize| at < state.limit && page.tag_in(at, PROPER);
    let office = of
        && page.has(at + 1, PORTFOLIO)
        && page.has(before, TITLE | ROLE)
        && proper(at + 1)
        && (proper(at + 2) && !page.has(at + 2, DAY) || proper(at + 3) && page.has(at + 3, GIVEN));
    if office {
        return Take(1);
    }
    let end = (at..at + 3)
        .find(|&i| !page.has(i, PARTICLE))
        .unwrap_or(at + 3);
    let lower = particle && !page.has_shape(at, Shape::CAPITAL);
    if lower && proper(before) && proper(end) {
        Take(end - at)
    } else {
        Stop
    }
}
