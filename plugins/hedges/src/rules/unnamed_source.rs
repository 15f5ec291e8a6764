use sayso_plugin::{ChunkFlags, ChunkLink, Tag, TokenRange, rule};

use crate::anchor::Anchor;
use crate::domain::Domain;
use crate::grammar::is_mark;
use crate::mark::{Category, Mark};
use crate::reach;
use crate::vocabulary::{CLAIMING, UNCOUNTED};

rule! {
    /// A view that is laid to nobody in particular: *people claim*, *some people say*. With the
    /// setting `domain = "encyclopedic"` also whoever and whatever is left uncounted: *some
    /// scholars*, *many towns*.
    ///
    /// > [People claim]cue [that the lake is cursed]scope.
    /// > [Some people say]cue [the old bridge is unsafe]scope.
    /// >! Ana Duarte says the bridge is unsafe.
    /// >! Some people came late.
    /// >! The people say so.
    pub const RULE: "unnamed-source";
}

/// Reads one at *people* or a word that leaves open how many.
pub fn read(anchor: &Anchor<'_>) -> Option<Mark> {
    if anchor.domain == Domain::Encyclopedic && anchor.has(UNCOUNTED) {
        return uncounted(anchor);
    }
    let chunk = anchor.word.chunk()?;
    let whole =
        chunk.tokens.first as usize == anchor.start() && chunk.head as usize + 1 == anchor.end();
    let verb = anchor.next()?;
    let present = [Tag::VBP, Tag::VB].contains(&verb.tag()) && verb.has(CLAIMING);
    let claims = whole && chunk.link == ChunkLink::NONE && present;
    let end = verb.index() + 1;
    let said = || anchor.at(end).is_some_and(|word| !is_mark(word));
    (claims && said()).then(|| anchor.hedge(&RULE, Category::Evidential, anchor.start()..end))
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
