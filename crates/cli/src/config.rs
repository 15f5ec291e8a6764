//! Which plugins there are and what they are told: configuration, environment, arguments.

use std::collections::BTreeMap;
use std::env;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, bail};
use sayso_host::{Host, LoadError, Options, Reason, Sha};
use sayso_model::Severity;
use sayso_plugin::abi;
use serde::Deserialize;
use serde_json::{Map, Value};

use crate::args::PluginArgs;
use crate::message::{Warnings, say};

/// The plugins that are part of the program, in the order in which they read one another.
const EMBEDDED: &[&abi::Entry] = &[
    &sayso_attribution::SAYSO_PLUGIN,
    &sayso_claims::SAYSO_PLUGIN,
    &sayso_hedges::SAYSO_PLUGIN,
];

/// A configuration file.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Config {
    #[serde(default)]
    plugins: BTreeMap<String, Plugin>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Plugin {
    /// The shared library to load.
    path: Option<PathBuf>,
    /// The SHA-256 that its library must have, in hexadecimal digits.
    sha256: Option<String>,
    /// What the plugin is told.
    #[serde(default)]
    settings: Map<String, Value>,
}

/// Where plugins are looked for and what they are told.
pub(crate) struct Setup {
    options: Options,
    /// The configuration.
    file: Option<PathBuf>,
}

impl Setup {
    /// What arguments, configuration and environment ask for.
    pub(crate) fn new(args: &PluginArgs, warnings: Warnings) -> anyhow::Result<Self> {
        let mut options = Options {
            explicit: args.plugin.clone(),
            search_path: search_path(warnings),
            only: args.only.clone(),
            isolation: args.isolate.isolation()?,
            log: Some(Arc::new(move |severity, plugin, line| match severity {
                Severity::Error => say(format_args!("{plugin}: {line}")),
                _ if warnings.quiet => {}
                _ => say(format_args!("{}: {plugin}: {line}", severity.name())),
            })),
            ..Options::default()
        };
        if !args.no_embedded {
            options.embedded = EMBEDDED.to_vec();
        }
        let file = config_file(args);
        if let Some(file) = &file {
            configure(file, &mut options)?;
        }
        Ok(Self { options, file })
    }

    /// Looks for plugins in no folders.
    pub(crate) fn search_nowhere(&mut self) {
        self.options.search_path.clear();
    }

    /// Runs these plugins only.
    pub(crate) fn run_only(&mut self, ids: Vec<String>) {
        self.options.only = Some(ids);
    }

    /// Loads the plugins.
    pub(crate) fn host(&self) -> anyhow::Result<Host> {
        Host::load(&self.options).map_err(|error| self.explain(error))
    }

    /// Loads the plugins and warns of those that cannot be.
    pub(crate) fn load(&self, warnings: Warnings) -> anyhow::Result<Host> {
        let host = self.host()?;
        for rejected in host.rejected() {
            warnings.say(format_args!("plugin not loaded: {rejected}"));
        }
        Ok(host)
    }

    /// The configuration and the libraries that are named.
    pub(crate) fn files(&self) -> impl Iterator<Item = &Path> {
        let libraries = self.options.explicit.iter().chain(&self.options.configured);
        self.file.iter().chain(libraries).map(PathBuf::as_path)
    }

    /// Names the configuration if an error is due to what it says.
    pub(crate) fn explain(&self, error: LoadError) -> anyhow::Error {
        let is_ours = self.asked_for(&error);
        let error = anyhow::Error::from(error);
        match &self.file {
            Some(file) if is_ours => error.context(called(file)),
            _ => error,
        }
    }

    /// Whether an error is due to the configuration.
    fn asked_for(&self, error: &LoadError) -> bool {
        let options = &self.options;
        match error {
            LoadError::UnknownSetting { .. } | LoadError::BadSetting { .. } => true,
            // Otherwise it is one of `--only`.
            LoadError::UnknownPlugin { id, .. } => options.settings.contains_key(id),
            LoadError::File(rejected) => {
                let pinned = matches!(rejected.reason, Reason::Pin { .. });
                pinned || options.configured.contains(&rejected.path)
            }
            LoadError::SameId { second, .. } => {
                let mut paths = options.configured.iter();
                paths.any(|path| path.display().to_string() == *second)
            }
            // A plugin may refuse what it is told.
            LoadError::Create { plugin, .. } => {
                let told = options.settings.get(plugin);
                told.is_some_and(|settings| !settings.is_empty())
            }
            _ => false,
        }
    }
}

/// Adds what a configuration says.
fn configure(file: &Path, options: &mut Options) -> anyhow::Result<()> {
    let folder = file.parent().unwrap_or(Path::new(""));
    for (id, plugin) in read(file)?.plugins {
        let place = || format!("{}: [plugins.{id}]", called(file));
        if let Some(sha256) = plugin.sha256 {
            let pin = Sha::parse(&sha256).with_context(|| {
                format!(
                    "{}: sha256: expected 64 hexadecimal digits, met {sha256:?}",
                    place()
                )
            })?;
            options.pins.insert(id.clone(), pin);
        }
        if let Some(path) = plugin.path {
            let path = folder.join(path);
            has_plugin(&path, &id).with_context(place)?;
            options.configured.push(path);
        }
        // Even if there are none, so that a plugin that is not there is told.
        options.settings.insert(id, plugin.settings);
    }
    Ok(())
}

/// Refuses a library that has no plugin of this name.
fn has_plugin(library: &Path, id: &str) -> anyhow::Result<()> {
    let found = sayso_host::inspect(library)?.entries;
    if found.iter().any(|entry| entry.id == id) {
        return Ok(());
    }
    let found: Vec<_> = found.iter().map(|e| format!("`{}`", e.id)).collect();
    bail!("{} is plugin {}", library.display(), found.join(" and "))
}

/// How a configuration is called in messages.
fn called(file: &Path) -> String {
    format!("configuration {}", file.display())
}

fn read(file: &Path) -> anyhow::Result<Config> {
    let text = fs::read_to_string(file).with_context(|| called(file))?;
    match toml::from_str(&text) {
        Ok(config) => Ok(config),
        // The message shows the place.
        Err(error) => bail!("{}: {}", called(file), error.to_string().trim_end()),
    }
}

/// The configuration to read: the one that is named, else the user's if there is one.
fn config_file(args: &PluginArgs) -> Option<PathBuf> {
    if args.no_config {
        return None;
    }
    if args.config.is_some() {
        return args.config.clone();
    }
    let file = user_folder("XDG_CONFIG_HOME", ".config")?.join("sayso/config.toml");
    file.exists().then_some(file)
}

/// The folders of `SAYSO_PLUGIN_PATH`, and the user's own.
fn search_path(warnings: Warnings) -> Vec<PathBuf> {
    let variable = env::var_os("SAYSO_PLUGIN_PATH").unwrap_or_default();
    let (mut folders, refused) = divide(&variable);
    for folder in refused {
        warnings.say(format_args!(
            "SAYSO_PLUGIN_PATH: {:?} is not an absolute path and is passed over",
            folder.display()
        ));
    }
    for folder in folders.iter().filter(|folder| !folder.exists()) {
        warnings.say(format_args!(
            "SAYSO_PLUGIN_PATH: {} does not exist",
            folder.display()
        ));
    }
    let own = user_folder("XDG_DATA_HOME", ".local/share").map(|f| f.join("sayso/plugins"));
    folders.extend(own.filter(|folder| folder.is_dir()));
    folders
}

/// A list of folders, divided into those that do not depend on the working directory, and others.
fn divide(variable: &OsStr) -> (Vec<PathBuf>, Vec<PathBuf>) {
    if variable.is_empty() {
        return Default::default();
    }
    env::split_paths(variable).partition(|folder| folder.is_absolute())
}

/// A folder of the user's, as the XDG Base Directory Specification has it: a relative path in
/// the variable does not count.
fn user_folder(variable: &str, usual: &str) -> Option<PathBuf> {
    let absolute = |path: &PathBuf| path.is_absolute();
    let set = env::var_os(variable).map(PathBuf::from).filter(absolute);
    set.or_else(|| Some(env::home_dir().filter(absolute)?.join(usual)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    #[test]
    fn empty_and_relative_folders_are_refused() {
        let path = |path: &str| PathBuf::from(path);
        let (folders, refused) = divide(OsStr::new("/a::b:/c"));
        assert_eq!(folders, [path("/a"), path("/c")]);
        assert_eq!(refused, [path(""), path("b")]);
        assert_eq!(divide(OsStr::new("")), (vec![], vec![]));
    }

    #[test]
    fn a_configuration_names_libraries_and_settings() {
        let config: Config = toml::from_str(
            "[plugins.mine]\npath = 'libmine.so'\nsettings = { deep = true }\n[plugins.hedges.settings]\nwords = ['a']",
        )
        .unwrap();
        assert_eq!(config.plugins["mine"].path, Some("libmine.so".into()));
        assert_eq!(config.plugins["mine"].settings["deep"], true);
        assert_eq!(config.plugins["hedges"].settings["words"][0], "a");
    }

    #[test]
    fn what_is_not_understood_is_an_error() {
        for text in ["plugin = 1", "[plugins.a]\npaths = 'x'", "[plugins"] {
            assert!(toml::from_str::<Config>(text).is_err(), "{text}");
        }
    }
}
