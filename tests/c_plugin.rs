//! The example in C, from the header that the program prints to what it finds.
#![cfg(unix)]

mod common;

use std::fs;
use std::path::Path;
use std::process::Command;

use common::Place;

const SOURCE: &str = "plugins/examples/weasel.c";
const TEXT: &str = "Critics say it will fail. Some of them, MANY BELIEVE, are wrong.";

/// Builds the example as its comment says, and more strictly.
fn build(place: &Place) -> String {
    let header = place.run(&["plugins", "header"]);
    place.file("sayso.h", &header.is(0).is_quiet().out);
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join(SOURCE);
    fs::copy(source, place.path("weasel.c")).unwrap();
    let compiler = std::env::var("CC").unwrap_or_else(|_| "cc".to_owned());
    let strict = ["-std=c11", "-Wall", "-Wextra", "-Werror", "-pedantic"];
    let built = Command::new(compiler)
        .args(strict)
        .args(["-shared", "-fPIC", "-O2", "-o", "libweasel.so", "weasel.c"])
        .current_dir(place.path(""))
        .status()
        .expect("a C compiler");
    assert!(built.success());
    place.file("a.txt", TEXT);
    place.path("libweasel.so").to_str().unwrap().to_owned()
}

#[test]
fn it_is_short() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join(SOURCE);
    assert!(fs::read_to_string(source).unwrap().lines().count() < 80);
}

#[test]
fn it_is_built_by_the_systems_compiler_and_finds_what_it_should() {
    let place = Place::new();
    let library = build(&place);
    let args = ["extract", "--plugin", &library, "--only", "weasel", "a.txt"];
    let ran = place.run(&[&args[..], &["-f", "jsonl"]].concat());
    let record = &ran.is(0).is_quiet().records()[0];
    let found = record["annotations"].as_array().unwrap().iter();
    let found: Vec<_> = found
        .map(|a| {
            let text = |role: &str| a["parts"][role][0]["text"].as_str().unwrap().to_owned();
            assert_eq!(
                (&a["kind"], &a["rule"]),
                (&"weasel".into(), &"nobody-says".into())
            );
            format!("{} {}", text("source"), text("cue"))
        })
        .collect();
    assert_eq!(found, ["Critics say", "MANY BELIEVE"]);
    let apart = place.run(&[&args[..], &["--isolate"]].concat());
    assert_eq!(apart.is(0).out, place.run(&args).is(0).out);
}

#[test]
fn it_conforms() {
    let place = Place::new();
    let library = build(&place);
    let ran = place.run(&["plugins", "check", &library]);
    ran.is(0).is_quiet();
    assert!(ran.out.contains("weasel 1.0.0"), "{}", ran.out);
}
