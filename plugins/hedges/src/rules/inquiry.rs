use sayso_plugin::{Tag, rule};

use crate::anchor::Anchor;
use crate::grammar::clause_from;
use crate::group;
use crate::mark::{Category, Mark};

rule! {
    /// What a study finds out and so is open: *whether* and *if* after a verb of inquiry; not
    /// what somebody decides.
    ///
    /// > We examined [whether]cue [the gene is lost]scope.
    /// > To determine [if]cue [the gene is lost]scope, we bred mice.
    /// > The study tested [whether]cue [it floats]scope.
    /// >! The vote will determine whether he stays.
    /// >! They examined whether to leave.
    /// >! They tested it.
    pub const RULE: "inquiry";
}

/// Words that research is told by.
const STUDIES: [&str; 11] = [
    "analyses",
    "analysis",
    "assay",
    "assays",
    "experiment",
    "experiments",
    "patients",
    "studies",
    "study",
    "trial",
    "we",
];

/// The study is named within so many words.
const NEAR: usize = 40;

/// Whether the authors (*we*) or a study do something in the sentence, outside quotations.
fn is_of_research(anchor: &Anchor<'_>) -> bool {
    let document = anchor.reading.document;
    let first = anchor.start().saturating_sub(NEAR);
    let mut near = (first..anchor.end() + NEAR).filter_map(|index| anchor.at(index));
    let studied = near.any(|word| STUDIES.iter().any(|form| word.is(form)));
    studied && document.tokens[anchor.start()].quotation().is_none()
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
    let group = group::before(anchor);
    let found = anchor.word.is("determined") && !group.is_own();
    let decides = group.modal || found || anchor.word.tag() == Tag::VBZ;
    if !stated || to || decides || !anchor.word.tag().is_verb() {
        return None;
    }
    if !is_of_research(anchor) {
        return None;
    }
    let cue = anchor.end()..anchor.end() + 1;
    let mark = anchor.hedge(&RULE, Category::Epistemic, cue);
    Some(Mark {
        core: mark.cue,
        ..mark
    })
}
