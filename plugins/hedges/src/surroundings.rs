//! The attributions and claims that words stand in: whose hedge it is, and what it weakens.

use sayso_plugin::{AnnotationId, Document, Found, FoundAnnotation, Span, TokenRange};

use crate::mark::{Category, Holder, Mark};
use crate::people::People;
use crate::places::Places;
use crate::saying::{Saying, without_relative};

/// A quotation that nobody is said to speak goes on with the speaker of the last one so many
/// bytes before.
const GOES_ON: u32 = 600;

/// Who holds a hedge where nobody is quoted or reported.
const AUTHOR: &str = "author";

/// What earlier plugins found, by place.
#[derive(Debug)]
pub struct Surroundings<'d> {
    document: &'d Document<'d>,
    contents: Places<Saying<'d>>,
    cues: Places<Saying<'d>>,
    /// Where the quotations begin whose speakers are known.
    spoken: Vec<(u32, Saying<'d>)>,
    claims: Places<FoundAnnotation<'d>>,
    people: People<'d>,
}

impl<'d> Surroundings<'d> {
    /// Sorts attributions and claims by place.
    pub fn new(document: &'d Document<'d>, found: &Found<'d>) -> Self {
        let all = found.iter();
        let mut contents = Vec::with_capacity(all.len());
        let mut cues = Vec::with_capacity(all.len());
        let mut sources = Vec::with_capacity(all.len());
        let mut claims = Vec::with_capacity(all.len());
        let mut spoken = Vec::new();
        for annotation in all {
            let place = |span| (span, annotation);
            match annotation.kind() {
                "attribution" => {
                    let saying = Saying::new(annotation);
                    let said = |span| (span, saying);
                    contents.extend(annotation.part("content").map(said));
                    let known = !saying.indirect && saying.speaker.is_some();
                    let begins = annotation.part("content").next().filter(|_| known);
                    spoken.extend(begins.map(|span| (span.start(), saying)));
                    cues.extend(annotation.part("cue").map(said));
                    sources.extend(annotation.part("source").map(place));
                }
                "claim" => claims.extend(annotation.part("content").map(place)),
                _ => {}
            }
        }
        spoken.sort_by_key(|&(start, _)| start);
        Self {
            document,
            spoken,
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
        // The cue may be long: *did not return calls seeking comment*.
        let verb = match mark.holder {
            Holder::Subject(verb) => {
                let verb = verb as u32;
                self.document.span(TokenRange::new(verb, verb + 1))
            }
            _ => cue,
        };
        let own = match category {
            Category::Belief | Category::NonCommitment => self.cues.overlapping(verb),
            _ => None,
        };
        let told = self.people.source_at(cue);
        let counts = category == Category::Approximator
            && !quoted
            && self
                .people
                .says(mark.cue.first as usize, mark.cue.end as usize);
        let passes_on = |&(span, saying): &(Span, Saying<'d>)| {
            let holds = told.is_none_or(|told| span.contains(told)) && !counts;
            holds && (quoted || saying.passes_on && !self.is_shown(saying))
        };
        let around = self.contents.around(cue).find(passes_on);
        let holder = match mark.holder {
            Holder::Surrounding => self.speaks(around),
            Holder::Owner(pronoun) => match around {
                Some((_, saying)) if saying.indirect => self.speaks(around),
                _ => self.people.owner(pronoun),
            },
            Holder::Subject(verb) => self.subject(verb, own, around),
        };
        Owner {
            content: around.filter(|_| own.is_none()).map(|(span, _)| span),
            attribution: own.or(around).map(|(_, saying)| saying.id),
            holder,
        }
    }

    /// Who speaks in an attribution: the author where there is none.
    fn speaks(&self, saying: Option<(Span, Saying<'d>)>) -> Option<&'d str> {
        let Some((span, saying)) = saying else {
            return Some(AUTHOR);
        };
        let start = saying.source.map(Span::start);
        let described = start.and_then(|start| {
            let varied = || self.people.varied(start).filter(|_| !saying.indirect);
            self.people.described_at(start).or_else(varied)
        });
        let named = described.or(saying.speaker.map(without_relative));
        named.or_else(|| match start {
            Some(start) => self.people.at(start),
            None if saying.indirect => None,
            None => self.spoke_before(span.start()),
        })
    }

    /// The speaker of the last quotation before a byte.
    fn spoke_before(&self, byte: u32) -> Option<&'d str> {
        let before = self.spoken.partition_point(|&(start, _)| start < byte);
        let (start, saying) = self.spoken[..before].last()?;
        let near = byte - start < GOES_ON;
        near.then(|| saying.speaker.map(without_relative)).flatten()
    }

    /// Whether no person tells something but a thing or event shows it: what it shows is for
    /// the author to judge.
    fn is_shown(&self, saying: Saying<'_>) -> bool {
        let thing = |source: Span| {
            let start = source.start();
            self.people.is_there(start) || saying.shows && self.people.is_thing(start)
        };
        saying.indirect && saying.source.is_some_and(thing)
    }

    /// Whose the belief or refusal of a verb is: the source of the attribution `own` that it
    /// makes, else its subject. *I* and *you* are whoever speaks, and so is most often the
    /// subject of a verb in what is reported: *she says she expects*.
    fn subject(
        &self,
        verb: usize,
        own: Option<(Span, Saying<'d>)>,
        around: Option<(Span, Saying<'d>)>,
    ) -> Option<&'d str> {
        // They said they feared: attributions leave open who feared.
        let known = own.filter(|(_, saying)| saying.speaker.is_some());
        let bare = self.people.of_bare(verb);
        if let Some(told) = bare.or_else(|| self.speaks(Some(known?))) {
            return Some(told);
        }
        let pronoun = self.people.pronoun(verb);
        let pronoun = pronoun.as_deref();
        let source = around.filter(|(_, saying)| saying.indirect);
        let source = source.and_then(|(_, saying)| Some(saying.source?.start()));
        match pronoun {
            Some("i" | "we" | "you") => self.speaks(around),
            Some(pronoun) if source.is_some_and(|at| self.people.may_be(at, pronoun)) => {
                self.speaks(around)
            }
            Some(_) => {
                let direct = around.filter(|(_, saying)| !saying.indirect);
                let speaker = direct.and_then(|_| self.speaks(around));
                self.people.subject(verb, speaker)
            }
            None => {
                let subject = self.people.subject(verb, None);
                subject.or_else(|| self.speaks(around))
            }
        }
    }

    /// The innermost claim that a hedge weakens: the one its cue or else its scope stands in.
    pub fn claim(&self, cue: Span, scope: Option<Span>) -> Option<AnnotationId> {
        let mut places = [Some(cue), scope].into_iter().flatten();
        let (_, claim) = places.find_map(|place| self.claims.around(place).next())?;
        Some(claim.id())
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
