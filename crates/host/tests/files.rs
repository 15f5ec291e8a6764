//! Files that are no plugins are refused before any of their code runs, each in its words.

mod common;

use std::fs;
use std::mem::offset_of;
use std::path::Path;

use common::{Image, assert_says, compile, folder, library};
use sayso_host::{Host, Options, Reason, inspect};
use sayso_plugin::abi;

/// The message about a file: the same from `inspect`, as a fatal error if the file was named,
/// and as a rejection if it was found.
#[track_caller]
fn refusal(path: &Path) -> String {
    let message = inspect(path).expect_err("the file is refused").to_string();
    assert_says(&message, &[&path.display().to_string()]);

    let explicit = Options {
        explicit: vec![path.to_owned()],
        ..Options::default()
    };
    let fatal = Host::load(&explicit)
        .expect_err("a named file is fatal")
        .to_string();
    assert_eq!(fatal, format!("plugin {message}"));
    let configured = Options {
        configured: vec![path.to_owned()],
        ..Options::default()
    };
    let fatal = Host::load(&configured)
        .expect_err("a named file is fatal")
        .to_string();
    assert_eq!(fatal, format!("plugin {message}"));

    if path.exists() {
        let found = Options {
            search_path: vec![path.parent().unwrap().to_owned()],
            ..Options::default()
        };
        let host = Host::load(&found).expect("a found file is not fatal");
        assert_eq!(host.plugins().len(), 0);
        let rejected: Vec<_> = host.rejected().iter().map(ToString::to_string).collect();
        assert_eq!(rejected, [&*message]);
    }
    message
}

#[track_caller]
fn refuses(image: &Image, words: &[&str]) {
    let folder = folder();
    let path = image.write(folder.path(), "patched");
    assert_says(&refusal(&path), words);
}

#[track_caller]
fn refuses_bytes(bytes: &[u8], words: &[&str]) {
    let folder = folder();
    let path = folder.path().join(common::lib("bytes"));
    fs::write(&path, bytes).unwrap();
    assert_says(&refusal(&path), words);
}

#[test]
fn a_plugin_is_read_without_running_it() {
    let report = inspect(library()).unwrap();
    assert_eq!(report.path, library());
    assert_eq!(report.size, fs::metadata(library()).unwrap().len());
    let [entry] = &report.entries[..] else {
        panic!("not one entry: {report:?}");
    };
    assert_eq!(entry.symbol, "sayso_plugin_v1_sayso_misbehaving");
    assert_eq!((&*entry.id, &*entry.version), ("misbehaving", "0.1.0"));
    assert_eq!(entry.built_with, "bare hands");
    assert_eq!(entry.abi, (abi::ABI_MAJOR, abi::ABI_MINOR));
    assert_eq!(entry.flag_names(), [""; 0]);
}

#[test]
fn flags_have_names() {
    let folder = folder();
    let all = abi::FLAG_DEBUG | abi::FLAG_PANIC_ABORT | abi::FLAG_SHARED;
    let image = Image::new().put(offset_of!(abi::Entry, flags), &all.to_ne_bytes());
    let report = inspect(image.write(folder.path(), "flags")).unwrap();
    let names = report.entries[0].flag_names();
    assert_eq!(names, ["panic-abort", "debug", "shared"]);
}

#[test]
fn what_is_no_file() {
    let folder = folder();
    assert_says(
        &refusal(&folder.path().join("libnone.so")),
        &["no such file"],
    );
    let inner = folder.path().join(common::lib("inner"));
    fs::create_dir(&inner).unwrap();
    assert_says(&refusal(&inner), &["is a folder, not a file"]);
}

#[test]
fn a_pipe_is_not_waited_for() {
    let folder = folder();
    let pipe = folder.path().join(common::lib("pipe"));
    let made = std::process::Command::new("mkfifo")
        .arg(&pipe)
        .status()
        .unwrap();
    assert!(made.success());
    assert_says(
        &refusal(&pipe),
        &["is a pipe, socket or device, not a file"],
    );
    assert_says(&inspect("/dev/null").unwrap_err(), &["/dev/null", "device"]);
}

#[test]
fn what_is_no_library() {
    refuses_bytes(b"", &["is empty"]);
    refuses_bytes(
        b"GROUP ( libother.so )\n",
        &["not a shared library", "plain text?"],
    );
    refuses_bytes("naïve ".repeat(200).as_bytes(), &["plain text?"]);
    refuses_bytes(&[0xff; 4096], &["not a shared library", "unknown format"]);
    refuses_bytes(
        b"!<arch>\n/               0 ",
        &["not a shared library", "a static library"],
    );
    refuses_bytes(b"\x7fEL", &["not a shared library"]);
}

#[cfg(target_os = "linux")]
mod elf {
    use super::*;

    const CLASS: usize = 4;
    const BYTE_ORDER: usize = 5;
    const SYSTEM: usize = 7;
    const TYPE: usize = 16;
    const MACHINE: usize = 18;

    #[test]
    fn another_machine() {
        let (own, other, number) = match std::env::consts::ARCH {
            "aarch64" => ("aarch64", "x86_64", 62_u16),
            own => (own, "aarch64", 183),
        };
        let expected = format!("built for {other}, this is {own}");
        refuses(
            &Image::new().set(MACHINE, &number.to_le_bytes()),
            &[&expected],
        );
        refuses(
            &Image::new().set(MACHINE, &4711_u16.to_le_bytes()),
            &["built for an unknown machine (number 4711)"],
        );
    }

    #[test]
    fn another_width_byte_order_or_system() {
        refuses(
            &Image::new().set(CLASS, &[1]),
            &["built for 32-bit little-endian, this is 64-bit little-endian"],
        );
        refuses(
            &Image::new().set(BYTE_ORDER, &[2]),
            &["built for 64-bit big-endian, this is 64-bit little-endian"],
        );
        refuses(
            &Image::new().set(SYSTEM, &[9]),
            &["built for FreeBSD, this is Linux"],
        );
        refuses_bytes(
            b"\xcf\xfa\xed\xfe\x07\x00\x00\x01\x03\x00\x00\x00\x06\x00\x00\x00\0\0\0\0\0\0\0\0",
            &["built for macOS, this is Linux"],
        );
    }

    #[test]
    fn another_kind_of_elf_file() {
        refuses(
            &Image::new().set(TYPE, &[1]),
            &["not a shared library (an object file)"],
        );
        refuses(
            &Image::new().set(TYPE, &[2]),
            &["not a shared library (a program)"],
        );
        refuses(
            &Image::new().set(TYPE, &[4]),
            &["not a shared library (a core dump)"],
        );
    }

    #[test]
    fn every_truncation_tells_how_much_is_missing() {
        let whole = Image::new().bytes;
        for len in (64..whole.len())
            .step_by(whole.len() / 40)
            .chain([whole.len() - 1])
        {
            let folder = folder();
            let path = folder.path().join("libcut.so");
            fs::write(&path, &whole[..len]).unwrap();
            let message = inspect(&path).unwrap_err().to_string();
            assert_says(
                &message,
                &["truncated: ", &format!("but the file has {len}")],
            );
        }
        refuses_bytes(
            &whole[..40],
            &["truncated: the file header ends at byte 64"],
        );
        refuses_bytes(&whole[..2000], &["truncated: the segment at"]);
        refuses_bytes(
            &whole[..whole.len() - 1],
            &["truncated: the table of sections ends at byte"],
        );
    }

    #[test]
    fn a_program_is_no_plugin() {
        // A position-independent program looks like a library.
        let program = fs::read(std::env::current_exe().unwrap()).unwrap();
        let folder = folder();
        let path = folder.path().join("libprogram.so");
        fs::write(&path, program).unwrap();
        inspect(&path).unwrap_err();
    }
}

#[test]
fn a_library_without_an_entry() {
    refuses(
        &Image::new().replace("sayso_plugin_v1_", "mayso_plugin_v0_"),
        &["exports no sayso_plugin_v… symbol: not a sayso plugin"],
    );
}

#[test]
fn an_entry_of_another_interface() {
    refuses(
        &Image::new().replace("sayso_plugin_v1_", "sayso_plugin_v9_"),
        &["built for plugin interface v9, this sayso understands v1 (ABI 1.0)"],
    );
}

#[test]
fn an_entry_with_another_abi() {
    let major = offset_of!(abi::Entry, abi_major);
    let minor = offset_of!(abi::Entry, abi_minor);
    refuses(
        &Image::new().put(major, &3_u16.to_ne_bytes()),
        &["built for plugin ABI 3.0, this sayso understands 1.0"],
    );
    refuses(
        &Image::new().put(minor, &7_u16.to_ne_bytes()),
        &["built for plugin ABI 1.7, this sayso understands 1.0"],
    );
}

#[test]
fn an_entry_with_other_magic_or_size() {
    let symbol = "its entry `sayso_plugin_v1_sayso_misbehaving`";
    let size = offset_of!(abi::Entry, size);
    refuses(
        &Image::new().put(0, b"saysoPLH"),
        &[symbol, "begins with", "instead of"],
    );
    refuses(
        &Image::new().put(size, &100_u32.to_ne_bytes()),
        &[symbol, "says it has 100 bytes, at least 176 are expected"],
    );
    // Larger is what a later version may be.
    let folder = folder();
    let larger = Image::new().put(size, &200_u32.to_ne_bytes());
    inspect(larger.write(folder.path(), "larger")).unwrap();
}

#[test]
fn an_entry_with_a_bad_id_or_version() {
    let id = offset_of!(abi::Entry, id);
    let version = offset_of!(abi::Entry, version);
    for wrong in ["", "Claims", "two words", "a_b", "é"] {
        refuses(
            &Image::of(wrong),
            &["has the id", wrong, "a–z, 0–9 and hyphens"],
        );
    }
    refuses(
        &Image::new().put(id, &[b'a'; 64]),
        &["an id that is not ended by a NUL"],
    );
    refuses(
        &Image::new().put(id, b"\xff\xfe"),
        &["an id that is not UTF-8"],
    );
    for wrong in ["", "1 2"] {
        refuses(&Image::new().version(wrong), &["has the version", wrong]);
    }
    refuses(
        &Image::new().put(version, &[b'1'; 32]),
        &["a version that is not ended"],
    );
    refuses(
        &Image::new().version("1\u{1b}[31m"),
        &["has control characters"],
    );
    let built_with = offset_of!(abi::Entry, built_with);
    refuses(
        &Image::new().put(built_with, b"\xff"),
        &["was built with", "not UTF-8"],
    );
}

#[test]
fn several_entries_are_several_plugins() {
    let folder = folder();
    let path = compile(
        folder.path(),
        "several",
        "ENTRY(sayso_plugin_v1_b, \"second\", get_idle)
         ENTRY(sayso_plugin_v1_a, \"first\", get_idle)
         ENTRY(sayso_plugin_v7_a, \"first\", get_idle)",
    );
    let ids: Vec<_> = inspect(&path)
        .unwrap()
        .entries
        .into_iter()
        .map(|e| e.id)
        .collect();
    assert_eq!(ids, ["first", "second"]);
    let options = Options {
        explicit: vec![path],
        ..Options::default()
    };
    let host = Host::load(&options).unwrap();
    assert_eq!(host.producer(), "first/1.2.3 second/1.2.3");
    assert_eq!(host.plugins()[0].built_with(), "C");
    let outcome = common::Outcome::new(&host, common::TEXT);
    assert!(outcome.annotations.is_empty() && outcome.diagnostics.is_empty());
}

#[test]
fn several_entries_with_one_id() {
    let folder = folder();
    let path = compile(
        folder.path(),
        "twice",
        "ENTRY(sayso_plugin_v1_b, \"same\", get_idle)
         ENTRY(sayso_plugin_v1_a, \"same\", get_idle)",
    );
    assert_says(&refusal(&path), &["has two entries for the plugin `same`"]);
}

#[test]
fn an_entry_outside_the_files_data() {
    let folder = folder();
    let path = compile(folder.path(), "bss", "entry sayso_plugin_v1_a;");
    assert_says(
        &refusal(&path),
        &["`sayso_plugin_v1_a`", "lies outside the file's data"],
    );
}

/// The message about a library that passes the checks but fails when it is opened.
#[track_caller]
fn fails_to_open(path: &Path) -> String {
    inspect(path).expect("the file itself is right");
    let options = Options {
        explicit: vec![path.to_owned()],
        ..Options::default()
    };
    let message = Host::load(&options).unwrap_err().to_string();
    let found = Options {
        search_path: vec![path.parent().unwrap().to_owned()],
        ..Options::default()
    };
    let host = Host::load(&found).expect("a found file is not fatal");
    assert_eq!(message, format!("plugin {}", host.rejected()[0]));
    message
}

#[test]
fn an_undefined_symbol_shows_when_it_is_opened() {
    let folder = folder();
    let path = compile(
        folder.path(),
        "undefined",
        "extern void nobody_has_this(void);
         static const plugin *get(const void *h, err *e) { nobody_has_this(); return 0; }
         ENTRY(sayso_plugin_v1_a, \"a\", get)",
    );
    let message = fails_to_open(&path);
    let own = path.display().to_string();
    assert_says(
        &message,
        &[&own, "cannot be opened", "nobody_has_this", "libundefined"],
    );
    assert!(
        !message.contains("sayso-plugin-"),
        "names the private copy: {message}"
    );
}

#[test]
fn a_plugin_that_refuses_to_run() {
    let folder = folder();
    let path = compile(
        folder.path(),
        "refusing",
        "static const plugin *get(const void *h, err *e) {
           memcpy(e->buffer, \"no licence\", 10); e->len = 10; return 0; }
         ENTRY(sayso_plugin_v1_a, \"a\", get)",
    );
    assert_says(&fails_to_open(&path), &["refuses to run: no licence"]);
}

#[test]
fn descriptions_that_break_the_rules() {
    let cases = [
        ("idle.size = 40;", "it has 40 bytes, at least"),
        ("idle.create = 0;", "it has no function `create`"),
        ("idle.process = 0;", "it has no function `process`"),
        ("idle.destroy = 0;", "it has no function `destroy`"),
        (
            "idle.n_outputs = 2;",
            "the outputs: a null pointer with length 2",
        ),
        (
            "idle.n_rules = 3; idle.rules = (void *)7;",
            "the rules: a misaligned pointer",
        ),
        (
            "static need n; idle.needs = &n; idle.n_needs = 1000000;",
            "the needs: 1000000 long, at most 10000 is allowed",
        ),
        (
            "static need n; idle.needs = &n; idle.n_needs = 1;",
            "the kind of a need: empty",
        ),
        (
            "idle.summary.ptr = (const uint8_t *)\"caf\\xe9\"; idle.summary.len = 4;",
            "the summary: not UTF-8",
        ),
        (
            "static output o[2] = {{STR(\"k\"), 0, 0}, {STR(\"k\"), 0, 0}};
             idle.outputs = o; idle.n_outputs = 2;",
            "the kind `k` is declared twice",
        ),
        (
            "static output o = {STR(\"k\"), 0, 1}; idle.outputs = &o; idle.n_outputs = 1;",
            "the roles of kind `k`: a null pointer with length 1",
        ),
        (
            "static str s = STR(\"[1]\"); idle.settings_schema = s;",
            "the settings' schema is no JSON object",
        ),
        (
            "static str s = STR(\"{\"); idle.settings_schema = s;",
            "the settings' schema is no JSON: ",
        ),
    ];
    for (at, (change, expected)) in cases.iter().enumerate() {
        let folder = folder();
        let code = format!(
            "static const plugin *get(const void *h, err *e) {{ {change} return &idle; }}
             ENTRY(sayso_plugin_v1_a, \"a\", get)"
        );
        let path = compile(folder.path(), &format!("wrong{at}"), &code);
        assert_says(
            &fails_to_open(&path),
            &["describes itself wrongly", expected],
        );
    }
}

#[test]
fn an_embedded_plugin_is_checked_too() {
    static OLD: abi::Entry = abi::Entry {
        abi_minor: 7,
        ..sayso_misbehaving::ENTRY
    };
    let options = Options {
        embedded: vec![&OLD],
        ..Options::default()
    };
    let error = Host::load(&options).unwrap_err().to_string();
    assert_says(
        &error,
        &[
            "built-in plugin `misbehaving`",
            "ABI 1.7",
            "understands 1.0",
        ],
    );
}

#[test]
fn what_was_checked_is_what_is_opened() {
    let folder = folder();
    let path = Image::of("first").write(folder.path(), "replaced");
    let options = Options {
        explicit: vec![path.clone()],
        ..Options::default()
    };
    let host = Host::load(&options).unwrap();
    // Overwriting a mapped file would end the process; ours is a copy.
    fs::write(&path, b"x").unwrap();
    assert_eq!(common::Outcome::new(&host, common::TEXT).count("first"), 1);
    // And the same path opened again is the new file.
    Image::of("second").write(folder.path(), "replaced");
    let host = Host::load(&options).unwrap();
    assert_eq!(host.plugins()[0].id(), "second");
}

#[test]
fn reasons_can_be_told_apart() {
    let error = inspect("/nowhere/libx.so").unwrap_err();
    assert!(matches!(error.reason, Reason::NotFound));
}
