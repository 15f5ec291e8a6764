//! A document with the features of each word.

use sayso_plugin::{
    Chunk, ChunkFlags, Classes, Document, Lexicon, Reading, Shape, Tag, TokenKind, TokenRange, Word,
};

use crate::vocabulary::{
    ABLE, ADDRESS, COMPARISON, DATE, FUTURE, INFINITIVE, MIND, MONEY, NUMBER, OPINION, PLAN,
    POSSIBLE, QUESTION, SCALE, SUPERLATIVE, WH, WOULD,
};

/// A document with the features of each word.
#[derive(Clone, Copy, Debug)]
pub struct Page<'d> {
    /// The document.
    pub document: &'d Document<'d>,
    features: &'d [Classes],
}

/// What pages of one document after the other are made with, kept for its memory.
#[derive(Debug, Default)]
pub struct Buffers {
    heads: Vec<u32>,
    features: Vec<Classes>,
    lemmas: Lemmas,
}

/// What the list has of lemmas, as far as it was asked: a word has the same lemma wherever it has
/// the same tag.
#[derive(Debug)]
struct Lemmas {
    /// By the number of a word: the tags with which its lemma is not listed, as bits. Most are
    /// not.
    unlisted: Vec<u8>,
    /// The classes of other lemmas, by the number of the word and its tag. Of two that share a
    /// place the one asked for last is remembered.
    listed: Vec<(u32, Classes)>,
}

impl Default for Lemmas {
    fn default() -> Self {
        Self {
            unlisted: vec![0; 1 << 16],
            listed: vec![(0, Classes::NONE); Self::PLACES],
        }
    }
}

impl Lemmas {
    const PLACES: usize = 1 << 9;

    fn classes(&mut self, word: Word<'_>, tag: Tag, lexicon: &Lexicon) -> Classes {
        let find = || {
            let entry = lexicon.get(word.lemma());
            entry.map_or(Classes::NONE, |entry| entry.classes)
        };
        let numbers = word.document().layers.words;
        let number = numbers.get(word.index()).copied().unwrap_or(0);
        if number == 0 {
            return find();
        }
        let unlisted = &mut self.unlisted[usize::from(number)];
        if *unlisted & bit(tag) != 0 {
            return Classes::NONE;
        }
        let key = u32::from(number) << 8 | u32::from(tag.0);
        let place = &mut self.listed[(key ^ key >> 8) as usize % Self::PLACES];
        if place.0 != key {
            *place = (key, find());
            if place.1 == Classes::NONE {
                *unlisted |= bit(tag);
            }
        }
        place.1
    }
}

/// A bit of its own for each tag of an inflected word but that of names, which are not listed
/// often enough to be remembered.
fn bit(tag: Tag) -> u8 {
    match tag {
        Tag::NNPS => 0,
        _ => 1 << (tag.0 % 8),
    }
}

impl<'d> Page<'d> {
    /// Looks at every word once.
    pub fn new(document: &'d Document<'d>, lexicon: &Lexicon, buffers: &'d mut Buffers) -> Self {
        let reading = Reading::new(document, lexicon, &mut buffers.heads);
        let lemmas = &mut buffers.lemmas;
        let features = &mut buffers.features;
        features.clear();
        features.resize(document.tokens.len(), Classes::NONE);
        for word in reading.listed_or_tagged(INFLECTED | TELLING) {
            let (index, tag) = (word.index(), word.tag());
            let listed = listed(word, tag, lexicon, lemmas);
            // *The best plan* compares nothing.
            features[index] = match listed.has(OPINION) || !tag.is_in(TELLING) {
                true => listed,
                false => listed.or(tagged(document, index, tag)),
            };
        }
        Self { document, features }
    }

    /// The features of a word; those of a phrase go to its first word.
    pub fn features(&self, index: usize) -> Classes {
        self.features[index]
    }

    /// The features of any word of a run.
    pub fn features_in(&self, run: TokenRange) -> Classes {
        let features = self.features[run.range()].iter();
        features.fold(Classes::NONE, |all, &one| all.or(one))
    }

    /// Whether a word has one of these features.
    pub fn has(&self, index: usize, any: Classes) -> bool {
        self.features(index).has(any)
    }
}

/// Classes that a word has only as a modal.
const MODAL: Classes = WOULD.or(ABLE);
/// Classes that no noun has: *the will*, *May*.
const NOT_NOUN: Classes = FUTURE.or(POSSIBLE);
/// Classes that a word has only as a verb.
const VERBAL: Classes = MIND.or(PLAN);

/// The longest phrase of the word list, in words.
const PHRASE: usize = 4;

/// The classes of a word: its own or, if it is not listed, those of its lemma; of these the
/// ones that its part of speech allows. The classes of a phrase go to its first word.
#[inline]
fn listed(word: Word<'_>, tag: Tag, lexicon: &Lexicon, lemmas: &mut Lemmas) -> Classes {
    let mut classes = word.classes();
    if classes == Classes::NONE && tag.is_in(INFLECTED) {
        classes = lemmas.classes(word, tag, lexicon);
    }
    if classes != Classes::NONE {
        let opens = word.has_shape(Shape::SENTENCE_START);
        let excluded = EXCLUDED[usize::from(opens)][usize::from(tag.0 % 64)];
        classes.0 &= !excluded.0;
    }
    match word.phrase(ALL, PHRASE) {
        Some(phrase) => classes.or(phrase.classes),
        None => classes,
    }
}

const ALL: Classes = Classes(u64::MAX);

/// The classes that a word cannot have, by whether it opens a sentence and by its tag.
static EXCLUDED: [[Classes; 64]; 2] = {
    let mut excluded = [[Classes::NONE; 64]; 2];
    let mut tag = 0;
    while tag < 64 {
        excluded[0][tag as usize] = excluded_by(Tag(tag), false);
        excluded[1][tag as usize] = excluded_by(Tag(tag), true);
        tag += 1;
    }
    excluded
};

const fn excluded_by(tag: Tag, opens: bool) -> Classes {
    const fn unless(holds: bool, classes: Classes) -> Classes {
        if holds { Classes::NONE } else { classes }
    }
    unless(tag.is_in(Tag::MD.bit()), MODAL)
        .or(unless(tag.is_in(Tag::VERBS), VERBAL))
        .or(unless(!tag.is_in(Tag::NOUNS), NOT_NOUN))
        .or(unless(opens || tag.is_in(Tag::UH.bit()), ADDRESS))
}

/// The tags of inflected words.
const INFLECTED: u64 = Tag::NNS.bit()
    | Tag::NNPS.bit()
    | Tag::VBD.bit()
    | Tag::VBG.bit()
    | Tag::VBN.bit()
    | Tag::VBZ.bit();

/// The tags that tell something themselves.
const TELLING: u64 = Tag::CD.bit()
    | Tag::DOLLAR.bit()
    | Tag::JJR.bit()
    | Tag::RBR.bit()
    | Tag::JJS.bit()
    | Tag::RBS.bit()
    | Tag::UH.bit()
    | Tag::WP.bit()
    | Tag::WRB.bit()
    | Tag::TO.bit()
    | Tag::STOP.bit();

/// What a word's tag tells.
fn tagged(document: &Document<'_>, index: usize, tag: Tag) -> Classes {
    match tag {
        Tag::CD => number(document, index),
        Tag::DOLLAR => MONEY,
        Tag::JJR | Tag::RBR => COMPARISON,
        Tag::JJS | Tag::RBS => SUPERLATIVE,
        Tag::UH => ADDRESS,
        Tag::WP | Tag::WRB => WH,
        Tag::TO if document.tag(index + 1) == Tag::VB => INFINITIVE,
        Tag::STOP if document.form(index).starts_with('?') => QUESTION,
        _ => Classes::NONE,
    }
}

/// A number: a date, `one` (which is more often a pronoun), a large or another number.
fn number(document: &Document<'_>, index: usize) -> Classes {
    let token = &document.tokens[index];
    let form = document.form(index);
    let year = form.len() == 4 && (form.starts_with("19") || form.starts_with("20"));
    let is_time = |chunk: &Chunk| chunk.flags.has(ChunkFlags::TIME);
    match () {
        () if year || document.chunk(index).is_some_and(is_time) => DATE,
        () if form.eq_ignore_ascii_case("one") => Classes::NONE,
        () if token.kind == TokenKind::NUMBER && is_large(form) => NUMBER.or(SCALE),
        () => NUMBER,
    }
}

/// Whether a number written in digits is a thousand or more.
fn is_large(form: &str) -> bool {
    let whole = form.bytes().take_while(|&byte| byte != b'.');
    whole.filter(u8::is_ascii_digit).count() >= 4
}

#[cfg(test)]
mod tests {
    use super::{INFLECTED, bit};
    use sayso_plugin::Tag;

    #[test]
    fn no_two_tags_of_inflected_words_share_a_bit() {
        let tags = (0..64)
            .map(Tag)
            .filter(|tag| tag.is_in(INFLECTED) && *tag != Tag::NNPS);
        let shared = tags.fold(0, |all, tag| {
            assert_eq!(all & bit(tag), 0, "{tag:?} shares its bit");
            all | bit(tag)
        });
        assert_eq!(shared.count_ones(), 5);
    }
}
