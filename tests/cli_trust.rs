//! What a configuration says of the libraries that are meant.
#![cfg(unix)]

mod common;

use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;

use common::{Place, library};

/// A configuration that names a copy of a plugin, pinned to a hash.
fn pinned(place: &Place, sha256: &str) {
    fs::copy(library("hedges"), place.path("copy.so")).unwrap();
    let config = format!("[plugins.hedges]\npath = 'copy.so'\nsha256 = '{sha256}'\n");
    place.file("c.toml", config);
}

/// What `plugins info` says is the hash of a file.
fn hash(place: &Place, path: &str) -> String {
    let ran = place.run(&["plugins", "info", path, "-f", "json"]);
    let info: serde_json::Value = serde_json::from_str(&ran.is(0).out).unwrap();
    info["sha256"].as_str().unwrap().to_owned()
}

#[test]
fn a_plugin_may_be_pinned() {
    let place = Place::new();
    pinned(&place, "");
    let own = hash(&place, "./copy.so");
    let args = ["plugins", "info", "hedges", "--config", "c.toml"];
    pinned(&place, &own.to_uppercase());
    let ran = place.run(&args);
    assert!(ran.is(0).out.contains(&format!("SHA-256     {own}\n")));

    let other = "0".repeat(64);
    pinned(&place, &other);
    place.run(&args).is(2).says(&format!(
        "sayso: configuration c.toml: plugin copy.so: plugin `hedges` is pinned to the SHA-256 \
         {other}, this file has {own}\n"
    ));
    // Wherever the library is found.
    place.file("c.toml", format!("[plugins.hedges]\nsha256 = '{other}'\n"));
    let copy = place.path("copy.so");
    let named = [&args[..], &["--plugin", copy.to_str().unwrap()]].concat();
    place.run(&named).is(2).says("is pinned to");
    // What is built in has no library.
    place.run(&args).is(0).is_quiet();
}

#[test]
fn what_is_no_hash_is_an_error() {
    let place = Place::new();
    for wrong in ["", "abc", &"g".repeat(64)] {
        pinned(&place, wrong);
        let ran = place.run(&["plugins", "list", "--config", "c.toml"]);
        ran.is(2).says(&format!(
            "sayso: configuration c.toml: [plugins.hedges]: sha256: expected 64 hexadecimal \
             digits, met {wrong:?}\n"
        ));
    }
}

#[test]
fn a_plugin_folder_that_anyone_may_write_to_is_passed_over() {
    let place = Place::new();
    let folder = place.path("home/.local/share/sayso/plugins");
    fs::create_dir_all(&folder).unwrap();
    fs::copy(library("hedges"), folder.join("libhedges.so")).unwrap();
    let ran = place.run(&["plugins", "list"]);
    assert!(ran.is(0).out.contains("libhedges.so (search path)"));
    fs::set_permissions(&folder, Permissions::from_mode(0o777)).unwrap();
    let ran = place.run(&["plugins", "list"]);
    assert!(!ran.is(0).out.contains("libhedges.so"));
    assert!(
        ran.out.contains("plugins: anyone may write to "),
        "{}",
        ran.out
    );
    place.file("a.txt", "It may rain.");
    let ran = place.run(&["extract", "a.txt"]);
    ran.is(0)
        .says("sayso: warning: plugin not loaded: ")
        .says("anyone may write to");
}
