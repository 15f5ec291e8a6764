//! Words that stand for somebody the document names: pronouns, and roles such as *the spokesman*.

use sayso_plugin::{ChunkFlags, Gender, TokenRange};

use super::{LastSpeakers, People};
use crate::page::Page;

impl People<'_> {
    pub(super) fn by_pronoun(
        &self,
        page: &Page<'_>,
        pronoun: usize,
        last: &LastSpeakers,
    ) -> Option<usize> {
        let word = page.word(pronoun);
        if word.is("he") || word.is("his") {
            self.by_gender(page, pronoun, Gender::MALE, last.person)
        } else if word.is("she") || word.is("her") {
            self.by_gender(page, pronoun, Gender::FEMALE, last.person)
        } else if word.is("it") || word.is("they") {
            last.organization
        } else {
            None
        }
    }

    /// The subject of the nearest sentence before that fits, or the last speaker.
    fn by_gender(
        &self,
        page: &Page<'_>,
        pronoun: usize,
        gender: Gender,
        last_speaker: Option<usize>,
    ) -> Option<usize> {
        const SENTENCES_BACK: u32 = 4;
        // Of a sentence without end only the nearest names count, which keeps the time linear.
        const MOST_NAMES: usize = 100;
        let known = |party: usize| self.parties[party].gender;
        let fits = |party: usize| {
            !self.parties[party].organization && [gender, Gender::NONE].contains(&known(party))
        };
        let surely = |party: usize| known(party) == gender;
        let sentence = page.sentence_of(pronoun) as u32;
        let before = self
            .mentions
            .partition_point(|m| (m.tokens.first as usize) < pronoun);
        let mut fallback = None;
        for back in 0..=SENTENCES_BACK.min(sentence) {
            let here = sentence - back;
            let from = self.mentions.partition_point(|m| m.sentence < here);
            let to = self.mentions.partition_point(|m| m.sentence <= here);
            let to = to.min(before);
            let from = from.max(to.saturating_sub(MOST_NAMES));
            let candidates = self.mentions.get(from..to).unwrap_or(&[]);
            let outside = candidates
                .iter()
                .filter(|m| page.outside(m.tokens.first as usize).is_some())
                .map(|m| m.party)
                .filter(|&p| !self.parties[p].organization);
            // The subject of the sentence who has just spoken goes on, if nothing speaks against.
            let subject = outside.clone().next();
            if back > 0 && subject.is_some() && subject == last_speaker && subject.is_some_and(fits)
            {
                return subject;
            }
            if let Some(found) = outside.clone().find(|&p| surely(p)) {
                return Some(found);
            }
            // Whoever spoke in the sentence before goes on speaking.
            if back > 0
                && let Some(speaker) = last_speaker.filter(|&s| surely(s))
            {
                return Some(speaker);
            }
            fallback = fallback.or_else(|| outside.clone().find(|&p| fits(p)));
        }
        last_speaker.filter(|&s| fits(s)).or(fallback)
    }

    /// "the spokesman": the last person before of whom the word was said.
    pub(super) fn by_role(&self, page: &Page<'_>, source: TokenRange) -> Option<usize> {
        let chunk = page.chunk_from(source.first as usize)?;
        let singular = !chunk.flags.has(ChunkFlags::PLURAL);
        if !page.word(source.first as usize).is("the") || !singular {
            return None;
        }
        let places = self.by_role.get(page.word(chunk.head as usize).lemma())?;
        let before = places.partition_point(|&(at, _)| at < source.first);
        Some(places[..before].last()?.1)
    }
}
