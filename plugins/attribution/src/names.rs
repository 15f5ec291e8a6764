//! Names: which runs of words they are, and what stands around them.

use sayso_plugin::{Shape, TokenKind, TokenRange, Word};

use crate::page::{Page, run};
use crate::words::*;

/// A longer run of capitals is no name.
const LONGEST: u32 = 9;

/// All runs of capitalised words that could be names, in text order.
pub fn names(page: &Page<'_>) -> Vec<TokenRange> {
    let mut names = Vec::new();
    for sentence in page.reading.document.sentences {
        let headline = is_headline(page, sentence.tokens);
        let mut index = sentence.tokens.first as usize;
        while index < sentence.tokens.end as usize {
            let name = run(index, name_end(page, index, sentence.tokens.end as usize));
            // In a headline every word has a capital: only what is surely a name counts.
            let sure = name.len() == 1 || name.len() == 2 && page.word(index).has(GIVEN_NAME);
            if !name.is_empty() && name.len() <= LONGEST && (sure || !headline) {
                names.push(name);
            }
            index = (name.end as usize).max(index + 1);
        }
    }
    names
}

/// Whether most words of a sentence are capitalised.
fn is_headline(page: &Page<'_>, tokens: TokenRange) -> bool {
    let words = tokens
        .range()
        .map(|i| page.word(i))
        .filter(|w| w.kind() == TokenKind::WORD && w.span().len() > 3);
    let (capital, all) = words.fold((0, 0), |(capital, all), word| {
        let is_capital = word.has_shape(Shape::CAPITAL);
        (capital + usize::from(is_capital), all + 1)
    });
    all >= 4 && capital * 10 >= all * 9
}

/// Where the name ends that begins at a token; the token itself if there is none.
fn name_end(page: &Page<'_>, first: usize, limit: usize) -> usize {
    let mut end = first;
    while end < limit && (is_part(page.word(end)) || is_particle(page, first, end, limit)) {
        end += 1;
    }
    end
}

fn is_part(word: Word<'_>) -> bool {
    word.kind() == TokenKind::WORD
        && word.has_shape(Shape::CAPITAL)
        && !word.has(PRONOUN.or(TIME))
        && (!word.has(CLOSED.or(DETERMINER)) || word.has(GIVEN_NAME))
}

/// `de`, `von` inside a name; `of` behind a title ("Secretary of State") or an organisation.
fn is_particle(page: &Page<'_>, first: usize, index: usize, limit: usize) -> bool {
    const PARTICLES: &[&str] = &[
        "al", "bin", "da", "de", "del", "der", "di", "la", "of", "van", "von",
    ];
    let word = page.word(index);
    index > first
        && index + 1 < limit
        && PARTICLES.iter().any(|p| word.is(p))
        && is_part(page.word(index + 1))
        && (!word.is("of") || page.word(index - 1).has(TITLE.or(ORGANIZATION)))
}

/// The gender that a title, role or given name tells.
pub fn gender_of(word: Word<'_>) -> Option<char> {
    word.entry()?.field("gender")?.chars().next()
}

/// `Jr.`, `III`.
pub fn is_suffix(word: Word<'_>) -> bool {
    ["jr.", "sr.", "jr", "sr", "ii", "iii", "iv"]
        .iter()
        .any(|s| word.is(s))
}

/// Whether one of the words is an initial.
pub fn has_initial(words: &[Word<'_>]) -> bool {
    words
        .iter()
        .any(|w| w.form().len() == 2 && w.form().ends_with('.'))
}

/// A role in lower case right before a name: `spokesman Ivo Brandt`.
pub fn role_before<'d>(page: &Page<'d>, first: usize) -> Option<Word<'d>> {
    let before = page.word(first.checked_sub(1)?);
    let is_role = before.has(PERSON.or(TITLE)) && !before.form().ends_with('s');
    is_role.then_some(before)
}

/// Roles in a description behind a name: `Ivo Brandt, a spokesman for the city,`.
pub fn roles_after<'d>(page: &Page<'d>, end: usize) -> Vec<Word<'d>> {
    if end >= page.len() || !page.word(end).is(",") {
        return Vec::new();
    }
    (end + 1..(end + 10).min(page.len()))
        .map(|i| page.word(i))
        .take_while(|w| w.kind() != TokenKind::PUNCTUATION && (!w.has(CUE) || w.has(PERSON)))
        .filter(|w| w.has(PERSON))
        .collect()
}

/// Whether a name stands where persons do: before a cue or a description, behind a cue or a
/// description.
pub fn speaks(page: &Page<'_>, name: TokenRange) -> bool {
    let (first, end) = (name.first as usize, name.end as usize);
    let before = first.checked_sub(1).and_then(|i| page.outside(i));
    let inverted = before.is_some_and(|w| w.has(INVERTED) && w.form().ends_with('d'));
    let behind_role = before.is_some_and(|w| w.is(","))
        && (first.saturating_sub(8)..first - 1)
            .rev()
            .map_while(|i| page.outside(i))
            .take_while(|w| w.kind() != TokenKind::PUNCTUATION)
            .any(|w| w.has(PERSON));
    let next = page.outside(end);
    let before_cue = next.is_some_and(|w| w.has(QUOTE) && !w.form().ends_with("ing"));
    inverted || behind_role || before_cue || !roles_after(page, end).is_empty()
}
