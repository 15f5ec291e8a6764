//! A document as the rules see it: words, phrases, and which of them stand inside speech.

mod token;

use std::ops::Range;

use sayso_plugin::{
    Chunk, Clause, Document, NONE, Quotation, QuotationState, Reading, Sentence, Tag, TokenKind,
    TokenRange, VerbFlags, VerbGroup,
};

use crate::bits::Bits;
use crate::grammar::Grammar;
use crate::landmarks::Landmarks;
use crate::speech;
use crate::words::SPEECH;

/// How far rules look to either side of a token.
const REACH: u32 = 300;

/// A quotation that is speech rather than a title, nickname or scare quotes.
#[derive(Clone, Copy, Debug)]
pub struct Speech {
    /// The quotation's index in the document.
    pub quotation: usize,
    /// Its tokens, marks included.
    pub tokens: TokenRange,
    /// The speech before it, mostly in the paragraph before, that it goes on with.
    pub continues: Option<usize>,
}

/// A document, its speeches, and for each token the speech it stands in.
pub struct Page<'d> {
    /// The words.
    pub reading: &'d Reading<'d>,
    /// What may stand around cue verbs.
    pub grammar: &'d Grammar,
    /// All speeches, in text order.
    pub speeches: Vec<Speech>,
    /// The other outermost quotations, by index.
    pub mentions: Vec<usize>,
    /// Where rules have something to do.
    pub landmarks: Landmarks,
    speech_of: Vec<u32>,
    /// For each token its part of speech; [`Tag::NONE`] inside speech.
    tags: Vec<Tag>,
    /// Where finite verb groups begin, outside speech.
    finite: Bits,
    /// For each token its sentence.
    sentence_of: Vec<u32>,
    /// For each verb group the clause whose verb it is.
    clause_of_verb: Vec<u32>,
    /// For each chunk the clause whose subject it is.
    clause_of_subject: Vec<u32>,
}

impl<'d> Page<'d> {
    /// Tells speech from other quotations.
    pub fn new(reading: &'d Reading<'d>, grammar: &'d Grammar) -> Self {
        let document = reading.document;
        let layers = &document.layers;
        let mut page = Page {
            reading,
            grammar,
            speeches: Vec::new(),
            mentions: Vec::new(),
            landmarks: Landmarks::default(),
            speech_of: vec![NONE; document.tokens.len()],
            tags: layers.tags.to_vec(),
            finite: Bits::new(document.tokens.len()),
            sentence_of: sentence_of(document),
            clause_of_verb: vec![NONE; layers.verbs.len()],
            clause_of_subject: vec![NONE; layers.chunks.len()],
        };
        for (index, clause) in layers.clauses.iter().enumerate() {
            if let Some(slot) = page.clause_of_verb.get_mut(clause.verb as usize) {
                *slot = index as u32;
            }
            if let Some(slot) = page.clause_of_subject.get_mut(clause.subject as usize) {
                *slot = index as u32;
            }
        }
        page.tags.resize(document.tokens.len(), Tag::NONE);
        page.find_speech();
        page.find_finite();
        page.landmarks = Landmarks::new(&page);
        page
    }

    fn find_finite(&mut self) {
        let document = self.reading.document;
        for group in document.layers.verbs {
            let first = group.tokens.first as usize;
            let here = self.verb_group(first).filter(|&at| std::ptr::eq(at, group));
            if here.is_some() && group.flags.has(VerbFlags::FINITE) {
                self.finite.add(first);
            }
        }
    }

    fn find_speech(&mut self) {
        let reading = self.reading;
        for (index, quotation) in reading.document.quotations.iter().enumerate() {
            if quotation.depth > 0 {
                continue;
            }
            if !speech::is_speech(reading, quotation) {
                self.mentions.push(index);
                continue;
            }
            let number = self.speeches.len();
            let continues = match quotation.continues() {
                Some(before) => self
                    .speeches
                    .binary_search_by_key(&before, |s| s.quotation)
                    .ok(),
                None => self.joined(quotation),
            };
            self.speech_of[quotation.tokens.range()].fill(number as u32);
            self.tags[quotation.tokens.range()].fill(Tag::NONE);
            self.speeches.push(Speech {
                quotation: index,
                tokens: quotation.tokens,
                continues,
            });
        }
    }

    /// The last speech, if paragraphs were joined to one line, so that this one goes on with it
    /// without a closing mark: `“A. “B,” she said.` Words that attribute may not stand in it.
    fn joined(&self, quotation: &Quotation) -> Option<usize> {
        let before = self.speeches.len().checked_sub(1)?;
        let last = &self.speeches[before];
        let open = self.reading.document.quotations[last.quotation].state;
        let mark = self.reading.word(last.tokens.end as usize - 1);
        let adjoin = open == QuotationState::UNCLOSED
            && last.tokens.end == quotation.tokens.first
            && [".", "!", "?"].iter().any(|end| mark.is(end));
        let mut words = last.tokens.range().skip(2);
        let said = |i| self.reading.word(i).has(SPEECH);
        let behind_comma = |i: usize| self.reading.word(i - 2).is(",");
        (adjoin && !words.any(|i| said(i) && behind_comma(i))).then_some(before)
    }

    /// How many tokens there are.
    pub fn len(&self) -> usize {
        self.speech_of.len()
    }

    /// The chunk that a token outside speech is in.
    pub fn chunk(&self, index: usize) -> Option<&'d Chunk> {
        self.outside(index)?;
        self.reading.document.chunk(index)
    }

    /// The chunk that begins at a token.
    pub fn chunk_from(&self, index: usize) -> Option<&'d Chunk> {
        self.chunk(index)
            .filter(|c| c.tokens.first as usize == index)
    }

    /// The chunk with a number, as clauses and other chunks refer to it.
    pub fn chunk_number(&self, number: u32) -> Option<&'d Chunk> {
        self.reading.document.layers.chunks.get(number as usize)
    }

    /// The verb group that a token outside speech is in.
    pub fn verb_group(&self, index: usize) -> Option<&'d VerbGroup> {
        self.outside(index)?;
        self.reading.document.verb_group(index)
    }

    /// Whether a finite verb group begins at a token.
    #[inline]
    pub fn is_finite(&self, index: usize) -> bool {
        self.finite.has(index)
    }

    /// The first token of a run at which a finite verb group begins.
    pub fn next_finite(&self, run: Range<usize>) -> Option<usize> {
        self.finite.first(run)
    }

    /// Where finite verb groups begin, outside speech.
    pub fn finite(&self) -> &Bits {
        &self.finite
    }

    /// Whether a token is part of a finite verb group, inside quotations or not.
    pub fn has_finite_verb(&self, index: usize) -> bool {
        let group = self.reading.document.verb_group(index);
        group.is_some_and(|group| group.flags.has(VerbFlags::FINITE))
    }

    /// Whether a verb group with `to` stands at a token.
    pub fn is_infinitive(&self, index: usize) -> bool {
        self.verb_group(index)
            .is_some_and(|group| group.flags.has(VerbFlags::INFINITIVE))
    }

    /// Whether `to` stands at a token before words in quotation marks: `to “go now”`.
    pub fn is_quoted_infinitive(&self, index: usize) -> bool {
        self.tag(index) == Tag::TO && self.is_quoted(index + 1)
    }

    /// The clause whose verb group holds a token.
    pub fn clause_of_verb(&self, token: usize) -> Option<&'d Clause> {
        let layers = &self.reading.document.layers;
        let group = *layers.verb_of.get(token)?;
        let clause = *self.clause_of_verb.get(group as usize)?;
        layers.clauses.get(clause as usize)
    }

    /// The clause around a clause.
    pub fn parent(&self, clause: &Clause) -> Option<&'d Clause> {
        let clauses = self.reading.document.layers.clauses;
        clauses.get(clause.parent as usize)
    }

    /// The clause whose subject the chunk at a token is.
    pub fn clause_of_subject(&self, token: usize) -> Option<&'d Clause> {
        let layers = &self.reading.document.layers;
        let chunk = *layers.chunk_of.get(token)?;
        let clause = *self.clause_of_subject.get(chunk as usize)?;
        layers.clauses.get(clause as usize)
    }

    /// The verb group of a clause.
    pub fn verb_of(&self, clause: &Clause) -> Option<&'d VerbGroup> {
        let verbs = self.reading.document.layers.verbs;
        verbs.get(clause.verb as usize)
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
        let sentences = self.reading.document.sentences;
        &sentences[self.sentence_of(token).min(sentences.len() - 1)]
    }

    /// The index of the sentence that holds a token.
    pub fn sentence_of(&self, token: usize) -> usize {
        let past_all = self.reading.document.sentences.len();
        let found = self.sentence_of.get(token);
        found.map_or(past_all, |&index| index as usize)
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

/// For each token the sentence that holds it.
fn sentence_of(document: &Document<'_>) -> Vec<u32> {
    let mut sentence_of = Vec::with_capacity(document.tokens.len());
    for (index, sentence) in (0..).zip(document.sentences) {
        sentence_of.resize(sentence.tokens.end as usize, index);
    }
    sentence_of
}

/// Where a noun phrase ends with all that is joined to its chunk.
pub fn whole_end(chunk: &Chunk) -> usize {
    chunk.full.end.max(chunk.phrase.end) as usize
}

/// A run of tokens from two indices.
pub fn run(first: usize, end: usize) -> TokenRange {
    TokenRange::new(first as u32, end.max(first) as u32)
}
