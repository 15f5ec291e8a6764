//! What opens a clause: conjunctions, wh-words, participles, `to`.

use sayso_model::{ClauseKind, Tag};

use super::reader::Reader;
use crate::name::words::{CHOICE, SPEECH, SUBORDINATOR, WH, hash};

const THAT: u32 = hash("that");
const AS: &[u32] = &[
    hash("as"),
    hash("like"),
    hash("since"),
    hash("before"),
    hash("after"),
    hash("until"),
    hash("till"),
    hash("once"),
    hash("so"),
    hash("except"),
];
const PLACE_OR_TIME: &[u32] = &[hash("where"), hash("when")];

impl Reader<'_, '_> {
    /// A preposition, conjunction or wh-adverb.
    pub fn opener(&mut self, at: usize) {
        let wh_adverb = self.page.tag(at) == Tag::WRB;
        let subordinator = self.page.has(at, SUBORDINATOR);
        if self.page.word(at) == THAT {
            self.complement(ClauseKind::THAT, at);
        } else if wh_adverb && !subordinator || self.page.has(at, CHOICE) && self.behind_asking(at)
        {
            self.complement(ClauseKind::WH, at);
        } else if wh_adverb && self.page.is(at, PLACE_OR_TIME) && self.behind_noun(at) {
            self.relative(at, at);
        } else if subordinator && self.opens_adverbial(at) {
            self.adverbial(at);
        }
    }

    /// `when`, `because`; `as`, `after` only before a subject and its verb.
    fn opens_adverbial(&self, at: usize) -> bool {
        if self.page.is(at, AS) {
            return self.clause_from(at + 1);
        }
        let participle = Tag::VBG.bit() | Tag::VBN.bit();
        let short = self.page.tag_in(at + 1, participle);
        self.clause_from(at + 1)
            || short
            || self.page.tag(at) == Tag::WRB
            || self.later_verb(at + 1)
    }

    /// A finite verb stands within the next few words, before any comma.
    fn later_verb(&self, from: usize) -> bool {
        let end = (from + 12).min(self.sentence.end);
        let mut words = (from..end).take_while(|&i| self.page.tag(i) != Tag::COMMA);
        words.any(|i| self.finite_from(i).is_some())
    }

    fn adverbial(&mut self, at: usize) {
        let first = self
            .out
            .last()
            .is_some_and(|c| c.tokens.first as usize == at);
        let begins = first || self.only_marks_before(at);
        self.open(ClauseKind::ADVERBIAL, at, at as u32);
        let behind_comma = at > 0 && self.page.tag(at - 1) == Tag::COMMA;
        if let Some(top) = self.top_mut() {
            top.commas = begins || behind_comma;
        }
    }

    /// Whether a token is the first of its sentence but for marks and conjunctions, or of its
    /// clause behind `that`.
    fn only_marks_before(&self, at: usize) -> bool {
        const MARKS: u64 = Tag::QUOTE_OPEN.bit() | Tag::CC.bit() | Tag::COLON.bit();
        let mut first = at;
        while first > self.sentence.start && self.page.tag_in(first - 1, MARKS) {
            first -= 1;
        }
        first == self.sentence.start || self.page.word(first - 1) == THAT
    }

    /// `that`, `whether`, `how`: what is said or asked.
    fn complement(&mut self, kind: ClauseKind, at: usize) {
        let behind_comma = at > 0 && self.page.tag(at - 1) == Tag::COMMA;
        if !behind_comma && self.page.tag(at.wrapping_sub(1)) == Tag::CC {
            // "that … and that …": the second stands beside the first.
            self.close_same(kind, at - 1);
        }
        self.open(kind, at, at as u32);
    }

    /// Closes the innermost open clause of a kind and all inside it.
    fn close_same(&mut self, kind: ClauseKind, end: usize) {
        let depth = (1..self.depth()).rev().find(|&depth| {
            let open = self.at_depth(depth);
            open.is_some_and(|open| open.kind == kind)
        });
        if let Some(depth) = depth {
            self.close_to(depth, end);
        }
    }

    /// A verb that asks stands before a token: `asked if`.
    fn behind_asking(&self, at: usize) -> bool {
        let before = (at.saturating_sub(4)..at).rev();
        let mut verbs = before.filter(|&i| self.page.tag_in(i, Tag::VERBS));
        let marked = self.page.tag(at.wrapping_sub(1)) == Tag::QUOTE_OPEN;
        let asks = !marked && verbs.next().is_some_and(|i| self.page.has(i, WH));
        asks || self.page.word(at) == hash("whether")
    }

    fn behind_noun(&self, at: usize) -> bool {
        let before = at.wrapping_sub(1);
        let comma = self.page.tag(before) == Tag::COMMA;
        let noun = if comma {
            before.wrapping_sub(1)
        } else {
            before
        };
        self.page.tag_in(noun, Tag::NOUNS) && (comma || self.page.tag(noun) != Tag::NNP)
    }

    /// A chunk that begins with a wh-word: relative behind a noun, else a question.
    pub fn wh(&mut self, index: usize) {
        let first = self.chunks[index].tokens.first as usize;
        const LINKS: u64 = Tag::IN.bit() | Tag::TO.bit();
        let linked = first > self.sentence.start && self.page.tag_in(first - 1, LINKS);
        let start = if linked { first - 1 } else { first };
        let what = self
            .page
            .is(first, &[hash("what"), hash("whatever"), hash("whoever")]);
        let of_chunk = self.behind_phrase(start);
        if of_chunk && !what {
            self.relative(start, first);
        } else {
            self.complement(ClauseKind::WH, first);
        }
    }

    /// A chunk ends before a token, or a comma and a chunk before it.
    fn behind_phrase(&self, at: usize) -> bool {
        let inside = |at: usize| {
            at >= self.sentence.start
                && self
                    .chunk_of
                    .get(at)
                    .is_some_and(|&c| c != sayso_model::NONE)
        };
        let before = at.wrapping_sub(1);
        if before >= self.sentence.end {
            return false;
        }
        inside(before)
            || self.page.tag_in(
                before,
                Tag::COMMA.bit() | Tag::RRB.bit() | Tag::QUOTE_CLOSE.bit(),
            ) && before > self.sentence.start
                && inside(before - 1)
    }

    /// A relative clause; one behind a comma ends at a comma.
    pub fn relative(&mut self, first: usize, opener: usize) {
        let behind_comma = first > self.sentence.start && self.page.tag(first - 1) == Tag::COMMA;
        self.open(ClauseKind::RELATIVE, first, opener as u32);
        if let Some(top) = self.top_mut() {
            top.commas = behind_comma;
        }
    }

    /// `the plan [he announced] failed`: a subject and its verb right behind another subject.
    pub fn zero_relative(&mut self, index: usize, first: usize) {
        let Some(top) = self.top().filter(|top| !top.verb) else {
            return;
        };
        let before = self.chunks.get(top.candidate as usize);
        let adjacent = before.is_some_and(|c| c.phrase.end as usize == first);
        let end = self.chunks[index].tokens.end as usize;
        if adjacent && self.finite_from(end).is_some() {
            self.open(ClauseKind::RELATIVE, first, sayso_model::NONE);
        }
    }

    /// `he said` behind a comma, before the sentence's end or another comma.
    pub fn reporting(&mut self, index: usize, first: usize) {
        const MARKS: u64 = Tag::COMMA.bit() | Tag::QUOTE_CLOSE.bit();
        let behind_comma = first > self.sentence.start && self.page.tag_in(first - 1, MARKS);
        if !behind_comma || !self.at_depth(0).is_some_and(|main| main.verb) {
            return;
        }
        let Some(verb) = self.finite_from(self.chunks[index].full.end as usize) else {
            return;
        };
        let verb = &self.verbs[verb];
        let last = verb.tokens.end as usize;
        let ends = last >= self.sentence.end || self.ends_reporting(last);
        if self.page.has(verb.main as usize, SPEECH) && ends {
            self.close_to(1, first - 1);
            self.open(ClauseKind::REPORTING, first, sayso_model::NONE);
            if let Some(top) = self.top_mut() {
                top.commas = true;
            }
        }
    }

    /// What may stand behind `he said` at the end: a mark, a time, a preposition.
    fn ends_reporting(&self, at: usize) -> bool {
        let marks = Tag::COMMA.bit() | Tag::STOP.bit() | Tag::COLON.bit() | Tag::QUOTE_OPEN.bit();
        let time = self
            .chunk_at(at)
            .is_some_and(|c| self.chunks[c].flags.has(sayso_model::ChunkFlags::TIME));
        self.page.tag_in(at, marks | Tag::IN.bit()) && self.page.word(at) != THAT || time
    }
}
