//! Open addressing, and endings.

use std::collections::BTreeMap;

/// Endings by group and characters from the last, with what they say.
pub type Endings<V> = BTreeMap<(u8, Vec<char>), V>;

/// Sets of tags or templates by number, as many share them.
#[derive(Default)]
pub struct Sets {
    numbers: BTreeMap<u64, u16>,
    /// All sets, by number.
    pub all: Vec<u64>,
}

impl Sets {
    /// The number of a set.
    pub fn number(&mut self, set: u64) -> u16 {
        *self.numbers.entry(set).or_insert_with(|| {
            self.all.push(set);
            self.all.len() as u16 - 1
        })
    }
}

/// Slots that hold one more than the index of an item, or 0; a power of two, half full at most: a
/// larger table costs more in the processor's cache than it saves in steps.
pub fn slots(hashes: &[u32]) -> Vec<u16> {
    let size = (hashes.len() * 2).next_power_of_two();
    let mut slots = vec![0u16; size];
    for (index, &hash) in hashes.iter().enumerate() {
        let mut at = spread(hash) & (size - 1);
        while slots[at] != 0 {
            at = (at + 1) & (size - 1);
        }
        slots[at] = u16::try_from(index + 1).expect("fewer than 65,535 items");
    }
    slots
}

/// Where the search for a hash begins.
fn spread(hash: u32) -> usize {
    (hash ^ hash >> 15) as usize
}

/// The slots as code.
pub fn code(name: &str, hashes: &[u32]) -> String {
    let slots = slots(hashes);
    format!("static {name}: [u16; {}] = {slots:?};\n", slots.len())
}

/// Slots with half of an item's hash above one more than its index.
pub fn marked_code(name: &str, hashes: &[u32]) -> String {
    let marked: Vec<u32> = slots(hashes)
        .into_iter()
        .map(|slot| match slot {
            0 => 0,
            _ => hashes[slot as usize - 1] & !0xffff | u32::from(slot),
        })
        .collect();
    format!("static {name}: [u32; {}] = {marked:?};\n", marked.len())
}

/// A table that holds, for the last bits of a hash, one more than the index of the first item
/// that has them, or 0.
pub fn first_code(name: &str, hashes: &[u32], bits: u32) -> String {
    let mut firsts = vec![0u16; 1 << bits];
    let mask = firsts.len() - 1;
    for (index, &hash) in hashes.iter().enumerate().rev() {
        firsts[spread(hash) & mask] = index as u16 + 1;
    }
    format!("static {name}: [u16; {}] = {firsts:?};\n", firsts.len())
}

/// Adds to the known endings those that are the end of a known one, so that a search may stop
/// at the first that is missing; they say what the longest known one within them says.
pub fn with_shorter<V: Copy>(known: &Endings<V>) -> Endings<V> {
    let mut all = known.clone();
    for (group, end) in known.keys() {
        let mut last = None;
        for length in 0..=end.len() {
            let key = (*group, end[..length].to_vec());
            last = known.get(&key).copied().or(last);
            if let Some(value) = last {
                all.insert(key, value);
            }
        }
    }
    all
}

/// Ends the build where two different things would be taken for one.
pub fn assert_unique(hashes: &[u32]) {
    let mut unique = hashes.to_vec();
    unique.sort_unstable();
    unique.dedup();
    assert_eq!(unique.len(), hashes.len(), "two entries share a key");
}
