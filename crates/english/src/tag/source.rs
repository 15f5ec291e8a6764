//! Where the tagger's words come from.

use crate::basis::class::hash;
use crate::basis::look::Look;
use crate::tables::{Keys, Word};
use sayso_model::{Shape, Tag, Token, TokenKind};

/// A sentence to be tagged.
pub trait Source {
    /// How many tokens it has.
    fn len(&self) -> usize;

    /// Whether it has none.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// A token as it is written.
    fn form(&self, i: usize) -> &str;

    /// Its bytes.
    fn bytes(&self, i: usize) -> &[u8] {
        self.form(i).as_bytes()
    }

    /// What is known of its word; nothing where the tag is known beforehand.
    #[doc(hidden)]
    fn keys(&self, i: usize) -> Keys {
        match self.known(i) {
            Some(_) => Keys::default(),
            None => Word::find(self.form(i)).keys,
        }
    }

    /// How it is written.
    fn look(&self, i: usize) -> Look;

    /// Its tag where that is known beforehand, which it is for marks only.
    fn known(&self, i: usize) -> Option<Tag>;
}

/// A run of a document's tokens, with what is known of their words.
pub(super) struct Part<'p> {
    pub(super) text: &'p str,
    pub(super) tokens: &'p [Token],
    pub(super) keys: &'p [Keys],
}

/// The looks of tokens by their kind, and the bits of shapes that belong to them; [`UNKNOWN`]
/// where only the form tells.
static LOOKS: [(u8, u8); 256] = {
    // The two bits for capitals are the same in both sets.
    const CAPITALS: u8 = Shape::CAPITAL.0 | Shape::ALL_CAPITALS.0;
    let mut looks = [(UNKNOWN, 0); 256];
    looks[TokenKind::WORD.0 as usize] = (Look::LETTER, CAPITALS);
    looks[TokenKind::NUMBER.0 as usize] = (0, 0);
    looks[TokenKind::PUNCTUATION.0 as usize] = (Look::MARK, 0);
    looks[TokenKind::SYMBOL.0 as usize] = (Look::MARK, 0);
    looks[TokenKind::QUOTE_OPEN.0 as usize] = (Look::MARK | Look::OPENS, 0);
    looks[TokenKind::QUOTE_CLOSE.0 as usize] = (Look::MARK, 0);
    looks
};

const UNKNOWN: u8 = u8::MAX;
const COLON: u32 = hash(":");

impl Source for Part<'_> {
    #[inline]
    fn len(&self) -> usize {
        self.tokens.len()
    }

    #[inline]
    fn form(&self, i: usize) -> &str {
        self.tokens[i].span.of(self.text)
    }

    #[inline]
    fn bytes(&self, i: usize) -> &[u8] {
        let bytes = self.text.as_bytes();
        bytes.get(self.tokens[i].span.range()).unwrap_or(&[])
    }

    #[inline]
    fn keys(&self, i: usize) -> Keys {
        self.keys.get(i).copied().unwrap_or_default()
    }

    #[inline]
    fn look(&self, i: usize) -> Look {
        let token = &self.tokens[i];
        match LOOKS[token.kind.0 as usize] {
            (UNKNOWN, _) => Look::of(self.form(i)),
            (look, shapes) => {
                let opens = u8::from(token.word == COLON) * Look::OPENS;
                Look(look | token.shape.0 & shapes | opens)
            }
        }
    }

    #[inline]
    fn known(&self, i: usize) -> Option<Tag> {
        match self.tokens[i].kind {
            TokenKind::QUOTE_OPEN => Some(Tag::QUOTE_OPEN),
            TokenKind::QUOTE_CLOSE => Some(Tag::QUOTE_CLOSE),
            _ => None,
        }
    }
}

/// A sentence given as forms.
///
/// Marks may be written as texts write them or as the Penn Treebank does (` `` `, `-LRB-`);
/// straight quotation marks open and close in turn.
#[derive(Clone, Debug, Default)]
pub struct Forms<'f> {
    forms: Vec<(&'f str, Option<Tag>)>,
}

impl<'f> Forms<'f> {
    /// A sentence of these forms.
    pub fn new(forms: impl IntoIterator<Item = &'f str>) -> Self {
        let mut open = false;
        let forms = forms.into_iter().map(|form| {
            let known = (form == "\"").then(|| {
                open = !open;
                if open {
                    Tag::QUOTE_OPEN
                } else {
                    Tag::QUOTE_CLOSE
                }
            });
            (form, known)
        });
        Self {
            forms: forms.collect(),
        }
    }
}

impl Source for Forms<'_> {
    fn len(&self) -> usize {
        self.forms.len()
    }

    fn form(&self, i: usize) -> &str {
        self.forms[i].0
    }

    fn look(&self, i: usize) -> Look {
        match self.known(i) {
            Some(Tag::QUOTE_OPEN) => Look(Look::MARK | Look::OPENS),
            _ => Look::of(self.form(i)),
        }
    }

    fn known(&self, i: usize) -> Option<Tag> {
        self.forms[i].1
    }
}
