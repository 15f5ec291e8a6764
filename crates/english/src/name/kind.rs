//! What a name names, and the gender of who bears it.

use sayso_model::{Gender, NameKind, Shape, Tag, TokenRange};

use super::extent::{OF, is_body};
use super::words::{
    Classes, DAY, FEMALE, GENERATION, GIVEN, HEAD, MALE, MONTH, ORGANIZATION, PARTICLE, PLACE,
    ROLE, SITE, SUFFIX, TITLE, classes_of_phrase, join,
};
use super::{Page, Surnames};

/// Kind and gender of the name in `tokens`.
pub(super) fn of(
    page: &Page<'_>,
    surnames: &Surnames,
    tokens: TokenRange,
    title: TokenRange,
) -> (NameKind, Gender) {
    let none = |kind| (kind, Gender::NONE);
    if let Some(kind) = listed(page, tokens, title) {
        return none(kind);
    }
    let (first, last) = (tokens.first as usize, tokens.end as usize - 1);
    let given = page.has(first, GIVEN);
    let titled = title.range().find_map(|at| gender(page.classes(at)));
    if !title.is_empty() {
        let gender = titled.or(given.then(|| gender(page.classes(first))).flatten());
        let known = surnames.gender(page.word(surname(page, tokens)));
        return (NameKind::PERSON, gender.or(known).unwrap_or(Gender::NONE));
    }
    if first == last
        && let Some(gender) = surnames.gender(page.word(first))
    {
        return (NameKind::PERSON, gender);
    }
    if given || is_person_by_form(page, tokens) || has_age(page, last) {
        let gender = gender(page.classes(first)).filter(|_| given);
        return (NameKind::PERSON, gender.unwrap_or(Gender::NONE));
    }
    if first == last && page.has_shape(first, Shape::ALL_CAPITALS) {
        return none(NameKind::ORGANIZATION);
    }
    none(NameKind::OTHER)
}

/// The token that bears the last name: the last one but for `Jr.`.
pub(super) fn surname(page: &Page<'_>, tokens: TokenRange) -> usize {
    let last = tokens.end as usize - 1;
    let named = |at: &usize| !page.has(*at, GENERATION) && page.tag(*at) != Tag::COMMA;
    (tokens.range().rev().take(3)).find(named).unwrap_or(last)
}

/// The kind that word lists tell.
fn listed(page: &Page<'_>, tokens: TokenRange, title: TokenRange) -> Option<NameKind> {
    let (first, last) = (tokens.first as usize, tokens.end as usize - 1);
    let titled = !title.is_empty();
    let whole = whole_classes(page, tokens);
    if first < last
        && !page.has(first, GIVEN)
        && (first..=last.min(first + 3)).all(|at| page.has(at, TITLE | ROLE))
    {
        return Some(NameKind::OTHER);
    }
    if page.has(first, DAY | MONTH) && !titled && !page.has(first, GIVEN) {
        return Some(NameKind::TIME);
    }
    if whole & PLACE != 0 && !titled {
        return Some(NameKind::PLACE);
    }
    if whole & ORGANIZATION != 0 && !titled {
        return Some(NameKind::ORGANIZATION);
    }
    if page.has(last, SUFFIX) || page.has(last, HEAD) && !(titled && first == last) {
        let single_person = first == last && page.has(first, GIVEN);
        return (!single_person).then_some(NameKind::ORGANIZATION);
    }
    let body = (first..last).any(|at| is_body(page, at) && page.word(at + 1) == OF);
    if body && !titled {
        return Some(NameKind::ORGANIZATION);
    }
    let site = page.has(last, SITE) && first < last && !titled;
    (site && !page.has(last, GIVEN)).then_some(NameKind::PLACE)
}

/// The classes of the name as one word or phrase; names of more than four words are in no list.
fn whole_classes(page: &Page<'_>, tokens: TokenRange) -> Classes {
    let (first, end) = (tokens.first as usize, tokens.end as usize);
    match end - first {
        1 => page.classes(first),
        2..=4 => {
            let words = (first + 1..end).map(|at| page.word(at));
            let hash = words.fold(page.word(first), join);
            classes_of_phrase(hash, page.text(first, end))
        }
        _ => 0,
    }
}

fn gender(classes: Classes) -> Option<Gender> {
    match (classes & MALE != 0, classes & FEMALE != 0) {
        (true, false) => Some(Gender::MALE),
        (false, true) => Some(Gender::FEMALE),
        _ => None,
    }
}

/// `J. Edgar Duarte`, `Ludwig van Berg`, `Martin Keller Jr.`
fn is_person_by_form(page: &Page<'_>, tokens: TokenRange) -> bool {
    let (first, end) = (tokens.first as usize, tokens.end as usize);
    let initial = |at: usize| {
        let form = page.form(at);
        form.len() == 2 && form.ends_with('.') && page.has_shape(at, Shape::CAPITAL)
    };
    let inside = first + 1..(end - 1).min(first + 4);
    end - first >= 2
        && (initial(first)
            || page.has(end - 1, GENERATION)
            || inside.into_iter().any(|at| {
                initial(at) || page.has(at, PARTICLE) && !page.has_shape(at, Shape::CAPITAL)
            }))
}

/// `, 67,` behind a name.
fn has_age(page: &Page<'_>, last: usize) -> bool {
    let age = page.form(last + 2);
    page.tag(last + 1) == Tag::COMMA
        && page.tag(last + 2) == Tag::CD
        && page.tag_in(last + 3, Tag::COMMA.bit() | Tag::STOP.bit())
        && age.len() == 2
        && age.bytes().all(|b| b.is_ascii_digit())
}
