//! The attributions and claims that words stand in: whose hedge it is, and what it weakens.

use sayso_plugin::{AnnotationId, Found, FoundAnnotation, Span};

use crate::mark::Category;

/// Who holds a hedge where nobody is quoted or reported.
const AUTHOR: &str = "author";

/// The mode of reported speech.
const INDIRECT: &str = "indirect";

/// Acts of not answering: the speaker holds the hedge.
const DECLINE: &str = "decline";

/// What earlier plugins found, by place.
#[derive(Debug)]
pub struct Surroundings<'d> {
    contents: Places<'d>,
    cues: Places<'d>,
    claims: Places<'d>,
}

impl<'d> Surroundings<'d> {
    /// Sorts attributions and claims by place.
    pub fn new(found: &Found<'d>) -> Self {
        let mut contents = Vec::new();
        let mut cues = Vec::new();
        let mut claims = Vec::new();
        for annotation in found.iter() {
            match annotation.kind() {
                "attribution" => {
                    contents.extend(annotation.part("content").map(|s| (s, annotation)));
                    cues.extend(annotation.part("cue").map(|s| (s, annotation)));
                }
                "claim" => claims.extend(annotation.part("content").map(|s| (s, annotation))),
                _ => {}
            }
        }
        Self {
            contents: Places::new(contents),
            cues: Places::new(cues),
            claims: Places::new(claims),
        }
    }

    /// Whose hedge a cue is. A belief or a refusal is that of the attribution it is the cue
    /// of; any other hedge belongs to the innermost attribution whose content it stands in.
    ///
    /// `subject` is the text of a subject that would hold it.
    pub fn owner(&self, cue: Span, category: Category, subject: Option<&'d str>) -> Owner<'d> {
        let own = match category {
            Category::Belief | Category::NonCommitment => self.cues.overlapping(cue),
            _ => None,
        };
        let around = self.contents.innermost(cue);
        let attribution = own.or(around).map(|(_, attribution)| attribution);
        let speaker = attribution.and_then(|a| a.text_attribute("speaker"));
        let indirect = attribution.is_some_and(|a| a.text_attribute("mode") == Some(INDIRECT));
        let holder = match (own, subject, attribution) {
            // She says she expects: most often the speaker.
            (None, Some(""), _) if indirect => speaker,
            (None, Some(subject), _) => (!subject.is_empty()).then_some(subject),
            (_, _, None) => Some(AUTHOR),
            _ => speaker,
        };
        Owner {
            content: own
                .is_none()
                .then_some(around)
                .flatten()
                .map(|(span, _)| span),
            attribution,
            holder,
        }
    }

    /// The innermost claim that a hedge weakens: the one its cue or else its scope stands in.
    pub fn claim(&self, cue: Span, scope: Span) -> Option<AnnotationId> {
        let around_cue = self.claims.innermost(cue);
        let (_, claim) = around_cue.or_else(|| {
            (!scope.is_empty())
                .then(|| self.claims.innermost(scope))
                .flatten()
        })?;
        Some(claim.id())
    }
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

    /// The scope as far as it lies in what the owner says. An attribution that is itself an
    /// act of not answering knows best what was not answered.
    pub fn clip(&self, scope: Span, cue: Span) -> Span {
        if let Some(content) = self.content {
            let start = scope.start().max(content.start());
            return Span::new(start, scope.end().min(content.end()));
        }
        let refused = self
            .attribution
            .filter(|a| a.text_attribute("act") == Some(DECLINE))
            .and_then(|a| a.part("content").find(|s| s.start() >= cue.end()));
        refused.unwrap_or(scope)
    }
}

/// Spans with the annotations they are of, sorted for look-up.
#[derive(Debug)]
struct Places<'d> {
    /// By start, the longer first.
    spans: Vec<(Span, FoundAnnotation<'d>)>,
    /// The farthest end up to each span.
    reach: Vec<u32>,
}

impl<'d> Places<'d> {
    fn new(mut spans: Vec<(Span, FoundAnnotation<'d>)>) -> Self {
        spans.sort_by_key(|(span, _)| (span.start(), std::cmp::Reverse(span.end())));
        let mut farthest = 0;
        let reach = spans.iter().map(|(span, _)| {
            farthest = farthest.max(span.end());
            farthest
        });
        let reach = reach.collect();
        Self { spans, reach }
    }

    /// The last span to begin of those that contain another: the innermost.
    fn innermost(&self, inner: Span) -> Option<(Span, FoundAnnotation<'d>)> {
        let after = self
            .spans
            .partition_point(|(span, _)| span.start() <= inner.start());
        (0..after)
            .rev()
            .take_while(|&at| self.reach[at] >= inner.end())
            .map(|at| self.spans[at])
            .find(|(span, _)| span.contains(inner))
    }

    /// The last span to begin of those that share a byte with another.
    fn overlapping(&self, other: Span) -> Option<(Span, FoundAnnotation<'d>)> {
        let after = self
            .spans
            .partition_point(|(span, _)| span.start() < other.end());
        (0..after)
            .rev()
            .take_while(|&at| self.reach[at] > other.start())
            .map(|at| self.spans[at])
            .find(|(span, _)| span.overlaps(other))
    }
}
