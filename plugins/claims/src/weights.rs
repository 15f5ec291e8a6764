//! What each feature is worth.

use sayso_plugin::{Classes, Error};

use crate::vocabulary::CLASS_NAMES;

/// The table of features: one a line with its weight, how many of the counted claims that have
/// it are worth checking, how many have it, what it is, and an example.
pub const TABLE: &str = include_str!("../data/weights.tsv");

/// The name of the weight that every claim has.
pub const BIAS: &str = "bias";

/// A line of the table.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Line<'t> {
    /// The feature.
    pub name: &'t str,
    /// What it adds to the sum.
    pub weight: f64,
    /// How many counted claims with it are worth checking.
    pub worthy: u32,
    /// How many counted claims have it.
    pub claims: u32,
    /// What it is.
    pub what: &'t str,
    /// A text in which a claim has it.
    pub example: &'t str,
}

/// Reads a line of the table; none for one that is malformed.
pub fn read_line(line: &str) -> Option<Line<'_>> {
    let columns: Vec<&str> = line.split('\t').collect();
    let &[name, weight, worthy, claims, what, example] = &columns[..] else {
        return None;
    };
    Some(Line {
        name,
        weight: weight.parse().ok()?,
        worthy: worthy.parse().ok()?,
        claims: claims.parse().ok()?,
        what,
        example,
    })
}

/// The lines of a table that are no remarks.
pub fn lines(table: &str) -> impl Iterator<Item = &str> {
    table.lines().filter(|line| !line.starts_with('#'))
}

/// The weight of every feature.
#[derive(Clone, Debug)]
pub struct Weights {
    bias: f64,
    /// By the number of the feature's bit; word classes that are no features weigh nothing.
    by_number: [f64; CLASS_NAMES.len()],
    /// The features' names as data files write them, by the same number.
    names: Vec<String>,
    /// The word classes that are features.
    features: Classes,
}

impl Weights {
    /// Reads the table.
    ///
    /// # Errors
    /// A line that is malformed or of no known feature.
    pub fn new() -> Result<Self, Error> {
        let mut weights = Self {
            bias: 0.0,
            by_number: [0.0; CLASS_NAMES.len()],
            names: CLASS_NAMES.iter().map(|name| file_name(name)).collect(),
            features: Classes::NONE,
        };
        for line in lines(TABLE) {
            let malformed = || Error::new(format_args!("weights.tsv: “{line}” is malformed"));
            let Line { name, weight, .. } = read_line(line).ok_or_else(malformed)?;
            if name == BIAS {
                weights.bias = weight;
                continue;
            }
            let number = weights.names.iter().position(|known| known == name);
            let number = number.ok_or_else(malformed)?;
            weights.by_number[number] = weight;
            weights.features.0 |= 1 << number;
        }
        Ok(weights)
    }

    /// How worth checking a claim with these features is: 0 to 1, in hundredths.
    pub fn score(&self, features: Classes) -> f64 {
        let weights = bits(features).map(|number| self.by_number[number]);
        let sum = self.bias + weights.sum::<f64>();
        let score = 1.0 / (1.0 + (-sum).exp());
        (score * 100.0).round() / 100.0
    }

    /// Writes the names of those that are features.
    pub fn describe(&self, features: Classes, out: &mut String) {
        out.clear();
        for number in bits(Classes(features.0 & self.features.0)) {
            if !out.is_empty() {
                out.push(' ');
            }
            out.push_str(&self.names[number]);
        }
    }
}

/// The numbers of the bits that are set.
fn bits(features: Classes) -> impl Iterator<Item = usize> {
    let mut rest = features.0;
    std::iter::from_fn(move || {
        let number = (rest != 0).then(|| rest.trailing_zeros() as usize)?;
        rest &= rest - 1;
        Some(number)
    })
}

/// `PAST_ACT` as data files write it: `past-act`.
fn file_name(class: &str) -> String {
    class.to_ascii_lowercase().replace('_', "-")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vocabulary::{MONEY, OPINION};

    #[test]
    fn the_table_is_in_order_and_of_known_features() {
        sayso_plugin::testing::check_word_list("weights.tsv", TABLE);
        Weights::new().unwrap();
    }

    #[test]
    fn money_is_worth_more_than_opinion() {
        let weights = Weights::new().unwrap();
        assert!(weights.score(MONEY) > weights.score(OPINION));
        let mut names = String::new();
        weights.describe(MONEY.or(OPINION), &mut names);
        assert_eq!(names, "money opinion");
    }
}
