//! A plugin written with the SDK that panics on demand.
//!
//! Its setting `when` says where: in `create`, `process` or `destroy`, or `twice`, the second
//! time while the first panic unwinds. With `bomb` the panic's payload panics when it is
//! dropped. Texts that begin with "Calm" are left in peace.

use std::panic::panic_any;

use sayso_plugin::{
    About, Document, Error, Extractor, Findings, Found, Output, Rule, Setting, SettingType,
    Settings,
};

const RULE: Rule = Rule {
    name: "first-token",
    doc: "The first token.",
};

/// Panics.
#[derive(Debug)]
pub struct Panicking {
    when: String,
    bomb: bool,
}

/// A payload that must not be dropped.
struct Bomb;

impl Drop for Bomb {
    fn drop(&mut self) {
        panic!("the payload was dropped");
    }
}

impl Panicking {
    fn panic_in(&self, place: &str) {
        if self.when == "twice" && place == "process" {
            let _second = Bomb;
            panic!("panicked in process, and will again");
        }
        if self.when != place {
            return;
        }
        if self.bomb {
            panic_any(Bomb);
        }
        panic!("panicked in {place}");
    }
}

impl Extractor for Panicking {
    const ABOUT: About = About {
        summary: "panics",
        outputs: &[Output {
            kind: "probe",
            roles: &["cue"],
        }],
        settings: &[
            Setting {
                key: "when",
                value: SettingType::Text,
                doc: "where it panics",
            },
            Setting {
                key: "bomb",
                value: SettingType::Bool,
                doc: "whether dropping the payload panics too",
            },
        ],
        rules: &[RULE],
        ..About::NOTHING
    };

    fn create(settings: &Settings) -> Result<Self, Error> {
        let made = Self {
            when: settings.text("when").unwrap_or("never").to_owned(),
            bomb: settings.bool("bomb").unwrap_or(false),
        };
        made.panic_in("create");
        Ok(made)
    }

    fn extract(
        &mut self,
        document: &Document<'_>,
        _: &Found<'_>,
        findings: &mut Findings<'_>,
    ) -> Result<(), Error> {
        if !document.text.starts_with("Calm") {
            self.panic_in("process");
        }
        if let Some(token) = document.tokens.first() {
            findings.add("probe", &RULE).part("cue", token.span).emit();
        }
        Ok(())
    }
}

impl Drop for Panicking {
    fn drop(&mut self) {
        self.panic_in("destroy");
    }
}

sayso_plugin::export!(Panicking);
