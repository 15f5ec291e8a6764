//! What a reader makes of a noun phrase.

use sayso_plugin::{Chunk, ChunkKind, Tag};

use super::{Reader, Step, is_subject_pronoun};
use crate::complement::Kind;
use crate::complement::subject::{starts_clause, verb_of_subject};
use crate::frames::Frames;
use crate::page::{run, whole_end};
use crate::quoted;
use crate::source::is_time;
use crate::words::{DENY, NOMINATIVE};

impl Reader<'_, '_> {
    /// A phrase that a quotation mark breaks: `the “missing” letters`.
    pub(super) fn broken_chunk(&mut self, at: usize) -> Step {
        let adjective =
            Tag::JJ.bit() | Tag::JJR.bit() | Tag::RBR.bit() | Tag::JJS.bit() | Tag::CD.bit();
        let opener = adjective | Tag::DT.bit() | Tag::PRP_POSSESSIVE.bit();
        let told = at == self.cue.end && self.cue.has(Frames::HEARER);
        if told && self.page.is(at, "her") && self.page.is_any(at + 1, NOMINATIVE) {
            self.found.object = Some(run(at, at + 1));
            return Step::Skip(at + 1);
        }
        if self.cue.has(Frames::BARE) && verb_of_subject(self.page, at, self.end).is_some() {
            return Step::Found(Kind::Clause);
        }
        let whole = self.page.chunk(at).filter(|_| at == self.cue.end);
        let whole = whole.filter(|chunk| self.takes_in_verb(chunk));
        if let Some(chunk) = whole {
            self.found.object = Some(run(at, chunk.tokens.end as usize));
            return Step::Skip(whole_end(chunk));
        }
        let free = self.found.object.is_none() && self.found.preposition.is_none();
        // `endorsed her early`, where *her* is read as a possessive.
        if free && self.page.is(at, "her") && self.page.tag(at + 1) != Tag::QUOTE_OPEN {
            self.found.object = Some(run(at, at + 1));
            return Step::Skip(at + 1);
        }
        let quote = Tag::QUOTE_OPEN.bit();
        let broken = self.page.tag_in(at, quote)
            || self.page.tag_in(at, opener)
                && (self.page.tag_in(at + 1, quote | Tag::DT.bit())
                    || self.page.speech_at(at + 1).is_some());
        if free && broken {
            self.found.object = Some(run(at, at + 1));
        }
        Step::Stop
    }

    /// Where a name or a plural begins that is read as a part of those whom it was told to and is the
    /// subject of what they were told: `told reporters Brandt had left`, `told the court guides were
    /// trained`.
    fn name_behind(&self, chunk: &Chunk) -> Option<usize> {
        let hearers = |&at: &usize| self.page.tag_in(at - 1, Tag::NNS.bit());
        let name = |&at: &usize| self.page.tag_in(at, Tag::NNP.bit());
        let mut inner = chunk.tokens.range().skip(1).filter(name).filter(hearers);
        let last = chunk.tokens.end as usize - 1;
        let nouns = Tag::NN.bit() | Tag::NNP.bit();
        let plural = chunk.tokens.len() > 1
            && self.page.tag(last) == Tag::NNS
            && self.page.tag_in(last - 1, nouns);
        inner
            .next()
            .or_else(|| plural.then_some(last))
            .filter(|_| self.page.is_finite(last + 1))
    }

    /// Whether a time is what somebody judges: `called the year “a disaster”`, `described the second
    /// quarter as slow`.
    fn judges_time(&self, at: usize, end: usize) -> bool {
        let (page, cue) = (self.page, self.cue);
        let judged = cue.has(Frames::OBJECT_COMPLEMENT) && page.is_quoted(end)
            || cue.has(Frames::AS) && page.is(end, "as");
        at == cue.end && page.tag(at) == Tag::DT && judged
    }

    /// The subject of a clause, a time, whom it was said to, or what was said.
    pub(super) fn chunk(&mut self, chunk: &Chunk) -> Step {
        let at = chunk.tokens.first as usize;
        let next = whole_end(chunk);
        // `urged her to go`, `urged her to “go now”`
        let infinitive = self.page.is_quoted_infinitive(next) || self.page.is_infinitive(next);
        let urged = self.cue.has(Frames::OBJECT_TO) && infinitive;
        // `“…,” Duarte said Thursday`: whatever verb may follow, the time is no subject.
        if is_time(self.page, chunk) && quoted::words_between(self.page, self.cue.first).is_some() {
            return Step::Stop;
        }
        // `told the club last night “we are ready”`
        if is_time(self.page, chunk) && self.page.speech_at(chunk.tokens.end as usize).is_some() {
            return Step::Skip(chunk.tokens.end as usize);
        }
        // `denied it had broken the law`: *deny* takes a clause only if a pronoun opens it.
        let pronoun = self.cue.entry.classes.has(DENY)
            && is_subject_pronoun(self.page, at)
            && self.page.is_finite(next);
        if pronoun && at == self.cue.end && !urged {
            return Step::Found(Kind::Clause);
        }
        // `told reporters there was no plan`: first comes whom it was said to.
        let told = &*self.cue.entry.lemma == "tell" && at == self.cue.end && !self.cue.passive;
        if let Some(subject) = self.name_behind(chunk).filter(|_| told) {
            self.found.object = Some(run(at, subject));
            self.found.at = subject;
            return Step::Found(Kind::Clause);
        }
        if self.cue.has(Frames::BARE) && !urged && !told && starts_clause(self.page, at, self.end) {
            return Step::Found(Kind::Clause);
        }
        let end = chunk.tokens.end as usize;
        // `lamented the “good old days”` tells no time.
        let quoted = chunk
            .tokens
            .range()
            .any(|i| self.page.tag(i) == Tag::QUOTE_OPEN);
        if is_time(self.page, chunk) && !quoted && !self.judges_time(at, end) {
            return Step::Skip(end);
        }
        // *Say* takes no object at all.
        let says = self.cue.is_say();
        let said = says && chunk.kind != ChunkKind::PRONOUN;
        let opens = self.only_clauses && (said || self.verb_follows(end));
        if at == self.cue.end && (opens || says && self.participle_follows(end)) {
            return Step::Found(Kind::Clause);
        }
        if self.found.object.is_some() || self.found.preposition.is_some() {
            return Step::Stop;
        }
        self.found.object = Some(run(at, end));
        if self.page.tag_in(end, Tag::IN.bit() | Tag::TO.bit()) && !self.page.is(end, "that") {
            self.found.preposition = Some(end);
        }
        Step::Skip(next)
    }
}
