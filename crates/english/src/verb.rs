//! Verb groups: `[has also *said]`, `[did not immediately *respond]`.

use sayso_model::{NONE, Tag, Tense, VerbFlags, VerbGroup};

use crate::name::words::{
    BE, CHOICE, DO, GET, HAVE, NEGATION, PRONOMINAL, SEMI, SUBORDINATOR, hash,
};
use crate::name::{Mark, Page, run};

/// How many adverbs may stand between two verbs of a group.
const MOST_ADVERBS: usize = 4;
const ADVERBS: u64 = Tag::RB.bit() | Tag::RBR.bit() | Tag::RBS.bit();
const FINITE: u64 = Tag::MD.bit() | Tag::VBD.bit() | Tag::VBZ.bit() | Tag::VBP.bit();
const PAST: u64 = Tag::VBN.bit() | Tag::VBD.bit();
/// Prepositions in the form of a participle.
const PREPOSITIONS: &[u32] = &[
    hash("according"),
    hash("including"),
    hash("regarding"),
    hash("concerning"),
];
pub(crate) const ANY: u64 = Tag::VERBS | Tag::MD.bit();

/// Finds all verb groups outside chunks. `out` is cleared and filled, and so is `verb_of`
/// with the index of each token's group, [`NONE`] outside.
///
/// ```
/// use sayso_english::{Page, verb_groups};
/// use sayso_model::{NONE, Tag, Tense, VerbFlags};
/// let text = "did not immediately respond";
/// let structure = sayso_parser::parse(text);
/// let document = structure.document(text);
/// let tags = [Tag::VBD, Tag::RB, Tag::RB, Tag::VB];
/// let (mut classes, mut found, mut verb_of) = (Vec::new(), Vec::new(), Vec::new());
/// let page = Page::new(&document, &tags, &mut classes);
/// verb_groups(&page, &[NONE; 4], &mut found, &mut verb_of);
/// assert_eq!(found[0].main, 3);
/// assert_eq!(found[0].tense, Tense::PAST);
/// assert!(found[0].flags.has(VerbFlags::FINITE.with(VerbFlags::NEGATED)));
/// ```
pub fn verb_groups(
    page: &Page<'_>,
    chunk_of: &[u32],
    out: &mut Vec<VerbGroup>,
    verb_of: &mut Vec<u32>,
) {
    out.clear();
    verb_of.clear();
    verb_of.resize(page.len(), NONE);
    for sentence in page.sentences() {
        let next = |at| page.next(Mark::Verb, at, sentence.end);
        let mut at = next(sentence.start);
        let reader = Reader {
            page,
            chunk_of,
            limit: sentence.end,
        };
        while at < sentence.end {
            at = match reader.group(at) {
                Some(group) => {
                    verb_of[group.tokens.range()].fill(out.len() as u32);
                    out.push(group);
                    next(group.tokens.end as usize)
                }
                None => next(at + 1),
            };
        }
    }
}

/// The finite group that a token belongs to.
pub(crate) fn finite_at<'v>(
    verbs: &'v [VerbGroup],
    verb_of: &[u32],
    at: usize,
) -> Option<&'v VerbGroup> {
    let group = verbs.get(*verb_of.get(at)? as usize)?;
    group.flags.has(VerbFlags::FINITE).then_some(group)
}

/// Whether a word opens a clause: a conjunction or wh-word, a semicolon, a dash.
pub(crate) fn clause_opener(page: &Page<'_>, at: usize) -> bool {
    const THAT: &[u32] = &[hash("that"), hash("whether"), hash("because"), hash("if")];
    const OPENERS: u64 = Tag::WDT.bit()
        | Tag::WP.bit()
        | Tag::WP_POSSESSIVE.bit()
        | Tag::WRB.bit()
        | Tag::COLON.bit();
    if page.tag(at) != Tag::IN {
        return page.tag_in(at, OPENERS);
    }
    // Most prepositions are of none of the classes that these words have.
    page.has(at, SUBORDINATOR | CHOICE | PRONOMINAL)
        && (page.is(at, THAT) || page.has(at, SUBORDINATOR) && page.tag(at + 1) == Tag::PRP)
}

struct Reader<'a, 'd> {
    page: &'a Page<'d>,
    chunk_of: &'a [u32],
    limit: usize,
}

impl Reader<'_, '_> {
    /// The group that begins at a token.
    fn group(&self, first: usize) -> Option<VerbGroup> {
        let mut group = VerbGroup {
            tokens: run(first, first + 1),
            main: first as u32,
            flags: VerbFlags::NONE,
            tense: Tense::NONE,
            reserved: 0,
        };
        let mut main = first;
        if self.page.tag(first) == Tag::TO {
            main = self.skip_adverbs(first + 1, &mut group.flags);
            self.is(main, Tag::VB.bit()).then_some(())?;
            group.flags.set(VerbFlags::INFINITIVE);
        } else {
            let preposition = self.page.is(first, PREPOSITIONS) && self.page.tag(first) == Tag::VBG;
            (self.is(first, ANY) && !preposition).then_some(())?;
            self.open(first, &mut group);
        }
        while let Some(next) = self.next(main, &mut group.flags) {
            main = next;
        }
        let end = main + 1 + usize::from(self.is(main + 1, Tag::RP.bit()));
        group.main = main as u32;
        group.tokens = run(first, end);
        Some(group)
    }

    /// Whether a token of the sentence outside chunks has one of these tags.
    fn is(&self, at: usize, set: u64) -> bool {
        let free = self.chunk_of.get(at).is_none_or(|&chunk| chunk == NONE);
        at < self.limit && free && self.page.tag_in(at, set)
    }

    /// What the first verb tells.
    fn open(&self, first: usize, group: &mut VerbGroup) {
        let tag = match self.page.tag(first) {
            Tag::VBN if self.follows_nominative(first) => Tag::VBD,
            tag => tag,
        };
        if tag.is_in(FINITE) {
            group.flags.set(VerbFlags::FINITE);
        }
        group.tense = match tag {
            Tag::VBD => Tense::PAST,
            Tag::VBZ | Tag::VBP => Tense::PRESENT,
            _ => Tense::NONE,
        };
        match tag {
            Tag::MD => group.flags.set(VerbFlags::MODAL),
            Tag::VBN | Tag::VBG => group.flags.set(VerbFlags::PARTICIPLE),
            _ => {}
        }
    }

    /// Whether a pronoun that can only be a subject stands before a participle, which then is a past
    /// tense: `she also called for it`.
    fn follows_nominative(&self, first: usize) -> bool {
        const NOMINATIVE: &[u32] = &[hash("he"), hash("she"), hash("they"), hash("we"), hash("i")];
        let adverb = |&at: &usize| self.page.tag_in(at, ADVERBS);
        let adverbs = (0..first)
            .rev()
            .take(MOST_ADVERBS)
            .take_while(adverb)
            .count();
        let before = first.checked_sub(adverbs + 1);
        before.is_some_and(|at| self.page.tag(at) == Tag::PRP && self.page.is(at, NOMINATIVE))
    }

    /// The first token that is no adverb, from `at`; notes negations.
    fn skip_adverbs(&self, mut at: usize, flags: &mut VerbFlags) -> usize {
        let first = at;
        let end = at + MOST_ADVERBS;
        if self.is(at, Tag::COMMA.bit())
            && self.is(at + 1, ADVERBS)
            && self.is(at + 2, Tag::COMMA.bit())
            && self.is(at + 3, Tag::VERBS)
        {
            return at + 3;
        }
        while at < end && self.is(at, ADVERBS) {
            at += 1;
        }
        if self.is(at, Tag::VERBS | Tag::TO.bit()) && (first..at).any(|i| self.negates(i)) {
            flags.set(VerbFlags::NEGATED);
        }
        at
    }

    fn negates(&self, at: usize) -> bool {
        self.page.has(at, NEGATION)
    }

    /// The verb that goes on the group whose last verb is at `verb`.
    fn next(&self, verb: usize, flags: &mut VerbFlags) -> Option<usize> {
        const MAY_FOLLOW: u64 = ADVERBS | Tag::COMMA.bit() | Tag::TO.bit();
        let class = self.page.classes(verb);
        let auxiliary = self.page.tag(verb) == Tag::MD || class & (BE | HAVE | DO | GET) != 0;
        if !auxiliary && !self.page.tag_in(verb + 1, MAY_FOLLOW) {
            return None;
        }
        if self.negates(verb + 1) && self.is(verb + 1, ADVERBS) {
            flags.set(VerbFlags::NEGATED);
        }
        let mut found = VerbFlags::NONE;
        let next = self.skip_adverbs(verb + 1, &mut found);
        let tag = self.page.tag(next);
        let likely = Tag::JJ.bit() | Tag::IN.bit() | Tag::RB.bit();
        let added = if self.is(next, Tag::TO.bit()) {
            return self.semi(verb, next, flags);
        } else if self.is(next, likely) && class & BE != 0 && self.is(next + 1, Tag::TO.bit()) {
            return self.semi(verb, next + 1, flags);
        } else if !self.is(next, Tag::VERBS) || !auxiliary {
            return None;
        } else if self.page.tag(verb) == Tag::MD || class & DO != 0 {
            (tag.is_in(Tag::VB.bit() | Tag::VBP.bit())).then_some(VerbFlags::NONE)?
        } else {
            self.voice(verb, next)?
        };
        flags.set(added.with(found));
        Some(next)
    }

    /// What *be*, *have* or *get* before a participle make of it.
    fn voice(&self, verb: usize, next: usize) -> Option<VerbFlags> {
        let class = self.page.classes(verb);
        let past = self.page.tag_in(next, PAST);
        let ambiguous = class & BE != 0 && class & HAVE != 0;
        if ambiguous && past {
            let been = self.page.has(next, BE);
            let it = verb > 0
                && self
                    .page
                    .is(verb - 1, &[hash("it"), hash("that"), hash("what")]);
            let passive = it && !been;
            return Some(if passive {
                VerbFlags::PASSIVE
            } else {
                VerbFlags::PERFECT
            });
        }
        if class & (BE | GET) != 0 && past {
            return Some(VerbFlags::PASSIVE);
        }
        if class & BE != 0 && self.page.tag(next) == Tag::VBG {
            return Some(VerbFlags::PROGRESSIVE);
        }
        (class & HAVE != 0 && past).then_some(VerbFlags::PERFECT)
    }

    /// `is expected | to discuss`, `is likely to say`, `has to go`: the verb behind `to`.
    fn semi(&self, verb: usize, to: usize, flags: &mut VerbFlags) -> Option<usize> {
        let joined = self.page.has(to - 1, SEMI);
        let next = self.skip_adverbs(to + 1, flags);
        if !joined || !self.is(next, Tag::VB.bit()) || to - verb > 2 {
            return None;
        }
        flags.set(VerbFlags::SEMI_AUXILIARY);
        flags.0 &= !VerbFlags::PASSIVE.0;
        Some(next)
    }
}
