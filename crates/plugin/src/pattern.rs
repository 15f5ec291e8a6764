//! What rules look for, said in a linguist's words.
//!
//! A [`Pattern`] is made of steps, one after the other: `word("of")`, `lemma("warn")`,
//! `noun_phrase()`. Whatever stands in a [`role`](Pattern::role) becomes a part of the
//! finding. There is one type only, so that a mistake is a short message.
//!
//! A pattern is tried at every word, and stays within the sentence unless it is wrapped in
//! [`across_sentences`]. Of several ways to match, the one that takes the first alternative,
//! the longest repetition and the shortest gap is taken.
//!
//! ```
//! use sayso_plugin::pattern::{gap, lemma, noun_phrase, sequence, word};
//!
//! let pattern = sequence([
//!     noun_phrase().role("source"),
//!     lemma("warn").role("cue"),
//!     gap(3),
//!     word("of"),
//!     noun_phrase().role("content"),
//! ]);
//! let text = "The engineers warned on Monday of heavy rain.";
//! let seen = sayso_plugin::testing::find(&pattern, text);
//! assert_eq!(
//!     seen,
//!     ["source=“The engineers” cue=“warned” content=“heavy rain”"]
//! );
//! ```

mod compile;
mod describe;
mod look;
mod matcher;
mod program;
mod steps;

pub use matcher::{Matcher, Sighting};
pub use steps::*;

use crate::{Match, Tag, TokenKind, Tokens};
pub(crate) use compile::Vocabulary;
pub(crate) use program::Watch;

/// How many words from where it begins a pattern may see.
///
/// ```
/// use sayso_plugin::pattern::{WINDOW, gap, sequence, word};
/// let pattern = sequence([word("a"), gap(1000), word("b")]);
/// let far = format!("a {} b", "x ".repeat(WINDOW));
/// assert!(sayso_plugin::testing::find(&pattern, &far).is_empty());
/// ```
pub const WINDOW: usize = 256;

/// What a rule looks for. See the [module](self) for how to make one.
///
/// ```
/// use sayso_plugin::pattern::{Pattern, lemma, noun_phrase};
///
/// fn warned() -> Pattern {
///     noun_phrase().role("source").then(lemma("warn").role("cue"))
/// }
/// // A pattern can be read.
/// assert_eq!(warned().to_string(), "[a noun phrase]source, [a form of “warn”]cue");
/// ```
#[derive(Clone, Debug)]
pub struct Pattern(pub(crate) Node);

/// What a pattern is made of.
#[derive(Clone, Debug)]
pub(crate) enum Node {
    Step(Step),
    Sequence(Vec<Pattern>),
    Either(Vec<Pattern>),
    Optional(Box<Pattern>),
    /// Once or more often.
    Repeated(Box<Pattern>),
    Gap(usize),
    /// Looks ahead: must match, or must not.
    Ahead(Box<Pattern>, bool),
    /// The words that match must pass a test, which has a name.
    Test(Box<Pattern>, &'static str, fn(Tokens<'_>) -> bool),
    Within(Box<Pattern>, Bound),
    Role(Box<Pattern>, &'static str),
    Attribute(&'static str, &'static str),
}

/// How far a pattern may see.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Bound {
    Sentence,
    Document,
}

/// One thing to look for at a word.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Step {
    Word(&'static str),
    Lemma(&'static str),
    Tag(Tag),
    Class(&'static str),
    Kind(TokenKind),
    Capitalized,
    Any,
    NounPhrase,
    VerbGroup,
    Clause,
    Quotation,
    RestOfSentence,
    SentenceStart,
    SentenceEnd,
    Parser(&'static str, fn(Tokens<'_>) -> Match<'_>),
}

impl Pattern {
    /// What this matches is a part of the finding, in this role.
    ///
    /// A role that matches several times, as in a repetition, has several spans. A rule
    /// whose pattern has no role gives all it matches the role `match`.
    ///
    /// ```
    /// use sayso_plugin::pattern::{lemma, sequence, word};
    /// let pattern = sequence([lemma("warn").role("cue"), word("of")]);
    /// assert_eq!(sayso_plugin::testing::find(&pattern, "They warned of it."), ["cue=“warned”"]);
    /// ```
    pub fn role(self, role: &'static str) -> Pattern {
        Pattern(Node::Role(Box::new(self), role))
    }

    /// This, and then another.
    ///
    /// ```
    /// use sayso_plugin::pattern::word;
    /// let pattern = word("so").then(word("far"));
    /// assert_eq!(sayso_plugin::testing::find(&pattern, "So far, so good."), ["match=“So far”"]);
    /// ```
    pub fn then(self, next: Pattern) -> Pattern {
        match self.0 {
            Node::Sequence(mut all) => {
                all.push(next);
                Pattern(Node::Sequence(all))
            }
            first => Pattern(Node::Sequence(vec![Pattern(first), next])),
        }
    }

    /// This, or else another; the first that matches is taken.
    ///
    /// ```
    /// use sayso_plugin::pattern::word;
    /// let pattern = word("rain").or(word("snow"));
    /// assert_eq!(sayso_plugin::testing::find(&pattern, "No snow."), ["match=“snow”"]);
    /// ```
    pub fn or(self, other: Pattern) -> Pattern {
        match self.0 {
            Node::Either(mut all) => {
                all.push(other);
                Pattern(Node::Either(all))
            }
            first => Pattern(Node::Either(vec![Pattern(first), other])),
        }
    }

    /// This, unless another follows right behind it.
    ///
    /// ```
    /// use sayso_plugin::pattern::{lemma, word};
    /// let pattern = lemma("warn").not_followed_by(word("against"));
    /// let find = |text| sayso_plugin::testing::find(&pattern, text);
    /// assert_eq!(find("They warned him."), ["match=“warned”"]);
    /// assert!(find("They warned against it.").is_empty());
    /// ```
    pub fn not_followed_by(self, next: Pattern) -> Pattern {
        self.then(Pattern(Node::Ahead(Box::new(next), false)))
    }

    /// This, if another follows right behind it; that other is not part of the match.
    ///
    /// ```
    /// use sayso_plugin::pattern::{lemma, word};
    /// let pattern = lemma("warn").followed_by(word("of"));
    /// assert_eq!(sayso_plugin::testing::find(&pattern, "They warn of it."), ["match=“warn”"]);
    /// ```
    pub fn followed_by(self, next: Pattern) -> Pattern {
        self.then(Pattern(Node::Ahead(Box::new(next), true)))
    }

    /// This, if the words that match pass a test. `what` says in words what is tested, for
    /// explanations: `is plural`.
    ///
    /// ```
    /// use sayso_plugin::pattern::noun_phrase;
    /// use sayso_plugin::{Tag, Tokens};
    ///
    /// fn is_plural(words: Tokens<'_>) -> bool {
    ///     words.last().is_some_and(|head| head.tag() == Tag::NNS)
    /// }
    ///
    /// let pattern = noun_phrase().that("is plural", is_plural);
    /// let seen = sayso_plugin::testing::find(&pattern, "The engineer met two ministers.");
    /// assert_eq!(seen, ["match=“two ministers”"]);
    /// ```
    pub fn that(self, what: &'static str, test: fn(Tokens<'_>) -> bool) -> Pattern {
        Pattern(Node::Test(Box::new(self), what, test))
    }
}
