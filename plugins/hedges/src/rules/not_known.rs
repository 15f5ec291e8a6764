use sayso_plugin::{ChunkFlags, Tag, TokenRange, Word, rule};

use crate::anchor::Anchor;
use crate::clause;
use crate::grammar::{
    clause_from, is_adjective, is_determiner, is_have, is_mark, is_subject_pronoun, is_wh,
};
use crate::group::{self, Group};
use crate::mark::{Holder, Mark};
use crate::rules::declined_to::skip_on;
use crate::vocabulary::{IMPERSONAL, KNOWING, SURE, UNKNOWN, UNSURE};

rule! {
    /// What nobody knows, or the speaker does not: *remains to be seen*, *unclear*, *not
    /// sure*, *does not know whether*.
    ///
    /// > [Whether it works]scope [remains to be seen]cue.
    /// > It is [unclear]cue [when the road opens]scope.
    /// > “[I do not know]cue [who won]scope,” he said.
    /// > It was [not clear]cue [how the fire began]scope.
    /// > [Who knows]cue?
    /// > “[We just don’t know]cue yet,” she said.
    /// > [Whether he stays]scope is [far from clear]cue.
    /// > [Whether they publish it]scope is [an open question]cue.
    /// > “[I don’t pretend to know]cue [who did it]scope,” she said.
    /// > The ruling [left open whether]cue [he can appeal]scope.
    /// > [What she meant]scope was [not certain]cue.
    /// > He has [yet to decide]cue [whether he will run]scope.
    /// > [The future of the mill]scope is [in doubt]cue.
    /// > The fire left [its future]scope [in doubt]cue.
    /// > Others are [not so sure]cue.
    /// > Nobody can be [sure]cue [who won]scope.
    /// > They had [no idea]cue [who set the fire]scope.
    /// >! She was a complete unknown.
    /// >! He does not know me.
    /// >! Her writing was clear.
    /// >! An unknown man called.
    pub const RULE: "not-known";
}

/// Reads one at a word of knowing or not knowing.
pub fn read(anchor: &Anchor<'_>) -> Option<Mark> {
    let group = group::before(anchor);
    let asks = anchor.precedes(is_wh);
    let own = group.own_start();
    let hearer = group.pronoun.is_some_and(|pronoun| pronoun.is("you"));
    let first = match () {
        () if hearer || anchor.follows(|word| word.is("more")) => return None,
        () if anchor.word.is("in") && !is_in_doubt(anchor) => return None,
        () if anchor.has(UNKNOWN) && !anchor.precedes_word("that") => anchor.start(),
        () if anchor.has(UNSURE) && is_predicate(anchor) => anchor.start(),
        () if anchor.has(SURE) && is_of_nobody(anchor) => anchor.start(),
        () if anchor.has(SURE) && group.negated && leaves_open(anchor, &group) => {
            own.unwrap_or_else(|| group::negation(anchor, &group))
        }
        () if anchor.word.is("clear") && anchor.follows(|word| word.is("less")) => {
            anchor.start() - 1
        }
        () if anchor.has(KNOWING) && group.negated && asks && !how_to(anchor) => {
            own.unwrap_or(group.first)
        }
        () if anchor.word.is("know") && group.negated && says_no_more(anchor) => own?,
        () if anchor.has(KNOWING) && asks && is_yet_to(anchor) => anchor.start() - 2,
        () => return None,
    };
    let yet = usize::from(anchor.precedes_word("yet"));
    let topic = skip_on(anchor.tokens_from(anchor.end() + yet));
    let mut mark = anchor.non_commitment(&RULE, first..anchor.end(), topic);
    if group.be && !anchor.word.tag().is_verb() {
        // The subject is that of *is*.
        mark.holder = Holder::Subject(group.first);
    }
    let has = anchor.before(1).filter(|word| is_have(*word));
    if let Some(has) = has {
        mark.holder = Holder::Subject(has.index());
        return Some(mark);
    }
    if own.is_some() || is_impersonal(anchor, &group) {
        mark.holder = Holder::Surrounding;
    }
    if let Some(left) = left_in_doubt(anchor) {
        mark.scope = left;
        return Some(mark);
    }
    let set_off = anchor.precedes(|word| word.form() == ",") && own.is_none();
    // *Nobody knows* asks nothing by itself.
    let whole = ["nobody", "no", "you", "god", "lord"];
    let whole = anchor.has(UNKNOWN) && whole.iter().any(|form| anchor.word.is(form));
    if !whole && mark.scope.is_empty() || set_off {
        let end = if group.be {
            group.first.min(first)
        } else {
            first
        };
        let before = clause::before(anchor, end);
        let it = group.pronoun.is_some_and(|pronoun| pronoun.is("it"));
        // *It is unclear*, but *whether they publish it is unclear*.
        let asks = anchor.at(before.first as usize).is_some_and(is_wh);
        if !it || asks {
            mark.scope = before;
        }
    }
    let bare = mark.scope.len() == 1;
    if bare
        && anchor
            .at(mark.scope.first as usize)
            .is_some_and(|word| word.tag() == Tag::CC)
    {
        mark.scope = TokenRange::new(mark.cue.end, mark.cue.end);
    }
    // What a question asks is not known, not what is asked about in it.
    let opener = anchor.at(mark.scope.first as usize);
    if mark.scope.end <= mark.cue.first && opener.is_some_and(is_wh) {
        mark.holder = Holder::Surrounding;
    }
    Some(mark)
}

/// Whether what is not certain follows, or the first person says no more.
fn leaves_open(anchor: &Anchor<'_>, group: &Group<'_>) -> bool {
    let stated = || clause_from(anchor.reading.document, anchor.end()).is_some();
    match anchor.next() {
        Some(next) if is_wh(next) || next.is("that") || is_subject_pronoun(next) => true,
        _ if anchor.ends_phrase() => match anchor.word.is("sure") {
            true => group.is_own() || anchor.follows(|word| word.is("so")),
            false => !is_person(group),
        },
        _ => stated(),
    }
}

/// *Nobody can be sure*, *no one is certain*: the cue is the adjective.
fn is_of_nobody(anchor: &Anchor<'_>) -> bool {
    let group = group::before(anchor);
    let nobody = group.before.filter(|_| group.be).is_some_and(|word| {
        let no_one = word.is("one") && {
            let before = word.index().checked_sub(1).and_then(|at| anchor.at(at));
            before.is_some_and(|word| word.is("no"))
        };
        word.is("nobody") || no_one
    });
    nobody && !anchor.precedes(|word| word.is("of"))
}

/// *I do not know*, *we do not know yet*.
fn says_no_more(anchor: &Anchor<'_>) -> bool {
    let more = |word: Word<'_>| word.is("yet") || word.is("exactly");
    let end = anchor.end() + usize::from(anchor.precedes(more));
    anchor.at(end).is_none_or(is_mark)
}

/// *Has yet to decide*.
fn is_yet_to(anchor: &Anchor<'_>) -> bool {
    anchor.follows_word("to") && anchor.before(2).is_some_and(|word| word.is("yet"))
}

/// *Is in doubt*, *left in doubt*; not *when in doubt*.
fn is_in_doubt(anchor: &Anchor<'_>) -> bool {
    let condition = |word: Word<'_>| word.is("when") || word.is("if");
    !anchor.follows(condition)
}

/// *Leaving its future in doubt*, *threw the deal into doubt*: the object of the verb.
fn left_in_doubt(anchor: &Anchor<'_>) -> Option<TokenRange> {
    let chunk = anchor.before(1).filter(|_| anchor.word.is("in"))?.chunk()?;
    let verb = anchor.at((chunk.tokens.first as usize).checked_sub(1)?)?;
    let leaves = ["cast", "leave", "put", "throw"].contains(&verb.lemma());
    leaves.then_some(chunk.tokens)
}

/// *Did not know how to swim* tells what someone is unable to do.
fn how_to(anchor: &Anchor<'_>) -> bool {
    let to = anchor.at(anchor.end() + 1);
    to.is_some_and(|word| word.tag() == Tag::TO)
}

/// Whether a pronoun or a person stands before the verb.
fn is_person(group: &Group<'_>) -> bool {
    let it = group.pronoun.is_some_and(|pronoun| pronoun.is("it"));
    let chunk = group.before.and_then(|word| word.chunk());
    let person = chunk.is_some_and(|chunk| chunk.flags.has(ChunkFlags::PERSON));
    !it && (group.pronoun.is_some() || person)
}

/// Whether it says what nobody knows, not what its subject does not know.
fn is_impersonal(anchor: &Anchor<'_>, group: &Group<'_>) -> bool {
    let it = group.pronoun.is_some_and(|pronoun| pronoun.is("it"));
    it || anchor.has(IMPERSONAL) || anchor.has(UNKNOWN) && !anchor.word.tag().is_verb()
}

/// *Unclear* of a state of affairs, not before the noun it describes.
fn is_predicate(anchor: &Anchor<'_>) -> bool {
    // *A complete unknown* is somebody.
    let named = anchor.follows(|word| is_determiner(word) || is_adjective(word));
    if anchor.word.tag().is_noun() || named && anchor.ends_phrase() {
        return false;
    }
    let seems = anchor.follows_word("remains") || anchor.follows_word("remained");
    seems || anchor.ends_phrase() || anchor.precedes(is_wh) || group::before(anchor).be
}
