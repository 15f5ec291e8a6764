use crate::{NONE, Span, TokenRange};

/// A stretch of text between quotation marks, within one paragraph.
///
/// A quotation that runs over several paragraphs is one `Quotation` for each of them, the
/// later ones pointing back with `continues`.
#[repr(C)]
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Quotation {
    /// With its marks.
    pub outer: Span,
    /// Without its marks.
    pub inner: Span,
    /// The tokens under `outer`, the marks included.
    pub tokens: TokenRange,
    /// Index of the quotation this one stands in; [`NONE`] at depth 0.
    pub parent: u32,
    /// Index of the quotation in the paragraph before that this one goes on with; else [`NONE`].
    pub continues: u32,
    /// 0 for an outermost quotation, 1 for one inside another, and so on.
    pub depth: u16,
    /// Whether and how it ends.
    pub state: QuotationState,
    /// Which marks it has.
    pub style: QuotationStyle,
}

impl Quotation {
    /// The quotation this one stands in, by index.
    pub fn parent(&self) -> Option<usize> {
        (self.parent != NONE).then_some(self.parent as usize)
    }

    /// The quotation of the paragraph before that this one goes on with, by index.
    pub fn continues(&self) -> Option<usize> {
        (self.continues != NONE).then_some(self.continues as usize)
    }
}

/// Whether and how a quotation ends.
#[repr(transparent)]
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct QuotationState(pub u8);

impl QuotationState {
    /// Its closing mark was found.
    pub const CLOSED: Self = Self(1);
    /// No closing mark in its paragraph, but the next paragraph opens with the same mark again.
    pub const CONTINUED: Self = Self(2);
    /// No closing mark, and nothing that continues it: it is taken to run to its paragraph's end.
    pub const UNCLOSED: Self = Self(3);
}

impl std::fmt::Debug for QuotationState {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match *self {
            Self::CLOSED => "closed",
            Self::CONTINUED => "continued",
            Self::UNCLOSED => "unclosed",
            _ => "unknown",
        })
    }
}

/// Which marks a quotation has.
#[repr(transparent)]
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct QuotationStyle(pub u8);

#[allow(missing_docs)]
impl QuotationStyle {
    /// `"…"`
    pub const STRAIGHT_DOUBLE: Self = Self(1);
    /// `“…”` and `„…“`
    pub const CURLY_DOUBLE: Self = Self(2);
    /// `'…'`
    pub const STRAIGHT_SINGLE: Self = Self(3);
    /// `‘…’` and `‚…‘`
    pub const CURLY_SINGLE: Self = Self(4);
    /// `«…»` and `‹…›`
    pub const GUILLEMET: Self = Self(5);
    /// ``` ``…'' ```
    pub const BACKTICK: Self = Self(6);

    /// Single marks, straight or curly.
    pub fn is_single(self) -> bool {
        matches!(self, Self::STRAIGHT_SINGLE | Self::CURLY_SINGLE)
    }
}

impl std::fmt::Debug for QuotationStyle {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match *self {
            Self::STRAIGHT_DOUBLE => "straight-double",
            Self::CURLY_DOUBLE => "curly-double",
            Self::STRAIGHT_SINGLE => "straight-single",
            Self::CURLY_SINGLE => "curly-single",
            Self::GUILLEMET => "guillemet",
            Self::BACKTICK => "backtick",
            _ => "unknown",
        })
    }
}
