use sayso_plugin::{Chunk, TokenRange, VerbFlags, rule};

use crate::draft::Draft;
use crate::extent;
use crate::page::{Page, run};
use crate::source::{self, PERSON};
use crate::words::STANCE;

rule! {
    /// A noun for who is for or against something, said of somebody by a form of "be" or between
    /// commas.
    ///
    /// > [Duarte]source [is a fierce critic of]cue [the plan]content.
    /// > [Brandt]source, [a supporter of]cue [the plan]content, left early.
    /// > [The union]source [remains an opponent of]cue [the closure]content.
    /// >! A critic of the plan left early.
    pub const RULE: "supporter-of";
}

/// `X is a critic of …`, `X, a critic of …`
pub fn find<'d>(page: &Page<'d>, index: usize) -> Option<Draft<'d>> {
    let noun = page.outside(index).filter(|word| word.has(STANCE))?;
    let entry = noun.entry()?;
    let preposition = index + 1;
    let chunk = page
        .chunk(index)
        .filter(|chunk| chunk.head as usize == index)?;
    let governs = page.grammar.takes(entry, true).stand_at(page, preposition);
    let (source, first) = predicated(page, chunk)
        .or_else(|| apposed(page, chunk))
        .filter(|_| governs)?;
    let content = extent::governed(page, preposition + 1);
    (!content.is_empty()).then(|| Draft {
        rule: RULE,
        source: Some(source),
        cue: run(first, preposition + 1),
        content: vec![content],
        act: page.grammar.own_act(entry).unwrap_or("agree"),
        negated: false,
    })
}

/// The subject of a form of "be" before a noun phrase, and where that verb begins.
fn predicated(page: &Page<'_>, chunk: &Chunk) -> Option<(TokenRange, usize)> {
    let group = page.verb_group((chunk.tokens.first as usize).checked_sub(1)?)?;
    let main = page.word(group.main as usize).lemma();
    let is = ["be", "remain", "become"].contains(&main) && !group.flags.has(VerbFlags::NEGATED);
    let first = group.tokens.first as usize;
    Some((source::subject_at(page, first).filter(|_| is)?, first))
}

/// The person whom a noun phrase behind a comma describes, and where the phrase begins.
fn apposed(page: &Page<'_>, chunk: &Chunk) -> Option<(TokenRange, usize)> {
    let first = chunk.tokens.first as usize;
    let comma = first.checked_sub(1).filter(|&i| page.is_comma(i))?;
    let named = page.chunk(comma.checked_sub(1)?)?;
    let article = page.is_one_of(first, &["a", "an"]);
    let person = named.flags.has_any(PERSON) && !source::is_time(page, named);
    let source = source::before(page, named.tokens.end as usize)?;
    (article && person).then_some((source, first))
}
