//! What a class of cue verbs may have around it, and the act it performs.

use sayso_plugin::{Classes, Entry};

use crate::rules::wants;

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

    fn of_name(name: &str) -> Result<Self, String> {
        let found = Self::NAMES.iter().find(|(known, _)| *known == name);
        found
            .map(|&(_, frame)| frame)
            .ok_or_else(|| format!("there is no frame {name:?}"))
    }

    /// Adds and takes away the frames that a word's exceptions name: `+ing,-bare`.
    fn amended(mut self, exceptions: &str) -> Result<Self, String> {
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

/// The frames and the act of each verb class (`data/classes.tsv`), and the frames of each word.
#[derive(Clone, Debug)]
pub struct Grammar {
    /// By the class's bit.
    classes: [(Frames, &'static str); 64],
    /// By the entry's index; and the rules that a verb may be for.
    entries: Vec<(Frames, wants::Set)>,
}

impl Grammar {
    /// Reads the table of classes, and works out what that is for each word.
    ///
    /// # Errors
    /// A line with a class or frame that does not exist; the error names the line.
    pub fn new(
        class_names: &[&str],
        table: &'static str,
        entries: &[Entry],
    ) -> Result<Self, String> {
        let mut grammar = Self {
            classes: [(Frames::default(), "say"); 64],
            entries: Vec::new(),
        };
        let lines = table.lines().zip(1..);
        for (line, number) in lines.filter(|(line, _)| !line.starts_with('#')) {
            let mut columns = line.split('\t');
            let mut column = || columns.next().unwrap_or_default();
            let (class, frames, act) = (column(), column(), column());
            let bit = class_names
                .iter()
                .position(|name| name.to_lowercase().replace('_', "-") == class)
                .ok_or_else(|| format!("classes.tsv:{number}: there is no class {class:?}"))?;
            let mut set = Frames::default();
            for name in frames.split(' ') {
                let frame = Frames::of_name(name);
                set = set.or(frame.map_err(|e| format!("classes.tsv:{number}: {e}"))?);
            }
            grammar.classes[bit] = (set, act);
        }
        // The forms of a verb stand together, and are for the same rules.
        let mut last = (Frames::NONE, Classes::NONE, 0);
        let known = entries.iter().map(|entry| {
            let (frames, classes) = (grammar.frames_of(entry), entry.classes);
            if (last.0, last.1) != (frames, classes) {
                last = (frames, classes, wants::for_verb(frames, classes));
            }
            (frames, last.2)
        });
        grammar.entries = known.collect();
        Ok(grammar)
    }

    /// The frames of a word: those of its classes, with its own exceptions.
    pub fn frames(&self, entry: &Entry) -> Frames {
        self.entries[entry.index].0
    }

    /// The rules that a verb may be for.
    pub fn rules(&self, entry: &Entry) -> wants::Set {
        self.entries[entry.index].1
    }

    fn frames_of(&self, entry: &Entry) -> Frames {
        let all = self
            .of(entry.classes)
            .fold(Frames::default(), |all, (frames, _)| all.or(*frames));
        match entry.field("frames") {
            // A test reads all exceptions, so that none is malformed.
            Some(exceptions) => all.amended(exceptions).unwrap_or(all),
            None => all,
        }
    }

    /// The act that a word performs in one of some frames: its own, or that of the first of
    /// its classes that has such a frame.
    pub fn act<'d>(&self, entry: &'d Entry, frames: Frames) -> &'d str {
        entry.field("act").unwrap_or_else(|| {
            let fits = self.of(entry.classes).find(|(known, _)| known.has(frames));
            let any = || self.of(entry.classes).next();
            fits.or_else(any).map_or("say", |(_, act)| *act)
        })
    }

    fn of(&self, classes: Classes) -> impl Iterator<Item = &(Frames, &'static str)> {
        let mut rest = classes.0;
        std::iter::from_fn(move || {
            let bit = (rest != 0).then(|| rest.trailing_zeros())?;
            rest &= rest - 1;
            self.classes.get(bit as usize)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words;

    #[test]
    fn every_exception_in_the_lists_names_frames() {
        let lexicon = words::lexicon().unwrap();
        for entry in lexicon.entries() {
            if let Some(exceptions) = entry.field("frames") {
                Frames::default().amended(exceptions).expect(&entry.lemma);
            }
        }
    }

    #[test]
    fn a_class_has_the_frames_and_the_act_of_its_line() {
        let lexicon = words::lexicon().unwrap();
        let grammar = words::grammar(&lexicon).unwrap();
        let say = lexicon.get("say").unwrap();
        assert!(grammar.frames(say).has(Frames::INVERTED));
        assert!(!grammar.frames(say).has(Frames::OBJECT));
        assert_eq!(grammar.act(say, Frames::THAT), "say");
    }
}
