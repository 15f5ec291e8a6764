use sayso_plugin::{TokenRange, rule};

use crate::draft::Draft;
use crate::page::{Page, run};

rule! {
    /// A quotation that nothing near attributes: content without a cue.
    ///
    /// > The crowd was restless. [“We have waited here since dawn.”]content
    pub const RULE: "floating-quotation";
}

/// A quotation that no cue has claimed, with whoever had the word before, if that is known.
pub fn draft<'d>(page: &Page<'d>, speech: usize, source: Option<TokenRange>) -> Draft<'d> {
    Draft::said(RULE, source, run(0, 0), vec![page.speeches[speech].tokens])
}
