//! The pass over one sentence.

use std::ops::Range;

use sayso_model::{
    Chunk, ChunkFlags, ChunkLink, Clause, ClauseKind, NONE, Tag, TokenRange, VerbFlags, VerbGroup,
};

use crate::name::{Mark, Page, run};

/// How deep clauses may be nested; what would be deeper is part of the innermost one.
const DEEPEST: usize = 12;

/// A clause that is open.
#[derive(Clone, Copy, Debug)]
pub(super) struct Open {
    /// Its index among the clauses found.
    pub clause: usize,
    pub kind: ClauseKind,
    /// The chunk that would be the subject of a finite verb.
    pub candidate: u32,
    /// It stands between commas, or opens the sentence: a comma ends it.
    pub commas: bool,
    /// It has its finite verb.
    pub verb: bool,
}

/// The first chunk and the first verb group that were not read yet, by index.
#[derive(Default)]
pub(super) struct Ahead {
    chunk: usize,
    verb: usize,
}

/// Reads one sentence.
pub(super) struct Reader<'a, 'd> {
    pub page: &'a Page<'d>,
    pub chunks: &'a [Chunk],
    pub chunk_of: &'a [u32],
    pub verbs: &'a [VerbGroup],
    pub verb_of: &'a [u32],
    pub sentence: Range<usize>,
    pub out: &'a mut Vec<Clause>,
    stack: [Option<Open>; DEEPEST],
    depth: usize,
}

impl<'a, 'd> Reader<'a, 'd> {
    pub fn new(
        page: &'a Page<'d>,
        chunks: &'a [Chunk],
        chunk_of: &'a [u32],
        verbs: &'a [VerbGroup],
        verb_of: &'a [u32],
        sentence: Range<usize>,
        out: &'a mut Vec<Clause>,
    ) -> Self {
        Self {
            page,
            chunks,
            chunk_of,
            verbs,
            verb_of,
            sentence,
            out,
            stack: [None; DEEPEST],
            depth: 0,
        }
    }

    pub fn read(&mut self, ahead: &mut Ahead) {
        self.open(ClauseKind::MAIN, self.sentence.start, NONE);
        let mut at = self.sentence.start;
        while let Some(next) = self.step(at, ahead) {
            at = next;
        }
        self.close_to(0, self.sentence.end);
    }

    /// Reads what comes first from a token on, a chunk, a verb group or a mark of a clause; gives
    /// the token behind it.
    fn step(&mut self, at: usize, ahead: &mut Ahead) -> Option<usize> {
        let end = self.sentence.end;
        let chunk = first_from(self.chunks, &mut ahead.chunk, at, |c| c.tokens).min(end);
        let verb = first_from(self.verbs, &mut ahead.verb, at, |v| v.tokens).min(end);
        let mark = self.page.next(Mark::Clause, at, chunk.min(verb));
        if mark < chunk.min(verb) {
            self.mark(mark);
            return Some(mark + 1);
        }
        if chunk <= verb {
            let tokens = self.chunks.get(ahead.chunk)?.tokens;
            (chunk < end).then(|| self.chunk(ahead.chunk))?;
            return Some(tokens.end as usize);
        }
        self.verb(ahead.verb);
        Some(self.verbs[ahead.verb].tokens.end as usize)
    }

    /// Reads what is neither chunk nor verb.
    fn mark(&mut self, at: usize) {
        match self.page.tag(at) {
            Tag::COMMA => self.comma(at),
            Tag::CC => self.conjunction(at),
            Tag::COLON => self.break_off(at),
            _ => self.opener(at),
        }
    }

    /// The chunk that begins at a token.
    pub fn chunk_at(&self, at: usize) -> Option<usize> {
        let index = *self.chunk_of.get(at)? as usize;
        let chunk = self.chunks.get(index)?;
        (at < self.sentence.end && chunk.tokens.first as usize == at).then_some(index)
    }

    /// The verb group that begins at a token.
    pub fn verb_at(&self, at: usize) -> Option<usize> {
        let index = *self.verb_of.get(at)? as usize;
        let group = self.verbs.get(index)?;
        (at < self.sentence.end && group.tokens.first as usize == at).then_some(index)
    }

    /// The finite verb group at a token or behind the adverbs there.
    pub fn finite_from(&self, mut at: usize) -> Option<usize> {
        let end = at + 3;
        while at < end && self.page.tag(at) == Tag::RB && self.verb_at(at).is_none() {
            at += 1;
        }
        let index = self.verb_at(at)?;
        (self.verbs[index].flags.has(VerbFlags::FINITE)).then_some(index)
    }

    /// Whether a subject and its finite verb begin at a token.
    pub fn clause_from(&self, mut at: usize) -> bool {
        while self.page.tag(at) == Tag::RB && at < self.sentence.end {
            at += 1;
        }
        let Some(index) = self.chunk_at(at) else {
            return false;
        };
        let chunk = &self.chunks[index];
        self.finite_from(chunk.full.end as usize).is_some()
            || self.finite_from(chunk.tokens.end as usize).is_some()
    }

    /// A chunk can be the subject of the verb to come.
    fn chunk(&mut self, index: usize) {
        let chunk = &self.chunks[index];
        let first = chunk.tokens.first as usize;
        if chunk.flags.has(ChunkFlags::WH) {
            self.wh(index);
        }
        let free = chunk.link == ChunkLink::NONE && !chunk.flags.has(ChunkFlags::TIME);
        if free {
            if !chunk.flags.has(ChunkFlags::WH) {
                self.reporting(index, first);
                self.zero_relative(index, first);
            }
            if let Some(top) = self.top_mut() {
                top.candidate = index as u32;
            }
        }
    }

    pub fn top(&self) -> Option<Open> {
        self.depth.checked_sub(1).and_then(|at| self.stack[at])
    }

    pub fn top_mut(&mut self) -> Option<&mut Open> {
        self.depth
            .checked_sub(1)
            .and_then(|at| self.stack[at].as_mut())
    }

    pub fn depth(&self) -> usize {
        self.depth
    }

    /// The open clause at a depth.
    pub fn at_depth(&self, depth: usize) -> Option<Open> {
        self.stack.get(depth).copied().flatten()
    }

    /// Opens a clause inside the innermost one.
    pub fn open(&mut self, kind: ClauseKind, first: usize, opener: u32) {
        if self.depth == DEEPEST {
            return;
        }
        let parent = self.top().map_or(NONE, |top| top.clause as u32);
        let outer = self.out.get(parent as usize);
        let first = first.max(outer.map_or(0, |outer| outer.tokens.first as usize));
        self.stack[self.depth] = Some(Open {
            clause: self.out.len(),
            kind,
            candidate: NONE,
            commas: false,
            verb: false,
        });
        self.depth += 1;
        self.out.push(Clause {
            tokens: run(first, first + 1),
            opener,
            verb: NONE,
            subject: NONE,
            parent,
            kind,
            reserved: [0; 3],
        });
    }

    /// Closes the innermost clauses until so many are left.
    pub fn close_to(&mut self, depth: usize, end: usize) {
        while self.depth > depth {
            self.depth -= 1;
            let open = self.stack[self.depth].take();
            let Some(open) = open else { continue };
            let tokens = &mut self.out[open.clause].tokens;
            let content = self.page.content_end(tokens.first as usize, end);
            tokens.end = tokens.end.max(content as u32);
            let end = tokens.end;
            // The clause around it goes as far at least.
            if let Some(outer) = self.top() {
                let outer = &mut self.out[outer.clause].tokens;
                outer.end = outer.end.max(end);
            }
        }
    }
}

/// Where the first phrase begins that does not begin before a token; `ahead` is its index then.
fn first_from<P>(
    phrases: &[P],
    ahead: &mut usize,
    at: usize,
    tokens: impl Fn(&P) -> TokenRange,
) -> usize {
    while let Some(phrase) = phrases.get(*ahead) {
        let first = tokens(phrase).first as usize;
        if first >= at {
            return first;
        }
        *ahead += 1;
    }
    usize::MAX
}
