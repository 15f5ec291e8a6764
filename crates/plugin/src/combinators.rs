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

use nom::{Err, Input};

use crate::{Classes, Match, Shape, Tag, TokenKind, TokenRange, Tokens, Word};

/// One word of which `test` holds.
pub fn one<'d>(test: impl Fn(Word<'d>) -> bool) -> impl Fn(Tokens<'d>) -> Match<'d> {
    move |tokens| match tokens.first() {
        Some(word) if test(word) => Ok(tokens.take_split(1)),
        _ => no_match(),
    }
}

/// This word, given in lower case; case is passed over.
pub fn word<'d>(form: &'static str) -> impl Fn(Tokens<'d>) -> Match<'d> {
    one(move |word| word.is(form))
}

/// One word of these classes; a phrase of several words counts as one.
pub fn class<'d>(any: Classes) -> impl Fn(Tokens<'d>) -> Match<'d> {
    move |tokens| {
        let Some(word) = tokens.first() else {
            return no_match();
        };
        if let Some(phrase) = word.phrase(any, tokens.len()) {
            return Ok(tokens.take_split(phrase.len()));
        }
        if word.has(any) {
            return Ok(tokens.take_split(1));
        }
        no_match()
    }
}

/// One token of this kind.
pub fn kind<'d>(kind: TokenKind) -> impl Fn(Tokens<'d>) -> Match<'d> {
    one(move |word| word.kind() == kind)
}

/// A word with a capital first letter.
pub fn capitalized(tokens: Tokens<'_>) -> Match<'_> {
    one(|word| word.kind() == TokenKind::WORD && word.has_shape(Shape::CAPITAL))(tokens)
}

/// A whole outermost quotation, its marks included.
pub fn quotation(tokens: Tokens<'_>) -> Match<'_> {
    whole(tokens, |word| word.quotation().map(|found| found.tokens))
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
pub fn tag<'d>(tag: Tag) -> impl Fn(Tokens<'d>) -> Match<'d> {
    one(move |word| word.tag() == tag)
}

/// One word with this lemma, as the language layer writes it.
pub fn lemma<'d>(lemma: &'static str) -> impl Fn(Tokens<'d>) -> Match<'d> {
    one(move |word| word.lemma() == lemma)
}

/// A whole noun-phrase chunk that begins here, without what follows its head.
pub fn noun_phrase(tokens: Tokens<'_>) -> Match<'_> {
    whole(tokens, |word| word.chunk().map(|chunk| chunk.tokens))
}

/// A whole verb group that begins here: `has also said`.
pub fn verb_group(tokens: Tokens<'_>) -> Match<'_> {
    whole(tokens, |word| word.verb_group().map(|group| group.tokens))
}

/// A whole clause that begins here, the innermost if there are several.
pub fn clause(tokens: Tokens<'_>) -> Match<'_> {
    whole(tokens, |word| {
        let clauses = word.document().layers.clauses;
        let first = word.index() as u32;
        let end = clauses.partition_point(|c| c.tokens.first <= first);
        let starting = clauses[..end].iter().rev();
        let mut starting = starting.take_while(|c| c.tokens.first == first);
        starting.next().map(|clause| clause.tokens)
    })
}

/// The run that begins at the first of the words, if it lies within them.
fn whole<'d>(tokens: Tokens<'d>, run: impl Fn(Word<'d>) -> Option<TokenRange>) -> Match<'d> {
    let Some(first) = tokens.first() else {
        return no_match();
    };
    match run(first) {
        Some(run) if run.first as usize == first.index() && run.len() as usize <= tokens.len() => {
            Ok(tokens.take_split(run.len() as usize))
        }
        _ => no_match(),
    }
}

/// The shortest run of at most `most` words after which `after` matches.
///
/// What it gives are the words of the gap and what `after` gave.
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

/// The first word of a sentence that is no quotation mark.
pub fn sentence_start(tokens: Tokens<'_>) -> Match<'_, ()> {
    match tokens.first() {
        Some(word) if word.has_shape(Shape::SENTENCE_START) => Ok((tokens, ())),
        _ => no_match(),
    }
}

/// No match, as an error of nom's that other alternatives may follow.
pub fn no_match<'d, O>() -> Match<'d, O> {
    Err(Err::Error(()))
}
