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

/// The next phrase of a kind.
struct Next {
    index: usize,
    /// Where it begins; far behind all tokens when there is none.
    first: usize,
}

impl Next {
    /// The first phrase from an index on that does not begin before a token.
    #[inline]
    fn from<P>(
        mut index: usize,
        at: usize,
        phrases: &[P],
        tokens: impl Fn(&P) -> TokenRange,
    ) -> Self {
        loop {
            let phrase = phrases.get(index);
            let first = phrase.map_or(usize::MAX, |phrase| tokens(phrase).first as usize);
            if first >= at {
                return Self { index, first };
            }
            index += 1;
        }
    }
}

/// Reads one sentence after the other.
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
    next_chunk: Next,
    next_verb: Next,
}

impl<'a, 'd> Reader<'a, 'd> {
    pub fn new(
        page: &'a Page<'d>,
        chunks: &'a [Chunk],
        chunk_of: &'a [u32],
        verbs: &'a [VerbGroup],
        verb_of: &'a [u32],
        out: &'a mut Vec<Clause>,
    ) -> Self {
        Self {
            page,
            chunks,
            chunk_of,
            verbs,
            verb_of,
            sentence: 0..0,
            out,
            stack: [None; DEEPEST],
            depth: 0,
            next_chunk: Next::from(0, 0, chunks, |c| c.tokens),
            next_verb: Next::from(0, 0, verbs, |v| v.tokens),
        }
    }

    pub fn read(&mut self, sentence: Range<usize>) {
        let (mut at, end) = (sentence.start, sentence.end);
        self.sentence = sentence;
        self.open(ClauseKind::MAIN, at, NONE);
        self.pass_by(at);
        loop {
            let (chunk, verb) = (self.next_chunk.first, self.next_verb.first);
            let phrase = chunk.min(verb).min(end);
            self.marks(at, phrase);
            if phrase == end {
                break;
            }
            at = if chunk <= verb {
                self.chunk(self.next_chunk.index);
                self.chunks[self.next_chunk.index].tokens.end as usize
            } else {
                self.verb(self.next_verb.index);
                self.verbs[self.next_verb.index].tokens.end as usize
            };
            self.pass_by(at);
        }
        self.close_to(0, end);
    }

    /// Goes on with the phrases that do not begin before a token.
    #[inline]
    fn pass_by(&mut self, at: usize) {
        if self.next_chunk.first < at {
            let next = self.next_chunk.index + 1;
            self.next_chunk = Next::from(next, at, self.chunks, |c| c.tokens);
        }
        if self.next_verb.first < at {
            let next = self.next_verb.index + 1;
            self.next_verb = Next::from(next, at, self.verbs, |v| v.tokens);
        }
    }

    /// Reads the marks and words of clauses from one token to before another.
    #[inline]
    fn marks(&mut self, at: usize, end: usize) {
        let mut mark = self.page.next(Mark::Clause, at, end);
        while mark < end {
            self.mark(mark);
            mark = self.page.next(Mark::Clause, mark + 1, end);
        }
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
        let wh = chunk.flags.has(ChunkFlags::WH);
        let free = chunk.link == ChunkLink::NONE && !chunk.flags.has(ChunkFlags::TIME);
        if wh {
            self.wh(index);
        }
        if !free {
            return;
        }
        if !wh {
            self.reporting(index, first);
            self.zero_relative(index, first);
        }
        if let Some(top) = self.top_mut() {
            top.candidate = index as u32;
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
