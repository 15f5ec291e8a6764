use sayso_plugin::{Tag, rule};

use crate::anchor::Anchor;
use crate::grammar::clause_from;
use crate::group;
use crate::mark::{Category, Mark};

rule! {
    /// What is being found out and so is open: *whether* and *if* after a verb of inquiry; not
    /// what somebody decides.
    ///
    /// > We examined [whether]cue [the gene is lost]scope.
    /// > Police are trying to determine [if]cue [the fire was set]scope.
    /// > They tested [whether]cue [it floats]scope.
    /// >! The vote will determine whether he stays.
    /// >! They examined whether to leave.
    /// >! They tested it.
    pub const RULE: "inquiry";
}

/// Reads one at a verb of inquiry.
pub fn read(anchor: &Anchor<'_>) -> Option<Mark> {
    let asked = anchor.next()?;
    let clause = clause_from(anchor.reading.document, anchor.end() + 1);
    let stated = asked.is("whether") || asked.is("if") && clause.is_none_or(|c| c.tokens.len() > 1);
    let to = anchor
        .at(anchor.end() + 1)
        .is_some_and(|word| word.tag() == Tag::TO);
    // What will determine whether something happens decides it.
    let found = anchor.word.is("determined") && anchor.follows(|word| !word.is("we"));
    let decides = group::before(anchor).modal || found || anchor.word.tag() == Tag::VBZ;
    if !stated || to || decides || !anchor.word.tag().is_verb() {
        return None;
    }
    let cue = anchor.end()..anchor.end() + 1;
    let mark = anchor.hedge(&RULE, Category::Epistemic, cue);
    Some(Mark {
        core: mark.cue,
        ..mark
    })
}
