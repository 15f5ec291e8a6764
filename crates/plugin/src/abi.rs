//! The C interface between host and plugin, as it is in memory.
//!
//! Plugin authors who write Rust never need this module: the trait
//! [`Extractor`](crate::Extractor) and the macro [`export!`](crate::export) stand on it.
//! `include/sayso.h` is generated from it. The rules of the boundary:
//!
//! - Every struct that may grow begins with its `size` in bytes and grows only at its end;
//!   a field is there if `size` reaches past it, and what is not there counts as zeros.
//!   Elements of arrays never grow, nor does [`Entry`].
//! - Everything that is passed is borrowed until the call returns; whoever wants to keep it
//!   copies it. Nobody frees the other's memory.
//! - Texts are UTF-8, not NUL-terminated. Offsets are bytes into the document's text.
//! - `create`, `process` and `destroy` of one instance are never called at the same time,
//!   unless the plugin sets [`FLAG_SHARED`]; instances live on several threads.
//! - No exception or panic may leave a function of either side.
//!
//! Version 1.0 is frozen: `tests/layout.rs` says what may be changed and how.

use std::ffi::c_void;
use std::mem::offset_of;

pub use sayso_model::{
    Chunk, ChunkFlags, ChunkKind, ChunkLink, Clause, ClauseKind, Gender, Name, NameKind, Paragraph,
    Quotation, QuotationState, QuotationStyle, Sentence, Shape, Span, Tag, Tense, Token, TokenKind,
    TokenRange, VerbFlags, VerbGroup,
};

/// This interface for C and C++, with all that it takes to write a plugin.
pub const HEADER: &str = include_str!("../include/sayso.h");

/// First field of every entry: the bytes "saysoPLG", read as a little-endian number.
pub const MAGIC: u64 = 0x474c_506f_7379_6173;
/// Must be the same in host and plugin.
pub const ABI_MAJOR: u16 = 1;
/// May be older in the plugin than in the host.
pub const ABI_MINOR: u16 = 0;
/// What every entry's symbol begins with, followed by the plugin's crate name.
pub const SYMBOL_PREFIX: &str = "sayso_plugin_v1_";
/// What entry symbols of any version begin with; a version number and `_` follow.
pub const SYMBOL_FAMILY: &str = "sayso_plugin_v";

/// [`Entry::flags`]: built so that a panic ends the process; the host cannot contain it.
pub const FLAG_PANIC_ABORT: u32 = 1;
/// [`Entry::flags`]: built without optimisation.
pub const FLAG_DEBUG: u32 = 2;
/// [`Entry::flags`]: one instance may be used by several threads at once.
pub const FLAG_SHARED: u32 = 4;

/// [`Plugin::reads`]: the language layer; without it the host may leave it out.
pub const READS_LANGUAGE: u32 = 1;

/// Result of a call: done.
pub const OK: i32 = 0;
/// Result of a call: failed; the error says why.
pub const FAILED: i32 = 1;
/// Result of [`Sink::emit`]: the annotation was refused and a diagnostic written; go on.
pub const REJECTED: i32 = 2;
/// Result of [`Sink::emit`]: refused, and so will be all that follow; return now.
pub const STOP: i32 = 3;

/// [`Attribute::value`]: `text` holds it.
pub const VALUE_TEXT: u32 = 0;
/// [`Attribute::value`]: `number` holds it.
pub const VALUE_NUMBER: u32 = 1;
/// [`Attribute::value`]: true if `number` is not 0.
pub const VALUE_BOOL: u32 = 2;

/// Where a struct refers to another by index: to none.
pub const NONE: u32 = 0xffff_ffff;
const _: () = assert!(NONE == sayso_model::NONE);

/// Severity of a log line or diagnostic: worth knowing.
pub const SEVERITY_INFO: u32 = 0;
/// Severity of a log line or diagnostic: something was off.
pub const SEVERITY_WARNING: u32 = 1;
/// Severity of a log line or diagnostic: a result is missing.
pub const SEVERITY_ERROR: u32 = 2;

/// The size of [`Plugin`] in version 1.0; a later plugin's may be larger, none's is smaller.
pub const LEAST_PLUGIN: usize = offset_of!(Plugin, destroy) + size_of::<usize>();
/// The size of [`Annotation`] in version 1.0.
pub const LEAST_ANNOTATION: usize = offset_of!(Annotation, n_links) + size_of::<usize>();
/// The size of [`Trial`] in version 1.0.
pub const LEAST_TRIAL: usize = offset_of!(Trial, reserved) + size_of::<u32>();

/// UTF-8 text that belongs to someone else. `ptr` may be null if `len` is 0.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct Str {
    /// First byte.
    pub ptr: *const u8,
    /// Length in bytes.
    pub len: usize,
}

/// A text and its structure. Arrays are in text order.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct Document {
    /// Size of this struct in bytes.
    pub size: u32,
    /// 0.
    pub reserved: u32,
    /// The original text; all offsets point into it.
    pub text: Str,
    /// All tokens.
    pub tokens: *const Token,
    /// How many tokens.
    pub n_tokens: usize,
    /// All sentences.
    pub sentences: *const Sentence,
    /// How many sentences.
    pub n_sentences: usize,
    /// All paragraphs.
    pub paragraphs: *const Paragraph,
    /// How many paragraphs.
    pub n_paragraphs: usize,
    /// All quotations, by the place of their opening marks.
    pub quotations: *const Quotation,
    /// How many quotations.
    pub n_quotations: usize,
    /// What the language layer adds; null if no plugin reads it (`READS_LANGUAGE`).
    pub layers: *const Layers,
    /// What earlier plugins found, of the kinds this plugin needs, in the order of finding: an
    /// array of pointers, none of them null, since an annotation may grow.
    pub found: *const *const Annotation,
    /// How many annotations.
    pub n_found: usize,
}

/// What the language layer adds to a document. Arrays named "of each token" are as long as
/// the document's tokens. Further layers will be appended; a plugin finds them by `size`.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct Layers {
    /// Size of this struct in bytes.
    pub size: u32,
    /// 0.
    pub reserved: u32,
    /// The part of speech of each token.
    pub tags: *const Tag,
    /// The lemma of each token, as a place in `lemma_text`.
    pub lemmas: *const Span,
    /// A text that has them all.
    pub lemma_text: Str,
    /// For each token the index of its noun-phrase chunk, or `NONE`.
    pub chunk_of: *const u32,
    /// For each token the index of its verb group, or `NONE`.
    pub verb_of: *const u32,
    /// Names.
    pub names: *const Name,
    /// How many names.
    pub n_names: usize,
    /// Noun-phrase chunks.
    pub chunks: *const Chunk,
    /// How many chunks.
    pub n_chunks: usize,
    /// Verb groups.
    pub verbs: *const VerbGroup,
    /// How many verb groups.
    pub n_verbs: usize,
    /// Clauses, outer ones before those inside them.
    pub clauses: *const Clause,
    /// How many clauses.
    pub n_clauses: usize,
    /// For each token the number of its word in the host's list, 0 for a word not in it. Equal
    /// numbers are equal words in folded form, as long as the host lives; frequent words have
    /// low ones.
    pub words: *const u16,
}

/// One span of an annotation and the role it plays.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct Part {
    /// One of the roles that the plugin declared for the kind.
    pub role: Str,
    /// First byte.
    pub start: u32,
    /// After the last byte.
    pub end: u32,
}

/// A name and a value.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct Attribute {
    /// The name.
    pub name: Str,
    /// The value, for `VALUE_TEXT`.
    pub text: Str,
    /// The value, for `VALUE_NUMBER` and `VALUE_BOOL`; finite.
    pub number: f64,
    /// Which of the two holds the value: `VALUE_TEXT`, `VALUE_NUMBER` or `VALUE_BOOL`.
    pub value: u32,
    /// 0.
    pub reserved: u32,
}

/// A pointer from one annotation to an earlier one.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct Link {
    /// What the other is to this one.
    pub name: Str,
    /// The other's `id`.
    pub target: u32,
    /// 0.
    pub reserved: u32,
}

/// Something found in a document: given to [`Sink::emit`], and read in [`Document::found`].
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct Annotation {
    /// Size of this struct in bytes.
    pub size: u32,
    /// Its number in the document; not read by `emit`.
    pub id: u32,
    /// One of the kinds that the plugin declared.
    pub kind: Str,
    /// Id of the plugin that found it; not read by `emit`.
    pub plugin: Str,
    /// Name of the rule that fired; never empty.
    pub rule: Str,
    /// Its parts, at least one.
    pub parts: *const Part,
    /// How many parts.
    pub n_parts: usize,
    /// Its attributes.
    pub attributes: *const Attribute,
    /// How many attributes.
    pub n_attributes: usize,
    /// Its links.
    pub links: *const Link,
    /// How many links.
    pub n_links: usize,
}

/// Where a plugin's findings go. Valid until `process` returns.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct Sink {
    /// Size of this struct in bytes.
    pub size: u32,
    /// 0.
    pub reserved: u32,
    /// The host's; passed back to it.
    pub context: *mut c_void,
    /// Takes a copy of an annotation. Gives `OK` and writes its number to `id` (which may be
    /// null), or `REJECTED`, or `STOP`. Only within `process`, from its thread.
    pub emit: unsafe extern "C" fn(
        context: *mut c_void,
        annotation: *const Annotation,
        id: *mut u32,
    ) -> i32,
    /// Takes a copy of a remark about the document: severity, stable code (`odd-date`), message,
    /// and the place in bytes (an empty span for none). Only within `process`, from its thread.
    pub diagnostic: unsafe extern "C" fn(
        context: *mut c_void,
        severity: u32,
        code: Str,
        message: Str,
        start: u32,
        end: u32,
    ),
    /// Takes a copy of what a rule was looking for; null unless somebody asked why something
    /// was found or not. A plugin need not tell anything. Only within `process`, from its thread.
    pub trace: Option<unsafe extern "C" fn(context: *mut c_void, trial: *const Trial)>,
    /// First byte of the place that was asked about: trials that do not touch it are not
    /// wanted.
    pub trace_start: u32,
    /// After its last byte.
    pub trace_end: u32,
}

/// A rule that was tried at some place, and how far it came; given to [`Sink::trace`].
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct Trial {
    /// Size of this struct in bytes.
    pub size: u32,
    /// `OK` if the rule saw what it looks for, else `FAILED`.
    pub result: i32,
    /// Name of the rule; never empty.
    pub rule: Str,
    /// What it looked for where it stopped, in words: `a noun phrase`; empty if it did not.
    pub wanted: Str,
    /// Where this is written, as `file:line`; empty if it is not known.
    pub source: Str,
    /// First byte of the words that fitted; where the rule was tried if none did.
    pub start: u32,
    /// After their last byte.
    pub end: u32,
    /// First byte of the word that did not fit.
    pub stopped_start: u32,
    /// After its last byte.
    pub stopped_end: u32,
    /// How many conditions were met.
    pub met: u32,
    /// 0.
    pub reserved: u32,
}

/// What a host offers to a plugin. Lives as long as the plugin is loaded.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct Host {
    /// Size of this struct in bytes.
    pub size: u32,
    /// The host's version of this interface.
    pub abi_major: u16,
    /// The host's version of this interface.
    pub abi_minor: u16,
    /// The host's; passed back to it.
    pub context: *mut c_void,
    /// Writes a line to the host's log; the text is copied. Any thread.
    pub log: unsafe extern "C" fn(context: *mut c_void, severity: u32, message: Str),
    /// Not 0 if the work should be given up: ask in long loops, and return soon. Any thread.
    pub cancelled: unsafe extern "C" fn(context: *mut c_void) -> i32,
    /// A later addition to the host by its name, or null. Any thread.
    pub extension: unsafe extern "C" fn(context: *mut c_void, name: Str) -> *const c_void,
}

/// Where a plugin writes why a call failed. The buffer is the host's, for the call.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct Error {
    /// Size of this struct in bytes.
    pub size: u32,
    /// 1 if a panic was caught, else 0.
    pub panicked: u32,
    /// Room for UTF-8 text; what does not fit is left out.
    pub buffer: *mut u8,
    /// How many bytes there is room for.
    pub capacity: usize,
    /// How many bytes were written.
    pub len: usize,
}

/// A kind of annotation that a plugin may emit.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct Output {
    /// The kind's name.
    pub kind: Str,
    /// The roles its parts may have.
    pub roles: *const Str,
    /// How many roles.
    pub n_roles: usize,
}

/// A kind of annotation that a plugin reads: those who emit it run before.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct Need {
    /// The kind's name.
    pub kind: Str,
    /// 1 if the plugin can do without, 0 if not.
    pub optional: u32,
    /// 0.
    pub reserved: u32,
}

/// A rule of a plugin, for lists and explanations.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// The name that its annotations carry.
    pub name: Str,
    /// What it sees, with marked-up examples, as Markdown.
    pub doc: Str,
}

/// What a plugin is and does. Lives as long as the plugin is loaded.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct Plugin {
    /// Size of this struct in bytes.
    pub size: u32,
    /// A sum of `READS_…`.
    pub reads: u32,
    /// One line on what it finds.
    pub summary: Str,
    /// The kinds it may emit.
    pub outputs: *const Output,
    /// How many kinds.
    pub n_outputs: usize,
    /// The kinds it reads.
    pub needs: *const Need,
    /// How many kinds.
    pub n_needs: usize,
    /// Its rules.
    pub rules: *const Rule,
    /// How many rules.
    pub n_rules: usize,
    /// JSON Schema of its settings: an object whose `properties` are the keys; empty for none.
    pub settings_schema: Str,
    /// Makes an instance from settings (a JSON object that fits the schema, `{}` if there are
    /// none) and writes it to `instance`, which may be null. Gives `OK` or `FAILED`. May be
    /// called by several threads at once.
    pub create: unsafe extern "C" fn(
        host: *const Host,
        settings: Str,
        instance: *mut *mut c_void,
        error: *mut Error,
    ) -> i32,
    /// Emits what it finds in a document. Gives `OK`, or `FAILED` and then all that it emitted
    /// for the document is dropped. It must find the same in the same document, whatever came
    /// before, and take time in proportion to its length.
    pub process: unsafe extern "C" fn(
        instance: *mut c_void,
        document: *const Document,
        sink: *const Sink,
        error: *mut Error,
    ) -> i32,
    /// Ends an instance and frees what it has. Not called for one whose `create` failed.
    pub destroy: unsafe extern "C" fn(instance: *mut c_void),
}

/// The exported data symbol of a plugin, `sayso_plugin_v1_<crate>`. All but `get` can be read
/// from the file before any of its code runs.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct Entry {
    /// `MAGIC`.
    pub magic: u64,
    /// Size of this struct in bytes.
    pub size: u32,
    /// `ABI_MAJOR` it was built with.
    pub abi_major: u16,
    /// `ABI_MINOR` it was built with.
    pub abi_minor: u16,
    /// A sum of `FLAG_…`.
    pub flags: u32,
    /// 0.
    pub reserved: u32,
    /// Its id, lower-case letters, digits and hyphens, filled up with NUL, at least one.
    pub id: [u8; 64],
    /// Its own version, filled up with NUL.
    pub version: [u8; 32],
    /// What it was built with, for messages, filled up with NUL.
    pub built_with: [u8; 48],
    /// Describes the plugin; null and an error if it cannot run. Called once, by one thread,
    /// before all else; what it gives must stay until the process ends.
    pub get: unsafe extern "C" fn(host: *const Host, error: *mut Error) -> *const Plugin,
}

// SAFETY: an entry is constant data and a function pointer; the function is required to be
// callable from any thread.
#[allow(unsafe_code)]
unsafe impl Sync for Entry {}

impl Str {
    /// Borrows a text. The caller keeps it alive for as long as the `Str` is used.
    pub const fn new(text: &str) -> Self {
        Self {
            ptr: text.as_ptr(),
            len: text.len(),
        }
    }
}

impl Document {
    /// Borrows a document, without layers and without findings. The caller keeps it alive for
    /// as long as this is used.
    pub fn new(document: &sayso_model::Document<'_>) -> Self {
        Self {
            size: size_of::<Self>() as u32,
            reserved: 0,
            text: Str {
                ptr: document.text.as_ptr(),
                len: document.text.len(),
            },
            tokens: document.tokens.as_ptr(),
            n_tokens: document.tokens.len(),
            sentences: document.sentences.as_ptr(),
            n_sentences: document.sentences.len(),
            paragraphs: document.paragraphs.as_ptr(),
            n_paragraphs: document.paragraphs.len(),
            quotations: document.quotations.as_ptr(),
            n_quotations: document.quotations.len(),
            layers: std::ptr::null(),
            found: std::ptr::null(),
            n_found: 0,
        }
    }
}

impl Layers {
    /// Borrows a language layer. The caller keeps it alive for as long as this is used.
    pub fn new(layers: &sayso_model::Layers<'_>) -> Self {
        Self {
            size: size_of::<Self>() as u32,
            reserved: 0,
            tags: layers.tags.as_ptr(),
            lemmas: layers.lemmas.as_ptr(),
            lemma_text: Str {
                ptr: layers.lemma_text.as_ptr(),
                len: layers.lemma_text.len(),
            },
            chunk_of: layers.chunk_of.as_ptr(),
            verb_of: layers.verb_of.as_ptr(),
            names: layers.names.as_ptr(),
            n_names: layers.names.len(),
            chunks: layers.chunks.as_ptr(),
            n_chunks: layers.chunks.len(),
            verbs: layers.verbs.as_ptr(),
            n_verbs: layers.verbs.len(),
            clauses: layers.clauses.as_ptr(),
            n_clauses: layers.clauses.len(),
            words: layers.words.as_ptr(),
        }
    }
}

/// A text as a field of an [`Entry`]: cut to fit and filled up with NUL.
pub const fn padded<const N: usize>(text: &str) -> [u8; N] {
    let bytes = text.as_bytes();
    let mut field = [0; N];
    let mut at = 0;
    while at < bytes.len() && at < N - 1 {
        field[at] = bytes[at];
        at += 1;
    }
    field
}

/// The text in a field of an [`Entry`], without what it is filled up with.
pub fn unpadded(field: &[u8]) -> &str {
    let end = field.iter().position(|&b| b == 0).unwrap_or(field.len());
    std::str::from_utf8(&field[..end]).unwrap_or("")
}
