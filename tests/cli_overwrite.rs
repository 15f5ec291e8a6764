//! No file that is read is written over.

mod common;

use std::fs::{self, File};

use common::{NEWS, Place, library, ran};

/// Runs `sayso extract` with these arguments, which has to refuse and leave this file as it is.
#[track_caller]
fn keeps(place: &Place, file: &str, args: &[&str]) {
    let before = fs::read(place.path(file)).unwrap();
    let ran = place.run(&[&["extract"], args].concat());
    ran.is(2).says("both read and written");
    assert_eq!(fs::read(place.path(file)).unwrap(), before, "{args:?}");
}

#[test]
fn a_file_under_another_path() {
    let place = Place::new();
    place.file("f/a.txt", NEWS);
    keeps(&place, "f/a.txt", &["f/a.txt", "-o", "f/../f/a.txt"]);
    // One that is not there would be read as soon as it is written.
    let ran = place.run(&["extract", "new.txt", "-o", "./new.txt"]);
    ran.is(2).says("both read and written");
    assert!(!place.path("new.txt").exists());
}

#[test]
fn a_file_of_a_folder() {
    let place = Place::new();
    place.file("f/a.txt", NEWS);
    place.file("f/g/b.txt", NEWS);
    place.file("f/c.jsonl", "{\"id\":1,\"text\":\"a\"}\n");
    keeps(&place, "f/a.txt", &["f", "-o", "f/a.txt"]);
    keeps(&place, "f/g/b.txt", &["f", "-o", "f/g/b.txt"]);
    keeps(&place, "f/g/b.txt", &[".", "-o", "f/g/b.txt"]);
    let lines = ["--input-format", "jsonl", "f", "-o", "f/c.jsonl"];
    keeps(&place, "f/c.jsonl", &lines);
    let ran = place.run(&["extract", "f", "-o", "f/g/new.txt"]);
    ran.is(2)
        .says("sayso: f/g/new.txt is both read and written: f is read\n");
    assert!(!place.path("f/g/new.txt").exists());
}

#[test]
fn what_is_not_read_may_be_written_into_the_folder() {
    let place = Place::new();
    place.file("f/a.txt", "It rained.");
    for output in ["f/out.jsonl", "f/.out.txt", "f-out.txt"] {
        for _ in 0..2 {
            let ran = place.run(&["extract", "-f", "jsonl", "f", "-o", output]);
            ran.is(0).is_quiet();
            let written = fs::read_to_string(place.path(output)).unwrap();
            assert_eq!(written.lines().count(), 1, "{output}");
        }
    }
}

#[cfg(unix)]
#[test]
fn a_file_under_another_name() {
    let place = Place::new();
    let file = place.file("a.txt", NEWS);
    place.file("f/b.txt", NEWS);
    fs::hard_link(&file, place.path("hard.out")).unwrap();
    fs::hard_link(place.path("f/b.txt"), place.path("b.out")).unwrap();
    std::os::unix::fs::symlink(&file, place.path("soft.out")).unwrap();
    std::os::unix::fs::symlink(&file, place.path("f/soft.txt")).unwrap();
    keeps(&place, "a.txt", &["a.txt", "-o", "hard.out"]);
    keeps(&place, "a.txt", &["a.txt", "-o", "soft.out"]);
    keeps(&place, "f/b.txt", &["f", "-o", "b.out"]);
    keeps(&place, "a.txt", &["f", "-o", "a.txt"]);
}

#[cfg(unix)]
#[test]
fn the_file_that_standard_input_comes_from() {
    let place = Place::new();
    let file = place.file("s.txt", NEWS);
    let from_file = |args: &[&str]| {
        let mut command = place.command(args);
        command.stdin(File::open(&file).unwrap());
        ran(command)
    };
    for args in [
        &["extract", "-o", "s.txt"][..],
        &["extract", "-", "-o", "./s.txt"],
    ] {
        from_file(args).is(2).says("both read and written");
        assert_eq!(fs::read_to_string(&file).unwrap(), NEWS);
    }
    from_file(&["extract", "-o", "other.txt"]).is(0).is_quiet();
    // A device is not harmed.
    place.run(&["extract", "-o", "/dev/null"]).is(0);
    place
        .run(&["extract", "/dev/null", "-o", "/dev/null"])
        .is(0);
}

#[test]
fn configuration_and_plugins() {
    let place = Place::new();
    place.file("a.txt", NEWS);
    place.file("c.toml", "");
    keeps(
        &place,
        "c.toml",
        &["--config", "c.toml", "a.txt", "-o", "c.toml"],
    );
    let users = "home/.config/sayso/config.toml";
    place.file(users, "");
    keeps(&place, users, &["a.txt", "-o", users]);
    fs::copy(library("hedges"), place.path("h.so")).unwrap();
    keeps(&place, "h.so", &["--plugin", "h.so", "a.txt", "-o", "h.so"]);
    place.file("c.toml", "[plugins.hedges]\npath = 'h.so'\n");
    // Even if it is not to run.
    let args = [
        "--config",
        "c.toml",
        "--only",
        "attribution",
        "a.txt",
        "-o",
        "h.so",
    ];
    keeps(&place, "h.so", &args);
}
