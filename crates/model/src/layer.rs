//! What rules over part-of-speech tags find: names, noun phrases, verb groups and clauses.
//!
//! All of it is stored in flat arrays in text order; one thing refers to another by its
//! index, with [`NONE`] for "there is none".

mod kinds;

use crate::{NONE, TokenRange};
pub use kinds::{ChunkFlags, ChunkKind, ChunkLink, ClauseKind, Gender, NameKind, Tense, VerbFlags};

/// A noun phrase without what follows its head, and how far it goes on.
///
/// ```text
/// [the U.S. *plan]   [about 200 *people]   [Moscow's *concerns]   [Sen. John *McCain]
/// ```
#[repr(C)]
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Chunk {
    /// From its first word to its last noun; chunks follow one another and never overlap.
    pub tokens: TokenRange,
    /// The same with the of-phrases and appositives behind it: `the head of the agency`,
    /// `Sean McCormack, a spokesman`. Begins where `tokens` does.
    pub phrase: TokenRange,
    /// The same with all that is joined to it: `Rice, Gates and their counterparts`, for
    /// `Rice`. Begins where `tokens` does.
    pub full: TokenRange,
    /// Index of the token that is its head: the last noun.
    pub head: u32,
    /// Index of the possessive mark inside (`Moscow` `'s` `concerns`); the owner stands
    /// between the chunk's first token and this one. [`NONE`] without an owner.
    pub possessive: u32,
    /// Index of the next chunk of the same list (`Gates`, for `Rice`); else [`NONE`].
    pub coordination: u32,
    /// What else is known of it.
    pub flags: ChunkFlags,
    /// What its head is.
    pub kind: ChunkKind,
    /// How it is joined to the words before it.
    pub link: ChunkLink,
    /// Zero; for later use.
    pub reserved: u16,
}

impl Chunk {
    /// The next chunk of the same list, by index.
    pub fn next_joined(&self) -> Option<usize> {
        (self.coordination != NONE).then_some(self.coordination as usize)
    }

    /// The tokens of the owner: `Moscow` in `Moscow's concerns`.
    pub fn owner(&self) -> Option<TokenRange> {
        let owned = self.possessive != NONE;
        owned.then(|| TokenRange::new(self.tokens.first, self.possessive))
    }
}

/// A name: a run of capitalised words, without the title before it.
#[repr(C)]
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Name {
    /// Its words, without title.
    pub tokens: TokenRange,
    /// The title or role directly before it (`Secretary of State`, `spokesman`); may be empty.
    pub title: TokenRange,
    /// What it names.
    pub kind: NameKind,
    /// The gender that given name or title tell.
    pub gender: Gender,
    /// Zero; for later use.
    pub reserved: u16,
}

/// A verb with its auxiliaries, negation and the adverbs between them.
///
/// ```text
/// [has also *said]   [did not immediately *respond]   [is expected to *discuss]
/// ```
#[repr(C)]
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct VerbGroup {
    /// From the first verb (or `to`) to the last, with its particle (`pointed out`).
    pub tokens: TokenRange,
    /// Index of the token that is the main verb.
    pub main: u32,
    /// Form and voice.
    pub flags: VerbFlags,
    /// The tense of a finite group.
    pub tense: Tense,
    /// Zero; for later use.
    pub reserved: u8,
}

/// A clause. Clauses are nested or apart, never crossing; an outer one comes before those in it.
#[repr(C)]
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Clause {
    /// From its opener to its last word.
    pub tokens: TokenRange,
    /// Index of the token that opens it (`that`, `who`, `because`, `and`, `to`); else [`NONE`].
    pub opener: u32,
    /// Index of its verb group; [`NONE`] if none was found.
    pub verb: u32,
    /// Index of the chunk that is its subject; [`NONE`] if it has none of its own.
    pub subject: u32,
    /// Index of the clause it stands in; [`NONE`] for a main clause.
    pub parent: u32,
    /// What it is.
    pub kind: ClauseKind,
    /// Zero; for later use.
    pub reserved: [u8; 3],
}
