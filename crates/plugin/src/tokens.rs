//! Words as nom reads them.

use crate::places::{BLOCK, answers, by_block};
use crate::watched::Watched;
use crate::{Classes, Document, Lexicon, Span, TokenRange, Word};
use nom::{Input, Needed, Offset};

/// What a rule gives: what it saw and the words after it, or no match.
///
/// ```
/// use sayso_plugin::combinators::word;
/// use sayso_plugin::{Match, Tokens};
///
/// fn rain(tokens: Tokens<'_>) -> Match<'_> {
///     word("rain")(tokens)
/// }
/// ```
pub type Match<'d, O = Tokens<'d>> = nom::IResult<Tokens<'d>, O, ()>;

/// A document with the word classes of a lexicon looked up, once for each token.
///
/// ```
/// use sayso_plugin::{Lexicon, Reading};
/// let text = "Rain fell. It stopped.";
/// let structure = sayso_parser::parse(text);
/// let document = structure.document(text);
/// let (lexicon, mut buffer) = (Lexicon::default(), Vec::new());
/// let reading = Reading::new(&document, &lexicon, &mut buffer);
/// assert_eq!(reading.word(1).form(), "fell");
/// assert_eq!(reading.rest_of_sentence(1).text(), "fell.");
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Reading<'d> {
    /// The document.
    pub document: &'d Document<'d>,
    pub(crate) lexicon: &'d Lexicon,
    pub(crate) heads: &'d [u32],
    /// Bits of the words that have a head.
    listed: &'d [u32],
    pub(crate) watched: Watched<'d>,
}

impl<'d> Reading<'d> {
    /// Looks up every token. `buffer` is filled anew; keep it for the next document.
    pub fn new(document: &'d Document<'d>, lexicon: &'d Lexicon, buffer: &'d mut Vec<u32>) -> Self {
        lexicon.heads(document, buffer);
        let (heads, listed) = buffer.split_at(document.tokens.len());
        Self {
            document,
            lexicon,
            heads,
            listed,
            watched: Watched::new(document.tokens, heads),
        }
    }

    /// All words of the document.
    pub fn tokens(&'d self) -> Tokens<'d> {
        self.slice(TokenRange::new(0, self.document.tokens.len() as u32))
    }

    /// A run of words.
    pub fn slice(&'d self, run: TokenRange) -> Tokens<'d> {
        let len = self.document.tokens.len() as u32;
        let first = run.first.min(len);
        Tokens {
            reading: self,
            first,
            end: run.end.clamp(first, len),
        }
    }

    /// One word.
    pub fn word(&'d self, index: usize) -> Word<'d> {
        Word {
            reading: self,
            index: index as u32,
        }
    }

    /// The words that the lexicon has, by themselves or as the first of a phrase, and those with
    /// one of a set of tags.
    #[inline]
    pub fn listed_or_tagged(&'d self, tags: u64) -> impl Iterator<Item = Word<'d>> {
        let places = by_block(0..self.document.tokens.len(), move |block| {
            let listed = self.listed[block.start / BLOCK];
            let tagged = self.document.layers.tags.get(block).unwrap_or_default();
            listed | answers(tagged.iter(), |tag| tag.is_in(tags))
        });
        places.map(|index| self.word(index))
    }

    /// The words that have one of these classes in the lexicon, by themselves or as the first of
    /// a phrase.
    #[inline]
    pub fn listed(&'d self, any: Classes) -> impl Iterator<Item = Word<'d>> {
        let has = move |word: &Word<'_>| self.lexicon.classes(self.heads[word.index()]).has(any);
        self.listed_or_tagged(0).filter(has)
    }

    /// The words from one index to the end of its sentence.
    pub fn rest_of_sentence(&'d self, from: usize) -> Tokens<'d> {
        let sentence = self.document.sentences.get(self.document.sentence_of(from));
        let end = sentence.map_or(0, |s| s.tokens.end);
        self.slice(TokenRange::new(from as u32, end))
    }
}

/// A run of words: the input of rules.
///
/// ```
/// sayso_plugin::testing::with_tokens("Heavy rain fell.", |tokens| {
///     let forms: Vec<&str> = tokens.words().map(|word| word.form()).collect();
///     assert_eq!(forms, ["Heavy", "rain", "fell", "."]);
///     assert_eq!(tokens.last().unwrap().form(), ".");
/// });
/// ```
#[derive(Clone, Copy)]
pub struct Tokens<'d> {
    reading: &'d Reading<'d>,
    first: u32,
    end: u32,
}

impl<'d> Tokens<'d> {
    /// Which tokens of the document these are.
    pub fn range(&self) -> TokenRange {
        TokenRange::new(self.first, self.end)
    }

    /// Their place in the text; empty for no words.
    pub fn span(&self) -> Span {
        self.reading.document.span(self.range())
    }

    /// Their text, from the first to the last.
    pub fn text(&self) -> &'d str {
        self.span().of(self.reading.document.text)
    }

    /// How many.
    pub fn len(&self) -> usize {
        (self.end - self.first) as usize
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.first == self.end
    }

    /// The first word.
    pub fn first(&self) -> Option<Word<'d>> {
        (!self.is_empty()).then(|| self.reading.word(self.first as usize))
    }

    /// The last word.
    pub fn last(&self) -> Option<Word<'d>> {
        (!self.is_empty()).then(|| self.reading.word(self.end as usize - 1))
    }

    /// The words one by one.
    pub fn words(&self) -> Words<'d> {
        Words(*self)
    }

    /// The document these words are of.
    pub fn reading(&self) -> &'d Reading<'d> {
        self.reading
    }
}

impl std::fmt::Debug for Tokens<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_list()
            .entries(self.words().take(20).map(|w| w.form()))
            .finish()
    }
}

impl PartialEq for Tokens<'_> {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.reading, other.reading) && self.range() == other.range()
    }
}

/// The words of [`Tokens`], one by one, from either end.
///
/// ```
/// sayso_plugin::testing::with_tokens("Heavy rain fell", |tokens| {
///     assert_eq!(tokens.words().next_back().unwrap().form(), "fell");
/// });
/// ```
#[derive(Clone, Debug)]
pub struct Words<'d>(Tokens<'d>);

impl<'d> Iterator for Words<'d> {
    type Item = Word<'d>;

    fn next(&mut self) -> Option<Word<'d>> {
        let word = self.0.first()?;
        self.0.first += 1;
        Some(word)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.0.len(), Some(self.0.len()))
    }
}

impl DoubleEndedIterator for Words<'_> {
    fn next_back(&mut self) -> Option<Self::Item> {
        let word = self.0.last()?;
        self.0.end -= 1;
        Some(word)
    }
}

impl ExactSizeIterator for Words<'_> {}

impl<'d> Input for Tokens<'d> {
    type Item = Word<'d>;
    type Iter = Words<'d>;
    type IterIndices = std::iter::Enumerate<Words<'d>>;

    fn input_len(&self) -> usize {
        self.len()
    }

    fn take(&self, index: usize) -> Self {
        Tokens {
            end: self.first + index as u32,
            ..*self
        }
    }

    fn take_from(&self, index: usize) -> Self {
        Tokens {
            first: self.first + index as u32,
            ..*self
        }
    }

    fn take_split(&self, index: usize) -> (Self, Self) {
        (self.take_from(index), self.take(index))
    }

    fn position<P>(&self, predicate: P) -> Option<usize>
    where
        P: Fn(Self::Item) -> bool,
    {
        self.words().position(predicate)
    }

    fn iter_elements(&self) -> Self::Iter {
        self.words()
    }

    fn iter_indices(&self) -> Self::IterIndices {
        self.words().enumerate()
    }

    fn slice_index(&self, count: usize) -> Result<usize, Needed> {
        match count.checked_sub(self.len()) {
            None | Some(0) => Ok(count),
            Some(missing) => Err(Needed::new(missing)),
        }
    }
}

impl Offset for Tokens<'_> {
    fn offset(&self, second: &Self) -> usize {
        (second.first - self.first) as usize
    }
}
