//! Universal tags in context.
//!
//! What the Penn tag leaves open and the words around decide: auxiliaries, *to*, prepositions
//! that introduce a clause, determiners that stand alone, adjectives inside names. Definitions
//! follow the Universal Dependencies guidelines, version 2, and those of its English treebanks.

use crate::basis::look::class;
use crate::tables::Word;
use sayso_model::Tag;

/// The universal part of speech (UD version 2) of token `i` of a sentence with these tags;
/// `form` gives a token as it is written.
///
/// ```
/// use sayso_english::universal;
/// use sayso_model::Tag;
/// let forms = ["He", "had", "gone", "to", "London"];
/// let tags = [Tag::PRP, Tag::VBD, Tag::VBN, Tag::TO, Tag::NNP];
/// let names: Vec<_> = (0..5).map(|i| universal(&tags, i, |j| forms[j])).collect();
/// assert_eq!(names, ["PRON", "AUX", "VERB", "ADP", "PROPN"]);
/// ```
pub fn universal<'f>(tags: &[Tag], i: usize, form: impl Fn(usize) -> &'f str) -> &'static str {
    let Some(&tag) = tags.get(i) else { return "X" };
    let word = form(i);
    let is = |words: &[&str]| words.iter().any(|w| word.eq_ignore_ascii_case(w));
    let is_not = |w: &str| {
        ["not", "n't", "n’t"]
            .iter()
            .any(|n| w.eq_ignore_ascii_case(n))
    };
    let next = tags.get(i + 1).copied().unwrap_or(Tag::NONE);
    let before = |n: usize| i.checked_sub(n).map_or(Tag::NONE, |j| tags[j]);
    match tag {
        Tag::TO => {
            let verb = after(tags, i, Tag::RB.bit());
            if verb.is_in(Tag::VB.bit() | ENDS) {
                "PART"
            } else {
                "ADP"
            }
        }
        Tag::IN if is(&["that"]) => "SCONJ",
        Tag::IN if is(&["about", "around", "over", "some"]) && next.is_in(NUMBERS) => "ADV",
        Tag::IN if is(&["so"]) => {
            if next == Tag::IN {
                "SCONJ"
            } else {
                "ADV"
            }
        }
        Tag::IN if is(ALWAYS_CLAUSE) => "SCONJ",
        Tag::IN if next == Tag::VBG && is(BEFORE_GERUND) => "SCONJ",
        Tag::IN if is(MAYBE_CLAUSE) => {
            if clause(tags, i) {
                "SCONJ"
            } else {
                "ADP"
            }
        }
        Tag::IN => "ADP",
        Tag::DT if is(ALONE) && !next.is_in(NOMINAL) => "PRON",
        Tag::DT if is(&["that"]) && before(1).is_noun() && next.is_in(FINITE) => "PRON",
        Tag::WDT | Tag::WP if is(&["what"]) && next.is_in(Tag::NN.bit() | Tag::NNS.bit()) => "DET",
        Tag::WDT if is(&["which"]) && next == Tag::NN => "DET",
        Tag::CC if is(&["/"]) => "SYM",
        Tag::WRB => "ADV",
        Tag::NNP if adjective(word) && next.is_noun() => "ADJ",
        Tag::NN | Tag::NNP if is(&["please"]) => "INTJ",
        Tag::VB if is(&["please"]) => "INTJ",
        _ if tag.is_verb() => verb(tags, i, word, i + 1 < tags.len() && is_not(form(i + 1))),
        _ => tag.universal(word),
    }
}

/// `AUX` or `VERB`.
fn verb(tags: &[Tag], i: usize, word: &str, denied: bool) -> &'static str {
    let is = |words: &[&str]| words.iter().any(|w| word.eq_ignore_ascii_case(w));
    let plain = tags[i].universal(word);
    if plain == "AUX" {
        // *There is*: the verb of existence.
        let existence = (1..=3)
            .filter_map(|n| i.checked_sub(n).map(|j| tags[j]))
            .find(|t| !t.is_in(AROUND | Tag::MD.bit() | Tag::VERBS))
            == Some(Tag::EX)
            || tags.get(i + 1) == Some(&Tag::EX);
        let participle = tags.get(i + 1).copied().unwrap_or(Tag::NONE);
        return if existence && !participle.is_in(Tag::VBN.bit()) {
            "VERB"
        } else {
            "AUX"
        };
    }
    let next = after(tags, i, AROUND | Tag::EX.bit());
    if is(&[
        "have", "has", "had", "having", "'ve", "’ve", "'d", "’d", "'s", "’s",
    ]) {
        if next == Tag::VBN || turned(tags, i, Tag::VBN) {
            "AUX"
        } else {
            "VERB"
        }
    } else if is(&["do", "does", "did"]) {
        let base = next.is_in(Tag::VB.bit());
        if base || denied || turned(tags, i, Tag::VB) {
            "AUX"
        } else {
            "VERB"
        }
    } else {
        plain
    }
}

/// Whether an auxiliary before its subject has its verb, of this tag, after it.
fn turned(tags: &[Tag], i: usize, verb: Tag) -> bool {
    const BEFORE: u64 = Tag::WRB.bit()
        | Tag::WP.bit()
        | Tag::WDT.bit()
        | Tag::QUOTE_OPEN.bit()
        | Tag::CC.bit()
        | Tag::COMMA.bit();
    const SUBJECT: u64 = AROUND
        | Tag::NOUNS
        | Tag::DT.bit()
        | Tag::JJ.bit()
        | Tag::PRP_POSSESSIVE.bit()
        | Tag::POS.bit();
    (i == 0 || tags[i - 1].is_in(BEFORE)) && after(tags, i, SUBJECT) == verb
}

/// The first tag after token `i` that is not in a set of those passed over.
fn after(tags: &[Tag], i: usize, skip: u64) -> Tag {
    tags[i + 1..]
        .iter()
        .take(8)
        .copied()
        .find(|t| !t.is_in(skip))
        .unwrap_or(Tag::NONE)
}

/// Whether a finite verb with a subject before it follows before the next mark.
fn clause(tags: &[Tag], i: usize) -> bool {
    let mut subject = false;
    for tag in tags[i + 1..].iter().take(9) {
        if tag.is_in(FINITE) {
            return subject;
        }
        if tag.is_in(ENDS | Tag::WDT.bit() | Tag::WP.bit() | Tag::IN.bit() | Tag::TO.bit()) {
            return false;
        }
        subject |=
            tag.is_in(Tag::NOUNS | Tag::PRP.bit() | Tag::EX.bit() | Tag::DT.bit() | Tag::CD.bit());
    }
    false
}

/// Whether a word with a capital is an adjective when it has none.
fn adjective(word: &str) -> bool {
    word.eq_ignore_ascii_case("united")
        || Word::find(word)
            .keys
            .cell(class::LOWER)
            .is_some_and(|known| known.tag == Tag::JJ.0)
}

/// Adverbs and pronouns between an auxiliary and its verb.
const AROUND: u64 = Tag::RB.bit() | Tag::RBR.bit() | Tag::PRP.bit() | Tag::RBS.bit();
/// Nothing, or a mark that ends a phrase.
const ENDS: u64 = Tag::NONE.bit()
    | Tag::STOP.bit()
    | Tag::COMMA.bit()
    | Tag::COLON.bit()
    | Tag::QUOTE_CLOSE.bit()
    | Tag::RRB.bit()
    | Tag::LRB.bit()
    | Tag::QUOTE_OPEN.bit();
const NUMBERS: u64 = Tag::CD.bit() | Tag::DOLLAR.bit();
const FINITE: u64 = Tag::VBD.bit() | Tag::VBZ.bit() | Tag::VBP.bit() | Tag::MD.bit();
/// What may follow a determiner in its noun phrase.
const NOMINAL: u64 = Tag::NOUNS
    | Tag::JJ.bit()
    | Tag::JJR.bit()
    | Tag::JJS.bit()
    | Tag::CD.bit()
    | Tag::VBG.bit()
    | Tag::VBN.bit()
    | Tag::RBS.bit()
    | Tag::DT.bit()
    | Tag::PRP_POSSESSIVE.bit()
    | Tag::DOLLAR.bit()
    | Tag::QUOTE_OPEN.bit()
    | Tag::FW.bit();

/// Determiners that may stand alone.
const ALONE: &[&str] = &[
    "this", "that", "these", "those", "some", "any", "another", "either", "neither", "half", "none",
];
/// These always introduce a clause.
const ALWAYS_CLAUSE: &[&str] = &[
    "although", "because", "if", "lest", "though", "unless", "whereas", "whether", "while",
    "whilst",
];
/// These may introduce a clause.
const MAYBE_CLAUSE: &[&str] = &[
    "after", "as", "before", "like", "once", "since", "than", "till", "until",
];
/// These introduce a clause if a gerund follows.
const BEFORE_GERUND: &[&str] = &[
    "about", "after", "against", "as", "at", "before", "besides", "by", "despite", "for", "from",
    "in", "into", "like", "of", "on", "since", "than", "through", "upon", "while", "with",
    "without",
];
