//! Names: whether they are a person's or an organisation's, and what stands around them.

use sayso_plugin::{
    ChunkFlags, ChunkLink, Gender, Name, NameKind, Shape, Tag, TokenKind, TokenRange, Words,
};

use crate::page::Page;
use crate::words::SPEECH;

/// Whether a name is an organisation's; nothing if it is neither that nor a person's.
/// `is_person` tells that the text gives the name a person's part: a surname alone, a source.
pub fn kind(page: &Page<'_>, name: &Name, is_person: bool) -> Option<bool> {
    match name.kind {
        NameKind::PERSON => Some(false),
        NameKind::ORGANIZATION => Some(true),
        // "Schilling" alone elsewhere tells that "Curt Schilling" is a person.
        NameKind::OTHER if (2..=4).contains(&name.tokens.len()) => {
            (is_person || speaks(page, name) || roles(page, name).next().is_some()).then_some(false)
        }
        _ => None,
    }
}

/// Whether a name stands where persons do: beside a verb of speech, before `, who` or an age.
pub fn speaks(page: &Page<'_>, name: &Name) -> bool {
    let (first, end) = (name.tokens.first as usize, name.tokens.end as usize);
    let says = |at: usize| {
        page.outside(at)
            .is_some_and(|word| word.has(SPEECH) && word.tag().is_verb())
    };
    let described = page.is_comma(end) && page.tag_in(end + 1, Tag::WP.bit() | Tag::CD.bit());
    let apposed = page
        .chunk(first)
        .is_some_and(|chunk| chunk.link == ChunkLink::APPOSITION);
    apposed || says(end) || first.checked_sub(1).is_some_and(says) || described
}

/// The token that bears the last name: the last one but for `Jr.`.
pub fn surname(page: &Page<'_>, tokens: TokenRange) -> usize {
    const SUFFIXES: &Words = &Words::new(&["jr.", "sr.", "jr", "sr", "ii", "iii", "iv", ","]);
    let last = tokens.end as usize - 1;
    let is_suffix = |&at: &usize| page.word(at).is_any(SUFFIXES);
    (tokens.range().rev().take(3))
        .find(|at| !is_suffix(at))
        .unwrap_or(last)
}

/// `UAW` in brackets behind a name: `United Auto Workers (UAW)`.
pub fn abbreviation<'d>(page: &Page<'d>, tokens: TokenRange) -> Option<&'d str> {
    let at = tokens.end as usize;
    let word = page.outside(at + 1)?;
    let bracketed = page.is(at, "(") && page.is(at + 2, ")");
    (bracketed && word.has_shape(Shape::ALL_CAPITALS)).then(|| word.form())
}

/// Words that say what somebody is, before the name or in a description behind it: `spokesman
/// Ivo Brandt`, `Ivo Brandt, a spokesman for the city`.
pub fn roles<'d>(page: &Page<'d>, name: &Name) -> impl Iterator<Item = &'d str> {
    let title = name.title.range().map(|at| page.word(at));
    let title = title.filter(|word| word.kind() == TokenKind::WORD);
    let end = name.tokens.end as usize;
    let described = page.is_comma(end).then(|| page.chunk(end + 1)).flatten();
    let described = described
        .filter(|chunk| chunk.link == ChunkLink::APPOSITION && chunk.flags.has(ChunkFlags::PERSON));
    let described = described.map(|chunk| page.word(chunk.head as usize));
    title.chain(described).map(|word| word.lemma())
}

/// The gender of somebody who is described and not named: `a company spokeswoman`.
pub fn gender_of_role(page: &Page<'_>, source: TokenRange) -> Option<Gender> {
    let chunk = page.chunk(source.first as usize)?;
    let head = page.word(chunk.head as usize);
    let lemma = head.lemma();
    let is = |list: &[&str]| list.iter().any(|ending| lemma.ends_with(ending));
    if chunk.flags.has(ChunkFlags::PLURAL) {
        None
    } else if is(&[
        "woman", "mother", "sister", "wife", "daughter", "girl", "widow", "actress",
    ]) {
        Some(Gender::FEMALE)
    } else if is(&["man", "father", "brother", "husband", "boy"]) || lemma == "son" {
        Some(Gender::MALE)
    } else {
        None
    }
}
