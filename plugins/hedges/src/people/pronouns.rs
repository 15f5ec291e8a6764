//! Whom a pronoun stands for.

use sayso_plugin::{Chunk, ChunkFlags, ChunkKind, ChunkLink, Gender, Tag, TokenRange};

use super::People;
use crate::grammar;
use crate::saying::is_shown;

/// How many chunks before a pronoun are looked at for whom it stands for.
pub(super) const REACH: usize = 40;

/// Nouns for persons that are women or men.
const WOMEN: [&str; 7] = [
    "mother", "wife", "sister", "daughter", "widow", "aunt", "girl",
];
const MEN: [&str; 7] = [
    "father", "husband", "brother", "son", "widower", "uncle", "boy",
];

/// As many subjects before a pronoun are looked at for one whose gender is known.
const NEAR: usize = 4;

/// The gender that a pronoun tells.
fn gender_of(pronoun: &str) -> Gender {
    let is = |form: &&str| pronoun.eq_ignore_ascii_case(form);
    match () {
        () if ["he", "him", "his"].iter().any(is) => Gender::MALE,
        () if ["she", "her"].iter().any(is) => Gender::FEMALE,
        () => Gender::NONE,
    }
}

impl<'d> People<'d> {
    /// The personal pronoun that is the subject of a verb, in lower case.
    pub fn pronoun(&self, verb: usize) -> Option<String> {
        let chunk = grammar::subject(self.document, verb)?;
        let pronoun = chunk.kind == ChunkKind::PRONOUN;
        pronoun.then(|| self.text(chunk.tokens).to_lowercase())
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

    /// Whom the pronoun at an index stands for: *his*, *her*, *their*.
    pub fn owner(&self, pronoun: usize) -> Option<&'d str> {
        self.antecedent(pronoun as u32, None)
    }

    /// The last person or group before a pronoun that it can stand for; subjects first.
    pub(super) fn antecedent(&self, pronoun: u32, speaker: Option<&str>) -> Option<&'d str> {
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
        let fitting = near.filter(|chunk| self.fits(chunk, form) && other(chunk));
        let mut subjects = fitting.clone().filter(|chunk| self.is_subject(chunk));
        // Whose gender is known goes before whose is not, if it is not far.
        let known = |chunk: &&Chunk| self.said_before(chunk) || self.gender(chunk) != Gender::NONE;
        let gendered = gender_of(form) != Gender::NONE;
        let known = subjects.clone().take(NEAR).find(known).filter(|_| gendered);
        let subject = known.or_else(|| subjects.next());
        self.name_of(subject.or_else(|| fitting.clone().next())?)
    }

    /// Whether a chunk is a pronoun whose person attributions know.
    fn said_before(&self, chunk: &Chunk) -> bool {
        let source = self.sources.overlapping(self.document.span(chunk.tokens));
        let speaker = source.and_then(|(_, one)| one.text_attribute("speaker"));
        chunk.kind == ChunkKind::PRONOUN && speaker.is_some()
    }

    pub(super) fn is_subject(&self, chunk: &Chunk) -> bool {
        let end = chunk.full.end as usize;
        let comma = self.comma(chunk.full.end) && chunk.full.end > chunk.tokens.end;
        let next = self.document.verb_group(end + usize::from(comma));
        // *Denise Kowalik, who represents the firm, …*
        let relative = Tag::WP.bit() | Tag::WDT.bit();
        let comma = usize::from(self.comma(chunk.full.end));
        let described = self.document.tag(end + comma).is_in(relative);
        let before = (chunk.tokens.first as usize).checked_sub(1);
        // The object of a verb; but *…, said the woman*.
        let takes = |at: usize| self.document.tag(at).is_verb() && self.document.lemma(at) != "say";
        let object = before.is_some_and(takes);
        chunk.link == ChunkLink::NONE && !object && (next.is_some() || described)
    }

    pub(super) fn fits(&self, chunk: &Chunk, pronoun: &str) -> bool {
        let is = |form: &str| pronoun.eq_ignore_ascii_case(form);
        let gender = gender_of(pronoun);
        if chunk.kind == ChunkKind::PRONOUN {
            let same = gender != Gender::NONE && gender_of(self.text(chunk.tokens)) == gender;
            return same && self.said_before(chunk);
        }
        // *Her client* is not *she*.
        let first = self.text(TokenRange::new(chunk.tokens.first, chunk.tokens.first + 1));
        if gender != Gender::NONE && gender_of(first) == gender {
            return false;
        }
        let several = ChunkFlags::PLURAL.with(ChunkFlags::COORDINATED);
        let person = chunk.flags.has(ChunkFlags::PERSON);
        let body = chunk.flags.has(ChunkFlags::ORGANIZATION);
        let nobody = [
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
    pub(super) fn speaks(&self, chunk: &Chunk) -> bool {
        let place = self.document.span(chunk.tokens);
        let source = self.sources.overlapping(place);
        let act = source.and_then(|(_, one)| one.text_attribute("act"));
        act.is_some_and(|act| !is_shown(act))
    }

    /// Whether a noun in the plural is one for persons by its ending: *growers*, *insurers*.
    pub(super) fn are_persons(&self, chunk: &Chunk) -> bool {
        let noun = self.document.lemma(chunk.head as usize);
        chunk.kind == ChunkKind::NOUN && grammar::is_agent(noun) && self.is_subject(chunk)
    }

    /// Whether a thing can be what thinks or decides: the subject of a verb, with an article
    /// or a name.
    pub(super) fn is_body(&self, chunk: &Chunk) -> bool {
        let known = ChunkFlags::DETERMINED.with(ChunkFlags::NAME);
        let several = ChunkFlags::PLURAL.with(ChunkFlags::COORDINATED);
        let sum = ChunkFlags::MONEY.with(ChunkFlags::NUMBER);
        let other = chunk.flags.has_any(several) || chunk.flags.has_any(sum);
        chunk.flags.has_any(known) && !other && self.is_subject(chunk)
    }

    /// The gender of a person, by name or by what the person is.
    pub(super) fn gender(&self, chunk: &Chunk) -> Gender {
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
}
