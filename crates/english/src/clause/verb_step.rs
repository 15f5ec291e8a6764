//! What a verb does to the clauses that are open.

use sayso_model::{ClauseKind, NONE, Tag, VerbFlags};

use super::reader::{Open, Reader};
use crate::name::words::{BARE, RECIPIENT};

/// How many open clauses are looked at for one that lacks a verb.
const LOOK_UP: usize = 8;

impl Reader<'_, '_> {
    /// A verb group: finite, infinitive or participle.
    pub fn verb(&mut self, index: usize) {
        let flags = self.verbs[index].flags;
        let first = self.verbs[index].tokens.first as usize;
        if flags.has(VerbFlags::FINITE) {
            self.finite(index);
        } else if flags.has(VerbFlags::INFINITIVE) {
            self.nonfinite(ClauseKind::INFINITIVE, index, first as u32);
        } else if flags.has(VerbFlags::PARTICIPLE) && self.opens_participle(first) {
            self.nonfinite(ClauseKind::PARTICIPLE, index, NONE);
        } else if self
            .top()
            .is_some_and(|top| !top.verb && top.kind == ClauseKind::ADVERBIAL)
        {
            self.assign(index, NONE);
        }
    }

    fn nonfinite(&mut self, kind: ClauseKind, index: usize, opener: u32) {
        let first = self.verbs[index].tokens.first as usize;
        if self.page.tag(first.wrapping_sub(1)) == Tag::CC
            && self.top().is_some_and(|t| t.kind == kind)
        {
            self.close_to(self.depth() - 1, first - 1);
        }
        let behind_comma = first > self.sentence.start && self.page.tag(first - 1) == Tag::COMMA;
        let begins = first == self.sentence.start;
        self.open(kind, first, opener);
        if let Some(top) = self.top_mut() {
            top.commas = behind_comma || begins;
        }
        self.assign(index, NONE);
    }

    /// A participle that opens a clause: behind a comma, a noun, or first in the sentence.
    fn opens_participle(&self, first: usize) -> bool {
        if first == self.sentence.start {
            return true;
        }
        let before = Tag::COMMA.bit() | Tag::NOUNS | Tag::CC.bit() | Tag::PRP.bit() | Tag::RB.bit();
        self.page
            .tag_in(first - 1, before | Tag::COLON.bit() | Tag::QUOTE_OPEN.bit())
    }

    /// Makes a group the verb of the innermost clause.
    fn assign(&mut self, index: usize, subject: u32) {
        let Some(top) = self.top_mut() else { return };
        top.verb = true;
        top.candidate = NONE;
        let clause = top.clause;
        let clause = &mut self.out[clause];
        if clause.verb == NONE {
            clause.verb = index as u32;
            clause.subject = subject;
        }
    }

    fn finite(&mut self, index: usize) {
        let Some(top) = self.top() else { return };
        if !top.verb {
            let wh = self.wh_subject(top);
            self.assign(
                index,
                if top.candidate == NONE {
                    wh
                } else {
                    top.candidate
                },
            );
            return;
        }
        if top.candidate != NONE && self.directly_before(top.candidate, index) {
            self.second_clause(index, top);
            return;
        }
        self.resume(index);
    }

    /// `who` as the subject of its own clause.
    fn wh_subject(&self, top: Open) -> u32 {
        let clause = &self.out[top.clause];
        let opener = clause.opener as usize;
        match self.chunk_at(opener) {
            Some(index) if matches!(top.kind, ClauseKind::RELATIVE | ClauseKind::WH) => {
                index as u32
            }
            _ => NONE,
        }
    }

    /// Whether only adverbs stand between a chunk, with what belongs to it, and a verb.
    fn directly_before(&self, chunk: u32, verb: usize) -> bool {
        let chunk = &self.chunks[chunk as usize];
        [chunk.full.end, chunk.phrase.end, chunk.tokens.end]
            .iter()
            .any(|&end| self.finite_from(end as usize) == Some(verb))
    }

    /// A subject and its verb with no opener before them: a complement (`said it rained`), a
    /// relative clause (`the plan he announced`), or another clause.
    fn second_clause(&mut self, index: usize, top: Open) {
        let first = self.chunks[top.candidate as usize].tokens.first as usize;
        let subject = top.candidate;
        let verb = self.out[top.clause].verb;
        let kind = if self.is_complement(verb, first) {
            ClauseKind::BARE
        } else if first > self.sentence.start && self.page.tag_in(first - 1, Tag::NOUNS) {
            ClauseKind::RELATIVE
        } else if self.lacks_verb_below() {
            self.resume(index);
            return;
        } else {
            ClauseKind::BARE
        };
        self.open(kind, first, NONE);
        self.assign(index, subject);
    }

    /// Whether a clause that begins at `first` can be what the verb says.
    fn is_complement(&self, verb: u32, first: usize) -> bool {
        let Some(group) = self.verbs.get(verb as usize) else {
            return false;
        };
        let main = group.main as usize;
        let end = group.tokens.end as usize;
        if !self.page.has(main, BARE | RECIPIENT) {
            return false;
        }
        end == first || first - end <= 6 && (self.page.has(main, RECIPIENT) || first > end)
    }

    fn lacks_verb_below(&self) -> bool {
        self.lacking().is_some()
    }

    /// The innermost open clause that has a possible subject but no verb yet.
    fn lacking(&self) -> Option<usize> {
        let lowest = self.depth().saturating_sub(LOOK_UP);
        (lowest..self.depth().saturating_sub(1))
            .rev()
            .find(|&depth| {
                let open = self.at_depth(depth);
                open.is_some_and(|open| !open.verb && open.candidate != NONE)
            })
    }

    /// A verb with no subject of its own goes on with an outer clause that lacks one.
    fn resume(&mut self, index: usize) {
        let first = self.verbs[index].tokens.first as usize;
        let Some(depth) = self.lacking() else { return };
        self.close_to(depth + 1, first);
        let subject = self.top().map_or(NONE, |top| top.candidate);
        self.assign(index, subject);
    }
}
