//! How words are found: by their hashes, through a filter and a table with open addressing.

use sayso_model::{Span, folds_to, short_word, word_hash};

use super::known::UNKNOWN;
use super::{Head, Lexicon};
use crate::Document;
use crate::places::{BLOCK, bits_of};

/// A place for a first word.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Slot {
    hash: u32,
    /// The head's number; 0 for none.
    head: u32,
    /// The word as numbers ([`short_word`]); [`LONG`] if it has none.
    short: [u64; 2],
}

/// No numbers of a short word.
const LONG: [u64; 2] = [u64::MAX; 2];

impl Lexicon {
    /// Eight bits or more for each first word.
    pub(super) fn fill_filter(&mut self) {
        let words = self.heads.len().div_ceil(8).next_power_of_two();
        self.filter = vec![0; words];
        for slot in self.slots.iter().filter(|slot| slot.head != 0) {
            let (at, bit) = place_in(&self.filter, slot.hash);
            self.filter[at] |= bit;
        }
    }

    /// Whether the hash may be that of a first word.
    #[inline]
    fn may_have(&self, hash: u32) -> bool {
        let (at, bit) = place_in(&self.filter, hash);
        self.filter.get(at).is_some_and(|bits| bits & bit != 0)
    }

    /// The index of a word's head; a new one has `first` as its first entry.
    pub(super) fn head_or_new(&mut self, word: &str, first: u32) -> usize {
        let (hash, span) = (word_hash(word), whole(word));
        if let Some(known) = self.head(hash, word, span).checked_sub(1) {
            return known as usize;
        }
        self.heads.push(Head {
            first,
            single: None,
            phrases: Vec::new(),
        });
        if self.heads.len() * 2 > self.slots.len() {
            let larger = vec![Slot::default(); self.slots.len() * 2];
            let old = std::mem::replace(&mut self.slots, larger);
            for slot in old.into_iter().filter(|slot| slot.head != 0) {
                self.insert(slot);
            }
        }
        self.insert(Slot {
            hash,
            head: self.heads.len() as u32,
            short: short_word(word, span).unwrap_or(LONG),
        });
        self.heads.len() - 1
    }

    fn insert(&mut self, slot: Slot) {
        let mask = self.slots.len() - 1;
        let mut at = slot.hash as usize & mask;
        while self.slots[at].head != 0 {
            at = (at + 1) & mask;
        }
        self.slots[at] = slot;
    }

    /// The number of the head of a word in a text; 0 for none.
    #[inline]
    fn head(&self, hash: u32, text: &str, span: Span) -> u32 {
        let mask = self.slots.len().wrapping_sub(1);
        let mut at = hash as usize;
        while let Some(slot) = self.slots.get(at & mask).filter(|slot| slot.head != 0) {
            if slot.hash == hash {
                let same = match short_word(text, span) {
                    Some(short) => slot.short == short,
                    None => self.is_long(slot.head, text, span),
                };
                if same {
                    return slot.head;
                }
            }
            at += 1;
        }
        0
    }

    /// Whether a word of a text is that of a head, letter by letter.
    #[cold]
    #[inline(never)]
    fn is_long(&self, head: u32, text: &str, span: Span) -> bool {
        let first = self.heads[head as usize - 1].first;
        folds_to(span.of(text), self.entries[first as usize].first_word())
    }

    /// For each token the number of the group of entries that begin with it, 0 for none; and
    /// behind these, bit by bit, which have one. What [`Reading`](crate::Reading) keeps.
    pub(crate) fn heads(&self, document: &Document<'_>, buffer: &mut Vec<u32>) {
        let (tokens, words) = (document.tokens, document.layers.words);
        let numbered = words.len() == tokens.len();
        // All that is in there is written over.
        buffer.resize(tokens.len() + tokens.len().div_ceil(BLOCK), 0);
        let (heads, listed) = buffer.split_at_mut(tokens.len());
        match numbered {
            true => self.known_heads(words, heads),
            false => heads.fill(UNKNOWN),
        }
        let blocks = tokens.chunks(BLOCK).zip(heads.chunks_mut(BLOCK));
        for (number, ((tokens, heads), listed)) in blocks.zip(listed).enumerate() {
            let mut unknown = bits_of(heads, |head| head == UNKNOWN);
            while unknown != 0 {
                let at = unknown.trailing_zeros() as usize;
                unknown &= unknown - 1;
                let token = &tokens[at];
                heads[at] = self.head_number(token.word, document.text, token.span);
                if numbered {
                    self.known.keep(words[number * BLOCK + at], heads[at]);
                }
            }
            *listed = bits_of(heads, |head| head != 0);
        }
    }

    /// The heads of words that have numbers, as far as they are known.
    fn known_heads(&self, words: &[u16], heads: &mut [u32]) {
        // Eight at a time, so that little but the look-up is left.
        let (words, last_words) = words.as_chunks::<8>();
        let (heads, last) = heads.as_chunks_mut::<8>();
        for (heads, words) in heads.iter_mut().zip(words) {
            for at in 0..heads.len() {
                heads[at] = self.known.head(words[at]);
            }
        }
        for (head, &word) in last.iter_mut().zip(last_words) {
            *head = self.known.head(word);
        }
    }

    /// The number of the head of a word of a text, whose hash is given; 0 for none.
    #[inline(never)]
    pub(super) fn head_number(&self, hash: u32, text: &str, span: Span) -> u32 {
        if self.may_have(hash) {
            self.head(hash, text, span)
        } else {
            0
        }
    }
}

pub(super) fn whole(word: &str) -> Span {
    Span::new(0, word.len() as u32)
}

/// Where a filter has the bit of a hash. Slots go by the hash's low bits.
#[inline]
fn place_in(filter: &[u64], hash: u32) -> (usize, u64) {
    let mixed = hash >> 8;
    let at = (mixed >> 6) as usize & filter.len().wrapping_sub(1);
    (at, 1 << (mixed & 63))
}
