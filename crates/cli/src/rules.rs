//! `sayso rules`: all rules with their examples.

use anyhow::bail;
use sayso_host::{Host, Loaded};
use sayso_render::{RuleDoc, RuleText, rules_markdown, rules_text};
use serde_json::{Value, json};

use crate::args::{Rules, RulesFormat};
use crate::config::Setup;
use crate::message::{Warnings, printable};
use crate::{Status, print};

pub(crate) fn rules(args: &Rules) -> anyhow::Result<Status> {
    let warnings = Warnings {
        quiet: args.plugins.quiet,
    };
    let host = Setup::new(&args.plugins, warnings)?.load(warnings)?;
    if let Some(unknown) = args.names.iter().find(|name| !is_known(&host, name)) {
        bail!("no plugin has a rule `{unknown}`; `sayso rules` lists all");
    }
    let wanted = |name: &str| args.names.is_empty() || args.names.iter().any(|n| n == name);
    let plugins = host.plugins().iter().map(|plugin| {
        let rules = plugin.rules().iter().filter(|rule| wanted(&rule.name));
        let rules = rules.map(|rule| RuleText {
            name: &rule.name,
            doc: &rule.doc,
        });
        (plugin, rules.collect::<Vec<_>>())
    });
    // A plugin without rules is left out.
    let plugins: Vec<_> = plugins.filter(|(_, rules)| !rules.is_empty()).collect();
    match args.format {
        RulesFormat::Json => {
            let all = plugins.iter().flat_map(|(plugin, rules)| {
                let one = |rule: &RuleText<'_>| describe(plugin, rule);
                rules.iter().map(one)
            });
            print(&format!("{:#}\n", Value::from(all.collect::<Vec<_>>())))
        }
        RulesFormat::Text => pages(&plugins, rules_text),
        RulesFormat::Markdown => pages(&plugins, rules_markdown),
    }
}

fn is_known(host: &Host, name: &str) -> bool {
    let mut rules = host.plugins().iter().flat_map(Loaded::rules);
    rules.any(|rule| rule.name == name)
}

type Write = fn(&str, &str, &[RuleText<'_>], &mut String);

/// A page for each plugin, with a blank line between them.
fn pages(plugins: &[(&Loaded, Vec<RuleText<'_>>)], write: Write) -> anyhow::Result<Status> {
    let pages = plugins.iter().map(|(plugin, rules)| {
        let mut page = String::new();
        write(plugin.id(), plugin.summary(), rules, &mut page);
        page
    });
    print(&printable(&pages.collect::<Vec<_>>().join("\n")))
}

fn describe(plugin: &Loaded, rule: &RuleText<'_>) -> Value {
    let doc = RuleDoc::new(rule.doc);
    json!({
        "plugin": plugin.id(),
        "rule": rule.name,
        "doc": doc.prose,
        "examples": doc.examples,
        "counter_examples": doc.counter_examples,
    })
}
