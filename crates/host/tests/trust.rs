//! Libraries that are not what was meant, or that anyone may replace, are not opened.
#![cfg(unix)]

mod common;

use std::fs::{self, Permissions};
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};

use common::{Image, assert_says, compile, folder};
use sayso_host::{Host, Options, Sha, inspect};

/// A library that ends the process when it is opened.
fn deadly(folder: &Path) -> PathBuf {
    let code = "#include <stdlib.h>
         __attribute__((constructor)) static void opened(void) { abort(); }
         ENTRY(sayso_plugin_v1_a, \"a\", get_idle)";
    compile(folder, "deadly", code)
}

fn pinned(path: &Path, pin: Sha) -> Options {
    Options {
        explicit: vec![path.to_owned()],
        pins: [("a".to_owned(), pin)].into(),
        ..Options::default()
    }
}

fn mode(path: &Path, mode: u32) {
    fs::set_permissions(path, Permissions::from_mode(mode)).unwrap();
}

#[test]
fn a_library_that_is_not_the_one_pinned_is_never_opened() {
    let folder = folder();
    let path = deadly(folder.path());
    let met = inspect(&path).unwrap().sha256;
    let other = Sha::of(b"another library");
    let words = format!("plugin `a` is pinned to the SHA-256 {other}, this file has {met}");
    let fatal = Host::load(&pinned(&path, other)).unwrap_err().to_string();
    assert_eq!(fatal, format!("plugin {}: {words}", path.display()));
    let found = Options {
        explicit: Vec::new(),
        search_path: vec![folder.path().to_owned()],
        ..pinned(&path, other)
    };
    let fatal = Host::load(&found).unwrap_err();
    assert_says(&fatal, &[&words]);
}

#[test]
fn a_library_that_is_the_one_pinned_is_opened() {
    let folder = folder();
    let path = Image::of("a").write(folder.path(), "a");
    let sha = Sha::of(&fs::read(&path).unwrap());
    assert_eq!(inspect(&path).unwrap().sha256, sha);
    let host = Host::load(&pinned(&path, sha)).unwrap();
    assert_eq!(host.producer(), "a/0.1.0");
}

/// What is said of the files and folders of a search path.
fn rejections(folder: &Path) -> Vec<String> {
    let options = Options {
        search_path: vec![folder.to_owned()],
        ..Options::default()
    };
    let host = Host::load(&options).unwrap();
    let rejected = host.rejected().iter().map(ToString::to_string);
    rejected
        .chain(host.plugins().iter().map(|p| p.id().to_owned()))
        .collect()
}

#[test]
fn a_folder_that_anyone_may_write_to_is_refused() {
    let folder = folder();
    let plugins = folder.path().join("plugins");
    fs::create_dir(&plugins).unwrap();
    Image::of("a").write(&plugins, "a");
    assert_eq!(rejections(&plugins), ["a"]);
    let shown = plugins.display().to_string();
    // Even where only owners may rename: anyone may add.
    for open in [0o777, 0o1777] {
        mode(&plugins, open);
        assert_eq!(
            rejections(&plugins),
            [format!("{shown}: anyone may write to {shown}")]
        );
    }
    mode(&plugins, 0o755);
    mode(folder.path(), 0o777);
    let above = folder.path().canonicalize().unwrap();
    let above = format!("{shown}: anyone may write to {}", above.display());
    assert_eq!(rejections(&plugins), [above]);
    mode(folder.path(), 0o1777);
    assert_eq!(rejections(&plugins), ["a"], "only its owner may rename it");
}

#[test]
fn a_file_that_anyone_may_write_to_is_refused() {
    let folder = folder();
    let (plugins, open) = (folder.path().join("plugins"), folder.path().join("open"));
    fs::create_dir(&plugins).unwrap();
    fs::create_dir(&open).unwrap();
    let path = Image::of("a").write(&plugins, "a");
    let shown = path.display().to_string();
    mode(&path, 0o666);
    assert_eq!(
        rejections(&plugins),
        [format!("{shown}: anyone may write to {shown}")]
    );
    // A link is as good as what it leads to.
    fs::remove_file(&path).unwrap();
    symlink(Image::of("b").write(&open, "b"), &path).unwrap();
    assert_eq!(rejections(&plugins), ["b"]);
    mode(&open, 0o777);
    let [told] = &rejections(&plugins)[..] else {
        panic!("taken")
    };
    assert_says(told, &[&shown, "anyone may write to", "/open"]);
}

#[test]
fn what_a_configuration_names_may_be_replaced_only_if_it_is_pinned() {
    let folder = folder();
    let path = Image::of("a").write(folder.path(), "a");
    mode(folder.path(), 0o777);
    let mut options = Options {
        configured: vec![path.clone()],
        ..Options::default()
    };
    let fatal = Host::load(&options).unwrap_err();
    assert_says(&fatal, &["anyone may write to"]);
    let sha = Sha::of(&fs::read(&path).unwrap());
    options.pins = [("a".to_owned(), sha)].into();
    Host::load(&options).unwrap();
    // What is named on the command line was chosen this moment.
    options.explicit = std::mem::take(&mut options.configured);
    options.pins.clear();
    Host::load(&options).unwrap();
}
