//! How chunks belong together: of-phrases, appositives, lists.

use sayso_model::{Chunk, ChunkFlags, ChunkLink, NONE, Tag, VerbGroup};

use super::describe::{Openness, describes};
use crate::name::words::{BARE, PAIR, ROLE, hash};
use crate::name::{Page, run};
use crate::verb::{clause_opener, finite_at};

const OF: u32 = hash("of");
/// What joins a place or body to a word for a person: `officials in Moscow`.
const NEAR: &[u32] = &[hash("in"), hash("from"), hash("with")];
/// The same before any phrase: `a spokesman for the ministry`.
const FOR: &[u32] = &[hash("for"), hash("at")];

/// The chunks of a page while they are joined.
struct Links<'a, 'd> {
    page: &'a Page<'d>,
    chunks: &'a mut [Chunk],
    chunk_of: &'a [u32],
    verbs: &'a [VerbGroup],
    verb_of: &'a [u32],
    /// What [`Links::is_behind_verb`] found last, and the token that told.
    settled: (usize, bool),
}

/// Joins chunks: sets `phrase`, `full`, `link`, `coordination` and the flags that tell of
/// these. `verb_of` has the index of each token's verb group.
pub fn link_chunks(
    page: &Page<'_>,
    verbs: &[VerbGroup],
    verb_of: &[u32],
    chunks: &mut [Chunk],
    chunk_of: &[u32],
) {
    let mut left = chunks.len();
    let mut links = Links {
        page,
        chunks,
        chunk_of,
        verbs,
        verb_of,
        settled: (usize::MAX, false),
    };
    for sentence in page.sentences().rev() {
        while let Some(index) = left.checked_sub(1)
            && links.chunks[index].tokens.first as usize >= sentence.start
        {
            links.join(index, sentence.start, sentence.end);
            left = index;
        }
    }
}

impl Links<'_, '_> {
    /// Whether a finite verb of the same clause stands before a chunk that begins at a token.
    /// Asked from the last chunk to the first: what was found for one holds for those before it,
    /// down to the token that told.
    fn is_behind_verb(&mut self, first: usize, floor: usize) -> bool {
        if first < self.settled.0 {
            let mut before = (floor..=first).rev();
            let told = before.find_map(|at| Some((at, self.tells(at)?)));
            self.settled = told.unwrap_or((floor, false));
        }
        self.settled.1
    }

    /// What a word tells of the chunks behind it: whether they stand behind a verb of their clause.
    fn tells(&self, at: usize) -> Option<bool> {
        let chunk = self.chunks.get(*self.chunk_of.get(at)? as usize);
        if chunk.is_some_and(|chunk| at != chunk.tokens.first as usize) {
            return None;
        }
        let verb = finite_at(self.verbs, self.verb_of, at).filter(|_| chunk.is_none());
        if let Some(main) = verb.map(|verb| verb.main as usize) {
            let bare = self.page.has(main, BARE);
            if !bare || at == main {
                return Some(!bare);
            }
        }
        clause_opener(self.page, at).then_some(false)
    }

    /// The chunk that begins at a token.
    fn at(&self, token: usize, limit: usize) -> Option<usize> {
        let index = self.chunk_of.get(token).copied().unwrap_or(NONE);
        let chunk = self.chunks.get(index as usize)?;
        (token < limit && chunk.tokens.first as usize == token).then_some(index as usize)
    }

    fn join(&mut self, index: usize, floor: usize, limit: usize) {
        let first = self.chunks[index].tokens.first as usize;
        if self.chunks[index].link == ChunkLink::NONE {
            self.chunks[index].link = self.preposition(first, floor);
        }
        let (mut end, mut full) = (self.of_phrase(index, limit), 0);
        // Without a comma or conjunction behind it there is neither appositive nor list.
        if end < limit && self.page.tag_in(end, Tag::COMMA.bit() | Tag::CC.bit()) {
            if let Some((next, after)) = self.apposition(index, end, limit) {
                end = after;
                self.take_over(index, next);
            }
            let next = self.list(index, end, floor, limit);
            full = next.map_or(0, |next| self.chunks[next].full.end as usize);
        }
        let chunk = &mut self.chunks[index];
        chunk.phrase = run(first, end);
        chunk.full = run(first, full.max(end));
    }

    fn preposition(&self, first: usize, floor: usize) -> ChunkLink {
        let linked = first > floor
            && self.page.tag_in(first - 1, Tag::IN.bit() | Tag::TO.bit())
            && !clause_opener(self.page, first - 1);
        if linked {
            ChunkLink::PREPOSITION
        } else {
            ChunkLink::NONE
        }
    }

    /// Where a chunk ends with the of-phrases behind it.
    fn of_phrase(&mut self, index: usize, limit: usize) -> usize {
        let chunk = &self.chunks[index];
        let end = chunk.tokens.end as usize;
        let of = self.page.word(end) == OF;
        let person = self.page.has(chunk.head as usize, ROLE);
        if !of && !person || chunk.flags.has(ChunkFlags::PRONOUN) {
            return end;
        }
        let Some(next) = self.at(end + 1, limit) else {
            return end;
        };
        if !of && !self.places(end, &self.chunks[next]) {
            return end;
        }
        if of {
            self.chunks[next].link = ChunkLink::OF;
        }
        self.chunks[next].full.end as usize
    }

    /// Whether a preposition and the chunk behind it tell where a person belongs:
    /// `for the ministry`, `at Delmar University`, `in Moscow`.
    fn places(&self, preposition: usize, inner: &Chunk) -> bool {
        let flags = inner.flags;
        let named = flags.has(ChunkFlags::NAME) && !flags.has(ChunkFlags::TIME);
        let office = named || flags.has(ChunkFlags::DETERMINED);
        let time = flags.has_any(ChunkFlags::TIME.with(ChunkFlags::PRONOUN));
        self.page.is(preposition, NEAR) && named
            || self.page.is(preposition, FOR) && office && !time
    }

    /// The appositive behind a chunk: its index, and where it ends.
    fn apposition(&mut self, index: usize, end: usize, limit: usize) -> Option<(usize, usize)> {
        let comma = end < limit && self.page.tag(end) == Tag::COMMA;
        let next = self.at(end + 1, limit).filter(|_| comma)?;
        let inner = &self.chunks[next];
        let after = inner.phrase.end as usize;
        let open = match (after < limit).then(|| self.page.tag(after)) {
            None | Some(Tag::STOP | Tag::RRB | Tag::COLON) => Openness::Closed,
            Some(Tag::COMMA) => Openness::Comma,
            Some(_) => Openness::Open,
        };
        describes(self.page, &self.chunks[index], inner, open).then_some((next, after))
    }

    /// Makes `next` an appositive of `index`, which goes on with the list `next` began.
    fn take_over(&mut self, index: usize, next: usize) {
        let inner = &mut self.chunks[next];
        inner.flags.set(ChunkFlags::APPOSITIVE);
        inner.link = ChunkLink::APPOSITION;
        inner.full = inner.phrase;
        let joined = std::mem::replace(&mut inner.coordination, NONE);
        self.chunks[index].coordination = joined;
    }

    /// The next chunk of the list that `index`, whose phrase ends at `end`, belongs to.
    fn list(&mut self, index: usize, end: usize, floor: usize, limit: usize) -> Option<usize> {
        let taken = self.chunks[index].coordination;
        let found = if taken == NONE {
            self.next_of_list(index, end, floor, limit)?
        } else {
            taken as usize
        };
        self.chunks[found].flags.set(ChunkFlags::COORDINATED);
        self.chunks[found].link = ChunkLink::COORDINATION;
        self.chunks[index].flags.set(ChunkFlags::COORDINATED);
        self.chunks[index].coordination = found as u32;
        Some(found)
    }

    fn next_of_list(
        &mut self,
        index: usize,
        end: usize,
        floor: usize,
        limit: usize,
    ) -> Option<usize> {
        let joins = |at: usize| at < limit && self.page.tag(at) == Tag::CC && !self.is_but(at);
        let comma = end < limit && self.page.tag(end) == Tag::COMMA;
        let last = match comma {
            false if joins(end) => Some(end + 1),
            true if joins(end + 1) => Some(end + 2),
            _ => None,
        };
        let next = match last {
            Some(first) => {
                let next = self.at(first, limit)?;
                (!self.begins_clause(index, next, comma, floor)).then_some(next)?
            }
            None if comma => {
                let next = self.at(end + 1, limit)?;
                (self.chunks[next].coordination != NONE).then_some(next)?
            }
            None => return None,
        };
        self.alike(index, next).then_some(next)
    }

    fn is_but(&self, at: usize) -> bool {
        const ADVERSATIVE: &[u32] = &[hash("but"), hash("yet"), hash("nor"), hash("so")];
        self.page.is(at, ADVERSATIVE)
    }

    /// Whether `next` is the subject of a clause of its own rather than joined to `index`.
    fn begins_clause(&mut self, index: usize, next: usize, comma: bool, floor: usize) -> bool {
        let chunk = self.chunks[index];
        let first = chunk.tokens.first as usize;
        if self.page.has(first.wrapping_sub(1), PAIR) {
            return false;
        }
        let mut after = self.chunks[next].full.end as usize;
        while self.page.tag_in(after, Tag::RB.bit()) && self.verb_of.get(after) == Some(&NONE) {
            after += 1;
        }
        let finite = finite_at(self.verbs, self.verb_of, after).is_some();
        finite
            && (comma && chunk.coordination == NONE && chunk.flags.has(ChunkFlags::TIME)
                || self.is_behind_verb(first, floor))
    }

    /// Whether two chunks can stand in one list.
    fn alike(&self, index: usize, next: usize) -> bool {
        let (a, b) = (self.chunks[index].flags, self.chunks[next].flags);
        let same = |flag: ChunkFlags| a.has(flag) == b.has(flag);
        same(ChunkFlags::TIME) && same(ChunkFlags::WH)
    }
}
