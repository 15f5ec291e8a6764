use sayso_plugin::{ChunkFlags, Tag, TokenRange, rule};

use crate::complement::Kind;
use crate::cue::Cue;
use crate::draft::Draft;
use crate::extent::{self, is_cue_participle};
use crate::frames::Frames;
use crate::page::{Page, run};
use crate::source::{self, PERSON, is_main};
use crate::words::{CUE, EXPLAIN, FIND};

rule! {
    /// Source and verb between commas or behind one, in or after what is said.
    ///
    /// > [The tunnel will open in May]content, [the minister]source [said]cue.
    /// > [The tunnel]content, [she]source [said]cue, [will open in May]content.
    /// > [The tunnel will open in May]content, [said]cue [Ana Duarte]source.
    /// > [The road is closed]content, [said]cue [a man who was there]source.
    /// > [It was]content, [she]source [said]cue, [a mistake]content.
    /// > [The bridge]content, [say]cue [experts like Ivo Brandt]source, [is safe]content.
    /// > And, [she]source [said]cue, [the road is closed]content.
    /// >! When the rain stopped, she said nothing.
    pub const RULE: "said-in-passing";
}

/// `…, X said.` and `…, X said, …`
pub fn find<'d>(page: &Page<'d>, cue: &Cue<'d>) -> Option<Draft<'d>> {
    let frames = Frames::QUOTE.or(Frames::BARE).or(Frames::THAT);
    let verb = !cue.participle && !cue.passive && !cue.infinitive;
    let kind = cue.complement.kind;
    let ends =
        matches!(kind, Kind::End | Kind::Colon) || kind == Kind::Clause && interrupts(page, cue);
    // `, a move unions described as reckless`; `In May, she warned of floods`
    let judged = || cue.has(Frames::AS) && page.is(cue.end, "as") || cue.governs(page, cue.end);
    // `would “never say never,” but`
    let quoted = page.landmarks.quoted.has(cue.verb);
    if !verb || !cue.has(frames) || !ends || quoted || judged() {
        return None;
    }
    let (source, first, end) = attributing_words(page, cue)?;
    let sentence = page.around(cue.verb);
    // `…, as the minister said.`
    let as_said = first > 1 && page.is(first - 1, "as") && end_before(page, first - 2).is_some();
    let comma = end_before(page, first.checked_sub(1 + usize::from(as_said))?)?;
    let ends = end >= sentence.end as usize || page.is_mark(end);
    let colon = kind == Kind::Colon && page.is(end, ":");
    let closes = page.is(end, ",") || page.is_break(end) || colon;
    if !ends {
        return None;
    }
    let rest = run(end + 1, sentence.end as usize);
    let goes_on = closes && !rest.is_empty();
    let start = sentence.first as usize;
    let joins = Tag::CC.bit() | Tag::RB.bit();
    let joined = page.tag(start) == Tag::CC && (start..comma).all(|i| page.tag_in(i, joins));
    let content = if goes_on && joined {
        // `And, she said, the road is closed.`
        vec![extent::clause(page, end + 1)]
    } else {
        // `Duarte said the road was open, the mayor said.`
        let last = cue.has(Frames::BARE) && cue.has(Frames::INVERTED) && rest.is_empty();
        let before = content_before(page, start, comma, goes_on, last)?;
        let rest = goes_on
            && (colon
                || joins_pronoun(page, end + 1)
                || goes_on_quoted(page, rest)
                || continues(page, before, end + 1)
                || is_subordinate(page, before));
        let rest = rest.then(|| extent::clause(page, end + 1));
        // `After the vote, she said, “we are done”`: only what is quoted was said.
        let adverbial = page.speech_at(end + 1).is_some() && is_subordinate(page, before);
        let before = Some(before).filter(|_| !adverbial || rest.is_none());
        before.into_iter().chain(rest).collect()
    };
    // `Most people voted, …`: other verbs only go with words in quotation marks.
    let quoted = |run: &TokenRange| run.range().any(|i| page.word(i).quotation().is_some());
    let tells = cue.has(Frames::BARE) || cue.entry.classes.has(FIND.or(EXPLAIN));
    if !tells && !content.iter().any(quoted) {
        return None;
    }
    let source = Some(source);
    Some(Draft::of_cue(page, RULE, cue, frames, source, content))
}

/// `The bridge, say experts like Brandt, is safe`: the clause in front has no verb yet.
fn interrupts(page: &Page<'_>, cue: &Cue<'_>) -> bool {
    let start = page.around(cue.verb).first as usize;
    let comma = cue.first.checked_sub(1).filter(|&i| page.is(i, ","));
    &*cue.entry.lemma == "say"
        && comma.is_some_and(|comma| {
            // `The mayor, Ana Duarte, says the bridge, which is old, is safe`
            !(start..comma).any(|i| page.is(i, ",") || page.is_finite(i))
        })
        && source::after(page, cue.end).is_some_and(|source| page.is(source.end as usize, ","))
}

/// Where what is said ends before a comma or dash, or before a comma within quotation marks.
fn end_before(page: &Page<'_>, mark: usize) -> Option<usize> {
    if page.is(mark, ",") || page.is_break(mark) {
        return Some(mark);
    }
    let quoted = page.tag(mark) == Tag::QUOTE_CLOSE && mark > 0 && page.is(mark - 1, ",");
    quoted.then_some(mark + 1)
}

/// The source, and where the words that attribute begin and end.
fn attributing_words(page: &Page<'_>, cue: &Cue<'_>) -> Option<(TokenRange, usize, usize)> {
    let behind_comma = cue.first.checked_sub(1).is_some_and(|i| page.is(i, ","));
    // "Keller, who led the study, confirmed the result" is a subject and its verb.
    let inverted = cue.has(Frames::INVERTED) && !cue.has(Frames::HEARER);
    let speaks = inverted && (!cue.has(Frames::OBJECT) || follows_main(page, cue));
    let person = page.chunk_from(cue.end);
    // *Say* takes no object: whatever follows it speaks.
    let alone = &*cue.entry.lemma == "say" && cue.complement.kind != Kind::Colon;
    if speaks && behind_comma && person.is_some_and(|chunk| alone || chunk.flags.has_any(PERSON)) {
        let source = source::after(page, cue.end)?;
        return Some((source, cue.first, source.end as usize));
    }
    if !cue.takes(Kind::End) && !cue.takes(Kind::Colon) {
        return None;
    }
    const NEAR: usize = 9;
    const LONGEST: usize = 16;
    let source = cue.subject(page)?;
    // `Duarte left earlier than the vote suggested, and …`
    let apart = page.next_finite(source.end as usize..cue.first).is_some();
    if apart || page.tag_in(source.first as usize, Tag::WP.bit() | Tag::WDT.bit()) {
        return None;
    }
    let mut end = cue.end;
    let limit = page.around(cue.verb).end as usize;
    // `X said in a statement`, `X told reporters on Monday`: up to the next mark, if near, or to the end of the sentence.
    while end < limit.min(cue.end + LONGEST) && page.outside(end).is_some() && !page.is_mark(end) {
        if page.is_finite(end) || page.is(end, "that") {
            return None;
        }
        end += 1;
    }
    if end > cue.end + NEAR && end < limit {
        return None;
    }
    Some((source, source.first as usize, end))
}

/// Whether a main clause stands before the verb, and a name behind it: `…, reported the Herald.`
fn follows_main(page: &Page<'_>, cue: &Cue<'_>) -> bool {
    let start = page.around(cue.verb).first as usize;
    let named = cue
        .complement
        .object
        .and_then(|o| page.chunk(o.first as usize));
    named.is_some_and(|chunk| chunk.flags.has(ChunkFlags::NAME))
        && (start..cue.first).any(|i| is_main(page, i))
}

/// What is said, before the comma: a main clause, not `When the rain stopped`.
fn content_before(
    page: &Page<'_>,
    start: usize,
    comma: usize,
    goes_on: bool,
    last_words: bool,
) -> Option<TokenRange> {
    let mut first = start;
    // Behind a semicolon or a dash a new clause may begin.
    if let Some(last) = (start..comma)
        .rev()
        .find(|&i| page.is(i, ";") || page.is(i, "—"))
    {
        first = last + 1;
    }
    while page.tag(first) == Tag::CC {
        first += 1;
    }
    let content = page.trimmed(run(first, comma));
    if content.is_empty() {
        return None;
    }
    /// Without a verb that is read as such, so many words are a clause all the same.
    const SHORT: usize = 5;
    let has_verb = content.range().any(|i| page.has_finite_verb(i));
    let speaks = |cue: Cue<'_>| cue.has(Frames::INVERTED) && cue.has(Frames::BARE);
    let said = |i: usize| Cue::at(page, i).is_some_and(speaks);
    let twice = || content.range().any(|i| page.is_finite(i) && said(i));
    let long = last_words && content.range().len() > SHORT;
    let complete = (has_verb || long) && !is_subordinate(page, content);
    ((complete || goes_on) && (last_words || !twice())).then_some(content)
}

/// `When the rain stopped`, `Leaving Geneva`: needs a main clause beside it.
fn is_subordinate(page: &Page<'_>, content: TokenRange) -> bool {
    let opener = page.tag(content.first as usize);
    let verbs = content.range().filter(|&i| page.is_finite(i)).count();
    // `In “The Empty Page,”`: a comma before the closing mark parts nothing.
    let parts = |i: usize| page.is(i, ",") && page.tag(i + 1) != Tag::QUOTE_CLOSE;
    let complete = content.range().any(|i| parts(i) || is_main(page, i))
        || page.is(content.first as usize, "whether") && verbs > 1;
    match opener {
        Tag::IN | Tag::WRB | Tag::TO => !complete,
        Tag::VBG => verbs == 0,
        Tag::VBN => !content.range().any(|i| is_main(page, i)),
        _ => false,
    }
}

/// `…, she said, and it will open`, `…, she said, and to open it`: the same person goes on.
fn joins_pronoun(page: &Page<'_>, index: usize) -> bool {
    let goes_on = Tag::PRP.bit() | Tag::TO.bit() | Tag::VB.bit();
    page.tag(index) == Tag::CC && page.tag_in(index + 1, goes_on)
}

/// `…, she said, and was “making sure of it”`: words in quotation marks go on, nobody else speaks.
fn goes_on_quoted(page: &Page<'_>, rest: TokenRange) -> bool {
    let quoted = |i: usize| page.word(i).quotation().is_some();
    let cue = |i: usize| page.outside(i).is_some_and(|word| word.has(CUE));
    rest.range().any(quoted) && !rest.range().take_while(|&i| !quoted(i)).any(cue)
}

/// Whether the words after the second comma go on with what is said: they bring the verb
/// that the words before the first comma lack, or are a phrase that cannot stand alone.
pub fn continues(page: &Page<'_>, before: TokenRange, index: usize) -> bool {
    let phrase = page.tag_in(index, Tag::IN.bit() | Tag::TO.bit() | Tag::WDT.bit());
    if phrase && !page.is_one_of(index, &["according", "although", "though", "while"]) {
        return true;
    }
    // `It was, she said, a mistake`; `The bridge that she saw, she said, has gone`.
    let open = before
        .range()
        .last()
        .is_some_and(|i| page.has_finite_verb(i) && !is_cue_participle(page, index));
    if open || page.is_finite(index) {
        return true;
    }
    !before.range().any(|i| page.has_finite_verb(i))
        && !page.tag_in(index, Tag::CC.bit() | Tag::WP.bit())
}
