//! A host that calls one plugin and believes all it emits.

use std::ffi::c_void;

use sayso_model::{Annotations, NewAnnotation, Structure};

use crate::boundary::slice;
use crate::{AnnotationId, Rule, Span, Value, abi};

unsafe extern "C" fn log(_: *mut c_void, _: u32, message: abi::Str) {
    // SAFETY: the plugin passes UTF-8 that lives for the call.
    eprintln!("{}", unsafe { text(message) });
}

unsafe extern "C" fn never_cancelled(_: *mut c_void) -> i32 {
    0
}

unsafe extern "C" fn no_extension(_: *mut c_void, _: abi::Str) -> *const c_void {
    std::ptr::null()
}

static HOST: HostCell = HostCell(abi::Host {
    size: size_of::<abi::Host>() as u32,
    abi_major: abi::ABI_MAJOR,
    abi_minor: abi::ABI_MINOR,
    context: std::ptr::null_mut(),
    log,
    cancelled: never_cancelled,
    extension: no_extension,
});

struct HostCell(abi::Host);

// SAFETY: constant data and functions without state.
unsafe impl Sync for HostCell {}

/// Room for an error's text; the buffer must outlive its use.
fn error_in(buffer: &mut [u8]) -> abi::Error {
    abi::Error {
        size: size_of::<abi::Error>() as u32,
        panicked: 0,
        buffer: buffer.as_mut_ptr(),
        capacity: buffer.len(),
        len: 0,
    }
}

/// The rules that a plugin declares.
///
/// # Panics
/// The plugin cannot describe itself.
pub(super) fn rules(entry: &'static abi::Entry) -> Vec<Rule> {
    let mut buffer = [0u8; 4096];
    let mut error = error_in(&mut buffer);
    // SAFETY: the entry is that of a plugin linked into this program; what it gives lives for
    // ever.
    unsafe {
        let plugin = (entry.get)(&HOST.0, &mut error).as_ref();
        let plugin = plugin.unwrap_or_else(|| {
            panic!("{}", String::from_utf8_lossy(&buffer[..error.len]));
        });
        let rules = slice(plugin.rules, plugin.n_rules).iter();
        let rule = |rule: &abi::Rule| Rule {
            name: text(rule.name),
            doc: text(rule.doc),
        };
        rules.map(rule).collect()
    }
}

/// What the sink writes into.
struct Collector<'p> {
    plugin: &'p str,
    annotations: Annotations,
    /// How far rules came, if somebody asks.
    trials: Option<&'p mut Vec<Reached>>,
}

/// How far a rule came at some word.
pub(super) struct Reached {
    pub(super) rule: String,
    pub(super) met: u32,
    /// What it looked for there.
    pub(super) wanted: String,
    /// The words that fitted, and the word that did not.
    pub(super) fitted: Span,
    pub(super) stopped: Span,
}

pub(super) unsafe fn run(
    entry: &'static abi::Entry,
    text: &str,
    structure: &Structure,
    annotations: Annotations,
    trials: Option<&mut Vec<Reached>>,
) -> Annotations {
    let earlier = annotations.clone();
    let views = Views::new(&earlier);
    let mut analyzer = sayso_english::Analyzer::default();
    let parsed = structure.document(text);
    let layers = abi::Layers::new(&analyzer.layers(&parsed));
    let found: Vec<*const abi::Annotation> =
        views.annotations.iter().map(std::ptr::from_ref).collect();
    let document = abi::Document {
        layers: &layers,
        found: found.as_ptr(),
        n_found: found.len(),
        ..abi::Document::new(&parsed)
    };
    let asked = trials.is_some();
    let mut collector = Collector {
        plugin: abi::unpadded(&entry.id),
        annotations,
        trials,
    };
    let sink = abi::Sink {
        size: size_of::<abi::Sink>() as u32,
        reserved: 0,
        context: (&raw mut collector).cast(),
        emit,
        diagnostic,
        trace: asked.then_some(trace as _),
        trace_start: 0,
        trace_end: text.len() as u32,
    };
    let mut buffer = [0u8; 4096];
    let mut error = error_in(&mut buffer);
    let mut instance = std::ptr::null_mut();
    // SAFETY: all pointers hold until the calls return.
    let result = unsafe {
        let Some(plugin) = (entry.get)(&HOST.0, &mut error).as_ref() else {
            panic!("{}", String::from_utf8_lossy(&buffer[..error.len]));
        };
        let mut result = (plugin.create)(&HOST.0, abi::Str::new("{}"), &mut instance, &mut error);
        if result == abi::OK {
            result = (plugin.process)(instance, &document, &sink, &mut error);
            (plugin.destroy)(instance);
        }
        result
    };
    let message = String::from_utf8_lossy(&buffer[..error.len]);
    assert!(result == abi::OK, "{}: {message}", collector.plugin);
    collector.annotations
}

unsafe extern "C" fn emit(
    context: *mut c_void,
    annotation: *const abi::Annotation,
    id: *mut u32,
) -> i32 {
    // SAFETY: the context is the collector of `run`, the annotation lives for the call.
    unsafe {
        let collector = &mut *context.cast::<Collector<'_>>();
        let raw = &*annotation;
        let parts: Vec<_> = slice(raw.parts, raw.n_parts)
            .iter()
            .map(|p| (text(p.role), Span::new(p.start, p.end)))
            .collect();
        let attributes: Vec<_> = slice(raw.attributes, raw.n_attributes)
            .iter()
            .map(|a| {
                let value = match a.value {
                    abi::VALUE_NUMBER => Value::Number(a.number),
                    abi::VALUE_BOOL => Value::Bool(a.number != 0.0),
                    _ => Value::Text(text(a.text)),
                };
                (text(a.name), value)
            })
            .collect();
        let links: Vec<_> = slice(raw.links, raw.n_links)
            .iter()
            .map(|l| (text(l.name), AnnotationId(l.target)))
            .collect();
        let new = collector.annotations.push(&NewAnnotation {
            kind: text(raw.kind),
            plugin: collector.plugin,
            rule: text(raw.rule),
            parts: &parts,
            attributes: &attributes,
            links: &links,
        });
        if !id.is_null() {
            *id = new.0;
        }
    }
    abi::OK
}

unsafe extern "C" fn trace(context: *mut c_void, trial: *const abi::Trial) {
    // SAFETY: the context is the collector of `run`, the trial lives for the call.
    unsafe {
        let raw = &*trial;
        let trials = &mut (*context.cast::<Collector<'_>>()).trials;
        if let Some(trials) = trials.as_mut().filter(|_| raw.result != abi::OK) {
            trials.push(Reached {
                rule: text(raw.rule).to_owned(),
                met: raw.met,
                wanted: text(raw.wanted).to_owned(),
                fitted: Span::new(raw.start, raw.end),
                stopped: Span::new(raw.stopped_start, raw.stopped_end),
            });
        }
    }
}

unsafe extern "C" fn diagnostic(
    _: *mut c_void,
    _: u32,
    _: abi::Str,
    message: abi::Str,
    _: u32,
    _: u32,
) {
    // SAFETY: the plugin passes UTF-8 that lives for the call.
    eprintln!("{}", unsafe { text(message) });
}

/// Annotations as the C interface shows them, with the arrays they point into.
struct Views {
    annotations: Vec<abi::Annotation>,
    // Pointed to by `annotations`.
    _parts: Vec<Vec<abi::Part>>,
    _attributes: Vec<Vec<abi::Attribute>>,
}

impl Views {
    fn new(all: &Annotations) -> Self {
        let part = |(role, span): (&str, Span)| abi::Part {
            role: abi::Str::new(role),
            start: span.start(),
            end: span.end(),
        };
        let attribute = |(name, value): (&str, Value<'_>)| {
            let (value, text, number) = match value {
                Value::Text(text) => (abi::VALUE_TEXT, text, 0.0),
                Value::Number(number) => (abi::VALUE_NUMBER, "", number),
                Value::Bool(bool) => (abi::VALUE_BOOL, "", f64::from(u8::from(bool))),
            };
            abi::Attribute {
                name: abi::Str::new(name),
                text: abi::Str::new(text),
                number,
                value,
                reserved: 0,
            }
        };
        let parts: Vec<Vec<_>> = all.iter().map(|a| a.parts().map(part).collect()).collect();
        let attributes: Vec<Vec<_>> = all
            .iter()
            .map(|a| a.attributes().map(attribute).collect())
            .collect();
        let annotations = all
            .iter()
            .zip(parts.iter().zip(&attributes))
            .map(|(a, (parts, attributes))| abi::Annotation {
                size: size_of::<abi::Annotation>() as u32,
                id: a.id().0,
                kind: abi::Str::new(a.kind()),
                plugin: abi::Str::new(a.plugin()),
                rule: abi::Str::new(a.rule()),
                parts: parts.as_ptr(),
                n_parts: parts.len(),
                attributes: attributes.as_ptr(),
                n_attributes: attributes.len(),
                links: std::ptr::null(),
                n_links: 0,
            })
            .collect();
        Self {
            annotations,
            _parts: parts,
            _attributes: attributes,
        }
    }
}

unsafe fn text<'a>(raw: abi::Str) -> &'a str {
    // SAFETY: promised by the caller.
    std::str::from_utf8(unsafe { slice(raw.ptr, raw.len) }).expect("the plugin passes UTF-8")
}
