//! `include/sayso.h` is generated from the Rust side of the interface and checked in.
//!
//! `SAYSO_UPDATE_HEADER=1 cargo test -p sayso-plugin --test header` writes it anew.

use std::path::Path;

use cbindgen::{Builder, Config, EnumConfig, ExportConfig, Language, Style};
use sayso_plugin::abi;

/// `@` stands for the version, `#` for its first number.
const PREAMBLE: &str = r#"/*
 * sayso.h: the C interface between sayso and its plugins, version @.
 *
 * Generated from the Rust sources of sayso; do not edit. MIT OR Apache-2.0.
 * `sayso plugins header` prints it. plugins/examples/weasel.c is a whole plugin; it is built by
 *
 *     cc -shared -fPIC -O2 -o libweasel.so weasel.c        (macOS: -dynamiclib, .dylib)
 *
 * and tried by `sayso plugins check ./libweasel.so` and `sayso extract --plugin ./libweasel.so`.
 *
 * WHAT A PLUGIN IS. A shared library that exports one constant, SAYSO_ENTRY(name), where name is
 * the library's own (two plugins may be linked into one program). It is read from the file
 * before any code of the library runs.
 *
 * WHO CALLS WHAT. sayso calls `get` once: what is the plugin, what does it find and need?
 * `create` makes an instance from settings, one for each worker thread. `process` is given a
 * document and hands what it finds to `sink->emit`; it is called for one document after the
 * other. `destroy` ends the instance. A library is never unloaded.
 *
 * OWNERSHIP AND LIFETIME. Nobody frees the other's memory. All pointers that sayso passes hold
 * until the call returns and no longer: copy what you want to keep. So do those that you pass
 * to `emit`, `diagnostic`, `trace` and `log`: sayso copies, you may reuse the memory at once.
 * What `get` returns, and all that it points to, must stay until the process ends; make it
 * static. The `sayso_host` stays as long. An instance is yours: sayso passes the pointer back.
 *
 * THREADS. `get` is called by one thread. Instances live on different threads, so what they
 * share must be constant or locked. One instance is used by one thread at a time, not always the
 * same one, unless SAYSO_FLAG_SHARED is set; then there is one, used by several at once. `emit`,
 * `diagnostic` and `trace` may only be called by the thread that `process` was called by, and
 * before it returns. `log`, `cancelled` and `extension` may be called by any thread, any time.
 *
 * ERRORS. A function that fails returns SAYSO_FAILED, and may write why into `error->buffer`, at
 * most `capacity` bytes, with the number of bytes in `len`; `error` may be null. If `create`
 * fails the run ends before any input is read, and `destroy` is not called. If `process` fails,
 * what the plugin emitted for this document is dropped, the record says why, and the next
 * document follows with the same instance. Nothing may leave a function but by returning: no
 * exception, longjmp, signal or exit. `emit` checks what it is given. SAYSO_REJECTED means that
 * the annotation was wrong (undeclared kind or role, a span that is empty, out of bounds or
 * inside a character, a number that is not finite …), that the record says so, and that you
 * may go on. SAYSO_STOP means that nothing more is taken for this document: return SAYSO_OK.
 *
 * TEXTS AND OFFSETS. Texts are UTF-8, have a length and no NUL at the end, may hold NUL, and may
 * be empty with a null pointer. Offsets are bytes into the document's text, from 0, end
 * exclusive, on character boundaries. All of a document's arrays are in text order; an index
 * that refers to nothing is SAYSO_NONE. `word` of a token is the 32-bit FNV-1a hash (offset basis
 * 2166136261, prime 16777619) of the UTF-8 bytes of its form, each character lower-cased and
 * U+2018, U+2019 taken for '.
 *
 * STRUCTS THAT GROW. A struct that begins with `size` may get fields at its end in later minor
 * versions. Fill in the `sizeof` of what you pass, and zero what you do not use. Of what you are
 * given, a field that is not in version #.0 is there only if `size` reaches past it. All other
 * structs, and the meaning of every field, stay as they are while the first number of the
 * version does. sayso takes plugins of its own first number and of its own or an older second
 * one; it refuses others, naming both versions. Values that you do not know, such as a kind of
 * token, may come from a newer sayso: leave them alone. Fields named `reserved` are 0.
 *
 * LIMITS for one annotation: 10000 parts or as many as the text has bytes, 1000 attributes, 1000
 * links; 200 bytes for the name of a rule, attribute or link, 1 MiB for the text of an attribute.
 * For one document: 1000000 annotations, 1000 diagnostics.
 */"#;

const CONVENIENCE: &str = r#"
/** A `sayso_str` of a literal, for initialisers: `.summary = SAYSO_STR("finds verbs")`. */
#define SAYSO_STR(literal) {(const uint8_t *)(literal), sizeof(literal) - 1}

/**
 * Begins the definition of the exported entry:
 * `SAYSO_ENTRY(weasel) = {SAYSO_MAGIC, sizeof(sayso_entry), …};`
 */
#if defined(__cplusplus)
#define SAYSO_ENTRY(name) extern "C" SAYSO_EXPORT const struct sayso_entry sayso_plugin_v#_##name
#else
#define SAYSO_ENTRY(name) SAYSO_EXPORT const struct sayso_entry sayso_plugin_v#_##name
#endif
#if defined(__GNUC__)
#define SAYSO_EXPORT __attribute__((visibility("default")))
#else
#define SAYSO_EXPORT
#endif
"#;

/// A text with the version filled in.
fn versioned(text: &str) -> String {
    let (major, minor) = (abi::ABI_MAJOR, abi::ABI_MINOR);
    let text = text.replace('@', &format!("{major}.{minor}"));
    text.replace("v#_", &format!("v{major}_"))
        .replace(" #.0 ", &format!(" {major}.0 "))
}

fn generated() -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let model = root.join("../model/src");
    let rename = |name: &str| (name.to_owned(), format!("sayso_{}", snake(name)));
    let structs = [
        "Str",
        "Span",
        "TokenRange",
        "TokenKind",
        "Shape",
        "Token",
        "Sentence",
        "Paragraph",
        "QuotationState",
        "QuotationStyle",
        "Quotation",
        "Document",
        "Layers",
        "Tag",
        "Name",
        "NameKind",
        "Gender",
        "Chunk",
        "ChunkKind",
        "ChunkLink",
        "ChunkFlags",
        "VerbGroup",
        "VerbFlags",
        "Tense",
        "Clause",
        "ClauseKind",
        "Part",
        "Attribute",
        "Link",
        "Annotation",
        "Sink",
        "Trial",
        "Host",
        "Error",
        "Output",
        "Need",
        "Rule",
        "Plugin",
        "Entry",
    ];
    let config = Config {
        language: Language::C,
        cpp_compat: true,
        style: Style::Both,
        documentation: true,
        header: Some(versioned(PREAMBLE)),
        after_includes: Some(versioned(CONVENIENCE)),
        include_guard: Some("SAYSO_H".to_owned()),
        no_includes: true,
        sys_includes: vec!["stddef.h".to_owned(), "stdint.h".to_owned()],
        usize_is_size_t: true,
        enumeration: EnumConfig::default(),
        export: ExportConfig {
            include: structs.iter().map(|s| (*s).to_owned()).collect(),
            exclude: [
                "HEADER",
                "LEAST_PLUGIN",
                "LEAST_ANNOTATION",
                "LEAST_TRIAL",
                "SYMBOL_PREFIX",
                "SYMBOL_FAMILY",
            ]
            .map(str::to_owned)
            .to_vec(),
            rename: structs
                .iter()
                .map(|s| rename(s))
                .chain(constants().map(|c| (c.to_owned(), format!("SAYSO_{c}"))))
                .collect(),
            ..ExportConfig::default()
        },
        ..Config::default()
    };
    let mut builder = Builder::new().with_config(config);
    for file in ["span.rs", "token.rs", "quotation.rs", "document.rs"] {
        builder = builder.with_src(model.join(file));
    }
    let folder = tempfile::tempdir().expect("a folder for the expanded sources");
    for file in ["layer.rs", "layer/kinds.rs", "tag.rs"] {
        let source = std::fs::read_to_string(model.join(file)).expect("the model's source");
        let path = folder.path().join(file.replace('/', "-"));
        std::fs::write(&path, expanded(&source)).expect("the expanded source");
        builder = builder.with_src(path);
    }
    let bindings = builder
        .with_src(root.join("src/abi.rs"))
        .generate()
        .expect("the interface can be written as C");
    let mut text = Vec::new();
    bindings.write(&mut text);
    for_c(&String::from_utf8(text).unwrap())
}

/// A source of the model with its `tags!`, `kinds!` and `flags!` written out, because the
/// generator of the header does not expand macros.
fn expanded(source: &str) -> String {
    let mut out = String::new();
    let mut lines = source.lines();
    while let Some(line) = lines.next() {
        match line {
            _ if line.starts_with("macro_rules!") => {
                lines.by_ref().find(|l| *l == "}");
            }
            "tags! {" | "kinds! {" | "flags! {" => {
                let body: Vec<&str> = lines.by_ref().take_while(|l| *l != "}").collect();
                out += &constants_of(line == "tags! {", &body);
            }
            _ => out += &format!("{line}\n"),
        }
    }
    out
}

/// One macro call: docs, the type's name unless it is `Tag`, and a constant a line.
fn constants_of(tags: bool, body: &[&str]) -> String {
    let mut out = if tags {
        "impl Tag {\n".to_owned()
    } else {
        String::new()
    };
    let mut is_flags = false;
    for line in body.iter().map(|l| l.trim()) {
        if let Some(head) = line.strip_suffix(" {") {
            let (name, word) = head
                .trim_end_matches(')')
                .split_once('(')
                .unwrap_or((head, "u8"));
            is_flags = word != "u8";
            out +=
                &format!("#[repr(transparent)]\npub struct {name}(pub {word});\nimpl {name} {{\n");
        } else if let Some((name, value)) = line.split_once(" = ") {
            let number = value.trim_end_matches(';').split(' ').next().unwrap_or("0");
            let number: u32 = number.parse().expect("a number");
            let number = if is_flags { 1 << number } else { number };
            out += &format!("pub const {name}: Self = Self({number});\n");
        } else if !line.is_empty() {
            out += &format!("{line}\n");
        }
    }
    out + if tags { "}\n" } else { "" }
}

fn constants() -> impl Iterator<Item = &'static str> {
    [
        "MAGIC",
        "ABI_MAJOR",
        "ABI_MINOR",
        "FLAG_PANIC_ABORT",
        "FLAG_DEBUG",
        "FLAG_SHARED",
        "READS_LANGUAGE",
        "OK",
        "FAILED",
        "REJECTED",
        "STOP",
        "VALUE_TEXT",
        "VALUE_NUMBER",
        "VALUE_BOOL",
        "SEVERITY_INFO",
        "SEVERITY_WARNING",
        "SEVERITY_ERROR",
        "NONE",
    ]
    .into_iter()
}

/// The comments in C's terms: names as C has them, no examples in Rust; constants in capitals.
fn for_c(header: &str) -> String {
    let mut out = String::new();
    let mut in_example = false;
    for line in header.lines() {
        let fence = line.trim().strip_prefix("* ```");
        if fence.is_some_and(|rest| rest.chars().all(char::is_alphabetic)) {
            in_example = !in_example;
            continue;
        }
        // Not code: what only Rust has.
        if in_example || line.contains("Tag::universal") {
            continue;
        }
        let mut line = renamed(line);
        if let Some((name, value)) = line
            .strip_prefix("#define sayso_")
            .and_then(|rest| rest.split_once(' '))
        {
            line = format!("#define SAYSO_{} {value}", name.to_uppercase());
        }
        // What an example leaves behind.
        let blank = line.trim() == "*" || line.trim() == "*/";
        if blank && out.ends_with("*\n") && !out.ends_with("/**\n") {
            out.truncate(out.trim_end_matches([' ', '*', '\n']).len());
            out.push('\n');
        }
        out += line.trim_end();
        out.push('\n');
    }
    out
}

/// A line with links and constants by their names in C.
fn renamed(line: &str) -> String {
    let mut out = String::new();
    let mut rest = line;
    while let Some((before, link)) = rest.split_once("[`") {
        let Some((name, after)) = link.split_once("`]") else {
            break;
        };
        let name = name.strip_prefix("crate::").unwrap_or(name);
        let name = match name.split_once("::") {
            Some((of, field)) => format!("`sayso_{}.{field}`", snake(of)),
            None if name == "word_hash" => "see above".to_owned(),
            None if name.chars().all(|c| c.is_uppercase() || c == '_') => format!("`{name}`"),
            None => format!("`sayso_{}`", snake(name)),
        };
        out += before;
        out += &name;
        rest = after;
    }
    out += rest;
    for name in constants().chain(["FLAG_…", "READS_…"]) {
        out = out.replace(&format!("`{name}`"), &format!("`SAYSO_{name}`"));
    }
    out
}

/// `TokenRange` as `token_range`.
fn snake(name: &str) -> String {
    let mut out = String::new();
    for (at, c) in name.char_indices() {
        if c.is_uppercase() && at > 0 {
            out.push('_');
        }
        out.extend(c.to_lowercase());
    }
    out
}

#[test]
fn the_checked_in_header_is_current() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("include/sayso.h");
    let header = generated();
    if std::env::var_os("SAYSO_UPDATE_HEADER").is_some() {
        std::fs::write(&path, &header).unwrap();
    }
    let checked_in = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        checked_in.replace("\r\n", "\n") == header,
        "include/sayso.h is stale; write it with SAYSO_UPDATE_HEADER=1 cargo test -p sayso-plugin --test header"
    );
}
