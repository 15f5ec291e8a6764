use sayso_plugin::{Tag, Words, rule};

use crate::cue::Cue;
use crate::draft::Draft;
use crate::extent;
use crate::frames::Frames;
use crate::page::{Page, run};

rule! {
    /// A refusal, with what was refused: to say something, or to do it.
    ///
    /// > [Duarte]source [declined]cue [to predict whether the talks would end this week]content.
    /// > [The ministry]source [refused]cue [to comment on the report]content.
    /// > [Brandt]source [declined]cue [to publicly detail the plan]content.
    /// > [The ministry]source [did not respond to]cue [a request for comment]content.
    /// > [He]source [would not say]cue [how many were hurt]content.
    /// >! Duarte declined an offer of coffee.
    pub const RULE: "declined-to";
}

/// Verbs whose negation behind "would" or "could" is a refusal or inability to say.
const TELLING: &Words = &Words::new(&[
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
]);

/// `X declined to say …`, `X would not say …`
pub fn find<'d>(page: &Page<'d>, cue: &Cue<'d>) -> Option<Draft<'d>> {
    if cue.passive {
        return None;
    }
    let (end, first) = if cue.has(Frames::DECLINE) {
        // `declined to publicly detail`: an adverb may part the infinitive.
        let parted = page.tag(cue.end + 1) == Tag::RB;
        let refused = page.tag(cue.end) == Tag::TO
            && (parted || cue.opens_group || page.is_infinitive(cue.end));
        (cue.end, refused.then_some(cue.end)?)
    } else {
        let lemma = &*cue.entry.lemma;
        let refuses = cue.negated && (cue.modal || lemma == "respond");
        if !refuses || !TELLING.has(lemma) {
            return None;
        }
        let first = topic(page, cue.end);
        (first, first)
    };
    let sentence = page.around(cue.verb).end as usize;
    let mut content = Vec::new();
    let adverb = page.tag(first) == Tag::RB && page.is_mark(first + 1);
    if first < sentence && !page.is_mark(first) && !adverb {
        content.push(extent::infinitive(page, first));
    }
    Some(Draft {
        rule: RULE,
        source: cue.subject(page),
        cue: run(cue.first, end),
        content,
        act: "decline",
        negated: false,
    })
}

/// Where the topic of a refusal begins, behind its preposition: `would not comment on [the sale]`.
fn topic(page: &Page<'_>, end: usize) -> usize {
    let sentence = page.around(end - 1).end as usize;
    let preposition = end + 1 < sentence && page.is_one_of(end, &["on", "about", "to"]);
    end + usize::from(preposition && page.verb_group(end).is_none())
}
