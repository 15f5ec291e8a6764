//! What rules ask of a single token.

use sayso_plugin::{NONE, Shape, Tag, TokenKind, TokenRange, Word, Words};

use super::Page;

impl<'d> Page<'d> {
    /// The word at an index.
    pub fn word(&self, index: usize) -> Word<'d> {
        self.reading.word(index)
    }

    /// The word at an index, if there is one and it stands outside speech.
    #[inline]
    pub fn outside(&self, index: usize) -> Option<Word<'d>> {
        (self.speech_of.get(index) == Some(&NONE)).then(|| self.word(index))
    }

    /// The part of speech of a token outside speech, else [`Tag::NONE`].
    #[inline]
    pub fn tag(&self, index: usize) -> Tag {
        self.tags.get(index).copied().unwrap_or(Tag::NONE)
    }

    /// All of them, token by token.
    pub fn tags(&self) -> &[Tag] {
        &self.tags
    }

    /// Whether a token outside speech has one of a set of tags.
    #[inline]
    pub fn tag_in(&self, index: usize, set: u64) -> bool {
        self.tag(index).is_in(set & !1)
    }

    /// Whether the token is this word or mark, outside speech.
    #[inline]
    pub fn is(&self, index: usize, form: &str) -> bool {
        self.outside(index).is_some_and(|word| word.is(form))
    }

    /// Whether the token is one of these words or marks, outside speech.
    #[inline]
    pub fn is_one_of(&self, index: usize, forms: &[&str]) -> bool {
        self.outside(index)
            .is_some_and(|word| word.is_one_of(forms))
    }

    /// Whether the token is one of a list of words or marks, outside speech.
    #[inline]
    pub fn is_any(&self, index: usize, words: &Words) -> bool {
        self.outside(index).is_some_and(|word| word.is_any(words))
    }

    /// Whether a token stands in speech, or other quoted words begin with it.
    pub fn is_quoted(&self, index: usize) -> bool {
        self.tag(index) == Tag::QUOTE_OPEN || self.speech_at(index).is_some()
    }

    /// A run of tokens with the mark behind it that closes a quotation or bracket within: `Ana Duarte,
    /// author of “The Gate[,”]`.
    pub fn closed(&self, run: TokenRange) -> TokenRange {
        let (mut quoted, mut bracketed) = (0, 0);
        for word in run.range().map(|i| self.word(i)) {
            match word.kind() {
                TokenKind::QUOTE_OPEN => quoted += 1,
                TokenKind::QUOTE_CLOSE => quoted -= 1,
                TokenKind::PUNCTUATION if word.is("(") => bracketed += 1,
                TokenKind::PUNCTUATION if word.is(")") => bracketed -= 1,
                _ => {}
            }
        }
        if quoted <= 0 && bracketed <= 0 {
            return run;
        }
        let behind = |i: u32| ((i as usize) < self.len()).then(|| self.word(i as usize));
        let comma = behind(run.end).is_some_and(|word| word.is(","));
        let close = run.end + u32::from(comma);
        let closes = behind(close).is_some_and(|word| {
            quoted > 0 && word.kind() == TokenKind::QUOTE_CLOSE || bracketed > 0 && word.is(")")
        });
        TokenRange::new(run.first, if closes { close + 1 } else { run.end })
    }

    /// Whether a noun phrase that tells what was said once more begins at a token: `, a charge`.
    pub fn is_afterthought(&self, first: usize) -> bool {
        self.is_behind_comma(first) && self.is_one_of(first, &["a", "an"])
    }

    /// Whether what begins at a token stands behind a comma, also one before a closing mark: `“…,” a
    /// charge`.
    pub fn is_behind_comma(&self, index: usize) -> bool {
        let quoted = || {
            index > 1
                && self.word(index - 1).kind() == TokenKind::QUOTE_CLOSE
                && self.word(index - 2).is(",")
        };
        self.is_comma(index.wrapping_sub(1)) || quoted()
    }

    /// Whether an article stands here before other quoted words than speech: `a “safe” road`.
    pub fn is_article_of_quoted(&self, index: usize) -> bool {
        self.tag(index) == Tag::DT && self.tag(index + 1) == Tag::QUOTE_OPEN
    }

    /// The tokens of the speech that a token stands in, marks included.
    pub fn speech_around(&self, index: usize) -> Option<TokenRange> {
        let speech = self.speech_at(index)?;
        Some(self.speeches[speech].tokens)
    }

    /// The speech that a token stands in, or the other quoted words that begin with it.
    pub fn quoted_from(&self, index: usize) -> Option<TokenRange> {
        self.speech_around(index).or_else(|| {
            let opens = self.tag(index) == Tag::QUOTE_OPEN;
            let mark = opens.then(|| self.word(index))?;
            mark.quotation().map(|quotation| quotation.tokens)
        })
    }

    /// Whether the token is a comma outside speech: its tag tells, which no other mark has.
    #[inline]
    pub fn is_comma(&self, index: usize) -> bool {
        self.tag(index) == Tag::COMMA
    }

    /// Whether the token is a word with a capital, outside speech.
    pub fn is_capital(&self, index: usize) -> bool {
        self.outside(index)
            .is_some_and(|word| word.kind() == TokenKind::WORD && word.has_shape(Shape::CAPITAL))
    }

    /// Whether the token is a punctuation mark outside speech.
    pub fn is_mark(&self, index: usize) -> bool {
        self.outside(index)
            .is_some_and(|word| word.kind() == TokenKind::PUNCTUATION)
    }

    /// Whether a dash or semicolon stands here, outside speech.
    pub fn is_break(&self, index: usize) -> bool {
        self.tag(index) == Tag::COLON
            && self.is_any(index, const { &Words::new(&["--", "—", "–", ";", "-"]) })
            && !self.is_suspended(index)
    }

    /// Whether a hyphen holds the place of what follows: `fourth- and eighth-grade scores`.
    fn is_suspended(&self, index: usize) -> bool {
        let touches = |before: usize| {
            let end = self.word(before).span().end();
            end == self.word(index).span().start()
        };
        self.is(index, "-")
            && self.tag(index + 1) == Tag::CC
            && index.checked_sub(1).is_some_and(touches)
    }
}
