use sayso_plugin::combinators::{class, gap, word};
use sayso_plugin::nom::{
    Parser,
    branch::alt,
    combinator::{opt, recognize},
};
use sayso_plugin::{Match, Tag, Tokens, rule};

use crate::anchor::Anchor;
use crate::clause;
use crate::grammar::subject;
use crate::group;
use crate::mark::{Holder, Mark};
use crate::rules::declined_to::skip_on;
use crate::vocabulary::REQUEST;

rule! {
    /// An unanswered request: *did not respond to a request for comment*, *did not return
    /// calls*.
    ///
    /// > The bank [did not immediately respond to a request for comment]cue.
    /// > She [did not return phone calls seeking comment]cue on [the fire]scope.
    /// > The school [has not replied to several messages]cue.
    /// > [His calls to the firm]scope [were not immediately returned]cue.
    /// > [A message left at his office]scope [went unanswered]cue.
    /// >! The questions of the jury were not fair.
    /// >! He did not respond to the treatment.
    /// >! They did not return home.
    /// >! He did not reply to the letter.
    pub const RULE: "no-response";
}

/// Reads one at a verb of answering.
pub fn read(anchor: &Anchor<'_>) -> Option<Mark> {
    let group = group::before(anchor);
    let went = anchor.follows(|word| word.lemma() == "go" || word.lemma() == "remain");
    let unanswered = anchor.word.is("unanswered") && went;
    if unanswered || group.be && group.negated {
        let first = if unanswered {
            anchor.start() - 1
        } else {
            group.first
        };
        return passive(anchor, first);
    }
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

/// *Calls were not returned*: nobody says who did not.
fn passive(anchor: &Anchor<'_>, first: usize) -> Option<Mark> {
    let subject = subject(anchor.reading.document, anchor.start())?;
    let asked = anchor.reading.word(subject.head as usize).has(REQUEST);
    let mark = anchor.non_commitment(&RULE, first..anchor.end(), anchor.end());
    let participle = anchor.word.is("unanswered") || anchor.word.tag() == Tag::VBN;
    (asked && participle).then(|| Mark {
        scope: clause::before(anchor, first),
        holder: Holder::Surrounding,
        ..mark
    })
}

/// *To a request for comment*, *phone calls seeking comment*, *to several messages*.
fn request(tokens: Tokens<'_>) -> Match<'_> {
    let purpose = alt((word("for"), word("seeking"), word("to"), word("requesting")));
    recognize((gap(5, class(REQUEST)), opt((purpose, gap(2, comment))))).parse(tokens)
}

fn comment(tokens: Tokens<'_>) -> Match<'_> {
    alt((word("comment"), word("comments"), word("interview"))).parse(tokens)
}
