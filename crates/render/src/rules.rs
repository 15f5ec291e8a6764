//! Lists of rules with their examples.

use std::fmt::Write;

/// What is listed of a rule.
#[derive(Clone, Copy, Debug)]
pub struct RuleText<'r> {
    /// Its name.
    pub name: &'r str,
    /// What it sees, with examples on lines that begin with `> ` and `>! `.
    pub doc: &'r str,
}

/// The doc text of a rule, divided.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct RuleDoc<'r> {
    /// What the rule sees, in paragraphs.
    pub prose: String,
    /// What it finds, with marks: `[Duarte]source [said]cue it.`
    pub examples: Vec<&'r str>,
    /// Where it must find nothing.
    pub counter_examples: Vec<&'r str>,
}

impl<'r> RuleDoc<'r> {
    /// Divides a doc text.
    pub fn new(doc: &'r str) -> Self {
        let mut divided = Self::default();
        for line in doc.lines().map(str::trim) {
            if let Some(example) = line.strip_prefix(">! ") {
                divided.counter_examples.push(example);
            } else if let Some(example) = line.strip_prefix("> ") {
                divided.examples.push(example);
            } else {
                divided.prose += line;
                divided.prose.push('\n');
            }
        }
        divided.prose.truncate(divided.prose.trim_end().len());
        divided
    }
}

/// Writes a plugin's rules for people.
pub fn rules_text(plugin: &str, summary: &str, rules: &[RuleText<'_>], out: &mut String) {
    let _ = writeln!(out, "{plugin}: {summary}");
    for rule in rules {
        let doc = RuleDoc::new(rule.doc);
        let _ = writeln!(out, "\n  {}", rule.name);
        for line in doc.prose.lines() {
            let _ = writeln!(out, "{}", format!("      {line}").trim_end());
        }
        for example in doc.examples {
            let _ = writeln!(out, "    + {example}");
        }
        for example in doc.counter_examples {
            let _ = writeln!(out, "    − {example}");
        }
    }
}

/// Writes a plugin's rules as Markdown.
pub fn rules_markdown(plugin: &str, summary: &str, rules: &[RuleText<'_>], out: &mut String) {
    let _ = writeln!(out, "## {plugin}\n\n{summary}");
    for rule in rules {
        let doc = RuleDoc::new(rule.doc);
        let _ = writeln!(out, "\n### `{}`", rule.name);
        if !doc.prose.is_empty() {
            let _ = writeln!(out, "\n{}", doc.prose);
        }
        list("Finds:", &doc.examples, out);
        list("Stays silent in:", &doc.counter_examples, out);
    }
}

fn list(title: &str, examples: &[&str], out: &mut String) {
    if examples.is_empty() {
        return;
    }
    let _ = writeln!(out, "\n{title}\n");
    for example in examples {
        // A code span begins and ends with more marks than it has inside.
        let marks = "`".repeat(longest_run(example) + 1);
        let _ = writeln!(out, "- {marks}{example}{marks}");
    }
}

/// The longest run of backticks.
fn longest_run(text: &str) -> usize {
    text.split(|c| c != '`').map(str::len).max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    const RULE: RuleText<'_> = RuleText {
        name: "warned-of",
        doc: " Somebody warns.\n\n > [They]source [warned]cue.\n >! No `warning`.\n",
    };

    #[test]
    fn for_people() {
        let mut out = String::new();
        rules_text("warnings", "who warns", &[RULE], &mut out);
        assert_eq!(
            out,
            "warnings: who warns\n\n  warned-of\n      Somebody warns.\n    + [They]source [warned]cue.\n    − No `warning`.\n"
        );
    }

    #[test]
    fn as_markdown() {
        let mut out = String::new();
        rules_markdown("warnings", "who warns", &[RULE], &mut out);
        assert_eq!(
            out,
            "## warnings\n\nwho warns\n\n### `warned-of`\n\nSomebody warns.\n\nFinds:\n\n- `[They]source [warned]cue.`\n\nStays silent in:\n\n- ``No `warning`.``\n"
        );
    }
}
