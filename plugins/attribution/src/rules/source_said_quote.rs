use sayso_plugin::{Tag, TokenKind, TokenRange, rule};

use crate::complement::Kind;
use crate::cue::Cue;
use crate::draft::Draft;
use crate::extent;
use crate::frames::Frames;
use crate::page::{Page, run, whole_end};
use crate::quoted;
use crate::source;

rule! {
    /// The source and its verb, then a quotation.
    ///
    /// > [Duarte]source [said]cue: [“We are ready to sign tonight.”]content
    /// > [She]source [told]cue reporters in Geneva, [“We are ready to sign tonight.”]content
    /// > [The statement]source [read]cue: [“We are ready to sign tonight.”]content
    /// > [They]source [chanted]cue [“We are here” and “Shame on you”]content on Sunday.
    /// > [Brandt]source [shouted]cue [“Never!”]content at the mayor.
    /// > [Said]cue [Duarte]source, [“We are ready to sign tonight.”]content
    pub const RULE: "source-said-quote";
}

/// The frames in which a quotation is what the verb takes.
pub(super) const FRAMES: Frames = Frames::QUOTE
    .or(Frames::COLON)
    .or(Frames::BARE)
    .or(Frames::THAT)
    .or(Frames::OBJECT);

/// `X said: “…”`
pub fn find<'d>(page: &Page<'d>, cue: &Cue<'d>) -> Option<Draft<'d>> {
    let any = Frames::QUOTE.or(Frames::COLON);
    // `praised “the brave men of the fleet”`: what the verb takes is quoted.
    let directly = cue.complement.at == cue.end && !cue.passive;
    if !cue.has(if directly { FRAMES } else { any }) || cue.complement.kind != Kind::Quote {
        return None;
    }
    // `said in a statement released by the port, “…”`: no one releases the quotation.
    let agent = cue.passive && cue.participle && page.is(cue.end, "by");
    let speech = page.speech_at(cue.complement.at).filter(|_| !agent)?;
    if quoted::is_attributed_behind(page, speech) {
        return None;
    }
    // `Said Duarte, “…”`, `But, said Duarte, “…”`
    let start = page.around(cue.first).first as usize;
    let joins = Tag::CC.bit() | Tag::RB.bit() | Tag::COMMA.bit();
    let opens = (start..cue.first).all(|i| page.tag_in(i, joins));
    let source = if opens && cue.has(Frames::INVERTED) && cue.complement.object.is_some() {
        source::after(page, cue.end)
    } else {
        cue.subject(page)
    };
    let quoted = content(page, cue, speech);
    let begun = source.and_then(|source| begun(page, source, quoted));
    let content = begun.into_iter().chain([quoted]).collect();
    Some(Draft::of_cue(page, RULE, cue, FRAMES, source, content))
}

/// What was said before the source and goes on in the quotation: `[The road is “safe,”] she said,
/// “and wide.”`
fn begun(page: &Page<'_>, source: TokenRange, quoted: TokenRange) -> Option<TokenRange> {
    let last = (source.first as usize).checked_sub(1)?;
    let start = clause_start(page, last);
    if quoted::begins_sentence(page, quoted.first as usize) || last <= start {
        return None;
    }
    if page.tag(last) == Tag::QUOTE_CLOSE && page.is_comma(last - 1) {
        return Some(run(start, last + 1));
    }
    if page.is_finite(start) && start + 1 == last {
        // `is tired and has, she said, “no plan”`
        return Some(run(start, last));
    }
    // `[The road], she said, “is safe”`; `[It was], she said, “a bad dream”`
    let verb = page.has_finite_verb(quoted.first as usize + 1);
    let subject = page.chunk_from(start).filter(|_| page.is_comma(last))?;
    let ends = whole_end(subject);
    let predicate = page.is_finite(ends) && ends + 1 == last;
    (verb && ends == last || predicate).then(|| run(start, last))
}

/// Where the clause begins that a token stands in: behind a colon, or a conjunction and a verb.
fn clause_start(page: &Page<'_>, token: usize) -> usize {
    let start = page.around(token).first as usize;
    let opens = |&i: &usize| {
        page.is(i, ":") && page.chunk_from(i + 1).is_some()
            || page.tag(i) == Tag::CC && page.is_finite(i + 1)
    };
    (start..token).rev().find(opens).map_or(start, |i| i + 1)
}

/// The quotation, with the rest of the clause it begins: `said “no” to the plan`.
fn content(page: &Page<'_>, cue: &Cue<'_>, speech: usize) -> TokenRange {
    let sentence_end = page.around(cue.verb).end as usize;
    let first = page.speeches[speech].tokens.first as usize;
    let next = listed_end(page, speech, sentence_end);
    let quoted = run(first, next);
    let listed = page.speeches[speech].tokens.end as usize != next;
    // `shouted “Never!” at the mayor`
    let exclaimed = (first..next)
        .rev()
        .find(|&i| page.word(i).kind() != TokenKind::QUOTE_CLOSE);
    let exclaims = exclaimed.is_some_and(|i| page.word(i).is("!") || page.word(i).is("?"));
    let goes_on = next < sentence_end
        && !listed
        && !exclaims
        && page
            .outside(next)
            .is_some_and(|w| w.kind().is_wordlike() && w.tag() != Tag::CC);
    if goes_on {
        let whole = extent::clause(page, first);
        // `demanded “fair” rules, left the council`: a verb behind a comma is of another clause.
        let comma = (next..whole.end as usize).find(|&i| page.is_comma(i));
        let verb = page.next_finite(next..whole.end as usize);
        let verbless = !quoted.range().any(|i| page.has_finite_verb(i));
        // `praised “the brave men of the fleet” as they left`: an object, and no clause.
        let object = !cue.has(Frames::BARE.or(Frames::THAT));
        let whole = match comma.zip(verb) {
            _ if verbless && object => extent::phrase(page, first),
            Some((comma, verb)) if verbless && comma < verb => extent::phrase(page, first),
            _ => whole,
        };
        run(quoted.first as usize, (whole.end as usize).max(next))
    } else {
        quoted
    }
}

/// Where the last of several quotations ends: `chanted “We are here” and “Shame”`.
fn listed_end(page: &Page<'_>, speech: usize, sentence_end: usize) -> usize {
    let mut end = page.speeches[speech].tokens.end as usize;
    while end < sentence_end {
        let joined = end + usize::from(page.tag_in(end, Tag::CC.bit() | Tag::COMMA.bit()));
        match page.quoted_from(joined).map(|quoted| quoted.end as usize) {
            Some(next) if next > end && next <= sentence_end => end = next,
            _ => break,
        }
    }
    end
}
