//! An attribution in the making.

use sayso_plugin::{Rule, TokenRange};

use crate::cue::Cue;
use crate::frames::Frames;
use crate::page::Page;
use crate::words::SPEECH;

/// What a rule found, as token runs.
#[derive(Clone, Debug)]
pub struct Draft<'d> {
    /// The rule that found it.
    pub rule: Rule,
    /// Who speaks; none if unknown.
    pub source: Option<TokenRange>,
    /// The words that attribute; empty if there are none.
    pub cue: TokenRange,
    /// What is said: one run for each uninterrupted stretch.
    pub content: Vec<TokenRange>,
    /// The act that the cue performs.
    pub act: &'d str,
    /// Whether the cue is negated.
    pub negated: bool,
}

impl<'d> Draft<'d> {
    /// What a cue attributes in one of some frames: act and negation are the cue's.
    pub fn of_cue(
        page: &Page<'d>,
        rule: Rule,
        cue: &Cue<'d>,
        frames: Frames,
        source: Option<TokenRange>,
        content: Vec<TokenRange>,
    ) -> Self {
        Self {
            rule,
            source,
            cue: cue.tokens(),
            content,
            act: page.grammar.act(cue.entry, frames),
            negated: cue.negated,
        }
    }

    /// Whether a verb that goes with quotations is part of the cue.
    pub fn speaks(&self, page: &Page<'_>) -> bool {
        let mut cue = self.cue.range();
        cue.any(|i| page.word(i).has(SPEECH))
    }

    /// Something said, without a verb that tells more of it.
    pub fn said(
        rule: Rule,
        source: Option<TokenRange>,
        cue: TokenRange,
        content: Vec<TokenRange>,
    ) -> Self {
        Self {
            rule,
            source,
            cue,
            content,
            act: "say",
            negated: false,
        }
    }

    /// Adds a stretch of content, unless it is there already.
    pub fn add_content(&mut self, run: TokenRange) {
        if run.is_empty() {
            return;
        }
        let at = self.content.partition_point(|c| c.first <= run.first);
        let known = at > 0 && run.end <= self.content[at - 1].end;
        if !known {
            self.content.insert(at, run);
        }
    }

    /// Where it begins, by its first role.
    pub fn start(&self) -> u32 {
        let source = self.source.map_or(u32::MAX, |s| s.first);
        let cue = if self.cue.is_empty() {
            u32::MAX
        } else {
            self.cue.first
        };
        let content = self.content.first().map_or(u32::MAX, |c| c.first);
        source.min(cue).min(content)
    }
}
