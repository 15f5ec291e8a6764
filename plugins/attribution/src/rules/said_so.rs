use sayso_plugin::{Tag, TokenRange, Words, rule};

use crate::complement::Kind;
use crate::cue::Cue;
use crate::draft::Draft;
use crate::extent;
use crate::frames::Frames;
use crate::page::{Page, run};
use crate::words::{SAY, THINK};

rule! {
    /// A word that stands for what was said.
    ///
    /// > [Nearly half of the voters]source [said]cue [so]content.
    /// > [Twenty percent]source [said]cue [the same of Brandt]content.
    /// >! She said nothing new on Monday.
    pub const RULE: "said-so";
}

/// Words that stand for a whole statement.
const PRO_FORMS: &Words = &Words::new(&["so", "otherwise", "yes", "no"]);

/// `X said so`, `X said the same of Y`
pub fn find<'d>(page: &Page<'d>, cue: &Cue<'d>) -> Option<Draft<'d>> {
    let says = cue.entry.classes.has(SAY.or(THINK)) && !cue.passive;
    if !says || !matches!(cue.complement.kind, Kind::End | Kind::Clause) {
        return None;
    }
    let content = pro_form(page, cue.end)?;
    let source = cue.subject(page);
    Some(Draft::of_cue(
        page,
        RULE,
        cue,
        Frames::BARE,
        source,
        vec![content],
    ))
}

fn pro_form(page: &Page<'_>, at: usize) -> Option<TokenRange> {
    let ends = |at: usize| {
        page.outside(at).is_none()
            || page.is_mark(at)
            || page.tag_in(at, Tag::IN.bit() | Tag::TO.bit() | Tag::CC.bit())
    };
    if page.is_any(at, PRO_FORMS) && ends(at + 1) {
        return Some(run(at, at + 1));
    }
    let same = page.is(at, "the") && page.is_one_of(at + 1, &["same", "opposite", "contrary"]);
    let much = page.is(at, "as") && page.is(at + 1, "much");
    ((same || much) && ends(at + 2)).then(|| extent::phrase(page, at))
}
