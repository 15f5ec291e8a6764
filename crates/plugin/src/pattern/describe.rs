//! Patterns in words, for explanations.

use std::fmt;

use super::{Bound, Node, Pattern, Step};
use crate::TokenKind;

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Word(form) => write!(f, "“{form}”"),
            Self::Lemma(lemma) => write!(f, "a form of “{lemma}”"),
            Self::Tag(tag) => write!(f, "a word tagged {}", tag.name()),
            Self::Class(name) => write!(f, "a word of the class {name}"),
            Self::Kind(kind) => f.write_str(name_of(kind)),
            Self::Capitalized => f.write_str("a capitalized word"),
            Self::Any => f.write_str("a word"),
            Self::NounPhrase => f.write_str("a noun phrase"),
            Self::VerbGroup => f.write_str("a verb group"),
            Self::Clause => f.write_str("a clause"),
            Self::Quotation => f.write_str("a quotation"),
            Self::RestOfSentence => f.write_str("the rest of the sentence"),
            Self::SentenceStart => f.write_str("the beginning of the sentence"),
            Self::SentenceEnd => f.write_str("the end of the sentence"),
            Self::Parser(what, _) => f.write_str(what),
        }
    }
}

fn name_of(kind: TokenKind) -> &'static str {
    match kind {
        TokenKind::WORD => "a word of letters",
        TokenKind::NUMBER => "a number",
        TokenKind::CLITIC => "a clitic",
        TokenKind::PUNCTUATION => "a punctuation mark",
        TokenKind::QUOTE_OPEN => "an opening quotation mark",
        TokenKind::QUOTE_CLOSE => "a closing quotation mark",
        TokenKind::SYMBOL => "a symbol",
        TokenKind::ADDRESS => "an address",
        _ => "a token of an unknown kind",
    }
}

/// In words: `a noun phrase, a form of “warn”, “of”`.
impl fmt::Display for Pattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Node::Step(step) => step.fmt(f),
            Node::Sequence(all) => {
                // What takes no words and looks at none is not said.
                let said = |p: &&Pattern| !matches!(p.0, Node::Attribute(..));
                for (at, pattern) in all.iter().filter(said).enumerate() {
                    let ahead = matches!(pattern.0, Node::Ahead(..));
                    f.write_str(match at {
                        0 => "",
                        _ if ahead => " ",
                        _ => ", ",
                    })?;
                    pattern.fmt(f)?;
                }
                Ok(())
            }
            Node::Either(all) => {
                for (at, pattern) in all.iter().enumerate() {
                    f.write_str(if at == 0 { "" } else { " or " })?;
                    pattern.fmt(f)?;
                }
                Ok(())
            }
            Node::Optional(inner) => write!(f, "({inner})?"),
            Node::Repeated(inner) => write!(f, "({inner})…"),
            Node::Gap(most) => write!(f, "up to {most} words"),
            Node::Ahead(inner, true) => write!(f, "followed by {inner}"),
            Node::Ahead(inner, false) => write!(f, "not followed by {inner}"),
            Node::Test(inner, what, _) => write!(f, "{inner} that {what}"),
            Node::Within(inner, Bound::Sentence) => write!(f, "({inner}) in one sentence"),
            Node::Within(inner, Bound::Document) => inner.fmt(f),
            Node::Role(inner, role) => write!(f, "[{inner}]{role}"),
            Node::Attribute(..) => Ok(()),
        }
    }
}
