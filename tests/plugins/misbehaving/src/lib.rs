//! A plugin that breaks the rules of the boundary on demand.
//!
//! It stands on the C interface itself, since the SDK would keep it from most of this. Its
//! one setting, `mode`, says what it does wrong; without it, it behaves, but remembers how many
//! documents it has seen.
#![allow(unsafe_code)]

use std::any::Any;
use std::ffi::c_void;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::ptr;
use std::slice;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use sayso_plugin::abi::{self, Str};

/// All that it can do; `settings_schema` names the same.
pub const MODES: &[&str] = &[
    "well-behaved",
    "steady",
    "span-out-of-bounds",
    "span-reversed",
    "span-inside-character",
    "empty-span",
    "undeclared-kind",
    "undeclared-role",
    "nan",
    "unknown-value",
    "no-attribute-name",
    "two-attributes",
    "no-parts",
    "null-parts",
    "too-many-parts",
    "null-annotation",
    "short-annotation",
    "empty-rule",
    "long-rule",
    "not-utf8",
    "bad-link",
    "invisible-link",
    "many-bad",
    "flood",
    "remarks",
    "bad-remarks",
    "fail",
    "long-error",
    "error-not-utf8",
    "unknown-status",
    "create-fails",
    "panic-create",
    "panic-process",
    "panic-for-good",
    "log",
    "idle",
    "print",
    "read",
    "segfault",
    "abort",
    "exit",
    "loop",
    "memory",
    "deaf",
    "create-loops",
];

/// How many instances there are.
pub static INSTANCES: AtomicUsize = AtomicUsize::new(0);
static NEVER_AGAIN: AtomicBool = AtomicBool::new(false);

/// The entry.
#[unsafe(export_name = concat!("sayso_plugin_v1_", env!("CARGO_CRATE_NAME")))]
pub static ENTRY: abi::Entry = abi::Entry {
    magic: abi::MAGIC,
    size: size_of::<abi::Entry>() as u32,
    abi_major: abi::ABI_MAJOR,
    abi_minor: abi::ABI_MINOR,
    flags: 0,
    reserved: 0,
    id: abi::padded("misbehaving"),
    version: abi::padded("0.1.0"),
    built_with: abi::padded("bare hands"),
    get,
};

struct Table<T>(T);
// SAFETY: what is pointed to is constant.
unsafe impl<T> Sync for Table<T> {}

static ROLES: Table<[Str; 1]> = Table([Str::new("cue")]);
static OUTPUTS: Table<[abi::Output; 1]> = Table([abi::Output {
    kind: Str::new("probe"),
    roles: ROLES.0.as_ptr(),
    n_roles: 1,
}]);
static RULES: Table<[abi::Rule; 1]> = Table([abi::Rule {
    name: Str::new("first-token"),
    doc: Str::new("The first token."),
}]);
static PLUGIN: Table<abi::Plugin> = Table(abi::Plugin {
    size: size_of::<abi::Plugin>() as u32,
    reads: 0,
    summary: Str::new("breaks the rules"),
    outputs: OUTPUTS.0.as_ptr(),
    n_outputs: 1,
    needs: ptr::null(),
    n_needs: 0,
    rules: RULES.0.as_ptr(),
    n_rules: 1,
    settings_schema: Str::new(
        r#"{"type":"object","additionalProperties":false,
            "properties":{"mode":{"type":"string","description":"what it does wrong"}}}"#,
    ),
    create,
    process,
    destroy,
});

unsafe extern "C" fn get(_: *const abi::Host, _: *mut abi::Error) -> *const abi::Plugin {
    &raw const PLUGIN.0
}

struct Instance {
    mode: String,
    host: *const abi::Host,
    documents: u32,
}

unsafe extern "C" fn create(
    host: *const abi::Host,
    settings: Str,
    instance: *mut *mut c_void,
    error: *mut abi::Error,
) -> i32 {
    let work = || {
        // SAFETY: the host lends a JSON object.
        let settings = unsafe { slice::from_raw_parts(settings.ptr, settings.len) };
        let settings: serde_json::Value =
            serde_json::from_slice(settings).map_err(|e| e.to_string())?;
        let mode = settings["mode"].as_str().unwrap_or("well-behaved");
        match mode {
            _ if NEVER_AGAIN.load(Ordering::SeqCst) => return Err("never again".to_owned()),
            "create-fails" => return Err("cannot be created".to_owned()),
            "create-loops" => stall(),
            "panic-create" => panic!("panicked on purpose in create"),
            _ if !MODES.contains(&mode) => return Err(format!("unknown mode {mode}")),
            _ => {}
        }
        let made = Box::new(Instance {
            mode: mode.to_owned(),
            host,
            documents: 0,
        });
        INSTANCES.fetch_add(1, Ordering::SeqCst);
        // SAFETY: the host gives a place for the pointer.
        unsafe { *instance = Box::into_raw(made).cast() };
        Ok(())
    };
    // SAFETY: the error struct is the host's.
    unsafe { contained(error, work) }
}

unsafe extern "C" fn destroy(instance: *mut c_void) {
    INSTANCES.fetch_sub(1, Ordering::SeqCst);
    // SAFETY: it is what `create` made.
    drop(unsafe { Box::from_raw(instance.cast::<Instance>()) });
}

unsafe extern "C" fn process(
    instance: *mut c_void,
    document: *const abi::Document,
    sink: *const abi::Sink,
    error: *mut abi::Error,
) -> i32 {
    // SAFETY: these are the host's, and what `create` made.
    let (instance, document, sink) =
        unsafe { (&mut *instance.cast::<Instance>(), &*document, &*sink) };
    instance.documents += 1;
    match instance.mode.as_str() {
        "unknown-status" => return 77,
        "idle" => return abi::OK,
        // SAFETY: the error struct is the host's.
        "long-error" => return unsafe { long_error(error) },
        // SAFETY: the error struct is the host's.
        "error-not-utf8" => return unsafe { write(error, b"caf\xe9 closed", 0) },
        _ => {}
    }
    // SAFETY: the error struct is the host's.
    unsafe { contained(error, || run(instance, document, sink)) }
}

/// Writes as much as fits and claims to have written far more.
unsafe fn long_error(error: *mut abi::Error) -> i32 {
    // SAFETY: the error struct is the host's.
    unsafe {
        let message = vec![b'x'; (*error).capacity];
        write(error, &message, 0);
        (*error).len = usize::MAX;
    }
    abi::FAILED
}

fn run(instance: &Instance, document: &abi::Document, sink: &abi::Sink) -> Result<(), String> {
    // SAFETY: the host lends the text.
    let text = unsafe { slice::from_raw_parts(document.text.ptr, document.text.len) };
    let Some(first) = document.n_tokens.checked_sub(1).map(|_| {
        // SAFETY: there is a token.
        unsafe { (*document.tokens).span }
    }) else {
        return Ok(());
    };
    let good = Draft::new(first.start(), first.end());
    let len = text.len() as u32;
    let emit = |draft: &Draft| draft.emit(sink);
    let bad = |draft: Draft| match draft.emit(sink) {
        abi::REJECTED => Ok(()),
        status => Err(format!("a bad annotation was answered with {status}")),
    };
    match instance.mode.as_str() {
        "span-out-of-bounds" => bad(Draft::new(0, len + 7))?,
        "span-reversed" => bad(Draft::new(4, 1))?,
        "span-inside-character" => {
            let inside = text.iter().position(|b| b & 0xc0 == 0x80).unwrap_or(0) as u32;
            bad(Draft::new(0, inside))?;
        }
        "empty-span" => bad(Draft::new(1, 1))?,
        "undeclared-kind" => bad(Draft {
            kind: "secret",
            ..good
        })?,
        "undeclared-role" => bad(Draft {
            role: "scope",
            ..good
        })?,
        "nan" => bad(Draft {
            number: f64::NAN,
            ..good
        })?,
        "unknown-value" => bad(Draft { value: 9, ..good })?,
        "no-attribute-name" => bad(Draft {
            attribute: "",
            ..good
        })?,
        "two-attributes" => bad(Draft {
            n_attributes: 2,
            ..good
        })?,
        "no-parts" => bad(Draft { n_parts: 0, ..good })?,
        "null-parts" => bad(Draft {
            null_parts: true,
            ..good
        })?,
        "too-many-parts" => bad(Draft {
            n_parts: 20_000,
            ..good
        })?,
        "null-annotation" => {
            // SAFETY: the sink is the host's.
            let status = unsafe { (sink.emit)(sink.context, ptr::null(), ptr::null_mut()) };
            if status != abi::REJECTED {
                return Err(format!("null was answered with {status}"));
            }
        }
        "short-annotation" => bad(Draft { size: 8, ..good })?,
        "empty-rule" => bad(Draft { rule: b"", ..good })?,
        "long-rule" => bad(Draft {
            rule: &[b'r'; 300],
            ..good
        })?,
        "not-utf8" => bad(Draft {
            rule: b"caf\xe9",
            ..good
        })?,
        "bad-link" => bad(Draft {
            link: Some(4_000_000_000),
            ..good
        })?,
        "invisible-link" => bad(Draft {
            link: Some(0),
            ..good
        })?,
        "many-bad" => {
            for _ in 0..25 {
                bad(Draft { n_parts: 0, ..good })?;
            }
        }
        "flood" => {
            while emit(&good) != abi::STOP {}
            for _ in 0..100 {
                if emit(&good) != abi::STOP {
                    return Err("emit went on after STOP".to_owned());
                }
            }
            return Ok(());
        }
        "remarks" => {
            remark(
                sink,
                "odd-token",
                "an odd token",
                first.start(),
                first.end(),
            );
            remark(sink, "odd-text", "an odd text", 0, 0);
            remark(sink, "odd-place", "an odd place", 5, len + 9);
        }
        "bad-remarks" => {
            remark(sink, "", "a remark without a code", 0, 0);
            for _ in 0..2_000 {
                remark(sink, "again", "and again", 0, 0);
            }
        }
        "fail" => {
            emit(&good);
            return Err("failed on purpose".to_owned());
        }
        "panic-process" if !text.starts_with(b"Calm") => {
            emit(&good);
            panic!("panicked on purpose in process");
        }
        "panic-for-good" => {
            NEVER_AGAIN.store(true, Ordering::SeqCst);
            panic!("panicked for good");
        }
        "log" => log(instance.host)?,
        "print" => println!("this is no answer"),
        "read" => {
            let mut line = String::new();
            let read = std::io::stdin().read_line(&mut line);
            read.map_err(|error| error.to_string())?;
            if !line.is_empty() {
                return Err(format!("standard input says {line}"));
            }
        }
        _ if !text.starts_with("Çalm".as_bytes()) => ruin(&instance.mode),
        _ => {}
    }
    let seen = Draft {
        number: match instance.mode.as_str() {
            "well-behaved" | "panic-process" => f64::from(instance.documents),
            _ => 1.0,
        },
        ..good
    };
    match emit(&seen) {
        abi::OK => Ok(()),
        status => Err(format!("a good annotation was answered with {status}")),
    }
}

/// What ends a process, or keeps it from ever answering.
fn ruin(mode: &str) {
    match mode {
        // SAFETY: it is not safe; that is the point.
        "segfault" => unsafe { ptr::write_volatile(ptr::without_provenance_mut(8), 1_u8) },
        "abort" => std::process::abort(),
        "exit" => std::process::exit(0),
        "loop" => stall(),
        "memory" => {
            // Touched, lest it be left out.
            let much = vec![1_u8; 10 << 30];
            println!("{}", much.iter().filter(|&&b| b == 1).count());
        }
        "deaf" => close_all(),
        _ => {}
    }
}

fn stall() -> ! {
    loop {
        std::thread::sleep(std::time::Duration::from_secs(1));
    }
}

/// Closes all files of the process, its connection to the host too, and stays.
fn close_all() {
    unsafe extern "C" {
        safe fn close(number: i32) -> i32;
    }
    for number in 3..64 {
        close(number);
    }
    stall();
}

fn remark(sink: &abi::Sink, code: &str, message: &str, start: u32, end: u32) {
    let (code, message) = (Str::new(code), Str::new(message));
    // SAFETY: the sink is the host's.
    unsafe { (sink.diagnostic)(sink.context, abi::SEVERITY_INFO, code, message, start, end) }
}

fn log(host: *const abi::Host) -> Result<(), String> {
    // SAFETY: the host lives as long as the plugin.
    unsafe {
        let host = &*host;
        let line = if (host.cancelled)(host.context) == 0 {
            "going on"
        } else {
            "giving up"
        };
        (host.log)(host.context, abi::SEVERITY_WARNING, Str::new(line));
        match (host.extension)(host.context, Str::new("unheard-of")).is_null() {
            true => Ok(()),
            false => Err("there is an unheard-of extension".to_owned()),
        }
    }
}

/// An annotation in the making, with a switch for everything that can be wrong with it.
#[derive(Clone, Copy)]
struct Draft {
    size: u32,
    kind: &'static str,
    rule: &'static [u8],
    role: &'static str,
    span: (u32, u32),
    n_parts: usize,
    null_parts: bool,
    attribute: &'static str,
    number: f64,
    value: u32,
    n_attributes: usize,
    link: Option<u32>,
}

impl Draft {
    fn new(start: u32, end: u32) -> Self {
        Self {
            size: size_of::<abi::Annotation>() as u32,
            kind: "probe",
            rule: b"first-token",
            role: "cue",
            span: (start, end),
            n_parts: 1,
            null_parts: false,
            attribute: "seen",
            number: 1.0,
            value: abi::VALUE_NUMBER,
            n_attributes: 1,
            link: None,
        }
    }

    fn emit(&self, sink: &abi::Sink) -> i32 {
        let part = abi::Part {
            role: Str::new(self.role),
            start: self.span.0,
            end: self.span.1,
        };
        let attribute = abi::Attribute {
            name: Str::new(self.attribute),
            text: Str::new(""),
            number: self.number,
            value: self.value,
            reserved: 0,
        };
        let link = abi::Link {
            name: Str::new("other"),
            target: self.link.unwrap_or(0),
            reserved: 0,
        };
        let parts = vec![part; self.n_parts];
        let attributes = vec![attribute; self.n_attributes];
        let annotation = abi::Annotation {
            size: self.size,
            id: 0,
            kind: Str::new(self.kind),
            plugin: Str::new(""),
            rule: Str {
                ptr: self.rule.as_ptr(),
                len: self.rule.len(),
            },
            parts: if self.null_parts {
                ptr::null()
            } else {
                parts.as_ptr()
            },
            n_parts: parts.len(),
            attributes: attributes.as_ptr(),
            n_attributes: attributes.len(),
            links: &raw const link,
            n_links: usize::from(self.link.is_some()),
        };
        let mut id = 0;
        // SAFETY: the sink is the host's.
        unsafe { (sink.emit)(sink.context, &raw const annotation, &raw mut id) }
    }
}

/// Runs `work` as the SDK's macro does: an error or a panic becomes a failed call.
unsafe fn contained(error: *mut abi::Error, work: impl FnOnce() -> Result<(), String>) -> i32 {
    let (message, panicked) = match catch_unwind(AssertUnwindSafe(work)) {
        Ok(Ok(())) => return abi::OK,
        Ok(Err(message)) => (message, 0),
        Err(payload) => (panic_message(payload.as_ref()), 1),
    };
    // SAFETY: the error struct is the host's.
    unsafe { write(error, message.as_bytes(), panicked) }
}

fn panic_message(payload: &(dyn Any + Send)) -> String {
    match payload.downcast_ref::<&str>() {
        Some(text) => (*text).to_owned(),
        None => payload
            .downcast_ref::<String>()
            .cloned()
            .unwrap_or_default(),
    }
}

unsafe fn write(error: *mut abi::Error, message: &[u8], panicked: u32) -> i32 {
    // SAFETY: the error struct is the host's and its buffer has the room it says.
    unsafe {
        let len = message.len().min((*error).capacity);
        ptr::copy_nonoverlapping(message.as_ptr(), (*error).buffer, len);
        (*error).len = len;
        (*error).panicked = panicked;
    }
    abi::FAILED
}
