//! The rules. Each file holds the rule of the same name (`quote-said-source` is in
//! `quote_said_source.rs`): its description with examples, and the function that sees it.
//!
//! A rule on a cue is tried where a cue verb stands; the first that matches wins, in the
//! order of [`ON_CUES`]. Rules on quotations come after, for quotations no cue has claimed.

use sayso_plugin::Rule;

use crate::cue::Cue;
use crate::draft::Draft;
use crate::page::Page;

pub(crate) mod according_to;
mod accused_of;
mod as_source_said;
mod asked_whether;
mod called_something;
mod colon_quotation;
mod complained_about;
pub(crate) mod declined_to;
mod denied_doing;
pub(crate) mod floating_quotation;
pub(crate) mod in_poll;
pub(crate) mod name_colon;
pub(crate) mod noun_that;
mod praised_by;
mod praised_something;
mod promised_to;
pub(crate) mod quotation_type;
mod quote_said_source;
mod quote_source_said;
pub(crate) mod said_in_passing;
mod said_so;
mod signed_quotation;
pub(crate) mod source_said_clause;
pub(crate) mod source_said_quote;
pub(crate) mod source_said_that;
mod study_found;
pub(crate) mod transcript;
mod urged_to;
mod verb_before_quotation;
mod verb_beside_quotation;
mod was_expected_to;
pub(crate) mod was_sure_that;
mod what_source_called;
mod which_source_said;

/// A rule that looks at a cue.
pub type OnCue = for<'d> fn(&Page<'d>, &Cue<'d>) -> Option<Draft<'d>>;

/// The rules that look at a cue, in the order they are tried.
pub const ON_CUES: &[(Rule, OnCue)] = &[
    (quote_said_source::RULE, quote_said_source::find),
    (quote_source_said::RULE, quote_source_said::find),
    (declined_to::RULE, declined_to::find),
    (what_source_called::RULE, what_source_called::find),
    (source_said_quote::RULE, source_said_quote::find),
    (which_source_said::RULE, which_source_said::find),
    (source_said_that::RULE, source_said_that::find),
    (as_source_said::RULE, as_source_said::find),
    (said_in_passing::RULE, said_in_passing::find),
    (asked_whether::RULE, asked_whether::find),
    (urged_to::RULE, urged_to::find),
    (promised_to::RULE, promised_to::find),
    (study_found::RULE, study_found::find),
    (called_something::RULE, called_something::find),
    (accused_of::RULE, accused_of::find),
    (was_expected_to::RULE, was_expected_to::find),
    (complained_about::RULE, complained_about::find),
    (said_so::RULE, said_so::find),
    (source_said_clause::RULE, source_said_clause::find),
    (denied_doing::RULE, denied_doing::find),
    (praised_by::RULE, praised_by::find),
    (praised_something::RULE, praised_something::find),
];

/// A rule that looks at a quotation no cue has claimed, by the number of the speech.
pub type OnQuotation = for<'d> fn(&Page<'d>, usize) -> Option<Draft<'d>>;

/// The rules that look at quotations no cue has claimed, in the order they are tried.
pub const ON_QUOTATIONS: &[OnQuotation] = &[
    colon_quotation::find,
    signed_quotation::find,
    verb_beside_quotation::find,
    verb_before_quotation::find,
];

/// The rules whose findings stand even inside another attribution's content.
pub const MAY_NEST: &[Rule] = &[
    according_to::RULE,
    declined_to::RULE,
    quote_said_source::RULE,
    quote_source_said::RULE,
    said_in_passing::RULE,
    source_said_clause::RULE,
    source_said_quote::RULE,
    source_said_that::RULE,
    transcript::RULE,
];

/// All rules, for lists.
pub const ALL: &[Rule] = &[
    according_to::RULE,
    accused_of::RULE,
    as_source_said::RULE,
    asked_whether::RULE,
    called_something::RULE,
    colon_quotation::RULE,
    complained_about::RULE,
    declined_to::RULE,
    denied_doing::RULE,
    floating_quotation::RULE,
    in_poll::RULE,
    name_colon::RULE,
    noun_that::RULE,
    praised_by::RULE,
    praised_something::RULE,
    promised_to::RULE,
    quotation_type::RULE,
    quote_said_source::RULE,
    quote_source_said::RULE,
    said_in_passing::RULE,
    said_so::RULE,
    signed_quotation::RULE,
    source_said_clause::RULE,
    source_said_quote::RULE,
    source_said_that::RULE,
    study_found::RULE,
    transcript::RULE,
    urged_to::RULE,
    verb_before_quotation::RULE,
    verb_beside_quotation::RULE,
    was_expected_to::RULE,
    was_sure_that::RULE,
    what_source_called::RULE,
    which_source_said::RULE,
];
