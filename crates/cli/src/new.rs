//! `sayso plugins new`: a crate to begin with.

use std::env::consts::{DLL_PREFIX, DLL_SUFFIX};
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};

use crate::args::New;
use crate::message::printable;
use crate::{Status, print};

/// The files of a new plugin, by their places in it.
const FILES: &[(&str, &str)] = &[
    (
        "Cargo.toml",
        include_str!("../templates/plugin/Cargo.toml.in"),
    ),
    ("src/lib.rs", include_str!("../templates/plugin/lib.rs.in")),
    (
        "data/words.tsv",
        include_str!("../templates/plugin/words.tsv.in"),
    ),
    (
        "tests/rules.rs",
        include_str!("../templates/plugin/rules.rs.in"),
    ),
    (
        "fixtures/sample.txt",
        include_str!("../templates/plugin/sample.txt.in"),
    ),
    (
        "fixtures/sample.snap",
        include_str!("../templates/plugin/sample.snap.in"),
    ),
    (
        "README.md",
        include_str!("../templates/plugin/README.md.in"),
    ),
    (
        ".gitignore",
        include_str!("../templates/plugin/gitignore.in"),
    ),
];

/// Names that a crate cannot have, or that would be in the way of what it depends on.
const TAKEN: &[&str] = &[
    "alloc",
    "core",
    "insta",
    "proc-macro",
    "sayso",
    "sayso-plugin",
    "std",
    "test",
];

/// Names of plugins that are part of the program: another with the same takes their place.
const STANDARD: &[&str] = &["attribution", "claims", "hedges"];

const KEYWORDS: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate",
    "do", "dyn", "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl",
    "in", "let", "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub", "ref",
    "return", "self", "static", "struct", "super", "trait", "true", "try", "type", "typeof",
    "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

/// The longest id that fits into a plugin's entry, in bytes.
const LONGEST: usize = 63;

pub(crate) fn new(args: &New) -> anyhow::Result<Status> {
    if let Err(problem) = check(&args.name) {
        bail!("{:?} cannot be a plugin's name: {problem}", args.name);
    }
    let (sdk, testing) = match &args.sdk_path {
        Some(path) => {
            let path = sdk(path)?;
            (
                format!("{{ path = {path} }}"),
                format!("{{ path = {path}, features = [\"testing\"] }}"),
            )
        }
        None => {
            let version = env!("CARGO_PKG_VERSION");
            (
                format!("\"{version}\""),
                format!("{{ version = \"{version}\", features = [\"testing\"] }}"),
            )
        }
    };
    let crate_name = args.name.replace('-', "_");
    let library = format!("{DLL_PREFIX}{crate_name}{DLL_SUFFIX}");
    let fill = |template: &str| {
        template
            .replace("@NAME@", &args.name)
            .replace("@CRATE@", &crate_name)
            .replace("@LIBRARY@", &library)
            .replace("@SDK@", &sdk)
            .replace("@TESTING@", &testing)
    };
    let folder = Path::new(&args.name);
    match fs::create_dir(folder) {
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            bail!("{} exists already; nothing was written", folder.display())
        }
        made => made.with_context(|| format!("cannot make {}", folder.display()))?,
    }
    if let Err(error) = write(folder, fill) {
        // Ours since a moment ago.
        let _ = fs::remove_dir_all(folder);
        return Err(error);
    }
    print(&printable(&next_steps(&args.name, &library)))
}

fn next_steps(name: &str, library: &str) -> String {
    let files: String = FILES
        .iter()
        .map(|(f, _)| format!("  {name}/{f}\n"))
        .collect();
    format!(
        "wrote\n{files}\nnext\n  cd {name}\n  cargo test\n  cargo build --release\n  \
         sayso extract --plugin target/release/{library} fixtures/sample.txt\n"
    )
}

fn write(folder: &Path, fill: impl Fn(&str) -> String) -> anyhow::Result<()> {
    for (file, template) in FILES {
        let path = folder.join(file);
        let parent = path.parent().unwrap_or(folder);
        fs::create_dir_all(parent)
            .and_then(|()| fs::write(&path, fill(template)))
            .with_context(|| format!("cannot write {}", path.display()))?;
    }
    Ok(())
}

/// What is wrong with a name, for a crate and for a plugin's id.
fn check(name: &str) -> Result<(), String> {
    let in_set = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if name.is_empty() {
        return Err("it is empty".to_owned());
    }
    if let Some(wrong) = name.chars().find(|&c| !in_set(c)) {
        let hint = match wrong {
            '/' | '\\' => "; the folder is made in the working directory",
            '_' | ' ' => "; write a hyphen instead",
            _ => "",
        };
        return Err(format!(
            "it has {wrong:?}, and a name is made of the letters a–z, digits and hyphens{hint}"
        ));
    }
    if !name.starts_with(|c: char| c.is_ascii_lowercase()) {
        return Err("it does not begin with a letter".to_owned());
    }
    if name.ends_with('-') {
        return Err("it ends with a hyphen".to_owned());
    }
    let id = name.strip_prefix("sayso-").unwrap_or(name);
    if id.len() > LONGEST {
        return Err(format!(
            "it has {} letters, at most {LONGEST} are possible",
            id.len()
        ));
    }
    if KEYWORDS.contains(&name) {
        return Err("it is a word of the Rust language".to_owned());
    }
    if TAKEN.contains(&name) {
        return Err("a library that the plugin needs is called so".to_owned());
    }
    if STANDARD.contains(&id) {
        return Err("a standard plugin is called so, and yours would take its place".to_owned());
    }
    Ok(())
}

/// The SDK in a checkout, as a string of TOML.
fn sdk(checkout: &Path) -> anyhow::Result<String> {
    let inside = [checkout.join("crates/plugin"), checkout.to_owned()];
    let found = inside.iter().find(|folder| is_sdk(folder));
    let Some(found) = found else {
        bail!(
            "--sdk-path: {} is no checkout of sayso (it has no crates/plugin/Cargo.toml)",
            checkout.display()
        );
    };
    let path: PathBuf = found
        .canonicalize()
        .with_context(|| format!("--sdk-path: {}", found.display()))?;
    match path.to_str() {
        // Strings of JSON are strings of TOML.
        Some(path) => Ok(serde_json::Value::from(path).to_string()),
        None => bail!("--sdk-path: {} is not UTF-8", path.display()),
    }
}

/// Whether a folder holds the SDK's crate.
fn is_sdk(folder: &Path) -> bool {
    #[derive(serde::Deserialize)]
    struct Manifest {
        package: Package,
    }
    #[derive(serde::Deserialize)]
    struct Package {
        name: String,
    }
    let text = fs::read_to_string(folder.join("Cargo.toml"));
    let manifest = text
        .ok()
        .and_then(|text| toml::from_str::<Manifest>(&text).ok());
    manifest.is_some_and(|manifest| manifest.package.name == "sayso-plugin")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_crates_and_plugins_can_have() {
        for name in ["warnings", "my-plugin-2", "sayso-polls", "w"] {
            assert_eq!(check(name), Ok(()), "{name}");
        }
        for (name, problem) in [
            ("", "empty"),
            ("Warnings", "'W'"),
            ("warn_ings", "hyphen instead"),
            ("a/b", "working directory"),
            ("..", "'.'"),
            ("häuser", "'ä'"),
            ("警告", "'警'"),
            ("2nd", "begin with a letter"),
            ("-x", "begin with a letter"),
            ("x-", "ends with a hyphen"),
            ("match", "Rust language"),
            ("std", "called so"),
            ("sayso-plugin", "called so"),
            ("hedges", "standard plugin"),
            ("sayso-hedges", "standard plugin"),
            (&"x".repeat(64), "at most 63"),
        ] {
            let told = check(name).unwrap_err();
            assert!(told.contains(problem), "{name}: {told}");
        }
    }

    #[test]
    fn the_rules_fit_on_a_page() {
        let lib = FILES.iter().find(|(file, _)| *file == "src/lib.rs");
        assert!(lib.unwrap().1.lines().count() <= 30);
    }
}
