use sayso_plugin::{Tag, rule};

use crate::anchor::Anchor;
use crate::clause;
use crate::mark::Mark;

rule! {
    /// A phrase put in beside a statement: *as far as I know*, *in a sense*, *so to speak*.
    ///
    /// > [As far as I know]cue, [the bridge is closed]scope.
    /// > [The town was]scope, [in a sense]cue, orphaned.
    /// > [He runs the place]scope, [so to speak]cue.
    pub const RULE: "parenthetical";
}

/// Reads one at such a phrase.
pub fn read(anchor: &Anchor<'_>) -> Option<Mark> {
    let category = anchor.category().filter(|_| !anchor.precedes_word("of"))?;
    let mut mark = anchor.hedge(&RULE, category, anchor.start()..anchor.end());
    let before = clause::before(anchor, anchor.start());
    let bare = before.len() == 1 && anchor.reading.word(before.first as usize).tag() == Tag::CC;
    if !before.is_empty() && (!bare || mark.scope.is_empty()) {
        mark.scope = before;
    }
    Some(mark)
}
