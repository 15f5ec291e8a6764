use std::ops::Range;

/// A stretch of text: byte offsets, end exclusive, start never after end.
#[repr(C)]
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    start: u32,
    end: u32,
}

impl Span {
    /// The span from byte `start` to byte `end`; an end before the start gives an empty span.
    pub const fn new(start: u32, end: u32) -> Self {
        let end = if end < start { start } else { end };
        Self { start, end }
    }

    /// The span of these bytes if it lies in `text`, is not reversed and cuts no character.
    pub fn checked(text: &str, start: u32, end: u32) -> Option<Self> {
        let inside = start <= end
            && text.is_char_boundary(start as usize)
            && text.is_char_boundary(end as usize);
        inside.then_some(Self { start, end })
    }

    /// Offset of the first byte.
    pub const fn start(self) -> u32 {
        self.start
    }

    /// Offset after the last byte.
    pub const fn end(self) -> u32 {
        self.end
    }

    /// Length in bytes.
    pub const fn len(self) -> u32 {
        self.end - self.start
    }

    /// Whether the span covers nothing.
    pub const fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The span as a range that can index a `str`.
    pub const fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The text under the span; empty where the span does not fit the text.
    pub fn of(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or("")
    }

    /// Whether `other` lies wholly inside.
    pub const fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share at least one byte.
    pub const fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that covers both.
    pub fn cover(self, other: Span) -> Span {
        Span {
            start: self.start.min(other.start),
            end: self.end.max(other.end),
        }
    }
}

impl std::fmt::Debug for Span {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}

/// A run of tokens by index, end exclusive.
#[repr(C)]
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default, Debug)]
pub struct TokenRange {
    /// Index of the first token.
    pub first: u32,
    /// Index after the last token.
    pub end: u32,
}

impl TokenRange {
    /// The run from token `first` to before token `end`.
    pub const fn new(first: u32, end: u32) -> Self {
        Self { first, end }
    }

    /// How many tokens.
    pub const fn len(self) -> u32 {
        self.end.saturating_sub(self.first)
    }

    /// Whether there is no token.
    pub const fn is_empty(self) -> bool {
        self.end <= self.first
    }

    /// Whether the token of this index is inside.
    pub const fn contains(self, token: u32) -> bool {
        self.first <= token && token < self.end
    }

    /// As a range that can index a slice of tokens.
    pub const fn range(self) -> Range<usize> {
        self.first as usize..self.end as usize
    }
}
