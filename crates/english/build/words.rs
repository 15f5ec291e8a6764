//! The words of all lists, and the endings.

use crate::basis::auxiliary::effect;
use crate::basis::choice::{Choice, Counts, choose, choose_ending, read_counts};
use crate::basis::class::{CLASS_NAMES, join};
use crate::basis::ending;
use crate::basis::look::class;
use crate::basis::mark::mark;
use crate::lemmas::{Lemmas, ROW};
use crate::rules::Rules;
use crate::table::{self, Sets};
use sayso_model::{Span, Tag, short_word, word_hash};
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::fmt::Write;

/// How many bits of a hash the table of frequent words goes by; it is to stay in the cache.
const FREQUENT_BITS: u32 = 13;

/// Marks that stand in every text: though no list has them, they are soon found.
const MARKS: [&str; 17] = [
    ",", ".", "\"", "(", ")", ":", ";", "?", "!", "-", "--", "$", "%", "&", "/", "[", "]",
];

/// The lines of a data file.
type Lines = Vec<Vec<String>>;

/// What the lists say of a word or phrase.
#[derive(Default)]
struct Entry {
    /// How often it was seen with each tag, if the tagger knows it.
    counts: Option<Counts>,
    classes: u64,
}

impl Entry {
    fn frequency(&self) -> u32 {
        let counts = self.counts.iter().flatten().flatten();
        counts.fold(0, |sum: u32, &n| sum.saturating_add(n))
    }
}

/// The words and phrases of all lists, folded.
fn entries(tags: &Lines, lists: &[Lines]) -> BTreeMap<String, Entry> {
    let marks = MARKS.map(|mark| (mark.to_string(), Entry::default()));
    let mut entries = BTreeMap::from(marks);
    for fields in tags {
        let mut counts: Counts = [[0; 64]; class::COUNT];
        for field in &fields[1..] {
            let (name, pairs) = field.split_once(':').expect("a class and counts");
            let class = class::NAMES.iter().position(|n| *n == name);
            read_counts(pairs, &mut counts[class.expect("a class")]);
        }
        let known = entries.entry(fields[0].clone()).or_default();
        let known = known.counts.get_or_insert([[0; 64]; class::COUNT]);
        for (sum, n) in known.iter_mut().flatten().zip(counts.iter().flatten()) {
            *sum += n;
        }
    }
    for fields in lists.iter().flatten() {
        let mut classes = 0;
        for name in fields[1].split(' ') {
            let number = CLASS_NAMES.iter().position(|known| *known == name);
            classes |= 1 << number.unwrap_or_else(|| panic!("an unknown class: {name}"));
        }
        for form in fields[0].split(',') {
            let form = form.trim().to_string();
            entries.entry(form).or_default().classes |= classes;
        }
    }
    entries
}

/// The code of all tables.
pub fn code(
    tags: &Lines,
    lists: &[Lines],
    endings: &Lines,
    rules: &mut Rules,
    lemmas: &mut Lemmas,
) -> String {
    let mut sets = Sets::default();
    // The first set is empty.
    assert_eq!(sets.number(0), 0);
    let (phrases, mut words): (Vec<_>, Vec<_>) = entries(tags, lists)
        .into_iter()
        .partition(|(form, _)| form.contains(' '));
    // Frequent words stand together, so that they stay in the processor's cache.
    words.sort_by_key(|(word, entry)| {
        let mark = MARKS.contains(&word.as_str());
        Reverse((mark, entry.frequency()))
    });
    let mut code = word_code(&words, rules, lemmas, &mut sets);
    code += &phrase_code(&phrases);
    code += &ending_code(endings, rules, &mut sets);
    let sets = sets.all;
    writeln!(code, "static SETS: [u64; {}] = {sets:?};", sets.len()).unwrap();
    code
}

/// Texts by number, the first one's being 0; what many words share is held once.
#[derive(Default)]
struct Shared {
    numbers: BTreeMap<String, usize>,
    all: Vec<String>,
}

impl Shared {
    fn number(&mut self, text: String) -> usize {
        *self.numbers.entry(text).or_insert_with_key(|text| {
            self.all.push(text.clone());
            self.all.len() - 1
        })
    }

    /// The code of a table of them.
    fn code(&self, name: &str, of: &str) -> String {
        let (len, all) = (self.all.len(), self.all.join(",\n"));
        format!("static {name}: [{of}; {len}] = [\n{all}\n];\n")
    }
}

fn word_code(
    words: &[(String, Entry)],
    rules: &mut Rules,
    lemmas: &mut Lemmas,
    sets: &mut Sets,
) -> String {
    let mut texts = String::new();
    let mut hashes = Vec::new();
    let mut rows = Shared::default();
    // The first profile is that of words that the tagger does not know.
    let mut profiles = vec![Profile::from(
        [(); class::COUNT].map(|()| cell(0, 0, 0, 0, 0)),
    )];
    let mut profile_numbers = BTreeMap::new();
    let unknown = rows.number(format!("{:?}", Lemmas::of_unknown()));
    assert_eq!(unknown, 0);
    let mut code = format!("static WORDS: [Word; {}] = [\n", words.len() + 1);
    // The first one stands for words in no list; it is none that a text may have.
    code += "Word { letters: [u64::MAX; 2], classes: 0, keys: Keys { profile: 0, lemmas: 0 }, hash: 0 },\n";
    let mut profile_number = |profile: Option<Profile>| match profile {
        Some(profile) => *profile_numbers
            .entry(profile)
            .or_insert_with_key(|profile| {
                profiles.push(profile.clone());
                profiles.len() - 1
            }),
        None => 0,
    };
    for (word, entry) in words {
        let letters = short_word(word, Span::new(0, word.len() as u32)).unwrap_or_else(|| {
            let at = texts.len();
            texts.push_str(word);
            [at as u64, 0xff << 56 | word.len() as u64]
        });
        writeln!(
            code,
            "Word {{ letters: {letters:?}, classes: {}, keys: Keys {{ profile: {}, lemmas: {} }}, hash: {} }},",
            entry.classes,
            profile_number(profile(word, entry, rules, sets)),
            rows.number(format!("{:?}", lemmas.of(word))),
            word_hash(word),
        )
        .unwrap();
        hashes.push(word_hash(word));
    }
    code += "];\n";
    code += &cell_code(&profiles);
    code += &rows.code("LEMMAS", &format!("[u16; {ROW}]"));
    code += &table::marked_code("WORD_SLOTS", &hashes);
    code += &table::first_code("FREQUENT", &hashes, FREQUENT_BITS);
    writeln!(code, "static WORD_TEXT: &str = {texts:?};").unwrap();
    code
}

/// What the tagger knows of a word in each class of case, as code.
type Profile = [String; class::COUNT];

fn profile(word: &str, entry: &Entry, rules: &mut Rules, sets: &mut Sets) -> Option<Profile> {
    let effect = effect(word);
    // The tag of a mark is not changed by rules.
    if let Some(Tag(tag)) = MARKS.contains(&word).then(|| mark(word)).flatten() {
        return Some(std::array::from_fn(|_| cell(tag, effect, 0, 0, 0)));
    }
    let counts = entry.counts.as_ref()?;
    let word = rules.word(word_hash(word));
    Some(std::array::from_fn(|class| {
        let class = class as u8;
        let Choice { tag, allowed } = choose(counts, class);
        let allowed = allowed & !impossible(counts, class);
        let rules = rules.of(tag, allowed, word, Some(class));
        cell(tag, effect, word, sets.number(allowed), rules)
    }))
}

/// Tags that rules are not to give a word in a class of case, as bits: what is a name only where it
/// has a capital is none in lower case.
fn impossible(counts: &Counts, class: u8) -> u64 {
    let lower = &counts[class::LOWER as usize];
    let names = [Tag::NNP, Tag::NNPS].into_iter();
    let never = names.filter(|name| lower[name.0 as usize] == 0);
    match class == class::LOWER && lower.iter().any(|&n| n > 0) {
        true => never.fold(0, |set, name| set | name.bit()),
        false => 0,
    }
}

/// The code of a cell.
fn cell(tag: u8, effect: u8, word: u16, allowed: u16, rules: u16) -> String {
    format!(
        "Cell {{ tag: {tag}, effect: {effect}, word: {word}, allowed: {allowed}, rules: {rules} }}"
    )
}

/// The cells of all profiles, by class of case.
fn cell_code(profiles: &[Profile]) -> String {
    let row = |class: usize| {
        let cells = profiles.iter().map(|profile| profile[class].as_str());
        format!("[{}]", cells.collect::<Vec<_>>().join(","))
    };
    let rows: Vec<String> = (0..class::COUNT).map(row).collect();
    let (len, count, rows) = (profiles.len(), class::COUNT, rows.join(",\n"));
    format!("static CELLS: [[Cell; {len}]; {count}] = [\n{rows}\n];\n")
}

fn phrase_code(phrases: &[(String, Entry)]) -> String {
    let mut code = format!("static PHRASES: [Phrase; {}] = [\n", phrases.len());
    let mut hashes = Vec::new();
    for (phrase, entry) in phrases {
        let words = phrase.split(' ').map(word_hash);
        let hash = words.reduce(join).expect("a word");
        writeln!(
            code,
            "Phrase {{ hash: {hash}, form: {phrase:?}, classes: {} }},",
            entry.classes
        )
        .unwrap();
        hashes.push(hash);
    }
    code + "];\n" + &table::code("PHRASE_SLOTS", &hashes)
}

fn ending_code(endings: &Lines, rules: &mut Rules, sets: &mut Sets) -> String {
    let mut known = BTreeMap::new();
    for fields in endings {
        let group = ending::NAMES.iter().position(|n| *n == fields[0]);
        let mut row = [0; 64];
        read_counts(&fields[2], &mut row);
        let choice = choose_ending(&row);
        let end: Vec<char> = fields[1][1..].chars().rev().collect();
        known.insert((group.expect("a group") as u8, end), choice);
    }
    let all = table::with_shorter(&known);
    let mut code = format!("static ENDINGS: [Ending; {}] = [\n", all.len());
    let mut hashes = Vec::new();
    for ((group, end), Choice { tag, allowed }) in all {
        let key = end
            .iter()
            .fold(ending::empty(group), |key, &c| ending::longer(key, c));
        let rules = rules.of(tag, allowed, 0, None);
        let cell = cell(tag, 0, 0, sets.number(allowed), rules);
        writeln!(code, "Ending {{ key: {key}, cell: {cell} }},").unwrap();
        hashes.push(key);
    }
    table::assert_unique(&hashes);
    code + "];\n" + &table::code("ENDING_SLOTS", &hashes)
}
