use sayso_plugin::{Shape, TokenKind, rule};

use crate::clause;
use crate::cue::Cue;
use crate::draft::Draft;
use crate::page::{Page, run};
use crate::subject;
use crate::words::{DECLINE, PREPOSITION, QUOTE, THAT};

rule! {
    /// A refusal to say something, with what it would have been about.
    ///
    /// > [Duarte]source [declined to predict]cue [whether the talks would end this week]content.
    /// > [The ministry]source [refused to comment on]cue [the report]content.
    /// > [He]source [would not say]cue [how many were hurt]content.
    /// >! Duarte declined an offer of coffee.
    pub const RULE: "declined-to";
}

/// Verbs whose negation behind "would" or "could" is a refusal or inability to say.
const TELLING: &[&str] = &[
    "comment",
    "confirm",
    "discuss",
    "elaborate",
    "predict",
    "reveal",
    "rule",
    "say",
    "speculate",
    "specify",
    "disclose",
    "identify",
    "mention",
    "respond",
    "answer",
    "tell",
];

/// `X declined to say …`, `X would not say …`
pub fn find<'d>(page: &Page<'d>, cue: &Cue<'d>) -> Option<Draft<'d>> {
    let mut end = cue.end;
    if cue.has(DECLINE) {
        let verb = page.outside(end + 1)?;
        let in_sentence = page.around(cue.verb).contains(verb.index() as u32);
        if !page.is(end, "to") || verb.kind() != TokenKind::WORD || !in_sentence {
            return None;
        }
        end += 2;
    } else {
        let telling =
            TELLING.contains(&&*cue.entry.lemma) || cue.entry.words().next() == Some("rule");
        let refuses = cue.negated && telling && (cue.modal || &*cue.entry.lemma == "respond");
        if !refuses || cue.passive || !cue.has(QUOTE.or(THAT).or(crate::words::NP)) {
            return None;
        }
    }
    let sentence = page.around(cue.verb).end as usize;
    let telling_about = page
        .outside(end)
        .is_some_and(|w| w.has(PREPOSITION) && ["on", "about", "to"].iter().any(|p| w.is(p)));
    if telling_about && end + 1 < sentence {
        end += 1;
    }
    let mut content = Vec::new();
    if end < sentence && !page.is_mark(end) {
        content.push(clause::clause(page, end));
    }
    let last = page.word(end.min(page.len()) - 1);
    if last.has_shape(Shape::CAPITAL) && !last.has_shape(Shape::ALL_CAPITALS) && end > cue.end {
        return None;
    }
    Some(Draft {
        rule: RULE,
        source: subject::of(page, cue),
        cue: run(cue.first, end),
        content,
        act: "decline",
        negated: false,
    })
}
