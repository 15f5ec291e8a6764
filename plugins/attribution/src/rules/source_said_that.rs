use sayso_plugin::rule;

use crate::complement::Kind;
use crate::cue::Cue;
use crate::draft::Draft;
use crate::extent;
use crate::frames::Frames;
use crate::page::Page;
use crate::source;
use crate::words::THAT;

rule! {
    /// A verb of saying or thinking with a clause that "that" opens.
    ///
    /// > [The ministry]source [said]cue on Monday that [the talks had failed]content.
    /// > [Duarte]source [told]cue lawmakers that [the bridge was safe]content.
    /// > [She]source [said]cue that [it had rained]content. [“We all got wet in the end.”]content
    /// > [He]source [said]cue that [besides the road — the only one — a bridge was closed]content.
    /// > [They]source [say]cue [that isn’t likely]content.
    /// >! The man told to guard the door fell asleep.
    pub const RULE: "source-said-that";
}

/// `X said … that …`
pub fn find<'d>(page: &Page<'d>, cue: &Cue<'d>) -> Option<Draft<'d>> {
    cue.goes_with(page, Frames::THAT, Kind::That)?;
    // `say that is odd`: the word is the subject; but `told of a plan that is odd`.
    let that = cue.complement.at;
    let subject = page.is_finite(that + 1) && page.is_any(that, THAT);
    if subject && that != cue.end {
        return None;
    }
    let content = extent::clause(page, that + usize::from(!subject));
    if content.is_empty() {
        return None;
    }
    let source = if cue.passive {
        source::agent(page, cue)
    } else {
        cue.subject(page)
    };
    Some(Draft::of_cue(
        page,
        RULE,
        cue,
        Frames::THAT,
        source,
        vec![content],
    ))
}
