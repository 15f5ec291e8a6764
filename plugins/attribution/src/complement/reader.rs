//! Reads the words behind a cue, a phrase at a time, until what is said begins.

mod ahead;
mod phrase;

use sayso_plugin::{ChunkFlags, ChunkKind, Tag, Words};

use super::subject::verb_of_subject;
use super::{Complement, Kind};
use crate::cue::Cue;
use crate::frames::Frames;
use crate::page::{Page, run, whole_end};
use crate::quoted;
use crate::source::is_occasion;
use crate::words::{ASK, NOMINATIVE, THAT};

/// Words that open a question somebody tells of.
const WHETHER: &Words = &Words::new(&["whether", "if"]);

/// The frames in which a noun phrase is the object of the verb.
const NOUN_PHRASE: Frames = Frames::OBJECT
    .or(Frames::OBJECT_COMPLEMENT)
    .or(Frames::OBJECT_TO)
    .or(Frames::HEARER);

/// Whether the cue's subject stands right before it: what follows is not who speaks.
fn follows_subject(page: &Page<'_>, cue: &Cue<'_>) -> bool {
    !cue.passive && cue.first > 0 && page.chunk(cue.first - 1).is_some()
}

/// Whether a pronoun stands here that can only be a subject where a finite verb follows.
pub fn is_subject_pronoun(page: &Page<'_>, at: usize) -> bool {
    page.is_any(at, NOMINATIVE) || page.is(at, "it")
}

/// How many phrases may stand between a cue and what is said.
const MOST_PHRASES: usize = 8;

/// What follows a cue.
pub fn after(page: &Page<'_>, cue: &Cue<'_>) -> Complement {
    let mut reader = Reader {
        page,
        end: page.around(cue.verb).end as usize,
        cue,
        only_clauses: cue.has(Frames::BARE) && !cue.has(NOUN_PHRASE) && follows_subject(page, cue),
        found: Complement::none(cue.end),
    };
    for _ in 0..MOST_PHRASES {
        match reader.step() {
            Step::Found(kind) => {
                reader.found.kind = kind;
                break;
            }
            Step::Skip(next) if next > reader.found.at => reader.found.at = next,
            Step::Skip(_) | Step::Stop => break,
        }
    }
    reader.found
}

enum Step {
    /// This is it.
    Found(Kind),
    /// Words that only tell hearer, time or place, up to a token.
    Skip(usize),
    /// Nothing more.
    Stop,
}

struct Reader<'a, 'd> {
    page: &'a Page<'d>,
    /// The sentence's end.
    end: usize,
    cue: &'a Cue<'d>,
    /// Whether a noun phrase behind the cue can only be the subject of what is said.
    only_clauses: bool,
    found: Complement,
}

impl Reader<'_, '_> {
    fn step(&mut self) -> Step {
        let (page, at) = (self.page, self.found.at);
        if page.speech_at(at).is_some() && (at < self.end || page.is(at - 1, ":")) {
            return Step::Found(Kind::Quote);
        }
        if at >= self.end {
            return Step::Stop;
        }
        let tag = page.tag(at);
        match tag {
            Tag::COMMA => self.comma(at),
            Tag::CC => Step::Stop,
            Tag::COLON if page.is(at, ":") => self.colon(at),
            Tag::COLON if page.is(at, ";") && page.speech_at(at + 1).is_some() => self.colon(at),
            Tag::COLON => self.aside(at),
            // `told the Associated Press (AP) that`
            Tag::LRB => self.bracket(at),
            Tag::TO | Tag::IN => self.preposition(at),
            Tag::WDT | Tag::WP | Tag::WRB | Tag::WP_POSSESSIVE => self.wh(at),
            Tag::RB if page.is(at, "regardless") && self.opens_fronted(at + 1) => {
                Step::Found(Kind::Clause)
            }
            Tag::RB | Tag::RBR | Tag::UH if !self.quantifies(at) => Step::Skip(at + 1),
            Tag::QUOTE_OPEN if self.names_place(at) => self.title(at),
            // `told the “Morning Hour” that`
            Tag::QUOTE_CLOSE if self.found.object.is_some() && self.cue.has(Frames::HEARER) => {
                Step::Skip(at + 1)
            }
            Tag::VBG if page.chunk(at).is_none() && at == self.cue.end => self.ing(at),
            // `said in an interview taped before the vote that`
            Tag::VBN if self.found.preposition.is_some() && self.cue.has(Frames::BARE) => {
                Step::Skip(at + 1)
            }
            Tag::JJ if page.is(at, "due") && self.opens_subordinate(at) => {
                Step::Found(Kind::Clause)
            }
            _ if page.is_any(at, THAT) && self.opens_clause(at) => Step::Found(Kind::That),
            _ => match page.chunk_from(at) {
                Some(chunk) => self.chunk(chunk),
                None => self.broken_chunk(at),
            },
        }
    }

    /// A quotation behind a comma, or words between two commas.
    fn comma(&mut self, at: usize) -> Step {
        const LONGEST: usize = 14;
        let told =
            self.page.is(at + 1, "that") && (self.found.object.is_some() || self.opens_sentence());
        if told || self.page.speech_at(at + 1).is_some() {
            return Step::Skip(at + 1);
        }
        let limit = self.end.min(at + LONGEST);
        let aside = self
            .page
            .tag_in(at + 1, Tag::WRB.bit() | Tag::IN.bit() | Tag::WP.bit());
        let close = (at + 1..limit)
            .take_while(|&i| self.page.outside(i).is_some())
            .take_while(|&i| aside || !self.page.is_finite(i))
            .find(|&i| self.page.is_comma(i));
        match close {
            Some(close)
                if self.page.is(close + 1, "that") || self.page.speech_at(close + 1).is_some() =>
            {
                Step::Skip(close + 1)
            }
            _ => Step::Stop,
        }
    }

    /// A few words in brackets behind a phrase.
    fn bracket(&self, at: usize) -> Step {
        const LONGEST: usize = 6;
        let close = (at + 1..self.end.min(at + LONGEST)).find(|&i| self.page.tag(i) == Tag::RRB);
        match close.filter(|_| at > self.cue.end) {
            Some(close) => Step::Skip(close + 1),
            None => Step::Stop,
        }
    }

    /// Words between two dashes before `that` or a question.
    fn aside(&self, at: usize) -> Step {
        const LONGEST: usize = 14;
        let close = (at + 1..self.end.min(at + LONGEST)).find(|&i| self.page.is_break(i));
        let question = Tag::WRB.bit() | Tag::WP.bit();
        let opens = |at: usize| self.page.is(at, "that") || self.page.tag_in(at, question);
        match close {
            Some(close) if opens(close + 1) => Step::Skip(close + 1),
            _ => Step::Stop,
        }
    }

    fn colon(&mut self, at: usize) -> Step {
        if self.page.speech_at(at + 1).is_some() {
            self.found.at = at + 1;
            return Step::Found(Kind::Quote);
        }
        if at + 1 < self.end {
            self.found.at = at + 1;
            return Step::Found(Kind::Colon);
        }
        Step::Stop
    }

    /// `that`, `whether`, an infinitive, or a phrase that tells where, when or to whom.
    fn preposition(&mut self, at: usize) -> Step {
        let page = self.page;
        if page.is_any(at, THAT) {
            return self.that(at);
        }
        if page.is_any(at, WHETHER) {
            // `says if she wins, she will …`
            let condition = page.is(at, "if") && self.cue.is_say();
            return Step::Found(if self.cue.has(Frames::WH) && !condition {
                Kind::Wh
            } else {
                Kind::Clause
            });
        }
        let quoted = page.is_quoted(at + 1);
        // `vowed to soldier on`: a verb that is tagged a noun.
        let infinitives = Frames::TO.or(Frames::OBJECT_TO).or(Frames::PASSIVE_TO);
        let verb_follows = quoted && self.cue.has(infinitives.or(Frames::RAISING))
            || self.cue.has(Frames::TO) && page.tag(at + 1) == Tag::NN;
        if page.tag(at) == Tag::TO && (verb_follows || page.is_infinitive(at)) {
            return Step::Found(Kind::To);
        }
        let opens = || {
            self.opens_subordinate(at)
                || at == self.cue.end && (self.opens_quantity(at) || self.opens_fronted(at))
        };
        // `said on Monday unless he came, she would go`
        let free = self.found.object.is_none() && self.found.preposition.is_none();
        if self.cue.has(Frames::BARE) && free && opens() {
            return Step::Found(Kind::Clause);
        }
        let governed = page.chunk_from(at + 1);
        if governed.is_some_and(|chunk| chunk.flags.has(ChunkFlags::TIME) && page.is(at, "on")) {
            return Step::Skip(governed.map_or(at + 1, whole_end));
        }
        self.found.preposition = self.found.preposition.or(Some(at));
        // `“…,” she said of a list that was shown`: it has been said before.
        let quoted = || quoted::words_between(page, self.cue.first).is_some();
        if at == self.cue.end && page.is_one_of(at, &["about", "of"]) && quoted() {
            return Step::Stop;
        }
        match governed {
            // `report on what she saw`
            Some(chunk) if chunk.kind == ChunkKind::WH => Step::Skip(at + 1),
            Some(chunk) if page.clause_of_subject(at + 1).is_none() || is_occasion(page, chunk) => {
                Step::Skip(whole_end(chunk))
            }
            // `told in private that`
            None if page.is(at, "in") && page.is_one_of(at + 1, &["private", "public"]) => {
                Step::Skip(at + 2)
            }
            // `confided to her that`: read as a possessive.
            None if page.tag(at + 1) == Tag::PRP_POSSESSIVE && page.is(at + 2, "that") => {
                Step::Skip(at + 2)
            }
            // `said on “The Morning Hour” that`, but not `appeared on “The Morning Hour” to`
            None if page.tag(at + 1) == Tag::QUOTE_OPEN && !self.cue.has(Frames::RAISING) => {
                Step::Skip(at + 1)
            }
            _ => Step::Stop,
        }
    }

    /// `that` and a clause, or `that figure`.
    fn that(&mut self, at: usize) -> Step {
        let Some(chunk) = self.page.chunk_from(at + 1) else {
            return Step::Found(Kind::That);
        };
        let next = chunk.tokens.end as usize;
        let ends = next >= self.end || self.page.is_mark(next);
        let noun = self.page.tag_in(at + 1, Tag::NN.bit() | Tag::JJ.bit());
        if noun && !self.cue.has(Frames::THAT) && self.found.object.is_none() {
            self.found.object = Some(run(at, next));
            return Step::Skip(next);
        }
        // `rejected that account as fiction`: no verb follows.
        let verbless = || verb_of_subject(self.page, next, self.end).is_none();
        let closed = self.page.is_one_of(next, &["as", "by", "in", "on"]);
        let alone = ends || next == at + 2 && closed && verbless();
        if !noun || chunk.tokens.len() > 2 || !alone || self.found.object.is_some() {
            return Step::Found(Kind::That);
        }
        self.found.object = Some(run(at, next));
        Step::Skip(next)
    }

    fn wh(&mut self, at: usize) -> Step {
        if self.page.is(at, "that") {
            return Step::Found(Kind::That);
        }
        // `told him why`, but not `said a man who`
        let told = !self.cue.is_say()
            && self.cue.has(Frames::WH)
            && self.found.object.is_some_and(|o| o.end as usize == at);
        // Behind *ask* a question may stand behind any phrase.
        let near = at == self.cue.end || told || self.cue.entry.classes.has(ASK);
        let about = self.found.preposition.is_some_and(|p| p + 1 == at);
        // `said when she was asked`
        let time = self.page.is(at, "when") && self.cue.is_say();
        if (near || about) && !time {
            Step::Found(Kind::Wh)
        } else {
            Step::Stop
        }
    }

    /// Whether words in quotation marks tell where or to whom: `on “The Morning Hour”`, `told
    /// Velmar Radio's “Morning Hour”`.
    fn names_place(&self, at: usize) -> bool {
        self.found.preposition.is_some() || self.page.tag(at - 1) == Tag::POS
    }

    /// A title in quotation marks: `said on “The Morning Hour” that`.
    fn title(&self, at: usize) -> Step {
        match self.page.word(at).quotation() {
            // `said in a statement “fair” rules were made`
            Some(quotation) if self.opens_quoted_clause(quotation.tokens) => {
                Step::Found(Kind::Clause)
            }
            Some(quotation) => Step::Skip(quotation.tokens.end as usize),
            None => Step::Stop,
        }
    }

    /// An -ing form; the subject of a clause if a finite verb follows: `said closing it would help`.
    fn ing(&self, at: usize) -> Step {
        let object = at + 1 + usize::from(self.page.is(at + 1, "that"));
        let clause = verb_of_subject(self.page, object, self.end).is_some();
        Step::Found(if clause { Kind::Clause } else { Kind::Ing })
    }
}
