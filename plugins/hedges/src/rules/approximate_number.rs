use sayso_plugin::combinators::{class, kind, one, word};
use sayso_plugin::nom::{
    Parser,
    branch::alt,
    combinator::{opt, recognize},
    multi::{many0, many1},
};
use sayso_plugin::{Match, Shape, Tag, TokenKind, TokenRange, Tokens, Word, rule};

use crate::anchor::Anchor;
use crate::clause;
use crate::grammar::{is_be, is_preposition};
use crate::mark::{Category, Mark};
use crate::vocabulary::{AFTER_NUMBER, MEASURE, NUMERAL, PERCENT, SPEAKING};

rule! {
    /// A word that makes a number inexact, before it (*about*, *nearly*, *some*) or after it
    /// (*or so*). Its scope is the number and what is counted.
    ///
    /// > The fund lost [about]cue [$4 million]scope in May.
    /// > [Some]cue [200 people]scope came.
    /// > It took [nearly]cue [a decade]scope.
    /// > The talks lasted [a week]scope [or so]cue.
    /// > They have until [about]cue [June]scope.
    /// >! They spoke about June.
    /// >! They spoke about 12 trees.
    /// >! The film about two brothers failed.
    /// >! Some people came.
    /// >! She was about to leave.
    pub const RULE: "approximate-number";
}

/// Reads one at a word that goes with numbers.
pub fn read(anchor: &Anchor<'_>) -> Option<Mark> {
    if anchor.has(AFTER_NUMBER) {
        return after_number(anchor);
    }
    if let Some(mark) = before_month(anchor) {
        return Some(mark);
    }
    let (rest, counted) = quantity(anchor.after()).ok()?;
    let of_place =
        anchor.word.is("near") && !anchor.follows(|word| is_be(word) || is_preposition(word));
    if of_place && !is_share(counted) || is_preposition_here(anchor) {
        return None;
    }
    let mut mark = anchor.hedge(&RULE, Category::Approximator, anchor.start()..anchor.end());
    let exact = counted
        .last()
        .is_some_and(|last| last.has(PERCENT.or(MEASURE)) || is_percent(last));
    let counted = counted.range();
    let noun = match exact || is_money(anchor) {
        true => TokenRange::new(counted.end, counted.end),
        false => clause::noun_phrase(anchor, rest.range().first as usize),
    };
    // *Roughly one in ten*
    let after = |n: u32| anchor.at((counted.end + n) as usize);
    let ratio = after(0).is_some_and(|word| word.is("in")) && after(1).is_some_and(is_number);
    let end = if ratio { counted.end + 2 } else { noun.end };
    mark.scope = TokenRange::new(counted.first, end.max(counted.end));
    Some(mark)
}

/// Days and months that a time can be near to.
const TIMES: [&str; 15] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "christmas",
    "easter",
    "thanksgiving",
];

/// *Until about June*, *by around Christmas*.
fn before_month(anchor: &Anchor<'_>) -> Option<Mark> {
    let prepositions = ["until", "till", "by", "since", "from", "before", "in"];
    let near = anchor.word.is("about") || anchor.word.is("around") || anchor.word.is("roughly");
    let after = anchor.follows(|word| prepositions.iter().any(|form| word.is(form)));
    let month = anchor
        .next()
        .filter(|word| word.has_shape(Shape::CAPITAL) && TIMES.iter().any(|time| word.is(time)))?;
    let first = month.index() as u32;
    (near && after).then(|| Mark {
        scope: TokenRange::new(first, first + 1),
        ..anchor.hedge(&RULE, Category::Approximator, anchor.start()..anchor.end())
    })
}

/// *A film about two brothers*, *talked about 12 trees*.
fn is_preposition_here(anchor: &Anchor<'_>) -> bool {
    let may_be = anchor.word.is("about") || anchor.word.is("around");
    let noun = anchor.follows(|word| word.tag().is_noun() && word.chunk().is_some());
    let ones = anchor.precedes_word("one")
        && anchor
            .at(anchor.end() + 1)
            .is_some_and(|word| word.tag() == Tag::POS);
    let speaks = || anchor.follows(|word| word.has(SPEAKING));
    may_be && (noun || ones || speaks())
}

/// *10 percent*.
fn is_share(counted: Tokens<'_>) -> bool {
    let percent = |word: Word<'_>| word.has(PERCENT) || is_percent(word);
    let after = || {
        counted
            .reading()
            .rest_of_sentence(counted.range().end as usize)
            .first()
    };
    counted.last().is_some_and(percent) || after().is_some_and(percent)
}

fn after_number(anchor: &Anchor<'_>) -> Option<Mark> {
    let measured = anchor.before(1)?;
    if anchor.word.is("give") && measured.form() == "," {
        // *Some 40 a day come through, give or take.*
        let mut mark = anchor.hedge(&RULE, Category::Approximator, anchor.start()..anchor.end());
        mark.scope = clause::before(anchor, anchor.start());
        return Some(mark);
    }
    let number = anchor
        .before(2)
        .filter(|word| is_number(*word) || word.is("a") || word.is("an"));
    let first = match number {
        Some(number) => number,
        None if is_number(measured) => measured,
        None => return None,
    };
    let mut mark = anchor.hedge(&RULE, Category::Approximator, anchor.start()..anchor.end());
    mark.scope = TokenRange::new(first.index() as u32, anchor.start() as u32);
    Some(mark)
}

/// A number with its currency sign or measure; also *a dozen*, *a year*.
fn quantity(tokens: Tokens<'_>) -> Match<'_> {
    let article = one(|word| word.is("a") || word.is("an"));
    let money = opt(kind(TokenKind::SYMBOL));
    recognize(alt((
        recognize((
            money,
            many1(one(is_number)),
            opt(alt((class(PERCENT), one(is_percent)))),
        )),
        recognize((article, measured)),
        recognize((word("the"), word("same"))),
        recognize(one(|word| word.has(NUMERAL))),
    )))
    .parse(tokens)
}

/// *Dozen*, *hundred million*, *decade*.
fn measured(tokens: Tokens<'_>) -> Match<'_> {
    recognize((class(MEASURE), many0(class(NUMERAL)))).parse(tokens)
}

fn is_number(word: Word<'_>) -> bool {
    word.kind() == TokenKind::NUMBER || word.has(NUMERAL) || begins_with_digit(word)
}

fn begins_with_digit(word: Word<'_>) -> bool {
    word.has_shape(Shape::DIGIT) && word.form().starts_with(|c: char| c.is_ascii_digit())
}

fn is_percent(word: Word<'_>) -> bool {
    word.form() == "%"
}

fn is_money(anchor: &Anchor<'_>) -> bool {
    anchor
        .next()
        .is_some_and(|next| next.kind() == TokenKind::SYMBOL)
}
