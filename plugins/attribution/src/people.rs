//! Who is who: the persons and organisations a document names, and whom a mention stands for.

mod stand_in;

use std::cell::OnceCell;

use rustc_hash::{FxHashMap, FxHashSet};
use sayso_plugin::{Gender, Name, Shape, Tag, TokenKind, TokenRange};

use crate::names::{abbreviation, kind, roles, surname};
use crate::page::Page;

/// Tags of the pronouns that stand for somebody.
const PRONOUN: u64 = Tag::PRP.bit() | Tag::PRP_POSSESSIVE.bit();

/// Somebody the document names.
#[derive(Clone, Debug)]
struct Party<'d> {
    /// The fullest name, without titles.
    name: &'d str,
    gender: Gender,
    organization: bool,
}

/// A place where somebody is named.
#[derive(Clone, Copy, Debug)]
struct Mention {
    /// The words of the name, without titles.
    tokens: TokenRange,
    party: usize,
    sentence: u32,
}

/// The persons and organisations of a document and where they are named.
#[derive(Debug, Default)]
pub struct People<'d> {
    parties: Vec<Party<'d>>,
    mentions: Vec<Mention>,
    /// By full name, surname and first name, or the initials of an organisation; whoever is
    /// named first keeps a name.
    by_name: FxHashMap<&'d str, usize>,
    /// By a word that says what somebody is: the places where it is said, and of whom.
    by_role: FxHashMap<&'d str, Vec<(u32, usize)>>,
    most_named: OnceCell<Option<usize>>,
}

/// Sources that were resolved before: whom a pronoun may go on with.
#[derive(Clone, Copy, Debug, Default)]
pub struct LastSpeakers {
    person: Option<usize>,
    organization: Option<usize>,
    /// Who spoke last, if that was somebody without a name whose gender is told: `a spokeswoman`.
    pub unnamed: Option<(TokenRange, Gender)>,
    /// Who spoke last, if they were several without names: `researchers`.
    pub several: Option<TokenRange>,
    /// What spoke last, if it was one without a name: `the report`.
    pub thing: Option<TokenRange>,
}

impl<'d> People<'d> {
    /// Reads all names of a document: full names first, then the words that stand for them. The
    /// sources of the document, in text order, tell which names are persons'.
    pub fn new(page: &Page<'d>, sources: &[TokenRange]) -> Self {
        let names = page.reading.document.layers.names;
        let mut people = Self::default();
        people.by_name.reserve(names.len());
        // In a headline every word has a capital: what is a name there is told by the text.
        let mut full = Vec::with_capacity(names.len());
        let mut single = Vec::with_capacity(names.len());
        let mut headlines = Vec::new();
        let mut alone = FxHashSet::default();
        alone.reserve(names.len());
        let mut last = (TokenRange::default(), false);
        for name in names {
            let first = name.tokens.first as usize;
            let is_full = name.tokens.len() > 1;
            if !is_full {
                alone.insert(page.word(first).form());
            }
            let sentence = page.sentence(first).tokens;
            if last.0 != sentence {
                last = (sentence, is_headline(page, sentence));
            }
            match (last.1, is_full) {
                (true, _) => headlines.push(name),
                (false, true) => full.push(name),
                (false, false) => single.push(name),
            }
        }
        people.mentions.reserve(names.len());
        headlines.sort_by_key(|name| name.tokens.len() <= 1);
        for name in full.into_iter().chain(single).chain(headlines) {
            people.add(page, name, |surname| {
                alone.contains(surname) || is_source(page, sources, name.tokens)
            });
        }
        people.mentions.sort_by_key(|m| m.tokens.first);
        for places in people.by_role.values_mut() {
            places.sort_unstable();
        }
        people
    }

    /// The fullest name of somebody.
    pub fn name(&self, party: usize) -> &'d str {
        self.parties[party].name
    }

    /// Whom a source stands for: by name, pronoun or role.
    pub fn resolve(
        &self,
        page: &Page<'_>,
        source: TokenRange,
        last: &mut LastSpeakers,
    ) -> Option<usize> {
        let first = source.first as usize;
        let found = if source.len() == 1 && page.tag_in(first, PRONOUN) {
            self.by_pronoun(page, first, last)
        } else {
            self.mentions_in(source)
                .iter()
                .filter(|m| is_head(page, source, m))
                .min_by_key(|m| !self.is_described(page, source, m))
                .map(|m| m.party)
                .or_else(|| self.by_role(page, source))
        };
        if let Some(party) = found {
            if self.parties[party].organization {
                last.organization = found;
                last.several = None;
                last.thing = None;
            } else {
                last.person = found;
                last.unnamed = None;
            }
        }
        found
    }

    /// Whether a person is named in apposition to what a source begins with: `the local MP, Alan
    /// Whitfield`.
    fn is_described(&self, page: &Page<'_>, source: TokenRange, mention: &Mention) -> bool {
        let first = mention.tokens.first as usize;
        let near = first.saturating_sub(2)..first;
        let apposed = near.clone().any(|i| page.is_comma(i)) && first > source.first as usize;
        apposed && !self.parties[mention.party].organization
    }

    /// The person who is named most: whoever answers in an interview whose labels are Q and A.
    pub fn most_named(&self) -> Option<usize> {
        *self.most_named.get_or_init(|| self.count_most_named())
    }

    fn count_most_named(&self) -> Option<usize> {
        let mut counts = vec![0usize; self.parties.len()];
        for mention in &self.mentions {
            counts[mention.party] += usize::from(!self.parties[mention.party].organization);
        }
        let most = counts.iter().copied().max().filter(|&most| most > 1)?;
        counts.iter().position(|&count| count == most)
    }

    /// All who are named inside a source, each once.
    pub fn listed(&self, source: TokenRange) -> Vec<usize> {
        let mut found = Vec::new();
        for mention in self.mentions_in(source) {
            if !found.contains(&mention.party) {
                found.push(mention.party);
            }
        }
        found
    }

    fn mentions_in(&self, run: TokenRange) -> &[Mention] {
        let before = |token: u32| self.mentions.partition_point(|m| m.tokens.first < token);
        &self.mentions[before(run.first)..before(run.end)]
    }

    /// `is_person` tells by the last name whether the text gives it a person's part.
    fn add(&mut self, page: &Page<'d>, name: &Name, is_person: impl Fn(&str) -> bool) {
        let document = page.reading.document;
        let text = document.span(name.tokens).of(document.text);
        let surname = page.word(surname(page, name.tokens)).form();
        let full = name.tokens.len() > 1;
        let known = self.by_name.get(if full { text } else { surname });
        let party = match known {
            Some(&known) => known,
            None => match kind(page, name, is_person(surname)) {
                Some(organization) => self.add_party(page, name, text, surname, organization),
                None => return,
            },
        };
        let record = &mut self.parties[party];
        if record.gender == Gender::NONE {
            record.gender = name.gender;
        }
        let first = name.tokens.first;
        for role in roles(page, name) {
            self.by_role.entry(role).or_default().push((first, party));
        }
        self.mentions.push(Mention {
            tokens: name.tokens,
            party,
            sentence: page.sentence_of(first as usize) as u32,
        });
    }

    fn add_party(
        &mut self,
        page: &Page<'d>,
        name: &Name,
        text: &'d str,
        surname: &'d str,
        organization: bool,
    ) -> usize {
        let number = self.parties.len();
        self.parties.push(Party {
            name: text,
            gender: Gender::NONE,
            organization,
        });
        self.by_name.entry(text).or_insert(number);
        if organization {
            if let Some(short) = abbreviation(page, name.tokens) {
                self.by_name.entry(short).or_insert(number);
            }
        } else {
            let given = page.word(name.tokens.first as usize).form();
            for part in [surname, given] {
                self.by_name.entry(part).or_insert(number);
            }
        }
        number
    }
}

/// Whether a name begins a source or stands in apposition in it: `Another, Mitsuko Abe of Norin,`.
fn is_source(page: &Page<'_>, sources: &[TokenRange], name: TokenRange) -> bool {
    let at = sources.partition_point(|source| source.first <= name.first);
    let Some(source) = at.checked_sub(1).map(|at| sources[at]) else {
        return false;
    };
    let opens = source.first == name.first || page.is_comma(name.first as usize - 1);
    opens && name.end <= source.end
}

/// Whether nearly all words of a sentence have capitals.
fn is_headline(page: &Page<'_>, sentence: TokenRange) -> bool {
    const LONGEST: usize = 40;
    let (mut words, mut capitals) = (0, 0);
    for token in page.reading.document.tokens[sentence.range()]
        .iter()
        .take(LONGEST)
    {
        // Nobody can foresee which words count: no branch depends on it.
        let counts = usize::from(token.kind == TokenKind::WORD) & usize::from(token.span.len() > 3);
        words += counts;
        capitals += counts & usize::from(token.shape.has(Shape::CAPITAL));
    }
    words >= 4 && capitals * 10 >= words * 8
}

/// Whether a name is what a source is about, not inside a phrase that describes another:
/// `Ana Duarte`, `the spokesman, Ana Duarte`, but not `a spokesman for Ana Duarte`.
fn is_head(page: &Page<'_>, source: TokenRange, mention: &Mention) -> bool {
    let end = mention.tokens.end as usize;
    if page.is(end, "'s") || page.is(end, "'") {
        return false;
    }
    // `State Department spokesman Sean McCormack`, `the Clinton campaign`: the last noun tells.
    let chunk = page.chunk(mention.tokens.first as usize);
    if chunk.is_some_and(|chunk| chunk.tokens.end as usize > end) {
        return false;
    }
    !(source.first as usize..mention.tokens.first as usize)
        .rev()
        .take_while(|&i| !page.is_comma(i))
        .any(|i| page.tag(i) == Tag::IN && !page.is(i, "of"))
}
