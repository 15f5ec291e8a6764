//! Word lists as data.

mod entry;
mod find;
mod known;

use std::sync::Arc;

use sayso_model::word_hash;

use crate::Classes;
pub use entry::Entry;
use entry::{Fields, fold};
use find::{Slot, whole};
use known::Known;

/// Words and phrases with their classes, looked up by a token's hash.
///
/// A word list is a text with one entry a line:
///
/// ```text
/// # Where the words come from (any number of such lines).
/// say, says, said, saying <TAB> speech bare-clause <TAB> act=say
/// according to            <TAB> preposition
/// ```
///
/// The forms of a word are separated by commas, its classes and its `name=value` fields by
/// spaces, the columns by tabs. A form of several words is a phrase; its words are tokens
/// (`do n't`, `Moscow 's`). Case is passed over. A form that stands on several lines has the
/// classes of all of them.
///
/// ```
/// use sayso_plugin::{Lexicon, classes};
/// classes! { CLASS_NAMES: SPEECH, PREPOSITION }
/// let list = "say, says, said\tspeech\tact=say\naccording to\tpreposition\n";
/// let lexicon = Lexicon::new(CLASS_NAMES, &[("verbs.tsv", list)]).unwrap();
/// let said = lexicon.get("Said").unwrap();
/// assert!(said.classes.has(SPEECH));
/// assert_eq!((&*said.lemma, said.field("act")), ("say", Some("say")));
/// assert!(lexicon.get("sad").is_none());
/// ```
#[derive(Clone, Debug, Default)]
pub struct Lexicon {
    /// Bits of the hashes of first words: most words of a text are in no list, and one look
    /// tells so.
    filter: Vec<u64>,
    /// First words by hash, with open addressing.
    slots: Vec<Slot>,
    heads: Vec<Head>,
    entries: Vec<Entry>,
    known: Known,
    /// By head number: the classes of its single word and of its phrases together. Number 0
    /// is no head.
    summaries: Vec<Summary>,
    /// By head number: all its classes, whether of the single word or of phrases.
    classes: Vec<Classes>,
}

/// What most questions about a word come down to.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Summary {
    /// The classes of the single word.
    pub(crate) single: Classes,
    /// The classes of all phrases that begin with it.
    pub(crate) phrases: Classes,
    /// Bits of the hashes of their second words: most words that may begin a phrase do not.
    seconds: u64,
}

impl Summary {
    /// Whether a word with this hash may be the second of a phrase.
    #[inline]
    pub(crate) fn may_go_on(&self, second: u32) -> bool {
        self.seconds & second_bit(second) != 0
    }
}

fn second_bit(hash: u32) -> u64 {
    1 << (hash >> 26)
}

/// All entries that begin with one word.
#[derive(Clone, Debug)]
struct Head {
    /// The first of its entries, whatever that is.
    first: u32,
    single: Option<u32>,
    /// Entries of several words, the longest first, each behind the hash of its second word.
    phrases: Vec<(u32, u32)>,
}

impl Lexicon {
    /// Reads word lists, each with a name for error messages.
    ///
    /// # Errors
    /// A line with an empty form, a class that is not among `class_names`, or a malformed
    /// field; the error names list and line.
    pub fn new(class_names: &[&str], lists: &[(&str, &str)]) -> Result<Self, LexiconError> {
        let mut lexicon = Self {
            slots: vec![Slot::default(); 16],
            ..Self::default()
        };
        // Lines with the same classes stand together, mostly.
        let mut last = ("", Classes::NONE);
        for &(list, text) in lists {
            for (index, line) in text.lines().enumerate() {
                let error = |message: String| LexiconError {
                    list: list.to_owned(),
                    line: index + 1,
                    message,
                };
                if !line.trim().is_empty() && !line.starts_with('#') {
                    lexicon
                        .add_line(class_names, line, &mut last)
                        .map_err(error)?;
                }
            }
        }
        let entries = &lexicon.entries;
        lexicon.summaries.push(Summary::default());
        for head in &mut lexicon.heads {
            head.phrases
                .sort_by_key(|&(_, p)| std::cmp::Reverse(entries[p as usize].len));
            let mut summary = Summary::default();
            if let Some(single) = head.single {
                summary.single = entries[single as usize].classes;
            }
            for &(second, phrase) in &head.phrases {
                summary.phrases = summary.phrases.or(entries[phrase as usize].classes);
                summary.seconds |= second_bit(second);
            }
            lexicon.summaries.push(summary);
        }
        let all = |summary: &Summary| summary.single.or(summary.phrases);
        lexicon.classes = lexicon.summaries.iter().map(all).collect();
        lexicon.fill_filter();
        Ok(lexicon)
    }

    fn add_line<'l>(
        &mut self,
        class_names: &[&str],
        line: &'l str,
        last: &mut (&'l str, Classes),
    ) -> Result<(), String> {
        let mut columns = line.split('\t');
        let forms = columns.next().unwrap_or("").split(',');
        let column = columns.next().unwrap_or("");
        if column != last.0 {
            *last = (column, read_classes(class_names, column)?);
        }
        let classes = last.1;
        let mut fields = Fields::new();
        for field in columns.flat_map(str::split_whitespace) {
            let pair = field.split_once('=');
            let (name, value) = pair.ok_or_else(|| format!("“{field}” is not name=value"))?;
            fields.push((name.into(), value.into()));
        }
        let fields = (!fields.is_empty()).then(|| Arc::new(fields));
        let mut lemma: Option<Arc<str>> = None;
        for form in forms {
            let lemma = lemma.get_or_insert_with(|| form.trim().into()).clone();
            let (form, len) = fold(form);
            if len == 0 {
                return Err("an empty form".to_owned());
            }
            let next = match len {
                1 => [0; 2],
                _ => {
                    let mut hashes = form.split(' ').skip(1).map(word_hash);
                    [(); 2].map(|()| hashes.next().unwrap_or(0))
                }
            };
            self.add_entry(Entry {
                lemma,
                classes,
                // Set when it is known to be a new one.
                index: 0,
                next,
                form,
                len,
                fields: fields.clone(),
            });
        }
        Ok(())
    }

    fn add_entry(&mut self, mut entry: Entry) {
        let index = self.entries.len() as u32;
        let head = self.head_or_new(entry.first_word(), index);
        let same = {
            let head = &self.heads[head];
            let phrases = head.phrases.iter().map(|&(_, phrase)| phrase);
            let mut all = head.single.into_iter().chain(phrases);
            all.find(|&e| self.entries[e as usize].form == entry.form)
        };
        if let Some(same) = same {
            let known = &mut self.entries[same as usize];
            known.classes = known.classes.or(entry.classes);
            for (name, value) in entry.fields.iter().flat_map(|fields| fields.iter()) {
                if known.field(name).is_none() {
                    let field = (name.clone(), value.clone());
                    Arc::make_mut(known.fields.get_or_insert_default()).push(field);
                }
            }
            return;
        }
        match entry.len {
            1 => self.heads[head].single = Some(index),
            _ => self.heads[head].phrases.push((entry.next[0], index)),
        }
        entry.index = index as usize;
        self.entries.push(entry);
    }

    /// The classes of a head.
    #[inline]
    pub(crate) fn summary(&self, head_number: u32) -> &Summary {
        const NOTHING: &Summary = &Summary {
            single: Classes::NONE,
            phrases: Classes::NONE,
            seconds: 0,
        };
        self.summaries.get(head_number as usize).unwrap_or(NOTHING)
    }

    /// The classes of a head's single word and of its phrases together.
    #[inline]
    pub(crate) fn classes(&self, head_number: u32) -> Classes {
        let classes = self.classes.get(head_number as usize);
        classes.copied().unwrap_or(Classes::NONE)
    }

    /// The one-word entry of a head.
    pub(crate) fn single(&self, head_number: u32) -> Option<&Entry> {
        let head = self.heads.get((head_number as usize).checked_sub(1)?)?;
        Some(&self.entries[head.single? as usize])
    }

    /// The entries of several words of a head whose second word has a hash, the longest first.
    pub(crate) fn phrases(&self, head_number: u32, second: u32) -> impl Iterator<Item = &Entry> {
        let head = (head_number as usize).wrapping_sub(1);
        let phrases = self.heads.get(head).map_or(&[][..], |head| &head.phrases);
        let mut alike = phrases.iter().filter(move |phrase| phrase.0 == second);
        std::iter::from_fn(move || Some(&self.entries[alike.next()?.1 as usize]))
    }

    /// The entry of a single word.
    pub fn get(&self, word: &str) -> Option<&Entry> {
        self.single(self.head_number(word_hash(word), word, whole(word)))
    }

    /// All entries.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }
}

/// The classes that a column names.
fn read_classes(class_names: &[&str], column: &str) -> Result<Classes, String> {
    let mut classes = Classes::NONE;
    for name in column.split_whitespace() {
        let number = class_names.iter().position(|known| same_class(known, name));
        let number = number.ok_or_else(|| format!("unknown class “{name}”"))?;
        classes = classes.or(Classes(1 << number));
    }
    Ok(classes)
}

/// A class as the code names it and as a word list writes it.
fn same_class(code: &str, list: &str) -> bool {
    code.len() == list.len()
        && code
            .bytes()
            .zip(list.bytes())
            .all(|(c, l)| c.to_ascii_lowercase() == l || (c == b'_' && l == b'-'))
}

/// What is wrong with a word list.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LexiconError {
    list: String,
    line: usize,
    message: String,
}

impl std::fmt::Display for LexiconError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}: {}", self.list, self.line, self.message)
    }
}

impl std::error::Error for LexiconError {}

impl From<LexiconError> for crate::Error {
    fn from(error: LexiconError) -> Self {
        crate::Error::new(error)
    }
}
