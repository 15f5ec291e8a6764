use sayso_plugin::{Tag, rule};

use crate::complement::Kind;
use crate::cue::Cue;
use crate::draft::Draft;
use crate::extent;
use crate::frames::Frames;
use crate::page::Page;
use crate::source;

rule! {
    /// A sentence that begins with whose words it repeats.
    ///
    /// > As [the mayor]source [noted]cue, [the bridge is a hundred years old]content.
    /// > As [Duarte]source [puts it]cue, [the mast was a mistake]content.
    /// > As [reported]cue by [the Courier]source, [the bridge is closed]content.
    /// >! As the rain fell, she said nothing.
    pub const RULE: "as-source-said";
}

/// How many words may stand between the verb and the comma: `As she said on Monday,`.
const MOST_WORDS: usize = 8;

/// `As X said, …`, `As reported by X, …`
pub fn find<'d>(page: &Page<'d>, cue: &Cue<'d>) -> Option<Draft<'d>> {
    let frames = Frames::BARE.or(Frames::THAT);
    if cue.infinitive || !cue.has(frames) || cue.complement.kind != Kind::End {
        return None;
    }
    let (source, first) = if cue.passive && cue.participle {
        (source::agent(page, cue)?, cue.first)
    } else if cue.participle {
        return None;
    } else {
        let source = cue.subject(page)?;
        (source, source.first as usize)
    };
    let sentence = page.around(cue.verb);
    let opener = first
        .checked_sub(1)
        .filter(|&i| i >= sentence.first as usize)?;
    let opens = opener == sentence.first as usize || page.tag(opener - 1) == Tag::CC;
    if !opens || !page.is(opener, "as") {
        return None;
    }
    let limit = (sentence.end as usize).min(cue.end + MOST_WORDS);
    let comma = (cue.end..limit)
        .take_while(|&i| !page.is_finite(i))
        .find(|&i| page.is(i, ","))?;
    let content = extent::clause(page, comma + 1);
    let found = !content.is_empty();
    found.then(|| Draft::of_cue(page, RULE, cue, frames, Some(source), vec![content]))
}
