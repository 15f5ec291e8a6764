//! What the language layer says of words, in the terms the rules use.

use sayso_plugin::{
    Chunk, ChunkKind, ChunkLink, Clause, ClauseKind, Document, Tag, TokenKind, VerbFlags, Word,
};

/// Tags of adverbs.
const ADVERB: u64 = Tag::RB.bit() | Tag::RBR.bit() | Tag::RBS.bit();

/// Tags of words that open a noun phrase.
const DETERMINER: u64 = Tag::DT.bit()
    | Tag::PDT.bit()
    | Tag::PRP_POSSESSIVE.bit()
    | Tag::POS.bit()
    | Tag::WP_POSSESSIVE.bit();

/// Tags of wh-words.
const WH: u64 = Tag::WDT.bit() | Tag::WP.bit() | Tag::WRB.bit();

/// Tags of adjectives.
const ADJECTIVE: u64 = Tag::JJ.bit() | Tag::JJR.bit() | Tag::JJS.bit();

/// Clauses without a subject of their own share that of the clause they stand in; followed
/// so many times.
const SHARED: usize = 8;

/// Words that open a clause and are tagged as prepositions are.
const SUBORDINATORS: [&str; 9] = [
    "although", "as", "because", "if", "since", "that", "though", "whereas", "while",
];

/// How many clauses that end before a word are passed over in search of the one it is in.
const ENDED: usize = 64;

/// Whether a word is tagged with one of a set, made with [`Tag::bit`].
pub fn is_tagged(word: Word<'_>, set: u64) -> bool {
    word.tag().is_in(set)
}

/// *Is*, *were*, *'s*.
pub fn is_be(word: Word<'_>) -> bool {
    word.tag().is_verb() && word.lemma() == "be"
}

/// *Has*, *'ve*.
pub fn is_have(word: Word<'_>) -> bool {
    word.tag().is_verb() && word.lemma() == "have"
}

/// *Does*, *did*.
pub fn is_do(word: Word<'_>) -> bool {
    word.tag().is_verb() && word.lemma() == "do"
}

/// *Would*, *ca*, *'ll*.
pub fn is_modal(word: Word<'_>) -> bool {
    word.tag() == Tag::MD
}

/// *Not*, *n't*.
pub fn is_negation(word: Word<'_>) -> bool {
    word.is("not") || word.is("n't")
}

/// *Now*, *widely*; not *not*.
pub fn is_adverb(word: Word<'_>) -> bool {
    is_tagged(word, ADVERB) && !is_negation(word)
}

/// *Large*, *latest*.
pub fn is_adjective(word: Word<'_>) -> bool {
    is_tagged(word, ADJECTIVE)
}

/// *The*, *her*, *'s*.
pub fn is_determiner(word: Word<'_>) -> bool {
    is_tagged(word, DETERMINER)
}

/// *Of*, *against*; not *that* or *whether*.
pub fn is_preposition(word: Word<'_>) -> bool {
    word.tag() == Tag::IN && !word.is("that") && !word.is("whether") && !word.is("if")
}

/// *Whether*, *how*, *who*: what an indirect question begins with.
pub fn is_wh(word: Word<'_>) -> bool {
    is_tagged(word, WH) || word.is("whether") || word.is("if")
}

/// A personal pronoun or *there*.
pub fn is_pronoun(word: Word<'_>) -> bool {
    is_tagged(word, Tag::PRP.bit() | Tag::EX.bit())
}

/// A personal pronoun in the form of an object: *him*, *themselves*.
pub fn is_object(word: Word<'_>) -> bool {
    let forms = ["me", "him", "us", "them", "her"];
    word.tag() == Tag::PRP && (forms.iter().any(|form| word.is(form)) || is_reflexive(word))
}

fn is_reflexive(word: Word<'_>) -> bool {
    let form = word.form();
    form.ends_with("self") || form.ends_with("selves")
}

/// A pronoun that a clause begins with.
pub fn is_subject_pronoun(word: Word<'_>) -> bool {
    is_pronoun(word) && !is_object(word)
}

/// A punctuation or quotation mark.
pub fn is_mark(word: Word<'_>) -> bool {
    matches!(
        word.kind(),
        TokenKind::PUNCTUATION | TokenKind::QUOTE_OPEN | TokenKind::QUOTE_CLOSE
    )
}

/// The innermost clause a word is in.
pub fn clause<'d>(document: &Document<'d>, token: usize) -> Option<&'d Clause> {
    let clauses = document.layers.clauses;
    let begun = clauses.partition_point(|clause| clause.tokens.first as usize <= token);
    let mut clause = clauses.get(begun.checked_sub(1)?)?;
    for _ in 0..ENDED {
        if clause.tokens.contains(token as u32) {
            return Some(clause);
        }
        clause = clauses.get(clause.parent as usize)?;
    }
    None
}

/// The innermost clause that begins at a word.
pub fn clause_from<'d>(document: &Document<'d>, token: usize) -> Option<&'d Clause> {
    let clauses = document.layers.clauses;
    let begun = clauses.partition_point(|clause| clause.tokens.first as usize <= token);
    let last = clauses.get(begun.checked_sub(1)?)?;
    (last.tokens.first as usize == token).then_some(last)
}

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

/// Endings of nouns for whoever does something, and nouns with them that are things.
const AGENT: [&str; 8] = ["er", "or", "ist", "ian", "ee", "man", "woman", "ant"];
const NO_AGENT: [&str; 93] = [
    "answer",
    "banner",
    "barrier",
    "border",
    "bumper",
    "center",
    "chamber",
    "chapter",
    "character",
    "coffee",
    "color",
    "colour",
    "committee",
    "computer",
    "container",
    "corner",
    "corridor",
    "cover",
    "danger",
    "degree",
    "disorder",
    "door",
    "error",
    "factor",
    "favor",
    "favour",
    "fever",
    "figure",
    "filter",
    "finger",
    "flavor",
    "flavour",
    "floor",
    "flower",
    "folder",
    "glacier",
    "grant",
    "guarantee",
    "hammer",
    "harbor",
    "harbour",
    "honor",
    "honour",
    "humor",
    "humour",
    "hunger",
    "indicator",
    "instant",
    "labor",
    "labour",
    "ladder",
    "layer",
    "letter",
    "marker",
    "matter",
    "meter",
    "mirror",
    "monitor",
    "motor",
    "number",
    "offer",
    "order",
    "other",
    "paper",
    "parameter",
    "plant",
    "pointer",
    "power",
    "quarter",
    "receptor",
    "register",
    "restaurant",
    "river",
    "rumor",
    "rumour",
    "sector",
    "sensor",
    "shelter",
    "shower",
    "silver",
    "summer",
    "terror",
    "tower",
    "transistor",
    "trigger",
    "tumor",
    "tumour",
    "vapor",
    "warrant",
    "water",
    "weather",
    "winter",
    "wonder",
];

/// Whether a noun is one for persons by its ending: *grower*, *inspector*; not *letter*.
pub fn is_agent(noun: &str) -> bool {
    let ending = AGENT.iter().any(|ending| noun.ends_with(ending));
    ending && noun.len() > 4 && !NO_AGENT.contains(&noun)
}
