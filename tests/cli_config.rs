//! What configuration files say, and what is said of wrong ones.

mod common;

use std::fs;

use common::{Place, library};

#[test]
fn the_users_configuration_is_read_unless_told_otherwise() {
    let place = Place::new();
    let config = place.file(
        "home/.config/sayso/config.toml",
        "[plugins.mine]\npath = 'libmine.so'\n",
    );
    let library = config.with_file_name("libmine.so");
    let ran = place.run(&["plugins", "list"]);
    ran.is(2).says(&format!(
        "sayso: configuration {}: [plugins.mine]: {}: no such file",
        config.display(),
        library.display()
    ));
    place
        .run(&["plugins", "list", "--no-config"])
        .is(0)
        .is_quiet();
    let other = place.file("other.toml", "");
    place
        .run(&["plugins", "list", "--config", other.to_str().unwrap()])
        .is(0);
}

#[test]
fn a_faulty_configuration_is_an_error() {
    let place = Place::new();
    let with = |config: &str| {
        place.file("c.toml", config);
        place.run(&["extract", "--config", "c.toml", "missing.txt"])
    };
    with("[plugins.hedges]\nsetings = {}\n")
        .is(2)
        .says("configuration c.toml")
        .says("setings");
    with("[plugins").is(2).says("configuration c.toml");
    with("[plugins.nobody.settings]\na = 1\n")
        .is(2)
        .says("configuration c.toml: settings: no plugin `nobody`");
    for empty in ["[plugins.nobody]\n", "[plugins.nobody.settings]\n"] {
        with(empty)
            .is(2)
            .says("configuration c.toml: ")
            .says("`nobody`");
    }
    with("[plugins.claims.settings]\nno_such_setting = 1\n")
        .is(2)
        .says("configuration c.toml: plugin `claims` has no setting `no_such_setting`");
    let ran = place.run(&["extract", "--config", "none.toml"]);
    ran.is(2)
        .says("sayso: configuration none.toml: No such file or directory");
    place
        .run(&["extract", "--config", "c.toml", "--no-config"])
        .is(2);
}

#[test]
fn a_library_has_to_be_the_plugin_it_is_configured_as() {
    let place = Place::new();
    fs::copy(library("attribution"), place.path("copy.so")).unwrap();
    place.file("c.toml", "[plugins.mine]\npath = 'copy.so'\n");
    let ran = place.run(&["plugins", "list", "--config", "c.toml"]);
    ran.is(2)
        .says("c.toml: [plugins.mine]: copy.so is plugin `attribution`\n");
    place.file("c.toml", "[plugins.attribution]\npath = 'copy.so'\n");
    let ran = place.run(&["plugins", "list", "--config", "c.toml"]);
    assert!(ran.is(0).out.contains("from copy.so (configuration)"));
    // What is wrong elsewhere is not put down to the configuration.
    let ran = place.run(&["extract", "--config", "c.toml", "--only", "nobody", "a"]);
    ran.is(2)
        .says("sayso: the plugins to run: no plugin `nobody`");
}
