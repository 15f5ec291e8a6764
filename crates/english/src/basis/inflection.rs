//! How a lemma is made of a form.

use super::ending;
use sayso_model::Tag;

/// How many characters of a form's end decide about its lemma.
pub const LONGEST: usize = 6;

/// The tag under which a tag's lemmas are looked up.
pub fn group(tag: Tag) -> Tag {
    if tag == Tag::VBN { Tag::VBD } else { tag }
}

/// Whether words of this tag have endings that are replaced; of the others only those that
/// are listed have a lemma other than themselves.
pub fn is_inflected(group: Tag) -> bool {
    const SET: u64 = Tag::NNS.bit() | Tag::VBZ.bit() | Tag::VBG.bit() | Tag::VBD.bit();
    group.is_in(SET)
}

/// The key of the empty ending in a group.
pub const fn empty(group: Tag) -> u32 {
    ending::empty(group.0 + 64)
}
