//! How a lemma is made of a form.

use super::ending;
use sayso_model::Tag;

/// How many characters of a form's end decide about its lemma.
pub const LONGEST: usize = 6;

/// The tag under which a tag's lemmas are looked up.
pub fn group(tag: Tag) -> Tag {
    if tag == Tag::VBN { Tag::VBD } else { tag }
}

/// The groups whose words have endings that are replaced; of the others only those that are
/// listed have a lemma other than themselves.
pub const INFLECTED: [Tag; 4] = [Tag::NNS, Tag::VBZ, Tag::VBG, Tag::VBD];

/// The place of a group among those inflected.
#[inline]
pub fn inflected(group: Tag) -> Option<usize> {
    let place = PLACES.get(group.0 as usize)?;
    place.map(usize::from)
}

/// [`inflected`] by the group's number.
static PLACES: [Option<u8>; 64] = {
    let mut places = [None; 64];
    let mut place = 0;
    while place < INFLECTED.len() {
        places[INFLECTED[place].0 as usize] = Some(place as u8);
        place += 1;
    }
    places
};

/// The number of a listed word's lemma below which it is how many characters the form loses.
pub const CUTS: u16 = 16;
/// The number of the lemma that is the form itself, in its case.
pub const NAME: u16 = CUTS;
/// The number of the first lemma that is neither.
pub const OTHERS: u16 = NAME + 1;
/// The number of a lemma that is not known beforehand.
pub const UNKNOWN: u16 = u16::MAX;

/// How many characters a form loses of which none stays.
pub const ALL: u8 = u8::MAX;
/// The end of a lemma that gets none.
pub const NOTHING: u16 = u16::MAX;

/// The key of the empty ending in a group.
pub const fn empty(group: Tag) -> u32 {
    ending::empty(group.0 + 64)
}
