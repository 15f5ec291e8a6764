//! Tokens at which rules have something to do, found once for the page: most tokens are none.

use sayso_plugin::Tag;

use crate::bits::Bits;
use crate::page::Page;
use crate::words::ACCORDING_TO;

/// Tags at which content may end, or a clause within it begin; those of words inside speech, too.
const EDGES: u64 = Tag::NONE.bit()
    | Tag::QUOTE_OPEN.bit()
    | Tag::QUOTE_CLOSE.bit()
    | Tag::LRB.bit()
    | Tag::RRB.bit()
    | Tag::COMMA.bit()
    | Tag::COLON.bit()
    | Tag::CC.bit()
    | Tag::IN.bit()
    | Tag::RB.bit()
    | Tag::VBG.bit()
    | Tag::WDT.bit()
    | Tag::WP.bit()
    | Tag::WP_POSSESSIVE.bit()
    | Tag::WRB.bit();

/// Sets of such tokens.
#[derive(Clone, Debug, Default)]
pub struct Landmarks {
    /// What a word list has.
    pub listed: Bits,
    /// What stands in quotation marks.
    pub quoted: Bits,
    /// Where content may end, or goes on with another verb.
    pub edges: Bits,
}

impl Landmarks {
    /// Those of a page, all else of which is known.
    pub fn new(page: &Page<'_>) -> Self {
        let document = page.reading.document;
        let (mut listed, mut edges) = (Bits::new(page.len()), page.finite().clone());
        edges.add_all(page.tags(), |tag| tag.is_in(EDGES));
        for index in sayso_plugin::places(0..page.len(), |at| page.word(at).is_listed()) {
            listed.add(index);
            if page.word(index).phrase(ACCORDING_TO, 2).is_some() {
                edges.add(index);
            }
        }
        for clause in document.layers.clauses {
            if let Some(subject) = page.chunk_number(clause.subject) {
                edges.add(subject.tokens.first as usize);
            }
        }
        let mut quoted = Bits::new(page.len());
        let outer = document.quotations.iter().filter(|q| q.depth == 0);
        outer
            .flat_map(|q| q.tokens.range())
            .for_each(|at| quoted.add(at));
        Self {
            listed,
            quoted,
            edges,
        }
    }
}
