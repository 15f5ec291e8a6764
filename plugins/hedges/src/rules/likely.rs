use sayso_plugin::{Word, rule};

use crate::anchor::Anchor;
use crate::clause;
use crate::group;
use crate::mark::{Category, Kind, Mark};
use crate::vocabulary::PREDICATIVE;

rule! {
    /// *Likely*, *unlikely*, *doubtful* of what may come or be; not of kinds of persons
    /// (*likely voters*), nor in comparisons (*more likely to*).
    ///
    /// > The council will [likely]cue [delay the vote]scope.
    /// > The council is [unlikely]cue [to delay the vote]scope.
    /// > It was [highly unlikely]cue [that anyone survived]scope.
    /// > A deal [isn’t likely]cue [to come soon]scope.
    /// >! The poll asked 800 likely voters.
    /// >! Women were more likely to answer than men.
    /// >! They made an unlikely pair.
    pub const RULE: "likely";
}

/// Reads one at an adjective of probability.
pub fn read(anchor: &Anchor<'_>) -> Option<Mark> {
    if compares(anchor) || describes_persons(anchor) || is_attributive(anchor) {
        return None;
    }
    let group = group::before(anchor);
    let first = group::negation(anchor, &group);
    let mut mark = anchor.hedge(&RULE, Category::Epistemic, first..anchor.end());
    if mark.scope.is_empty() {
        mark.scope = clause::before(anchor, first);
    }
    if group.negated {
        mark.kind = Kind::Hedge {
            category: Category::Epistemic,
            strength: "strong",
        };
    }
    Some(mark)
}

fn compares(anchor: &Anchor<'_>) -> bool {
    let degree = |word: Word<'_>| {
        ["more", "less", "as", "how", "least"]
            .iter()
            .any(|w| word.is(w))
    };
    anchor.before(1).is_some_and(degree)
}

/// *Likely voters*, *likely Republican primary voters*: a term of pollsters.
fn describes_persons(anchor: &Anchor<'_>) -> bool {
    let terms = ["voter", "electorate", "caucusgoer", "story"];
    let chunk = anchor.next().and_then(|next| next.chunk());
    chunk.is_some_and(|chunk| {
        let head = anchor.reading.document.lemma(chunk.head as usize);
        anchor.end() <= chunk.head as usize && terms.contains(&head)
    })
}

/// Whether an adjective that is no adverb stands before a noun: *an unlikely pair*.
fn is_attributive(anchor: &Anchor<'_>) -> bool {
    let predicative = anchor.precedes_word("to")
        || anchor.precedes_word("that")
        || anchor.ends_phrase()
        || group::before(anchor).be;
    anchor.has(PREDICATIVE) && (!predicative || anchor.precedes_word("cause"))
}
