use sayso_plugin::{Tag, rule};

use crate::draft::Draft;
use crate::page::{Page, run};

rule! {
    /// A headline that begins with a name and a colon.
    ///
    /// > [Keller]source[:]cue [Bridge will open in May]content¶The bridge will open, Keller said.
    /// >! Update: the bridge is open
    pub const RULE: "name-colon";
}

/// How many words the name may have.
const LONGEST: usize = 5;

/// `NAME: …` as the first paragraph.
pub fn find<'d>(page: &Page<'d>) -> Option<Draft<'d>> {
    let tokens = page.reading.document.paragraphs.first()?.tokens;
    let first = tokens.first as usize;
    let limit = (first + LONGEST + 1).min(tokens.end as usize);
    let colon = (first + 1..limit).find(|&i| page.tag(i) == Tag::COLON && page.is(i, ":"))?;
    let names = page.reading.document.layers.names;
    let named = (first..colon).all(|i| page.tag_in(i, Tag::NNP.bit() | Tag::NNPS.bit()));
    // A name that the article goes on about.
    let last = page.word(colon - 1).form();
    let again = names.iter().any(|name| {
        name.tokens.first as usize > colon && page.word(name.tokens.end as usize - 1).form() == last
    });
    (named && again && colon + 2 < tokens.end as usize).then(|| {
        Draft::said(
            RULE,
            Some(run(first, colon)),
            run(colon, colon + 1),
            vec![run(colon + 1, tokens.end as usize)],
        )
    })
}
