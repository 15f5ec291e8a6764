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
    contents: Places<Saying<'d>>,
    cues: Places<Saying<'d>>,
    claims: Places<FoundAnnotation<'d>>,
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
                    let saying = Saying::new(annotation);
                    let said = |span| (span, saying);
                    contents.extend(annotation.part("content").map(said));
                    cues.extend(annotation.part("cue").map(said));
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
        let passes_on = |(_, saying): &(Span, Saying<'_>)| quoted || saying.passes_on;
        let around = self.contents.around(cue).find(passes_on);
        let speaks = |saying: Option<(Span, Saying<'d>)>| match saying {
            None => Some(AUTHOR),
            Some((_, saying)) => saying
                .speaker
                .or_else(|| self.people.at(saying.source?.start())),
        };
        let holder = match mark.holder {
            Holder::Surrounding => speaks(around),
            Holder::Owner(pronoun) => match around {
                Some((_, saying)) if saying.indirect => speaks(around),
                _ => self.people.owner(pronoun),
            },
            Holder::Subject(verb) => {
                let own = own.and_then(|own| speaks(Some(own)));
                own.or_else(|| match around {
                    // She says she expects: most often the speaker.
                    Some((_, saying)) if saying.indirect && self.people.is_pronoun(verb) => {
                        speaks(around)
                    }
                    _ => self.people.subject(verb),
                })
            }
        };
        Owner {
            content: around.filter(|_| own.is_none()).map(|(span, _)| span),
            attribution: own.or(around).map(|(_, saying)| saying.id),
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

/// What hedges ask of an attribution. It is read once: there may be any number of hedges in its
/// content, and of parts to look through for its source.
#[derive(Clone, Copy, Debug)]
struct Saying<'d> {
    id: AnnotationId,
    speaker: Option<&'d str>,
    source: Option<Span>,
    indirect: bool,
    /// Whether the words in it are somebody's who said or thought them. What is reported of
    /// nobody (*was expected to*) stays the author's.
    passes_on: bool,
}

impl<'d> Saying<'d> {
    fn new(attribution: FoundAnnotation<'d>) -> Self {
        let act = attribution.text_attribute("act");
        let source = attribution.part("source").next();
        let indirect = attribution.text_attribute("mode") == Some(INDIRECT);
        let nobody = indirect && source.is_none();
        Self {
            id: attribution.id(),
            speaker: attribution.text_attribute("speaker"),
            source,
            indirect,
            passes_on: !nobody && act.is_none_or(|act| !TOLD_OF.contains(&act)),
        }
    }
}

/// Whose hedge it is.
#[derive(Debug)]
pub struct Owner<'d> {
    /// The content span that the cue stands in.
    content: Option<Span>,
    attribution: Option<AnnotationId>,
    holder: Option<&'d str>,
}

impl<'d> Owner<'d> {
    /// Its name: the author where nobody else speaks; none where it is not known who speaks.
    pub fn holder(&self) -> Option<&'d str> {
        self.holder
    }

    /// The attribution that the hedge belongs to.
    pub fn attribution(&self) -> Option<AnnotationId> {
        self.attribution
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
