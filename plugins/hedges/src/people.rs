//! Who a subject is: the fullest name the document has for it.

use std::cell::OnceCell;
use std::collections::HashMap;

use sayso_plugin::{
    Chunk, ChunkFlags, ChunkKind, ChunkLink, Document, FoundAnnotation, Gender, Name, NameKind,
    Tag, TokenRange,
};

use crate::grammar;
use crate::places::Places;

/// How many chunks before a pronoun are looked at for whom it stands for.
const REACH: usize = 40;

/// Finds names for subjects.
#[derive(Debug)]
pub struct People<'d> {
    document: &'d Document<'d>,
    /// The sources of attributions, whose names are known already.
    sources: Places<FoundAnnotation<'d>>,
    /// The longest name of a person by its last word.
    full_names: OnceCell<HashMap<&'d str, &'d str>>,
}

impl<'d> People<'d> {
    /// For the document that `sources` were found in.
    pub fn new(document: &'d Document<'d>, sources: Places<FoundAnnotation<'d>>) -> Self {
        Self {
            document,
            sources,
            full_names: OnceCell::new(),
        }
    }

    /// Whether the subject of a verb is a personal pronoun for persons.
    pub fn is_pronoun(&self, verb: usize) -> bool {
        let chunk = grammar::subject(self.document, verb);
        chunk.is_some_and(|c| {
            c.kind == ChunkKind::PRONOUN && !self.text(c.tokens).eq_ignore_ascii_case("it")
        })
    }

    /// The subject of a verb; none if there is none or it cannot be told who it is.
    pub fn subject(&self, verb: usize) -> Option<&'d str> {
        self.who(grammar::subject(self.document, verb)?)
    }

    /// Who the source that begins at a byte is, if attributions do not tell.
    pub fn at(&self, start: u32) -> Option<&'d str> {
        let tokens = self.document.tokens;
        let token = tokens.partition_point(|token| token.span.start() < start);
        let chunk = self.document.chunk(token)?;
        match chunk.kind {
            ChunkKind::WH => self.who(grammar::before(self.document, token)?),
            _ => self.who(chunk),
        }
    }

    fn who(&self, chunk: &Chunk) -> Option<&'d str> {
        match chunk.kind {
            ChunkKind::PRONOUN => self.antecedent(chunk.tokens.first),
            ChunkKind::WH | ChunkKind::EXISTENTIAL => None,
            _ => self.name_of(chunk),
        }
    }

    /// Whom the pronoun at an index stands for: *his*, *her*, *their*.
    pub fn owner(&self, pronoun: usize) -> Option<&'d str> {
        self.antecedent(pronoun as u32)
    }

    /// What a chunk names.
    fn name_of(&self, chunk: &Chunk) -> Option<&'d str> {
        let place = self.document.span(chunk.tokens);
        let source = self.sources.overlapping(place);
        let speaker = source.and_then(|(_, a)| a.text_attribute("speaker"));
        if speaker.is_some() {
            return speaker;
        }
        match self.person(chunk) {
            Some(name) if chunk.coordination == sayso_plugin::NONE => {
                let name = self.text(name.tokens);
                Some(self.full_name(name).unwrap_or(name))
            }
            _ => Some(self.text(self.described(chunk))),
        }
    }

    /// A noun phrase without its article, with what is joined to it.
    fn described(&self, chunk: &Chunk) -> TokenRange {
        let whole = match chunk.coordination == sayso_plugin::NONE {
            true => chunk.tokens,
            false => chunk.full,
        };
        let article = self.document.tag(whole.first as usize) == Tag::DT && whole.len() > 1;
        TokenRange::new(whole.first + u32::from(article), whole.end)
    }

    /// The last person or group before a pronoun that it can stand for; subjects first.
    fn antecedent(&self, pronoun: u32) -> Option<&'d str> {
        let chunks = self.document.layers.chunks;
        let form = self.text(TokenRange::new(pronoun, pronoun + 1));
        let before = chunks.partition_point(|chunk| chunk.tokens.first < pronoun);
        let near = chunks[..before].iter().rev().take(REACH);
        let mut fitting = near.filter(|chunk| self.fits(chunk, form));
        let mut nearest = None;
        let subject = fitting.find(|chunk| {
            nearest = nearest.or(Some(*chunk));
            let next = self.document.verb_group(chunk.full.end as usize);
            chunk.link == ChunkLink::NONE && next.is_some()
        });
        self.name_of(subject.or(nearest)?)
    }

    fn fits(&self, chunk: &Chunk, pronoun: &str) -> bool {
        let group = ChunkFlags::PERSON.with(ChunkFlags::ORGANIZATION);
        let is = |form: &str| pronoun.eq_ignore_ascii_case(form);
        let named = chunk.flags.has_any(group) && chunk.kind != ChunkKind::PRONOUN;
        let gender = || self.person(chunk).map(|name| name.gender);
        match () {
            () if !named => false,
            () if is("he") || is("his") => gender().is_some_and(|gender| gender != Gender::FEMALE),
            () if is("she") || is("her") => gender().is_some_and(|gender| gender != Gender::MALE),
            () if is("it") => chunk.flags.has(ChunkFlags::ORGANIZATION),
            () if is("they") || is("their") => {
                let several = ChunkFlags::PLURAL.with(ChunkFlags::COORDINATED);
                chunk.flags.has_any(several)
            }
            () => false,
        }
    }

    /// The person's name in a chunk.
    fn person(&self, chunk: &Chunk) -> Option<&'d Name> {
        let names = self.document.layers.names;
        let from = names.partition_point(|name| name.tokens.first < chunk.tokens.first);
        let mut names = names[from..].iter();
        let head = names.find(|name| name.tokens.end > chunk.head)?;
        (head.kind == NameKind::PERSON && head.tokens.contains(chunk.head)).then_some(head)
    }

    /// The longest name that ends as this one does.
    fn full_name(&self, name: &str) -> Option<&'d str> {
        let full_names = self.full_names.get_or_init(|| {
            let names = self.document.layers.names.iter();
            let persons = names.filter(|name| name.kind == NameKind::PERSON);
            let mut longest = HashMap::new();
            for name in persons {
                let last = self.text(TokenRange::new(name.tokens.end - 1, name.tokens.end));
                let full = self.text(name.tokens);
                let known = longest.entry(last).or_insert(full);
                if known.len() < full.len() {
                    *known = full;
                }
            }
            longest
        });
        let alone = !name.contains(' ');
        alone.then(|| full_names.get(name).copied()).flatten()
    }

    fn text(&self, words: TokenRange) -> &'d str {
        self.document.span(words).of(self.document.text)
    }
}
