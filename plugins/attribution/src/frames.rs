//! What a cue verb may have around it.

/// A set of frames.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Frames(u32);

macro_rules! frames {
    ($($(#[$doc:meta])* $name:ident = $text:literal,)+) => {
        impl Frames {
            $($(#[$doc])* pub const $name: Self = Self(1 << Number::$name as u32);)+
            const NAMES: &'static [(&'static str, Self)] = &[$(($text, Self::$name)),+];
        }
        #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
        enum Number { $($name),+ }
    };
}

frames! {
    /// X said: “…”, “…,” X said.
    QUOTE = "quote",
    /// “…,” said X.
    INVERTED = "inverted",
    /// X said that …
    THAT = "that",
    /// X said …, without "that".
    BARE = "bare",
    /// X asked whether …
    WH = "wh",
    /// X promised to …
    TO = "to",
    /// X urged Y to …
    OBJECT_TO = "object-to",
    /// X praised the plan.
    OBJECT = "object",
    /// X called the plan a …
    OBJECT_COMPLEMENT = "object-complement",
    /// X described Y as …
    AS = "as",
    /// X accused Y of …
    OF = "of",
    /// X criticized Y for …
    FOR = "for",
    /// X complained about …; the verb's line names the prepositions: `with=about,of`.
    PREPOSITION = "preposition",
    /// X denied taking …
    ING = "ing",
    /// X told Y (that) …
    HEARER = "hearer",
    /// The plan was praised by X.
    PASSIVE = "passive",
    /// Y is expected to …, whose subject belongs to the content.
    PASSIVE_TO = "passive-to",
    /// Y seems to …, whose subject belongs to the content.
    RAISING = "raising",
    /// The statement read: …
    COLON = "colon",
    /// X declined to say …
    DECLINE = "decline",
}

impl Frames {
    /// None.
    pub const NONE: Self = Self(0);
    /// All of them.
    pub const ALL: Self = Self(u32::MAX);

    /// Whether the sets share a frame.
    pub const fn has(self, any: Self) -> bool {
        self.0 & any.0 != 0
    }

    /// The frames of both.
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The frame with a name.
    ///
    /// # Errors
    /// There is none; the error names it.
    pub fn of_name(name: &str) -> Result<Self, String> {
        let found = Self::NAMES.iter().find(|(known, _)| *known == name);
        found
            .map(|&(_, frame)| frame)
            .ok_or_else(|| format!("there is no frame {name:?}"))
    }

    /// Adds and takes away the frames that a word's exceptions name: `+ing,-bare`.
    ///
    /// # Errors
    /// One names no frame, or does not say whether to add it.
    pub fn amended(mut self, exceptions: &str) -> Result<Self, String> {
        for exception in exceptions.split(',') {
            match exception.split_at_checked(1) {
                Some(("+", name)) => self.0 |= Self::of_name(name)?.0,
                Some(("-", name)) => self.0 &= !Self::of_name(name)?.0,
                _ => return Err(format!("{exception:?} begins with neither + nor -")),
            }
        }
        Ok(self)
    }
}
