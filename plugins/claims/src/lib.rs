//! What is claimed, by whom, and how worth checking it is.
//!
//! A *claim* is a proposition put forward as true: what an assertive attribution (*said*,
//! *warned*, *according to*) has as its content, or a statement of the article itself. There
//! is one claim for each sentence and claimer; what is nested belongs to the innermost, so
//! that no proposition is claimed twice.
//!
//! How the plugin works, module by module:
//!
//! 1. [`page`] looks at every word once.
//! 2. [`owners`] paints every word with who puts it forward; [`acts`] knows which attributions
//!    assert.
//! 3. [`pieces`] gathers, sentence by sentence, what one owner says there.
//! 4. [`features`] tells what such a piece is like, [`weights`] what that is worth.
//! 5. The [`rules`] decide which pieces are claims.
#![deny(unsafe_code)]

pub mod acts;
pub mod features;
pub mod owners;
pub mod page;
pub mod pieces;
pub mod rules;
pub mod vocabulary;
pub mod weights;

use sayso_plugin::{
    About, Document, Error, Extractor, Findings, Found, Lexicon, Need, Output, Settings,
};

use owners::Owners;
use page::{Buffers, Page};
use pieces::Piece;
use weights::Weights;

/// Finds claims.
#[derive(Debug)]
pub struct Claims {
    lexicon: Lexicon,
    weights: Weights,
    // Filled anew for each document; kept for their memory.
    buffers: Buffers,
    owners: Owners,
    names: String,
}

impl Extractor for Claims {
    const ABOUT: About = About {
        summary: "claims: what is put forward as true, by whom, and how worth checking it is",
        outputs: &[Output {
            kind: "claim",
            roles: &["content"],
        }],
        needs: &[Need {
            kind: "attribution",
            optional: true,
        }],
        language: true,
        rules: &rules::LIST,
        ..About::NOTHING
    };

    fn create(_: &Settings) -> Result<Self, Error> {
        Ok(Self {
            lexicon: vocabulary::lexicon()?,
            weights: Weights::new()?,
            buffers: Buffers::default(),
            owners: Owners::default(),
            names: String::new(),
        })
    }

    fn extract(
        &mut self,
        document: &Document<'_>,
        found: &Found<'_>,
        findings: &mut Findings<'_>,
    ) -> Result<(), Error> {
        let page = Page::new(document, &self.lexicon, &mut self.buffers);
        let sayings = self.owners.paint(&page, found);
        let (weights, names) = (&self.weights, &mut self.names);
        pieces::each(page, &self.owners, &sayings, |piece| {
            if let Some(claim) = rules::claim(piece) {
                report(piece, claim, weights, names, findings);
            }
        });
        Ok(())
    }
}

/// Hands a claim over, with its score.
fn report(
    piece: &Piece<'_>,
    claim: rules::Claim,
    weights: &Weights,
    names: &mut String,
    findings: &mut Findings<'_>,
) {
    weights.describe(claim.features, names);
    let attribution = piece.saying.map(|saying| saying.annotation);
    let claimer = match attribution {
        Some(attribution) => attribution.text_attribute("speaker"),
        None => Some("author"),
    };
    findings
        .add("claim", claim.rule)
        .parts("content", piece.spans())
        .attribute("claimer", claimer)
        .attribute("check_worthiness", weights.score(claim.features))
        .attribute("negated", claim.negated)
        .attribute("features", Some(names.as_str()).filter(|n| !n.is_empty()))
        .link("attribution", attribution.map(|a| a.id()))
        .emit();
}

sayso_plugin::export!(Claims);
