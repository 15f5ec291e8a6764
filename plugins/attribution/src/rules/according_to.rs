use sayso_plugin::{TokenRange, rule};

use crate::clause;
use crate::draft::Draft;
use crate::noun_phrase;
use crate::page::{Page, run};
use crate::rules::said_in_passing::continues;
use crate::words::{
    ACCORDING_TO, ADVERSATIVE, AUXILIARY, COORDINATOR, DETERMINER, DOCUMENT, ORGANIZATION, PERSON,
    PRONOUN, SUBJECT,
};

rule! {
    /// What somebody is given as the authority for, before or after.
    ///
    /// > [According to]cue [police]source, [two cars were stolen]content.
    /// > [Two cars were stolen]content, [according to]cue [the report]source.
    /// > The plan is old, but [according to]cue [spokesman Ivo Brandt]source [the city has found new money]content.
    /// >! They were seated according to size.
    pub const RULE: "according-to";
}

/// `according to X`
pub fn find<'d>(page: &Page<'d>, index: usize) -> Option<Draft<'d>> {
    let word = page.outside(index)?;
    let phrase = word.phrase(ACCORDING_TO, page.len() - index)?;
    let end = index + phrase.len();
    let sentence = page.around(index);
    let opens = index == sentence.first as usize
        || page.outside(index - 1).is_some_and(|w| {
            w.has(ADVERSATIVE.or(COORDINATOR)) || w.is(";") || w.is("—") || w.is("that")
        });
    let source = if opens {
        up_to_comma(page, noun_phrase::after_opening(page, end)?)
    } else {
        noun_phrase::after(page, end)?
    };
    let speaks = source.range().any(|i| {
        let word = page.word(i);
        word.has(PERSON.or(ORGANIZATION).or(DOCUMENT).or(PRONOUN))
            || word.has_shape(sayso_plugin::Shape::CAPITAL)
            || word.form().ends_with('s')
    });
    if !speaks {
        return None;
    }
    let content = if opens {
        let mut first = source.end as usize;
        if page.is(first, ",") {
            first += 1;
        }
        if first >= sentence.end as usize {
            return None;
        }
        clause::clause(page, first)
    } else {
        let before = before(page, sentence.first as usize, index);
        page.trimmed(run(before, index))
    };
    let mut parts = vec![content];
    let behind = source.end as usize + 1;
    let closed = !opens && page.is(behind - 1, ",") && behind < sentence.end as usize;
    if closed && continues(page, content, behind) {
        parts.push(clause::clause(page, behind));
    }
    (!content.is_empty()).then(|| Draft {
        rule: RULE,
        source: Some(source),
        cue: run(index, end),
        content: parts,
        act: "say",
        negated: false,
    })
}

/// `a report released on Friday,`: a source goes on to the comma behind it if no verb of a
/// clause comes before that.
fn up_to_comma(page: &Page<'_>, source: TokenRange) -> TokenRange {
    const REACH: usize = 14;
    let end = source.end as usize;
    let limit = (page.around(end).end as usize).min(end + REACH);
    let comma = (end..limit)
        .take_while(|&i| {
            page.outside(i)
                .is_some_and(|w| !w.has(AUXILIARY.or(SUBJECT)) && (i > end || !w.has(DETERMINER)))
        })
        .find(|&i| page.is(i, ","));
    comma.map_or(source, |comma| run(source.first as usize, comma))
}

/// Where what stands before `according to` begins: behind the last break in the sentence.
fn before(page: &Page<'_>, start: usize, index: usize) -> usize {
    let mut first = (start..index.saturating_sub(1))
        .rev()
        .find(|&i| page.is(i, ";") || page.is(i, "—"))
        .map_or(start, |i| i + 1);
    while page
        .outside(first)
        .is_some_and(|w| w.has(ADVERSATIVE.or(COORDINATOR)))
    {
        first += 1;
    }
    first
}
