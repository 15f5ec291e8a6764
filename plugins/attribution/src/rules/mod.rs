//! The rules. Each file holds the rule of the same name (`quote-said-source` is in
//! `quote_said_source.rs`): its description with examples, and the function that sees it.
//!
//! A rule on a cue is tried where a cue verb stands; the first that matches wins, in the
//! order of [`ON_CUES`]. Rules on quotations come after, for quotations no cue has claimed.

use sayso_plugin::Rule;

use crate::complement::Kind;
use crate::cue::Cue;
use crate::draft::Draft;
use crate::frames::Frames;
use crate::page::Page;
use crate::words::{FIND, SAY, THINK, WRITE};
use wants::Wants;

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
mod in_poll;
pub(crate) mod in_view;
pub(crate) mod name_colon;
pub(crate) mod noun_that;
mod praised_by;
mod praised_something;
mod promised_to;
pub(crate) mod quotation_type;
mod quote_said_source;
pub(crate) mod quote_source_said;
pub(crate) mod said_in_passing;
mod said_so;
mod signed_quotation;
pub(crate) mod source_said_clause;
pub(crate) mod source_said_quote;
pub(crate) mod source_said_that;
mod study_found;
pub(crate) mod supporter_of;
mod to_somebody;
pub(crate) mod transcript;
mod urged_to;
mod verb_before_quotation;
mod verb_beside_quotation;
pub(crate) mod wants;
mod was_expected_to;
pub(crate) mod was_sure_that;
mod what_source_called;
mod which_source_said;

/// A rule that looks at a cue.
pub struct OnCue {
    /// Its name and description.
    pub rule: Rule,
    /// What sees it.
    pub find: for<'d> fn(&Page<'d>, &Cue<'d>) -> Option<Draft<'d>>,
    /// What it wants of a cue before all else.
    wants: Wants,
}

/// The rules that look at a cue, in the order they are tried.
pub const ON_CUES: &[OnCue] = &[
    OnCue {
        rule: quote_said_source::RULE,
        find: quote_said_source::find,
        wants: Wants::frames(Frames::INVERTED).active().finite(),
    },
    OnCue {
        rule: quote_source_said::RULE,
        find: quote_source_said::find,
        wants: Wants::frames(Frames::QUOTE).active().finite(),
    },
    OnCue {
        rule: declined_to::RULE,
        find: declined_to::find,
        wants: Wants::any().active(),
    },
    OnCue {
        rule: what_source_called::RULE,
        find: what_source_called::find,
        wants: Wants::frames(Frames::AS.or(Frames::OF).or(Frames::OBJECT_COMPLEMENT))
            .active()
            .finite(),
    },
    OnCue {
        rule: source_said_quote::RULE,
        find: source_said_quote::find,
        wants: Wants::frames(source_said_quote::FRAMES).kinds(&[Kind::Quote]),
    },
    OnCue {
        rule: which_source_said::RULE,
        find: which_source_said::find,
        wants: Wants::frames(Frames::BARE)
            .or(which_source_said::JUDGES)
            .active(),
    },
    OnCue {
        rule: source_said_that::RULE,
        find: source_said_that::find,
        wants: Wants::frames(Frames::THAT).kinds(&[Kind::That]),
    },
    OnCue {
        rule: as_source_said::RULE,
        find: as_source_said::find,
        wants: Wants::frames(Frames::BARE.or(Frames::THAT)).kinds(&[Kind::End]),
    },
    OnCue {
        rule: said_in_passing::RULE,
        find: said_in_passing::find,
        wants: Wants::frames(Frames::QUOTE.or(Frames::BARE).or(Frames::THAT))
            .kinds(&[Kind::End, Kind::Colon, Kind::Clause])
            .active()
            .finite(),
    },
    OnCue {
        rule: asked_whether::RULE,
        find: asked_whether::find,
        wants: Wants::frames(Frames::WH).kinds(&[Kind::Wh]),
    },
    OnCue {
        rule: urged_to::RULE,
        find: urged_to::find,
        wants: Wants::frames(Frames::OBJECT_TO).kinds(&[Kind::To]).active(),
    },
    OnCue {
        rule: promised_to::RULE,
        find: promised_to::find,
        wants: Wants::frames(Frames::TO).kinds(&[Kind::To]).active(),
    },
    OnCue {
        rule: study_found::RULE,
        find: study_found::find,
        wants: Wants::classes(FIND).active().finite(),
    },
    OnCue {
        rule: called_something::RULE,
        find: called_something::find,
        wants: Wants::frames(Frames::OBJECT_COMPLEMENT).active(),
    },
    OnCue {
        rule: accused_of::RULE,
        find: accused_of::find,
        wants: Wants::frames(Frames::OF.or(Frames::AS).or(Frames::FOR)).active(),
    },
    OnCue {
        rule: was_expected_to::RULE,
        find: was_expected_to::find,
        wants: Wants::frames(was_expected_to::FRAMES).finite(),
    },
    OnCue {
        rule: complained_about::RULE,
        find: complained_about::find,
        wants: Wants::frames(Frames::PREPOSITION),
    },
    OnCue {
        rule: said_so::RULE,
        find: said_so::find,
        wants: Wants::classes(SAY.or(THINK))
            .kinds(&[Kind::End, Kind::Clause])
            .active(),
    },
    OnCue {
        rule: source_said_clause::RULE,
        find: source_said_clause::find,
        wants: Wants::frames(Frames::BARE.or(Frames::THAT))
            .or(SAY.or(WRITE))
            .kinds(&[Kind::Clause, Kind::Colon]),
    },
    OnCue {
        rule: denied_doing::RULE,
        find: denied_doing::find,
        wants: Wants::frames(Frames::ING).kinds(&[Kind::Ing]).active(),
    },
    OnCue {
        rule: praised_by::RULE,
        find: praised_by::find,
        wants: Wants::frames(Frames::PASSIVE.or(Frames::AS).or(Frames::OBJECT_COMPLEMENT))
            .passive(),
    },
    OnCue {
        rule: praised_something::RULE,
        find: praised_something::find,
        wants: Wants::any().active(),
    },
];

/// A rule that looks at the first word of a sentence.
pub type OnOpening = for<'d> fn(&Page<'d>, usize) -> Option<Draft<'d>>;

/// The rules that look at the first word of a sentence, in the order they are tried.
pub const ON_OPENINGS: &[(Rule, OnOpening)] = &[
    (in_poll::RULE, in_poll::find),
    (to_somebody::RULE, to_somebody::find),
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

/// The rules in whose contents nothing is reported: what is asked, ordered or planned.
pub const UNREPORTED: &[Rule] = &[
    asked_whether::RULE,
    declined_to::RULE,
    denied_doing::RULE,
    promised_to::RULE,
    urged_to::RULE,
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
    in_view::RULE,
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
    supporter_of::RULE,
    to_somebody::RULE,
    transcript::RULE,
    urged_to::RULE,
    verb_before_quotation::RULE,
    verb_beside_quotation::RULE,
    was_expected_to::RULE,
    was_sure_that::RULE,
    what_source_called::RULE,
    which_source_said::RULE,
];
