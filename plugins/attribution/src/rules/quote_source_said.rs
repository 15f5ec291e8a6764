use sayso_plugin::{TokenRange, rule};

use crate::complement::Kind;
use crate::cue::Cue;
use crate::draft::Draft;
use crate::extent;
use crate::frames::Frames;
use crate::page::Page;
use crate::quoted;

rule! {
    /// A quotation, then the source and its verb.
    ///
    /// > [“We are ready,”]content [Duarte]source [told]cue reporters.
    /// > [“She should act like one,”]content [the letter]source [read]cue.
    /// > [“The circumstances are changed,”]content [From]source [said]cue.
    /// > [“The letter is missing.”]content [Duarte]source [said]cue.
    /// > The crowd cheered him — [“Come in,”]content [he]source [said]cue.
    /// > [“The bridge,”]content [she]source [said]cue, [“is safe.”]content
    pub const RULE: "quote-source-said";
}

/// `“…,” X said`
pub fn find<'d>(page: &Page<'d>, cue: &Cue<'d>) -> Option<Draft<'d>> {
    if !cue.has(Frames::QUOTE) || cue.participle || cue.passive {
        return None;
    }
    // `On “The Morning Hour,” Duarte said that …`: what is said comes behind.
    let here = cue.complement;
    // `To the question, “…?”, Duarte replied: “…”`
    let introduces = here.kind == Kind::Quote && here.at > 0 && page.is(here.at - 1, ":");
    if matches!(here.kind, Kind::That | Kind::Clause | Kind::Wh) || introduces {
        return None;
    }
    // Most sentences have no quotation, nor does one end right before them.
    let start = (page.around(cue.first).first as usize).saturating_sub(1);
    page.landmarks.quoted.first(start..cue.first)?;
    let behind = |source: TokenRange| {
        let first = source.first as usize;
        let speech = quoted::speech_before(page, first).or_else(|| finished(page, cue, first));
        speech.map(|speech| (source, speech))
    };
    let (source, speech) = cue
        .subject(page)
        .filter(|source| source.end as usize <= cue.first)
        // `“…?” She said that he expected …`: another verb stands between the two.
        .filter(|source| !(source.end as usize..cue.first).any(|i| page.is_finite(i)))
        .and_then(behind)
        .or_else(|| quoted::words_between(page, cue.first).and_then(behind))?;
    let quote = page.speeches[speech].tokens.first as usize;
    // `Saying he was “tired,” Duarte announced a break`
    let lead = quoted::lead_in(page, quote);
    // … but not `Saying so is “unfair,” Duarte said`
    let subject = || !page.is(lead + 1, "that") && page.next_finite(lead..quote).is_some();
    let fronted = extent::is_cue_participle(page, lead) && !subject();
    (!fronted).then(|| quoted::draft(page, RULE, cue, Some(source), speech))
}

/// `“… is missing.” Duarte said.`: a sentence of its own that says nothing else.
fn finished(page: &Page<'_>, cue: &Cue<'_>, first: usize) -> Option<usize> {
    const LONGEST: usize = 6;
    let sentence = page.around(first);
    let short = sentence.end as usize <= cue.end + LONGEST;
    let says_it = cue.complement.kind == Kind::End && cue.complement.object.is_none();
    if sentence.first as usize != first || !short || !says_it {
        return None;
    }
    let before = first.checked_sub(1)?;
    let together = page.sentence(before).paragraph == page.sentence(first).paragraph;
    // `Another asked, “Is it missing?” Others agreed.`: who asked it is told before.
    let speech = page.speech_at(before).filter(|_| together)?;
    let quote = page.speeches[speech].tokens.first as usize;
    let told = page.next_finite(page.around(quote).first as usize..quote);
    told.is_none().then_some(speech)
}
