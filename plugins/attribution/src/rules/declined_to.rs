use sayso_plugin::{Tag, VerbFlags, rule};

use crate::cue::Cue;
use crate::draft::Draft;
use crate::extent;
use crate::frames::Frames;
use crate::page::{Page, run};
use crate::source;

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
    "answer",
    "comment",
    "confirm",
    "disclose",
    "discuss",
    "elaborate",
    "identify",
    "mention",
    "predict",
    "respond",
    "reveal",
    "rule out",
    "say",
    "specify",
    "speculate",
    "tell",
];

/// `X declined to say …`, `X would not say …`
pub fn find<'d>(page: &Page<'d>, cue: &Cue<'d>) -> Option<Draft<'d>> {
    let mut end = cue.end;
    if cue.has(Frames::DECLINE) && !cue.passive {
        end = refused_verb(page, cue)?;
    } else {
        let lemma = &*cue.entry.lemma;
        let refuses = cue.negated && (cue.modal || lemma == "respond");
        if !refuses || cue.passive || !TELLING.contains(&lemma) {
            return None;
        }
    }
    let sentence = page.around(cue.verb).end as usize;
    if end + 1 < sentence
        && page.is_one_of(end, &["on", "about", "to"])
        && page.verb_group(end).is_none()
    {
        end += 1;
    }
    let mut content = Vec::new();
    let adverb = page.tag(end) == Tag::RB && page.is_mark(end + 1);
    if end < sentence && !page.is_mark(end) && !adverb {
        content.push(extent::clause(page, end));
    }
    Some(Draft {
        rule: RULE,
        source: source::subject(page, cue),
        cue: run(cue.first, end),
        content,
        act: "decline",
        negated: false,
    })
}

/// The end of the verb that was refused: `declined [to predict]`.
fn refused_verb(page: &Page<'_>, cue: &Cue<'_>) -> Option<usize> {
    let group = page.verb_group(cue.end)?;
    let infinitive = group.flags.has(VerbFlags::INFINITIVE) || cue.opens_group;
    (infinitive && page.tag(cue.end) == Tag::TO).then_some(group.tokens.end as usize)
}
