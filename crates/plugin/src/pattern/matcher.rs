//! Patterns that are ready to run.

use std::cell::RefCell;

use nom::{Err, Mode, OutputMode, PResult, Parser};

use super::compile::Compiler;
use super::program::{Event, Program, Run, Watch};
use super::{Bound, Pattern, Vocabulary, WINDOW};
use crate::{Error, Reading, TokenRange, Tokens};

/// A pattern that is ready to run. It is a nom parser over [`Tokens`], too.
///
/// ```
/// use sayso_plugin::nom::{Parser, sequence::pair};
/// use sayso_plugin::pattern::{Matcher, gap, sequence, word};
/// use sayso_plugin::{Lexicon, Reading};
///
/// let matcher = Matcher::new(&sequence([word("rain"), gap(2), word("fell")]), &[])?;
/// let text = "Rain never fell then.";
/// let structure = sayso_parser::parse(text);
/// let document = structure.document(text);
/// let (lexicon, mut buffer) = (Lexicon::default(), Vec::new());
/// let reading = Reading::new(&document, &lexicon, &mut buffer);
/// let seen = matcher.see(reading.tokens()).expect("a match");
/// assert_eq!(reading.slice(seen.words).text(), "Rain never fell");
///
/// let then = sayso_plugin::combinators::word("then");
/// let (rest, _) = pair(&matcher, then).parse(reading.tokens()).expect("a match");
/// assert_eq!(rest.text(), ".");
/// # Ok::<(), sayso_plugin::Error>(())
/// ```
#[derive(Debug)]
pub struct Matcher {
    program: Program,
    roles: Vec<&'static str>,
    attributes: Vec<(&'static str, &'static str)>,
    bound: Bound,
    /// Kept for its memory.
    log: RefCell<Vec<Event>>,
}

/// What a pattern saw.
///
/// ```
/// use sayso_plugin::pattern::{Matcher, lemma, noun_phrase};
/// sayso_plugin::testing::with_tokens("They warned the miners.", |tokens| {
///     let pattern = lemma("warn").then(noun_phrase().role("whom"));
///     let matcher = Matcher::new(&pattern, &[]).unwrap();
///     let seen = matcher.see(tokens.reading().rest_of_sentence(1)).unwrap();
///     let (role, whom) = seen.parts[0];
///     assert_eq!((role, tokens.reading().slice(whom).text()), ("whom", "the miners"));
/// });
/// ```
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Sighting {
    /// All words that match.
    pub words: TokenRange,
    /// The words in each role, in the order of their beginning.
    pub parts: Vec<(&'static str, TokenRange)>,
    /// The attributes that were met on the way.
    pub attributes: Vec<(&'static str, &'static str)>,
}

impl Matcher {
    /// Makes a pattern ready. `lists` are the word lists whose classes it may ask for; the
    /// lexicon that words are read with must be made from the same by
    /// [`Matcher::lexicon`].
    ///
    /// # Errors
    /// A class that no word list has; a word with spaces or capitals; an empty choice; a role
    /// that is no lower-case word.
    pub fn new(pattern: &Pattern, lists: &[(&str, &str)]) -> Result<Self, Error> {
        Self::with(pattern, &Vocabulary::new(lists)?)
    }

    /// The lexicon of word lists, with its classes numbered as patterns ask for them.
    ///
    /// # Errors
    /// See [`Lexicon::new`](crate::Lexicon::new).
    pub fn lexicon(lists: &[(&str, &str)]) -> Result<crate::Lexicon, Error> {
        let vocabulary = Vocabulary::new(lists)?;
        Ok(crate::Lexicon::new(&vocabulary.names(), lists)?)
    }

    pub(crate) fn with(pattern: &Pattern, vocabulary: &Vocabulary) -> Result<Self, Error> {
        let mut compiler = Compiler::new(vocabulary);
        let program = compiler.program(pattern)?;
        Ok(Self {
            program,
            roles: compiler.roles,
            attributes: compiler.attributes,
            bound: pattern.bound(),
            log: RefCell::default(),
        })
    }

    /// What is seen at the first of these words, within them and [`WINDOW`].
    pub fn see(&self, tokens: Tokens<'_>) -> Option<Sighting> {
        let run = tokens.range();
        self.run(tokens.reading(), run.first, run.end, None)
    }

    /// What is seen at a word, within its sentence or as far as the pattern goes.
    pub(crate) fn see_at<'d>(
        &self,
        reading: &'d Reading<'d>,
        first: u32,
        sentence_end: u32,
        watch: Option<&RefCell<Watch>>,
    ) -> Option<Sighting> {
        let end = match self.bound {
            Bound::Sentence => sentence_end,
            Bound::Document => reading.document.tokens.len() as u32,
        };
        self.run(reading, first, end, watch)
    }

    fn run<'d>(
        &self,
        reading: &'d Reading<'d>,
        first: u32,
        end: u32,
        watch: Option<&RefCell<Watch>>,
    ) -> Option<Sighting> {
        let limit = end.min(first.saturating_add(WINDOW as u32)).max(first);
        let log = &mut *self.log.borrow_mut();
        log.clear();
        let end = self
            .program
            .run(&Run { reading, watch }, first, limit, log)?;
        // An empty match is none.
        (end > first).then(|| self.sighting(TokenRange::new(first, end), log))
    }

    fn sighting(&self, words: TokenRange, log: &[Event]) -> Sighting {
        let mut sighting = Sighting {
            words,
            ..Sighting::default()
        };
        let mut open = Vec::new();
        for event in log {
            match *event {
                Event::Open(role, at) => {
                    open.push(sighting.parts.len());
                    let role = self.roles[role as usize];
                    sighting.parts.push((role, TokenRange::new(at, at)));
                }
                Event::Close(at) => {
                    if let Some(part) = open.pop() {
                        sighting.parts[part].1.end = at;
                    }
                }
                Event::Attribute(number) => {
                    sighting.attributes.push(self.attributes[number as usize]);
                }
            }
        }
        sighting.parts.retain(|(_, run)| !run.is_empty());
        sighting
    }

    /// The roles it may give.
    pub fn roles(&self) -> &[&'static str] {
        &self.roles
    }
}

impl<'d> Parser<Tokens<'d>> for &Matcher {
    type Output = Tokens<'d>;
    type Error = ();

    fn process<OM: OutputMode>(
        &mut self,
        input: Tokens<'d>,
    ) -> PResult<OM, Tokens<'d>, Self::Output, Self::Error> {
        match self.see(input) {
            Some(seen) => {
                let taken = (seen.words.len() as usize).min(input.len());
                let (rest, seen) = nom::Input::take_split(&input, taken);
                Ok((rest, OM::Output::bind(|| seen)))
            }
            None => Err(Err::Error(OM::Error::bind(|| ()))),
        }
    }
}
