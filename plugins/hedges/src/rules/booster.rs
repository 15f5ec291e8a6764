use sayso_plugin::{Tag, TokenRange, Word, rule};

use crate::anchor::Anchor;
use crate::grammar::{is_be, is_negation};
use crate::mark::{Holder, Kind, Mark};

rule! {
    /// An expression that strengthens commitment.
    ///
    /// > [Clearly]cue the plan failed.
    /// > It was [no doubt]cue a mistake.
    /// > [In fact]cue nobody came.
    /// > The roof was [bound to]cue fall.
    /// > [It is clear]cue that he fled.
    /// >! The law is short, and it is clear.
    /// >! The delegates are bound to Trump.
    /// >! He could not really say.
    /// >! We want to be sure.
    /// >! She spoke clearly.
    pub const RULE: "booster";
}

/// Reads one at such an expression.
pub fn read(anchor: &Anchor<'_>) -> Option<Mark> {
    let negated = anchor.follows(is_negation);
    let degree = ["more", "as", "so", "and", "very"]
        .iter()
        .any(|form| anchor.follows_word(form));
    let manner =
        anchor.word.is("clearly") && !anchor.begins_sentence() && (anchor.ends_phrase() || degree);
    let really = anchor.word.is("really") && !(anchor.precedes(is_be) || anchor.follows(is_be));
    let duty = anchor.word.is("bound") && !anchor.precedes(|word| word.tag() == Tag::VB);
    let stated = anchor.word.is("it") && anchor.ends_phrase();
    let sure = anchor.entry.lemma.as_ref() == "to be sure";
    let comma = |word: Word<'_>| word.form() == ",";
    let want = sure && !anchor.begins_sentence() && !anchor.follows(comma);
    (!want && !negated && !manner && !really && !stated && !duty).then(|| Mark {
        rule: &RULE,
        cue: anchor.range(),
        core: anchor.range(),
        scope: TokenRange::new(anchor.end() as u32, anchor.end() as u32),
        kind: Kind::Booster,
        holder: Holder::Surrounding,
    })
}
