use sayso_plugin::rule;

use crate::complement::{Kind, is_subject_pronoun};
use crate::cue::Cue;
use crate::draft::Draft;
use crate::frames::Frames;
use crate::page::Page;
use crate::quoted;
use crate::source;

rule! {
    /// A quotation, then a speech verb, then its source.
    ///
    /// > [“We are ready,”]content [said]cue [Ana Duarte, the ministry's spokeswoman]source.
    /// > ["It was a long night,"]content [said]cue [Duarte]source. ["We are tired."]content
    /// > [“We see it,”]content [said]cue [Skip Brandt, a baker]source.
    /// >! That said, the “new way” is long.
    pub const RULE: "quote-said-source";
}

/// `“…,” said X`
pub fn find<'d>(page: &Page<'d>, cue: &Cue<'d>) -> Option<Draft<'d>> {
    if !cue.has(Frames::INVERTED) || cue.participle || cue.passive {
        return None;
    }
    // `Brandt, who called it “a mess,” said he would go`: what is said comes behind.
    let behind = cue.complement;
    let clause = behind.kind == Kind::Clause && is_subject_pronoun(page, behind.at);
    // `The paper, in a piece headlined “Enough,” urged voters to go`
    let ordered = behind.kind == Kind::To && cue.has(Frames::OBJECT_TO);
    if clause || ordered || behind.kind == Kind::That {
        return None;
    }
    let speech = quoted::speech_before(page, cue.first)?;
    let source = source::after(page, cue.end)?;
    Some(quoted::draft(page, RULE, cue, Some(source), speech))
}
