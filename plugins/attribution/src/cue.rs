//! Cues: verbs that attribute, with what belongs to their group.

mod usage;

use std::cell::OnceCell;

use sayso_plugin::{Entry, Tag, TokenRange, VerbFlags, Wanted};

use crate::complement::{self, Complement, Kind};
use crate::frames::Frames;
use crate::page::{Page, run, whole_end};
use crate::source;
use crate::words::{CUE, THAT};
use usage::{is_counted, is_gerund, is_mistagged};

/// A cue verb with its auxiliaries, negation and adverbs, and what follows it.
#[derive(Clone, Debug)]
pub struct Cue<'d> {
    /// The first token of the group.
    pub first: usize,
    /// The verb, or the first word of a phrase.
    pub verb: usize,
    /// After the verb, its particle, or the phrase.
    pub end: usize,
    /// The verb's entry in the word lists.
    pub entry: &'d Entry,
    /// The frames it may stand in.
    pub frames: Frames,
    /// "did not say", "never said".
    pub negated: bool,
    /// "was told", "is expected"; "backed by", too.
    pub passive: bool,
    /// A participle without auxiliary: "saying", "backed".
    pub participle: bool,
    /// "to say".
    pub infinitive: bool,
    /// "would", "could", "will", "can" is in the group.
    pub modal: bool,
    /// "is expected | to": the group goes on with another verb.
    pub opens_group: bool,
    /// What follows.
    pub complement: Complement,
    /// Its subject, once a rule has asked for it.
    subject: OnceCell<Option<TokenRange>>,
}

impl<'d> Cue<'d> {
    /// The cue at a token, if it is one and used as a verb.
    pub fn at(page: &Page<'d>, index: usize) -> Option<Self> {
        let word = page.outside(index)?;
        if !word.tag().is_verb() && !is_mistagged(page, word)
            || is_gerund(page, word)
            || is_counted(page, index)
        {
            return None;
        }
        let limit = page.around(index).end as usize - index;
        // `insisted on Monday that`: the preposition belongs to the time.
        let dated = |end: usize| {
            let time = page
                .chunk_from(end)
                .is_some_and(|c| source::is_time(page, c));
            time && page.is(end - 1, "on")
        };
        let phrase = word.phrase(CUE, limit);
        let (entry, len) = match phrase.filter(|phrase| !dated(index + phrase.len())) {
            Some(phrase) => (phrase, phrase.len()),
            None => (word.entry().filter(|e| e.classes.has(CUE))?, 1),
        };
        let mut cue = Self {
            first: index,
            verb: index,
            end: index + len,
            entry,
            frames: page.grammar.frames(entry),
            negated: false,
            passive: false,
            participle: word.form().ends_with("ing"),
            infinitive: false,
            modal: false,
            opens_group: false,
            complement: Complement::none(index + len),
            subject: OnceCell::new(),
        };
        cue.take_group(page)?;
        cue.mend_participle(page);
        cue.complement = complement::after(page, &cue);
        Some(cue)
    }

    /// What the verb group tells; nothing if the word is an auxiliary in it.
    fn take_group(&mut self, page: &Page<'d>) -> Option<()> {
        let Some(group) = page.verb_group(self.verb) else {
            self.participle |= page.tag(self.verb) == Tag::VBN;
            self.passive = page.tag(self.verb) == Tag::VBN;
            return Some(());
        };
        let flags = group.flags;
        let main = group.main as usize;
        self.first = group.tokens.first as usize;
        self.negated = flags.has(VerbFlags::NEGATED);
        self.modal = flags.has(VerbFlags::MODAL);
        self.infinitive = flags.has(VerbFlags::INFINITIVE);
        self.participle = flags.has(VerbFlags::PARTICIPLE);
        self.passive =
            flags.has(VerbFlags::PASSIVE) || self.participle && page.tag(self.verb) == Tag::VBN;
        if self.verb < main {
            // "is expected | to discuss", "hopes | to say".
            flags.has(VerbFlags::SEMI_AUXILIARY).then_some(())?;
            self.opens_group = true;
            self.passive = page.tag(self.verb) == Tag::VBN && self.first < self.verb;
        } else if self.end == main + 1 {
            let end = group.tokens.end as usize;
            // `says up to 300 people left`: no particle of the verb.
            let quantity = page.is(end - 1, "up") && page.is(end, "to") && end > self.end;
            self.end = end - usize::from(quantity && page.tag(end + 1) == Tag::CD);
        }
        Some(())
    }

    /// A past participle without auxiliary that an object follows is a past tense: `Keller last
    /// week invited Brandt`.
    fn mend_participle(&mut self, page: &Page<'d>) {
        let object = Tag::QUOTE_OPEN.bit()
            | Tag::DT.bit()
            | Tag::PRP.bit()
            | Tag::PRP_POSSESSIVE.bit()
            | Tag::VBG.bit()
            | Tag::NNP.bit();
        let that = page.is_any(self.end, THAT);
        let follows = page.tag_in(self.end, object) || that;
        // `a series called “The Hour”` is none.
        let name = Tag::QUOTE_OPEN.bit() | Tag::DT.bit() | Tag::NNP.bit();
        let judgement = Tag::QUOTE_OPEN.bit() | Tag::DT.bit() | Tag::JJ.bit();
        let behind = page.chunk_from(self.end).map(whole_end);
        let named = |&at: &usize| page.tag_in(at - 1, Tag::NOUNS | Tag::PRP.bit());
        let judged = behind
            .filter(named)
            .is_some_and(|at| page.tag_in(at, judgement));
        let names =
            self.has(Frames::OBJECT_COMPLEMENT) && page.tag_in(self.end, name) && !that && !judged;
        let alone = self.participle
            && page.tag(self.verb) == Tag::VBN
            && (self.first..self.verb).all(|i| page.tag_in(i, Tag::RB.bit()));
        let only = || {
            self.is_only_verb(page)
                || self.judges_in_quotation_marks(page)
                || self.follows_what(page)
        };
        if alone && (follows && !names || only()) {
            self.participle = false;
            self.passive = false;
        }
    }

    /// Whether an object and a judgement in quotation marks follow, and no other verb stands before:
    /// `Duarte in May called drivers from the port “thieves”`.
    fn judges_in_quotation_marks(&self, page: &Page<'_>) -> bool {
        const NEAR: usize = 8;
        let sentence = page.around(self.verb);
        let (start, end) = (sentence.first as usize, sentence.end as usize);
        let quoted = (self.end..end.min(self.end + NEAR))
            .take_while(|&i| !page.is_mark(i))
            .any(|i| page.is_quoted(i));
        let object = page.chunk_from(self.end).is_some();
        let subject = self.first > start && page.chunk(self.first - 1).is_some();
        let first = page.next_finite(start..self.first).is_none();
        self.has(Frames::OBJECT_COMPLEMENT) && quoted && object && subject && first
    }

    /// Whether its subject stands between it and *what* or an afterthought: `what one critic called
    /// “odd”`, `, a charge his office called “odd”`.
    fn follows_what(&self, page: &Page<'d>) -> bool {
        let chunk = |before: usize| page.chunk(before.checked_sub(1)?);
        let subject = chunk(self.first).map(|subject| subject.tokens.first as usize);
        let afterthought = |first: usize| {
            chunk(first).is_some_and(|thing| page.is_afterthought(thing.tokens.first as usize))
        };
        subject.is_some_and(|at| page.is(at.wrapping_sub(1), "what") || afterthought(at))
    }

    /// Whether no other word of the sentence is a finite verb and a subject stands before this
    /// one: `Duarte, the mayor, called on voters`.
    fn is_only_verb(&self, page: &Page<'_>) -> bool {
        let sentence = page.around(self.verb);
        let subject = self.first > sentence.first as usize
            && (page.chunk(self.first - 1).is_some() || page.is_comma(self.first - 1));
        subject && page.next_finite(sentence.range()).is_none()
    }

    /// Who speaks, as the subject of the verb.
    pub fn subject(&self, page: &Page<'_>) -> Option<TokenRange> {
        *self.subject.get_or_init(|| source::subject(page, self))
    }

    /// Whether the verb is *say*, of which more is known than of others.
    pub fn is_say(&self) -> bool {
        &*self.entry.lemma == "say"
    }

    /// Whether the verb stands in one of these frames.
    pub fn has(&self, frames: Frames) -> bool {
        self.frames.has(frames)
    }

    /// Whether what follows is of this kind, and whatever stands before it is whom it was said to.
    pub fn takes(&self, kind: Kind) -> bool {
        let hearer = self.complement.object.is_none() || self.has(Frames::HEARER);
        self.complement.kind == kind && hearer
    }

    /// Whether the verb goes with these frames and this follows it; tells whoever asks why not.
    pub fn goes_with(&self, page: &Page<'d>, frames: Frames, kind: Kind) -> Option<()> {
        let verb = page.word(self.verb);
        let class = self.has(frames).then_some(());
        class.wanted(kind.verb(), verb)?;
        let behind = self.complement.at.min(page.len() - 1);
        let follows = self.takes(kind).then_some(());
        follows.wanted(kind.name(), page.word(behind))
    }

    /// The tokens of the group.
    pub fn tokens(&self) -> TokenRange {
        run(self.first, self.end)
    }

    /// Whether one of the verb's own prepositions stands at a token: `with=about,of`.
    pub fn governs(&self, page: &Page<'_>, index: usize) -> bool {
        let prepositions = Tag::IN.bit() | Tag::TO.bit() | Tag::RP.bit() | Tag::RB.bit();
        page.tag_in(index, prepositions) && page.grammar.with(self.entry).stand_at(page, index)
    }
}
