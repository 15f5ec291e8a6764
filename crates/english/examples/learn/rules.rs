//! Transformation-based learning after Brill (1995): the rule that mends most is taken, is
//! applied, and the next is looked for.

use crate::basis::template::{TEMPLATES, Values, show_value, visit};
use crate::state::State;
use sayso_model::Tag;
use std::collections::HashMap;
use std::fmt::Write;

/// A rule must mend this many more tags than it spoils.
const GAIN: i32 = 4;
/// How many rules are taken at most.
const MOST: usize = 3000;
/// After so many rules the candidates are gathered anew.
const FRESH: usize = 250;

#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
struct Rule {
    template: u8,
    from: u8,
    to: u8,
    values: Values,
}

/// The rules as a data file.
pub fn learn(mut state: State) -> String {
    let mut text = String::new();
    let mut taken = 0;
    while taken < MOST {
        let mut candidates = Candidates::gather(&state);
        let before = taken;
        while taken < MOST && taken < before + FRESH {
            let Some((rule, gain)) = candidates.best() else {
                break;
            };
            candidates.apply(&mut state, rule);
            write_rule(&mut text, &state, rule);
            taken += 1;
            if taken % 100 == 0 {
                let (right, all) = state.right();
                eprintln!(
                    "{taken} rules, gain {gain}, {:.3}%",
                    100.0 * right as f64 / all as f64
                );
            }
        }
        if taken == before {
            break;
        }
    }
    text
}

fn write_rule(text: &mut String, state: &State, rule: Rule) {
    write!(text, "{}\t{}", Tag(rule.from), Tag(rule.to)).unwrap();
    for (name, &value) in TEMPLATES[rule.template as usize].iter().zip(&rule.values) {
        let value = show_value(name, value, |w| state.names[&w].clone());
        write!(text, "\t{name}={value}").unwrap();
    }
    text.push('\n');
}

/// Rules that may be worth taking, with how many tags each would mend and spoil.
struct Candidates {
    numbers: HashMap<Rule, u32>,
    rules: Vec<Rule>,
    gains: Vec<i32>,
    /// For each tag the tags that some rule may put in its place.
    targets: [u64; 64],
}

impl Candidates {
    fn gather(state: &State) -> Self {
        let mut mends: HashMap<Rule, i32> = HashMap::new();
        for at in 3..state.cells.len() - 3 {
            let cell = state.cells[at];
            if cell.now != cell.gold && cell.allowed >> cell.gold & 1 != 0 {
                visit(&state.window(at), u64::MAX, |template, values| {
                    let rule = Rule {
                        template,
                        from: cell.now,
                        to: cell.gold,
                        values,
                    };
                    *mends.entry(rule).or_default() += 1;
                });
            }
        }
        let mut rules: Vec<Rule> = mends
            .into_iter()
            .filter(|m| m.1 >= GAIN - 1)
            .map(|m| m.0)
            .collect();
        rules.sort_unstable();
        let mut targets = [0; 64];
        for rule in &rules {
            targets[rule.from as usize] |= 1 << rule.to;
        }
        let numbers = rules
            .iter()
            .enumerate()
            .map(|(n, &r)| (r, n as u32))
            .collect();
        let gains = vec![0; rules.len()];
        let mut all = Self {
            numbers,
            rules,
            gains,
            targets,
        };
        for at in 3..state.cells.len() - 3 {
            all.weigh(state, at, 1);
        }
        all
    }

    /// Adds (or takes away) what the token at a place says about the rules that fit there.
    fn weigh(&mut self, state: &State, at: usize, sign: i32) {
        let cell = state.cells[at];
        let mut targets = cell.allowed & self.targets[cell.now as usize] & !(1 << cell.now);
        let mut sign = -sign;
        if cell.now != cell.gold {
            targets &= 1 << cell.gold;
            sign = -sign;
        }
        if targets == 0 {
            return;
        }
        visit(&state.window(at), u64::MAX, |template, values| {
            let mut left = targets;
            while left != 0 {
                let to = left.trailing_zeros() as u8;
                left &= left - 1;
                let rule = Rule {
                    template,
                    from: cell.now,
                    to,
                    values,
                };
                if let Some(&number) = self.numbers.get(&rule) {
                    self.gains[number as usize] += sign;
                }
            }
        });
    }

    /// The rule that gains most; of several the first in their order.
    fn best(&self) -> Option<(Rule, i32)> {
        let (number, &gain) = self
            .gains
            .iter()
            .enumerate()
            .max_by_key(|&(n, g)| (g, std::cmp::Reverse(n)))?;
        (gain >= GAIN).then(|| (self.rules[number], gain))
    }

    /// Applies a rule from left to right, each change being seen by what follows.
    fn apply(&mut self, state: &mut State, rule: Rule) {
        for at in 3..state.cells.len() - 3 {
            let cell = state.cells[at];
            if cell.now != rule.from || cell.allowed >> rule.to & 1 == 0 {
                continue;
            }
            let mut fits = false;
            visit(&state.window(at), 1 << rule.template, |template, values| {
                fits |= template == rule.template && values == rule.values;
            });
            if !fits {
                continue;
            }
            let near = at.saturating_sub(3).max(3)..(at + 4).min(state.cells.len() - 3);
            near.clone().for_each(|n| self.weigh(state, n, -1));
            state.cells[at].now = rule.to;
            near.for_each(|n| self.weigh(state, n, 1));
        }
    }
}
