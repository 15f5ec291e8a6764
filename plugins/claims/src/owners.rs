//! Who puts each word forward: an attributed speaker or the author.

use sayso_plugin::{Found, FoundAnnotation, Reading, Span, TokenRange};

use crate::acts;
use crate::features::Observed;

/// The owner of the words nobody else says.
pub const AUTHOR: u32 = 0;

/// The owner of the words that attribute (source and cue), which claim nothing themselves.
pub const FRAME: u32 = u32::MAX;

/// The rule of `attribution` whose contents are noun phrases: *she proposed a new tax*.
const OF_NOUN_PHRASE: &str = "praised-something";

/// The owner of each token: [`AUTHOR`], [`FRAME`], or the number of an attribution plus one.
#[derive(Debug, Default)]
pub struct Owners {
    of_token: Vec<u32>,
}

impl Owners {
    /// Paints the tokens with their owners, outer attributions first, so that the innermost
    /// has the last word.
    pub fn paint(&mut self, reading: &Reading<'_>, found: &Found<'_>) {
        let document = reading.document;
        self.of_token.clear();
        self.of_token.resize(document.tokens.len(), AUTHOR);
        let mut layers: Vec<(u32, u32, FoundAnnotation<'_>)> = Vec::new();
        for (number, annotation) in found.iter().enumerate() {
            let says = annotation.part("content").next().is_some()
                || acts::stance(annotation) == acts::Stance::Withholds;
            if annotation.kind() == "attribution" && says {
                let size = annotation.part("content").map(Span::len).sum();
                layers.push((size, number as u32 + 1, annotation));
            }
        }
        layers.sort_by_key(|&(size, owner, _)| (std::cmp::Reverse(size), owner));
        for (_, owner, attribution) in layers {
            self.paint_attribution(reading, owner, attribution);
        }
    }

    fn paint_attribution(
        &mut self,
        reading: &Reading<'_>,
        owner: u32,
        attribution: FoundAnnotation<'_>,
    ) {
        let content = match acts::stance(attribution) {
            acts::Stance::Asserts | acts::Stance::Denies => owner,
            acts::Stance::Withholds => FRAME,
            acts::Stance::Reports => return,
        };
        if acts::may_be_of_thing(attribution)
            && (attribution.rule() == OF_NOUN_PHRASE || !has_verb(reading, attribution))
        {
            return;
        }
        let document = reading.document;
        for role in ["source", "cue"] {
            for span in attribution.part(role) {
                self.fill(document.tokens_in(span), FRAME);
            }
        }
        for span in attribution.part("content") {
            self.fill(document.tokens_in(span), content);
        }
    }

    fn fill(&mut self, run: TokenRange, owner: u32) {
        self.of_token[run.range()].fill(owner);
    }

    /// The runs of tokens of a sentence with one owner each, in text order.
    pub fn runs(&self, sentence: TokenRange) -> impl Iterator<Item = (u32, TokenRange)> + '_ {
        let owners = &self.of_token[sentence.range()];
        let mut first = sentence.first;
        owners.chunk_by(|a, b| a == b).map(move |same| {
            let run = TokenRange::new(first, first + same.len() as u32);
            first = run.end;
            (same[0], run)
        })
    }
}

/// Whether an attribution's content has a verb: else it is a thing, and what is claimed is
/// that somebody praised or denied it.
fn has_verb(reading: &Reading<'_>, attribution: FoundAnnotation<'_>) -> bool {
    let mut observed = Observed::default();
    for span in attribution.part("content") {
        observed.read(reading, reading.document.tokens_in(span));
    }
    observed.has_verb()
}
