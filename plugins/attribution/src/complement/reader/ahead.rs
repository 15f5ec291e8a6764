//! What a reader asks of the words ahead.

use sayso_plugin::{Chunk, Tag, TokenRange, Words};

use super::Reader;
use crate::complement::subject::{SUBORDINATORS, starts_clause};
use crate::frames::Frames;
use crate::page::whole_end;
use crate::source::{is_occasion, is_time};

impl Reader<'_, '_> {
    /// `said because she was late, she would run`: a subordinate clause that the main one follows.
    pub(super) fn opens_subordinate(&self, at: usize) -> bool {
        const CONJUNCTIONS: &Words = &Words::new(&[
            "although", "because", "despite", "due", "once", "since", "though", "unless", "while",
        ]);
        if !self.page.is_any(at, CONJUNCTIONS) {
            return false;
        }
        let comma = (at + 1..self.end).find(|&i| self.page.is_comma(i));
        comma.is_some_and(|comma| (comma..self.end).any(|i| self.page.has_finite_verb(i)))
    }

    /// `said with the snow on the hills, the road would close`: a phrase and a comma before the
    /// clause, which do not tell where or when it was said.
    pub(super) fn opens_fronted(&self, at: usize) -> bool {
        let page = self.page;
        const PREPOSITIONS: &Words = &Words::new(&[
            "among", "at", "despite", "for", "given", "in", "of", "under", "with", "without",
        ]);
        let says = self.cue.is_say() && page.is_any(at, PREPOSITIONS);
        let regardless = !page.is(at, "of") || page.is(at - 1, "regardless");
        let Some(chunk) = page.chunk_from(at + 1).filter(|_| says && regardless) else {
            return false;
        };
        let comma = whole_end(chunk);
        let told = is_time(page, chunk) || is_occasion(page, chunk);
        !told && page.is_comma(comma) && starts_clause(page, comma + 1, self.end)
    }

    /// `said at least two drivers left`, `said about 400 workers will go`: a phrase that begins with
    /// a preposition.
    pub(super) fn opens_quantity(&self, at: usize) -> bool {
        let phrase = self.page.chunk_from(at).is_some();
        let least = self.page.is(at, "at") && self.page.is_one_of(at + 1, &["least", "most"]);
        phrase && starts_clause(self.page, at, self.end)
            || least && starts_clause(self.page, at + 2, self.end)
    }

    /// Whether quoted words behind a phrase are the subject of a verb: `said in a statement
    /// “substantial increases” were made`.
    pub(super) fn opens_quoted_clause(&self, quoted: TokenRange) -> bool {
        let behind = self.page.chunk((quoted.first as usize).wrapping_sub(1));
        let verb = self.page.is_finite(quoted.end as usize);
        behind.is_some() && verb && self.cue.has(Frames::BARE)
    }

    /// `Duarte said in Velmar, that …`, but not `“The road,” she said in Velmar, that is safe`.
    pub(super) fn opens_sentence(&self) -> bool {
        let start = self.page.around(self.cue.first).first as usize;
        let told = self.found.preposition.is_some() && self.cue.is_say();
        // `She added, that …`
        let directly = self.found.at == self.cue.end && self.cue.has(Frames::THAT);
        (told || directly) && !(start..self.cue.first).any(|i| self.page.has_finite_verb(i))
    }

    /// `more “flexibility”`, `too many women`: an adverb that belongs to the phrase behind it.
    pub(super) fn quantifies(&self, at: usize) -> bool {
        self.page.tag(at) == Tag::RBR && self.page.tag(at + 1) == Tag::QUOTE_OPEN
            || self.page.chunk_from(at).is_some_and(|c| c.tokens.len() > 1)
    }

    /// `that` tagged as a determiner opens a clause if a subject and its verb follow.
    pub(super) fn opens_clause(&self, at: usize) -> bool {
        self.page.chunk_from(at).is_none_or(|c| c.tokens.len() == 1)
            && starts_clause(self.page, at + 1, self.end)
    }

    /// Whether a phrase takes in the cue by mistake: `has publicly accused Brandt`, `and officially
    /// endorsed Brandt`.
    pub(super) fn takes_in_verb(&self, chunk: &Chunk) -> bool {
        let first = chunk.tokens.first as usize;
        let Some(before) = first.checked_sub(1) else {
            return false;
        };
        let auxiliary = self
            .page
            .is_one_of(before, &["has", "have", "had", "not", "n't"]);
        let joins = Tag::CC.bit() | Tag::NOUNS | Tag::PRP.bit();
        let joined = self.page.tag_in(before, joins);
        self.page.tag(first) == Tag::RB && (auxiliary || joined)
    }

    /// Whether a finite verb follows, before another clause opens.
    pub(super) fn verb_follows(&self, from: usize) -> bool {
        let relative = Tag::WDT.bit() | Tag::WP.bit() | Tag::WP_POSSESSIVE.bit() | Tag::WRB.bit();
        (from..self.end)
            .take_while(|&i| !self.page.tag_in(i, relative | Tag::COMMA.bit()))
            .take_while(|&i| !self.page.is_any(i, SUBORDINATORS))
            // `claimed success and said so`
            .take_while(|&i| self.page.tag(i) != Tag::CC || !self.page.is_finite(i + 1))
            .any(|i| self.page.is_finite(i))
    }

    /// Whether a past tense follows that is read as a participle: `said the group [planned] to go`.
    pub(super) fn participle_follows(&self, at: usize) -> bool {
        let object = Tag::TO.bit()
            | Tag::DT.bit()
            | Tag::PRP_POSSESSIVE.bit()
            | Tag::CD.bit()
            | Tag::NNP.bit();
        self.page.tag(at) == Tag::VBN && self.page.tag_in(at + 1, object)
    }
}
