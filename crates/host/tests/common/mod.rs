//! What the tests share: the built test plugin, copies of it with changed bytes, plugins
//! written in C, and ways to run a document.
#![allow(dead_code, unreachable_pub)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use sayso_host::{Host, Options};
use sayso_model::{Annotations, Diagnostic, Severity};
use sayso_plugin::abi;
use serde_json::json;
use tempfile::TempDir;

pub const TEXT: &str = "Çalm seas are expected, she said.";

/// The test plugin's library, which cargo puts beside the tests.
pub fn library() -> PathBuf {
    library_of("misbehaving")
}

pub fn library_of(plugin: &str) -> PathBuf {
    let name = format!(
        "{}sayso_{plugin}{}",
        std::env::consts::DLL_PREFIX,
        std::env::consts::DLL_SUFFIX
    );
    let path = std::env::current_exe().unwrap().with_file_name(name);
    assert!(path.exists(), "{} is not built", path.display());
    path
}

/// The bytes of the test plugin's library, to be changed.
#[derive(Clone)]
pub struct Image {
    pub bytes: Vec<u8>,
    entry: usize,
}

impl Image {
    pub fn new() -> Self {
        let bytes = fs::read(library()).unwrap();
        let mut start = abi::MAGIC.to_ne_bytes().to_vec();
        start.extend((size_of::<abi::Entry>() as u32).to_ne_bytes());
        let entry = find(&bytes, &start).expect("the entry is in the file");
        Self { bytes, entry }
    }

    /// An image with another id.
    pub fn of(id: &str) -> Self {
        Self::new().id(id)
    }

    pub fn id(self, id: &str) -> Self {
        self.put(std::mem::offset_of!(abi::Entry, id), &abi::padded::<64>(id))
    }

    pub fn version(self, version: &str) -> Self {
        let version = abi::padded::<32>(version);
        self.put(std::mem::offset_of!(abi::Entry, version), &version)
    }

    /// Overwrites bytes of the entry.
    pub fn put(mut self, at: usize, bytes: &[u8]) -> Self {
        let at = self.entry + at;
        self.bytes[at..at + bytes.len()].copy_from_slice(bytes);
        self
    }

    /// Overwrites bytes of the file.
    pub fn set(mut self, at: usize, bytes: &[u8]) -> Self {
        self.bytes[at..at + bytes.len()].copy_from_slice(bytes);
        self
    }

    /// Replaces all occurrences of a text by another one of the same length.
    pub fn replace(mut self, from: &str, to: &str) -> Self {
        assert_eq!(from.len(), to.len());
        while let Some(at) = find(&self.bytes, from.as_bytes()) {
            self.bytes[at..at + to.len()].copy_from_slice(to.as_bytes());
        }
        self
    }

    /// Writes it into a folder under a library's name.
    pub fn write(&self, folder: &Path, name: &str) -> PathBuf {
        let path = folder.join(lib(name));
        fs::write(&path, &self.bytes).unwrap();
        path
    }
}

/// A library's file name.
pub fn lib(name: &str) -> String {
    format!("lib{name}{}", std::env::consts::DLL_SUFFIX)
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|w| w == wanted)
}

pub fn folder() -> TempDir {
    tempfile::tempdir().unwrap()
}

/// Compiles a library from C. `{ENTRY name id}` stands for an entry.
pub fn compile(folder: &Path, name: &str, code: &str) -> PathBuf {
    let source = folder.join(format!("{name}.c"));
    fs::write(&source, format!("{C_PRELUDE}{code}")).unwrap();
    let library = folder.join(lib(name));
    let compiler = std::env::var("CC").unwrap_or_else(|_| "cc".to_owned());
    let output = Command::new(compiler)
        .args(["-shared", "-fPIC", "-o"])
        .args([&library, &source])
        .output()
        .expect("a C compiler, which rustc needs too");
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{errors}");
    library
}

/// The interface in C, as far as these tests need it.
const C_PRELUDE: &str = r#"
#include <stddef.h>
#include <stdint.h>
#include <string.h>
typedef struct { const uint8_t *ptr; size_t len; } str;
typedef struct { uint32_t size, panicked; uint8_t *buffer; size_t capacity, len; } err;
typedef struct { str kind; const str *roles; size_t n_roles; } output;
typedef struct { str kind; uint32_t optional, reserved; } need;
typedef struct {
  uint32_t size, reserved; str summary;
  const output *outputs; size_t n_outputs;
  const need *needs; size_t n_needs;
  const void *rules; size_t n_rules;
  str settings_schema;
  int32_t (*create)(const void *, str, void **, err *);
  int32_t (*process)(void *, const void *, const void *, err *);
  void (*destroy)(void *);
} plugin;
typedef struct {
  uint64_t magic; uint32_t size; uint16_t major, minor; uint32_t flags, reserved;
  char id[64], version[32], built_with[48];
  const plugin *(*get)(const void *, err *);
} entry;
#define STR(text) { (const uint8_t *)text, sizeof text - 1 }
static int32_t create(const void *h, str s, void **i, err *e) { (void)h, (void)s, (void)i, (void)e; return 0; }
static int32_t process(void *i, const void *d, const void *s, err *e) { (void)i, (void)d, (void)s, (void)e; return 0; }
static void destroy(void *i) { (void)i; }
static plugin idle = { sizeof(plugin), 0, STR("idle"), 0, 0, 0, 0, 0, 0, {0, 0}, create, process, destroy };
static const plugin *get_idle(const void *h, err *e) { (void)h, (void)e; return &idle; }
#define ENTRY(symbol, id, get) const entry symbol = \
  { 0x474c506f73796173u, sizeof(entry), 1, 0, 0, 0, id, "1.2.3", "C", get };
"#;

/// Settings that give these modes to these plugins.
pub fn modes(
    modes: &[(&str, &str)],
) -> BTreeMap<String, serde_json::Map<String, serde_json::Value>> {
    modes
        .iter()
        .map(|&(id, mode)| {
            let settings = json!({"mode": mode}).as_object().unwrap().clone();
            (id.to_owned(), settings)
        })
        .collect()
}

/// What plugins make of a text.
pub struct Outcome {
    pub annotations: Annotations,
    pub diagnostics: Vec<Diagnostic>,
}

impl Outcome {
    pub fn new(host: &Host, text: &str) -> Self {
        Self::with(&mut host.worker().unwrap(), text)
    }

    pub fn with(worker: &mut sayso_host::Worker<'_>, text: &str) -> Self {
        let structure = sayso_parser::parse(text);
        let mut outcome = Self {
            annotations: Annotations::default(),
            diagnostics: Vec::new(),
        };
        worker.run(
            &structure.document(text),
            &mut outcome.annotations,
            &mut outcome.diagnostics,
        );
        outcome
    }

    /// How many annotations a plugin has.
    pub fn count(&self, plugin: &str) -> usize {
        let found = self.annotations.iter();
        found.filter(|a| a.plugin() == plugin).count()
    }

    /// The diagnostics as `severity code plugin: message`.
    pub fn told(&self) -> Vec<String> {
        let line = |d: &Diagnostic| {
            let plugin = d.plugin.as_deref().unwrap_or("-");
            format!("{} {} {plugin}: {}", d.severity.name(), d.code, d.message)
        };
        self.diagnostics.iter().map(line).collect()
    }

    /// The one diagnostic there is.
    #[track_caller]
    pub fn only_told(&self, severity: Severity, code: &str) -> &str {
        let [diagnostic] = &self.diagnostics[..] else {
            panic!("not one diagnostic: {:?}", self.told());
        };
        assert_eq!((diagnostic.severity, &*diagnostic.code), (severity, code));
        assert_eq!(diagnostic.plugin.as_deref(), Some("misbehaving"));
        &diagnostic.message
    }
}

/// The test plugin from its library in this mode, and beside it an embedded one that behaves
/// and whose findings must stand.
pub fn misbehaving(mode: &str) -> Options {
    Options {
        explicit: vec![library()],
        embedded: vec![&WELL_BEHAVED],
        settings: modes(&[("misbehaving", mode)]),
        ..Options::default()
    }
}

pub static WELL_BEHAVED: abi::Entry = abi::Entry {
    id: abi::padded("well-behaved"),
    ..sayso_misbehaving::ENTRY
};

#[track_caller]
pub fn assert_says(message: &impl ToString, words: &[&str]) {
    let message = message.to_string();
    for word in words {
        assert!(message.contains(word), "no {word:?} in: {message}");
    }
}
