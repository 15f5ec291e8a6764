//! One pass over the words, asking rules where a word has a class they are anchored on.

use sayso_plugin::{Entry, Reading, TokenRange, Word};

use crate::anchor::Anchor;
use crate::mark::Mark;
use crate::rules::{ANCHORS, RULES};

/// Goes through a document and gives every mark, in text order. Cues never overlap: what
/// begins inside an earlier cue is passed over.
pub fn sweep<'d>(reading: &'d Reading<'d>, mut give: impl FnMut(Mark)) {
    for sentence in reading.document.sentences {
        let sentence = sentence.tokens;
        let mut free = sentence.first;
        for index in sentence.range() {
            let word = reading.word(index);
            if let Some(mark) = read_at(reading, sentence, word, free) {
                free = mark.cue.end;
                give(mark);
            }
        }
    }
}

/// What the rules see at one word: first as the beginning of a phrase, then by itself.
fn read_at<'d>(
    reading: &'d Reading<'d>,
    sentence: TokenRange,
    word: Word<'d>,
    free: u32,
) -> Option<Mark> {
    let room = sentence.end as usize - word.index();
    let read = |entry: &'d Entry| {
        let anchor = Anchor {
            reading,
            sentence,
            word,
            entry,
        };
        if anchor.range().first < free {
            return None;
        }
        first_match(&anchor, free)
    };
    let phrase = word.phrase(ANCHORS, room).and_then(read);
    phrase.or_else(|| {
        word.entry()
            .filter(|entry| entry.classes.has(ANCHORS))
            .and_then(read)
    })
}

fn first_match(anchor: &Anchor<'_>, free: u32) -> Option<Mark> {
    RULES
        .iter()
        .filter(|rule| anchor.has(rule.anchors))
        .filter_map(|rule| (rule.read)(anchor))
        .find(|mark| mark.cue.first >= free)
}
