use sayso_plugin::{Entry, Tag, TokenRange, VerbFlags, Words, rule};

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
    /// >! It was sure to rain.
    pub const RULE: "was-sure-that";
}

/// What joins an adjective and what it is about.
const PREPOSITIONS: &Words = &Words::new(&["about", "at", "by", "in", "of", "over", "with"]);

/// `X is sure that …`
pub fn find<'d>(page: &Page<'d>, index: usize) -> Option<Draft<'d>> {
    let adjective = page.outside(index).filter(|w| w.has(CUE_ADJECTIVE))?;
    let entry = adjective.entry()?;
    let mut verb = index.checked_sub(1)?;
    while verb > 0 && page.tag(verb) == Tag::RB {
        verb -= 1;
    }
    let group = page.verb_group(verb)?;
    let main = page.word(group.main as usize).lemma();
    let convinced = group.main as usize == index && group.flags.has(VerbFlags::PASSIVE);
    if !convinced && !["be", "feel", "seem", "remain", "become"].contains(&main) {
        return None;
    }
    let content = content(page, index + 1, entry)?;
    let source = source::subject_at(page, group.tokens.first as usize)?;
    // `It is clear that` is nobody's thought in particular.
    let somebody = !page.is(source.first as usize, "it");
    somebody.then(|| Draft {
        rule: RULE,
        source: Some(source),
        cue: run(group.tokens.first as usize, index + 1),
        content: vec![content],
        act: page.grammar.own_act(entry).unwrap_or("say"),
        negated: group.flags.has(VerbFlags::NEGATED),
    })
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
