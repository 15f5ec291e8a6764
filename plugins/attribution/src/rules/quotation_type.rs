use sayso_plugin::{Findings, Span, rule};

use crate::page::Page;
use crate::speech::mention_type;

rule! {
    /// A quotation that is no speech: a title, a nickname, a term held at arm's length.
    ///
    /// > She starred in [“The Long Winter”]content last year.
    /// > Carl [“Bud”]content Jessup won.
    pub const RULE: "quotation-type";
}

/// Emits the quotations that are no speech and stand in no attribution's content. `taken`
/// are the contents.
pub fn emit(page: &Page<'_>, mut taken: Vec<Span>, findings: &mut Findings<'_>) {
    taken.sort_unstable();
    let mut open = taken.iter().peekable();
    let mut reach = 0;
    for &index in &page.mentions {
        let quotation = &page.reading.document.quotations[index];
        // Contents that begin before the quotation and reach past its end hold it.
        while let Some(span) = open.next_if(|span| span.start() <= quotation.outer.start()) {
            reach = reach.max(span.end());
        }
        if quotation.outer.end() <= reach {
            continue;
        }
        findings
            .add("quotation", &RULE)
            .part("content", quotation.outer)
            .attribute("type", mention_type(page.reading, quotation))
            .emit();
    }
}
