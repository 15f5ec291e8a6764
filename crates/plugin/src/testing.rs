//! What a plugin's own tests use: run plugins over a sentence, run the rules' examples.
//!
//! The plugins are called through their C entries, as a host calls them, but without a
//! host's checks of what they emit.
#![allow(unsafe_code)]

mod find;
mod host;

pub use find::{find, find_with, with_tokens};

use sayso_model::{Annotation, Annotations};

use crate::{Span, Value, abi};

/// A text and what plugins found in it.
///
/// ```
/// # sayso_plugin::rule! {
/// #     /// A warning.
/// #     ///
/// #     /// > They [warned]match him.
/// #     /// >! They told him.
/// #     pub fn warned() -> sayso_plugin::pattern::Pattern {
/// #         sayso_plugin::pattern::lemma("warn")
/// #     }
/// # }
/// # sayso_plugin::export!(kind: "warning", rules: [warned]);
/// # fn main() {
/// use sayso_plugin::testing::Analysis;
/// let analysis = Analysis::new(&[&SAYSO_PLUGIN], "She warned him.");
/// assert_eq!(analysis.show("warning"), "warned: match=“warned”\n");
/// assert!(analysis.view().contains("[warned]"));
/// let nothing = Analysis::new(&[&SAYSO_PLUGIN], "She left him.");
/// assert_eq!(nothing.nearest("warned"), "it looked for a form of “warn”, but met “.”");
/// # }
/// ```
pub struct Analysis {
    text: String,
    annotations: Annotations,
    /// The plugins, to be asked again.
    entries: Vec<&'static abi::Entry>,
}

impl Analysis {
    /// Runs plugins, given by their entries, one after the other.
    ///
    /// # Panics
    /// A plugin fails.
    pub fn new(entries: &[&'static abi::Entry], text: &str) -> Self {
        let structure = sayso_parser::parse(text);
        let mut annotations = Annotations::default();
        for entry in entries {
            // SAFETY: the entries are those of plugins linked into this program.
            annotations = unsafe { host::run(entry, text, &structure, annotations, None) };
        }
        Self {
            text: text.to_owned(),
            annotations,
            entries: entries.to_vec(),
        }
    }

    /// What stopped a rule of the last plugin where it came farthest, in words; empty if it
    /// told nothing.
    pub fn nearest(&self, rule: &str) -> String {
        let Some((last, before)) = self.entries.split_last() else {
            return String::new();
        };
        let found = Self::new(before, &self.text).annotations;
        let (structure, mut trials) = (sayso_parser::parse(&self.text), Vec::new());
        // SAFETY: as in `new`.
        unsafe { host::run(last, &self.text, &structure, found, Some(&mut trials)) };
        let own = trials.iter().filter(|trial| trial.rule == rule);
        let Some(trial) = own.max_by_key(|trial| (trial.met, trial.fitted.len())) else {
            return String::new();
        };
        let fits = match trial.fitted.of(&self.text) {
            "" => String::new(),
            words => format!("“{words}” fits; "),
        };
        let met = match trial.stopped.of(&self.text) {
            "" => "the text ends".to_owned(),
            word => format!("met “{word}”"),
        };
        format!("{fits}it looked for {}, but {met}", trial.wanted)
    }

    /// The text with what was found drawn beneath it, as `sayso extract` shows it.
    pub fn view(&self) -> String {
        let structure = sayso_parser::parse(&self.text);
        let document = structure.document(&self.text);
        let (view, mut out) = (sayso_render::View::default(), String::new());
        sayso_render::text(None, &document, &self.annotations, &[], &view, &mut out);
        out
    }

    /// All annotations of one kind; of all kinds if `kind` is empty.
    pub fn of_kind(&self, kind: &str) -> Vec<Annotation<'_>> {
        let all = self.annotations.iter();
        all.filter(|a| kind.is_empty() || a.kind() == kind)
            .collect()
    }

    /// The annotations of one kind, a line each: `rule: role=“words” … name=value …`.
    pub fn show(&self, kind: &str) -> String {
        let lines = self.of_kind(kind).into_iter().map(|a| self.line(a) + "\n");
        lines.collect()
    }

    fn line(&self, annotation: Annotation<'_>) -> String {
        let mut line = format!("{}:", annotation.rule());
        for (role, span) in annotation.parts() {
            line += &format!(" {role}=“{}”", span.of(&self.text));
        }
        for (name, value) in annotation.attributes() {
            match value {
                Value::Text(text) => line += &format!(" {name}={text}"),
                Value::Number(number) => line += &format!(" {name}={number}"),
                Value::Bool(bool) => line += &format!(" {name}={bool}"),
            }
        }
        line
    }
}

impl std::fmt::Debug for Analysis {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.show(""))
    }
}

/// Runs the examples of some rules of a plugin, the last of `entries`; those before it are
/// the plugins it reads from. A plugin's own tests need [`check_examples`] only.
///
/// ```
/// # sayso_plugin::rule! {
/// #     /// A warning.
/// #     ///
/// #     /// > They [warned]match him.
/// #     /// >! They told him.
/// #     pub fn warned() -> sayso_plugin::pattern::Pattern {
/// #         sayso_plugin::pattern::lemma("warn")
/// #     }
/// # }
/// # sayso_plugin::export!(kind: "warning", rules: [warned]);
/// # fn main() {
/// sayso_plugin::testing::check_rules(&[warned.rule], &[&SAYSO_PLUGIN]);
/// # }
/// ```
///
/// # Panics
/// A rule without an example, an example in which the rule does not find what is marked, or
/// a counter-example in which it finds something.
pub fn check_rules(rules: &[crate::Rule], entries: &[&'static abi::Entry]) {
    let failures: Vec<String> = rules
        .iter()
        .flat_map(|rule| check_rule(rule, entries))
        .collect();
    assert!(failures.is_empty(), "\n{}", failures.join("\n\n"));
}

/// Runs the examples of all rules that the last of `entries` declares; those before it are
/// the plugins it reads from. A plugin has this in its tests.
///
/// ```
/// # sayso_plugin::rule! {
/// #     /// A warning.
/// #     ///
/// #     /// > They [warned]match him.
/// #     /// >! They told him.
/// #     pub fn warned() -> sayso_plugin::pattern::Pattern {
/// #         sayso_plugin::pattern::lemma("warn")
/// #     }
/// # }
/// # sayso_plugin::export!(kind: "warning", rules: [warned]);
/// # fn main() {
/// sayso_plugin::testing::check_examples(&[&SAYSO_PLUGIN]);
/// # }
/// ```
///
/// # Panics
/// As [`check_rules`], or the plugin declares no rule.
pub fn check_examples(entries: &[&'static abi::Entry]) {
    let rules = entries
        .last()
        .map_or(Vec::new(), |entry| host::rules(entry));
    assert!(!rules.is_empty(), "there is no rule");
    check_rules(&rules, entries);
}

fn check_rule(rule: &crate::Rule, entries: &[&'static abi::Entry]) -> Vec<String> {
    let mut failures = Vec::new();
    let mut examples = 0;
    for line in rule.doc.lines().map(str::trim) {
        let (marked, must_match) = match (line.strip_prefix(">! "), line.strip_prefix("> ")) {
            (Some(marked), _) => (marked, false),
            (_, Some(marked)) => (marked, true),
            _ => continue,
        };
        examples += usize::from(must_match);
        let (text, marks) = read_marks(marked);
        let analysis = Analysis::new(entries, &text);
        let own = analysis.of_kind("").into_iter();
        let own: Vec<_> = own.filter(|a| a.rule() == rule.name).collect();
        let right = if must_match {
            own.iter().any(|a| has_marks(*a, &marks))
        } else {
            own.is_empty()
        };
        if !right {
            let wanted = if must_match {
                "must find"
            } else {
                "must stay silent in"
            };
            let mut failure = format!("{} {wanted}\n  {marked}\n", rule.name);
            failure += &match analysis.show("").trim_end() {
                "" => "found nothing".to_owned(),
                found => format!("found\n  {}", found.replace('\n', "\n  ")),
            };
            let nearest = analysis.nearest(rule.name);
            if must_match && own.is_empty() && !nearest.is_empty() {
                failure += &format!("\nthe rule came nearest where {nearest}");
            }
            failures.push(failure);
        }
    }
    if examples == 0 {
        failures.push(format!("{} has no example", rule.name));
    }
    failures
}

fn has_marks(annotation: Annotation<'_>, marks: &[(String, Span)]) -> bool {
    marks.iter().all(|(role, _)| {
        let marked = marks
            .iter()
            .filter(|(r, _)| r == role)
            .map(|&(_, span)| span);
        annotation.part(role).eq(marked)
    })
}

/// Takes `[words]role` marks out of an example: the plain text, and roles with their places
/// in text order. Marks may stand inside others; `¶` stands for the end of a paragraph.
///
/// ```
/// use sayso_plugin::testing::read_marks;
/// let (text, marks) = read_marks("[She]source [warned]cue him.");
/// assert_eq!(text, "She warned him.");
/// assert_eq!((&*marks[1].0, marks[1].1.of(&text)), ("cue", "warned"));
/// ```
pub fn read_marks(marked: &str) -> (String, Vec<(String, Span)>) {
    let mut text = String::new();
    let mut open = Vec::new();
    let mut marks = Vec::new();
    let mut rest = marked;
    while let Some(c) = rest.chars().next() {
        rest = &rest[c.len_utf8()..];
        match c {
            '[' => open.push(text.len()),
            ']' => {
                let end = rest
                    .find(|c: char| !c.is_ascii_lowercase() && c != '-')
                    .unwrap_or(rest.len());
                let span = Span::new(open.pop().unwrap_or(0) as u32, text.len() as u32);
                marks.push((rest[..end].to_owned(), span));
                rest = &rest[end..];
            }
            '¶' => text.push('\n'),
            _ => text.push(c),
        }
    }
    marks.sort_by_key(|&(_, span)| span);
    (text, marks)
}

/// Checks that a word list is sorted by its first column, has no line twice, and says on top
/// where its words come from.
///
/// ```
/// let list = "# Collected by hand.\nrain\tweather\nsnow\tweather\n";
/// sayso_plugin::testing::check_word_list("weather.tsv", list);
/// ```
///
/// # Panics
/// It is not so; the message names the line.
pub fn check_word_list(name: &str, list: &str) {
    assert!(
        list.starts_with("# "),
        "{name} does not say where it comes from"
    );
    let mut last = "";
    for (index, line) in list.lines().enumerate() {
        if line.starts_with('#') || line.trim().is_empty() {
            continue;
        }
        let key = line.split(['\t', ',']).next().unwrap_or("");
        assert!(last < key, "{name}:{}: “{key}” after “{last}”", index + 1);
        last = key;
    }
}
