//! What rules tell of a place that somebody asked about.
#![allow(unsafe_code)]

use sayso_model::Span;
use sayso_plugin::abi;

use crate::borrow;
use crate::validate::MAX_NAME;

/// How many trials are kept; a plugin that tells more is not listened to.
const MAX_TRIALS: usize = 100_000;
/// The longest text of a trial, in bytes.
const MAX_TEXT: usize = 4096;

/// A rule that was tried at some place, and how far it came.
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct Trial {
    /// Id of the rule's plugin.
    pub plugin: String,
    /// The rule's name.
    pub rule: String,
    /// Whether it saw what it looks for.
    pub found: bool,
    /// What it looked for where it stopped, in words; empty if it did not stop.
    pub wanted: String,
    /// Where this is written, `file:line`; empty if it is not known.
    pub source: String,
    /// The words that fitted; empty, and where the rule was tried, if none did.
    pub fitted: Span,
    /// The word that did not fit; empty at the end of what was looked at.
    pub stopped: Span,
    /// How many conditions were met.
    pub met: u32,
}

/// Gathers trials.
#[derive(Debug)]
pub(crate) struct Trace {
    /// The place that was asked about.
    pub(crate) place: Span,
    pub(crate) trials: Vec<Trial>,
}

impl Trace {
    pub(crate) fn new(place: Span) -> Self {
        Self {
            place,
            trials: Vec::new(),
        }
    }

    /// Copies a trial; one against the rules is left out, for it is nobody's result.
    ///
    /// # Safety
    /// `trial` must be null or lead to a trial whose texts hold.
    pub(crate) unsafe fn take(&mut self, plugin: &str, text: &str, trial: *const abi::Trial) {
        if self.trials.len() >= MAX_TRIALS {
            return;
        }
        // SAFETY: promised by the caller; every trial begins with its size.
        let Ok(raw) = (unsafe { borrow::grown(trial, abi::LEAST_TRIAL) }) else {
            return;
        };
        // SAFETY: the texts hold, as promised by the caller.
        let texts = unsafe {
            (
                borrow::text(raw.rule, MAX_NAME),
                borrow::text(raw.wanted, MAX_TEXT),
                borrow::text(raw.source, MAX_TEXT),
            )
        };
        let (Ok(rule), Ok(wanted), Ok(source)) = texts else {
            return;
        };
        let spans = (
            Span::checked(text, raw.start, raw.end),
            Span::checked(text, raw.stopped_start, raw.stopped_end),
        );
        let (Some(fitted), Some(stopped)) = spans else {
            return;
        };
        if rule.is_empty() {
            return;
        }
        self.trials.push(Trial {
            plugin: plugin.to_owned(),
            rule: rule.to_owned(),
            found: raw.result == abi::OK,
            wanted: wanted.to_owned(),
            source: source.to_owned(),
            fitted,
            stopped,
            met: raw.met,
        });
    }
}

#[cfg(test)]
mod tests {
    use std::ptr;

    use super::*;

    const TEXT: &str = "A “b” c";

    fn trial(rule: &str, wanted: &str, fitted: (u32, u32)) -> abi::Trial {
        abi::Trial {
            size: size_of::<abi::Trial>() as u32,
            result: abi::FAILED,
            rule: abi::Str::new(rule),
            wanted: abi::Str::new(wanted),
            source: abi::Str::new(""),
            start: fitted.0,
            end: fitted.1,
            stopped_start: 10,
            stopped_end: 11,
            met: 3,
            reserved: 0,
        }
    }

    fn taken(trial: *const abi::Trial) -> Vec<Trial> {
        let mut trace = Trace::new(Span::new(0, 1));
        // SAFETY: null or a trial whose texts live until the end of the test.
        unsafe { trace.take("p", TEXT, trial) };
        trace.trials
    }

    #[test]
    fn a_trial_is_copied() {
        let taken = taken(&trial("r", "“d”", (0, 1)));
        assert_eq!(taken.len(), 1);
        assert_eq!(
            (&*taken[0].plugin, &*taken[0].rule, taken[0].met),
            ("p", "r", 3)
        );
        assert_eq!(taken[0].stopped.of(TEXT), "c");
        assert!(!taken[0].found);
    }

    #[test]
    fn one_against_the_rules_is_left_out() {
        let mut short = trial("r", "", (0, 1));
        short.size -= 8;
        let mut none = trial("r", "", (0, 1));
        none.wanted = abi::Str {
            ptr: ptr::null(),
            len: 5,
        };
        let long = "x".repeat(MAX_TEXT + 1);
        for wrong in [
            short,
            none,
            trial("", "", (0, 1)),
            trial("r", &long, (0, 1)),
            // Inside a character, reversed, past the end.
            trial("r", "", (0, 3)),
            trial("r", "", (2, 0)),
            trial("r", "", (0, 99)),
        ] {
            assert_eq!(taken(&wrong), [], "{wrong:?}");
        }
        assert_eq!(taken(ptr::null()), []);
    }
}
