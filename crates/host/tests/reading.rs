//! Plugins that read what earlier ones found, and one that several workers share.
#![allow(unsafe_code)]

mod common;

use std::ffi::c_void;
use std::ptr;
use std::slice;

use common::{Image, Outcome, TEXT, assert_says, modes};
use sayso_host::{Host, Options};
use sayso_model::{AnnotationId, Severity, Span, Value};
use sayso_plugin::abi::{self, Str};

/// An entry with its description: reads `needs`, and emits an `echo` of each with a link.
macro_rules! reader {
    ($name:ident, $id:literal, $needs:expr) => {
        static $name: abi::Entry = abi::Entry {
            id: abi::padded($id),
            get: {
                static NEEDS: Table<[abi::Need; 1]> = Table($needs);
                static PLUGIN: Table<abi::Plugin> = Table(reader_plugin(&NEEDS.0));
                unsafe extern "C" fn get(
                    _: *const abi::Host,
                    _: *mut abi::Error,
                ) -> *const abi::Plugin {
                    &raw const PLUGIN.0
                }
                get
            },
            ..sayso_misbehaving::ENTRY
        };
    };
}

struct Table<T>(T);
// SAFETY: what is pointed to is constant.
unsafe impl<T> Sync for Table<T> {}

const fn need(kind: &'static str, optional: u32) -> abi::Need {
    abi::Need {
        kind: Str::new(kind),
        optional,
        reserved: 0,
    }
}

reader!(READER, "reader", [need("probe", 1)]);
reader!(NEEDY, "needy", [need("probe", 0)]);
reader!(SECOND_HAND, "second-hand", [need("echo", 0)]);
reader!(BLIND, "a-blind", [need("nothing", 1)]);

static ROLES: Table<[Str; 1]> = Table([Str::new("of")]);
static OUTPUTS: Table<[abi::Output; 1]> = Table([abi::Output {
    kind: Str::new("echo"),
    roles: ROLES.0.as_ptr(),
    n_roles: 1,
}]);

const fn reader_plugin(needs: &'static [abi::Need]) -> abi::Plugin {
    abi::Plugin {
        size: size_of::<abi::Plugin>() as u32,
        reads: 0,
        summary: Str::new("echoes"),
        outputs: OUTPUTS.0.as_ptr(),
        n_outputs: 1,
        needs: needs.as_ptr(),
        n_needs: needs.len(),
        rules: ptr::null(),
        n_rules: 0,
        settings_schema: Str::new(""),
        create,
        process: echo,
        destroy,
    }
}

unsafe extern "C" fn create(
    _: *const abi::Host,
    settings: Str,
    _: *mut *mut c_void,
    _: *mut abi::Error,
) -> i32 {
    // SAFETY: the host lends the settings.
    let settings = unsafe { slice::from_raw_parts(settings.ptr, settings.len) };
    assert_eq!(settings, b"{}");
    abi::OK
}

unsafe extern "C" fn destroy(_: *mut c_void) {}

unsafe extern "C" fn echo(
    _: *mut c_void,
    document: *const abi::Document,
    sink: *const abi::Sink,
    _: *mut abi::Error,
) -> i32 {
    // SAFETY: these are the host's.
    let (found, sink) = unsafe {
        let document = &*document;
        (
            slice::from_raw_parts(document.found.cast::<&abi::Annotation>(), document.n_found),
            &*sink,
        )
    };
    for annotation in found {
        // SAFETY: the host's arrays hold for the call, whatever is emitted meanwhile.
        let (parts, attributes) = unsafe {
            (
                slice::from_raw_parts(annotation.parts, annotation.n_parts),
                slice::from_raw_parts(annotation.attributes, annotation.n_attributes),
            )
        };
        for times in 0..50 {
            let echoed: Vec<_> = parts
                .iter()
                .map(|part| abi::Part {
                    role: Str::new("of"),
                    ..*part
                })
                .collect();
            let link = abi::Link {
                name: annotation.plugin,
                target: annotation.id,
                reserved: 0,
            };
            let mut number = 0;
            // SAFETY: the sink is the host's; all else lives for the call.
            let status = unsafe {
                (sink.emit)(
                    sink.context,
                    &abi::Annotation {
                        size: size_of::<abi::Annotation>() as u32,
                        id: 0,
                        kind: Str::new("echo"),
                        plugin: Str::new(""),
                        rule: annotation.rule,
                        parts: echoed.as_ptr(),
                        n_parts: echoed.len(),
                        attributes: attributes.as_ptr(),
                        n_attributes: attributes.len(),
                        links: &raw const link,
                        n_links: 1,
                    },
                    &raw mut number,
                )
            };
            assert_eq!(status, abi::OK);
            assert!(number > annotation.id + times);
        }
    }
    abi::OK
}

fn embedded(entries: &[&'static abi::Entry]) -> Options {
    Options {
        embedded: entries.to_vec(),
        ..Options::default()
    }
}

#[test]
fn a_plugin_reads_what_earlier_ones_found() {
    let entries: [&'static abi::Entry; 3] = [&READER, &sayso_misbehaving::ENTRY, &BLIND];
    let host = Host::load(&embedded(&entries)).unwrap();
    assert_eq!(
        host.producer(),
        "a-blind/0.1.0 misbehaving/0.1.0 reader/0.1.0"
    );
    let outcome = Outcome::new(&host, TEXT);
    assert_eq!(outcome.told(), [""; 0]);
    assert_eq!((outcome.count("reader"), outcome.count("a-blind")), (50, 0));
    let echo = outcome.annotations.get(AnnotationId(50)).unwrap();
    assert_eq!(
        (echo.kind(), echo.plugin(), echo.rule()),
        ("echo", "reader", "first-token")
    );
    assert_eq!(echo.parts().collect::<Vec<_>>(), [("of", Span::new(0, 5))]);
    assert_eq!(echo.attribute("seen"), Some(Value::Number(1.0)));
    assert_eq!(
        echo.links().collect::<Vec<_>>(),
        [("misbehaving", AnnotationId(0))]
    );
}

#[test]
fn who_can_do_without_goes_on_after_a_failure() {
    let entries: [&'static abi::Entry; 2] = [&READER, &sayso_misbehaving::ENTRY];
    let mut options = embedded(&entries);
    options.settings = modes(&[("misbehaving", "fail")]);
    let outcome = Outcome::new(&Host::load(&options).unwrap(), TEXT);
    outcome.only_told(Severity::Error, "plugin-failed");
    assert!(outcome.annotations.is_empty());
}

#[test]
fn who_cannot_do_without_is_passed_over_after_a_failure() {
    let entries: [&'static abi::Entry; 3] = [&NEEDY, &SECOND_HAND, &sayso_misbehaving::ENTRY];
    let mut options = embedded(&entries);
    options.settings = modes(&[("misbehaving", "panic-process")]);
    let host = Host::load(&options).unwrap();
    let mut worker = host.worker().unwrap();
    let told = Outcome::with(&mut worker, TEXT).told();
    assert_eq!(told.len(), 3, "{told:?}");
    assert_says(&told[0], &["error plugin-panicked misbehaving"]);
    let needy = "error plugin-skipped needy: plugin `needy` was not run: it needs `probe`";
    assert_says(&told[1], &[needy]);
    assert_says(&told[2], &["plugin-skipped second-hand", "needs `echo`"]);
    // The next document is another matter.
    let calm = Outcome::with(&mut worker, "Calm.");
    assert_eq!(calm.told(), [""; 0]);
    assert_eq!(
        (calm.count("needy"), calm.count("second-hand")),
        (50, 2_500)
    );

    // As long as one of several finds the kind, there is something to go on.
    let entries: [&'static abi::Entry; 3] =
        [&NEEDY, &common::WELL_BEHAVED, &sayso_misbehaving::ENTRY];
    options.embedded = entries.to_vec();
    let outcome = Outcome::new(&Host::load(&options).unwrap(), TEXT);
    assert_eq!(outcome.diagnostics.len(), 1);
    assert_eq!(outcome.count("needy"), 50);
}

#[test]
fn a_shared_plugin_from_a_library_is_replaced_for_all() {
    let folder = common::folder();
    let flags = std::mem::offset_of!(abi::Entry, flags);
    let image = Image::new().put(flags, &abi::FLAG_SHARED.to_ne_bytes());
    let options = Options {
        explicit: vec![image.write(folder.path(), "shared")],
        settings: modes(&[("misbehaving", "panic-process")]),
        ..Options::default()
    };
    let host = Host::load(&options).unwrap();
    let (mut one, mut two) = (host.worker().unwrap(), host.worker().unwrap());
    let seen = |worker: &mut sayso_host::Worker<'_>, text: &str| {
        let outcome = Outcome::with(worker, text);
        match outcome.annotations.iter().next()?.attribute("seen")? {
            Value::Number(number) => Some(number),
            _ => None,
        }
    };
    assert_eq!(seen(&mut one, "Calm."), Some(1.0));
    assert_eq!(seen(&mut two, "Calm."), Some(2.0), "the same instance");
    assert_eq!(seen(&mut one, "Storm."), None);
    assert_eq!(seen(&mut one, "Calm."), Some(1.0), "a new one");
    assert_eq!(
        seen(&mut host.worker().unwrap(), "Calm."),
        Some(2.0),
        "for new workers too"
    );
    assert_eq!(
        seen(&mut two, "Calm."),
        Some(4.0),
        "the old one, until it panics here"
    );
    assert_eq!(seen(&mut two, "Storm."), None);
    assert_eq!(
        seen(&mut two, "Calm."),
        Some(3.0),
        "the one that is there already"
    );
}
