//! What each feature is worth.

use sayso_plugin::{Classes, Error};

use crate::vocabulary::{BIAS, CLASS_NAMES};

const WEIGHTS: &str = include_str!("../data/weights.tsv");

/// The weight of every feature.
#[derive(Clone, Debug)]
pub struct Weights {
    /// By the number of the feature's bit.
    by_number: [f64; CLASS_NAMES.len()],
    /// The features' names as data files write them, by the same number.
    names: Vec<String>,
}

impl Weights {
    /// Reads the weights file.
    ///
    /// # Errors
    /// A line that is not `feature <TAB> weight <TAB> remark` with a known feature.
    pub fn new() -> Result<Self, Error> {
        let names: Vec<String> = CLASS_NAMES.iter().map(|name| file_name(name)).collect();
        let mut by_number = [0.0; CLASS_NAMES.len()];
        for line in WEIGHTS.lines().filter(|line| !line.starts_with('#')) {
            let malformed = || Error::new(format_args!("weights.tsv: “{line}” is malformed"));
            let mut columns = line.split('\t');
            let name = columns.next().ok_or_else(malformed)?;
            let weight = columns.next().and_then(|weight| weight.parse().ok());
            let number = names.iter().position(|known| known == name);
            by_number[number.ok_or_else(malformed)?] = weight.ok_or_else(malformed)?;
        }
        Ok(Self { by_number, names })
    }

    /// How worth checking a claim with these features is: 0 to 1, in hundredths.
    pub fn score(&self, features: Classes) -> f64 {
        let sum: f64 = bits(features.or(BIAS))
            .map(|number| self.by_number[number])
            .sum();
        let score = 1.0 / (1.0 + (-sum).exp());
        (score * 100.0).round() / 100.0
    }

    /// Writes the names of the features that count.
    pub fn describe(&self, features: Classes, out: &mut String) {
        out.clear();
        for number in bits(features).filter(|&number| self.by_number[number] != 0.0) {
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
    fn the_weights_are_in_order_and_of_known_features() {
        sayso_plugin::testing::check_word_list("weights.tsv", WEIGHTS);
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
