//! One pass over the words, asking rules where a word has a class they are anchored on.

use sayso_plugin::{Entry, Lexicon, Reading, TokenRange, Word};

use crate::anchor::Anchor;
use crate::domain::Domain;
use crate::mark::Mark;
use crate::rules::{ANCHORS, RULES, anchored_on};

/// What there is to ask in a kind of text.
#[derive(Debug)]
pub struct Sweep {
    domain: Domain,
    /// By the index of an entry of the word lists: the rules to ask, as bits in their order.
    rules: Vec<u32>,
}

impl Sweep {
    /// For the words of a lexicon.
    pub fn new(lexicon: &Lexicon, domain: Domain) -> Self {
        let entries = lexicon.entries().iter();
        let rules = entries.map(|entry| anchored_on(domain.asks(entry.classes)));
        Self {
            domain,
            rules: rules.collect(),
        }
    }

    /// Goes through a document and gives every mark, in text order. Cues never overlap: what
    /// begins inside an earlier cue is passed over.
    pub fn read<'d>(&self, reading: &'d Reading<'d>, mut give: impl FnMut(Mark)) {
        let mut sentences = reading.document.sentences.iter();
        let mut sentence = TokenRange::new(0, 0);
        let mut free = 0;
        for word in reading.listed(self.domain.asks(ANCHORS)) {
            while word.index() as u32 >= sentence.end
                && let Some(next) = sentences.next()
            {
                sentence = next.tokens;
                free = sentence.first;
            }
            if let Some(mark) = self.read_at(word, sentence, free) {
                free = mark.cue.end;
                give(mark);
            }
        }
    }

    /// What the rules see at one word: first as the beginning of a phrase, then by itself.
    fn read_at(&self, word: Word<'_>, sentence: TokenRange, free: u32) -> Option<Mark> {
        if (word.index() as u32) < free {
            return None;
        }
        let room = sentence.end as usize - word.index();
        let phrase = word.phrase(ANCHORS, room);
        let phrase = phrase.and_then(|entry| self.first_match(word, entry, sentence, free));
        phrase.or_else(|| self.first_match(word, word.entry()?, sentence, free))
    }

    fn first_match<'d>(
        &self,
        word: Word<'d>,
        entry: &'d Entry,
        sentence: TokenRange,
        free: u32,
    ) -> Option<Mark> {
        let anchor = Anchor {
            reading: word.reading(),
            sentence,
            word,
            entry,
            domain: self.domain,
        };
        let mut asked = self.rules[entry.index];
        while asked != 0 {
            let rule = &RULES[asked.trailing_zeros() as usize];
            asked &= asked - 1;
            let mark = rule.rule.attempt(word, || (rule.read)(&anchor));
            let mark = mark.filter(|mark| mark.cue.first >= free);
            if let Some(mark) = mark.and_then(|mark| self.domain.judge(mark)) {
                return Some(mark);
            }
        }
        None
    }
}
