//! What commas and conjunctions close, and what conjunctions open.

use sayso_model::{ChunkLink, ClauseKind, NONE, Tag, VerbFlags};

use super::reader::Reader;
use crate::name::words::{SPEECH, hash};

const BUT: &[u32] = &[hash("but"), hash("yet")];

impl Reader<'_, '_> {
    /// A comma ends what stands between commas, and infinitives and participles.
    pub fn comma(&mut self, at: usize) {
        if self.joins_chunks(at) {
            return;
        }
        while let Some(top) = self.top() {
            let nonfinite = matches!(top.kind, ClauseKind::INFINITIVE | ClauseKind::PARTICIPLE);
            let done = top.verb && (top.commas || nonfinite);
            if self.depth() <= 1 || !done {
                break;
            }
            self.close_to(self.depth() - 1, at);
            if top.commas {
                break;
            }
        }
        if self.speaks_on(at + 1) {
            self.close_speech(at);
        }
    }

    /// Whether a mark is inside a list of chunks or before an appositive.
    fn joins_chunks(&self, at: usize) -> bool {
        let mut next = at + 1;
        if self.page.tag(at) == Tag::COMMA && self.page.tag(next) == Tag::CC {
            next += 1;
        }
        self.chunk_at(next).is_some_and(|index| {
            let link = self.chunks[index].link;
            link == ChunkLink::COORDINATION || link == ChunkLink::APPOSITION
        })
    }

    /// `, adding that …`: a participle of speech belongs to the speaker, not to what is said.
    fn speaks_on(&self, at: usize) -> bool {
        let Some(index) = self.verb_at(at) else {
            return false;
        };
        let group = &self.verbs[index];
        group.flags.has(VerbFlags::PARTICIPLE)
            && self.page.tag(group.main as usize) == Tag::VBG
            && self.page.has(group.main as usize, SPEECH)
    }

    /// Closes what is said, down to the clause whose verb says it.
    fn close_speech(&mut self, end: usize) {
        if let Some(depth) = self.speech_depth() {
            self.close_to(depth + 1, end);
        }
    }

    /// The depth of the outermost open clause with a verb of speech that has a clause open.
    fn speech_depth(&self) -> Option<usize> {
        (0..self.depth()).find(|&depth| {
            let verb = self.at_depth(depth).map(|open| self.out[open.clause].verb);
            let group = verb.and_then(|verb| self.verbs.get(verb as usize));
            group.is_some_and(|group| self.page.has(group.main as usize, SPEECH))
        })
    }

    /// `and`, `but`, `or` before a verb, or before a subject and its verb.
    pub fn conjunction(&mut self, at: usize) {
        if self.joins_chunks(at) {
            return;
        }
        if let Some(verb) = self.finite_from(at + 1) {
            self.join_verb(at, verb);
        } else if self.clause_from(at + 1) {
            self.join_clause(at);
        }
    }

    /// `… and said …`: a verb of speech goes back to who speaks, others to the innermost
    /// clause with a subject.
    fn join_verb(&mut self, at: usize, verb: usize) {
        let group = &self.verbs[verb];
        let speech = self.page.has(group.main as usize, SPEECH);
        let base = self.speech_depth().filter(|_| speech);
        let finite =
            |kind: ClauseKind| !matches!(kind, ClauseKind::INFINITIVE | ClauseKind::PARTICIPLE);
        let depth = base.or_else(|| {
            (0..self.depth()).rev().take(8).find(|&depth| {
                (self.at_depth(depth)).is_some_and(|open| finite(open.kind) && open.verb)
            })
        });
        let Some(depth) = depth else { return };
        self.close_to(depth + 1, at);
        self.close_coordinate(at);
        self.open(ClauseKind::COORDINATE, at, at as u32);
    }

    /// `…, but officials said …`: a comma or `but` goes back to the main clause.
    fn join_clause(&mut self, at: usize) {
        let comma = at > self.sentence.start && self.page.tag(at - 1) == Tag::COMMA;
        let mut end = at;
        if comma {
            end -= 1;
        }
        if comma || self.page.is(at, BUT) {
            self.close_to(1, end);
        } else {
            let kinds = [
                ClauseKind::INFINITIVE,
                ClauseKind::PARTICIPLE,
                ClauseKind::RELATIVE,
            ];
            while self.depth() > 1 && self.top().is_some_and(|top| kinds.contains(&top.kind)) {
                self.close_to(self.depth() - 1, end);
            }
        }
        self.close_coordinate(end);
        self.open(ClauseKind::COORDINATE, at, at as u32);
    }

    /// A second coordinate clause stands beside the first.
    fn close_coordinate(&mut self, end: usize) {
        let coordinate = self
            .top()
            .is_some_and(|top| top.kind == ClauseKind::COORDINATE);
        if coordinate && self.depth() > 1 {
            self.close_to(self.depth() - 1, end);
        }
    }

    /// A semicolon, colon or dash: what follows with a verb of its own is another main clause.
    pub fn break_off(&mut self, at: usize) {
        let semicolon = self.page.is(at, &[hash(";")]);
        let ready = self.at_depth(0).is_some_and(|main| main.verb);
        if ready && (semicolon || self.clause_from(at + 1)) && at + 1 < self.sentence.end {
            self.close_to(0, at);
            self.open(ClauseKind::MAIN, at + 1, NONE);
        }
    }
}
