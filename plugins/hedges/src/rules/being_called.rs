use sayso_plugin::rule;

use crate::anchor::Anchor;
use crate::grammar::is_object;
use crate::group;
use crate::mark::{Category, Mark};

rule! {
    /// A name that is going round: *what is being called*, *sometimes called*.
    ///
    /// > They met in [what is being called]cue [the summit of the century]scope.
    /// > The disease, [sometimes called]cue [river fever]scope, is rare.
    /// >! The town is called Arden.
    /// >! He called the plan a joke.
    pub const RULE: "being-called";
}

/// Adverbs that say a name is not everybody's.
const AT_TIMES: [&str; 6] = [
    "sometimes",
    "often",
    "widely",
    "commonly",
    "popularly",
    "jokingly",
];

/// Reads one at a verb of naming.
pub fn read(anchor: &Anchor<'_>) -> Option<Mark> {
    let group = group::before(anchor);
    let what = group.before.filter(|word| word.is("what"));
    let being = anchor.follows_word("being");
    let adverb = anchor
        .before(1)
        .filter(|word| AT_TIMES.iter().any(|form| word.is(form)));
    let first = match (what, adverb) {
        (Some(what), _) if being && group.be => what.index(),
        (_, Some(_)) if group.be => group.first,
        (_, Some(adverb)) if !group.before.is_some_and(|w| is_object(w)) => adverb.index(),
        _ => return None,
    };
    (!anchor.ends_phrase()).then(|| anchor.hedge(&RULE, Category::Evidential, first..anchor.end()))
}
