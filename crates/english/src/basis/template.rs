//! The contexts that a rule may name.

use sayso_model::Tag;

/// Where a word's number in rules ends and the bits for the places where they name it begin.
pub const NAMED_SHIFT: u32 = 10;

/// A token with its neighbours; place 3 is the token itself, 0 to 6 are those around it.
pub trait Window {
    /// The tag at a place as it is now; 0 outside the sentence.
    fn tag(&self, place: usize) -> u32;
    /// The word at a place, by its hash or by number; 0 for words that no rule may name there.
    fn word(&self, place: usize) -> u32;
    /// The places from 1 to 5 with a word that a rule may name there, as bits.
    fn named(&self) -> u8 {
        (1..6).fold(0, |set, at| set | u8::from(self.word(at) != 0) << at)
    }

    /// The class of case of the token.
    fn class(&self) -> u32;
    /// The auxiliary that reaches the token from the left.
    fn auxiliary(&self) -> u32;
}

/// The values a template takes in a window.
pub type Values = [u32; 3];

/// For each template the names of its values, as rules are written: `T-1` is the tag of the
/// token before, `W+1` the word after, `T-1..-3` the tag of one of the three before, `C` the
/// class of case, `A` the auxiliary that reaches the token.
pub const TEMPLATES: &[&[&str]] = &[
    &["T-1"],
    &["T+1"],
    &["T-2"],
    &["T+2"],
    &["T-1", "T+1"],
    &["T-2", "T-1"],
    &["T+1", "T+2"],
    &["T-1..-3"],
    &["T+1..+3"],
    &["W-1"],
    &["W+1"],
    &["W-2"],
    &["W+2"],
    &["W0"],
    &["W0", "T-1"],
    &["W0", "T+1"],
    &["W0", "W-1"],
    &["W0", "W+1"],
    &["W0", "T-2"],
    &["W0", "T+2"],
    &["W0", "T-1", "T+1"],
    &["W-1", "T+1"],
    &["T-1", "W+1"],
    &["C", "T-1"],
    &["C", "T+1"],
    &["T-2", "T-1", "T+1"],
    &["T-1", "T+1", "T+2"],
    &["T-3", "T-2", "T-1"],
    &["W0", "T-2", "T-1"],
    &["W0", "T+1", "T+2"],
    &["W-2", "T-1"],
    &["T+1", "W+2"],
    &["W-1", "W+1"],
    &["A"],
    &["A", "T-1"],
    &["A", "W0"],
    &["A", "T+1"],
    &["C", "T-1", "T+1"],
    &["W0", "T-1..-3"],
    &["W0", "T+1..+3"],
    &["A", "T-1", "T+1"],
    &["T-1", "W-2", "T+1"],
];

/// One way to fill in a template: it, and where its values stand in [`fields`]. The templates
/// that name one of three tags have three, all others have one.
#[derive(Clone, Copy)]
struct Probe {
    template: u8,
    fields: [u8; 3],
}

/// The templates that name one of three tags, with the places of the two tags farther away.
const WINDOWS: [(u8, [u8; 2]); 4] = [(7, [1, 0]), (38, [1, 0]), (8, [5, 6]), (39, [5, 6])];

/// The set of these templates.
const WINDOWED: u64 = {
    let (mut set, mut i) = (0, 0);
    while i < WINDOWS.len() {
        set |= 1 << WINDOWS[i].0;
        i += 1;
    }
    set
};

/// A probe for each template, the nearest tag of three being named, then those for the others:
/// first the second nearest ones in the order of [`WINDOWS`], then the farthest ones.
static PROBES: [Probe; TEMPLATES.len() + 2 * WINDOWS.len()] = {
    let nothing = Probe {
        template: 0,
        fields: [NOTHING; 3],
    };
    let mut probes = [nothing; TEMPLATES.len() + 2 * WINDOWS.len()];
    let mut n = 0;
    while n < TEMPLATES.len() {
        probes[n].template = n as u8;
        let mut i = 0;
        while i < TEMPLATES[n].len() {
            probes[n].fields[i] = field(TEMPLATES[n][i].as_bytes());
            i += 1;
        }
        n += 1;
    }
    let mut i = 0;
    while i < 2 * WINDOWS.len() {
        let (template, farther) = WINDOWS[i % WINDOWS.len()];
        let mut probe = probes[template as usize];
        let last = TEMPLATES[template as usize].len() - 1;
        assert!(TEMPLATES[template as usize][last].len() > 3);
        probe.fields[last] = farther[i / WINDOWS.len()];
        probes[n + i] = probe;
        i += 1;
    }
    probes
};

/// The first field of words, that of the class and of the auxiliary, and one that is always 0.
const WORDS: u8 = 7;
const CLASS: u8 = 14;
const AUXILIARY: u8 = 15;
const NOTHING: u8 = WORDS;

/// Where the value of a name stands in [`fields`]; of three tags the nearest.
const fn field(name: &[u8]) -> u8 {
    match name {
        b"C" => CLASS,
        b"A" => AUXILIARY,
        [b'T', ..] => place(name),
        _ => WORDS + place(name),
    }
}

/// The place in a window that a name stands for.
pub const fn place(name: &[u8]) -> u8 {
    match name {
        [_, b'-', distance, ..] => 3 - (*distance - b'0'),
        [_, b'+', distance, ..] => 3 + (*distance - b'0'),
        _ => 3,
    }
}

/// All that a rule may name in a window: tags by place, words by place, class, auxiliary. No rule
/// names the words at the edges.
#[inline]
fn fields(w: &impl Window) -> [u32; 16] {
    let (t, word) = (|place| w.tag(place), |place| w.word(place));
    let (class, auxiliary) = (w.class(), w.auxiliary());
    [
        t(0),
        t(1),
        t(2),
        t(3),
        t(4),
        t(5),
        t(6),
        0,
        word(1),
        word(2),
        word(3),
        word(4),
        word(5),
        0,
        class,
        auxiliary,
    ]
}

/// Calls `found` with each template (of those in the set `wanted`) and its values.
///
/// A template that names a word is passed over where no rule may name the word.
#[inline]
pub fn visit(w: &impl Window, wanted: u64, mut found: impl FnMut(u8, Values)) {
    let wanted = wanted & BY_NAMED[w.named() as usize & 63];
    if wanted == 0 {
        return;
    }
    let fields = fields(w);
    let mut left = wanted;
    if wanted & WINDOWED != 0 {
        left |= farther(wanted, &fields);
    }
    while left != 0 {
        let Probe {
            template,
            fields: at,
        } = PROBES[left.trailing_zeros() as usize];
        left &= left - 1;
        found(template, at.map(|at| fields[at as usize & 15]));
    }
}

/// The probes for farther tags that go with the wanted templates; no tag is named twice.
#[inline]
fn farther(wanted: u64, fields: &[u32; 16]) -> u64 {
    let mut set = 0;
    for (i, (template, [second, third])) in WINDOWS.into_iter().enumerate() {
        let wanted = wanted >> template & 1;
        let [first, second, third] = [
            PROBES[template as usize].fields[TEMPLATES[template as usize].len() - 1],
            second,
            third,
        ]
        .map(|at| fields[at as usize]);
        set |= (wanted & u64::from(second != first)) << (TEMPLATES.len() + i);
        let new = third != first && third != second;
        set |= (wanted & u64::from(new)) << (TEMPLATES.len() + WINDOWS.len() + i);
    }
    set
}

/// The templates that remain where rules may name the words in these places, as bits.
static BY_NAMED: [u64; 64] = {
    let mut table = [0; 64];
    let mut named = 0;
    while named < 64 {
        table[named] = naming_only(named as u8);
        named += 1;
    }
    table
};

/// The templates that name no word but in the places given as bits (the bit of place n is
/// 1 << n).
const fn naming_only(named: u8) -> u64 {
    let (mut set, mut n) = (0, 0);
    while n < TEMPLATES.len() {
        let mut fits = true;
        let mut i = 0;
        while i < TEMPLATES[n].len() {
            let name = TEMPLATES[n][i].as_bytes();
            fits = fits && (name[0] != b'W' || named >> place(name) & 1 != 0);
            i += 1;
        }
        if fits {
            set |= 1 << n;
        }
        n += 1;
    }
    set
}

/// One value as rules are written.
pub fn show_value(name: &str, value: u32, word: impl Fn(u32) -> String) -> String {
    match name.as_bytes()[0] {
        b'T' if value == 0 => "EDGE".to_string(),
        b'T' => Tag(value as u8).name().to_string(),
        b'W' => word(value),
        _ => value.to_string(),
    }
}

/// Reads what [`show_value`] wrote.
pub fn read_value(name: &str, text: &str) -> u32 {
    match name.as_bytes()[0] {
        b'T' if text == "EDGE" => 0,
        b'T' => Tag::from_name(text).expect("a tag").0 as u32,
        b'W' => sayso_model::word_hash(text),
        _ => text.parse().expect("a number"),
    }
}
