//! The data, laid out by the build script.

mod rule;

use rule::{Block, Part};

pub(crate) use rule::Rule;

use crate::basis::class::Classes;
use crate::basis::inflection::{CUTS, NAME, NOTHING, OTHERS};
use crate::basis::template::NAMED_SHIFT;
use sayso_model::{Span, caseless_word, folds_to, short_word, word_hash};

/// A word of the lists. What many words share stands elsewhere: rare words, of which there are
/// many, are to take little of the processor's cache.
#[repr(align(32))]
pub(crate) struct Word {
    /// Its letters as numbers ([`short_word`]); of a long one, where its text begins in
    /// `WORD_TEXT` and, below a byte of ones, its length.
    letters: [u64; 2],
    /// Its classes.
    pub classes: Classes,
    pub keys: Keys,
    hash: u32,
}

/// What the tagger and the lemmas need of a word.
#[derive(Clone, Copy, Default, Debug)]
pub struct Keys {
    /// What the tagger knows of it, as an index into the rows of `CELLS`; 0 if it does not.
    profile: u16,
    /// Its lemmas, as an index into `LEMMAS`; 0 for a word in no list.
    lemmas: u16,
}

/// A token as rules see it.
#[derive(Clone, Copy, Default, Debug)]
pub(crate) struct Cell {
    /// Its tag; of a word of the lists the likeliest.
    pub tag: u8,
    /// What it does to the reach of auxiliaries (`auxiliary::effect`).
    pub effect: u8,
    /// The word, if rules name it: its number, and above that the places where they do so.
    pub word: u16,
    /// The tags that rules may give it, as an index into `SETS`.
    pub allowed: u16,
    /// The rules that may change it, as an index into `PARTS`; 0 for none.
    pub rules: u16,
}

/// A phrase of the lists.
pub(crate) struct Phrase {
    hash: u32,
    form: &'static str,
    pub classes: Classes,
}

/// An ending of unknown words.
struct Ending {
    key: u32,
    cell: Cell,
}

/// An ending that is replaced to make a lemma.
struct Change {
    key: u32,
    cut: u8,
    end: u16,
}

/// A word with a lemma of its own.
struct Exception {
    hash: u32,
    group: u8,
    form: &'static str,
    end: u16,
}

include!(concat!(env!("OUT_DIR"), "/tables.rs"));

/// Goes through the items that may have a hash until one is accepted.
#[inline]
fn probe(slots: &[u16], start: usize, mut accept: impl FnMut(usize) -> bool) -> Option<usize> {
    let mask = slots.len() - 1;
    let mut at = start & mask;
    loop {
        let slot = slots[at & mask];
        if slot == 0 {
            return None;
        }
        let index = slot as usize - 1;
        if accept(index) {
            return Some(index);
        }
        at += 1;
    }
}

/// Where the search for a hash begins.
fn spread(hash: u32) -> usize {
    (hash ^ hash >> 15) as usize
}

impl Word {
    /// The number of the word in a text that has this hash; 0 for words in no list.
    pub(crate) fn number(hash: u32, text: &str, span: Span) -> u16 {
        match Self::frequent(hash, text, span) {
            0 => Self::rare(Self::slot(hash), hash, short_word(text, span), text, span),
            number => number,
        }
    }

    /// [`Word::number`] of one of the most frequent words; 0 for others. Few words make up most
    /// of a text; their table is small.
    #[inline]
    pub(crate) fn frequent(hash: u32, text: &str, span: Span) -> u16 {
        let number = FREQUENT[spread(hash) & (FREQUENT.len() - 1)];
        let word = Self::get(number);
        // Words that differ in that one bit of a byte have different hashes.
        match caseless_word(text, span) {
            Some(caseless) if caseless == word.letters && hash == word.hash => number,
            _ => 0,
        }
    }

    /// Where the search for a word that is not frequent begins.
    #[inline]
    pub(crate) fn slot(hash: u32) -> u32 {
        WORD_SLOTS[spread(hash) & (WORD_SLOTS.len() - 1)]
    }

    /// [`Word::number`] of a word that is not frequent, whose [`Word::slot`] and [`short_word`]
    /// were looked up.
    pub(crate) fn rare(
        mut slot: u32,
        hash: u32,
        short: Option<[u64; 2]>,
        text: &str,
        span: Span,
    ) -> u16 {
        let mut at = spread(hash);
        loop {
            // Half of the hash is in the slot: other words are not looked at, nearly always.
            let fits = || {
                let word = Self::get(slot as u16);
                match short {
                    Some(short) => word.letters == short,
                    None => word.is_folded(text, span),
                }
            };
            if slot == 0 || (slot ^ hash) >> 16 == 0 && fits() {
                return slot as u16;
            }
            at += 1;
            slot = WORD_SLOTS[at & (WORD_SLOTS.len() - 1)];
        }
    }

    /// The word with a number; that of number 0 has no class, no tag and no lemma.
    #[inline]
    pub(crate) fn get(number: u16) -> &'static Word {
        &WORDS[usize::from(number)]
    }

    /// A word by its form; if it is in no list, that of number 0.
    pub(crate) fn find(form: &str) -> &'static Word {
        let whole = Span::new(0, form.len() as u32);
        Self::get(Self::number(word_hash(form), form, whole))
    }

    /// Whether it is the word in a text, letter by letter.
    #[cold]
    #[inline(never)]
    fn is_folded(&self, whole: &str, span: Span) -> bool {
        let mut letters = [0; 16];
        letters[..8].copy_from_slice(&self.letters[0].to_le_bytes());
        letters[8..].copy_from_slice(&self.letters[1].to_le_bytes());
        let listed = match letters[15] {
            0xff => {
                let [at, len] = self.letters.map(|number| number as u32 as usize);
                WORD_TEXT.get(at..at + len)
            }
            len => std::str::from_utf8(&letters[..len as usize & 15]).ok(),
        };
        listed.is_some_and(|listed| folds_to(span.of(whole), listed))
    }
}

impl Keys {
    /// The keys of a word that is not written as it is listed, letter by letter: its lemma is
    /// to be made of its form.
    pub(crate) fn without_lemmas(self) -> Self {
        Self { lemmas: 0, ..self }
    }

    /// What the tagger knows of the word in a class of case, before its neighbours are asked;
    /// nothing where it does not know the word.
    #[inline]
    pub(crate) fn cell(self, class: u8) -> Option<Cell> {
        let cell = CELLS[class as usize][self.profile as usize];
        (self.profile != 0).then_some(cell)
    }

    /// The keys of a word whose tag is known beforehand.
    pub(crate) fn without_tags(self) -> Self {
        Self { profile: 0, ..self }
    }

    /// The number of the word's lemma with a tag.
    #[inline]
    pub(crate) fn lemma(self, tag: u8) -> u16 {
        LEMMAS[self.lemmas as usize][COLUMNS[tag as usize & 63] as usize & 7]
    }
}

impl Cell {
    /// The number of the word.
    #[inline]
    pub(crate) fn word(&self) -> u16 {
        self.word & ((1 << NAMED_SHIFT) - 1)
    }

    /// The bit of a place in a window if rules name the word there.
    #[inline]
    pub(crate) fn named_at(&self, place: usize) -> u8 {
        (self.word >> NAMED_SHIFT) as u8 & 1 << place
    }

    /// The tags that rules may give it.
    #[inline]
    pub(crate) fn allowed(&self) -> u64 {
        SETS[self.allowed as usize]
    }
}

impl Phrase {
    /// The phrase with this hash and form.
    pub(crate) fn find(hash: u32, form: &str) -> Option<&'static Phrase> {
        let index = probe(&PHRASE_SLOTS, spread(hash), |i| {
            PHRASES[i].hash == hash && folds_to(form, PHRASES[i].form)
        })?;
        Some(&PHRASES[index])
    }
}

/// What the ending with this key says.
pub(crate) fn ending(key: u32) -> Option<Cell> {
    let index = probe(&ENDING_SLOTS, spread(key), |i| ENDINGS[i].key == key)?;
    Some(ENDINGS[index].cell)
}

/// The lemma of a word that has one of its own.
#[inline]
pub(crate) fn exception(hash: u32, group: u8, form: &str) -> Option<u16> {
    let index = probe(&EXCEPTION_SLOTS, spread(hash), |i| {
        let e = &EXCEPTIONS[i];
        e.hash == hash && e.group == group && folds_to(form, e.form)
    })?;
    Some(EXCEPTIONS[index].end)
}

/// How many characters the ending with this key loses, and what it gets.
#[inline]
pub(crate) fn change(key: u32) -> Option<(u8, u16)> {
    let index = probe(&CHANGE_SLOTS, spread(key), |i| CHANGES[i].key == key)?;
    Some((CHANGES[index].cut, CHANGES[index].end))
}

/// How many characters a word loses for the lemma with a number, and the end it gets, if that is
/// known beforehand.
#[inline]
pub(crate) fn made(number: u16) -> Option<(u8, u16)> {
    match number {
        ..CUTS => Some((number as u8, NOTHING)),
        NAME => Some((0, NOTHING)),
        _ => MADE.get(usize::from(number - OTHERS)).copied(),
    }
}

/// Where a lemma's end stands in `ENDS`.
pub(crate) fn end_place(number: u16) -> (u32, u32) {
    let place = END_PLACES.get(usize::from(number));
    place.map_or((0, 0), |&(start, end)| (start.into(), end.into()))
}

/// The text of a lemma's end.
pub(crate) fn end(number: u16) -> &'static str {
    let (start, end) = end_place(number);
    &ENDS[start as usize..end as usize]
}

/// Whether a group has lemmas other than the form.
pub(crate) fn has_lemmas(group: u8) -> bool {
    GROUPS >> (group & 63) & 1 != 0
}
