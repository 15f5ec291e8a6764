//! Patterns as programs, and what is wrong with a pattern.

use super::program::{Op, Program};
use super::{Bound, Node, Pattern, Step, WINDOW};
use crate::{Classes, Error};

/// The class names of a plugin's word lists, in the order of their bits.
#[derive(Clone, Debug, Default)]
pub(crate) struct Vocabulary {
    names: Vec<String>,
}

impl Vocabulary {
    /// Gathers the classes that word lists use.
    ///
    /// # Errors
    /// There are more than fit into a set of [`Classes`].
    pub(crate) fn new(lists: &[(&str, &str)]) -> Result<Self, Error> {
        let mut names: Vec<String> = Vec::new();
        let lines = lists.iter().flat_map(|(_, text)| text.lines());
        for line in lines.filter(|line| !line.starts_with('#')) {
            let classes = line.split('\t').nth(1).unwrap_or("");
            for name in classes.split_whitespace() {
                if !names.iter().any(|known| known == name) {
                    names.push(name.to_owned());
                }
            }
        }
        match names.len() {
            0..=64 => Ok(Self { names }),
            more => Err(Error::new(format_args!(
                "the word lists have {more} classes, at most 64 are possible"
            ))),
        }
    }

    pub(crate) fn names(&self) -> Vec<&str> {
        self.names.iter().map(String::as_str).collect()
    }

    fn class(&self, name: &str) -> Result<Classes, Error> {
        match self.names.iter().position(|known| known == name) {
            Some(at) => Ok(Classes(1 << at)),
            None if self.names.is_empty() => Err(Error::new(format_args!(
                "class(“{name}”): the plugin has no word list"
            ))),
            None => Err(Error::new(format_args!(
                "class(“{name}”): no word list has this class, only: {}",
                self.names.join(", ")
            ))),
        }
    }
}

/// What programs are made with.
pub(crate) struct Compiler<'v> {
    vocabulary: &'v Vocabulary,
    pub(crate) roles: Vec<&'static str>,
    pub(crate) attributes: Vec<(&'static str, &'static str)>,
}

impl<'v> Compiler<'v> {
    pub(crate) fn new(vocabulary: &'v Vocabulary) -> Self {
        Self {
            vocabulary,
            roles: Vec::new(),
            attributes: Vec::new(),
        }
    }

    pub(crate) fn program(&mut self, pattern: &Pattern) -> Result<Program, Error> {
        let mut ops = Vec::new();
        self.add(pattern, &mut ops)?;
        ops.push(Op::Match);
        Ok(Program::new(ops))
    }

    fn add(&mut self, pattern: &Pattern, ops: &mut Vec<Op>) -> Result<(), Error> {
        match &pattern.0 {
            Node::Step(step) => ops.push(self.step(*step)?),
            Node::Sequence(all) => {
                for pattern in all {
                    self.add(pattern, ops)?;
                }
            }
            Node::Either(all) => self.either(all, ops)?,
            Node::Optional(inner) => {
                let split = ops.len();
                ops.push(Op::Split(0, 0));
                self.add(inner, ops)?;
                ops[split] = Op::Split(split + 1, ops.len());
            }
            Node::Repeated(inner) => {
                let start = ops.len();
                self.add(inner, ops)?;
                // Again, or go on behind.
                ops.push(Op::Split(start, ops.len() + 1));
            }
            Node::Gap(most) => ops.push(Op::Gap((*most).min(WINDOW) as u32)),
            Node::Ahead(inner, wanted) => {
                let program = self.program(inner)?;
                ops.push(Op::Ahead(program, *wanted, inner.to_string()));
            }
            Node::Test(inner, what, test) => {
                let program = self.program(inner)?;
                ops.push(Op::Test(program, *test, format!("{inner} that {what}")));
            }
            Node::Within(inner, Bound::Sentence) => {
                let program = self.program(inner)?;
                ops.push(Op::Within(program));
            }
            // The matcher asks for the whole pattern's bound.
            Node::Within(inner, Bound::Document) => self.add(inner, ops)?,
            Node::Role(inner, role) => {
                let in_set = |c: char| c.is_ascii_lowercase() || c == '-';
                if role.is_empty() || !role.chars().all(in_set) {
                    return Err(Error::new(format_args!(
                        "role(“{role}”): a role is made of the letters a–z and hyphens"
                    )));
                }
                ops.push(Op::Open(number_of(*role, &mut self.roles)));
                self.add(inner, ops)?;
                ops.push(Op::Close);
            }
            Node::Attribute(name, value) => {
                if name.is_empty() {
                    return Err(Error::new("attribute(“”, …): an attribute needs a name"));
                }
                ops.push(Op::Attribute(number_of(
                    (*name, *value),
                    &mut self.attributes,
                )));
            }
        }
        Ok(())
    }

    fn step(&self, step: Step) -> Result<Op, Error> {
        let mut classes = Classes::NONE;
        match step {
            Step::Class(name) => classes = self.vocabulary.class(name)?,
            Step::Word(form) | Step::Lemma(form) => {
                let call = match step {
                    Step::Word(_) => "word",
                    _ => "lemma",
                };
                if form.is_empty() || form.contains(char::is_whitespace) {
                    return Err(Error::new(format_args!(
                        "{call}(“{form}”) is not one word; for several there is phrase(“…”)"
                    )));
                }
                if call == "word" && form.chars().any(char::is_uppercase) {
                    return Err(Error::new(format_args!(
                        "word(“{form}”): give it in lower case; it then matches in any case"
                    )));
                }
            }
            _ => {}
        }
        Ok(Op::Step(step, classes))
    }

    /// Each but the last: try it, else go on with the next.
    fn either(&mut self, all: &[Pattern], ops: &mut Vec<Op>) -> Result<(), Error> {
        let Some((last, others)) = all.split_last() else {
            return Err(Error::new("either([]): there is nothing to choose from"));
        };
        let mut jumps = Vec::new();
        for pattern in others {
            let split = ops.len();
            ops.push(Op::Split(0, 0));
            self.add(pattern, ops)?;
            jumps.push(ops.len());
            ops.push(Op::Jump(0));
            ops[split] = Op::Split(split + 1, ops.len());
        }
        self.add(last, ops)?;
        let end = ops.len();
        for jump in jumps {
            ops[jump] = Op::Jump(end);
        }
        Ok(())
    }
}

fn number_of<T: PartialEq>(item: T, all: &mut Vec<T>) -> u16 {
    let at = all.iter().position(|known| *known == item);
    let at = at.unwrap_or_else(|| {
        all.push(item);
        all.len() - 1
    });
    at as u16
}

impl Pattern {
    /// Whether every match has a part in some role.
    pub(crate) fn has_role(&self) -> bool {
        match &self.0 {
            Node::Role(..) => true,
            Node::Sequence(all) => all.iter().any(Self::has_role),
            Node::Either(all) => all.iter().all(Self::has_role),
            Node::Repeated(inner) | Node::Test(inner, ..) | Node::Within(inner, _) => {
                inner.has_role()
            }
            Node::Optional(_)
            | Node::Step(_)
            | Node::Gap(_)
            | Node::Ahead(..)
            | Node::Attribute(..) => false,
        }
    }

    /// Adds its roles, in the order in which they are written.
    pub(crate) fn gather_roles(&self, roles: &mut Vec<&'static str>) {
        match &self.0 {
            Node::Role(inner, role) => {
                if !roles.contains(role) {
                    roles.push(*role);
                }
                inner.gather_roles(roles);
            }
            Node::Sequence(all) | Node::Either(all) => {
                all.iter().for_each(|pattern| pattern.gather_roles(roles));
            }
            Node::Optional(inner)
            | Node::Repeated(inner)
            | Node::Test(inner, ..)
            | Node::Within(inner, _) => inner.gather_roles(roles),
            // What is only looked at is not part of a finding.
            Node::Ahead(..) | Node::Step(_) | Node::Gap(_) | Node::Attribute(..) => {}
        }
    }

    /// Whether some step needs the language layer.
    pub(crate) fn reads_language(&self) -> bool {
        match &self.0 {
            Node::Step(step) => matches!(
                step,
                Step::Lemma(_)
                    | Step::Tag(_)
                    | Step::NounPhrase
                    | Step::VerbGroup
                    | Step::Clause
                    // May ask for anything.
                    | Step::Parser(..)
            ),
            Node::Sequence(all) | Node::Either(all) => all.iter().any(Self::reads_language),
            Node::Test(..) => true,
            Node::Optional(inner)
            | Node::Repeated(inner)
            | Node::Ahead(inner, _)
            | Node::Within(inner, _)
            | Node::Role(inner, _) => inner.reads_language(),
            Node::Gap(_) | Node::Attribute(..) => false,
        }
    }

    /// How far it sees: within the sentence unless it says otherwise.
    pub(crate) fn bound(&self) -> Bound {
        match &self.0 {
            Node::Within(_, Bound::Document) => Bound::Document,
            Node::Sequence(all) | Node::Either(all) => {
                let across = all.iter().any(|p| p.bound() == Bound::Document);
                if across {
                    Bound::Document
                } else {
                    Bound::Sentence
                }
            }
            Node::Optional(inner)
            | Node::Repeated(inner)
            | Node::Test(inner, ..)
            | Node::Role(inner, _) => inner.bound(),
            _ => Bound::Sentence,
        }
    }
}
