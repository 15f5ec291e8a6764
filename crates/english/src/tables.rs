//! The data, laid out by the build script.

use crate::basis::class::Classes;
use sayso_model::{Span, fold_short, folds_to, short_word, word_hash, written_word};

/// A word of the lists; as large as a line of the processor's cache.
#[repr(align(64))]
pub(crate) struct Word {
    /// Its letters as numbers ([`short_word`]); all bits for a long one.
    short: [u64; 2],
    /// The templates of rules that may change it.
    pub templates: u64,
    /// Its classes.
    pub classes: Classes,
    /// Hash of its folded form.
    pub hash: u32,
    /// Where its text begins in `WORD_TEXT`, and its length.
    at: u32,
    len: u8,
    /// In which places of a window rules name it, as bits.
    pub uses: u8,
    pub auxiliary: u8,
    /// Whether it ends an auxiliary's reach.
    pub edge: bool,
    /// Whether the tagger knows it; else only its classes are known.
    tagged: bool,
    /// The likeliest tag for each class of case.
    pub tags: [u8; 5],
    /// The tags that rules may give it, as indexes into `SETS`.
    sets: [u16; 5],
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
    tag: u8,
    set: u16,
}

/// A contextual rule.
pub(crate) struct Rule {
    template: u8,
    from: u8,
    pub to: u8,
    /// The next rule with the same context.
    next: u16,
    values: [u32; 3],
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
    #[inline(always)]
    pub(crate) fn number(hash: u32, text: &str, span: Span) -> u16 {
        // Few words make up most of a text; their table is small.
        let number = FREQUENT[spread(hash) & (FREQUENT.len() - 1)];
        if let (Some(written), Some(word)) = (written_word(text, span), Self::get(number))
            && fold_short(written) == Some(word.short)
        {
            return number;
        }
        Self::number_of_any(hash, text, span)
    }

    /// [`Word::number`] of a word that is not among the most frequent.
    #[inline(never)]
    fn number_of_any(hash: u32, text: &str, span: Span) -> u16 {
        let mut at = spread(hash);
        loop {
            let slot = WORD_SLOTS[at & (WORD_SLOTS.len() - 1)];
            // Half of the hash is in the slot: other words are not looked at, nearly always.
            let fits = || {
                let word = Self::get(slot as u16);
                word.is_some_and(|word| match short_word(text, span) {
                    Some(short) => word.short == short,
                    None => word.is_long(text, span),
                })
            };
            if slot == 0 || (slot ^ hash) >> 16 == 0 && fits() {
                return slot as u16;
            }
            at += 1;
        }
    }

    /// The word with a number.
    #[inline]
    pub(crate) fn get(number: u16) -> Option<&'static Word> {
        WORDS.get(usize::from(number).wrapping_sub(1))
    }

    /// A word by its form.
    pub(crate) fn find(form: &str) -> Option<&'static Word> {
        let whole = Span::new(0, form.len() as u32);
        Self::get(Self::number(word_hash(form), form, whole))
    }

    /// Whether it is the word in a text, letter by letter.
    #[cold]
    #[inline(never)]
    fn is_long(&self, text: &str, span: Span) -> bool {
        let at = self.at as usize;
        folds_to(span.of(text), &WORD_TEXT[at..at + self.len as usize])
    }

    /// The word if the tagger knows it.
    #[inline]
    pub(crate) fn tagged(&self) -> Option<&Self> {
        self.tagged.then_some(self)
    }

    /// The tags that rules may give it where its case has this class.
    #[inline]
    pub(crate) fn allowed(&self, class: u8) -> u64 {
        SETS[self.sets[class as usize] as usize]
    }

    /// How many characters the word with a number loses with a tag, and the end it gets, if that
    /// is known beforehand.
    #[inline]
    pub(crate) fn lemma(number: u16, tag: u8) -> Option<(u8, u16)> {
        let lemmas = WORD_LEMMAS.get(usize::from(number))?;
        let lemma = lemmas[COLUMNS[tag as usize & 63] as usize];
        MADE.get(lemma as usize).copied()
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

/// What the ending with this key says: the likeliest tag and the tags rules may give.
pub(crate) fn ending(key: u32) -> Option<(u8, u64)> {
    let index = probe(&ENDING_SLOTS, spread(key), |i| ENDINGS[i].key == key)?;
    Some((ENDINGS[index].tag, SETS[ENDINGS[index].set as usize]))
}

impl Rule {
    /// The rule of this number.
    pub(crate) fn get(number: u16) -> &'static Rule {
        &RULES[number as usize]
    }

    /// All, in their order.
    #[cfg(test)]
    pub(crate) fn all() -> impl Iterator<Item = &'static Rule> {
        RULES.iter()
    }

    /// Template, old tag and values.
    #[cfg(test)]
    pub(crate) fn context(&self) -> (u8, u8, [u32; 3]) {
        (self.template, self.from, self.values)
    }

    /// The templates of the rules that may change the tag in the middle of those around it.
    #[inline]
    pub(crate) fn wanted(tags: [u8; 7], auxiliary: u8, class: u8) -> u64 {
        let from = tags[3] as usize & 63;
        let by = |table: &[[u64; 64]; 64], value| table[from][value as usize & 63];
        // Templates that name one of three tags go unless one of the three is named.
        let within = |(named, templates): &([u64; 64], u64), places: [usize; 3]| {
            let any = places.map(|place| named[from] >> (tags[place] & 63));
            match (any[0] | any[1] | any[2]) & 1 {
                0 => !templates,
                _ => u64::MAX,
            }
        };
        by(&BY_SECOND_LEFT, tags[1])
            & by(&BY_LEFT, tags[2])
            & by(&BY_RIGHT, tags[4])
            & by(&BY_SECOND_RIGHT, tags[5])
            & by(&BY_AUXILIARY, auxiliary)
            & by(&BY_CLASS, class)
            & within(&BEFORE, [0, 1, 2])
            & within(&BEHIND, [4, 5, 6])
    }

    /// The tags to which rules change a tag.
    #[inline]
    pub(crate) fn targets(from: u8) -> u64 {
        TARGETS[from as usize & 63]
    }

    /// The first rule from number `least` on that changes the tag in this context to one
    /// that is allowed; its number.
    #[inline]
    pub(crate) fn find(
        key: u32,
        (template, from, values): (u8, u8, [u32; 3]),
        least: u16,
        allowed: u64,
    ) -> Option<u16> {
        let mut number = probe(&RULE_SLOTS, key as usize, |i| {
            let rule = &RULES[i];
            rule.values == values && rule.template == template && rule.from == from
        })? as u16;
        while number != u16::MAX {
            let rule = &RULES[number as usize];
            if number >= least && allowed >> rule.to & 1 != 0 {
                return Some(number);
            }
            number = rule.next;
        }
        None
    }
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

/// The text of a lemma's end.
pub(crate) fn end(number: u16) -> &'static str {
    ENDS.get(number as usize).copied().unwrap_or("")
}

/// Whether a group has lemmas other than the form.
pub(crate) fn has_lemmas(group: u8) -> bool {
    GROUPS >> (group & 63) & 1 != 0
}
