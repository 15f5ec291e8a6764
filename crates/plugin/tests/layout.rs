//! The interface in memory: the same in Rust, C and C++, and what it was in every version
//! since 1.0.
//!
//! `abi/<version>.txt` has the layout of each version and the constants. A change that does not
//! go with the present version's file breaks plugins that are out there. What may be changed:
//! a field at the end of a struct that begins with `size`, or a new constant; then raise
//! `ABI_MINOR`, and write the new version's file with
//! `SAYSO_UPDATE_LAYOUT=1 cargo test -p sayso-plugin --test layout`.
#![cfg(target_pointer_width = "64")]

use std::collections::BTreeMap;
use std::fs;
use std::mem::{align_of, offset_of, size_of};
use std::path::{Path, PathBuf};
use std::process::Command;

use sayso_plugin::abi;

/// The layout of structs, as Rust has them.
macro_rules! layouts {
    ($($name:literal $type:ident { $($field:ident)* })*) => {
        fn in_rust() -> Layouts {
            let mut all = Layouts::new();
            $(
                let fields = vec![$((stringify!($field).to_owned(), offset_of!(abi::$type, $field))),*];
                let (size, align) = (size_of::<abi::$type>(), align_of::<abi::$type>());
                all.insert($name.to_owned(), Layout { size, align, fields });
            )*
            all
        }
    };
}

layouts! {
    "sayso_str" Str { ptr len }
    "sayso_token_range" TokenRange { first end }
    "sayso_token" Token { span word quotation kind shape reserved }
    "sayso_sentence" Sentence { span tokens paragraph }
    "sayso_paragraph" Paragraph { span tokens sentences }
    "sayso_quotation" Quotation { outer inner tokens parent continues depth state style }
    "sayso_name" Name { tokens title kind gender reserved }
    "sayso_chunk" Chunk { tokens phrase full head possessive coordination flags kind link reserved }
    "sayso_verb_group" VerbGroup { tokens main flags tense reserved }
    "sayso_clause" Clause { tokens opener verb subject parent kind reserved }
    "sayso_layers" Layers { size reserved tags lemmas lemma_text chunk_of verb_of names n_names
        chunks n_chunks verbs n_verbs clauses n_clauses words }
    "sayso_document" Document { size reserved text tokens n_tokens sentences n_sentences
        paragraphs n_paragraphs quotations n_quotations layers found n_found }
    "sayso_part" Part { role start end }
    "sayso_attribute" Attribute { name text number value reserved }
    "sayso_link" Link { name target reserved }
    "sayso_annotation" Annotation { size id kind plugin rule parts n_parts attributes
        n_attributes links n_links }
    "sayso_sink" Sink { size reserved context emit diagnostic trace trace_start trace_end }
    "sayso_trial" Trial { size result rule wanted source start end stopped_start stopped_end
        met reserved }
    "sayso_host" Host { size abi_major abi_minor context log cancelled extension }
    "sayso_error" Error { size panicked buffer capacity len }
    "sayso_output" Output { kind roles n_roles }
    "sayso_need" Need { kind optional reserved }
    "sayso_rule" Rule { name doc }
    "sayso_plugin" Plugin { size reads summary outputs n_outputs needs n_needs rules n_rules
        settings_schema create process destroy }
    "sayso_entry" Entry { magic size abi_major abi_minor flags reserved id version built_with get }
}

/// The structs by name.
type Layouts = BTreeMap<String, Layout>;

#[derive(Clone, PartialEq, Eq, Debug)]
struct Layout {
    size: usize,
    align: usize,
    /// Names and offsets.
    fields: Vec<(String, usize)>,
}

impl Layout {
    /// Whether fields may be added at its end.
    fn grows(&self) -> bool {
        self.fields.first().is_some_and(|(name, _)| name == "size")
    }
}

/// As Rust has them, those with private fields too.
fn rust() -> Layouts {
    let mut all = in_rust();
    // SAFETY: a span is two numbers and nothing else.
    #[allow(unsafe_code)]
    let numbers: [u32; 2] = unsafe { std::mem::transmute(abi::Span::new(1, 2)) };
    assert_eq!(numbers, [1, 2], "start, then end");
    let span = Layout {
        size: size_of::<abi::Span>(),
        align: align_of::<abi::Span>(),
        fields: vec![("start".to_owned(), 0), ("end".to_owned(), 4)],
    };
    all.insert("sayso_span".to_owned(), span);
    all
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("abi")
}

/// The fields of each struct of the header, in order.
fn in_header() -> BTreeMap<String, Vec<String>> {
    let mut code = String::new();
    let mut rest = abi::HEADER;
    while let Some((before, comment)) = rest.split_once("/*") {
        code += before;
        rest = comment.split_once("*/").expect("a comment ends").1;
    }
    code += rest;
    let mut all = BTreeMap::new();
    for part in code.split("typedef struct ").skip(1) {
        let (name, part) = part.split_once(" {").expect("a struct has a body");
        let (body, _) = part.split_once("} ").expect("a struct ends");
        let fields = body.split(';').map(str::trim).filter(|f| !f.is_empty());
        all.insert(name.to_owned(), fields.map(name_of).collect());
    }
    all
}

/// The name that a declaration declares.
fn name_of(declaration: &str) -> String {
    let before = match declaration.split_once("(*") {
        Some((_, function)) => function.split(')').next().expect("a name"),
        None => declaration.split('[').next().expect("a name"),
    };
    let name = before.rsplit([' ', '*']).next().expect("a name");
    name.to_owned()
}

/// What a compiler makes of the header.
fn compiled(compiler: &str, arguments: &[&str], suffix: &str) -> Layouts {
    let mut code = "#include \"sayso.h\"\n#include <stdio.h>\nint main(void) {\n".to_owned();
    for (name, fields) in in_header() {
        code += &format!("printf(\"{name} %zu %zu\\n\", sizeof({name}), ALIGN({name}));\n");
        for field in fields {
            code += &format!("printf(\"  {field} %zu\\n\", offsetof({name}, {field}));\n");
        }
    }
    code += "return 0; }\n";
    let folder = tempfile::tempdir().expect("a folder");
    let source = folder.path().join(format!("layout.{suffix}"));
    fs::write(&source, code).expect("a source");
    let program = folder.path().join("layout");
    let built = Command::new(compiler)
        .args(arguments)
        .arg("-I")
        .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("include"))
        .arg("-o")
        .args([&program, &source])
        .status()
        .expect("a compiler");
    assert!(built.success(), "{compiler}");
    let output = Command::new(program).output().expect("it runs");
    parse(&String::from_utf8(output.stdout).expect("UTF-8")).0
}

/// Layouts and constants as they are written in a file.
fn parse(text: &str) -> (Layouts, BTreeMap<String, String>) {
    let (mut all, mut constants) = (Layouts::new(), BTreeMap::new());
    let mut last = String::new();
    for line in text.lines() {
        let words: Vec<&str> = line.split_whitespace().collect();
        let number = |at: usize| words[at].parse().expect("a number");
        match words.as_slice() {
            ["#define", name, value] => {
                constants.insert((*name).to_owned(), (*value).to_owned());
            }
            [field, _] if line.starts_with(' ') => {
                let layout: &mut Layout = all.get_mut(&last).expect("a struct");
                layout.fields.push(((*field).to_owned(), number(1)));
            }
            [name, _, _] => {
                last = (*name).to_owned();
                let (size, align) = (number(1), number(2));
                let fields = Vec::new();
                all.insert(
                    last.clone(),
                    Layout {
                        size,
                        align,
                        fields,
                    },
                );
            }
            _ => assert!(line.is_empty() || line.starts_with("//"), "{line:?}"),
        }
    }
    (all, constants)
}

/// The constants of the header that are numbers.
fn constants() -> BTreeMap<String, String> {
    let lines = abi::HEADER.lines().filter(|line| {
        let mut words = line.split(' ').skip(2);
        let value = words.next().unwrap_or("");
        line.starts_with("#define ") && value.parse::<u64>().is_ok()
    });
    let (_, mut constants) = parse(&lines.collect::<Vec<_>>().join("\n"));
    constants.remove("SAYSO_ABI_MINOR");
    constants
}

fn written(all: &Layouts) -> String {
    let mut text = format!(
        "// Version {}.{} of the plugin interface on 64-bit systems: size and alignment of each\n\
         // struct, offset of each field, in bytes; constants. Never to be changed.\n",
        abi::ABI_MAJOR,
        abi::ABI_MINOR
    );
    for (name, layout) in all {
        text += &format!("\n{name} {} {}\n", layout.size, layout.align);
        for (field, offset) in &layout.fields {
            text += &format!("  {field} {offset}\n");
        }
    }
    text.push('\n');
    for (name, value) in constants() {
        text += &format!("#define {name} {value}\n");
    }
    text
}

#[test]
fn rust_has_the_layout_that_c_has() {
    let compiler = std::env::var("CC").unwrap_or_else(|_| "cc".to_owned());
    let arguments = ["-std=c11", "-DALIGN=_Alignof"];
    assert_eq!(rust(), compiled(&compiler, &arguments, "c"));
}

#[test]
fn rust_has_the_layout_that_cpp_has() {
    let compiler = std::env::var("CXX").unwrap_or_else(|_| "c++".to_owned());
    let arguments = ["-std=c++17", "-DALIGN=alignof", "-Wno-invalid-offsetof"];
    assert_eq!(rust(), compiled(&compiler, &arguments, "cpp"));
}

#[test]
fn the_present_version_is_written_down() {
    let version = format!("{}.{}", abi::ABI_MAJOR, abi::ABI_MINOR);
    let path = folder().join(format!("{version}.txt"));
    let present = written(&rust());
    if std::env::var_os("SAYSO_UPDATE_LAYOUT").is_some() && !path.exists() {
        fs::write(&path, &present).expect("the file can be written");
    }
    let text = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        text.replace("\r\n", "\n") == present,
        "the interface is not what abi/{version}.txt says: raise ABI_MINOR, and see the top of \
         this test. Now it is\n{present}"
    );
}

#[test]
fn every_earlier_version_still_holds() {
    let (now, now_constants) = (rust(), constants());
    let mut versions = 0;
    for file in fs::read_dir(folder()).expect("the folder is there") {
        let path = file.expect("a file").path();
        let text = fs::read_to_string(&path).expect("it can be read");
        let (then, constants) = parse(&text);
        let version = path.display();
        for (name, then) in then {
            let now = &now[&name];
            let same = now.fields.get(..then.fields.len());
            assert_eq!(same, Some(&then.fields[..]), "{version}: fields of {name}");
            assert_eq!(now.align, then.align, "{version}: alignment of {name}");
            let fits = now.size == then.size || (now.grows() && now.size > then.size);
            assert!(
                fits,
                "{version}: {name} had {} bytes, now {}",
                then.size, now.size
            );
        }
        for (name, value) in constants {
            assert_eq!(now_constants.get(&name), Some(&value), "{version}: {name}");
        }
        versions += 1;
    }
    assert!(versions > 0);
}

#[test]
fn the_least_sizes_are_those_of_1_0() {
    let Ok(text) = fs::read_to_string(folder().join("1.0.txt")) else {
        assert_eq!(abi::ABI_MAJOR, 0, "1.0 is written down once it is there");
        return;
    };
    let (then, _) = parse(&text);
    assert_eq!(abi::LEAST_PLUGIN, then["sayso_plugin"].size);
    assert_eq!(abi::LEAST_ANNOTATION, then["sayso_annotation"].size);
    assert_eq!(abi::LEAST_TRIAL, then["sayso_trial"].size);
    assert_eq!(size_of::<abi::Entry>(), then["sayso_entry"].size);
}
