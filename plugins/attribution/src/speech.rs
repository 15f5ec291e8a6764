//! Speech, or a title, a nickname, a term held at arm's length?

use sayso_plugin::{Quotation, QuotationState, Reading, Shape, Tag, TokenKind, Word, Words};

use crate::words::SPEECH;

/// Quotations of fewer words are speech only if something beside their length says so.
const SPEECH_WORDS: usize = 5;

/// Words that titles write without capitals.
const SMALL: u64 =
    Tag::IN.bit() | Tag::TO.bit() | Tag::DT.bit() | Tag::PRP_POSSESSIVE.bit() | Tag::CC.bit();
/// What the words of a reporting clause begin with, names apart.
const SUBJECT: u64 = Tag::PRP.bit() | Tag::DT.bit() | Tag::PRP_POSSESSIVE.bit();

/// Whether somebody is quoted as saying this.
pub fn is_speech(reading: &Reading<'_>, quotation: &Quotation) -> bool {
    if quotation.state != QuotationState::CLOSED || quotation.continues().is_some() {
        return true;
    }
    let words = inner_words(reading, quotation);
    let wordlike = words.clone().filter(|w| w.kind().is_wordlike());
    let count = wordlike.take(SPEECH_WORDS).count();
    if count == 0 {
        return false;
    }
    if is_headed(reading, quotation) {
        return false;
    }
    let title = is_title(words.clone());
    if title && is_named(reading, quotation) || is_work(reading, quotation) {
        return false;
    }
    if introduced(reading, quotation) || followed_by_cue(reading, quotation) {
        return true;
    }
    if title {
        return false;
    }
    let full = starts_with_capital(words.clone()) && ends_like_speech(words);
    count >= SPEECH_WORDS || full && (count >= 3 || opens_sentence(reading, quotation))
}

/// Whether a programme or a work stands where it does: `on Fox's “The Morning Hour,”`, `in her book
/// “The Empty Page,”`.
fn is_named(reading: &Reading<'_>, quotation: &Quotation) -> bool {
    const NAMING: &Words = &Words::new(&["in", "of", "on", "titled"]);
    let named = |w: Word<'_>| w.tag() == Tag::POS || w.is_any(NAMING) || WORKS.has(w.lemma());
    before(reading, quotation).is_some_and(named)
}

/// Whether one word with a capital stands behind what it is: `her hit “Balcony,”`.
fn is_work(reading: &Reading<'_>, quotation: &Quotation) -> bool {
    let mut words = inner_words(reading, quotation).filter(|w| w.kind().is_wordlike());
    let one = words.next().is_some_and(|w| w.has_shape(Shape::CAPITAL)) && words.next().is_none();
    one && before(reading, quotation).is_some_and(|w| WORKS.has(w.lemma()))
}

/// What has a title.
const WORKS: &Words = &Words::new(&[
    "album",
    "article",
    "ballad",
    "book",
    "column",
    "comedy",
    "documentary",
    "drama",
    "editorial",
    "essay",
    "film",
    "hit",
    "lecture",
    "memoir",
    "movie",
    "musical",
    "novel",
    "opera",
    "painting",
    "play",
    "podcast",
    "poem",
    "program",
    "programme",
    "series",
    "show",
    "song",
    "tale",
    "video",
]);

/// Whether it is what something is called: `an editorial headlined “Enough,”`.
fn is_headed(reading: &Reading<'_>, quotation: &Quotation) -> bool {
    const HEADED: &Words =
        &Words::new(&["entitled", "headlined", "nickname", "nicknamed", "titled"]);
    before(reading, quotation).is_some_and(|word| word.is_any(HEADED))
}

/// Whether its sentence begins with it.
fn opens_sentence(reading: &Reading<'_>, quotation: &Quotation) -> bool {
    let document = reading.document;
    let first = quotation.tokens.first;
    let sentence = document.sentence_of(first as usize);
    document.sentences[sentence].tokens.first == first
}

/// The type of a quotation that is no speech: `nickname`, `title` or `term`.
pub fn mention_type(reading: &Reading<'_>, quotation: &Quotation) -> &'static str {
    let words = inner_words(reading, quotation);
    let before = before(reading, quotation);
    let after = after(reading, quotation);
    let is_name = |word: Option<Word<'_>>| {
        word.is_some_and(|w| w.kind() == TokenKind::WORD && w.has_shape(Shape::CAPITAL))
    };
    let mut capitals = words.clone().map(|w| w.has_shape(Shape::CAPITAL));
    if is_name(before) && is_name(after) && capitals.all(|capital| capital) {
        "nickname"
    } else if is_title(words) {
        "title"
    } else {
        "term"
    }
}

/// The words of a quotation, marks of quotation apart.
fn inner_words<'d>(reading: &'d Reading<'d>, quotation: &Quotation) -> impl Inner<'d> + use<'d> {
    let all = reading.slice(quotation.tokens).words();
    all.filter(|w| !matches!(w.kind(), TokenKind::QUOTE_OPEN | TokenKind::QUOTE_CLOSE))
}

/// Words that can be gone through from both ends, and again.
trait Inner<'d>: DoubleEndedIterator<Item = Word<'d>> + Clone {}
impl<'d, I: DoubleEndedIterator<Item = Word<'d>> + Clone> Inner<'d> for I {}

/// Every word but small ones has a capital, and there are at least two.
fn is_title<'d>(words: impl Inner<'d>) -> bool {
    let small = |w: &Word<'_>| w.tag().is_in(SMALL) || w.form().len() <= 3;
    let mut capitals = 0;
    for word in words.clone().filter(|w| w.kind() == TokenKind::WORD) {
        if word.has_shape(Shape::CAPITAL) {
            capitals += 1;
        } else if !small(&word) {
            return false;
        }
    }
    let ends_as_sentence = |last: Word<'_>| last.is("!") || last.is("?");
    capitals >= 2
        && starts_with_capital(words.clone())
        && !words.clone().next_back().is_some_and(ends_as_sentence)
        && !words.clone().next().is_some_and(|first| first.is("i"))
}

fn starts_with_capital<'d>(mut words: impl Inner<'d>) -> bool {
    words
        .next()
        .is_some_and(|first| first.has_shape(Shape::CAPITAL))
}

fn ends_like_speech<'d>(mut words: impl Inner<'d>) -> bool {
    words.next_back().is_some_and(|last| {
        [",", ".", "!", "?", "…", "...", "--", "—"]
            .iter()
            .any(|mark| last.is(mark))
    })
}

fn before<'d>(reading: &'d Reading<'d>, quotation: &Quotation) -> Option<Word<'d>> {
    (quotation.tokens.first as usize)
        .checked_sub(1)
        .map(|i| reading.word(i))
}

fn after<'d>(reading: &'d Reading<'d>, quotation: &Quotation) -> Option<Word<'d>> {
    let index = quotation.tokens.end as usize;
    (index < reading.document.tokens.len()).then(|| reading.word(index))
}

/// A comma or colon stands before it, and a cue before that: `said Tom Brandt, a lawyer, “…`
fn introduced(reading: &Reading<'_>, quotation: &Quotation) -> bool {
    const REACH: usize = 10;
    let first = quotation.tokens.first as usize;
    let Some(mark) = first.checked_sub(1).map(|i| reading.word(i)) else {
        return false;
    };
    if mark.is(":") {
        return true;
    }
    let document = reading.document;
    let start = document.sentences[document.sentence_of(first)].tokens.first as usize;
    if mark.is(",") {
        let from = first.saturating_sub(REACH).max(start);
        return (from..first).any(|i| reading.word(i).has(SPEECH));
    }
    first > start && mark.has(SPEECH) && mark.tag().is_verb()
}

/// It does not end as a sentence of its own, and a reporting clause stands right behind it.
fn followed_by_cue(reading: &Reading<'_>, quotation: &Quotation) -> bool {
    const REACH: usize = 6;
    let open = inner_words(reading, quotation)
        .next_back()
        .is_some_and(|w| w.is(",") || w.is("?") || w.is("!"));
    let end = quotation.tokens.end as usize;
    let last = (end + REACH).min(reading.document.tokens.len());
    // “…,” said X; but “The Empty Page,” claims that … is a title and its verb.
    let inverted = |w: &Word<'_>| w.has(SPEECH) && (w.tag() == Tag::VBD || w.is("says"));
    let subject =
        |w: &Word<'_>| w.tag().is_in(SUBJECT) || w.has_shape(Shape::CAPITAL) || inverted(w);
    open && (end..last.min(end + 1)).all(|i| subject(&reading.word(i)))
        && (end..last)
            .map(|i| reading.word(i))
            .take_while(|w| w.kind() != TokenKind::PUNCTUATION)
            .any(|w| w.has(SPEECH) && w.tag().is_in(Tag::VERBS & !Tag::VBG.bit()))
}
