//! What rules are made of: small nom parsers over words.
//!
//! They go together with nom's own `alt`, `opt`, `preceded`, `recognize`, `many0`, and with
//! tuples, which stand for one after the other.
//!
//! ```
//! use sayso_plugin::combinators::{capitalized, class, word};
//! use sayso_plugin::nom::{Parser, combinator::opt};
//! use sayso_plugin::{Lexicon, Match, Reading, Tokens, classes};
//!
//! classes! { CLASS_NAMES: SPEECH }
//!
//! /// A capitalised word, a speech verb, and "that" or not.
//! fn name_said(tokens: Tokens<'_>) -> Match<'_> {
//!     let (rest, (name, _said, _that)) =
//!         (capitalized, class(SPEECH), opt(word("that"))).parse(tokens)?;
//!     Ok((rest, name))
//! }
//!
//! let lexicon = Lexicon::new(CLASS_NAMES, &[("verbs", "say, said\tspeech")]).unwrap();
//! let text = "Duarte said that it rained.";
//! let structure = sayso_parser::parse(text);
//! let document = structure.document(text);
//! let mut buffer = Vec::new();
//! let reading = Reading::new(&document, &lexicon, &mut buffer);
//! let (rest, name) = name_said(reading.tokens()).unwrap();
//! assert_eq!((name.text(), rest.text()), ("Duarte", "it rained."));
//! ```

use std::panic::Location;

use nom::{Err, Input};

use crate::pattern::Step;
use crate::{Classes, Match, Shape, Tag, TokenKind, TokenRange, Tokens, Word};

/// One word of which `test` holds.
///
/// ```
/// use sayso_plugin::combinators::one;
/// sayso_plugin::testing::with_tokens("Rain fell.", |tokens| {
///     let (rest, long) = one(|word| word.form().len() > 3)(tokens).unwrap();
///     assert_eq!((long.text(), rest.text()), ("Rain", "fell."));
/// });
/// ```
pub fn one<'d>(test: impl Fn(Word<'d>) -> bool) -> impl Fn(Tokens<'d>) -> Match<'d> {
    move |tokens| match tokens.first() {
        Some(word) if test(word) => Ok(tokens.take_split(1)),
        _ => no_match(),
    }
}

/// This word, given in lower case; case is passed over.
///
/// ```
/// use sayso_plugin::combinators::word;
/// sayso_plugin::testing::with_tokens("Of rain", |tokens| {
///     let (rest, of) = word("of")(tokens).unwrap();
///     assert_eq!((of.text(), rest.text()), ("Of", "rain"));
/// });
/// ```
#[track_caller]
pub fn word<'d>(form: &'static str) -> impl Fn(Tokens<'d>) -> Match<'d> {
    told(Step::Word(form), move |word| word.reads(word.token(), form))
}

/// One word of which `test` holds; `step` is what that is called in explanations.
#[track_caller]
fn told<'d>(step: Step, test: impl Fn(Word<'d>) -> bool) -> impl Fn(Tokens<'d>) -> Match<'d> {
    let place = Location::caller();
    one(move |word| word.told(test(word), step, place))
}

/// One word of these classes; a phrase of several words counts as one.
///
/// ```
/// use sayso_plugin::combinators::class;
/// use sayso_plugin::{Lexicon, Reading, classes};
///
/// classes! { CLASS_NAMES: SPEECH }
/// let lexicon = Lexicon::new(CLASS_NAMES, &[("cues", "according to\tspeech")])?;
/// let text = "According to her, it rained.";
/// let structure = sayso_parser::parse(text);
/// let document = structure.document(text);
/// let mut buffer = Vec::new();
/// let reading = Reading::new(&document, &lexicon, &mut buffer);
/// let (_, cue) = class(SPEECH)(reading.tokens()).unwrap();
/// assert_eq!(cue.text(), "According to");
/// # Ok::<(), sayso_plugin::LexiconError>(())
/// ```
#[track_caller]
pub fn class<'d>(any: Classes) -> impl Fn(Tokens<'d>) -> Match<'d> {
    let place = Location::caller();
    move |tokens| {
        let Some(word) = tokens.first() else {
            return no_match();
        };
        if let Some(phrase) = word.phrase(any, tokens.len()) {
            return Ok(tokens.take_split(phrase.len()));
        }
        if word.has_for(any, place) {
            return Ok(tokens.take_split(1));
        }
        no_match()
    }
}

/// One token of this kind.
///
/// ```
/// use sayso_plugin::{TokenKind, combinators::kind};
/// sayso_plugin::testing::with_tokens("30 boats", |tokens| {
///     let (_, number) = kind(TokenKind::NUMBER)(tokens).unwrap();
///     assert_eq!(number.text(), "30");
/// });
/// ```
#[track_caller]
pub fn kind<'d>(kind: TokenKind) -> impl Fn(Tokens<'d>) -> Match<'d> {
    told(Step::Kind(kind), move |word| word.kind() == kind)
}

/// A word with a capital first letter.
///
/// ```
/// use sayso_plugin::combinators::capitalized;
/// sayso_plugin::testing::with_tokens("Duarte left", |tokens| {
///     let (_, name) = capitalized(tokens).unwrap();
///     assert_eq!(name.text(), "Duarte");
/// });
/// ```
pub fn capitalized(tokens: Tokens<'_>) -> Match<'_> {
    one(|word| word.kind() == TokenKind::WORD && word.has_shape(Shape::CAPITAL))(tokens)
}

/// A whole quotation with its marks, the innermost that begins here.
///
/// ```
/// use sayso_plugin::combinators::quotation;
/// sayso_plugin::testing::with_tokens("“It rains,” she said.", |tokens| {
///     let (rest, said) = quotation(tokens).unwrap();
///     assert_eq!((said.text(), rest.text()), ("“It rains,”", "she said."));
/// });
/// ```
pub fn quotation(tokens: Tokens<'_>) -> Match<'_> {
    whole(Step::Quotation, tokens, |word| {
        word.quotation().map(|found| found.tokens)
    })
}

/// One word with this part of speech. Needs the language layer
/// ([`About::language`](crate::About::language)), as do the other parsers named after it.
///
/// ```
/// use sayso_english::Analyzer;
/// use sayso_plugin::combinators::{lemma, noun_phrase, tag, verb_group};
/// use sayso_plugin::nom::Parser;
/// use sayso_plugin::{Lexicon, Reading, Tag};
///
/// let text = "The chief engineers have warned him.";
/// let structure = sayso_parser::parse(text);
/// let mut analyzer = Analyzer::default();
/// let document = structure.document(text);
/// let document = document.with_layers(analyzer.layers(&document));
/// let (lexicon, mut buffer) = (Lexicon::default(), Vec::new());
/// let reading = Reading::new(&document, &lexicon, &mut buffer);
/// let (rest, (who, verb)) = (noun_phrase, verb_group).parse(reading.tokens()).unwrap();
/// assert_eq!((who.text(), verb.text()), ("The chief engineers", "have warned"));
/// assert!(tag(Tag::PRP)(rest).is_ok());
/// assert!(lemma("he")(rest).is_ok());
/// ```
#[track_caller]
pub fn tag<'d>(tag: Tag) -> impl Fn(Tokens<'d>) -> Match<'d> {
    told(Step::Tag(tag), move |word| word.tag() == tag)
}

/// One word with this lemma, as the language layer writes it.
///
/// ```
/// use sayso_plugin::combinators::lemma;
/// sayso_plugin::testing::with_tokens("warned him", |tokens| {
///     assert!(lemma("warn")(tokens).is_ok());
/// });
/// ```
#[track_caller]
pub fn lemma<'d>(lemma: &'static str) -> impl Fn(Tokens<'d>) -> Match<'d> {
    told(Step::Lemma(lemma), move |word| word.lemma() == lemma)
}

/// A whole noun-phrase chunk that begins here, without what follows its head.
///
/// ```
/// use sayso_plugin::combinators::noun_phrase;
/// sayso_plugin::testing::with_tokens("The head of the school left.", |tokens| {
///     let (_, who) = noun_phrase(tokens).unwrap();
///     assert_eq!(who.text(), "The head");
/// });
/// ```
pub fn noun_phrase(tokens: Tokens<'_>) -> Match<'_> {
    whole(Step::NounPhrase, tokens, |word| {
        word.chunk().map(|chunk| chunk.tokens)
    })
}

/// A whole verb group that begins here: `has also said`.
///
/// ```
/// use sayso_plugin::combinators::{verb_group, word};
/// sayso_plugin::testing::with_tokens("She has also said no.", |tokens| {
///     let (rest, _) = word("she")(tokens).unwrap();
///     let (_, verb) = verb_group(rest).unwrap();
///     assert_eq!(verb.text(), "has also said");
/// });
/// ```
pub fn verb_group(tokens: Tokens<'_>) -> Match<'_> {
    whole(Step::VerbGroup, tokens, |word| {
        word.verb_group().map(|group| group.tokens)
    })
}

/// A whole clause that begins here, the innermost if there are several.
///
/// ```
/// use sayso_plugin::combinators::clause;
/// sayso_plugin::testing::with_tokens("It rained when she left.", |tokens| {
///     let (_, whole) = clause(tokens).unwrap();
///     assert!(whole.text().starts_with("It rained"));
/// });
/// ```
pub fn clause(tokens: Tokens<'_>) -> Match<'_> {
    whole(Step::Clause, tokens, |word| {
        let clauses = word.document().layers.clauses;
        let first = word.index() as u32;
        let end = clauses.partition_point(|c| c.tokens.first <= first);
        let starting = clauses[..end].iter().rev();
        let mut starting = starting.take_while(|c| c.tokens.first == first);
        starting.next().map(|clause| clause.tokens)
    })
}

/// The run that begins at the first of the words, if it lies within them.
#[track_caller]
fn whole<'d>(
    step: Step,
    tokens: Tokens<'d>,
    run: impl Fn(Word<'d>) -> Option<TokenRange>,
) -> Match<'d> {
    let Some(first) = tokens.first() else {
        return no_match();
    };
    let fits = |run: &TokenRange| {
        run.first as usize == first.index() && run.len() as usize <= tokens.len()
    };
    let run = run(first).filter(fits);
    first.told(run.is_some(), step, Location::caller());
    match run {
        Some(run) => Ok(tokens.take_split(run.len() as usize)),
        None => no_match(),
    }
}

/// The shortest run of at most `most` words after which `after` matches.
///
/// What it gives are the words of the gap and what `after` gave.
///
/// ```
/// use sayso_plugin::combinators::{gap, word};
/// sayso_plugin::testing::with_tokens("warned us all of rain", |tokens| {
///     let (rest, (between, _)) = gap(3, word("of"))(tokens).unwrap();
///     assert_eq!((between.text(), rest.text()), ("warned us all", "rain"));
/// });
/// ```
pub fn gap<'d, O>(
    most: usize,
    after: impl Fn(Tokens<'d>) -> Match<'d, O>,
) -> impl Fn(Tokens<'d>) -> Match<'d, (Tokens<'d>, O)> {
    move |tokens| {
        for skipped in 0..=most.min(tokens.len()) {
            let (rest, gap) = tokens.take_split(skipped);
            if let Ok((rest, seen)) = after(rest) {
                return Ok((rest, (gap, seen)));
            }
        }
        no_match()
    }
}

/// Before the first word of a sentence that is no mark; takes no word.
///
/// ```
/// use sayso_plugin::combinators::sentence_start;
/// sayso_plugin::testing::with_tokens("Rain fell.", |tokens| {
///     assert!(sentence_start(tokens).is_ok());
/// });
/// ```
pub fn sentence_start(tokens: Tokens<'_>) -> Match<'_, ()> {
    match tokens.first() {
        Some(word) if word.has_shape(Shape::SENTENCE_START) => Ok((tokens, ())),
        _ => no_match(),
    }
}

/// No match, as an error of nom's that other alternatives may follow.
///
/// ```
/// use sayso_plugin::combinators::no_match;
/// use sayso_plugin::{Match, Tokens};
///
/// fn short(tokens: Tokens<'_>) -> Match<'_> {
///     match tokens.len() {
///         0..4 => Ok((tokens, tokens)),
///         _ => no_match(),
///     }
/// }
/// # sayso_plugin::testing::with_tokens("It rained again.", |tokens| {
/// assert!(short(tokens).is_err());
/// # });
/// ```
pub fn no_match<'d, O>() -> Match<'d, O> {
    Err(Err::Error(()))
}
