//! The standard plugin `attribution`: who said what.
//!
//! Finds attribution relations: **source** (who), **cue** (the words that attribute) and
//! **content** (what), direct, indirect or mixed, and resolves the source to the fullest name
//! the document gives. Rules are in the folder `rules`, one file each; word lists in `data`.
#![deny(unsafe_code)]

mod attach;
mod bits;
mod complement;
mod cue;
mod draft;
mod emit;
mod extent;
mod find;
mod followers;
mod frames;
mod grammar;
mod landmarks;
mod names;
mod page;
mod people;
mod quoted;
pub mod rules;
mod source;
mod speech;
pub mod words;

use sayso_plugin::{
    About, Document, Error, Extractor, Findings, Found, Lexicon, Output, Reading, Settings,
};

/// Finds attributions, and quotations that are no speech.
#[derive(Debug)]
pub struct Attribution {
    lexicon: Lexicon,
    grammar: grammar::Grammar,
    buffer: Vec<u32>,
}

impl Extractor for Attribution {
    const ABOUT: About = About {
        summary: "who said what: source, cue and content of direct and reported speech",
        outputs: &[
            Output {
                kind: "attribution",
                roles: &["source", "cue", "content"],
            },
            Output {
                kind: "quotation",
                roles: &["content"],
            },
        ],
        language: true,
        rules: rules::ALL,
        ..About::NOTHING
    };

    fn create(_: &Settings) -> Result<Self, Error> {
        let lexicon = words::lexicon()?;
        Ok(Self {
            grammar: words::grammar(&lexicon).map_err(Error::new)?,
            lexicon,
            buffer: Vec::new(),
        })
    }

    fn extract(
        &mut self,
        document: &Document<'_>,
        _: &Found<'_>,
        findings: &mut Findings<'_>,
    ) -> Result<(), Error> {
        let reading = Reading::new(document, &self.lexicon, &mut self.buffer);
        if document.sentences.is_empty() {
            return Ok(());
        }
        let page = page::Page::new(&reading, &self.grammar);
        let drafts = find::attributions(&page);
        emit::all(&page, &drafts, findings);
        Ok(())
    }
}

sayso_plugin::export!(Attribution);
