//! From counts to decisions.

use super::look::class;
use sayso_model::Tag;

/// How often a word was seen with each tag, for each class of case.
pub type Counts = [[u32; 64]; class::COUNT];

/// What is held to be true of a word in one class before its neighbours are asked.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Choice {
    /// The likeliest tag.
    pub tag: u8,
    /// The tags that rules may give it.
    pub allowed: u64,
}

/// Decides for a word of the lexicon.
pub fn choose(counts: &Counts, wanted: u8) -> Choice {
    let weights: [u32; class::COUNT] = match wanted {
        class::LOWER => [50, 1, 1, 1, 1],
        class::CAPITAL => [1, 50, 5, 2, 5],
        class::INITIAL => [10, 10, 40, 1, 5],
        class::ALL_CAPITALS => [3, 5, 3, 50, 5],
        _ => [3, 10, 3, 3, 40],
    };
    let mut score = [0u32; 64];
    for (row, weight) in counts.iter().zip(weights) {
        for (sum, n) in score.iter_mut().zip(row) {
            *sum += n * weight;
        }
    }
    let seen: u32 = counts[wanted as usize].iter().sum();
    let lower: u32 = counts[0].iter().sum();
    let named = counts[1][Tag::NNP.0 as usize] + counts[1][Tag::NNPS.0 as usize];
    if seen == 0 && lower > 0 && named == 0 && wanted == class::CAPITAL {
        // A common word with a capital it was never seen with is part of a name.
        score[Tag::NNP.0 as usize] += 40 * lower;
    }
    let total: u32 = score.iter().sum();
    let mut choice = Choice::default();
    let mut best = 0;
    for (tag, &n) in score.iter().enumerate() {
        if n > best {
            best = n;
            choice.tag = tag as u8;
        }
        if n > 0 && n as u64 * 100 >= total as u64 {
            choice.allowed |= 1 << tag;
        }
    }
    if wanted != class::LOWER && lower + seen > 0 && choice.allowed & (Tag::NOUNS | ADJECTIVE) != 0
    {
        choice.allowed |= Tag::NNP.bit();
    }
    choice
}

const ADJECTIVE: u64 = Tag::JJ.bit();

/// Decides for an ending.
pub fn choose_ending(row: &[u32; 64]) -> Choice {
    let total: u32 = row.iter().sum();
    let mut choice = Choice::default();
    let mut best = 0;
    for (tag, &n) in row.iter().enumerate() {
        if n > best {
            best = n;
            choice.tag = tag as u8;
        }
        if n > 1 && n * 200 >= total {
            choice.allowed |= 1 << tag;
        }
    }
    choice.allowed |= 1 << choice.tag;
    choice
}

/// Adds counts as data files write them: `NN 32,VB 4`.
pub fn read_counts(text: &str, row: &mut [u32; 64]) {
    for pair in text.split(',') {
        let (tag, count) = pair.rsplit_once(' ').expect("a tag and its count");
        // The comma's own tag would be cut in two; it is written by name.
        let tag = if tag == "comma" {
            Tag::COMMA
        } else {
            Tag::from_name(tag).expect("a tag")
        };
        row[tag.0 as usize] += count.parse::<u32>().expect("a count");
    }
}

/// Writes counts, the highest first.
pub fn write_counts(row: &[u32; 64]) -> String {
    let mut pairs: Vec<(u32, u8)> = (0..64u8).map(|t| (row[t as usize], t)).collect();
    pairs.retain(|p| p.0 > 0);
    pairs.sort_by_key(|&(n, t)| (std::cmp::Reverse(n), t));
    let name = |t| {
        if t == Tag::COMMA.0 {
            "comma"
        } else {
            Tag(t).name()
        }
    };
    let parts: Vec<String> = pairs
        .iter()
        .map(|&(n, t)| format!("{} {n}", name(t)))
        .collect();
    parts.join(",")
}
