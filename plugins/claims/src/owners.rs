//! Who puts each word forward: an attributed speaker or the author.

use sayso_plugin::{Classes, Found, FoundAnnotation, Span, Tag, TokenRange, VerbFlags};

use crate::acts::{self, Stance};
use crate::features::within;
use crate::page::Page;
use crate::vocabulary::{BELIEVED, DIRECT, FIRST_PERSON, SHARE, TOLD, WE};

/// The owner of the words nobody else says.
pub const AUTHOR: u32 = 0;

/// The owner of the words that attribute (source and cue), which claim nothing themselves.
pub const FRAME: u32 = u32::MAX;

/// An attribution as claims see it.
#[derive(Clone, Copy, Debug)]
pub struct Saying<'d> {
    /// The attribution.
    pub annotation: FoundAnnotation<'d>,
    /// What it does with its content.
    pub stance: Stance,
    /// The features that it gives to what is said.
    pub manner: Classes,
}

impl<'d> Saying<'d> {
    fn new(page: &Page<'_>, annotation: FoundAnnotation<'d>) -> Self {
        let source = annotation.part("source").flat_map(|span| {
            let run = page.document.tokens_in(span);
            run.range()
        });
        let own = |index| page.has(index, FIRST_PERSON.or(WE));
        let voice = match () {
            () if acts::is_direct(annotation) => DIRECT,
            () if source.into_iter().any(own) => Classes::NONE,
            () => TOLD,
        };
        let belief = acts::is_belief(annotation);
        let asked = acts::is_question(annotation) && is_fronted(page, annotation);
        Self {
            annotation,
            stance: match asked {
                true => Stance::Withholds,
                false => acts::stance(annotation),
            },
            manner: if belief { voice.or(BELIEVED) } else { voice },
        }
    }
}

/// *Asked whether taxes rose, …*: a question whose asker is not named, put before what is told.
fn is_fronted(page: &Page<'_>, annotation: FoundAnnotation<'_>) -> bool {
    let document = page.document;
    let named = annotation.part("source").next().is_some();
    let cue = annotation.part("cue").next().filter(|_| !named);
    cue.is_some_and(|cue| {
        let first = document.tokens_in(cue).first as usize;
        let sentence = document.sentences[document.sentence_of(first)].tokens.first as usize;
        let when = first == sentence + 1 && document.form(sentence).eq_ignore_ascii_case("when");
        first == sentence || when
    })
}

/// The owner of each token: [`AUTHOR`], [`FRAME`], or the number of a saying plus one.
#[derive(Debug, Default)]
pub struct Owners {
    of_token: Vec<u32>,
}

impl Owners {
    /// Paints the tokens with their owners, outer attributions first, so that the innermost
    /// has the last word. Gives what is said, in the order of its numbers.
    pub fn paint<'d>(&mut self, page: &Page<'_>, found: &Found<'d>) -> Vec<Saying<'d>> {
        self.of_token.clear();
        self.of_token.resize(page.document.tokens.len(), AUTHOR);
        let sayings = found.of_kind("attribution");
        let sayings: Vec<Saying<'d>> = sayings.map(|one| Saying::new(page, one)).collect();
        let mut layers: Vec<(u32, u32)> = Vec::new();
        for (number, saying) in sayings.iter().enumerate() {
            let content = saying.annotation.part("content");
            let size: u32 = content.map(Span::len).sum();
            let says =
                size > 0 && saying.stance != Stance::Reports || saying.stance == Stance::Withholds;
            if says && !is_of_thing(page, saying) && !is_share(page, saying) {
                layers.push((size, number as u32));
            }
        }
        layers.sort_by_key(|&(size, number)| (std::cmp::Reverse(size), number));
        for (_, number) in layers {
            self.paint_saying(page, number + 1, &sayings[number as usize]);
        }
        sayings
    }

    fn paint_saying(&mut self, page: &Page<'_>, owner: u32, saying: &Saying<'_>) {
        let content = match saying.stance {
            Stance::Withholds => FRAME,
            _ => owner,
        };
        for (role, owner) in [("source", FRAME), ("cue", FRAME), ("content", content)] {
            for span in saying.annotation.part(role) {
                let run = page.document.tokens_in(span);
                self.of_token[run.range()].fill(owner);
            }
        }
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

/// Whether an attribution's content is a thing rather than a proposition (*she criticized the
/// plan*): then the author claims that somebody did so.
fn is_of_thing(page: &Page<'_>, saying: &Saying<'_>) -> bool {
    if saying.manner.has(DIRECT) || saying.stance == Stance::Withholds {
        return false;
    }
    let document = page.document;
    let telling = match acts::is_of_doing(saying.annotation) {
        true => VerbFlags::FINITE.with(VerbFlags::PARTICIPLE),
        false => VerbFlags::FINITE,
    };
    !saying.annotation.part("content").any(|span| {
        let run = document.tokens_in(span);
        let mut verbs = within(document.layers.verbs, run, |verb| verb.tokens);
        verbs.any(|verb| verb.flags.has_any(telling))
    })
}

/// Whether the source is a share of a group (*60 percent of voters said*, *one in three said*):
/// that so many say so is the author's claim.
fn is_share(page: &Page<'_>, saying: &Saying<'_>) -> bool {
    let document = page.document;
    saying.annotation.part("source").any(|span| {
        let run = document.tokens_in(span).range();
        let noun = run.clone().find(|&at| document.tag(at).is_noun());
        let mut counting = run.start..noun.map_or(run.end, |at| at + 1);
        counting.any(|at| {
            let ratio = document.tag(at) == Tag::CD
                && document.form(at + 1).eq_ignore_ascii_case("in")
                && document.tag(at + 2) == Tag::CD;
            ratio || page.has(at, SHARE)
        })
    })
}
