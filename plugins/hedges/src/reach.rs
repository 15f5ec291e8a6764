//! How far a hedge reaches: to the end of its clause.

use sayso_plugin::{Clause, ClauseKind, Tag, TokenKind, TokenRange, VerbFlags, Word};

use crate::anchor::Anchor;
use crate::clause::{CLAUSE_WORDS, comma_ends_clause, ends_clause, gives_reason, is_but, trimmed};
use crate::grammar;

/// What interrupts a quotation is not longer than this.
const INTERRUPTION: usize = 14;

/// The words from an index to the end of their clause, without marks at either end.
///
/// Where the cue, which begins at `cue`, stands after a comma, it stands in an insertion,
/// which the next comma ends.
pub fn after(anchor: &Anchor<'_>, cue: usize, from: usize) -> TokenRange {
    let mut reach = Reach::new(anchor, cue, from);
    while let Some(word) = anchor.at(reach.end) {
        let long = reach.end - from >= CLAUSE_WORDS;
        if long || reach.enters_other_clause() || !reach.goes_over(word) {
            break;
        }
        reach.end += 1;
    }
    trimmed(anchor, reach.first, reach.end)
}

/// How far the words of a scope have been followed.
struct Reach<'a, 'd> {
    anchor: &'a Anchor<'d>,
    from: usize,
    /// Where the scope begins: after an interruption, if that comes first.
    first: usize,
    end: usize,
    /// How many quotations have begun since.
    open: u32,
    /// Whether the cue stands after a comma.
    inserted: bool,
    /// Whether the cue stands in a relative clause: the verb behind a comma is not its own.
    relative: bool,
    /// Whether the cue stands in an adverbial clause before the main one.
    fronted: bool,
    /// Whether the scope begins with a condition, which its first comma ends.
    condition: bool,
    /// The next clause to begin.
    clause: usize,
}

impl<'a, 'd> Reach<'a, 'd> {
    fn new(anchor: &'a Anchor<'d>, cue: usize, from: usize) -> Self {
        let before_cue = cue.checked_sub(1).and_then(|before| anchor.at(before));
        let mut reach = Self {
            anchor,
            from,
            first: from,
            end: from,
            open: 0,
            inserted: before_cue.is_some_and(|word| word.form() == ","),
            relative: grammar::clause(anchor.reading.document, cue)
                .is_some_and(|clause| clause.kind == ClauseKind::RELATIVE),
            fronted: is_fronted(anchor, cue),
            condition: anchor.at(from).is_some_and(begins_condition),
            clause: 0,
        };
        reach.skip_clauses();
        reach
    }

    /// Passes over the clauses that have begun.
    fn skip_clauses(&mut self) {
        let clauses = self.anchor.reading.document.layers.clauses;
        self.clause = clauses.partition_point(|c| c.tokens.first as usize <= self.end);
    }

    /// Whether a clause begins here that is not part of what is hedged.
    fn enters_other_clause(&mut self) -> bool {
        let (anchor, end) = (self.anchor, self.end);
        let clauses = anchor.reading.document.layers.clauses;
        let mut leaves_here = false;
        let begun = |clause: &&Clause| clause.tokens.first as usize <= end;
        while let Some(clause) = clauses.get(self.clause).filter(begun) {
            leaves_here |= end > self.from && leaves(anchor, clause);
            self.clause += 1;
        }
        let joined = anchor.at(end).filter(|_| end == self.from);
        leaves_here && !closes_soon(anchor, end) || joined.is_some_and(|w| w.tag() == Tag::CC)
    }

    /// Whether a word belongs to the scope, or is only put in there.
    fn goes_over(&mut self, word: Word<'_>) -> bool {
        match word.kind() {
            TokenKind::QUOTE_OPEN => self.open += 1,
            TokenKind::QUOTE_CLOSE if self.open > 0 => self.open -= 1,
            TokenKind::QUOTE_CLOSE => return self.resumes(),
            TokenKind::PUNCTUATION if word.form() == "," => return self.goes_over_comma(),
            TokenKind::PUNCTUATION => return !ends_clause(word),
            _ => {}
        }
        true
    }

    fn goes_over_comma(&mut self) -> bool {
        if closes_soon(self.anchor, self.end) {
            return true;
        }
        let begun = self.end > self.from && !self.condition;
        self.condition = false;
        let joined = begins_joined(self.anchor, self.end + 1);
        let resumed = joined || self.relative && is_finite(self.anchor, self.end + 1);
        !(self.inserted
            || self.fronted
            || resumed
            || begun && comma_ends_clause(self.anchor, self.end))
    }

    /// Goes to where the quotation goes on that ends here.
    fn resumes(&mut self) -> bool {
        let Some(open) = resumed(self.anchor, self.end) else {
            return false;
        };
        if trimmed(self.anchor, self.first, self.end).is_empty() {
            self.first = open + 1;
        }
        self.end = open;
        self.skip_clauses();
        true
    }
}

/// Whether *and*, a noun phrase and a finite verb begin at an index: another clause.
fn begins_joined(anchor: &Anchor<'_>, index: usize) -> bool {
    let joins = |word: &Word<'_>| word.is("and") || word.is("so");
    let opener = anchor.at(index).filter(joins);
    let chunk = opener.and_then(|_| anchor.at(index + 1)?.chunk());
    chunk.is_some_and(|chunk| {
        let begins = chunk.tokens.first as usize == index + 1;
        let verb = chunk.phrase.end as usize;
        begins && is_finite(anchor, verb)
    })
}

/// Clauses are looked at outwards so many times.
const NESTED: usize = 4;

/// Whether a word stands in an adverbial or participial clause that opens the sentence.
fn is_fronted(anchor: &Anchor<'_>, index: usize) -> bool {
    let document = anchor.reading.document;
    let mut clause = grammar::clause(document, index);
    for _ in 0..NESTED {
        let Some(around) = clause else {
            return false;
        };
        let opens = around.tokens.first == anchor.sentence.first;
        if opens && [ClauseKind::ADVERBIAL, ClauseKind::PARTICIPLE].contains(&around.kind) {
            return true;
        }
        clause = document.layers.clauses.get(around.parent as usize);
    }
    false
}

/// Whether a finite verb begins at an index.
fn is_finite(anchor: &Anchor<'_>, index: usize) -> bool {
    let group = anchor.at(index).and_then(|word| word.verb_group());
    group.is_some_and(|group| {
        let first = group.tokens.first as usize == index;
        first && group.flags.has(VerbFlags::FINITE)
    })
}

/// Whether a quotation is interrupted at a word or after a comma there.
fn closes_soon(anchor: &Anchor<'_>, index: usize) -> bool {
    let at = index + usize::from(anchor.at(index).is_some_and(|word| word.form() == ","));
    let close = anchor.at(at);
    close.is_some_and(|word| word.kind() == TokenKind::QUOTE_CLOSE) && resumed(anchor, at).is_some()
}

/// Where a quotation goes on that is interrupted at a closing mark: `… ,” he said, “ …`.
fn resumed(anchor: &Anchor<'_>, close: usize) -> Option<usize> {
    let comma = anchor.at(close.checked_sub(1)?)?.form() == ",";
    let rest = anchor.tokens_from(close + 1);
    let mut rest = rest.words().take(INTERRUPTION);
    let open = rest.find(|word| word.kind() == TokenKind::QUOTE_OPEN)?;
    let goes_on = anchor.at(open.index() - 1)?.form() == ",";
    (comma && goes_on).then_some(open.index())
}

/// Whether a clause that begins inside another does not belong to what is hedged there: who
/// says it, what holds in spite of it, what is said next.
fn leaves(anchor: &Anchor<'_>, clause: &Clause) -> bool {
    let first = clause.tokens.first as usize;
    let after_comma = || anchor.at(first - 1).is_some_and(|word| word.form() == ",");
    let opener = || anchor.at(clause.opener as usize);
    match clause.kind {
        ClauseKind::REPORTING => true,
        ClauseKind::RELATIVE | ClauseKind::PARTICIPLE => after_comma(),
        ClauseKind::ADVERBIAL => opener().is_some_and(gives_reason),
        ClauseKind::COORDINATE => {
            let own_subject = clause.subject != sayso_plugin::NONE;
            own_subject && !opener().is_some_and(|word| word.is("or"))
                || opener().is_some_and(is_but)
        }
        _ => false,
    }
}

/// *If*, *when*, *by*: what is hedged follows after a comma.
fn begins_condition(word: Word<'_>) -> bool {
    let openers = ["if", "when", "by", "once", "after", "while", "because"];
    openers.iter().any(|form| word.is(form))
}
