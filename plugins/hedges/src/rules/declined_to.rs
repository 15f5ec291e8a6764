use sayso_plugin::combinators::{class, no_match, noun_phrase, one, word};
use sayso_plugin::nom::{
    Parser,
    branch::alt,
    combinator::{opt, recognize},
    sequence::{preceded, terminated},
};
use sayso_plugin::{ChunkFlags, Match, Tag, TokenRange, Tokens, Word, rule};

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
    /// > She [declined to comment]cue for this article.
    /// > The firm [declined to comment]cue Tuesday on [the sale]scope.
    /// > She [stopped short of]cue [promising relief]scope.
    /// > He [declined an interview]cue.
    /// >! He declined to run.
    /// >! Sales declined to ten.
    pub const RULE: "declined-to";
}

/// Reads one at a verb of refusal.
pub fn read(anchor: &Anchor<'_>) -> Option<Mark> {
    let short = anchor.entry.lemma.starts_with("stop");
    if short && anchor.precedes(|word| word.tag() == Tag::VBG) {
        // Stopped short of promising relief.
        return Some(anchor.non_commitment(&RULE, anchor.start()..anchor.end(), anchor.end()));
    }
    let (rest, _) = told(anchor.after()).ok()?;
    let end = rest.range().first as usize;
    let mark = anchor.non_commitment(&RULE, anchor.start()..end, skip_on(rest));
    Some(without_place(mark, rest))
}

/// *To predict*, *to answer questions*, *answering*; *to say anything*.
fn told(tokens: Tokens<'_>) -> Match<'_> {
    let disclose = preceded(opt(alt((word("to"), word("from")))), class(DISCLOSURE));
    recognize(terminated(disclose, opt(class(REQUEST)))).parse(tokens)
}

/// Where the topic begins: after *on* or *about*, and after a time: *Tuesday on*.
pub fn skip_on(tokens: Tokens<'_>) -> usize {
    let on = || opt(alt((word("on"), word("about"), word("further"))));
    let timed = recognize((opt(word("on")), time, on()));
    let skipped: Match<'_> = alt((timed, recognize(on()))).parse(tokens);
    let (rest, _) = skipped.unwrap_or((tokens, tokens));
    rest.range().first as usize
}

/// *Tuesday*, *last week*.
fn time(tokens: Tokens<'_>) -> Match<'_> {
    let (rest, words) = noun_phrase(tokens)?;
    let chunk = words.first().and_then(|word| word.chunk());
    match chunk.is_some_and(|chunk| chunk.flags.has(ChunkFlags::TIME)) {
        true => Ok((rest, words)),
        false => no_match(),
    }
}

/// Without the scope *for this article*: it says where the answer was wanted, not on what.
pub fn without_place(mut mark: Mark, rest: Tokens<'_>) -> Mark {
    let articles = ["article", "story", "report", "column", "piece", "account"];
    let article = |word: Word<'_>| articles.iter().any(|form| word.is(form));
    let this = one(|word| word.tag() == Tag::DT);
    if (word("for"), this, one(article)).parse(rest).is_ok() {
        mark.scope = TokenRange::new(mark.cue.end, mark.cue.end);
    }
    mark
}
