//! The subject of a verb.

use sayso_plugin::{Chunk, ChunkKind, ChunkLink, Clause, ClauseKind, Document, Tag, VerbFlags};

use crate::grammar::clause;

/// Words that open a clause and are tagged as prepositions are.
const SUBORDINATORS: [&str; 9] = [
    "although", "as", "because", "if", "since", "that", "though", "whereas", "while",
];

/// Clauses without a subject of their own share that of the clause they stand in; followed
/// so many times.
const SHARED: usize = 8;

/// The chunk that is the subject of the verb at a word; for *who* and *which* the noun
/// before them.
pub fn subject<'d>(document: &Document<'d>, verb: usize) -> Option<&'d Chunk> {
    let layers = document.layers;
    if let Some(chunk) = chunk_before(document, verb) {
        return Some(chunk);
    }
    let mut clause = clause(document, verb)?;
    for _ in 0..SHARED {
        if let Some(chunk) = layers.chunks.get(clause.subject as usize) {
            return match chunk.kind {
                ChunkKind::WH => before(document, clause.tokens.first as usize),
                _ if is_set_off(document, chunk) => first_chunk(document, clause),
                _ => Some(described(document, clause.subject as usize)),
            };
        }
        if clause.kind == ClauseKind::RELATIVE {
            return before(document, clause.tokens.first as usize);
        }
        if let Some(object) = controller(document, clause) {
            return Some(object);
        }
        let shares = [
            ClauseKind::PARTICIPLE,
            ClauseKind::INFINITIVE,
            ClauseKind::COORDINATE,
            ClauseKind::ADVERBIAL,
        ];
        if !shares.contains(&clause.kind) {
            return None;
        }
        clause = layers.clauses.get(clause.parent as usize)?;
    }
    None
}

/// Whether a comma stands behind a chunk: what is between commas is not the subject.
fn is_set_off(document: &Document<'_>, chunk: &Chunk) -> bool {
    document.tag(chunk.full.end as usize) == Tag::COMMA
}

/// The first chunk of a clause.
fn first_chunk<'d>(document: &Document<'d>, clause: &Clause) -> Option<&'d Chunk> {
    let chunks = document.layers.chunks;
    let at = chunks.partition_point(|chunk| chunk.tokens.first < clause.tokens.first);
    chunks.get(at)
}

/// The chunk that stands directly before a finite verb and belongs to no other.
fn chunk_before<'d>(document: &Document<'d>, verb: usize) -> Option<&'d Chunk> {
    let group = document.verb_group(verb)?;
    let before = (group.tokens.first as usize).checked_sub(1)?;
    if document.tag(before) == Tag::COMMA && group.flags.has(VerbFlags::FINITE) {
        return apposed_before(document, before);
    }
    let chunk = document.chunk(before)?;
    let opener = (chunk.tokens.first as usize).checked_sub(1);
    let opened = opener.is_some_and(|at| SUBORDINATORS.contains(&document.lemma(at)));
    // *…, and officials feared*: joined to a noun, but the subject of the verb.
    let comma = |at: usize| at > 0 && document.tag(at - 1) == Tag::COMMA;
    let joins = |at: usize| document.tag(at) == Tag::CC && comma(at);
    let joined = chunk.link == ChunkLink::COORDINATION && opener.is_some_and(joins);
    let free =
        joined || chunk.link == ChunkLink::NONE || chunk.link == ChunkLink::PREPOSITION && opened;
    let subject = free && chunk.kind != ChunkKind::WH;
    (group.flags.has(VerbFlags::FINITE) && subject).then_some(chunk)
}

/// Whom the appositive before a comma describes: *Ana Duarte, a farmer, is sure*.
fn apposed_before<'d>(document: &Document<'d>, comma: usize) -> Option<&'d Chunk> {
    let chunks = document.layers.chunks;
    let begun = chunks.partition_point(|chunk| (chunk.tokens.first as usize) < comma);
    let last = begun.checked_sub(1)?;
    let apposed = chunks[last].link == ChunkLink::APPOSITION;
    apposed.then(|| described(document, last))
}

/// The chunk that an of-phrase or appositive belongs to.
fn described<'d>(document: &Document<'d>, mut at: usize) -> &'d Chunk {
    let chunks = document.layers.chunks;
    for _ in 0..SHARED {
        let belongs = [ChunkLink::OF, ChunkLink::APPOSITION].contains(&chunks[at].link);
        if !belongs || at == 0 {
            break;
        }
        at -= 1;
    }
    &chunks[at]
}

/// The object that an infinitive behind it belongs to: *led them to ask*; but *she has reason
/// to hope*.
fn controller<'d>(document: &Document<'d>, clause: &Clause) -> Option<&'d Chunk> {
    let before = (clause.tokens.first as usize).checked_sub(1)?;
    let infinitive = clause.kind == ClauseKind::INFINITIVE;
    let chunk = document.chunk(before).filter(|_| infinitive)?;
    let verb = (chunk.tokens.first as usize).checked_sub(1)?;
    let has = document.lemma(verb) == "have";
    document.verb_group(verb).filter(|_| !has).map(|_| chunk)
}

/// The chunk before a word, over a comma.
pub fn before<'d>(document: &Document<'d>, token: usize) -> Option<&'d Chunk> {
    let before = token.checked_sub(1)?;
    let chunk = document.chunk(before);
    chunk.or_else(|| document.chunk(before.checked_sub(1)?))
}
