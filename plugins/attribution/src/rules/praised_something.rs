use sayso_plugin::{Tag, TokenRange, rule};

use crate::cue::Cue;
use crate::draft::Draft;
use crate::extent;
use crate::frames::Frames;
use crate::page::Page;
use crate::source;
use crate::speech::mention_type;
use crate::words::{CRITICIZE, OPPOSE, PRAISE, SUPPORT};

rule! {
    /// A judgement or announcement whose content is a noun phrase.
    ///
    /// > [The governor]source [praised]cue [the firefighters]content.
    /// > [The court]source [rejected]cue [the plan]content.
    /// > [He]source [pledged]cue [“cooperation” with the town]content.
    /// >! The governor called on Monday.
    pub const RULE: "praised-something";
}

/// `X praised Y`
pub fn find<'d>(page: &Page<'d>, cue: &Cue<'d>) -> Option<Draft<'d>> {
    let object = cue.complement.object.filter(|_| !cue.passive)?;
    let content = content(page, cue, object);
    // In quotation marks there are words of somebody, whatever the verb: `pledged “cooperation”`.
    if !cue.has(Frames::OBJECT) && !is_quoted(page, cue, content) || is_statement(page, object) {
        return None;
    }
    let content = vec![content];
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

/// Whether words in quotation marks that are no title belong to an object: `pledged “cooperation”`,
/// `pushed his promise of “free roads”`.
fn is_quoted(page: &Page<'_>, cue: &Cue<'_>, content: TokenRange) -> bool {
    const NEAR: usize = 24;
    let quotes = |i: usize| {
        let mention = || page.word(i).quotation();
        page.speech_at(i).is_some()
            || page.tag(i) == Tag::QUOTE_OPEN
                && mention().is_some_and(|q| mention_type(page.reading, q) == "term")
    };
    // `told “The Hour” that`: whom it was said to.
    !cue.has(Frames::HEARER.or(Frames::RAISING)) && content.range().take(NEAR).any(quotes)
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
