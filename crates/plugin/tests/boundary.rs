//! An extractor seen from the C side: errors and panics arrive as failed calls.

use std::ffi::c_void;

use sayso_plugin::{
    About, Document, Error, Extractor, Findings, Found, Output, Rule, Setting, SettingType,
    Settings, abi,
};

/// Does what its setting says.
struct Moody {
    mood: String,
}

const RULE: Rule = Rule {
    name: "moody",
    doc: "Whatever.",
};

impl Extractor for Moody {
    const ABOUT: About = About {
        summary: "moods",
        outputs: &[Output {
            kind: "mood",
            roles: &["cue"],
        }],
        settings: &[Setting {
            key: "mood",
            value: SettingType::Text,
            doc: "what to do",
        }],
        rules: &[RULE],
        ..About::NOTHING
    };

    fn create(settings: &Settings) -> Result<Self, Error> {
        match settings.text("mood") {
            Some("reluctant") => Err(Error::new("not today")),
            Some("nervous") => panic!("too much"),
            mood => Ok(Self {
                mood: mood.unwrap_or("calm").to_owned(),
            }),
        }
    }

    fn extract(
        &mut self,
        document: &Document<'_>,
        _: &Found<'_>,
        findings: &mut Findings<'_>,
    ) -> Result<(), Error> {
        match self.mood.as_str() {
            "sulky" => Err(Error::new("é".repeat(10))),
            "angry" => panic!("enough of {}", document.text),
            _ => {
                let whole = document.tokens[0].span;
                findings.add("mood", &RULE).part("cue", whole).emit();
                Ok(())
            }
        }
    }
}

sayso_plugin::export!(Moody);

/// An error struct with room for so many bytes.
struct Report {
    buffer: Vec<u8>,
    raw: abi::Error,
}

impl Report {
    fn new(room: usize) -> Self {
        let mut buffer = vec![0; room];
        let raw = abi::Error {
            size: size_of::<abi::Error>() as u32,
            panicked: 0,
            buffer: buffer.as_mut_ptr(),
            capacity: room,
            len: 0,
        };
        Self { buffer, raw }
    }

    fn text(&self) -> &str {
        std::str::from_utf8(&self.buffer[..self.raw.len]).expect("UTF-8")
    }
}

#[allow(unsafe_code)]
fn described() -> &'static abi::Plugin {
    // SAFETY: a plugin may be described without a host; it then logs nothing.
    unsafe { &*(SAYSO_PLUGIN.get)(std::ptr::null(), std::ptr::null_mut()) }
}

#[allow(unsafe_code)]
fn create(mood: &str, report: &mut Report) -> Result<*mut c_void, i32> {
    let settings = format!("{{\"mood\":\"{mood}\"}}");
    let mut instance = std::ptr::null_mut();
    let settings = abi::Str::new(&settings);
    // SAFETY: all pointers hold for the call.
    let result =
        unsafe { (described().create)(std::ptr::null(), settings, &mut instance, &mut report.raw) };
    if result == abi::OK {
        Ok(instance)
    } else {
        Err(result)
    }
}

#[allow(unsafe_code)]
unsafe extern "C" fn emit(context: *mut c_void, _: *const abi::Annotation, _: *mut u32) -> i32 {
    // SAFETY: the context is the counter that `process` passes.
    unsafe { *context.cast::<u32>() += 1 };
    abi::OK
}

#[allow(unsafe_code)]
unsafe extern "C" fn diagnostic(_: *mut c_void, _: u32, _: abi::Str, _: abi::Str, _: u32, _: u32) {}

/// Runs an instance over one word; how the call ended and how much was emitted.
#[allow(unsafe_code)]
fn process(mood: &str, report: &mut Report) -> (i32, u32) {
    let instance = create(mood, report).expect("created");
    let text = "Well";
    let structure = sayso_parser::parse(text);
    let document = abi::Document::new(&structure.document(text));
    let mut emitted = 0u32;
    let sink = abi::Sink {
        size: size_of::<abi::Sink>() as u32,
        reserved: 0,
        context: (&raw mut emitted).cast(),
        emit,
        diagnostic,
        trace: None,
        trace_start: 0,
        trace_end: 0,
    };
    // SAFETY: all pointers hold for the calls; the instance is not used afterwards.
    let result = unsafe {
        let result = (described().process)(instance, &document, &sink, &mut report.raw);
        (described().destroy)(instance);
        result
    };
    (result, emitted)
}

#[test]
fn the_entry_says_what_it_is() {
    assert_eq!(SAYSO_PLUGIN.magic, abi::MAGIC);
    assert_eq!(&SAYSO_PLUGIN.magic.to_le_bytes(), b"saysoPLG");
    assert_eq!(abi::unpadded(&SAYSO_PLUGIN.id), "plugin");
    assert_eq!(described().n_outputs, 1);
}

#[test]
fn what_is_found_is_emitted() {
    assert_eq!(process("calm", &mut Report::new(100)), (abi::OK, 1));
}

#[test]
fn an_error_arrives_with_its_message() {
    let mut report = Report::new(100);
    assert_eq!(create("reluctant", &mut report), Err(abi::FAILED));
    assert_eq!((report.text(), report.raw.panicked), ("not today", 0));
}

#[test]
fn a_panic_arrives_as_an_error() {
    let mut report = Report::new(100);
    assert_eq!(create("nervous", &mut report), Err(abi::FAILED));
    assert_eq!((report.text(), report.raw.panicked), ("too much", 1));
    let mut report = Report::new(100);
    assert_eq!(process("angry", &mut report), (abi::FAILED, 0));
    assert_eq!((report.text(), report.raw.panicked), ("enough of Well", 1));
}

#[test]
fn a_message_is_cut_between_characters() {
    let mut report = Report::new(5);
    assert_eq!(process("sulky", &mut report).0, abi::FAILED);
    assert_eq!(report.text(), "éé");
}
