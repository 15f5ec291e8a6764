//! What one owner says in one sentence.

use sayso_plugin::{Classes, Document, Span, Token, TokenKind, TokenRange};

use crate::features::{Observed, Phrases};
use crate::owners::{AUTHOR, FRAME, Owners, Saying};
use crate::page::Page;

/// What one owner says in one sentence.
#[derive(Debug)]
pub struct Piece<'p> {
    /// The document with its words' features.
    pub page: Page<'p>,
    /// The words of the sentence.
    pub sentence: TokenRange,
    /// By whom and how it is said; none where the author speaks.
    pub saying: Option<Saying<'p>>,
    /// Whether somebody else says the rest of the sentence.
    pub shared: bool,
    /// Whether another sentence of the text reports what somebody says.
    pub reports: bool,
    /// Its runs of words, without marks at either end.
    pub runs: &'p [TokenRange],
    /// The phrases of the sentence.
    pub phrases: Phrases<'p>,
    /// What it is like.
    pub observed: Observed,
}

impl<'p> Piece<'p> {
    /// Its places in the text.
    pub fn spans(&self) -> impl Iterator<Item = Span> + '_ {
        let document = self.page.document;
        self.runs.iter().map(move |&run| document.span(run))
    }

    /// The index of its first word.
    pub fn first(&self) -> Option<usize> {
        self.runs.first().map(|run| run.first as usize)
    }

    /// The last token of the sentence, as it is written.
    pub fn last_form(&self) -> &'p str {
        self.page.document.form(self.sentence.end as usize - 1)
    }

    /// Whether it has one of these features.
    pub fn has(&self, any: Classes) -> bool {
        self.observed.features.has(any)
    }
}

/// Shorter runs of the author's beside attributions are left-overs such as *While*.
const RUN_BESIDE: u32 = 3;

/// A run of words and whose it is: the owner, and which of the owner's sentences in there.
type Run = (u32, u32, TokenRange);

/// Gives every piece of a document, sentence by sentence.
pub fn each<'d>(
    page: Page<'d>,
    owners: &Owners,
    sayings: &[Saying<'d>],
    mut give: impl FnMut(&Piece<'_>),
) {
    // More than most sentences have.
    let mut runs: Vec<Run> = Vec::with_capacity(16);
    let mut trimmed: Vec<TokenRange> = Vec::with_capacity(16);
    let mut rest = Phrases::of(&page.document.layers);
    let reported = reported(sayings);
    for sentence in page.document.sentences {
        gather(page.document, owners, sentence.tokens, &mut runs);
        let phrases = rest.take_before(sentence.tokens.end);
        let whole = matches!(runs[..], [(AUTHOR, _, run)] if run.len() == sentence.tokens.len());
        for same in runs.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)) {
            let owner = same[0].0;
            let least = match owner {
                AUTHOR if !whole => RUN_BESIDE,
                _ => 1,
            };
            trimmed.clear();
            let all = same.iter().map(|&(_, _, run)| trim(page.document, run));
            trimmed.extend(all.filter(|run| run.len() >= least));
            if trimmed.is_empty() {
                continue;
            }
            give(&Piece {
                page,
                sentence: sentence.tokens,
                saying: (owner != AUTHOR).then(|| sayings[owner as usize - 1]),
                shared: !whole,
                reports: reported.is_some_and(|all| sentence.span.cover(all) != sentence.span),
                runs: &trimmed,
                phrases,
                observed: Observed::of(&page, phrases, &trimmed),
            });
        }
    }
}

/// From where to where a text reports what somebody says.
fn reported(sayings: &[Saying<'_>]) -> Option<Span> {
    let cues = sayings.iter().flat_map(|one| one.annotation.part("cue"));
    cues.reduce(Span::cover)
}

/// The runs of a sentence, those of one owner and sentence together. A quotation of several
/// sentences may stand in one sentence of the article; it is divided at its full stops.
fn gather(document: &Document<'_>, owners: &Owners, sentence: TokenRange, runs: &mut Vec<Run>) {
    runs.clear();
    let mut number = 0;
    for (owner, run) in owners.runs(sentence) {
        match owner {
            FRAME => {}
            AUTHOR => runs.push((AUTHOR, 0, run)),
            _ => {
                let mut first = run.first;
                for (end, token) in (first + 1..).zip(&document.tokens[run.range()]) {
                    if is_full_stop(document, token) {
                        runs.push((owner, number, TokenRange::new(first, end)));
                        number += 1;
                        first = end;
                    }
                }
                runs.push((owner, number, TokenRange::new(first, run.end)));
            }
        }
    }
    runs.sort_by_key(|&(owner, number, _)| (owner, number));
}

fn is_full_stop(document: &Document<'_>, token: &Token) -> bool {
    token.kind == TokenKind::PUNCTUATION && matches!(token.span.of(document.text), "." | "?" | "!")
}

/// A run without the marks at either end; a question mark stays.
fn trim(document: &Document<'_>, run: TokenRange) -> TokenRange {
    let is_mark = |token: &Token| match token.kind {
        TokenKind::QUOTE_OPEN | TokenKind::QUOTE_CLOSE => true,
        TokenKind::PUNCTUATION => !matches!(
            token.span.of(document.text),
            "?" | "!" | "(" | ")" | "." | "?!"
        ),
        _ => false,
    };
    let mut run = run;
    while !run.is_empty() && is_mark(&document.tokens[run.first as usize]) {
        run.first += 1;
    }
    while !run.is_empty() && is_mark(&document.tokens[run.end as usize - 1]) {
        run.end -= 1;
    }
    run
}
