//! Between the C interface and the trait: pointers in, pointers out, no panic through.
//!
//! Used by [`export!`](crate::export) only.
#![allow(unsafe_code)]

use std::any::Any;
use std::ffi::c_void;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::OnceLock;

use crate::settings::schema;
use crate::{Document, Error, Extractor, Findings, Found, Layers, Settings, abi, trace};

/// The C description of an extractor, with the arrays it points into.
#[derive(Debug)]
pub struct Described {
    plugin: abi::Plugin,
    // Pointed to by `plugin`.
    _outputs: Vec<abi::Output>,
    _roles: Vec<Vec<abi::Str>>,
    _needs: Vec<abi::Need>,
    _rules: Vec<abi::Rule>,
    _schema: String,
}

// SAFETY: all that is pointed to is constant and lives as long as the struct.
unsafe impl Send for Described {}
// SAFETY: as above; nothing is ever changed.
unsafe impl Sync for Described {}

impl Described {
    /// Describes an extractor.
    pub fn new<E: Extractor>() -> Self {
        let about = E::about();
        let roles: Vec<Vec<abi::Str>> = about
            .outputs
            .iter()
            .map(|output| output.roles.iter().map(|r| abi::Str::new(r)).collect())
            .collect();
        let outputs: Vec<abi::Output> = about
            .outputs
            .iter()
            .zip(&roles)
            .map(|(output, roles)| abi::Output {
                kind: abi::Str::new(output.kind),
                roles: roles.as_ptr(),
                n_roles: roles.len(),
            })
            .collect();
        let needs: Vec<abi::Need> = about
            .needs
            .iter()
            .map(|need| abi::Need {
                kind: abi::Str::new(need.kind),
                optional: u32::from(need.optional),
                reserved: 0,
            })
            .collect();
        let rules: Vec<abi::Rule> = about
            .rules
            .iter()
            .map(|rule| abi::Rule {
                name: abi::Str::new(rule.name),
                doc: abi::Str::new(rule.doc),
            })
            .collect();
        let schema = schema(about.settings);
        Self {
            plugin: abi::Plugin {
                size: size_of::<abi::Plugin>() as u32,
                reads: if about.language {
                    abi::READS_LANGUAGE
                } else {
                    0
                },
                summary: abi::Str::new(about.summary),
                outputs: outputs.as_ptr(),
                n_outputs: outputs.len(),
                needs: needs.as_ptr(),
                n_needs: needs.len(),
                rules: rules.as_ptr(),
                n_rules: rules.len(),
                settings_schema: abi::Str {
                    ptr: schema.as_ptr(),
                    len: schema.len(),
                },
                create: create::<E>,
                process: process::<E>,
                destroy: destroy::<E>,
            },
            _outputs: outputs,
            _roles: roles,
            _needs: needs,
            _rules: rules,
            _schema: schema,
        }
    }

    /// What `Entry::get` returns; remembers the host for logging.
    pub fn get(&self, host: *const abi::Host) -> *const abi::Plugin {
        crate::log::remember(host);
        &self.plugin
    }

    /// The same, described once; null if describing fails.
    ///
    /// # Safety
    /// `error` must be null or the host's error struct.
    pub unsafe fn obtain<E: Extractor>(
        described: &'static OnceLock<Described>,
        host: *const abi::Host,
        error: *mut abi::Error,
    ) -> *const abi::Plugin {
        let describe = || {
            described.get_or_init(Described::new::<E>);
            Ok(())
        };
        // SAFETY: promised by the caller.
        unsafe { contained(error, describe) };
        described.get().map_or(std::ptr::null(), |d| d.get(host))
    }
}

/// Runs `work` and turns an error or a panic into a failed call.
unsafe fn contained(error: *mut abi::Error, work: impl FnOnce() -> Result<(), Error>) -> i32 {
    let (message, panicked) = match catch_unwind(AssertUnwindSafe(work)) {
        Ok(Ok(())) => return abi::OK,
        Ok(Err(failure)) => (failure.to_string(), 0),
        Err(payload) => {
            let message = panic_message(payload.as_ref()).to_owned();
            // Dropping a foreign payload may panic again.
            std::mem::forget(payload);
            (message, 1)
        }
    };
    // SAFETY: the host passes null or an error struct whose buffer has `capacity` bytes.
    if let Some(error) = unsafe { error.as_mut() } {
        error.panicked = panicked;
        let mut len = message.len().min(error.capacity);
        while !message.is_char_boundary(len) {
            len -= 1;
        }
        if len > 0 {
            // SAFETY: `len` is at most the buffer's capacity.
            unsafe { error.buffer.copy_from_nonoverlapping(message.as_ptr(), len) };
        }
        error.len = len;
    }
    abi::FAILED
}

fn panic_message(payload: &(dyn Any + Send)) -> &str {
    if let Some(text) = payload.downcast_ref::<&str>() {
        text
    } else if let Some(text) = payload.downcast_ref::<String>() {
        text
    } else {
        "a panic without a message"
    }
}

unsafe extern "C" fn create<E: Extractor>(
    _host: *const abi::Host,
    settings: abi::Str,
    instance: *mut *mut c_void,
    error: *mut abi::Error,
) -> i32 {
    let work = || {
        // SAFETY: the host passes UTF-8 that lives for the call.
        let settings = Settings::from_json(unsafe { text(settings) })?;
        let extractor = Box::new(E::create(&settings)?);
        // SAFETY: the host passes a place for the pointer.
        unsafe { *instance = Box::into_raw(extractor).cast() };
        Ok(())
    };
    // SAFETY: `error` is the host's.
    unsafe { contained(error, work) }
}

unsafe extern "C" fn process<E: Extractor>(
    instance: *mut c_void,
    document: *const abi::Document,
    sink: *const abi::Sink,
    error: *mut abi::Error,
) -> i32 {
    let work = || {
        // SAFETY: `instance` is what `create::<E>` made, used by one thread at a time;
        // document and sink live for the call.
        let (extractor, raw, sink) = unsafe { (&mut *instance.cast::<E>(), &*document, &*sink) };
        // SAFETY: the host's arrays hold for the call.
        let (document, found) = unsafe { read(raw) };
        let _listening = trace::listen(sink, E::ABOUT.rules);
        extractor.extract(&document, &found, &mut Findings::new(sink))
    };
    // SAFETY: `error` is the host's.
    unsafe { contained(error, work) }
}

unsafe extern "C" fn destroy<E: Extractor>(instance: *mut c_void) {
    let work = || {
        // SAFETY: `instance` is what `create::<E>` made, and is not used again.
        drop(unsafe { Box::from_raw(instance.cast::<E>()) });
        Ok(())
    };
    // SAFETY: there is no error struct.
    unsafe { contained(std::ptr::null_mut(), work) };
}

/// The host's document as Rust sees it.
unsafe fn read<'d>(raw: &'d abi::Document) -> (Document<'d>, Found<'d>) {
    // SAFETY: pointers and lengths are the host's; texts are UTF-8.
    unsafe {
        let document = Document {
            text: text(raw.text),
            tokens: slice(raw.tokens, raw.n_tokens),
            sentences: slice(raw.sentences, raw.n_sentences),
            paragraphs: slice(raw.paragraphs, raw.n_paragraphs),
            quotations: slice(raw.quotations, raw.n_quotations),
            layers: layers(raw),
        };
        (document, Found::new(slice(raw.found.cast(), raw.n_found)))
    }
}

/// The language layer; empty if the host has none.
unsafe fn layers<'d>(document: &'d abi::Document) -> Layers<'d> {
    // SAFETY: null or a struct of the host's that lives for the call.
    let Some(raw) = (unsafe { document.layers.as_ref() }) else {
        return Layers::default();
    };
    // SAFETY: pointers and lengths are the host's; texts are UTF-8.
    unsafe {
        Layers {
            tags: slice(raw.tags, document.n_tokens),
            lemmas: slice(raw.lemmas, document.n_tokens),
            lemma_text: text(raw.lemma_text),
            names: slice(raw.names, raw.n_names),
            chunks: slice(raw.chunks, raw.n_chunks),
            chunk_of: slice(raw.chunk_of, document.n_tokens),
            verbs: slice(raw.verbs, raw.n_verbs),
            verb_of: slice(raw.verb_of, document.n_tokens),
            clauses: slice(raw.clauses, raw.n_clauses),
            words: slice(raw.words, document.n_tokens),
        }
    }
}

/// A text that the other side lent.
///
/// # Safety
/// Pointer and length hold for `'d`, and the bytes are UTF-8.
pub(crate) unsafe fn text<'d>(raw: abi::Str) -> &'d str {
    // SAFETY: promised by the caller.
    unsafe { std::str::from_utf8_unchecked(slice(raw.ptr, raw.len)) }
}

/// An array that the other side lent; the pointer is not looked at if the length is 0.
///
/// # Safety
/// Pointer and length hold for `'d`.
pub(crate) unsafe fn slice<'d, T>(pointer: *const T, len: usize) -> &'d [T] {
    if len == 0 {
        return &[];
    }
    // SAFETY: promised by the caller.
    unsafe { std::slice::from_raw_parts(pointer, len) }
}

/// Exports a plugin: the one line that makes a library of rules one.
///
/// - `export!(kind: "warning", rules: [warned_of])` exports pattern rules that are made by
///   [`rule!`](crate::rule). `kind` is what their findings are called. With `words:
///   ["../data/words.tsv"]` before the rules come the word lists, files beside the source;
///   what the plugin finds is told by the crate's description.
/// - `export!(Warnings)` exports an [`Extractor`].
///
/// The plugin's id is the crate's name without a leading `sayso-`; its version is the
/// crate's. The crate needs `crate-type = ["cdylib"]` (and `"rlib"`, to be linked as well).
///
/// Panics of the extractor are caught here and become errors for one document. What cannot
/// be caught ends the process: a build with `panic = "abort"`, a panic while another one
/// unwinds, a stack overflow, `std::process::exit`.
///
/// ```
/// use sayso_plugin::pattern::{Pattern, lemma, noun_phrase};
///
/// sayso_plugin::rule! {
///     /// Somebody warns.
///     ///
///     /// > [The engineers]source [warned]cue him.
///     pub fn warned() -> Pattern {
///         noun_phrase().role("source").then(lemma("warn").role("cue"))
///     }
/// }
///
/// sayso_plugin::export!(kind: "warning", rules: [warned]);
/// # fn main() {
/// # let found = sayso_plugin::testing::Analysis::new(&[&SAYSO_PLUGIN], "Duarte warned him.");
/// # assert_eq!(found.show("warning"), "warned: source=“Duarte” cue=“warned”\n");
/// # }
/// ```
#[macro_export]
macro_rules! export {
    (kind: $kind:literal, $(words: [$($list:literal),+ $(,)?],)?
     rules: [$($rule:path),+ $(,)?] $(,)?) => {
        #[doc(hidden)]
        #[derive(Debug)]
        pub struct SaysoRules;

        impl $crate::RuleSet for SaysoRules {
            const SUMMARY: &'static str = env!("CARGO_PKG_DESCRIPTION");
            const KIND: &'static str = $kind;
            const RULES: &'static [$crate::PatternRule] = &[$($rule),+];
            const LIST: &'static [$crate::Rule] = &[$($rule.rule),+];
            const WORDS: &'static [(&'static str, &'static str)] =
                &[$($(($list, include_str!($list))),+)?];
        }

        $crate::export!($crate::RulePlugin<SaysoRules>);
    };
    ($extractor:ty) => {
        /// The entry of this plugin; for hosts.
        #[allow(unsafe_code)]
        #[unsafe(export_name = concat!("sayso_plugin_v1_", env!("CARGO_CRATE_NAME")))]
        pub static SAYSO_PLUGIN: $crate::abi::Entry = $crate::abi::Entry {
            magic: $crate::abi::MAGIC,
            size: ::core::mem::size_of::<$crate::abi::Entry>() as u32,
            abi_major: $crate::abi::ABI_MAJOR,
            abi_minor: $crate::abi::ABI_MINOR,
            flags: $crate::boundary::FLAGS
                | if cfg!(panic = "abort") {
                    $crate::abi::FLAG_PANIC_ABORT
                } else {
                    0
                }
                | if cfg!(debug_assertions) {
                    $crate::abi::FLAG_DEBUG
                } else {
                    0
                },
            reserved: 0,
            id: $crate::abi::padded($crate::boundary::id(env!("CARGO_PKG_NAME"))),
            version: $crate::abi::padded(env!("CARGO_PKG_VERSION")),
            built_with: $crate::abi::padded($crate::boundary::BUILT_WITH),
            get: {
                unsafe extern "C" fn get(
                    host: *const $crate::abi::Host,
                    error: *mut $crate::abi::Error,
                ) -> *const $crate::abi::Plugin {
                    static DESCRIBED: ::std::sync::OnceLock<$crate::boundary::Described> =
                        ::std::sync::OnceLock::new();
                    // SAFETY: the host passes its own error struct.
                    unsafe {
                        $crate::boundary::Described::obtain::<$extractor>(&DESCRIBED, host, error)
                    }
                }
                get
            },
        };
    };
}

/// Flags that hold for every plugin built with this SDK.
pub const FLAGS: u32 = 0;

/// What a plugin built with this SDK says it was built with.
pub const BUILT_WITH: &str = concat!("sayso-plugin ", env!("CARGO_PKG_VERSION"));

/// A plugin's id: its crate's name without a leading `sayso-`.
pub const fn id(package: &str) -> &str {
    const LEAD: &[u8] = b"sayso-";
    let bytes = package.as_bytes();
    let mut at = 0;
    while at < LEAD.len() {
        if at >= bytes.len() || bytes[at] != LEAD[at] {
            return package;
        }
        at += 1;
    }
    package.split_at(LEAD.len()).1
}
