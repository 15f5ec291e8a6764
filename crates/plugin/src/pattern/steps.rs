//! What patterns are made of.

use super::{Bound, Node, Pattern, Step};
use crate::{Match, Tag, TokenKind, Tokens};

fn step(step: Step) -> Pattern {
    Pattern(Node::Step(step))
}

/// This word, given in lower case; case is passed over. For several words, use [`phrase`].
///
/// ```
/// use sayso_plugin::pattern::word;
/// assert_eq!(sayso_plugin::testing::find(&word("rain"), "Rain fell."), ["match=“Rain”"]);
/// ```
pub fn word(form: &'static str) -> Pattern {
    step(Step::Word(form))
}

/// These words one after the other, given in lower case with spaces between them.
///
/// ```
/// use sayso_plugin::pattern::phrase;
/// let pattern = phrase("according to");
/// let seen = sayso_plugin::testing::find(&pattern, "According to her, it rained.");
/// assert_eq!(seen, ["match=“According to”"]);
/// ```
pub fn phrase(words: &'static str) -> Pattern {
    Pattern(Node::Sequence(words.split_whitespace().map(word).collect()))
}

/// A word with this lemma, as `sayso tokens` shows it: *warn* for *warned*.
///
/// ```
/// use sayso_plugin::pattern::lemma;
/// let seen = sayso_plugin::testing::find(&lemma("warn"), "They have warned him.");
/// assert_eq!(seen, ["match=“warned”"]);
/// ```
pub fn lemma(lemma: &'static str) -> Pattern {
    step(Step::Lemma(lemma))
}

/// A word with this part of speech, one of the Penn Treebank's tags.
///
/// ```
/// use sayso_plugin::{Tag, pattern::tag};
/// let seen = sayso_plugin::testing::find(&tag(Tag::CD), "It cost 30 crowns.");
/// assert_eq!(seen, ["match=“30”"]);
/// ```
pub fn tag(tag: Tag) -> Pattern {
    step(Step::Tag(tag))
}

/// A word or phrase of the plugin's word lists that has this class there.
///
/// ```
/// use sayso_plugin::pattern::class;
/// let words = "fear, fears\tworry\nbe afraid\tworry\n";
/// let seen = sayso_plugin::testing::find_with(&class("worry"), words, "She fears rain.");
/// assert_eq!(seen, ["match=“fears”"]);
/// ```
pub fn class(name: &'static str) -> Pattern {
    step(Step::Class(name))
}

/// A token of this kind.
///
/// ```
/// use sayso_plugin::{TokenKind, pattern::kind};
/// let seen = sayso_plugin::testing::find(&kind(TokenKind::NUMBER), "It cost 30 crowns.");
/// assert_eq!(seen, ["match=“30”"]);
/// ```
pub fn kind(kind: TokenKind) -> Pattern {
    step(Step::Kind(kind))
}

/// A word with a capital first letter.
///
/// ```
/// use sayso_plugin::pattern::{capitalized, repeated};
/// let seen = sayso_plugin::testing::find(&repeated(capitalized()), "so Ana Duarte left");
/// assert_eq!(seen, ["match=“Ana Duarte”"]);
/// ```
pub fn capitalized() -> Pattern {
    step(Step::Capitalized)
}

/// Any token, be it a word or a mark.
///
/// ```
/// use sayso_plugin::pattern::{any, word};
/// let seen = sayso_plugin::testing::find(&word("heavy").then(any()), "A heavy storm.");
/// assert_eq!(seen, ["match=“heavy storm”"]);
/// ```
pub fn any() -> Pattern {
    step(Step::Any)
}

/// A whole noun phrase that begins here, without what follows its head: *the chief
/// engineers*, but not *of the ministry*.
///
/// ```
/// use sayso_plugin::pattern::noun_phrase;
/// let seen = sayso_plugin::testing::find(&noun_phrase(), "The chief engineers slept.");
/// assert_eq!(seen, ["match=“The chief engineers”"]);
/// ```
pub fn noun_phrase() -> Pattern {
    step(Step::NounPhrase)
}

/// A whole verb group that begins here: *has also said*.
///
/// ```
/// use sayso_plugin::pattern::verb_group;
/// let seen = sayso_plugin::testing::find(&verb_group(), "The engineers have warned him.");
/// assert_eq!(seen, ["match=“have warned”"]);
/// ```
pub fn verb_group() -> Pattern {
    step(Step::VerbGroup)
}

/// A whole clause that begins here, the innermost if there are several.
///
/// ```
/// use sayso_plugin::pattern::{clause, word};
/// let pattern = word("said").then(clause().role("content"));
/// let seen = sayso_plugin::testing::find(&pattern, "She said that it rained.");
/// assert_eq!(seen, ["content=“that it rained”"]);
/// ```
pub fn clause() -> Pattern {
    step(Step::Clause)
}

/// A whole quotation with its marks.
///
/// ```
/// use sayso_plugin::pattern::quotation;
/// let seen = sayso_plugin::testing::find(&quotation(), "“It rains,” she said.");
/// assert_eq!(seen, ["match=““It rains,””"]);
/// ```
pub fn quotation() -> Pattern {
    step(Step::Quotation)
}

/// All words to the end of the sentence, without its closing marks; at least one.
///
/// ```
/// use sayso_plugin::pattern::{rest_of_sentence, word};
/// let pattern = word("because").then(rest_of_sentence().role("reason"));
/// let seen = sayso_plugin::testing::find(&pattern, "It closed because it rained. She left.");
/// assert_eq!(seen, ["reason=“it rained”"]);
/// ```
pub fn rest_of_sentence() -> Pattern {
    step(Step::RestOfSentence)
}

/// Here the sentence begins; takes no word.
///
/// ```
/// use sayso_plugin::pattern::{sentence_start, word};
/// let pattern = sentence_start().then(word("rain"));
/// let seen = sayso_plugin::testing::find(&pattern, "Rain fell. No rain fell.");
/// assert_eq!(seen, ["match=“Rain”"]);
/// ```
pub fn sentence_start() -> Pattern {
    step(Step::SentenceStart)
}

/// Here the sentence ends, but for its closing marks; takes no word.
///
/// ```
/// use sayso_plugin::pattern::{sentence_end, word};
/// let pattern = word("rain").then(sentence_end());
/// let seen = sayso_plugin::testing::find(&pattern, "The rain stopped. They want rain.");
/// assert_eq!(seen, ["match=“rain”"]);
/// ```
pub fn sentence_end() -> Pattern {
    step(Step::SentenceEnd)
}

/// Whatever a nom parser of your own takes; `what` says in words what that is, for
/// explanations.
///
/// ```
/// use sayso_plugin::combinators::{capitalized, word};
/// use sayso_plugin::nom::{Parser, combinator::recognize, sequence::pair};
/// use sayso_plugin::{Match, Tokens, pattern::parser};
///
/// fn month(tokens: Tokens<'_>) -> Match<'_> {
///     recognize(pair(word("last"), capitalized)).parse(tokens)
/// }
///
/// let seen = sayso_plugin::testing::find(&parser("a month", month), "It rained last May.");
/// assert_eq!(seen, ["match=“last May”"]);
/// ```
pub fn parser(what: &'static str, parser: fn(Tokens<'_>) -> Match<'_>) -> Pattern {
    step(Step::Parser(what, parser))
}

/// One after the other.
///
/// ```
/// use sayso_plugin::pattern::{noun_phrase, sequence, word};
/// let pattern = sequence([word("of"), noun_phrase()]);
/// let seen = sayso_plugin::testing::find(&pattern, "They spoke of heavy rain.");
/// assert_eq!(seen, ["match=“of heavy rain”"]);
/// ```
pub fn sequence<const N: usize>(steps: [Pattern; N]) -> Pattern {
    Pattern(Node::Sequence(steps.into()))
}

/// One of several, the first that matches.
///
/// ```
/// use sayso_plugin::pattern::{either, word};
/// let pattern = either([word("rain"), word("snow"), word("hail")]);
/// assert_eq!(sayso_plugin::testing::find(&pattern, "Hail fell."), ["match=“Hail”"]);
/// ```
pub fn either<const N: usize>(patterns: [Pattern; N]) -> Pattern {
    Pattern(Node::Either(patterns.into()))
}

/// This if it is there, else nothing.
///
/// ```
/// use sayso_plugin::pattern::{optional, word};
/// let pattern = optional(word("heavy")).then(word("rain"));
/// let seen = sayso_plugin::testing::find(&pattern, "Rain, heavy rain.");
/// assert_eq!(seen, ["match=“Rain”", "match=“heavy rain”"]);
/// ```
pub fn optional(pattern: Pattern) -> Pattern {
    Pattern(Node::Optional(Box::new(pattern)))
}

/// This once or more often, as often as it can be.
///
/// ```
/// use sayso_plugin::pattern::{repeated, word};
/// let seen = sayso_plugin::testing::find(&repeated(word("very")), "A very very big one.");
/// assert_eq!(seen, ["match=“very very”"]);
/// ```
pub fn repeated(pattern: Pattern) -> Pattern {
    Pattern(Node::Repeated(Box::new(pattern)))
}

/// As few words as possible, none or at most so many.
///
/// ```
/// use sayso_plugin::pattern::{gap, sequence, word};
/// let pattern = sequence([word("warned"), gap(2), word("of")]);
/// let seen = sayso_plugin::testing::find(&pattern, "She warned us all of it.");
/// assert_eq!(seen, ["match=“warned us all of”"]);
/// ```
pub fn gap(most: usize) -> Pattern {
    Pattern(Node::Gap(most))
}

/// Keeps a part of a pattern that goes [`across_sentences`] within the sentence that it
/// begins in.
///
/// ```
/// use sayso_plugin::pattern::{across_sentences, gap, sequence, within_sentence, word};
/// let rain_stopped = within_sentence(sequence([word("rain"), gap(9), word("stopped")]));
/// let pattern = across_sentences(sequence([rain_stopped, gap(9), word("left")]));
/// let find = |text| sayso_plugin::testing::find(&pattern, text);
/// assert_eq!(find("The rain stopped. She left.").len(), 1);
/// assert!(find("No rain. It stopped. She left.").is_empty());
/// ```
pub fn within_sentence(pattern: Pattern) -> Pattern {
    Pattern(Node::Within(Box::new(pattern), Bound::Sentence))
}

/// Lets a rule's whole pattern go on in the sentences that follow, for up to
/// [`WINDOW`](super::WINDOW) words.
///
/// ```
/// use sayso_plugin::pattern::{across_sentences, gap, sequence, word};
/// let pattern = sequence([word("rain"), gap(3), word("left")]);
/// let find = |pattern| sayso_plugin::testing::find(&pattern, "It was the rain. She left.");
/// assert!(find(pattern.clone()).is_empty());
/// assert_eq!(find(across_sentences(pattern)).len(), 1);
/// ```
pub fn across_sentences(pattern: Pattern) -> Pattern {
    Pattern(Node::Within(Box::new(pattern), Bound::Document))
}

/// Gives the finding an attribute if the match comes through here; takes no word.
///
/// ```
/// use sayso_plugin::pattern::{attribute, lemma};
/// let pattern = lemma("warn").then(attribute("strength", "strong"));
/// let seen = sayso_plugin::testing::find(&pattern, "They warned him.");
/// assert_eq!(seen, ["match=“warned” strength=strong"]);
/// ```
pub fn attribute(name: &'static str, value: &'static str) -> Pattern {
    Pattern(Node::Attribute(name, value))
}
