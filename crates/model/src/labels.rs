//! The names that annotations bear, each held once.

use crate::texts::Texts;

/// The number of a name within [`Annotations`](crate::Annotations): names are the same where
/// their numbers are.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Label(u32);

impl Label {
    /// Its place in [`Annotations::labels`](crate::Annotations::labels).
    #[inline]
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// Names by number, and numbers by name.
#[derive(Clone, Debug, Default)]
pub(crate) struct Labels {
    texts: Texts,
    /// Where each name ends in `texts`; it begins where the one before ends.
    ends: Vec<u32>,
    /// Open addressing by what [`Key`] tells; a power of two, half empty.
    slots: Vec<Slot>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Slot {
    key: Key,
    /// The name's number and one; 0 for an empty slot.
    number: u32,
}

impl Labels {
    /// The number of a name, which it gets now if it has none.
    #[inline]
    pub(crate) fn of(&mut self, name: &str) -> Label {
        match self.find(name.as_bytes()) {
            Some(label) => label,
            None => self.add(name),
        }
    }

    /// The number of a name that has one. Asked for each name of each annotation.
    #[inline(always)]
    pub(crate) fn find(&self, name: &[u8]) -> Option<Label> {
        let key = Key::of(name);
        let mut at = key.hash();
        loop {
            let slot = self.slots.get(at & self.slots.len().wrapping_sub(1))?;
            let label = Label(slot.number.checked_sub(1)?);
            if slot.key == key && (key.is_whole() || self.text(label).as_bytes() == name) {
                return Some(label);
            }
            at += 1;
        }
    }

    #[cold]
    #[inline(never)]
    fn add(&mut self, name: &str) -> Label {
        let key = Key::of(name.as_bytes());
        let label = Label(self.ends.len() as u32);
        self.texts.push(name);
        self.ends.push(self.texts.len() as u32);
        let number = self.ends.len() as u32;
        if self.ends.len() * 2 > self.slots.len() {
            let larger = vec![Slot::default(); (self.slots.len() * 2).max(64)];
            let mut old = std::mem::replace(&mut self.slots, larger);
            // In the order of their numbers, as `truncate` asks for.
            old.sort_unstable_by_key(|slot| slot.number);
            let taken = old.into_iter().filter(|slot| slot.number != 0);
            taken.for_each(|slot| self.insert(slot));
        }
        self.insert(Slot { key, number });
        label
    }

    fn insert(&mut self, slot: Slot) {
        let mask = self.slots.len() - 1;
        let mut at = slot.key.hash() & mask;
        while self.slots[at].number != 0 {
            at = (at + 1) & mask;
        }
        self.slots[at] = slot;
    }

    /// Forgets all but the first `len`. Those that came last stand behind all others in the table,
    /// so that nobody looks for another past their slots.
    pub(crate) fn truncate(&mut self, len: usize) {
        while let Some(last) = self.ends.len().checked_sub(1).filter(|&last| last >= len) {
            let text = self.text(Label(last as u32));
            let (mut at, start) = (
                Key::of(text.as_bytes()).hash(),
                self.texts.len() - text.len(),
            );
            let mask = self.slots.len() - 1;
            while self.slots[at & mask].number as usize != last + 1 {
                at += 1;
            }
            self.slots[at & mask] = Slot::default();
            self.texts.truncate(start);
            self.ends.pop();
        }
    }

    /// The name with a number.
    #[inline]
    pub(crate) fn text(&self, label: Label) -> &str {
        let at = label.index();
        let start = at.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.texts[start as usize..self.ends[at] as usize]
    }

    /// All names, by number.
    pub(crate) fn all(&self) -> impl ExactSizeIterator<Item = &str> {
        (0..self.ends.len() as u32).map(|number| self.text(Label(number)))
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    /// Becomes a copy of others, keeping the memory; nothing is to be done if it is one already.
    pub(crate) fn copy(&mut self, other: &Self) {
        if self.ends != other.ends || *self.texts != *other.texts {
            self.texts.clone_from(&other.texts);
            self.ends.clone_from(&other.ends);
            self.slots.clone_from(&other.slots);
        }
    }
}

/// A name's length and its first and last bytes, which tell nearly all names apart.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
struct Key {
    first: u64,
    last: u64,
    len: u32,
}

impl Key {
    #[inline]
    fn of(name: &[u8]) -> Self {
        let (first, last) = match (name.first_chunk(), name.last_chunk()) {
            (Some(&first), Some(&last)) => (u64::from_le_bytes(first), u64::from_le_bytes(last)),
            _ => (few(name), 0),
        };
        let len = name.len() as u32;
        Self { first, last, len }
    }

    /// Whether it has all bytes of its name.
    #[inline]
    fn is_whole(&self) -> bool {
        self.len <= 16
    }

    #[inline]
    fn hash(&self) -> usize {
        const ODD: u64 = 0x9e37_79b9_7f4a_7c15;
        let mixed = (self.first ^ self.last.rotate_left(23)).wrapping_mul(ODD);
        (mixed >> 40) as usize
    }
}

/// Less than eight bytes as a number that is that of no others of the same length.
#[inline]
fn few(bytes: &[u8]) -> u64 {
    match (bytes.first_chunk(), bytes.last_chunk()) {
        (Some(&first), Some(&last)) => {
            u64::from(u32::from_le_bytes(first)) | u64::from(u32::from_le_bytes(last)) << 32
        }
        _ => match *bytes {
            [first, .., last] => {
                u64::from(first) | u64::from(bytes[1]) << 8 | u64::from(last) << 16
            }
            [one] => u64::from(one),
            [] => 0,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_same_names_and_no_others_have_the_same_number(
            names in prop::collection::vec("[ab\0é]{0,4}(abcd|efghijkl)?[abc]{0,12}", 0..200)
        ) {
            let mut labels = Labels::default();
            let numbers: Vec<Label> = names.iter().map(|name| labels.of(name)).collect();
            for (name, &label) in names.iter().zip(&numbers) {
                prop_assert_eq!(labels.text(label), name);
                prop_assert_eq!(labels.of(name), label);
            }
            let mut known = names.clone();
            known.sort();
            known.dedup();
            prop_assert_eq!(labels.len(), known.len());
        }

        #[test]
        fn what_comes_before_is_found_when_the_rest_is_forgotten(
            names in prop::collection::vec("[abc]{0,20}", 0..200), kept in 0..100usize
        ) {
            let mut labels = Labels::default();
            names.iter().for_each(|name| { labels.of(name); });
            let before: Vec<String> = labels.all().take(kept).map(str::to_owned).collect();
            labels.truncate(kept);
            prop_assert_eq!(labels.len(), before.len());
            for (number, name) in (0..).zip(&before) {
                prop_assert_eq!(labels.of(name), Label(number));
            }
        }
    }
}
