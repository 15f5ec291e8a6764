//! What rules were looking for, told to a host that asks about a place.
//!
//! Nothing of this costs anything unless a host asks: then [`Sink::trace`](abi::Sink::trace)
//! is there, and for the time of one call of `process` this thread has a [`Recorder`].
#![allow(unsafe_code)]

use std::cell::RefCell;
use std::panic::Location;
use std::sync::atomic::{AtomicU32, Ordering};

use crate::{Rule, Span, Word, abi};

/// How many threads are being asked.
static ASKED: AtomicU32 = AtomicU32::new(0);

thread_local! {
    static RECORDER: RefCell<Option<Recorder>> = const { RefCell::new(None) };
}

/// Whether somebody may be asking why rules do not match (`sayso explain`). A plugin that knows
/// ahead which rules cannot match tries them all the same then, so that they tell why. Cheap, and
/// almost always false.
///
/// ```
/// assert!(!sayso_plugin::traced());
/// ```
#[inline(always)]
pub fn traced() -> bool {
    ASKED.load(Ordering::Relaxed) != 0
}

/// How far a rule came at some place.
#[derive(Clone, Debug)]
pub(crate) struct Trial<'t> {
    pub(crate) rule: &'t str,
    pub(crate) found: bool,
    /// What it looked for where it stopped, in words.
    pub(crate) wanted: &'t str,
    /// `file:line`.
    pub(crate) source: &'t str,
    /// The words that fitted.
    pub(crate) fitted: Span,
    /// The word that did not.
    pub(crate) stopped: Span,
    /// How many conditions were met.
    pub(crate) met: u32,
}

/// Listens on this thread until dropped.
pub(crate) struct Listening(());

/// Begins to listen if the host asks.
pub(crate) fn listen(sink: &abi::Sink, rules: &'static [Rule]) -> Option<Listening> {
    let tell = sink.trace?;
    ASKED.fetch_add(1, Ordering::Relaxed);
    let recorder = Recorder {
        teller: Teller {
            tell,
            context: sink.context,
            place: (sink.trace_start, sink.trace_end),
        },
        rules,
        open: false,
        attempt: None,
    };
    RECORDER.set(Some(recorder));
    Some(Listening(()))
}

impl Drop for Listening {
    fn drop(&mut self) {
        with(Recorder::close);
        RECORDER.set(None);
        ASKED.fetch_sub(1, Ordering::Relaxed);
    }
}

/// Does something with this thread's recorder, if it has one.
fn with(work: impl FnOnce(&mut Recorder)) {
    RECORDER.with_borrow_mut(|recorder| recorder.as_mut().map(work));
}

/// Tells the host of a rule that was tried.
pub(crate) fn tell(trial: &Trial<'_>) {
    with(|recorder| recorder.teller.tell(trial));
}

/// From now until [`end`] all tests belong to this rule.
#[cold]
pub(crate) fn begin(rule: &'static str, at: Word<'_>) {
    with(|recorder| {
        recorder.close();
        recorder.open = true;
        recorder.attempt = Some(Attempt::new(rule, at.span(), None));
    });
}

/// Ends what [`begin`] began.
#[cold]
pub(crate) fn end(found: bool) {
    with(|recorder| {
        recorder.open = false;
        if let Some(attempt) = &mut recorder.attempt {
            attempt.found = found;
        }
        recorder.close();
    });
}

/// A word was looked at; hand-written rules are followed by these.
#[cold]
#[inline(never)]
pub(crate) fn tested(
    word: Word<'_>,
    met: bool,
    wanted: &dyn Fn() -> String,
    place: &'static Location<'static>,
) {
    with(|recorder| recorder.tested(word.span(), met, wanted, place));
}

/// Says what a hand-written rule has looked for in vain, where looking at a word does not say
/// it; for `sayso explain`.
pub trait Wanted {
    /// Passes an option on; if it is empty and somebody asks, tells that `what` was looked for
    /// at a word.
    ///
    /// ```
    /// use sayso_plugin::{Chunk, Wanted, Word};
    ///
    /// fn subject<'d>(verb: Word<'d>) -> Option<&'d Chunk> {
    ///     let group = verb.verb_group().wanted("a verb", verb)?;
    ///     let before = (group.tokens.first as usize).checked_sub(1)?;
    ///     let word = verb.document().chunk(before);
    ///     word.wanted("a noun phrase before the verb", verb)
    /// }
    /// ```
    #[track_caller]
    fn wanted(self, what: &str, at: Word<'_>) -> Self;
}

impl<T> Wanted for Option<T> {
    #[inline]
    fn wanted(self, what: &str, at: Word<'_>) -> Self {
        if self.is_none() && traced() {
            tested(at, false, &|| what.to_owned(), Location::caller());
        }
        self
    }
}

struct Teller {
    tell: unsafe extern "C" fn(*mut std::ffi::c_void, *const abi::Trial),
    context: *mut std::ffi::c_void,
    /// In bytes.
    place: (u32, u32),
}

impl Teller {
    /// Whether a place touches the one that was asked about.
    fn is_asked_about(&self, place: Span) -> bool {
        place.end() >= self.place.0 && place.start() <= self.place.1
    }

    fn tell(&self, trial: &Trial<'_>) {
        let (fitted, stopped) = (trial.fitted, trial.stopped);
        if !self.is_asked_about(fitted.cover(stopped)) {
            return;
        }
        let raw = abi::Trial {
            size: size_of::<abi::Trial>() as u32,
            result: if trial.found { abi::OK } else { abi::FAILED },
            rule: abi::Str::new(trial.rule),
            wanted: abi::Str::new(trial.wanted),
            source: abi::Str::new(trial.source),
            start: fitted.start(),
            end: fitted.end(),
            stopped_start: stopped.start(),
            stopped_end: stopped.end(),
            met: trial.met,
            reserved: 0,
        };
        // SAFETY: the recorder lives within the call of `process` that brought the sink.
        unsafe { (self.tell)(self.context, &raw) }
    }
}

/// Puts together what one rule did from the words it looked at.
struct Recorder {
    teller: Teller,
    rules: &'static [Rule],
    /// Whether the attempt was begun by [`begin`].
    open: bool,
    attempt: Option<Attempt>,
}

struct Attempt {
    rule: &'static str,
    /// Where its first test is written, if nobody said when it begins.
    first: Option<&'static Location<'static>>,
    /// The first word that was looked at.
    at: Span,
    met: u32,
    last_failed: Option<(Span, String, &'static Location<'static>)>,
    found: bool,
}

impl Attempt {
    fn new(rule: &'static str, at: Span, first: Option<&'static Location<'static>>) -> Self {
        Self {
            rule,
            first,
            at,
            // Whoever tries a rule at a word has found something there that it is tried for.
            met: 1,
            last_failed: None,
            found: false,
        }
    }
}

impl Recorder {
    fn tested(
        &mut self,
        at: Span,
        met: bool,
        wanted: &dyn Fn() -> String,
        place: &'static Location<'static>,
    ) {
        if !self.open && !self.goes_on(place) {
            self.close();
            if !self.teller.is_asked_about(at) {
                return;
            }
            let Some(rule) = self.rule_in(place.file()) else {
                return;
            };
            self.attempt = Some(Attempt::new(rule, at, Some(place)));
        }
        let Some(attempt) = &mut self.attempt else {
            return;
        };
        if met {
            attempt.met += 1;
        } else {
            attempt.last_failed = Some((at, wanted(), place));
        }
    }

    /// Whether a test is one more of the same rule at the same place.
    fn goes_on(&self, place: &'static Location<'static>) -> bool {
        let first = self.attempt.as_ref().and_then(|attempt| attempt.first);
        first.is_some_and(|first| first.file() == place.file() && first != place)
    }

    /// The rule that a file is named after.
    fn rule_in(&self, file: &str) -> Option<&'static str> {
        let name = file.rsplit(['/', '\\']).next()?.strip_suffix(".rs")?;
        let same = |rule: &&Rule| {
            rule.name.len() == name.len()
                && rule
                    .name
                    .bytes()
                    .zip(name.bytes())
                    .all(|(r, n)| r == n || (r == b'-' && n == b'_'))
        };
        self.rules.iter().find(same).map(|rule| rule.name)
    }

    /// Tells the host of the attempt, if there is one.
    fn close(&mut self) {
        let Some(attempt) = self.attempt.take() else {
            return;
        };
        let (stopped, wanted, source) = match &attempt.last_failed {
            Some((at, wanted, place)) if !attempt.found => (
                *at,
                wanted.as_str(),
                format!("{}:{}", place.file(), place.line()),
            ),
            _ => (attempt.at, "", String::new()),
        };
        if attempt.found || attempt.last_failed.is_some() {
            self.teller.tell(&Trial {
                rule: attempt.rule,
                found: attempt.found,
                wanted,
                source: &source,
                // Which words fitted is known to the rule only.
                fitted: Span::new(attempt.at.start(), attempt.at.start()),
                stopped,
                met: attempt.met,
            });
        }
    }
}
