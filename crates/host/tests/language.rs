//! The language layer reaches the plugins that ask for it, and is not made for others.

use sayso_host::{Host, Options};
use sayso_model::Annotations;
use sayso_plugin::{
    About, Document, Error, Extractor, Findings, Found, Output, Rule, Settings, Tag, abi,
};

const RULE: Rule = Rule {
    name: "phrase",
    doc: "A noun phrase with the lemma of its head.",
};

const ABOUT: About = About {
    summary: "noun phrases",
    outputs: &[Output {
        kind: "phrase",
        roles: &["cue"],
    }],
    rules: &[RULE],
    ..About::NOTHING
};

macro_rules! plugin {
    ($module:ident, $language:literal, $package:literal) => {
        pub mod $module {
            use super::*;

            pub struct Phrases;

            impl Extractor for Phrases {
                const ABOUT: About = About {
                    language: $language,
                    ..super::ABOUT
                };

                fn create(_: &Settings) -> Result<Self, Error> {
                    Ok(Self)
                }

                fn extract(
                    &mut self,
                    document: &Document<'_>,
                    _: &Found<'_>,
                    findings: &mut Findings<'_>,
                ) -> Result<(), Error> {
                    emit(document, findings);
                    Ok(())
                }
            }

            pub static ENTRY: abi::Entry = abi::Entry {
                id: abi::padded($package),
                get: {
                    unsafe extern "C" fn get(
                        host: *const abi::Host,
                        _: *mut abi::Error,
                    ) -> *const abi::Plugin {
                        use sayso_plugin::boundary::Described;
                        static DESCRIBED: std::sync::OnceLock<Described> =
                            std::sync::OnceLock::new();
                        DESCRIBED.get_or_init(Described::new::<Phrases>).get(host)
                    }
                    get
                },
                magic: abi::MAGIC,
                size: size_of::<abi::Entry>() as u32,
                abi_major: abi::ABI_MAJOR,
                abi_minor: abi::ABI_MINOR,
                flags: 0,
                reserved: 0,
                version: abi::padded("0.1.0"),
                built_with: abi::padded("a test"),
            };
        }
    };
}

#[allow(unsafe_code)]
mod plugins {
    use super::*;
    plugin!(reader, true, "reader");
    plugin!(other, false, "other");
}

fn emit(document: &Document<'_>, findings: &mut Findings<'_>) {
    assert!(document.layers.tags.is_empty() || document.layers.tags.len() == document.tokens.len());
    for chunk in document.layers.chunks {
        let head = chunk.head as usize;
        findings
            .add("phrase", &RULE)
            .part("cue", document.span(chunk.tokens))
            .attribute("lemma", document.lemma(head))
            .attribute("plural", document.tag(head) == Tag::NNS)
            .emit();
    }
}

fn found(entries: Vec<&'static abi::Entry>) -> Vec<String> {
    let text = "The old bridges have closed. She told two ministers.";
    let host = Host::load(&Options {
        embedded: entries,
        ..Options::default()
    })
    .expect("the plugins load");
    let structure = sayso_parser::parse(text);
    let mut annotations = Annotations::default();
    let mut diagnostics = Vec::new();
    let mut worker = host.worker().expect("a worker");
    // Twice, since buffers are used again.
    for _ in 0..2 {
        annotations.clear();
        let document = structure.document(text);
        worker.run(&document, &mut annotations, &mut diagnostics);
    }
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
    annotations
        .iter()
        .filter(|a| a.plugin() == "reader" || a.plugin() == "other")
        .map(|a| {
            let words = a.part("cue").map(|span| span.of(text)).collect::<String>();
            format!(
                "{}: {words} ({})",
                a.plugin(),
                a.text_attribute("lemma").unwrap_or("")
            )
        })
        .collect()
}

#[test]
fn a_plugin_that_asks_gets_tags_lemmas_and_phrases() {
    assert_eq!(
        found(vec![&plugins::reader::ENTRY]),
        [
            "reader: The old bridges (bridge)",
            "reader: She (she)",
            "reader: two ministers (minister)"
        ]
    );
}

#[test]
fn nothing_is_made_if_nobody_asks() {
    assert_eq!(found(vec![&plugins::other::ENTRY]), [""; 0]);
}

#[test]
fn whoever_does_not_ask_may_get_it_beside_one_who_does() {
    let all = found(vec![&plugins::reader::ENTRY, &plugins::other::ENTRY]);
    assert_eq!(all.len(), 6);
}
