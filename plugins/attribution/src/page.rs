//! A document as the rules see it: words, and which of them stand inside speech.

use sayso_plugin::{NONE, Quotation, Reading, Sentence, TokenKind, TokenRange, Word};

use crate::speech;

/// How far rules look to either side of a token.
const REACH: u32 = 300;

/// A quotation that is speech rather than a title, nickname or scare quotes.
#[derive(Clone, Copy, Debug)]
pub struct Speech {
    /// The quotation's index in the document.
    pub quotation: usize,
    /// Its tokens, marks included.
    pub tokens: TokenRange,
    /// The speech in the paragraph before that it goes on with.
    pub continues: Option<usize>,
}

/// A document, its speeches, and for each token the speech it stands in.
pub struct Page<'d> {
    /// The words.
    pub reading: &'d Reading<'d>,
    /// All speeches, in text order.
    pub speeches: Vec<Speech>,
    /// The other outermost quotations, by index.
    pub mentions: Vec<usize>,
    speech_of: Vec<u32>,
}

impl<'d> Page<'d> {
    /// Tells speech from other quotations.
    pub fn new(reading: &'d Reading<'d>) -> Self {
        let document = reading.document;
        let mut page = Page {
            reading,
            speeches: Vec::new(),
            mentions: Vec::new(),
            speech_of: vec![NONE; document.tokens.len()],
        };
        for (index, quotation) in document.quotations.iter().enumerate() {
            if quotation.depth > 0 {
                continue;
            }
            if !speech::is_speech(reading, quotation) {
                page.mentions.push(index);
                continue;
            }
            let number = page.speeches.len();
            let continues = quotation.continues().and_then(|before| {
                page.speeches
                    .binary_search_by_key(&before, |s| s.quotation)
                    .ok()
            });
            page.speech_of[quotation.tokens.range()].fill(number as u32);
            page.speeches.push(Speech {
                quotation: index,
                tokens: quotation.tokens,
                continues,
            });
        }
        page
    }

    /// How many tokens there are.
    pub fn len(&self) -> usize {
        self.speech_of.len()
    }

    /// The word at an index.
    pub fn word(&self, index: usize) -> Word<'d> {
        self.reading.word(index)
    }

    /// The word at an index, if there is one and it stands outside speech.
    pub fn outside(&self, index: usize) -> Option<Word<'d>> {
        (index < self.len() && self.speech_of[index] == NONE).then(|| self.word(index))
    }

    /// The speech a token stands in.
    pub fn speech_at(&self, index: usize) -> Option<usize> {
        let speech = *self.speech_of.get(index)?;
        (speech != NONE).then_some(speech as usize)
    }

    /// The quotation behind a speech.
    pub fn quotation(&self, speech: usize) -> &'d Quotation {
        &self.reading.document.quotations[self.speeches[speech].quotation]
    }

    /// The sentence that holds a token.
    pub fn sentence(&self, token: usize) -> &'d Sentence {
        let document = self.reading.document;
        let last = document.sentences.len() - 1;
        &document.sentences[document.sentence_of(token).min(last)]
    }

    /// The word at an index, inside or outside speech.
    pub fn word_after(&self, index: usize) -> Option<Word<'d>> {
        (index < self.len()).then(|| self.word(index))
    }

    /// The tokens of a token's sentence, as far as rules look: at most [`REACH`] to either side,
    /// so that a sentence without end costs no more than others.
    pub fn around(&self, token: usize) -> TokenRange {
        let sentence = self.sentence(token).tokens;
        let token = token as u32;
        TokenRange::new(
            sentence.first.max(token.saturating_sub(REACH)),
            sentence.end.min(token.saturating_add(REACH)),
        )
    }

    /// Whether the token is this word or mark, outside speech.
    pub fn is(&self, index: usize, form: &str) -> bool {
        self.outside(index).is_some_and(|word| word.is(form))
    }

    /// Whether the token is a punctuation mark outside speech.
    pub fn is_mark(&self, index: usize) -> bool {
        self.outside(index)
            .is_some_and(|word| word.kind() == TokenKind::PUNCTUATION)
    }

    /// A run of tokens without punctuation and white space at its ends.
    pub fn trimmed(&self, mut run: TokenRange) -> TokenRange {
        let is_junk = |i: u32| self.word(i as usize).kind() == TokenKind::PUNCTUATION;
        while run.first < run.end && is_junk(run.first) {
            run.first += 1;
        }
        while run.first < run.end && is_junk(run.end - 1) {
            run.end -= 1;
        }
        run
    }
}

/// A run of tokens from two indices.
pub fn run(first: usize, end: usize) -> TokenRange {
    TokenRange::new(first as u32, end.max(first) as u32)
}
