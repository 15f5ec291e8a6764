//! What the word lists say of each cue: its frames, its act, and the words that go with it.

use sayso_plugin::{Classes, Entry};

use crate::followers::Followers;
use crate::frames::Frames;
use crate::rules::wants;

/// What the table of verb classes (`data/classes.tsv`) and a word's own line make of each word.
#[derive(Clone, Debug)]
pub struct Grammar {
    /// The frames and the act of each class, by the class's bit.
    classes: [(Frames, &'static str); 64],
    /// By the entry's index.
    entries: Vec<Known>,
}

/// What is known of a word.
#[derive(Clone, Debug)]
struct Known {
    frames: Frames,
    /// The rules that a verb may be for.
    rules: wants::Set,
    /// The act that its own line names.
    act: Option<Box<str>>,
    with: Followers,
    takes: Followers,
    free: Followers,
}

impl Grammar {
    /// Reads the table of classes, and works out what that is for each word.
    ///
    /// # Errors
    /// A line with a class or frame that does not exist, or a word whose own line names a frame or
    /// a follower that does not exist; the error names the line or the word.
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
            let read = grammar.read_class(class_names, line);
            read.map_err(|e| format!("classes.tsv:{number}: {e}"))?;
        }
        // The forms of a verb stand together, and are for the same rules.
        let mut last = (Frames::NONE, Classes::NONE, 0);
        for entry in entries {
            let malformed = |e| format!("the line of {:?}: {e}", entry.lemma);
            let frames = grammar.frames_of(entry).map_err(malformed)?;
            if (last.0, last.1) != (frames, entry.classes) {
                let rules = wants::for_verb(frames, entry.classes);
                last = (frames, entry.classes, rules);
            }
            let followers =
                |field| Followers::named(entry.field(field).unwrap_or_default()).map_err(malformed);
            grammar.entries.push(Known {
                frames,
                rules: last.2,
                act: entry.field("act").map(Box::from),
                with: followers("with")?,
                takes: followers("takes")?,
                free: followers("free")?,
            });
        }
        Ok(grammar)
    }

    /// Reads the line of a class: its name, its frames, its act.
    fn read_class(&mut self, class_names: &[&str], line: &'static str) -> Result<(), String> {
        let mut columns = line.split('\t');
        let mut column = || columns.next().unwrap_or_default();
        let (class, names, act) = (column(), column(), column());
        let bit = class_names
            .iter()
            .position(|name| name.to_lowercase().replace('_', "-") == class)
            .ok_or_else(|| format!("there is no class {class:?}"))?;
        let mut frames = Frames::default();
        for name in names.split(' ') {
            frames = frames.or(Frames::of_name(name)?);
        }
        self.classes[bit] = (frames, act);
        Ok(())
    }

    /// The frames of a word: those of its classes, with its own exceptions.
    pub fn frames(&self, entry: &Entry) -> Frames {
        self.entries[entry.index].frames
    }

    /// The rules that a verb may be for.
    pub fn rules(&self, entry: &Entry) -> wants::Set {
        self.entries[entry.index].rules
    }

    /// The prepositions that a verb goes with: `with=about,of`.
    pub fn with(&self, entry: &Entry) -> Followers {
        self.entries[entry.index].with
    }

    /// What may follow a noun: `takes=that,of`; where nobody is named, only what its line calls
    /// `free`.
    pub fn takes(&self, entry: &Entry, named: bool) -> Followers {
        let known = &self.entries[entry.index];
        match named {
            true => known.takes,
            false => known.takes.and(known.free),
        }
    }

    /// The act that a word's own line names.
    pub fn own_act(&self, entry: &Entry) -> Option<&str> {
        self.entries[entry.index].act.as_deref()
    }

    /// The act that a word performs in one of some frames: its own, or that of the first of
    /// its classes that has such a frame.
    pub fn act(&self, entry: &Entry, frames: Frames) -> &str {
        self.own_act(entry).unwrap_or_else(|| {
            let fits = self.of(entry.classes).find(|(known, _)| known.has(frames));
            let any = || self.of(entry.classes).next();
            fits.or_else(any).map_or("say", |(_, act)| *act)
        })
    }

    fn frames_of(&self, entry: &Entry) -> Result<Frames, String> {
        let of_classes = self.of(entry.classes).map(|(frames, _)| *frames);
        let all = of_classes.fold(Frames::default(), Frames::or);
        match entry.field("frames") {
            Some(exceptions) => all.amended(exceptions),
            None => Ok(all),
        }
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
    use sayso_plugin::Lexicon;

    #[test]
    fn a_class_has_the_frames_and_the_act_of_its_line() {
        let lexicon = words::lexicon().unwrap();
        let grammar = words::grammar(&lexicon).unwrap();
        let say = lexicon.get("say").unwrap();
        assert!(grammar.frames(say).has(Frames::INVERTED));
        assert!(!grammar.frames(say).has(Frames::OBJECT));
        assert_eq!(grammar.act(say, Frames::THAT), "say");
    }

    #[test]
    fn a_malformed_line_is_told_with_its_word() {
        let list = |fields: &str| {
            let text: &'static str = format!("doubt\tthink\t{fields}\n").leak();
            let lexicon = Lexicon::new(words::CLASS_NAMES, &[("verbs.tsv", text)]).unwrap();
            words::grammar(&lexicon).map(drop).unwrap_err()
        };
        assert_eq!(
            list("frames=+whisper"),
            "the line of \"doubt\": there is no frame \"whisper\""
        );
        assert_eq!(
            list("with=beyond"),
            "the line of \"doubt\": no rule looks for \"beyond\""
        );
    }
}
