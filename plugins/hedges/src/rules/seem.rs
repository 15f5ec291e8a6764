use sayso_plugin::{Shape, Word, rule};

use crate::anchor::Anchor;
use crate::grammar::is_determiner;
use crate::group;
use crate::mark::{Category, Mark};
use crate::vocabulary::{LOOK_LIKE, TEND};

rule! {
    /// *Seem*, *tend to*, and *it looks like*.
    ///
    /// > Voters [seem]cue [tired of the race]scope.
    /// > Such plans [tend to]cue [fail]scope.
    /// > [It looks like]cue [the roof will hold]scope.
    /// > That [would seem]cue [fair]scope.
    /// >! She tended to the sheep.
    /// >! The dog looks like a wolf.
    pub const RULE: "seem";
}

/// Reads one at a verb of seeming.
pub fn read(anchor: &Anchor<'_>) -> Option<Mark> {
    let nominal = |word: Word<'_>| is_determiner(word) || word.has_shape(Shape::CAPITAL);
    if anchor.has(TEND) && anchor.next().is_none_or(nominal) {
        return None;
    }
    let group = group::before(anchor);
    let first = match anchor.has(LOOK_LIKE) {
        true => anchor.before(1).filter(|word| word.is("it"))?.index(),
        false if group.modal => group.first,
        false => anchor.start(),
    };
    Some(anchor.hedge(&RULE, Category::Epistemic, first..anchor.end()))
}
