use sayso_plugin::{Shape, Tag, TokenKind, Word, rule};

use crate::anchor::Anchor;
use crate::clause;
use crate::grammar::{
    is_adverb, is_be, is_determiner, is_do, is_mark, is_object, is_preposition, is_subject_pronoun,
    is_wh,
};
use crate::group::{self, Group};
use crate::mark::{Category, Holder, Mark};
use crate::vocabulary::{BELIEF, FEELING, HOPING};

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
    /// >! She believes in ghosts.
    /// >! It was a happy thought.
    /// >! The vote reflects fears that prices rise.
    /// >! Mayor Hope Hill said no.
    /// >! It was worse than they expected.
    /// >! He could not believe the news was real.
    /// >! You think about lunch.
    pub const RULE: "belief-verb";
}

/// Reads one at a verb of belief.
pub fn read(anchor: &Anchor<'_>) -> Option<Mark> {
    let group = group::before(anchor);
    if !anchor.word.tag().is_verb() {
        return None;
    }
    if anchor.has(FEELING) && !clause_follows(anchor) {
        return None;
    }
    if group.is_own() {
        return own_belief(anchor, &group);
    }
    let name = anchor.word.has_shape(Shape::CAPITAL) && !anchor.begins_sentence();
    let believes = anchor.has(BELIEF.or(FEELING))
        && !name
        && !is_passive(anchor, &group)
        && is_verb(anchor, &group)
        && has_content(anchor);
    let first = match group.be || group.negated {
        true => group.first,
        false => anchor.start(),
    };
    believes.then(|| Mark {
        holder: Holder::Subject(anchor.start()),
        ..anchor.hedge(&RULE, Category::Belief, first..anchor.end())
    })
}

/// *I think …*, *we do not believe …*, and *…, I think* at the end of a clause.
fn own_belief(anchor: &Anchor<'_>, group: &Group<'_>) -> Option<Mark> {
    let start = group.own_start()?;
    let asked = start.checked_sub(1).and_then(|n| anchor.at(n));
    let question = asked.is_some_and(|word| is_do(word));
    if question || is_passive(anchor, group) || is_astonished(anchor, group) {
        return None;
    }
    let mut mark = anchor.hedge(&RULE, Category::Belief, start..anchor.end());

    if anchor.ends_phrase() {
        let put_in = asked.is_some_and(|word| word.form() == ",");
        if !put_in {
            return None;
        }
        let before = clause::before(anchor, start);
        mark.scope = if before.is_empty() {
            mark.scope
        } else {
            before
        };
        return Some(mark);
    }
    has_content(anchor).then_some(mark)
}

/// *Is believed*; but *is hoping* is active.
fn is_passive(anchor: &Anchor<'_>, group: &Group<'_>) -> bool {
    group.be && !anchor.word.form().ends_with("ing")
}

/// *Could not believe* tells of astonishment.
fn is_astonished(anchor: &Anchor<'_>, group: &Group<'_>) -> bool {
    group.modal && group.negated && anchor.entry.lemma.as_ref() == "believe"
}

/// Whether the word is a verb with a subject of its own before it.
fn is_verb(anchor: &Anchor<'_>, group: &Group<'_>) -> bool {
    let Some(before) = group.before else {
        return anchor.word.form().ends_with("ing");
    };
    let compared = before.is("than") || before.is("as");
    let infinitive = before.is("to") && !anchor.precedes_word("that");
    let other = before.is("you") || infinitive && group.first == anchor.start();
    let negated_infinitive = before.is("to") && group.negated;
    let participle = is_preposition(before) && anchor.word.tag() != Tag::VBG;
    !compared
        && !participle
        && (!other || continues_to(anchor))
        && !negated_infinitive
        && !is_determiner(before)
        && !is_astonished(anchor, group)
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

/// Whether what is believed follows.
fn has_content(anchor: &Anchor<'_>) -> bool {
    let skipped = anchor.next().filter(|word| is_adverb(*word));
    let at = anchor.end() + usize::from(skipped.is_some());
    let Some(next) = anchor.at(at) else {
        return false;
    };
    let after = anchor.at(at + 1);
    let clause_begins =
        |word: Word<'_>| is_subject_pronoun(word) || is_determiner(word) || word.is("that");
    match next {
        _ if next.is("to") => anchor.has(HOPING),
        _ if next.is("as") => anchor.entry.lemma.as_ref() == "perceive",
        _ if next.is("for") => anchor.has(HOPING) && anchor.word.is("hoping"),
        _ if next.is("like") || next.is("if") || next.is("by") => after.is_some_and(clause_begins),
        _ if next.is("it") => after.is_some_and(|word| !is_mark(word) && !word.is("but")),
        _ if next.kind() == TokenKind::QUOTE_OPEN => false,
        _ => {
            !is_mark(next)
                && !is_preposition(next)
                && !is_object(next)
                && !is_object_name(anchor, next)
        }
    }
}

/// Whether *that*, *whether* or a subject follows.
fn clause_follows(anchor: &Anchor<'_>) -> bool {
    let next = anchor.next();
    next.is_some_and(|next| {
        let asked = anchor.entry.lemma.as_ref() == "wonder" && is_wh(next);
        asked || next.is("that") || next.is("like") || is_subject_pronoun(next)
    })
}

/// A name at the end of the clause is what is believed or expected, not a proposition.
fn is_object_name(anchor: &Anchor<'_>, next: Word<'_>) -> bool {
    let name = next.has_shape(Shape::CAPITAL) && !is_be(next);
    name && !anchor.has(HOPING) && anchor.at(next.index() + 1).is_none_or(is_mark)
}
