//! How sure is whoever speaks? Finds hedges and boosters.
//!
//! A *hedge* is an expression (its `cue`) by which a speaker or the author holds back full
//! commitment to a proposition (its `scope`). Five categories:
//!
//! | category | examples |
//! |---|---|
//! | `epistemic` | may, probably, appears to, the possibility that |
//! | `belief` | I think, she expects, in our view |
//! | `evidential` | reportedly, is believed to, what is being called |
//! | `approximator` | about 20, some 300, more or less |
//! | `non-commitment` | declined to predict, remains to be seen, no comment |
//!
//! A *booster* (certainly, in fact, no doubt) strengthens commitment instead.
//!
//! How the plugin works, module by module:
//!
//! 1. [`vocabulary`] reads the word lists in `data`; each word has classes.
//! 2. [`sweep`] goes through the words once, and asks the [`rules`] only at words that have a
//!    class some rule is anchored on; [`domain`] says which classes count.
//! 3. A rule tells senses apart by the language layer ([`grammar`]), looks left with [`group`]
//!    and right with nom, and gives a [`mark`]: cue, scope ([`reach`], [`clause`]), category.
//! 4. [`surroundings`] knows the attributions and claims the words stand in: whose hedge it
//!    is, and what it weakens. [`people`] names the subjects of verbs.
#![deny(unsafe_code)]

pub mod agent;
pub mod anchor;
pub mod clause;
pub mod content;
pub mod domain;
pub mod grammar;
pub mod group;
pub mod mark;
pub mod names;
pub mod people;
pub mod places;
pub mod reach;
pub mod rules;
pub mod saying;
pub mod subject;
pub mod surroundings;
pub mod sweep;
pub mod vocabulary;

use sayso_plugin::{
    About, Document, Error, Extractor, Findings, Found, Lexicon, Need, Output, Reading, Setting,
    SettingType, Settings, Span,
};

use domain::Domain;
use mark::{Category, Kind, Mark};
use surroundings::Surroundings;
use sweep::Sweep;

/// Finds hedges and boosters.
#[derive(Debug)]
pub struct Hedges {
    lexicon: Lexicon,
    /// The rules to ask in the kind of text that is read.
    sweep: Sweep,
    /// The categories to report; all if empty.
    categories: Vec<Category>,
    /// What the reading of the document before needed; kept for its memory.
    buffer: Vec<u32>,
}

impl Extractor for Hedges {
    const ABOUT: About = About {
        summary: "hedges and boosters: how sure a speaker or the author is",
        outputs: &[
            Output {
                kind: "hedge",
                roles: &["cue", "scope"],
            },
            Output {
                kind: "booster",
                roles: &["cue"],
            },
        ],
        needs: &[
            Need {
                kind: "attribution",
                optional: true,
            },
            Need {
                kind: "claim",
                optional: true,
            },
        ],
        language: true,
        settings: &[
            Setting {
                key: "categories",
                value: SettingType::Texts,
                doc: "The categories of hedges to report (epistemic, belief, evidential, \
                      approximator, non-commitment); all without it.",
            },
            Setting {
                key: "domain",
                value: SettingType::Text,
                doc: "What kind of text is read: news, scientific (research articles: questions \
                      under study hedge, inexact measures do not, cues are single words), \
                      encyclopedic (unnamed people and uncounted things hedge); news without it.",
            },
        ],
        rules: &rules::LIST,
    };

    fn create(settings: &Settings) -> Result<Self, Error> {
        let categories = settings.texts("categories").map(|name| {
            Category::named(name)
                .ok_or_else(|| Error::new(format_args!("there is no category “{name}”")))
        });
        let domain = settings.text("domain").map_or(Ok(Domain::News), |name| {
            Domain::named(name)
                .ok_or_else(|| Error::new(format_args!("there is no domain “{name}”")))
        });
        let lexicon = vocabulary::lexicon()?;
        Ok(Self {
            sweep: Sweep::new(&lexicon, domain?),
            lexicon,
            categories: categories.collect::<Result<_, _>>()?,
            buffer: Vec::new(),
        })
    }

    fn extract(
        &mut self,
        document: &Document<'_>,
        found: &Found<'_>,
        findings: &mut Findings<'_>,
    ) -> Result<(), Error> {
        let reading = Reading::new(document, &self.lexicon, &mut self.buffer);
        let surroundings = Surroundings::new(document, found);
        self.sweep.read(&reading, |mark| match mark.kind {
            Kind::Booster => {
                let cue = document.span(mark.cue);
                findings.add("booster", mark.rule).part("cue", cue).emit();
            }
            Kind::Hedge { category, strength } => {
                if self.categories.is_empty() || self.categories.contains(&category) {
                    report_hedge(&mark, category, strength, document, &surroundings, findings);
                }
            }
        });
        Ok(())
    }
}

/// Hands a hedge over, with its holder and what it belongs to.
fn report_hedge<'d>(
    mark: &Mark,
    category: Category,
    strength: &str,
    document: &Document<'d>,
    surroundings: &Surroundings<'d>,
    findings: &mut Findings<'_>,
) {
    let cue = document.span(mark.cue);
    let owner = surroundings.owner(mark, category);
    let mut scope: Vec<Span> = clause::pieces(document, mark.scope).collect();
    if let [whole] = &mut scope[..] {
        // *It is possible, he said, that …*: what is said goes on behind who says it.
        let inside = owner.clip(*whole);
        *whole = if inside.is_empty() { *whole } else { inside };
    }
    scope.retain(|piece| !piece.is_empty());
    let claim = surroundings.claim(cue, scope.first().copied());
    findings
        .add("hedge", mark.rule)
        .part("cue", cue)
        .parts("scope", scope)
        .attribute("category", category.name())
        .attribute("strength", strength)
        .attribute("holder", owner.holder())
        .link("attribution", owner.attribution())
        .link("claim", claim)
        .emit();
}

sayso_plugin::export!(Hedges);
