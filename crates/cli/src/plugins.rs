//! `sayso plugins`: which plugins there are and what they do.

use std::path::Path;

use anyhow::bail;
use sayso_host::{EntryReport, FileReport, FoundBy, Host, Loaded, Origin};
use serde_json::{Value, json};

use crate::args::{ListFormat, PluginArgs, Plugins};
use crate::config::Setup;
use crate::message::{Warnings, printable};
use crate::{Status, new, print};

pub(crate) fn plugins(command: Plugins) -> anyhow::Result<Status> {
    match command {
        Plugins::New(args) => new::new(&args),
        Plugins::List { format, plugins } => list(format, &plugins),
        Plugins::Info {
            wanted,
            format,
            plugins,
        } => info(&wanted, format, plugins),
        Plugins::Check(args) => crate::check::check(&args),
        Plugins::Header => print(sayso_plugin::abi::HEADER),
    }
}

fn list(format: ListFormat, args: &PluginArgs) -> anyhow::Result<Status> {
    let warnings = Warnings { quiet: args.quiet };
    // What was rejected is part of the answer here.
    let host = Setup::new(args, warnings)?.host()?;
    match format {
        ListFormat::Json => print(&format!("{:#}\n", list_json(&host))),
        ListFormat::Text => print(&printable(&list_text(&host))),
    }
}

fn list_json(host: &Host) -> Value {
    let plugins: Vec<_> = host.plugins().iter().map(describe).collect();
    let rejected: Vec<_> = host
        .rejected()
        .iter()
        .map(|r| json!({"path": r.path.to_string_lossy(), "reason": r.reason.to_string()}))
        .collect();
    json!({"plugins": plugins, "rejected": rejected})
}

fn list_text(host: &Host) -> String {
    let mut text = String::new();
    let width = |field: fn(&Loaded) -> &str| {
        let widths = host.plugins().iter().map(|p| field(p).len());
        widths.max().unwrap_or(0)
    };
    let (ids, versions) = (width(Loaded::id), width(Loaded::version));
    for plugin in host.plugins() {
        text += &format!(
            "{:ids$}  {:versions$}  {}\n",
            plugin.id(),
            plugin.version(),
            plugin.summary()
        );
        text += &format!("{:ids$}  finds {}\n", "", outputs(plugin));
        text += &format!("{:ids$}  from {}\n", "", origin(plugin.origin()));
    }
    if host.plugins().is_empty() {
        text += "no plugins are loaded\n";
    }
    if !host.rejected().is_empty() {
        text += "\nnot loaded:\n";
        for rejected in host.rejected() {
            text += &format!("  {rejected}\n");
        }
    }
    text
}

/// The kinds that a plugin makes, with their roles.
fn outputs(plugin: &Loaded) -> String {
    let kinds = plugin.outputs().iter();
    let kinds: Vec<_> = kinds
        .map(|output| match output.roles.as_slice() {
            [] => output.kind.clone(),
            roles => format!("{} ({})", output.kind, roles.join(", ")),
        })
        .collect();
    kinds.join("; ")
}

fn origin(origin: &Origin) -> String {
    match origin {
        Origin::Embedded => "sayso itself".to_owned(),
        Origin::File { path, found_by } => format!("{} ({})", path.display(), how(*found_by)),
    }
}

fn how(found_by: FoundBy) -> &'static str {
    match found_by {
        FoundBy::Explicit => "--plugin",
        FoundBy::Configured => "configuration",
        FoundBy::SearchPath => "search path",
    }
}

/// All about a plugin, for programs.
fn describe(plugin: &Loaded) -> Value {
    let from = match plugin.origin() {
        Origin::Embedded => "embedded",
        Origin::File { found_by, .. } => how(*found_by),
    };
    let path = plugin.origin().path().map(Path::to_string_lossy);
    let (major, minor) = plugin.abi();
    let list = |items: Vec<Value>| Value::from(items);
    json!({
        "id": plugin.id(),
        "version": plugin.version(),
        "summary": plugin.summary(),
        "from": from,
        "path": path,
        "sha256": sha256(plugin),
        "abi": format!("{major}.{minor}"),
        "built_with": plugin.built_with(),
        "flags": plugin.flag_names(),
        "outputs": list(plugin.outputs().iter()
            .map(|o| json!({"kind": o.kind, "roles": o.roles})).collect()),
        "needs": list(plugin.needs().iter()
            .map(|n| json!({"kind": n.kind, "optional": n.optional})).collect()),
        "settings": plugin.settings_schema(),
        "rules": list(plugin.rules().iter()
            .map(|r| json!({"name": r.name, "doc": r.doc})).collect()),
    })
}

/// A plugin by name, or those of a file.
fn info(wanted: &Path, format: ListFormat, mut args: PluginArgs) -> anyhow::Result<Status> {
    let warnings = Warnings { quiet: args.quiet };
    let is_name = wanted.components().count() == 1 && !wanted.is_file();
    if !is_name {
        // Looked at without running its code; what is wrong with it ends here.
        let report = match sayso_host::inspect(wanted) {
            Ok(report) => report,
            Err(rejected) => bail!("{rejected}"),
        };
        let named = args.plugin.iter().any(|path| path == wanted);
        if !named {
            args.plugin.push(wanted.to_owned());
        }
        return match Setup::new(&args, warnings)?.host() {
            Ok(host) => show(&host, |p| p.origin().path() == Some(wanted), format),
            Err(error) => {
                print(&report_text(&report))?;
                Err(error)
            }
        };
    }
    let host = Setup::new(&args, warnings)?.load(warnings)?;
    let name = wanted.to_string_lossy();
    if !host.plugins().iter().any(|p| p.id() == name) {
        let known: Vec<_> = host.plugins().iter().map(Loaded::id).collect();
        bail!(
            "no plugin or file {name:?}; plugins: {}",
            if known.is_empty() {
                "none".to_owned()
            } else {
                known.join(", ")
            }
        );
    }
    show(&host, |p| p.id() == name, format)
}

fn show(
    host: &Host,
    wanted: impl Fn(&Loaded) -> bool,
    format: ListFormat,
) -> anyhow::Result<Status> {
    let mut shown = host.plugins().iter().filter(|p| wanted(p)).peekable();
    if shown.peek().is_none() {
        bail!("none of its plugins is among those to run (see --only)");
    }
    let pages: Vec<_> = match format {
        ListFormat::Json => shown.map(|p| format!("{:#}\n", describe(p))).collect(),
        ListFormat::Text => shown.map(|p| printable(&page(p))).collect(),
    };
    print(&pages.join("\n"))
}

/// The hash of its library as it is now.
fn sha256(plugin: &Loaded) -> Option<String> {
    let report = sayso_host::inspect(plugin.origin().path()?).ok()?;
    Some(report.sha256.to_string())
}

/// All about a plugin, for people.
fn page(plugin: &Loaded) -> String {
    let (major, minor) = plugin.abi();
    let mut text = format!(
        "{} {}: {}\n",
        plugin.id(),
        plugin.version(),
        plugin.summary()
    );
    text += &format!("from        {}\n", origin(plugin.origin()));
    if let Some(sha256) = sha256(plugin) {
        text += &format!("SHA-256     {sha256}\n");
    }
    text += &format!(
        "built with  {}, plugin ABI {major}.{minor}",
        plugin.built_with()
    );
    for flag in plugin.flag_names() {
        text += &format!(", {flag}");
    }
    text += "\n\nfinds\n";
    for output in plugin.outputs() {
        text += &format!("  {}: {}\n", output.kind, output.roles.join(", "));
    }
    if !plugin.needs().is_empty() {
        text += "\nreads\n";
        for need in plugin.needs() {
            let how = if need.optional {
                "if there is any"
            } else {
                "needed"
            };
            text += &format!("  {} ({how})\n", need.kind);
        }
    }
    text += &settings(plugin.settings_schema());
    if !plugin.rules().is_empty() {
        text += "\nrules\n";
        for rule in plugin.rules() {
            text += &format!("  {}\n", rule.name);
            for line in rule.doc.trim().lines() {
                text += format!("      {}", line.trim()).trim_end();
                text += "\n";
            }
        }
    }
    text
}

fn settings(schema: Option<&Value>) -> String {
    let properties = schema.and_then(|schema| schema.get("properties")?.as_object());
    let Some(properties) = properties.filter(|properties| !properties.is_empty()) else {
        return String::new();
    };
    let mut text = "\nsettings\n".to_owned();
    for (key, property) in properties {
        let value = match property["type"].as_str() {
            Some("array") => "list of texts",
            Some("string") => "text",
            Some("boolean") => "true or false",
            Some(other) => other,
            None => "any value",
        };
        let doc = property["description"].as_str().unwrap_or("");
        text += &format!("  {key} ({value})  {doc}\n");
    }
    text
}

/// What is known of a file whose plugins could not be loaded.
fn report_text(report: &FileReport) -> String {
    let mut text = format!("{}, {} bytes\n", report.path.display(), report.size);
    for entry in &report.entries {
        let EntryReport {
            symbol,
            id,
            version,
            abi: (major, minor),
            built_with,
            ..
        } = entry;
        text += &format!("  {id} {version} ({symbol}), {built_with}, plugin ABI {major}.{minor}\n");
    }
    printable(&text)
}
