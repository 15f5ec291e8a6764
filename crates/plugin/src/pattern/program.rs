//! Runs a pattern at a word.
//!
//! A backtracking matcher that enters no alternative twice at the same word, so that its time
//! grows with the pattern's length times the words it may see, whatever the text.

use std::cell::RefCell;

use super::Step;
use super::look::{end_of_sentence, look};
use crate::{Classes, Reading, TokenRange, Tokens};

/// One instruction.
#[derive(Debug)]
pub(crate) enum Op {
    Step(Step, Classes),
    /// Try the first, then the second.
    Split(usize, usize),
    Jump(usize),
    Gap(u32),
    Open(u16),
    Close,
    Attribute(u16),
    /// Must match here, or must not; what that is in words.
    Ahead(Program, bool, String),
    Test(Program, fn(Tokens<'_>) -> bool, String),
    /// Within the sentence that it begins in.
    Within(Program),
    Match,
}

/// Instructions and the memory to run them with.
#[derive(Debug)]
pub(crate) struct Program {
    ops: Vec<Op>,
    scratch: RefCell<Scratch>,
}

#[derive(Debug, Default)]
struct Scratch {
    /// By instruction and word: the run that entered last.
    entered: Vec<u32>,
    run: u32,
    jobs: Vec<Job>,
}

/// An alternative that is left to try.
#[derive(Clone, Copy, Debug)]
struct Job {
    op: usize,
    at: u32,
    /// How long the log was.
    log: usize,
    met: u32,
    /// How many more words a gap may take.
    gap: u32,
}

/// What happened on the way to a match.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Event {
    Open(u16, u32),
    Close(u32),
    Attribute(u16),
}

/// Where an attempt came to an end, for explanations.
#[derive(Debug, Default)]
pub(crate) struct Watch {
    pub(crate) furthest: u32,
    pub(crate) met: u32,
    /// What would have fitted there.
    pub(crate) wanted: Vec<String>,
}

impl Watch {
    fn stopped(&mut self, at: u32, met: u32, wanted: impl FnOnce() -> String) {
        if self.wanted.is_empty() || at > self.furthest {
            *self = Self {
                furthest: at,
                met,
                wanted: vec![wanted()],
            };
        } else if at == self.furthest {
            self.met = self.met.max(met);
            let wanted = wanted();
            if !self.wanted.contains(&wanted) {
                self.wanted.push(wanted);
            }
        }
    }
}

/// What stays the same while a pattern is tried at a word.
pub(crate) struct Run<'r, 'd> {
    pub(crate) reading: &'d Reading<'d>,
    pub(crate) watch: Option<&'r RefCell<Watch>>,
}

impl Program {
    pub(crate) fn new(ops: Vec<Op>) -> Self {
        Self {
            ops,
            scratch: RefCell::default(),
        }
    }

    /// Where a match that begins at a word ends.
    pub(crate) fn run(
        &self,
        run: &Run<'_, '_>,
        first: u32,
        limit: u32,
        log: &mut Vec<Event>,
    ) -> Option<u32> {
        if run.watch.is_none() && !self.may_begin(run.reading, first, limit) {
            return None;
        }
        let scratch = &mut *self.scratch.borrow_mut();
        let width = (limit - first) as usize + 1;
        scratch.begin(self.ops.len() * width);
        let start = Job {
            op: 0,
            at: first,
            log: log.len(),
            met: 0,
            gap: 0,
        };
        scratch.jobs.push(start);
        while let Some(job) = scratch.jobs.pop() {
            log.truncate(job.log);
            let Job {
                mut op,
                mut at,
                mut met,
                ..
            } = job;
            if let Op::Gap(_) = self.ops[op] {
                let slot = op * width + (at - first) as usize;
                if !scratch.enter(slot) {
                    continue;
                }
                if job.gap > 0 && at < limit {
                    let (at, gap) = (at + 1, job.gap - 1);
                    scratch.jobs.push(Job { at, gap, ..job });
                }
                op += 1;
            }
            loop {
                let next = match &self.ops[op] {
                    Op::Step(step, classes) => {
                        let end = look(*step, *classes, run.reading, at, limit);
                        if end.is_none() {
                            run.stopped(at, met, || step.to_string());
                        }
                        met += 1;
                        end
                    }
                    Op::Jump(to) => {
                        op = *to;
                        continue;
                    }
                    &Op::Split(one, other) => {
                        if !scratch.enter(op * width + (at - first) as usize) {
                            break;
                        }
                        scratch.jobs.push(Job {
                            op: other,
                            at,
                            log: log.len(),
                            met,
                            gap: 0,
                        });
                        op = one;
                        continue;
                    }
                    &Op::Gap(gap) => {
                        scratch.jobs.push(Job {
                            op,
                            at,
                            log: log.len(),
                            met,
                            gap,
                        });
                        break;
                    }
                    &Op::Open(role) => {
                        log.push(Event::Open(role, at));
                        Some(at)
                    }
                    Op::Close => {
                        log.push(Event::Close(at));
                        Some(at)
                    }
                    &Op::Attribute(number) => {
                        log.push(Event::Attribute(number));
                        Some(at)
                    }
                    Op::Ahead(program, wanted, what) => {
                        let quiet = Run {
                            watch: None,
                            ..*run
                        };
                        let before = log.len();
                        let seen = program.run(&quiet, at, limit, log).is_some();
                        log.truncate(before);
                        if seen != *wanted {
                            run.stopped(at, met, || match wanted {
                                true => what.clone(),
                                false => format!("anything but {what}"),
                            });
                        }
                        (seen == *wanted).then_some(at)
                    }
                    Op::Test(program, test, what) => {
                        let end = program.run(run, at, limit, log);
                        let passed = |&end: &u32| test(run.reading.slice(TokenRange::new(at, end)));
                        let passed = end.filter(passed);
                        if end.is_some() && passed.is_none() {
                            run.stopped(at, met, || what.clone());
                        }
                        met += 1;
                        passed
                    }
                    Op::Within(program) => {
                        let end = end_of_sentence(run.reading, at);
                        program.run(run, at, end.clamp(at, limit), log)
                    }
                    Op::Match => return Some(at),
                };
                match next {
                    Some(end) => {
                        at = end;
                        op += 1;
                    }
                    None => break,
                }
            }
        }
        None
    }
}

impl Program {
    /// Whether the first step fits, if there is one that all matches begin with. Most attempts
    /// end here.
    fn may_begin(&self, reading: &Reading<'_>, at: u32, limit: u32) -> bool {
        let mut ops = self.ops.iter();
        let first = ops.find(|op| !matches!(op, Op::Open(_) | Op::Attribute(_)));
        match first {
            Some(Op::Step(step, classes)) => look(*step, *classes, reading, at, limit).is_some(),
            _ => true,
        }
    }
}

impl Scratch {
    fn begin(&mut self, slots: usize) {
        self.jobs.clear();
        if self.entered.len() < slots {
            self.entered.resize(slots, 0);
        }
        self.run = self.run.wrapping_add(1);
        if self.run == 0 {
            self.entered.fill(0);
            self.run = 1;
        }
    }

    /// Whether this is entered for the first time in this run.
    fn enter(&mut self, slot: usize) -> bool {
        let before = std::mem::replace(&mut self.entered[slot], self.run);
        before != self.run
    }
}

impl Run<'_, '_> {
    fn stopped(&self, at: u32, met: u32, wanted: impl FnOnce() -> String) {
        if let Some(watch) = self.watch {
            watch.borrow_mut().stopped(at, met, wanted);
        }
    }
}
