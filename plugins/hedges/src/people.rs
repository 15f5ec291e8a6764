//! Who a subject is: the fullest name the document has for it.

use std::cell::OnceCell;

use sayso_plugin::{
    Chunk, ChunkFlags, ChunkKind, ChunkLink, Document, FoundAnnotation, Gender, Name, NameKind,
    Span, Tag, TokenRange, VerbFlags,
};

use crate::grammar;
use crate::names::Names;
use crate::places::Places;
use crate::saying::is_shown;

/// How many chunks before a pronoun are looked at for whom it stands for.
const REACH: usize = 40;

/// What a phrase for somebody begins with that does not belong to who it is.
const ARTICLES: [&str; 3] = ["the", "a", "an"];

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

/// Nouns for persons that are women or men.
const WOMEN: [&str; 7] = [
    "mother", "wife", "sister", "daughter", "widow", "aunt", "girl",
];
const MEN: [&str; 7] = [
    "father", "husband", "brother", "son", "widower", "uncle", "boy",
];

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

    /// The personal pronoun that is the subject of a verb, in lower case.
    pub fn pronoun(&self, verb: usize) -> Option<String> {
        let chunk = grammar::subject(self.document, verb)?;
        let pronoun = chunk.kind == ChunkKind::PRONOUN;
        pronoun.then(|| self.text(chunk.tokens).to_lowercase())
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

    /// Whether nothing speaks against a pronoun's standing for the source that begins at a
    /// byte, in what that source says.
    pub fn may_be(&self, source: u32, pronoun: &str) -> bool {
        let Some(chunk) = self.document.chunk(self.token(source)) else {
            return false;
        };
        let several = ChunkFlags::PLURAL.with(ChunkFlags::COORDINATED);
        let several = chunk.flags.has_any(several);
        let person = chunk.flags.has(ChunkFlags::PERSON);
        let body = chunk.flags.has(ChunkFlags::ORGANIZATION);
        match (chunk.kind, pronoun) {
            (ChunkKind::PRONOUN, _) => self.text(chunk.tokens).eq_ignore_ascii_case(pronoun),
            (ChunkKind::WH, _) => true,
            (_, "he") => !several && !body && self.gender(chunk) != Gender::FEMALE,
            (_, "she") => !several && !body && self.gender(chunk) != Gender::MALE,
            (_, "it") => !several && !person,
            (_, "they") => several || !person,
            _ => false,
        }
    }

    /// The subject of a verb; none if there is none or it cannot be told who it is. A pronoun
    /// is not `speaker`, who would have said *I*.
    pub fn subject(&self, verb: usize, speaker: Option<&str>) -> Option<&'d str> {
        self.who(grammar::subject(self.document, verb)?, speaker)
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

    /// Whom the pronoun at an index stands for: *his*, *her*, *their*.
    pub fn owner(&self, pronoun: usize) -> Option<&'d str> {
        self.antecedent(pronoun as u32, None)
    }

    fn token(&self, start: u32) -> usize {
        let tokens = self.document.tokens;
        tokens.partition_point(|token| token.span.start() < start)
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

    /// The last person or group before a pronoun that it can stand for; subjects first.
    fn antecedent(&self, pronoun: u32, speaker: Option<&str>) -> Option<&'d str> {
        let chunks = self.document.layers.chunks;
        let form = self.text(TokenRange::new(pronoun, pronoun + 1));
        let before = chunks.partition_point(|chunk| chunk.tokens.first < pronoun);
        let near = chunks[..before].iter().rev().take(REACH);
        let other = |chunk: &Chunk| {
            let same =
                |(name, speaker): (&str, &str)| name.ends_with(speaker) || speaker.ends_with(name);
            let both = speaker.and_then(|speaker| Some((self.name_of(chunk)?, speaker)));
            !both.is_some_and(same)
        };
        let mut fitting = near.filter(|chunk| self.fits(chunk, form) && other(chunk));
        let mut nearest = None;
        let subject = fitting.find(|chunk| {
            nearest = nearest.or(Some(*chunk));
            self.is_subject(chunk)
        });
        self.name_of(subject.or(nearest)?)
    }

    fn is_subject(&self, chunk: &Chunk) -> bool {
        let next = self.document.verb_group(chunk.full.end as usize);
        chunk.link == ChunkLink::NONE && next.is_some()
    }

    fn fits(&self, chunk: &Chunk, pronoun: &str) -> bool {
        let is = |form: &str| pronoun.eq_ignore_ascii_case(form);
        let several = ChunkFlags::PLURAL.with(ChunkFlags::COORDINATED);
        let person = chunk.flags.has(ChunkFlags::PERSON);
        let body = chunk.flags.has(ChunkFlags::ORGANIZATION);
        let nobody = [
            ChunkKind::PRONOUN,
            ChunkKind::DETERMINER,
            ChunkKind::WH,
            ChunkKind::EXISTENTIAL,
            ChunkKind::NUMBER,
        ];
        if nobody.contains(&chunk.kind) || chunk.flags.has_any(ChunkFlags::TIME) {
            return false;
        }
        let known = chunk
            .flags
            .has_any(ChunkFlags::DETERMINED.with(ChunkFlags::NAME));
        let one = person && known && !chunk.flags.has_any(several);
        match () {
            () if is("he") || is("his") => one && self.gender(chunk) != Gender::FEMALE,
            () if is("she") || is("her") => one && self.gender(chunk) != Gender::MALE,
            () if is("it") || is("its") => {
                let one = !person && !chunk.flags.has_any(several);
                body || one && (self.is_body(chunk) || self.speaks(chunk))
            }
            () if is("they") || is("their") => {
                chunk.flags.has_any(several)
                    && (person || body || self.are_persons(chunk) || self.speaks(chunk))
            }
            () => false,
        }
    }

    /// Whether a chunk is the source of an attribution.
    fn speaks(&self, chunk: &Chunk) -> bool {
        let place = self.document.span(chunk.tokens);
        let source = self.sources.overlapping(place);
        let act = source.and_then(|(_, one)| one.text_attribute("act"));
        act.is_some_and(|act| !is_shown(act))
    }

    /// Whether a noun in the plural is one for persons by its ending: *growers*, *insurers*.
    fn are_persons(&self, chunk: &Chunk) -> bool {
        let noun = self.document.lemma(chunk.head as usize);
        chunk.kind == ChunkKind::NOUN && grammar::is_agent(noun) && self.is_subject(chunk)
    }

    /// Whether a thing can be what thinks or decides: the subject of a verb, with an article
    /// or a name.
    fn is_body(&self, chunk: &Chunk) -> bool {
        let known = ChunkFlags::DETERMINED.with(ChunkFlags::NAME);
        let several = ChunkFlags::PLURAL.with(ChunkFlags::COORDINATED);
        let sum = ChunkFlags::MONEY.with(ChunkFlags::NUMBER);
        let other = chunk.flags.has_any(several) || chunk.flags.has_any(sum);
        chunk.flags.has_any(known) && !other && self.is_subject(chunk)
    }

    /// The gender of a person, by name or by what the person is.
    fn gender(&self, chunk: &Chunk) -> Gender {
        if let Some(name) = self.person(chunk) {
            return name.gender;
        }
        let noun = self.document.lemma(chunk.head as usize);
        match noun {
            _ if noun.ends_with("woman") || WOMEN.contains(&noun) => Gender::FEMALE,
            _ if noun.ends_with("man") || MEN.contains(&noun) => Gender::MALE,
            _ => Gender::NONE,
        }
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
