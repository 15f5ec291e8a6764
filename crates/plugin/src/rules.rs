//! Plugins that are made of pattern rules.

use std::cell::RefCell;
use std::marker::PhantomData;

use crate::pattern::{Matcher, Pattern, Sighting, Vocabulary, Watch};
use crate::trace::{self, Trial};
use crate::{
    About, Document, Error, Extractor, Findings, Found, Lexicon, Output, Reading, Rule, Settings,
    Span, TokenRange,
};

/// The role of all that matches, if a pattern names none.
const WHOLE: &str = "match";

/// A rule that is a [`Pattern`]; made by [`rule!`](crate::rule).
///
/// ```
/// sayso_plugin::rule! {
///     /// A warning.
///     pub fn a_warning() -> sayso_plugin::pattern::Pattern {
///         sayso_plugin::pattern::lemma("warn")
///     }
/// }
/// let rule: sayso_plugin::PatternRule = a_warning;
/// assert_eq!((rule.pattern)().to_string(), "a form of “warn”");
/// ```
#[derive(Clone, Copy, Debug)]
pub struct PatternRule {
    /// Its name and doc text.
    pub rule: Rule,
    /// What it looks for.
    pub pattern: fn() -> Pattern,
    /// Where it is written, `file:line`.
    pub source: &'static str,
}

/// What a plugin of pattern rules consists of; implemented by [`export!`](crate::export).
pub trait RuleSet: Send + 'static {
    /// One line on what it finds.
    const SUMMARY: &'static str;
    /// The kind of its findings.
    const KIND: &'static str;
    /// Its rules, in the order in which they are tried.
    const RULES: &'static [PatternRule];
    /// The same without their patterns.
    const LIST: &'static [Rule];
    /// Its word lists, each with a name for messages.
    const WORDS: &'static [(&'static str, &'static str)];
}

/// A plugin of pattern rules.
///
/// At each word the rules are tried in their order; the first that matches makes a finding,
/// and the search goes on behind what it matched.
#[derive(Debug)]
pub struct RulePlugin<S> {
    lexicon: Lexicon,
    matchers: Vec<Matcher>,
    buffer: Vec<u32>,
    set: PhantomData<S>,
}

impl<S: RuleSet> Extractor for RulePlugin<S> {
    const ABOUT: About = About {
        summary: S::SUMMARY,
        rules: S::LIST,
        ..About::NOTHING
    };

    fn about() -> About {
        let patterns: Vec<Pattern> = S::RULES.iter().map(|rule| (rule.pattern)()).collect();
        let mut roles: Vec<&'static str> = Vec::new();
        for pattern in &patterns {
            pattern.gather_roles(&mut roles);
            if !pattern.has_role() && !roles.contains(&WHOLE) {
                roles.push(WHOLE);
            }
        }
        // Once for each plugin in a process.
        let output = Output {
            kind: S::KIND,
            roles: roles.leak(),
        };
        About {
            outputs: vec![output].leak(),
            language: patterns.iter().any(Pattern::reads_language),
            ..Self::ABOUT
        }
    }

    fn create(_: &Settings) -> Result<Self, Error> {
        let vocabulary = Vocabulary::new(S::WORDS)?;
        let matcher = |rule: &PatternRule| {
            let name = rule.rule.name;
            Matcher::with(&(rule.pattern)(), &vocabulary)
                .map_err(|error| Error::new(format_args!("rule {name}: {error}")))
        };
        Ok(Self {
            lexicon: Lexicon::new(&vocabulary.names(), S::WORDS)?,
            matchers: S::RULES.iter().map(matcher).collect::<Result<_, _>>()?,
            buffer: Vec::new(),
            set: PhantomData,
        })
    }

    fn extract(
        &mut self,
        document: &Document<'_>,
        _: &Found<'_>,
        findings: &mut Findings<'_>,
    ) -> Result<(), Error> {
        let reading = Reading::new(document, &self.lexicon, &mut self.buffer);
        let mut next = 0;
        for sentence in document.sentences {
            next = next.max(sentence.tokens.first);
            while next < sentence.tokens.end && !findings.stopped() {
                let rules = S::RULES.iter().zip(&self.matchers);
                let mut seen = rules.filter_map(|(rule, matcher)| {
                    let seen = attempt(rule, matcher, &reading, next, sentence.tokens.end)?;
                    Some((rule, seen))
                });
                next = match seen.next() {
                    Some((rule, seen)) => {
                        report(S::KIND, rule, &seen, document, findings);
                        seen.words.end
                    }
                    None => next + 1,
                };
            }
        }
        Ok(())
    }
}

/// Tries a rule at a word, and tells of it if somebody asks.
fn attempt<'d>(
    rule: &PatternRule,
    matcher: &Matcher,
    reading: &'d Reading<'d>,
    at: u32,
    sentence_end: u32,
) -> Option<Sighting> {
    if !trace::traced() {
        return matcher.see_at(reading, at, sentence_end, None);
    }
    let watch = RefCell::default();
    let seen = matcher.see_at(reading, at, sentence_end, Some(&watch));
    explain(rule, reading, at, seen.as_ref(), &watch.into_inner());
    seen
}

/// How many alternatives are named where a rule stopped.
const ALTERNATIVES: usize = 4;

fn explain(
    rule: &PatternRule,
    reading: &Reading<'_>,
    at: u32,
    seen: Option<&Sighting>,
    watch: &Watch,
) {
    let document = reading.document;
    let end = seen.map_or(watch.furthest, |seen| seen.words.end);
    let fitted = match TokenRange::new(at, end.max(at)) {
        none if none.is_empty() => {
            let start = document.span(TokenRange::new(at, at + 1)).start();
            Span::new(start, start)
        }
        some => document.span(some),
    };
    // Past the last word: the empty place behind it.
    let stopped = match document.tokens.get(end as usize) {
        Some(token) => token.span,
        None => Span::new(fitted.end(), fitted.end()),
    };
    let wanted: Vec<&str> = watch.wanted.iter().map(String::as_str).collect();
    let wanted = match seen {
        Some(_) => String::new(),
        None => wanted[..wanted.len().min(ALTERNATIVES)].join(" or "),
    };
    trace::tell(&Trial {
        rule: rule.rule.name,
        found: seen.is_some(),
        wanted: &wanted,
        source: rule.source,
        fitted,
        stopped: if seen.is_some() { fitted } else { stopped },
        met: watch.met,
    });
}

/// Hands over what a rule saw.
fn report(
    kind: &'static str,
    rule: &PatternRule,
    seen: &Sighting,
    document: &Document<'_>,
    findings: &mut Findings<'_>,
) {
    let mut finding = findings.add(kind, &rule.rule);
    for &(role, words) in &seen.parts {
        finding = finding.part(role, document.span(words));
    }
    if seen.parts.is_empty() {
        finding = finding.part(WHOLE, document.span(seen.words));
    }
    for &(name, value) in &seen.attributes {
        finding = finding.attribute(name, value);
    }
    finding.emit();
}
