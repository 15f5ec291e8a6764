//! Does the steps.

use std::collections::BTreeSet;
use std::thread;
use std::time::Duration;

use sayso_host::{Host, LoadError, Worker};
use sayso_model::{Annotation, Annotations, Diagnostic};

use super::inside::Pen;
use super::outcome::{Outcome, run};
use super::report::Level;
use super::steps::Step;
use super::texts::{self, LONG, TEXTS};
use crate::args::Check;

/// Instances that are made and destroyed.
const INSTANCES: usize = 20;
/// Threads that work at the same time.
const THREADS: usize = 4;
/// A long text, in bytes, and one to compare its time with.
const LARGE: usize = 1 << 20;
const SMALL: usize = LARGE / 8;
/// How much longer than in proportion the long text may take, and how much time matters.
const SLACK: u32 = 4;
const MATTERS: Duration = Duration::from_millis(300);
/// How many findings of one kind are told.
const MOST: usize = 5;

/// The plugins that are looked at, and what is needed to run them.
pub(crate) struct Bench<'h> {
    host: &'h Host,
    ids: Vec<&'h str>,
    worker: Worker<'h>,
    /// The numbers of texts that ended or stalled a process before.
    skipped: Vec<usize>,
}

impl<'h> Bench<'h> {
    pub(crate) fn new(
        host: &'h Host,
        args: &Check,
        skipped: Vec<usize>,
    ) -> Result<Self, LoadError> {
        let plugins = host.plugins().iter();
        let its = plugins.filter(|p| p.origin().path() == Some(&args.path));
        Ok(Self {
            host,
            ids: its.map(|plugin| plugin.id()).collect(),
            worker: host.worker()?,
            skipped,
        })
    }

    pub(crate) fn step(&mut self, step: Step, pen: &mut Pen) -> anyhow::Result<()> {
        match step {
            Step::File | Step::Prints => Ok(()),
            Step::Opens => pen.found(Level::Fine, "the library is opened and the plugin set up"),
            Step::Declares => self.declares(pen),
            Step::Text(at) => self.text(&texts::make(at), pen),
            Step::Threads => self.threads(pen),
            Step::Long(at) => self.long(at, pen),
            Step::Emits => self.emits(pen),
            Step::Ends => {
                for _ in 0..INSTANCES {
                    self.host.worker()?;
                }
                pen.found(Level::Fine, format!("{INSTANCES} instances came and went"))
            }
        }
    }

    fn is_its(&self, id: Option<&str>) -> bool {
        id.is_some_and(|id| self.ids.contains(&id))
    }

    fn declares(&self, pen: &mut Pen) -> anyhow::Result<()> {
        let plugins = self.host.plugins().iter();
        for plugin in plugins.filter(|p| self.is_its(Some(p.id()))) {
            let id = plugin.id();
            let rules = plugin.rules();
            let kinds: Vec<_> = plugin.outputs().iter().map(|o| o.kind.as_str()).collect();
            pen.found(
                Level::Fine,
                format!("{id} emits {}, by {} rules", list(&kinds), rules.len()),
            )?;
            if kinds.is_empty() {
                pen.found(
                    Level::Failure,
                    format!("{id} declares no kind that it emits"),
                )?;
            }
            for output in plugin.outputs().iter().filter(|o| o.roles.is_empty()) {
                let kind = &output.kind;
                let text = format!("the kind `{kind}` has no roles, so that none can be emitted");
                pen.found(Level::Failure, text)?;
            }
            if plugin.summary().trim().is_empty() {
                pen.found(Level::Warning, format!("{id} has no summary"))?;
            }
            if rules.is_empty() {
                pen.found(Level::Warning, format!("{id} declares no rules"))?;
            }
            let silent: Vec<_> = rules
                .iter()
                .filter(|rule| rule.doc.trim().is_empty())
                .map(|rule| rule.name.as_str())
                .collect();
            if !silent.is_empty() {
                let text = format!("rules without a description: {}", list(&silent));
                pen.found(Level::Warning, text)?;
            }
        }
        Ok(())
    }

    /// Twice by one instance and once by a new one: nothing may be remembered.
    fn text(&mut self, text: &str, pen: &mut Pen) -> anyhow::Result<()> {
        let (annotations, diagnostics) = run(&mut self.worker, text);
        for diagnostic in diagnostics
            .iter()
            .filter(|d| self.is_its(d.plugin.as_deref()))
        {
            if let Some(level) = level_of(diagnostic) {
                pen.found(level, diagnostic.message.as_str())?;
            }
        }
        for rule in self.undeclared(&annotations) {
            let text = format!("an annotation names the rule `{rule}`, which is not declared");
            pen.found(Level::Warning, text)?;
        }
        let first = Outcome::of(&self.ids, &annotations, &diagnostics);
        let (annotations, diagnostics) = run(&mut self.worker, text);
        if let Some(other) = first.difference(&Outcome::of(&self.ids, &annotations, &diagnostics)) {
            let text = format!("finds something else the second time: {other}");
            return pen.found(Level::Failure, text);
        }
        let (annotations, diagnostics) = run(&mut self.host.worker()?, text);
        if let Some(other) = first.difference(&Outcome::of(&self.ids, &annotations, &diagnostics)) {
            let text = format!("a new instance finds something else: {other}");
            return pen.found(Level::Failure, text);
        }
        Ok(())
    }

    fn undeclared<'a>(&self, annotations: &'a Annotations) -> BTreeSet<&'a str> {
        let declared = |a: &Annotation<'_>| {
            let mut plugins = self.host.plugins().iter();
            let plugin = plugins.find(|p| p.id() == a.plugin());
            plugin.is_none_or(|p| p.rules().iter().any(|rule| rule.name == a.rule()))
        };
        let its = annotations.iter().filter(|a| self.is_its(Some(a.plugin())));
        its.filter(|a| !declared(a))
            .map(|a| a.rule())
            .take(MOST)
            .collect()
    }

    fn threads(&mut self, pen: &mut Pen) -> anyhow::Result<()> {
        let texts: Vec<String> = self.texts().collect();
        let expected: Vec<Outcome> = texts
            .iter()
            .map(|text| {
                let (annotations, diagnostics) = run(&mut self.worker, text);
                Outcome::of(&self.ids, &annotations, &diagnostics)
            })
            .collect();
        let workers = (0..THREADS).map(|_| self.host.worker());
        let workers = workers.collect::<Result<Vec<_>, _>>()?;
        let (ids, texts, expected) = (&self.ids, &texts, &expected);
        let work = |(number, mut worker): (usize, Worker<'h>)| {
            // Each begins elsewhere.
            let order = (0..texts.len()).map(|at| (at + number * 5) % texts.len());
            let others = order.filter_map(|at| {
                let (annotations, diagnostics) = run(&mut worker, &texts[at]);
                expected[at].difference(&Outcome::of(ids, &annotations, &diagnostics))
            });
            others.take(1).collect::<Vec<_>>()
        };
        let differences: Vec<String> = thread::scope(|scope| {
            let threads = workers.into_iter().enumerate();
            let threads: Vec<_> = threads.map(|w| scope.spawn(|| work(w))).collect();
            let done = threads.into_iter().flat_map(|thread| thread.join());
            done.flatten().collect()
        });
        match differences.first() {
            Some(one) => {
                let text = format!("{THREADS} threads find something else than one: {one}");
                pen.found(Level::Failure, text)
            }
            None => pen.found(
                Level::Fine,
                format!("{THREADS} threads find what one finds"),
            ),
        }
    }

    fn long(&mut self, at: usize, pen: &mut Pen) -> anyhow::Result<()> {
        let mut time = |len: usize| {
            let text = LONG[at].repeated(len);
            self.worker.time();
            let (_, diagnostics) = run(&mut self.worker, &text);
            let times = self.worker.times();
            let its = times.filter(|(id, _)| self.ids.contains(id));
            (its.map(|(_, time)| time).sum::<Duration>(), diagnostics)
        };
        let (mut short, _) = time(SMALL);
        let (mut long, diagnostics) = time(LARGE);
        let too_long = |short: Duration, long: Duration| {
            long > short * ((LARGE / SMALL) as u32 * SLACK) && long > MATTERS
        };
        if too_long(short, long) {
            // The machine may have been busy.
            (short, long) = (time(SMALL).0, time(LARGE).0.min(long));
        }
        for diagnostic in diagnostics
            .iter()
            .filter(|d| self.is_its(d.plugin.as_deref()))
        {
            // Some texts are nothing but findings; the limit is for them.
            let level = match &*diagnostic.code {
                "too-many-annotations" => Some(Level::Note),
                _ => level_of(diagnostic),
            };
            if let Some(level) = level {
                pen.found(level, diagnostic.message.as_str())?;
            }
        }
        if too_long(short, long) {
            let text = format!(
                "takes more than in proportion: {short:.2?} for {} KiB, {long:.2?} for {} KiB",
                SMALL >> 10,
                LARGE >> 10
            );
            return pen.found(Level::Failure, text);
        }
        let megabyte = long.mul_f64(1e6 / LARGE as f64);
        pen.found(Level::Fine, format!("{megabyte:.2?} a megabyte"))
    }

    /// What was declared but is never seen is no fault, but may be a slip.
    fn emits(&mut self, pen: &mut Pen) -> anyhow::Result<()> {
        let (mut kinds, mut rules, mut count) = (BTreeSet::new(), BTreeSet::new(), 0);
        for text in self.texts().collect::<Vec<_>>() {
            let (annotations, _) = run(&mut self.worker, &text);
            let its = annotations.iter().filter(|a| self.is_its(Some(a.plugin())));
            for annotation in its {
                count += 1;
                rules.insert(annotation.rule().to_owned());
                kinds.insert(annotation.kind().to_owned());
            }
        }
        let seen = format!(
            "{count} annotations of {} kinds by {} rules in {} texts",
            kinds.len(),
            rules.len(),
            TEXTS.len() - self.skipped.len()
        );
        pen.found(Level::Fine, seen)?;
        let plugins = self.host.plugins().iter();
        let its = plugins.filter(|p| self.is_its(Some(p.id())));
        let declared = its.flat_map(|p| p.outputs()).map(|o| o.kind.as_str());
        let unseen: Vec<_> = declared.filter(|kind| !kinds.contains(*kind)).collect();
        if !unseen.is_empty() {
            let text = format!(
                "declared, but not found in any text of this check: {}",
                list(&unseen)
            );
            pen.found(Level::Note, text)?;
        }
        Ok(())
    }

    /// The texts that did no harm.
    fn texts(&self) -> impl Iterator<Item = String> + use<'h> {
        let skipped = self.skipped.clone();
        let texts = (0..TEXTS.len()).filter(move |at| !skipped.contains(at));
        texts.map(texts::make)
    }
}

/// How bad a diagnostic about a plugin is; `None` for a remark of its own.
fn level_of(diagnostic: &Diagnostic) -> Option<Level> {
    match &*diagnostic.code {
        "invalid-annotation" | "too-many-annotations" | "too-many-diagnostics" => {
            Some(Level::Failure)
        }
        "plugin-failed" | "plugin-panicked" | "plugin-unavailable" => Some(Level::Failure),
        "plugin-skipped" => Some(Level::Warning),
        _ => None,
    }
}

fn list(names: &[&str]) -> String {
    match names {
        [] => "nothing".to_owned(),
        _ if names.len() > 2 * MOST => {
            format!(
                "{} and {} more",
                names[..MOST].join(", "),
                names.len() - MOST
            )
        }
        _ => names.join(", "),
    }
}
