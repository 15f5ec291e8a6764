use sayso_plugin::{Shape, Tag, TokenRange, Word, rule};

use crate::anchor::Anchor;
use crate::clause;
use crate::content::{clause_follows, has_content};
use crate::grammar::{is_determiner, is_do, is_mark, is_preposition};
use crate::group::{self, Group};
use crate::mark::{Category, Holder, Mark};
use crate::vocabulary::{BELIEF, FEELING};

rule! {
    /// A verb of belief or expectation with what is believed. The first person's pronoun
    /// belongs to the cue, as do a negation and a form of *be*.
    ///
    /// > “[I do not think]cue [the dam will hold]scope,” she said.
    /// > Officials [believe]cue [that the fire was set]scope.
    /// > Growers [are hoping]cue [for rain to come]scope.
    /// > “[I would expect]cue [that talk continues]scope,” he said.
    /// > He [expects]cue [serious losses]scope.
    /// > [It will rain]scope, [I think]cue.
    /// > “[I think]cue,” she said, “[that it will rain]scope.”
    /// > [The plan]scope, some officials [believe]cue, will fail.
    /// > [It may not last]scope, as some [believe]cue.
    /// > They freed a man whom many [believed]cue [was guilty]scope.
    /// > “[I very much doubt]cue [they will come]scope,” he said.
    /// > “It will be fine. [I think]cue.”
    /// >! He assumed office in May.
    /// >! She believes in ghosts.
    /// >! It was a happy thought.
    /// >! The vote reflects fears that prices rise.
    /// >! Mayor Hope Hill said no.
    /// >! It was worse than they expected.
    /// >! It came sooner than people believed it could.
    /// >! He could not believe the news was real.
    /// >! Assuming they agree, we begin.
    /// >! They had not expected the storm.
    /// >! You think about lunch.
    pub const RULE: "belief-verb";
}

/// Reads one at a verb of belief.
pub fn read(anchor: &Anchor<'_>) -> Option<Mark> {
    let group = group::before(anchor);
    if !anchor.word.tag().is_verb() && !is_own_verb(anchor, &group) {
        return None;
    }
    let felt_like = anchor.word.is("felt") && anchor.precedes_word("like");
    if anchor.has(FEELING) && (felt_like || !clause_follows(anchor)) {
        return None;
    }
    if group.is_own() {
        return own_belief(anchor, &group);
    }
    let name = anchor.word.has_shape(Shape::CAPITAL) && !anchor.begins_sentence();
    let believes = anchor.has(BELIEF.or(FEELING))
        && !name
        && !is_passive(anchor, &group)
        && is_verb(anchor, &group);
    if believes && is_put_in(anchor) {
        return Some(put_in(anchor, anchor.start()));
    }
    let believes = believes && has_content(anchor);
    let first = match group.be || group.negated {
        true => group.first,
        false => anchor.start(),
    };
    believes.then(|| Mark {
        holder: Holder::Subject(anchor.start()),
        ..anchor.hedge(&RULE, Category::Belief, first..anchor.end())
    })
}

/// *I very much doubt*: a verb, whatever it is tagged as.
fn is_own_verb(anchor: &Anchor<'_>, group: &Group<'_>) -> bool {
    let much = anchor.follows(|word| word.is("much") || word.is("rather"));
    much && group.is_own()
}

/// *I think …*, *we do not believe …*, and *…, I think* at the end of a clause.
fn own_belief(anchor: &Anchor<'_>, group: &Group<'_>) -> Option<Mark> {
    let start = group.own_start()?;
    let asked = start.checked_sub(1).and_then(|n| anchor.at(n));
    let question = asked.is_some_and(|word| is_do(word));
    if question || is_passive(anchor, group) || is_astonished(anchor, group) {
        return None;
    }
    let mark = anchor.hedge(&RULE, Category::Belief, start..anchor.end());
    if anchor.ends_phrase() {
        let comma = asked.is_some_and(|word| word.form() == ",");
        let alone = asked.is_none_or(|word| is_mark(word) && word.form() != ",");
        let ends = anchor.next().is_none_or(|word| word.form() != ",");
        if alone && ends {
            let scope = TokenRange::new(mark.cue.end, mark.cue.end);
            return is_said_alone(anchor).then_some(Mark { scope, ..mark });
        }
        let goes_on = !mark.scope.is_empty() && anchor.precedes(|word| word.form() == ",");
        return match comma || is_put_in(anchor) {
            true => Some(Mark {
                holder: mark.holder,
                ..put_in(anchor, start)
            }),
            false => goes_on.then_some(mark),
        };
    }
    has_content(anchor).then_some(mark)
}

/// *I think.*, *I hope.*: said after what is believed.
fn is_said_alone(anchor: &Anchor<'_>) -> bool {
    let verbs = ["think", "hope", "guess", "suppose", "believe"];
    verbs.iter().any(|form| anchor.word.is(form))
}

/// Whether it stands beside what is believed: *…, some officials believe, …*.
fn is_put_in(anchor: &Anchor<'_>) -> bool {
    let comma = |index: usize| anchor.at(index).is_some_and(|word| word.form() == ",");
    let first = put_in_first(anchor);
    anchor.ends_phrase() && first.checked_sub(1).is_some_and(comma)
}

/// Where an insertion begins: at the subject of its verb, or at *as* before it.
pub fn put_in_first(anchor: &Anchor<'_>) -> usize {
    let group = group::before(anchor);
    let subject = group.before.and_then(|word| word.chunk());
    let first = subject.map_or(group.first, |chunk| chunk.tokens.first as usize);
    let compared = |index: &usize| anchor.at(*index).is_some_and(|word| word.is("as"));
    first.checked_sub(1).filter(compared).unwrap_or(first)
}

/// A belief that is put in beside or after its content.
fn put_in(anchor: &Anchor<'_>, start: usize) -> Mark {
    let mark = anchor.hedge(&RULE, Category::Belief, start..anchor.end());
    let before = clause::before(anchor, put_in_first(anchor).min(start));
    Mark {
        scope: if before.is_empty() {
            mark.scope
        } else {
            before
        },
        holder: Holder::Subject(anchor.start()),
        ..mark
    }
}

/// *Is believed*; but *is hoping* is active.
fn is_passive(anchor: &Anchor<'_>, group: &Group<'_>) -> bool {
    group.be && !anchor.word.form().ends_with("ing")
}

/// *Could not believe*, *had not expected* tell of astonishment.
fn is_astonished(anchor: &Anchor<'_>, group: &Group<'_>) -> bool {
    let did = |index: usize| anchor.at(index).is_some_and(|word| word.is("did"));
    group.negated
        && match anchor.entry.lemma.as_ref() {
            "believe" => group.modal,
            "expect" | "anticipate" => group.has || did(group.first),
            _ => false,
        }
}

/// What somebody assumes without believing anything.
const OFFICES: [&str; 7] = [
    "command",
    "control",
    "leadership",
    "office",
    "ownership",
    "power",
    "responsibility",
];

/// Whether the word is a verb with a subject of its own before it.
fn is_verb(anchor: &Anchor<'_>, group: &Group<'_>) -> bool {
    let condition = anchor.word.is("assuming") && !group.be;
    // *Assumed office*; *a poet (think Keats)*.
    let office = anchor.precedes(|next| OFFICES.iter().any(|form| next.is(form)));
    let takes = anchor.entry.lemma.as_ref() == "assume" && office;
    let example = anchor.follows(|word| word.form() == "(");
    if condition || takes || example {
        return false;
    }
    let Some(before) = group.before else {
        return anchor.word.form().ends_with("ing");
    };
    let subject = before.chunk().map(|chunk| chunk.tokens.first as usize);
    let first = subject.and_then(|first| first.checked_sub(1));
    let than = |word: Word<'_>| word.is("than") || word.is("as");
    let compared = than(before) || first.and_then(|first| anchor.at(first)).is_some_and(than);
    let compared = compared && !is_put_in(anchor);
    let denied = before.is("one") || before.is("nobody") || before.is("none");
    let infinitive = before.is("to") && !anchor.precedes_word("that");
    let other = before.is("you") || infinitive && group.first == anchor.start();
    let negated_infinitive = before.is("to") && group.negated;
    let participle = is_preposition(before) && anchor.word.tag() != Tag::VBG;
    !compared
        && !denied
        && !participle
        && (!other || continues_to(anchor))
        && !negated_infinitive
        && !opens_noun(before)
        && !is_astonished(anchor, group)
}

/// Whether a determiner has its noun to come; *some* may stand alone.
fn opens_noun(word: Word<'_>) -> bool {
    let alone = word
        .chunk()
        .is_some_and(|chunk| chunk.head as usize == word.index());
    is_determiner(word) && !alone
}

/// *Continues to believe*, *seems to think*: the belief is held.
fn continues_to(anchor: &Anchor<'_>) -> bool {
    let held = [
        "continue",
        "continues",
        "continued",
        "seem",
        "seems",
        "seemed",
        "appears",
    ];
    anchor
        .before(2)
        .is_some_and(|verb| held.iter().any(|form| verb.is(form)))
}
