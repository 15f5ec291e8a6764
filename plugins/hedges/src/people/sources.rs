//! Who the sources of attributions are, where attributions do not tell or tell by a description.

use sayso_plugin::{Chunk, ChunkFlags, ChunkKind, NameKind, Span, Tag, TokenRange};

use super::People;
use super::pronouns::REACH;
use crate::grammar;

/// What says something in words or figures of its own.
const DOCUMENTS: [&str; 16] = [
    "ad",
    "article",
    "book",
    "document",
    "email",
    "filing",
    "law",
    "letter",
    "memo",
    "paper",
    "poll",
    "record",
    "report",
    "statement",
    "study",
    "survey",
];

/// What stands in a phrase that counts persons: *about the same number of voters who*.
const COUNTED: u64 = Tag::NOUNS
    | Tag::CD.bit()
    | Tag::IN.bit()
    | Tag::DT.bit()
    | Tag::JJ.bit()
    | Tag::RB.bit()
    | Tag::WP.bit();

/// Such a phrase is not longer than this.
const COUNTED_WORDS: usize = 8;

/// Nouns for persons that stay without a name.
const UNNAMED: [&str; 9] = [
    "aide", "insider", "man", "member", "official", "person", "reporter", "source", "woman",
];

impl<'d> People<'d> {
    /// Whom the source that begins at a byte takes up in other words, who was not called that
    /// before: *Ana Duarte came late. “I slept,” the Arden mayor said.*
    pub fn varied(&self, start: u32) -> Option<&'d str> {
        let chunk = self.document.chunk(self.token(start))?;
        let first = self.text(TokenRange::new(chunk.tokens.first, chunk.tokens.first + 1));
        let noun = self.document.lemma(chunk.head as usize);
        let several = ChunkFlags::PLURAL.with(ChunkFlags::COORDINATED);
        let person = chunk.flags.has(ChunkFlags::PERSON) && !chunk.flags.has_any(several);
        let whole = chunk.phrase.end == chunk.tokens.end && chunk.kind == ChunkKind::NOUN;
        let unnamed = UNNAMED.contains(&noun);
        // *The Cruz adviser* is not Cruz.
        let names = self.document.layers.names;
        let at = names.partition_point(|name| name.tokens.first < chunk.tokens.first);
        let inside = names
            .get(at)
            .filter(|name| name.tokens.end <= chunk.tokens.end);
        let of_other = inside.is_some_and(|name| name.kind == NameKind::PERSON);
        let fits = person && whole && !unnamed && !of_other;
        if !first.eq_ignore_ascii_case("the") || !fits {
            return None;
        }
        let chunks = self.document.layers.chunks;
        let before = chunks.partition_point(|c| c.tokens.first < chunk.tokens.first);
        let outside = |c: &&Chunk| {
            let first = self.document.tokens[c.tokens.first as usize];
            first.quotation().is_none()
        };
        let mut near = chunks[..before].iter().rev().take(REACH).filter(outside);
        let called = |c: &Chunk| {
            let same = self.document.lemma(c.head as usize) == noun;
            same && !c.flags.has(ChunkFlags::PLURAL)
        };
        if near.clone().any(called) {
            return None;
        }
        let opens = |c: &Chunk| {
            let first = c.tokens.first;
            let sentence = self.document.sentence_of(first as usize);
            self.document.sentences[sentence].tokens.first == first
        };
        let subject = |c: &Chunk| self.is_subject(c) || opens(c);
        let subject = near.find(|c| subject(c) && self.person(c).is_some())?;
        self.name_of(subject)
    }

    /// Who the source that begins at a byte is, if attributions do not tell.
    pub fn at(&self, start: u32) -> Option<&'d str> {
        let token = self.token(start);
        let chunk = self.document.chunk(token)?;
        match chunk.kind {
            ChunkKind::WH => self.who(grammar::before(self.document, token)?, None),
            _ => self.who(chunk, None),
        }
    }

    /// The person whom the description that begins at a byte takes up or introduces: *the
    /// senator*, *his coach, Rui Matos*.
    pub fn described_at(&self, start: u32) -> Option<&'d str> {
        let chunk = self.document.chunk(self.token(start))?;
        self.apposed(chunk).or_else(|| self.names().by_role(chunk))
    }

    /// The cue of the attribution in whose source a span stands: *some 200 people said*.
    pub fn source_at(&self, span: Span) -> Option<Span> {
        let (source, attribution) = self.sources.overlapping(span)?;
        let cue = attribution.part("cue").next();
        cue.filter(|_| source.contains(span))
    }

    /// Whether *there* is what begins at a byte: *there is reason to believe*.
    pub fn is_there(&self, source: u32) -> bool {
        let chunk = self.document.chunk(self.token(source));
        chunk.is_some_and(|chunk| chunk.kind == ChunkKind::EXISTENTIAL)
    }

    /// Whether a word stands in a noun phrase that the next verb, *say*, has for a subject:
    /// *and nearly three in five said*. `first` is where it begins.
    pub fn says(&self, first: usize, word: usize) -> bool {
        let document = self.document;
        let begins = first.checked_sub(1).is_none_or(|before| {
            let token = &document.tokens[before];
            let opens = [Tag::CC, Tag::COMMA].contains(&document.tag(before));
            opens || token.span.of(document.text) == "."
        });
        let noun = |at: &usize| document.tag(*at).is_in(COUNTED) && *at < document.tokens.len();
        let between = (word..word + COUNTED_WORDS).take_while(noun).count();
        let verb = word + between;
        let who = (word..verb).any(|at| document.tag(at) == Tag::WP);
        let comma = first > 0 && document.tag(first - 1) == Tag::COMMA;
        let verbal = verb < document.tokens.len() && document.tag(verb).is_verb();
        begins && (who || !comma) && verbal && document.lemma(verb) == "say"
    }

    /// Whether the source that begins at a byte is nobody: a thing or an event that is no
    /// document, or *there*.
    pub fn is_thing(&self, source: u32) -> bool {
        let Some(chunk) = self.document.chunk(self.token(source)) else {
            return false;
        };
        let named = ChunkFlags::PERSON.with(ChunkFlags::ORGANIZATION);
        let named = chunk.flags.has_any(named.with(ChunkFlags::NAME));
        let noun = self.document.lemma(chunk.head as usize);
        match chunk.kind {
            ChunkKind::EXISTENTIAL | ChunkKind::DETERMINER => true,
            ChunkKind::NOUN => !named && !grammar::is_agent(noun) && !DOCUMENTS.contains(&noun),
            _ => false,
        }
    }

    pub(super) fn token(&self, start: u32) -> usize {
        let tokens = self.document.tokens;
        tokens.partition_point(|token| token.span.start() < start)
    }
}
