//! Who is who: the persons a document names, and whom a mention stands for.

use std::collections::{HashMap, HashSet};

use sayso_plugin::{Shape, TokenRange, Word};

use crate::names::{gender_of, has_initial, is_suffix, names, role_before, roles_after, speaks};
use crate::page::{Page, run};
use crate::words::*;

/// A person the document names.
#[derive(Clone, Debug)]
struct Person<'d> {
    /// The fullest name, without titles.
    name: &'d str,
    gender: Option<char>,
}

/// A place where a person is named.
#[derive(Clone, Copy, Debug)]
struct Mention {
    /// The words of the name, without titles.
    tokens: TokenRange,
    person: usize,
    sentence: u32,
}

/// The persons of a document and where they are named.
#[derive(Debug, Default)]
pub struct People<'d> {
    persons: Vec<Person<'d>>,
    mentions: Vec<Mention>,
    /// Persons by full name, surname and first name; whoever is named first keeps a name.
    by_name: HashMap<&'d str, usize>,
    /// By a word that says what somebody is: the places where it is said, and of whom.
    by_role: HashMap<String, Vec<(u32, usize)>>,
}

/// A name as it is read, before it is known whose it is.
struct Seen<'d> {
    tokens: TokenRange,
    words: Vec<Word<'d>>,
    name: &'d str,
    surname: &'d str,
    gender: Option<char>,
    roles: Vec<Word<'d>>,
}

impl<'d> People<'d> {
    /// Reads all names of a document: full names first, then the words that stand for them.
    pub fn new(page: &Page<'d>) -> Self {
        let mut people = Self::default();
        let (single, full): (Vec<_>, Vec<_>) = names(page).into_iter().partition(|n| n.len() == 1);
        let alone: HashSet<&str> = single
            .iter()
            .map(|n| page.word(n.first as usize).form())
            .collect();
        for name in full.into_iter().chain(single) {
            if let Some(seen) = Seen::new(page, name) {
                people.add(page, seen, &alone);
            }
        }
        people.mentions.sort_by_key(|m| m.tokens.first);
        for places in people.by_role.values_mut() {
            places.sort_unstable();
        }
        people
    }

    /// The fullest name of a person.
    pub fn name(&self, person: usize) -> &'d str {
        self.persons[person].name
    }

    /// The person a source stands for: by name, pronoun or role.
    pub fn resolve(
        &self,
        page: &Page<'_>,
        source: TokenRange,
        last_speaker: Option<usize>,
    ) -> Option<usize> {
        let first = source.first as usize;
        let word = page.word(first);
        if source.len() == 1 && word.has(SINGULAR) {
            let gender = if word.is("he") { 'm' } else { 'f' };
            return self.by_pronoun(page, first, gender, last_speaker);
        }
        self.mentions_in(source)
            .iter()
            .find(|m| is_head(page, source, m))
            .map(|m| m.person)
            .or_else(|| self.by_role(page, source))
    }

    /// All persons named inside a source, each once.
    pub fn listed(&self, source: TokenRange) -> Vec<usize> {
        let mut found = Vec::new();
        for mention in self.mentions_in(source) {
            if !found.contains(&mention.person) {
                found.push(mention.person);
            }
        }
        found
    }

    fn mentions_in(&self, run: TokenRange) -> &[Mention] {
        let before = |token: u32| self.mentions.partition_point(|m| m.tokens.first < token);
        &self.mentions[before(run.first)..before(run.end)]
    }

    fn add(&mut self, page: &Page<'d>, seen: Seen<'d>, alone: &HashSet<&str>) {
        let full = seen.words.len() > 1;
        let key = if full { seen.name } else { seen.surname };
        let titled = !seen.roles.is_empty();
        // "Schilling" alone elsewhere tells that "Curt Schilling" is a person.
        let is_person = titled
            || full
                && (seen.words[0].has(GIVEN_NAME)
                    || has_initial(&seen.words)
                    || speaks(page, seen.tokens)
                    || alone.contains(seen.surname));
        let person = match self.by_name.get(key) {
            Some(&known) => known,
            None if is_person => self.add_person(&seen),
            None => return,
        };
        let record = &mut self.persons[person];
        record.gender = record.gender.or(seen.gender);
        let first = seen.tokens.first;
        let behind = roles_after(page, seen.tokens.end as usize);
        for role in seen.roles.iter().chain(&behind) {
            record.gender = record.gender.or(gender_of(*role));
            let places = self.by_role.entry(role.form().to_lowercase()).or_default();
            places.push((first, person));
        }
        self.mentions.push(Mention {
            tokens: seen.tokens,
            person,
            sentence: page.reading.document.sentence_of(first as usize) as u32,
        });
    }

    fn add_person(&mut self, seen: &Seen<'d>) -> usize {
        let number = self.persons.len();
        self.persons.push(Person {
            name: seen.name,
            gender: None,
        });
        for name in [seen.name, seen.surname, seen.words[0].form()] {
            self.by_name.entry(name).or_insert(number);
        }
        number
    }

    /// The subject of the nearest sentence before that fits, or the last speaker.
    fn by_pronoun(
        &self,
        page: &Page<'_>,
        pronoun: usize,
        gender: char,
        last_speaker: Option<usize>,
    ) -> Option<usize> {
        const SENTENCES_BACK: u32 = 4;
        let fits = |person: usize| self.persons[person].gender.is_none_or(|g| g == gender);
        let surely = |person: usize| self.persons[person].gender == Some(gender);
        let sentence = page.reading.document.sentence_of(pronoun) as u32;
        let before = self
            .mentions
            .partition_point(|m| (m.tokens.first as usize) < pronoun);
        let mut fallback = None;
        for back in 0..=SENTENCES_BACK.min(sentence) {
            let here = sentence - back;
            let from = self.mentions.partition_point(|m| m.sentence < here);
            let to = self.mentions.partition_point(|m| m.sentence <= here);
            let candidates = self.mentions.get(from..to.min(before)).unwrap_or(&[]);
            let outside = candidates
                .iter()
                .filter(|m| page.speech_at(m.tokens.first as usize).is_none())
                .map(|m| m.person);
            // The subject of the sentence who has just spoken goes on, if nothing speaks against.
            let subject = outside.clone().next();
            if back > 0 && subject.is_some() && subject == last_speaker && subject.is_some_and(fits)
            {
                return subject;
            }
            if let Some(found) = outside.clone().find(|&p| surely(p)) {
                return Some(found);
            }
            // Whoever spoke in the sentence before goes on speaking.
            if back > 0
                && let Some(speaker) = last_speaker.filter(|&s| surely(s))
            {
                return Some(speaker);
            }
            fallback = fallback.or_else(|| outside.clone().find(|&p| fits(p)));
        }
        last_speaker.filter(|&s| fits(s)).or(fallback)
    }

    /// "the spokesman": the last person before of whom the word was said.
    fn by_role(&self, page: &Page<'_>, source: TokenRange) -> Option<usize> {
        let head = page.word(source.end as usize - 1);
        let definite = page.word(source.first as usize).is("the");
        if !definite || !head.has(PERSON.or(TITLE)) || head.form().ends_with('s') {
            return None;
        }
        let places = self.by_role.get(&head.form().to_lowercase())?;
        let before = places.partition_point(|&(at, _)| at < source.first);
        Some(places[..before].last()?.1)
    }
}

impl<'d> Seen<'d> {
    /// Tells titles from the name itself; nothing if the words name no person.
    fn new(page: &Page<'d>, run_of_words: TokenRange) -> Option<Self> {
        let (first, end) = (run_of_words.first as usize, run_of_words.end as usize);
        let mut start = first;
        let mut roles = Vec::new();
        // Titles lead up to the name: only what follows the last of them is the name.
        for index in first..end - 1 {
            if page.word(index).has(TITLE.or(PERSON)) {
                start = index + 1;
                roles.push(page.word(index));
            }
        }
        if roles.is_empty() {
            roles.extend(role_before(page, first));
        }
        let words: Vec<Word<'d>> = (start..end).map(|i| page.word(i)).collect();
        let last = words.iter().rposition(|w| !is_suffix(*w))?;
        let organization = words.iter().any(|w| w.has(ORGANIZATION.or(DOCUMENT)))
            || words.len() == 1 && words[0].has_shape(Shape::ALL_CAPITALS);
        if organization || words[last].has(TIME) {
            return None;
        }
        let tokens = run(start, end);
        let document = page.reading.document;
        let gender = (words.len() > 1).then(|| gender_of(words[0])).flatten();
        Some(Self {
            tokens,
            name: document.span(tokens).of(document.text),
            surname: words[last].form(),
            gender,
            words,
            roles,
        })
    }
}

/// Whether a name is what a source is about, not inside a phrase that describes another:
/// `Ana Duarte`, `the spokesman, Ana Duarte`, but not `a spokesman for Ana Duarte`.
fn is_head(page: &Page<'_>, source: TokenRange, mention: &Mention) -> bool {
    let end = mention.tokens.end as usize;
    if page.is(end, "'s") || page.is(end, "'") {
        return false;
    }
    !(source.first as usize..mention.tokens.first as usize)
        .rev()
        .take_while(|&i| !page.is(i, ","))
        .any(|i| page.word(i).has(PREPOSITION) && !page.word(i).is("of"))
}
