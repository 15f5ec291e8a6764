//! The attributions and claims that words stand in: whose hedge it is, and what it weakens.

use sayso_plugin::{AnnotationId, Document, Found, FoundAnnotation, Span};

use crate::mark::{Category, Holder, Mark};
use crate::people::People;
use crate::places::Places;

/// Who holds a hedge where nobody is quoted or reported.
const AUTHOR: &str = "author";

/// The mode of reported speech.
const INDIRECT: &str = "indirect";

/// Acts that are told of, and not words that are passed on: how exact or sure such a report
/// is, is for the author to say, but for what is quoted in it.
const TOLD_OF: [&str; 19] = [
    "accuse",
    "agree",
    "apologize",
    "criticize",
    "decide",
    "demand",
    "describe",
    "disagree",
    "hope",
    "intend",
    "offer",
    "order",
    "plan",
    "praise",
    "promise",
    "refuse",
    "thank",
    "urge",
    "want",
];

/// What earlier plugins found, by place.
#[derive(Debug)]
pub struct Surroundings<'d> {
    document: &'d Document<'d>,
    contents: Places<'d>,
    cues: Places<'d>,
    claims: Places<'d>,
    people: People<'d>,
}

impl<'d> Surroundings<'d> {
    /// Sorts attributions and claims by place.
    pub fn new(document: &'d Document<'d>, found: &Found<'d>) -> Self {
        let mut contents = Vec::new();
        let mut cues = Vec::new();
        let mut sources = Vec::new();
        let mut claims = Vec::new();
        for annotation in found.iter() {
            let place = |span| (span, annotation);
            match annotation.kind() {
                "attribution" => {
                    contents.extend(annotation.part("content").map(place));
                    cues.extend(annotation.part("cue").map(place));
                    sources.extend(annotation.part("source").map(place));
                }
                "claim" => claims.extend(annotation.part("content").map(place)),
                _ => {}
            }
        }
        Self {
            document,
            contents: Places::new(contents),
            cues: Places::new(cues),
            claims: Places::new(claims),
            people: People::new(document, Places::new(sources)),
        }
    }

    /// Whose hedge a cue is. A belief or a refusal is that of the attribution it is the cue
    /// of, or of the subject of its verb; any other hedge belongs to the innermost
    /// attribution whose content it stands in.
    pub fn owner(&self, mark: &Mark, category: Category) -> Owner<'d> {
        let cue = self.document.span(mark.cue);
        let quoted = self.document.tokens[mark.cue.first as usize]
            .quotation()
            .is_some();
        let own = match category {
            Category::Belief | Category::NonCommitment => self.cues.overlapping(cue),
            _ => None,
        };
        let passes_on = |a| quoted || passes_on(a);
        let around = self.contents.around(cue).find(|(_, a)| passes_on(*a));
        let speaks = |attribution: Option<(Span, FoundAnnotation<'d>)>| match attribution {
            None => Some(AUTHOR),
            Some((_, attribution)) => attribution.text_attribute("speaker").or_else(|| {
                let source = attribution.part("source").next()?;
                self.people.at(source.start())
            }),
        };
        let holder = match mark.holder {
            Holder::Surrounding => speaks(around),
            Holder::Owner(pronoun) => match around {
                Some((_, a)) if is_indirect(a) => speaks(around),
                _ => self.people.owner(pronoun),
            },
            Holder::Subject(verb) => {
                let own = own.and_then(|own| speaks(Some(own)));
                own.or_else(|| match around {
                    // She says she expects: most often the speaker.
                    Some((_, a)) if is_indirect(a) && self.people.is_pronoun(verb) => {
                        speaks(around)
                    }
                    _ => self.people.subject(verb),
                })
            }
        };
        Owner {
            content: around.filter(|_| own.is_none()).map(|(span, _)| span),
            attribution: own.or(around).map(|(_, attribution)| attribution),
            holder,
        }
    }

    /// The innermost claim that a hedge weakens: the one its cue or else its scope stands in.
    pub fn claim(&self, cue: Span, scope: Option<Span>) -> Option<AnnotationId> {
        let mut places = [Some(cue), scope].into_iter().flatten();
        let (_, claim) = places.find_map(|place| self.claims.around(place).next())?;
        Some(claim.id())
    }
}

fn is_indirect(attribution: FoundAnnotation<'_>) -> bool {
    attribution.text_attribute("mode") == Some(INDIRECT)
}

/// Whether the words in an attribution are somebody's who said or thought them. What is
/// reported of nobody (*was expected to*) stays the author's.
fn passes_on(attribution: FoundAnnotation<'_>) -> bool {
    let act = attribution.text_attribute("act");
    let nobody = is_indirect(attribution) && attribution.part("source").next().is_none();
    !nobody && act.is_none_or(|act| !TOLD_OF.contains(&act))
}

/// Whose hedge it is.
#[derive(Debug)]
pub struct Owner<'d> {
    /// The content span that the cue stands in.
    content: Option<Span>,
    attribution: Option<FoundAnnotation<'d>>,
    holder: Option<&'d str>,
}

impl<'d> Owner<'d> {
    /// Its name: the author where nobody else speaks; none where it is not known who speaks.
    pub fn holder(&self) -> Option<&'d str> {
        self.holder
    }

    /// The attribution that the hedge belongs to.
    pub fn attribution(&self) -> Option<AnnotationId> {
        self.attribution.map(|attribution| attribution.id())
    }

    /// The scope as far as it lies in what the owner says.
    pub fn clip(&self, scope: Span) -> Span {
        let Some(content) = self.content else {
            return scope;
        };
        let start = scope.start().max(content.start());
        Span::new(start, scope.end().min(content.end()).max(start))
    }
}
