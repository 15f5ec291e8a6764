use sayso_plugin::{TokenRange, rule};

use crate::draft::Draft;
use crate::page::{Page, run};

rule! {
    /// A quotation with a dash and a name beneath or behind it.
    ///
    /// > [“I went there before the storm.”]content – [Ana Duarte]source
    /// > [“It needs to stop.”]content —[Ivo Brandt]source, Sorvia.
    /// >! “It needs to stop.” – The road, he said, was closed.
    pub const RULE: "signed-quotation";
}

/// How many words a signature may have.
const LONGEST: usize = 6;

/// `“…” – Name`
pub fn find<'d>(page: &Page<'d>, speech: usize) -> Option<Draft<'d>> {
    let quoted = page.speeches[speech].tokens;
    let dash = quoted.end as usize;
    let first = dash + 1;
    if !page.is_break(dash) || page.is(dash, ";") {
        return None;
    }
    let name = name_from(page, first)?;
    let end = name.end as usize;
    let paragraph = page.sentence(dash).paragraph as usize;
    let last = page.reading.document.paragraphs[paragraph].tokens.end as usize;
    let ends = end >= last || page.is(end, ",") || page.is(end, ".") && end + 1 >= last;
    ends.then(|| Draft::said(RULE, Some(name), run(dash, dash + 1), vec![quoted]))
}

/// A run of words with capitals.
fn name_from(page: &Page<'_>, first: usize) -> Option<TokenRange> {
    let end = (first..first + LONGEST).find(|&i| !page.is_capital(i))?;
    (end > first).then(|| run(first, end))
}
