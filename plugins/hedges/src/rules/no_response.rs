use sayso_plugin::combinators::{class, gap, word};
use sayso_plugin::nom::{
    Parser,
    branch::alt,
    combinator::{opt, recognize},
};
use sayso_plugin::{Match, Tokens, rule};

use crate::anchor::Anchor;
use crate::group;
use crate::mark::Mark;
use crate::rules::declined_to::skip_on;
use crate::vocabulary::REQUEST;

rule! {
    /// An unanswered request: *did not respond to a request for comment*, *did not return
    /// calls*.
    ///
    /// > The bank [did not immediately respond to a request for comment]cue.
    /// > She [did not return phone calls seeking comment]cue on [the fire]scope.
    /// > The school [has not replied to several messages]cue.
    /// >! He did not respond to the treatment.
    /// >! They did not return home.
    /// >! He did not reply to the letter.
    pub const RULE: "no-response";
}

/// Reads one at a verb of answering.
pub fn read(anchor: &Anchor<'_>) -> Option<Mark> {
    let group = group::before(anchor);
    if !group.negated || group.be {
        return None;
    }
    let (rest, _) = request(anchor.after()).ok()?;
    let end = rest.range().first as usize;
    let specific = (anchor.end()..end).any(|at| anchor.at(at).is_some_and(|w| w.is("the")));
    if specific {
        return None;
    }
    Some(anchor.non_commitment(&RULE, group.first..end, skip_on(rest)))
}

/// *To a request for comment*, *phone calls seeking comment*, *to several messages*.
fn request(tokens: Tokens<'_>) -> Match<'_> {
    let purpose = alt((word("for"), word("seeking"), word("to"), word("requesting")));
    recognize((gap(5, class(REQUEST)), opt((purpose, gap(2, comment))))).parse(tokens)
}

fn comment(tokens: Tokens<'_>) -> Match<'_> {
    alt((word("comment"), word("comments"), word("interview"))).parse(tokens)
}
