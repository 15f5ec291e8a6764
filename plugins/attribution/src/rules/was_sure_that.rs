use sayso_plugin::{Chunk, Entry, Tag, TokenRange, VerbFlags, VerbGroup, Words, rule};

use crate::draft::Draft;
use crate::extent;
use crate::page::{Page, run};
use crate::source;
use crate::words::CUE_ADJECTIVE;

rule! {
    /// An adjective of thinking or feeling behind a form of "be", with a clause or infinitive.
    ///
    /// > [Duarte]source [was sure]cue that [the bridge was safe]content.
    /// > [He]source [is eager]cue [to open the road]content.
    /// > [Brandt]source, [eager]cue [to open the road]content, left early.
    /// >! It was sure to rain.
    pub const RULE: "was-sure-that";
}

/// What joins an adjective and what it is about.
const PREPOSITIONS: &Words = &Words::new(&["about", "at", "by", "in", "of", "over", "with"]);

/// `X is sure that …`
pub fn find<'d>(page: &Page<'d>, index: usize) -> Option<Draft<'d>> {
    let adjective = page.outside(index).filter(|w| w.has(CUE_ADJECTIVE))?;
    let entry = adjective.entry()?;
    let mut content = content(page, index + 1, entry)?;
    let (source, first, negated) = match described(page, index) {
        Some(source) => {
            // The comma that closes the description ends what it tells.
            let comma = content.range().find(|&i| page.is_comma(i));
            content.end = comma.map_or(content.end, |comma| comma as u32);
            (source, index, false)
        }
        None => {
            let group = verb_before(page, index)?;
            let first = group.tokens.first as usize;
            let negated = group.flags.has(VerbFlags::NEGATED);
            (source::subject_at(page, first)?, first, negated)
        }
    };
    // `It is clear that` is nobody's thought in particular.
    let somebody = !page.is(source.first as usize, "it");
    somebody.then(|| Draft {
        rule: RULE,
        source: Some(source),
        cue: run(first, index + 1),
        content: vec![content],
        act: page.grammar.own_act(entry).unwrap_or("say"),
        negated,
    })
}

/// The form of "be" or the like that an adjective is the predicate of: `is sure`, `was not convinced`.
fn verb_before<'d>(page: &Page<'d>, index: usize) -> Option<&'d VerbGroup> {
    let mut verb = index.checked_sub(1)?;
    while verb > 0 && page.tag(verb) == Tag::RB {
        verb -= 1;
    }
    let group = page.verb_group(verb)?;
    let main = page.word(group.main as usize).lemma();
    let convinced = group.main as usize == index && group.flags.has(VerbFlags::PASSIVE);
    let is = convinced || ["be", "feel", "seem", "remain", "become"].contains(&main);
    is.then_some(group)
}

/// Whom an adjective between commas describes: `[Brandt], wary of the plan, left`.
fn described(page: &Page<'_>, index: usize) -> Option<TokenRange> {
    let comma = index.checked_sub(1).filter(|&i| page.is_comma(i))?;
    let person =
        |chunk: &&Chunk| chunk.flags.has_any(source::PERSON) && !source::is_time(page, chunk);
    let last = page.chunk(comma.checked_sub(1)?).filter(person)?;
    source::before(page, last.tokens.end as usize)
}

/// What stands behind an adjective: a clause, an infinitive, or what a preposition governs.
fn content(page: &Page<'_>, next: usize, entry: &Entry) -> Option<TokenRange> {
    let act = page.grammar.own_act(entry);
    let thought = matches!(act, Some("believe" | "predict" | "say"));
    let question = Tag::WP.bit() | Tag::WRB.bit() | Tag::WDT.bit();
    if page.is(next, "that") {
        Some(extent::clause(page, next + 1))
    } else if page.chunk_from(next).is_some() && page.clause_of_subject(next).is_some()
        || page.tag_in(next, question)
        || page.is(next, "whether")
        || page.is_infinitive(next) && !thought
    {
        Some(extent::clause(page, next))
    } else if page.is_any(next, PREPOSITIONS) && page.outside(next + 1).is_some() {
        Some(extent::governed(page, next + 1))
    } else {
        None
    }
}
