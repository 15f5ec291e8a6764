//! Who puts each word forward: an attributed speaker or the author.

use std::cmp::Reverse;
use std::ops::Range;

use sayso_plugin::{Classes, Found, FoundAnnotation, Tag, TokenRange, VerbFlags};

use crate::acts::{Act, Stance};
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
    fn new(page: &Page<'_>, annotation: FoundAnnotation<'d>, act: Act<'_>, parts: &[Part]) -> Self {
        let mut source = runs_of("source", parts).flat_map(TokenRange::range);
        let voice = match () {
            () if act.direct => DIRECT,
            () if source.any(|index| page.has(index, FIRST_PERSON.or(WE))) => Classes::NONE,
            () => TOLD,
        };
        let asked = act.is_question() && is_fronted(page, parts);
        Self {
            annotation,
            stance: match asked {
                true => Stance::Withholds,
                false => act.stance(),
            },
            manner: match act.is_belief() {
                true => voice.or(BELIEVED),
                false => voice,
            },
        }
    }
}

/// A role, and the tokens of a part that has it.
type Part = (&'static str, TokenRange);

/// The roles, in the order in which their words are painted.
const ROLES: [&str; 3] = ["source", "cue", "content"];

/// The tokens of the parts that have a role.
fn runs_of(role: &str, parts: &[Part]) -> impl Iterator<Item = TokenRange> {
    let alike = parts.iter().filter(move |part| part.0 == role);
    alike.map(|part| part.1)
}

/// *Asked whether taxes rose, …*: a question whose asker is not named, put before what is told.
fn is_fronted(page: &Page<'_>, parts: &[Part]) -> bool {
    let document = page.document;
    let named = runs_of("source", parts).next().is_some();
    let cue = runs_of("cue", parts).next().filter(|_| !named);
    cue.is_some_and(|cue| {
        let first = cue.first as usize;
        let sentence = document.sentences[document.sentence_of(first)].tokens.first as usize;
        let when = first == sentence + 1 && document.form(sentence).eq_ignore_ascii_case("when");
        first == sentence || when
    })
}

/// The owner of each token: [`AUTHOR`], [`FRAME`], or the number of a saying plus one.
#[derive(Debug, Default)]
pub struct Owners {
    of_token: Vec<u32>,
    /// Those of all attributions, one after the other.
    parts: Vec<Part>,
}

impl Owners {
    /// Paints the tokens with their owners, outer attributions first, so that the innermost
    /// has the last word. Gives what is said, in the order of its numbers.
    pub fn paint<'d>(&mut self, page: &Page<'_>, found: &Found<'d>) -> Vec<Saying<'d>> {
        self.of_token.clear();
        self.of_token.resize(page.document.tokens.len(), AUTHOR);
        self.parts.clear();
        let most = found.iter().len();
        let mut sayings = Vec::with_capacity(most);
        let mut layers: Vec<(u32, usize, Range<usize>)> = Vec::with_capacity(most);
        for annotation in found.of_kind("attribution") {
            let (first, mut size) = (self.parts.len(), 0);
            for (role, span) in annotation.parts() {
                if let Some(&role) = ROLES.iter().find(|&&known| known == role) {
                    self.parts.push((role, page.document.tokens_in(span)));
                    size += if role == "content" { span.len() } else { 0 };
                }
            }
            let parts = &self.parts[first..];
            let act = Act::of(annotation);
            let saying = Saying::new(page, annotation, act, parts);
            let withholds = saying.stance == Stance::Withholds;
            let says = size > 0 && saying.stance != Stance::Reports || withholds;
            let proposition = || act.direct || withholds || !is_of_thing(page, act, parts);
            if says && proposition() && !is_share(page, parts) {
                layers.push((size, sayings.len(), first..self.parts.len()));
            }
            sayings.push(saying);
        }
        layers.sort_by_key(|&(size, number, _)| (Reverse(size), number));
        for (_, number, parts) in layers {
            let content = match sayings[number].stance {
                Stance::Withholds => FRAME,
                _ => number as u32 + 1,
            };
            for (role, owner) in ROLES.into_iter().zip([FRAME, FRAME, content]) {
                for run in runs_of(role, &self.parts[parts.clone()]) {
                    self.of_token[run.range()].fill(owner);
                }
            }
        }
        sayings
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
fn is_of_thing(page: &Page<'_>, act: Act<'_>, parts: &[Part]) -> bool {
    let telling = match act.is_of_doing() {
        true => VerbFlags::FINITE.with(VerbFlags::PARTICIPLE),
        false => VerbFlags::FINITE,
    };
    !runs_of("content", parts).any(|run| {
        let mut verbs = within(page.document.layers.verbs, run, |verb| verb.tokens);
        verbs.any(|verb| verb.flags.has_any(telling))
    })
}

/// Whether the source is a share of a group (*60 percent of voters said*, *one in three said*):
/// that so many say so is the author's claim.
fn is_share(page: &Page<'_>, parts: &[Part]) -> bool {
    let document = page.document;
    runs_of("source", parts).any(|run| {
        let noun = run.range().find(|&at| document.tag(at).is_noun());
        let mut counting = run.first as usize..noun.map_or(run.end as usize, |at| at + 1);
        counting.any(|at| {
            let ratio = document.tag(at) == Tag::CD
                && document.form(at + 1).eq_ignore_ascii_case("in")
                && document.tag(at + 2) == Tag::CD;
            ratio || page.has(at, SHARE)
        })
    })
}
