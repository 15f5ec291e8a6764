//! `include/sayso.h` is generated from the Rust side of the interface and checked in.
//!
//! `SAYSO_UPDATE_HEADER=1 cargo test -p sayso-plugin --test header` writes it anew.

use std::path::Path;

use cbindgen::{Builder, Config, EnumConfig, ExportConfig, Language, Style};

const PREAMBLE: &str = r#"/*
 * sayso.h: the C interface between sayso and its plugins, version 0.1 (free to change until 1.0).
 *
 * Generated from the Rust sources of sayso; do not edit. MIT OR Apache-2.0.
 *
 * A plugin is a shared library that exports one data symbol, a constant `sayso_entry` named
 * `sayso_plugin_v0_<name>`, where <name> is the library's own. `get` describes the plugin;
 * `create` makes an instance, one for each worker thread; `process` is given a document and
 * hands what it finds to `sink->emit`; `destroy` ends the instance.
 *
 * - A struct that begins with `size` may grow at its end; a field is there if `size` reaches
 *   past it. Fill in the `sizeof` of what you pass. Elements of arrays never grow.
 * - What is passed is borrowed until the call returns: copy what you want to keep. Nobody frees
 *   the other's memory. What `get` returns lives as long as the library.
 * - Texts are UTF-8 with a length and no NUL. Offsets are bytes into the document's text.
 * - One instance is used by one thread at a time unless the plugin sets SAYSO_FLAG_SHARED.
 * - No exception, longjmp or signal may leave a function of the plugin.
 * - `word` of a token is the 32-bit FNV-1a hash (offset basis 2166136261, prime 16777619) of
 *   the UTF-8 bytes of its form, each character lower-cased and U+2018, U+2019 taken for '.
 */"#;

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
        header: Some(PREAMBLE.to_owned()),
        include_guard: Some("SAYSO_H".to_owned()),
        no_includes: true,
        sys_includes: vec!["stddef.h".to_owned(), "stdint.h".to_owned()],
        usize_is_size_t: true,
        enumeration: EnumConfig::default(),
        export: ExportConfig {
            include: structs.iter().map(|s| (*s).to_owned()).collect(),
            exclude: ["SYMBOL_PREFIX", "SYMBOL_FAMILY"]
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
    String::from_utf8(text).unwrap()
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
