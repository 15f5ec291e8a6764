//! Which plugins are taken, from where, in which order, with which settings.

mod common;

use std::fs;
use std::path::{Path, PathBuf};

use common::{Image, Outcome, TEXT, WELL_BEHAVED, assert_says, compile, folder, lib, modes};
use sayso_host::{FoundBy, Host, LoadError, Options, Origin, Reason};
use sayso_plugin::abi;
use serde_json::json;

fn load(options: &Options) -> Host {
    Host::load(options).unwrap()
}

#[track_caller]
fn refusal(options: &Options) -> String {
    Host::load(options)
        .expect_err("cannot be loaded")
        .to_string()
}

fn ids(host: &Host) -> Vec<&str> {
    host.plugins().iter().map(|p| p.id()).collect()
}

fn rejections(host: &Host) -> Vec<String> {
    host.rejected().iter().map(ToString::to_string).collect()
}

fn from_file(path: &Path, found_by: FoundBy) -> Origin {
    Origin::File {
        path: path.to_owned(),
        found_by,
    }
}

fn explicit(paths: &[&PathBuf]) -> Options {
    Options {
        explicit: paths.iter().map(|&path| path.clone()).collect(),
        ..Options::default()
    }
}

fn found_in(folders: &[&Path]) -> Options {
    Options {
        search_path: folders.iter().map(|&path| path.to_owned()).collect(),
        ..Options::default()
    }
}

#[test]
fn no_plugins_at_all() {
    let host = load(&Options::default());
    assert_eq!((ids(&host).len(), host.producer().as_str()), (0, ""));
    assert!(Outcome::new(&host, TEXT).annotations.is_empty());
}

#[test]
fn a_plugin_tells_about_itself() {
    let host = load(&explicit(&[&common::library()]));
    let [plugin] = host.plugins() else {
        panic!("{:?}", ids(&host));
    };
    assert_eq!((plugin.id(), plugin.version()), ("misbehaving", "0.1.0"));
    assert_eq!(plugin.built_with(), "bare hands");
    assert_eq!(plugin.summary(), "breaks the rules");
    assert_eq!(plugin.abi(), (abi::ABI_MAJOR, abi::ABI_MINOR));
    assert_eq!((plugin.flags(), plugin.is_shared()), (0, false));
    let [output] = plugin.outputs() else {
        panic!("{:?}", plugin.outputs());
    };
    assert_eq!(
        (&*output.kind, &*output.roles),
        ("probe", &["cue".to_owned()][..])
    );
    assert_eq!(plugin.needs(), []);
    assert_eq!(plugin.rules()[0].name, "first-token");
    assert_eq!(plugin.rules()[0].doc, "The first token.");
    let schema = plugin.settings_schema().unwrap();
    assert_eq!(schema["properties"]["mode"]["type"], "string");
    assert_eq!(
        *plugin.origin(),
        from_file(&common::library(), FoundBy::Explicit)
    );
    assert_eq!(host.producer(), "misbehaving/0.1.0");
}

#[test]
fn a_library_takes_the_place_of_an_embedded_plugin() {
    let folder = folder();
    let image = Image::of("well-behaved").version("9.9.9");
    let path = image.write(folder.path(), "newer");
    let mut options = found_in(&[folder.path()]);
    options.embedded = vec![&WELL_BEHAVED];
    let host = load(&options);
    assert_eq!(host.producer(), "well-behaved/9.9.9");
    assert_eq!(
        *host.plugins()[0].origin(),
        from_file(&path, FoundBy::SearchPath)
    );
    // But not if it cannot be loaded.
    Image::of("well-behaved")
        .set(0, b"MZ")
        .write(folder.path(), "newer");
    let host = load(&options);
    assert_eq!(*host.plugins()[0].origin(), Origin::Embedded);
    assert_eq!(host.rejected().len(), 1);
}

#[test]
fn a_library_that_cannot_be_opened_leaves_the_embedded_plugin() {
    let folder = folder();
    compile(
        folder.path(),
        "undefined",
        "extern void nobody_has_this(void);
         static const plugin *get(const void *h, err *e) { nobody_has_this(); return 0; }
         ENTRY(sayso_plugin_v1_a, \"well-behaved\", get)",
    );
    Image::of("well-behaved")
        .version("2.0")
        .write(folder.path(), "working");
    let mut options = found_in(&[folder.path()]);
    options.embedded = vec![&WELL_BEHAVED];
    assert_eq!(load(&options).producer(), "well-behaved/2.0");
    fs::remove_file(folder.path().join(lib("working"))).unwrap();
    assert_eq!(load(&options).producer(), "well-behaved/0.1.0");
}

#[test]
fn two_embedded_plugins_with_one_id() {
    let options = Options {
        embedded: vec![&WELL_BEHAVED, &WELL_BEHAVED],
        ..Options::default()
    };
    assert_says(
        &refusal(&options),
        &["`well-behaved`", "the program itself"],
    );
}

#[test]
fn two_named_libraries_with_one_id() {
    let folder = folder();
    let one = Image::of("same").write(folder.path(), "one");
    let two = Image::of("same").write(folder.path(), "two");
    let both = [one.display().to_string(), two.display().to_string()];
    let words = ["both have a plugin `same`", &both[0], &both[1]];
    assert_says(&refusal(&explicit(&[&one, &two])), &words);
    let mixed = Options {
        configured: vec![two],
        ..explicit(&[&one])
    };
    assert_says(&refusal(&mixed), &words);
    assert!(matches!(Host::load(&mixed), Err(LoadError::SameId { .. })));
}

#[test]
fn one_library_named_twice_is_taken_once() {
    let folder = folder();
    let path = Image::of("same").write(folder.path(), "real");
    let other_name = folder.path().join(".").join(lib("real"));
    let link = folder.path().join(lib("link"));
    std::os::unix::fs::symlink(&path, &link).unwrap();
    let options = Options {
        configured: vec![path.clone()],
        search_path: vec![folder.path().to_owned()],
        ..explicit(&[&path, &other_name, &link])
    };
    let host = load(&options);
    assert_eq!(ids(&host), ["same"]);
    assert_eq!(
        *host.plugins()[0].origin(),
        from_file(&path, FoundBy::Explicit)
    );
    assert!(host.rejected().is_empty(), "{:?}", rejections(&host));
}

#[test]
fn a_named_library_shadows_one_that_is_found() {
    let (named, found) = (folder(), folder());
    let path = Image::of("same").version("1").write(named.path(), "x");
    let other = Image::of("same").version("2").write(found.path(), "x");
    for found_by in [FoundBy::Explicit, FoundBy::Configured] {
        let mut options = found_in(&[found.path()]);
        match found_by {
            FoundBy::Explicit => options.explicit = vec![path.clone()],
            _ => options.configured = vec![path.clone()],
        }
        let host = load(&options);
        assert_eq!(host.producer(), "same/1");
        assert_eq!(*host.plugins()[0].origin(), from_file(&path, found_by));
        let [rejected] = host.rejected() else {
            panic!("{:?}", rejections(&host));
        };
        assert!(matches!(rejected.reason, Reason::Shadowed { .. }));
        let expected = format!("plugin `same` is shadowed by {}", path.display());
        assert_says(rejected, &[&other.display().to_string(), &expected]);
    }
}

#[test]
fn folders_in_order_and_files_by_name() {
    let (first, second) = (folder(), folder());
    Image::of("a").version("3").write(first.path(), "z");
    Image::of("a").version("2").write(first.path(), "y");
    Image::of("a").version("1").write(second.path(), "a");
    Image::of("b").version("4").write(second.path(), "b");
    let host = load(&found_in(&[first.path(), second.path()]));
    assert_eq!(host.producer(), "a/2 b/4");
    let shadowing = first.path().join(lib("y")).display().to_string();
    let expected = [first.path().join(lib("z")), second.path().join(lib("a"))];
    let rejected: Vec<_> = host.rejected().iter().map(|r| r.path.clone()).collect();
    assert_eq!(rejected, expected);
    for rejected in host.rejected() {
        assert_says(rejected, &["plugin `a` is shadowed by", &shadowing]);
    }
}

#[test]
fn only_libraries_are_looked_at_in_a_folder() {
    let folder = folder();
    Image::of("a").write(folder.path(), "a");
    for other in [
        "notes.txt",
        "libb.so.old",
        "no-extension",
        ".libhidden.so",
        "._liba.dylib",
    ] {
        fs::write(folder.path().join(other), "x").unwrap();
    }
    fs::write(folder.path().join(lib("text")), "just text").unwrap();
    compile(folder.path(), "plain", "int answer(void) { return 42; }");
    let host = load(&found_in(&[folder.path()]));
    assert_eq!(ids(&host), ["a"]);
    let rejected = rejections(&host);
    assert_eq!(rejected.len(), 2, "{rejected:?}");
    assert_says(&rejected[0], &[&lib("plain"), "not a sayso plugin"]);
    assert_says(&rejected[1], &[&lib("text"), "plain text?"]);
}

#[test]
fn folders_that_do_not_exist_or_cannot_be_read() {
    let folder = folder();
    let file = folder.path().join("file");
    fs::write(&file, "x").unwrap();
    let host = load(&found_in(&[
        &folder.path().join("none"),
        &file,
        Path::new(""),
    ]));
    let rejected = rejections(&host);
    assert_eq!(rejected.len(), 1, "{rejected:?}");
    assert_says(
        &rejected[0],
        &[&file.display().to_string(), "cannot be read"],
    );
}

#[test]
fn only_some_plugins_are_run() {
    let folder = folder();
    Image::of("a").write(folder.path(), "a");
    let mut options = found_in(&[folder.path()]);
    options.embedded = vec![&WELL_BEHAVED];
    options.only = Some(vec!["well-behaved".to_owned()]);
    assert_eq!(ids(&load(&options)), ["well-behaved"]);
    options.only = Some(vec!["a".to_owned(), "claimz".to_owned()]);
    assert_says(
        &refusal(&options),
        &["no plugin `claimz`; known: a, well-behaved"],
    );
    options.only = Some(Vec::new());
    assert!(load(&options).plugins().is_empty());
}

/// A plugin in C that emits and needs kinds; `kind?` is an optional need.
fn related(folder: &Path, id: &str, needs: &[&str], outputs: &[&str]) -> PathBuf {
    let list = |kinds: &[&str], rest: &dyn Fn(&str) -> &'static str| {
        let items: Vec<_> = kinds
            .iter()
            .map(|kind| {
                format!(
                    "{{STR(\"{}\"), {}}}",
                    kind.trim_end_matches('?'),
                    rest(kind)
                )
            })
            .collect();
        items.join(", ")
    };
    let optional = |kind: &str| if kind.ends_with('?') { "1, 0" } else { "0, 0" };
    let code = format!(
        "static need needs[] = {{ {}, {{{{0}}}} }};
         static output outputs[] = {{ {}, {{{{0}}}} }};
         static const plugin *get(const void *h, err *e) {{
           idle.needs = needs; idle.n_needs = {};
           idle.outputs = outputs; idle.n_outputs = {};
           return &idle; }}
         ENTRY(sayso_plugin_v1_x, \"{id}\", get)",
        list(needs, &optional),
        list(outputs, &|_| "0, 0"),
        needs.len(),
        outputs.len(),
    )
    .replace("{ , ", "{ ");
    compile(folder, id, &code)
}

#[test]
fn plugins_run_in_the_order_of_their_needs() {
    let folder = folder();
    related(
        folder.path(),
        "attribution",
        &[],
        &["attribution", "quotation"],
    );
    related(folder.path(), "claims", &["attribution"], &["claim"]);
    related(
        folder.path(),
        "hedges",
        &["claim?", "attribution?"],
        &["hedge"],
    );
    related(folder.path(), "early", &["hedge", "other?"], &["summary"]);
    let mut options = found_in(&[folder.path()]);
    let host = load(&options);
    assert_eq!(ids(&host), ["attribution", "claims", "hedges", "early"]);
    let claims = &host.plugins()[1];
    assert_eq!(
        (&*claims.needs()[0].kind, claims.needs()[0].optional),
        ("attribution", false)
    );
    assert!(host.plugins()[2].needs()[0].optional);

    options.only = Some(vec!["hedges".to_owned()]);
    assert_eq!(ids(&load(&options)), ["hedges"]);
    options.only = Some(vec!["hedges".to_owned(), "claims".to_owned()]);
    assert_says(
        &refusal(&options),
        &[
            "plugin `claims` needs annotations of kind `attribution`",
            "`attribution` emits: add it",
        ],
    );
}

#[test]
fn a_need_that_nobody_meets_and_a_circle() {
    let folder = folder();
    let a = related(folder.path(), "a", &["kind-b"], &["kind-a"]);
    let b = related(folder.path(), "b", &["kind-a?"], &["kind-b"]);
    assert_says(
        &refusal(&explicit(&[&a])),
        &["plugin `a` needs annotations of kind `kind-b`, which no loaded plugin emits"],
    );
    assert_says(
        &refusal(&explicit(&[&a, &b])),
        &["in a circle: a needs b needs a"],
    );
}

#[test]
fn settings_are_checked_before_anything_runs() {
    let mut options = explicit(&[&common::library()]);
    options.settings = modes(&[("nobody", "x")]);
    let words = ["settings: no plugin `nobody`; known: misbehaving"];
    assert_says(&refusal(&options), &words);

    let mut with = |key: &str, value| {
        options.settings.clear();
        let settings = json!({key: value}).as_object().unwrap().clone();
        options.settings.insert("misbehaving".to_owned(), settings);
        Host::load(&options)
            .map(|_| ())
            .map_err(|error| error.to_string())
    };
    let unknown = with("moed", json!("flood")).unwrap_err();
    assert_says(
        &unknown,
        &["plugin `misbehaving` has no setting `moed`; known: mode"],
    );
    let wrong = with("mode", json!(["flood"])).unwrap_err();
    let expected = "plugin `misbehaving`, setting `mode`: expected a string, met the array";
    assert_says(&wrong, &[expected]);
    with("mode", json!("well-behaved")).unwrap();
}

#[test]
fn settings_of_a_plugin_that_is_not_selected_are_no_error() {
    let mut options = common::misbehaving("fail");
    options.only = Some(vec!["well-behaved".to_owned()]);
    let outcome = Outcome::new(&load(&options), TEXT);
    assert_eq!(outcome.count("well-behaved"), 1);
}

#[test]
fn a_plugin_that_cannot_be_created() {
    let worker = |mode| {
        let host = load(&common::misbehaving(mode));
        host.worker().map(|_| ()).unwrap_err().to_string()
    };
    let expected = "plugin `misbehaving` cannot be set up: cannot be created";
    assert_eq!(worker("create-fails"), expected);
    assert_says(
        &worker("panic-create"),
        &[
            "plugin `misbehaving` cannot be set up",
            "it panicked: panicked on purpose in create",
        ],
    );
}
