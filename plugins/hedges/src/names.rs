//! Whom a document names: the full name behind a last name and behind a role.

use std::borrow::Cow;

use sayso_plugin::{Chunk, ChunkFlags, ChunkLink, Document, Gender, Name, NameKind, TokenRange};

use crate::grammar;

/// Titles that are written short before a name, and the words that take them up.
const SHORT: [(&str, &str); 10] = [
    ("amb", "ambassador"),
    ("capt", "captain"),
    ("dr", "doctor"),
    ("gen", "general"),
    ("gov", "governor"),
    ("lt", "lieutenant"),
    ("prof", "professor"),
    ("rep", "representative"),
    ("sen", "senator"),
    ("sgt", "sergeant"),
];

/// Of a last name only so many full names are looked at, which keeps the time linear.
const NAMESAKES: usize = 64;

/// The persons that a document names.
#[derive(Debug)]
pub struct Names<'d> {
    document: &'d Document<'d>,
    /// The last words of full names with these, by word and in text order.
    full: Vec<(&'d str, &'d Name)>,
    /// Words for what somebody is, in lower case, where they are said and of whom; by word and in
    /// text order.
    roles: Vec<(Cow<'d, str>, u32, &'d Name)>,
}

impl<'d> Names<'d> {
    /// Reads the names of persons.
    pub fn new(document: &'d Document<'d>) -> Self {
        let mut names = Self {
            document,
            full: Vec::new(),
            roles: Vec::new(),
        };
        let all = document.layers.names.iter();
        for name in all.filter(|name| name.kind == NameKind::PERSON) {
            names.add(name);
        }
        names.full.sort_by_key(|&(word, _)| word);
        names.roles.sort_by(|a, b| a.0.cmp(&b.0));
        names
    }

    fn add(&mut self, name: &'d Name) {
        if name.tokens.len() > 1 {
            self.full.push((self.last_word(name), name));
        }
        let place = name.tokens.first;
        for title in name.title.range() {
            let role = role(self.text(TokenRange::new(title as u32, title as u32 + 1)));
            self.roles.push((role, place, name));
        }
        if let Some(described) = self.description(name) {
            let role = self.document.lemma(described.head as usize);
            self.roles.push((role.into(), place, name));
        }
    }

    /// What a name is said to be: *Ana Duarte, a farmer*, *the farmer, Ana Duarte*, *Ana
    /// Duarte is the mayor*.
    fn description(&self, name: &Name) -> Option<&'d Chunk> {
        let document = self.document;
        let chunk = document.chunk(name.tokens.first as usize)?;
        let role = |chunk: &&Chunk| {
            let named = ChunkFlags::NAME.with(ChunkFlags::PLURAL);
            chunk.flags.has(ChunkFlags::PERSON) && !chunk.flags.has_any(named)
        };
        if chunk.link == ChunkLink::APPOSITION {
            return grammar::before(document, chunk.tokens.first as usize).filter(role);
        }
        let end = name.tokens.end as usize;
        let next = document.chunk(end + 1).filter(role)?;
        let is = || {
            document
                .verb_group(end)
                .is_some_and(|_| document.lemma(end) == "be")
        };
        (next.link == ChunkLink::APPOSITION || is()).then_some(next)
    }

    /// The full name that a name stands for: the first of the document, outside its headline,
    /// that ends in the same word and fits the same gender; the name itself if there is none.
    pub fn full_name(&self, name: &'d Name) -> &'d str {
        let own = self.text(name.tokens);
        if name.tokens.len() > 1 {
            return own;
        }
        let headline = self
            .document
            .sentences
            .first()
            .map_or(0, |first| first.tokens.end);
        let fits = |full: &&&Name| {
            let told = |gender| gender != Gender::NONE;
            full.gender == name.gender || !told(full.gender) || !told(name.gender)
        };
        let last = self.last_word(name);
        let from = self.full.partition_point(|&(word, _)| word < last);
        let alike = self.full[from..].iter().take_while(|full| full.0 == last);
        let candidates = alike.map(|(_, full)| full);
        let mut fitting = candidates.take(NAMESAKES).filter(fits);
        let first = fitting.clone().next();
        let told = fitting.find(|full| full.tokens.first >= headline);
        told.or(first).map_or(own, |full| self.text(full.tokens))
    }

    /// Whom a description before `place` takes up: *the senator* after *Sen. Ana Duarte*.
    pub fn by_role(&self, chunk: &Chunk) -> Option<&'d str> {
        let word = |token: u32| self.text(TokenRange::new(token, token + 1));
        let definite = ["the", "that", "this"]
            .iter()
            .any(|form| word(chunk.tokens.first).eq_ignore_ascii_case(form));
        let person = chunk.flags.has(ChunkFlags::PERSON) && !chunk.flags.has(ChunkFlags::PLURAL);
        if !definite || !person {
            return None;
        }
        let sought = (self.document.lemma(chunk.head as usize), chunk.tokens.first);
        let before = |(role, place, _): &(Cow<'_, str>, u32, _)| (&**role, *place) < sought;
        let last = self.roles.partition_point(before).checked_sub(1)?;
        let (role, _, name) = &self.roles[last];
        (role == sought.0).then(|| self.full_name(name))
    }

    fn last_word(&self, name: &Name) -> &'d str {
        self.text(TokenRange::new(name.tokens.end - 1, name.tokens.end))
    }

    fn text(&self, words: TokenRange) -> &'d str {
        self.document.span(words).of(self.document.text)
    }
}

/// The word by which a title is taken up: *senator* for *Sen.*
fn role(title: &str) -> Cow<'static, str> {
    let title = title.trim_end_matches('.').to_lowercase();
    let short = SHORT.iter().find(|(short, _)| *short == title);
    short.map_or(title.into(), |&(_, long)| long.into())
}
