//! One pass over the words, asking rules where a word has a class they are anchored on.

use sayso_plugin::{Entry, Reading, TokenRange, Word};

use crate::anchor::Anchor;
use crate::domain::Domain;
use crate::mark::Mark;
use crate::rules::{ANCHORS, RULES};

/// Goes through a document and gives every mark, in text order. Cues never overlap: what
/// begins inside an earlier cue is passed over.
pub fn sweep<'d>(reading: &'d Reading<'d>, domain: Domain, mut give: impl FnMut(Mark)) {
    let mut sentences = reading.document.sentences.iter();
    let mut words = TokenRange::new(0, 0);
    let mut free = 0;
    for word in reading.listed(domain.asks(ANCHORS)) {
        while word.index() as u32 >= words.end
            && let Some(sentence) = sentences.next()
        {
            words = sentence.tokens;
            free = words.first;
        }
        let sentence = Sentence {
            reading,
            words,
            domain,
        };
        if let Some(mark) = sentence.read_at(word, free) {
            free = mark.cue.end;
            give(mark);
        }
    }
}

#[derive(Clone, Copy)]
struct Sentence<'d> {
    reading: &'d Reading<'d>,
    words: TokenRange,
    domain: Domain,
}

impl<'d> Sentence<'d> {
    /// What the rules see at one word: first as the beginning of a phrase, then by itself.
    fn read_at(&self, word: Word<'d>, free: u32) -> Option<Mark> {
        let room = self.words.end as usize - word.index();
        let phrase = word.phrase(ANCHORS, room);
        let phrase = phrase.and_then(|entry| self.first_match(word, entry, free));
        let asked = || self.domain.asks(word.classes()).has(ANCHORS);
        phrase.or_else(|| self.first_match(word, word.entry().filter(|_| asked())?, free))
    }

    fn first_match(&self, word: Word<'d>, entry: &'d Entry, free: u32) -> Option<Mark> {
        let classes = self.domain.asks(entry.classes);
        if !classes.has(ANCHORS) || (word.index() as u32) < free {
            return None;
        }
        let anchor = Anchor {
            reading: self.reading,
            sentence: self.words,
            word,
            entry,
            domain: self.domain,
        };
        let mut rules = RULES.iter().filter(|rule| classes.has(rule.anchors));
        rules.find_map(|rule| {
            let mark = rule.rule.attempt(word, || (rule.read)(&anchor));
            let mark = mark.filter(|mark| mark.cue.first >= free)?;
            self.domain.judge(mark)
        })
    }
}
