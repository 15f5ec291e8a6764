use sayso_plugin::{TokenRange, rule};

use crate::cue::Cue;
use crate::draft::Draft;
use crate::extent;
use crate::frames::Frames;
use crate::page::Page;
use crate::source;
use crate::words::{CRITICIZE, OPPOSE, PRAISE, SUPPORT};

rule! {
    /// A judgement or announcement whose content is a noun phrase.
    ///
    /// > [The governor]source [praised]cue [the firefighters]content.
    /// > [The court]source [rejected]cue [the plan]content.
    /// >! The governor called on Monday.
    pub const RULE: "praised-something";
}

/// `X praised Y`
pub fn find<'d>(page: &Page<'d>, cue: &Cue<'d>) -> Option<Draft<'d>> {
    if !cue.has(Frames::OBJECT) || cue.passive {
        return None;
    }
    let object = cue.complement.object?;
    if is_statement(page, object) {
        return None;
    }
    let content = vec![content(page, cue, object)];
    let source = cue.subject(page);
    Some(Draft::of_cue(
        page,
        RULE,
        cue,
        Frames::OBJECT,
        source,
        content,
    ))
}

/// The object with all that belongs to it; a pronoun stands alone before what tells where, when or
/// how: `endorsed her early`, but `attacked her over the delay`.
fn content(page: &Page<'_>, cue: &Cue<'_>, object: TokenRange) -> TokenRange {
    let first = object.first as usize;
    let pronoun = page.is_one_of(first, &["him", "her", "them", "it", "me", "us"]);
    let reason = [
        "about", "as", "for", "from", "of", "over", "than", "to", "with",
    ];
    let alone = pronoun && object.len() == 1 && !page.is_one_of(first + 1, &reason);
    let judges = SUPPORT.or(OPPOSE).or(PRAISE).or(CRITICIZE);
    if alone && cue.entry.classes.has(judges) {
        return object;
    }
    extent::phrase(page, first)
}

/// `issued a statement saying …`: the participle tells what is said.
fn is_statement(page: &Page<'_>, object: TokenRange) -> bool {
    let mut next = object.end as usize;
    if let Some(time) = page.chunk_from(next).filter(|c| source::is_time(page, c)) {
        next = time.tokens.end as usize;
    }
    let chunk = page.chunk(object.first as usize);
    chunk.is_some_and(|chunk| source::is_occasion(page, chunk))
        && Cue::at(page, next).is_some_and(|says| {
            says.participle && says.has(Frames::THAT.or(Frames::OBJECT_TO)) && !says.passive
        })
}
