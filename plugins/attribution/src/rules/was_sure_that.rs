use sayso_plugin::{Tag, VerbFlags, rule};

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
    let next = index + 1;
    let first = if page.is(next, "that") {
        next + 1
    } else if page.chunk_from(next).is_some() && page.clause_of_subject(next).is_some()
        || page.tag_in(next, Tag::WP.bit() | Tag::WRB.bit() | Tag::WDT.bit())
        || page.is(next, "whether")
        || page.is_infinitive(next)
            && !matches!(entry.field("act"), Some("believe" | "predict" | "say"))
    {
        next
    } else if page.is_one_of(next, &["about", "of", "with"]) {
        next + 1
    } else {
        return None;
    };
    let source = source::subject_at(page, group.tokens.first as usize)?;
    // `It is clear that` is nobody's thought in particular.
    let somebody = !page.is(source.first as usize, "it");
    somebody.then(|| Draft {
        rule: RULE,
        source: Some(source),
        cue: run(group.tokens.first as usize, index + 1),
        content: vec![extent::clause(page, first)],
        act: entry.field("act").unwrap_or("say"),
        negated: group.flags.has(VerbFlags::NEGATED),
    })
}
