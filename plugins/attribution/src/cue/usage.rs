//! Whether a word that attributes is used as a verb, whatever its tag.

use sayso_plugin::{Shape, Tag, Word, Words};

use crate::page::Page;
use crate::quoted;
use crate::words::{CUE, SPEECH, THAT};

/// Whether a participle tells which of the things behind it are counted: `475 pledged delegates`.
pub(super) fn is_counted(page: &Page<'_>, index: usize) -> bool {
    let things = Tag::NNS.bit() | Tag::NNPS.bit();
    index > 0 && page.tag(index - 1) == Tag::CD && page.tag_in(index + 1, things)
}

/// Whether an -ing form is a noun: `Mr. Brandt's showing`, `the warning`.
pub(super) fn is_gerund(page: &Page<'_>, word: Word<'_>) -> bool {
    let owner = Tag::POS.bit() | Tag::PRP_POSSESSIVE.bit() | Tag::DT.bit();
    let before = word.index().checked_sub(1);
    // `among those saying so`, `and another saying so`
    let owned = |i: usize| page.tag_in(i, owner) && !page.is_one_of(i, &["another", "those"]);
    word.tag() == Tag::VBG && before.is_some_and(owned)
}

/// Whether a word that is tagged a noun is a verb all the same: `“…,” tweets Duarte`, `the
/// government hopes that`, `did support`.
pub(super) fn is_mistagged(page: &Page<'_>, word: Word<'_>) -> bool {
    let index = word.index();
    let noun = Tag::NN.bit() | Tag::NNS.bit() | Tag::JJ.bit();
    if noun & word.tag().bit() == 0 || index == 0 || !word.has(CUE) {
        return false;
    }
    let after = |set: u64| page.tag_in(index + 1, set);
    let before = |set: u64| page.tag_in(index - 1, set);
    const AUXILIARIES: &Words = &Words::new(&["did", "does", "do", "n't", "not"]);
    const PRONOUNS: &Words = &Words::new(&["i", "he", "she", "we", "they", "who"]);
    let name = Tag::NNP.bit() | Tag::PRP.bit();
    if page.speech_at(index - 1).is_some() {
        return after(name) && word.has(SPEECH);
    }
    let says = word.is_any(const { &Words::new(&["say", "says"]) });
    let subject = before(Tag::NOUNS) && !page.is(index - 1, "'s");
    let opens = page.is_any(index + 1, THAT) || after(name | Tag::DT.bit());
    let owned = after(Tag::PRP_POSSESSIVE.bit());
    let adding = before(Tag::COMMA.bit()) && word.form().ends_with("ing");
    let quotes = page.is(index + 1, ",") && page.speech_at(index + 2).is_some();
    let introduces = word.has(SPEECH) && (page.is(index + 1, ":") || quotes);
    // `Another tweeted, “…”`
    let another = || page.is_one_of(index - 1, &["another", "others"]);
    // `a sign in the crowd read “Go home”`
    let start = page.around(index).first as usize;
    let reads = subject
        && word.has(SPEECH)
        && page.speech_at(index + 1).is_some()
        && page.next_finite(start..index).is_none();
    reads
        || closes_report(page, word)
        || page.is_any(index - 1, AUXILIARIES)
        || page.is_any(index - 1, PRONOUNS)
        || reports_quotation(page, word)
        || introduces && (before(Tag::NOUNS) && !owned_by(page, index) || another())
        || adding && opens
        || says && !before(Tag::DT.bit() | Tag::PRP_POSSESSIVE.bit())
        || subject && (opens || owned || after(Tag::QUOTE_OPEN.bit())) && word.tag() == Tag::NNS
        || (opens || owned) && word.tag() == Tag::NN && is_plural(page, index - 1)
}

/// Whether a word is the last of what somebody owns: `Brandt's Facebook [post]`.
fn owned_by(page: &Page<'_>, index: usize) -> bool {
    let chunk = page.chunk(index);
    chunk.is_some_and(|chunk| chunk.tokens.range().any(|i| page.tag(i) == Tag::POS))
}

/// `The road is closed, the Courier [reports].`
fn closes_report(page: &Page<'_>, word: Word<'_>) -> bool {
    let index = word.index();
    let last = index + 1 >= page.around(index).end as usize || page.is(index + 1, ".");
    let names = |i: usize| page.tag(i) == Tag::NNP;
    let comma = |first: usize| first > 0 && page.is_comma(first - 1);
    word.has(SPEECH)
        && word.tag() == Tag::NNS
        && last
        && names(index - 1)
        && page
            .chunk(index)
            .is_some_and(|chunk| comma(chunk.tokens.first as usize))
}

/// Whether a plural subject ends at a token: `some say that`, `officials doubt the plan`.
fn is_plural(page: &Page<'_>, at: usize) -> bool {
    const MANY: &Words = &Words::new(&[
        "some", "many", "few", "most", "others", "both", "all", "they", "we",
    ]);
    page.tag_in(at, Tag::NNS.bit() | Tag::NNPS.bit()) || page.is_any(at, MANY)
}

/// Whether a word of speech that is tagged a noun is the only word behind a quotation that can be a
/// verb: `“…,” the Saudis state in their report`.
fn reports_quotation(page: &Page<'_>, word: Word<'_>) -> bool {
    const LONGEST: usize = 12;
    let index = word.index();
    let limit = page.around(index).end as usize;
    let verb_behind = (index + 1..limit.min(index + LONGEST))
        .take_while(|&i| page.outside(i).is_some() && !page.is_mark(i))
        .any(|i| page.is_finite(i));
    word.has(SPEECH)
        && !word.has_shape(Shape::CAPITAL)
        && !verb_behind
        && quoted::words_between(page, index).is_some()
}
