use sayso_plugin::{Tag, Word, rule};

use crate::anchor::Anchor;
use crate::grammar::is_adverb;
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
    /// > The pipes are [liable to]cue [freeze]scope.
    /// >! He is liable to prosecution.
    /// >! She tended to the sheep.
    /// >! The dog looks like a wolf.
    pub const RULE: "seem";
}

/// Reads one at a verb of seeming.
pub fn read(anchor: &Anchor<'_>) -> Option<Mark> {
    let verb = |word: Word<'_>| word.tag() == Tag::VB || is_adverb(word);
    if anchor.has(TEND) && !anchor.next().is_some_and(verb) {
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
