use sayso_plugin::combinators::{class, word};
use sayso_plugin::nom::{
    Parser,
    branch::alt,
    combinator::{opt, recognize, value},
    sequence::{preceded, terminated},
};
use sayso_plugin::{Match, Tokens, rule};

use crate::anchor::Anchor;
use crate::mark::Mark;
use crate::vocabulary::{DISCLOSURE, REQUEST};

rule! {
    /// A refusal to tell: *declined to predict*, *refused to answer questions*. Its scope is
    /// what was not told.
    ///
    /// > She [declined to predict]cue [whether the bill would pass]scope.
    /// > The firm [declined to comment]cue.
    /// > He [refused to answer questions]cue on [the sale]scope.
    /// > The ministry, [declining to discuss]cue [the case]scope, hung up.
    /// >! He declined to run.
    /// >! Sales declined to ten.
    pub const RULE: "declined-to";
}

/// Reads one at a verb of refusal.
pub fn read(anchor: &Anchor<'_>) -> Option<Mark> {
    let (rest, _) = told(anchor.after()).ok()?;
    let end = rest.range().first as usize;
    Some(anchor.non_commitment(&RULE, anchor.start()..end, skip_on(rest)))
}

/// *To predict*, *to answer questions*, *answering*; *to say anything*.
fn told(tokens: Tokens<'_>) -> Match<'_> {
    let disclose = preceded(opt(alt((word("to"), word("from")))), class(DISCLOSURE));
    recognize(terminated(disclose, opt(class(REQUEST)))).parse(tokens)
}

/// Where the topic begins: after *on* or *about*.
pub fn skip_on(tokens: Tokens<'_>) -> usize {
    let on = alt((word("on"), word("about"), word("further")));
    let skipped = value((), on).parse(tokens);
    let first = tokens.range().first as usize;
    first + usize::from(skipped.is_ok())
}
