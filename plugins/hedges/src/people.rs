//! Who a subject is: the fullest name the document has for it.

mod pronouns;
mod sources;

use std::cell::OnceCell;

use sayso_plugin::{
    Chunk, ChunkFlags, ChunkKind, ChunkLink, Document, FoundAnnotation, Name, NameKind, Tag,
    TokenRange, VerbFlags,
};

use crate::grammar;
use crate::names::Names;
use crate::places::Places;

/// What a phrase for somebody begins with that does not belong to who it is.
const ARTICLES: [&str; 3] = ["the", "a", "an"];

/// Finds names for subjects.
#[derive(Debug)]
pub struct People<'d> {
    document: &'d Document<'d>,
    /// The sources of attributions, whose names are known already.
    sources: Places<FoundAnnotation<'d>>,
    names: OnceCell<Names<'d>>,
}

impl<'d> People<'d> {
    /// For the document that `sources` were found in.
    pub fn new(document: &'d Document<'d>, sources: Places<FoundAnnotation<'d>>) -> Self {
        Self {
            document,
            sources,
            names: OnceCell::new(),
        }
    }

    /// The person or group that an infinitive or participle without auxiliaries belongs to:
    /// *led them to ask*, *she left, hoping*.
    pub fn of_bare(&self, verb: usize) -> Option<&'d str> {
        let group = self.document.verb_group(verb)?;
        let finite = group.flags.has(VerbFlags::FINITE);
        let chunk = grammar::subject(self.document, verb).filter(|_| !finite)?;
        let group = ChunkFlags::PERSON.with(ChunkFlags::ORGANIZATION);
        let group = chunk.flags.has_any(group.with(ChunkFlags::PLURAL));
        let told = group && chunk.kind != ChunkKind::PRONOUN;
        told.then(|| self.who(chunk, None)).flatten()
    }

    /// The subject of a verb; none if there is none or it cannot be told who it is. A pronoun
    /// is not `speaker`, who would have said *I*.
    pub fn subject(&self, verb: usize, speaker: Option<&str>) -> Option<&'d str> {
        self.who(grammar::subject(self.document, verb)?, speaker)
    }

    fn who(&self, chunk: &Chunk, speaker: Option<&str>) -> Option<&'d str> {
        let chunk = self.subject_of_predicate(chunk).unwrap_or(chunk);
        match chunk.kind {
            ChunkKind::PRONOUN => self.antecedent(chunk.tokens.first, speaker),
            ChunkKind::WH | ChunkKind::EXISTENTIAL => None,
            _ => self.name_of(chunk),
        }
    }

    /// Of whom a noun behind *be* is said: *she is a mayor* who hopes.
    fn subject_of_predicate(&self, chunk: &Chunk) -> Option<&'d Chunk> {
        let verb = (chunk.tokens.first as usize).checked_sub(1)?;
        let several = ChunkFlags::PLURAL.with(ChunkFlags::COORDINATED);
        let person = chunk.flags.has(ChunkFlags::PERSON) && !chunk.flags.has_any(several);
        let is = person && self.document.tag(verb).is_verb() && self.document.lemma(verb) == "be";
        let subject = grammar::subject(self.document, verb).filter(|_| is)?;
        (subject.tokens.first < chunk.tokens.first).then_some(subject)
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
                Some(self.names().full_name(name))
            }
            _ => {
                let described = self.apposed(chunk);
                let described = described.or_else(|| self.names().by_role(chunk));
                Some(described.unwrap_or_else(|| self.text(self.phrase(chunk))))
            }
        }
    }

    /// The person whose name stands behind a description: *the mayor, Ana Duarte, …*.
    fn apposed(&self, chunk: &Chunk) -> Option<&'d str> {
        let several = ChunkFlags::PLURAL.with(ChunkFlags::COORDINATED);
        let single = !chunk.flags.has_any(several) && self.person(chunk).is_none();
        let comma = chunk.phrase.contains(chunk.tokens.end) || self.comma(chunk.tokens.end);
        let next = self.document.chunk(chunk.tokens.end as usize + 1)?;
        let end = next.tokens.end as usize;
        let closed = self.document.tag(end) == Tag::COMMA;
        let apposed = next.link == ChunkLink::APPOSITION
            || closed && chunk.flags.has(ChunkFlags::PERSON) && self.is_subject_over(end);
        let told = single && comma && apposed;
        let name = || self.person(next).or_else(|| self.stranger(next));
        told.then(name)?.map(|name| self.names().full_name(name))
    }

    /// Whether a verb follows the comma at an index: what is between commas is put in.
    fn is_subject_over(&self, comma: usize) -> bool {
        self.document.verb_group(comma + 1).is_some()
    }

    fn comma(&self, token: u32) -> bool {
        self.document.tag(token as usize) == Tag::COMMA
    }

    /// A noun phrase without its article, with its of-phrases and what is joined to it.
    fn phrase(&self, chunk: &Chunk) -> TokenRange {
        let whole = match chunk.coordination == sayso_plugin::NONE {
            true => chunk.phrase,
            false => chunk.full,
        };
        let put_in = whole.range().find(|&token| self.comma(token as u32));
        let end = match chunk.coordination == sayso_plugin::NONE {
            true => put_in.map_or(whole.end, |comma| comma as u32),
            false => whole.end,
        };
        let first = self.text(TokenRange::new(whole.first, whole.first + 1));
        let article = ARTICLES.iter().any(|form| first.eq_ignore_ascii_case(form));
        let article = article && end - whole.first > 1;
        TokenRange::new(whole.first + u32::from(article), end)
    }

    /// The person's name in a chunk.
    fn person(&self, chunk: &Chunk) -> Option<&'d Name> {
        let name = self.name_at(chunk)?;
        (name.kind == NameKind::PERSON).then_some(name)
    }

    /// The name that is the head of a chunk.
    fn name_at(&self, chunk: &Chunk) -> Option<&'d Name> {
        let names = self.document.layers.names;
        let from = names.partition_point(|name| name.tokens.first < chunk.tokens.first);
        let mut names = names[from..].iter();
        let head = names.find(|name| name.tokens.end > chunk.head)?;
        head.tokens.contains(chunk.head).then_some(head)
    }

    /// A name in a chunk of which only its place tells that it is a person's.
    fn stranger(&self, chunk: &Chunk) -> Option<&'d Name> {
        let name = self.name_at(chunk)?;
        let full = (2..=4).contains(&name.tokens.len());
        (name.kind == NameKind::OTHER && full).then_some(name)
    }

    fn names(&self) -> &Names<'d> {
        self.names.get_or_init(|| Names::new(self.document))
    }

    fn text(&self, words: TokenRange) -> &'d str {
        self.document.span(words).of(self.document.text)
    }
}
