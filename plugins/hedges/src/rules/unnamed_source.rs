use sayso_plugin::{ChunkFlags, ChunkLink, ClauseKind, Tag, TokenRange, Word, rule};

use crate::anchor::Anchor;
use crate::domain::Domain;
use crate::grammar::{clause_from, is_adverb, is_have, is_mark, is_tagged};
use crate::mark::{Category, Mark};
use crate::reach;
use crate::vocabulary::{CLAIMING, GENERIC, UNCOUNTED};

rule! {
    /// A view that is laid to nobody in particular: *people claim*, *some people say*. With the
    /// setting `domain = "encyclopedic"` also whoever and whatever is left uncounted: *some
    /// scholars*, *many towns*.
    ///
    /// > [People claim]cue [that the lake is cursed]scope.
    /// > [Some people say]cue [the old bridge is unsafe]scope.
    /// > [Many historians have argued]cue [that the town was burnt]scope.
    /// > [Others suggest]cue [that it flooded]scope.
    /// > The cracks, which [some say]cue [are old]scope, grew.
    /// >! Ana Duarte says the bridge is unsafe.
    /// >! Some people came late.
    /// >! The people say so.
    /// >! Some senators say it failed.
    /// >! Many claim benefits.
    pub const RULE: "unnamed-source";
}

/// At most so many adverbs and auxiliaries stand between such a group and its verb.
const BETWEEN: usize = 3;

/// A group without a name has at most so many words.
const LONGEST: usize = 4;

/// Reads one at *people* or a word that leaves open how many.
pub fn read(anchor: &Anchor<'_>) -> Option<Mark> {
    if anchor.domain == Domain::Encyclopedic && anchor.has(UNCOUNTED) {
        return uncounted(anchor);
    }
    let (after, of) = group(anchor)?;
    let words = anchor.tokens_from(after);
    let between = |word: &Word<'_>| is_adverb(*word) || is_have(*word);
    let skipped = words.words().take(BETWEEN).take_while(between).count();
    let has = words.words().take(skipped).any(is_have);
    let verb = anchor.at(after + skipped)?;
    let tense = match verb.tag() {
        _ if verb.is("say") => !has,
        Tag::VBP | Tag::VB => !has,
        Tag::VBN | Tag::VBD => has,
        _ => false,
    };
    let end = verb.index() + 1;
    let claims = of && tense && verb.has(CLAIMING) && says(anchor, verb);
    claims.then(|| anchor.hedge(&RULE, Category::Evidential, anchor.start()..end))
}

/// Where a group without a name ends that begins here, and whether a verb can follow it:
/// *people*, *some*, *many historians*.
fn group(anchor: &Anchor<'_>) -> Option<(usize, bool)> {
    // Tagged as a noun behind *some*.
    if anchor.word.is("some") && anchor.precedes_word("say") {
        return Some((anchor.end(), true));
    }
    let chunk = anchor.word.chunk()?;
    let head = anchor.at(chunk.head as usize)?;
    let begins = chunk.tokens.first as usize == anchor.start();
    let alone = head.index() == anchor.start();
    let end = chunk.tokens.end as usize;
    let unnamed = alone || head.has(GENERIC) && end <= anchor.start() + LONGEST;
    let of = chunk.link != ChunkLink::OF && chunk.coordination == sayso_plugin::NONE;
    (begins && unnamed).then_some((end, of))
}

/// Whether what is said follows; after a verb like *claim*, a clause.
fn says(anchor: &Anchor<'_>, verb: Word<'_>) -> bool {
    let end = verb.index() + 1;
    let Some(next) = anchor.at(end).filter(|word| !is_mark(*word)) else {
        return false;
    };
    let finite = Tag::VBP.bit() | Tag::VBZ.bit() | Tag::VBD.bit() | Tag::MD.bit();
    let clause = || clause_from(anchor.reading.document, end);
    let stated = || clause().is_some_and(|clause| clause.kind == ClauseKind::BARE);
    verb.lemma() == "say" || next.is("that") || is_tagged(next, finite) || stated()
}

/// *Some scholars*, *many of them*, *others*.
fn uncounted(anchor: &Anchor<'_>) -> Option<Mark> {
    let chunk = anchor.word.chunk();
    if chunk.is_some_and(|chunk| chunk.flags.has(ChunkFlags::TIME)) {
        return None;
    }
    let end = chunk.map_or(anchor.end(), |chunk| chunk.tokens.end as usize);
    let mut mark = anchor.hedge(&RULE, Category::Evidential, anchor.start()..end);
    mark.scope = reach::after(anchor, anchor.start(), end);
    mark.core = TokenRange::new(anchor.start() as u32, end as u32);
    Some(mark)
}
