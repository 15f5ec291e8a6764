use sayso_plugin::{Shape, Tag, TokenKind, rule};

use crate::draft::Draft;
use crate::page::{Page, run};

rule! {
    /// A label in capitals with a colon at the start of a paragraph, then what is said; at
    /// least two of them in a document.
    ///
    /// > [MORENO]source[:]cue [When will the bridge open?]content¶KEITA: In May, we hope.
    /// >! NOTE: this is a label in a list of warnings that nobody says
    pub const RULE: "transcript";
}

/// Labels in capitals that name nobody.
const NOT_NAMES: &[&str] = &[
    "note",
    "update",
    "breaking",
    "photos",
    "photo",
    "video",
    "watch",
    "read",
    "related",
    "more",
    "correction",
    "editor",
    "warning",
    "exclusive",
    "report",
    "poll",
    "source",
    "via",
    "ps",
];

/// `NAME: …` at the start of a paragraph.
pub fn find<'d>(page: &Page<'d>, paragraph: usize) -> Option<Draft<'d>> {
    let tokens = page.reading.document.paragraphs[paragraph].tokens;
    let first = tokens.first as usize;
    let colon = (first + 1..(first + 5).min(tokens.end as usize))
        .find(|&i| page.tag(i) == Tag::COLON && page.is(i, ":"))?;
    let is_label = (first..colon).all(|i| {
        page.outside(i).is_some_and(|w| {
            w.kind() == TokenKind::WORD
                && (w.has_shape(Shape::CAPITAL) || w.has_shape(Shape::ABBREVIATION))
                && !NOT_NAMES.iter().any(|n| w.is(n))
        })
    });
    if !is_label || colon + 3 >= tokens.end as usize {
        return None;
    }
    Some(Draft::said(
        RULE,
        Some(run(first, colon)),
        run(colon, colon + 1),
        vec![run(colon + 1, tokens.end as usize)],
    ))
}
