//! Finds the weights with which scores add up to counts.

use sayso_claims::weights::BIAS;

use crate::corpus::Claim;

/// How strongly a weight is drawn to zero: as if so many claims spoke against it. It keeps rare
/// features from saying much.
const PRIOR: f64 = 4.0;
/// How often all features are gone through; no weight moves by a hundredth after that.
const ROUNDS: usize = 60;

/// The weights of all features, by number.
pub fn weights(claims: &[Claim], names: &[&str]) -> Vec<f64> {
    let bias = names.iter().position(|&name| name == BIAS);
    let mut having: Vec<Vec<usize>> = vec![Vec::new(); names.len()];
    for (index, claim) in claims.iter().enumerate() {
        for &feature in claim.features.iter().chain(&bias) {
            having[feature].push(index);
        }
    }
    let mut weights = vec![0.0; names.len()];
    let mut sums = vec![0.0; claims.len()];
    for _ in 0..ROUNDS {
        for (feature, having) in having.iter().enumerate() {
            let prior = if Some(feature) == bias { 0.0 } else { PRIOR };
            let step = step(claims, &sums, having, prior, weights[feature]);
            weights[feature] += step;
            having.iter().for_each(|&index| sums[index] += step);
        }
    }
    if let Some(bias) = bias {
        weights[bias] -= break_even(claims, &sums);
    }
    weights
}

/// How far to move a weight: what the scores lack of the count, over how fast they grow.
fn step(claims: &[Claim], sums: &[f64], having: &[usize], prior: f64, weight: f64) -> f64 {
    let (mut missing, mut growth) = (-prior * weight, prior);
    for &index in having {
        let score = 1.0 / (1.0 + (-sums[index]).exp());
        missing += f64::from(claims[index].worthy) - score;
        growth += score * (1.0 - score);
    }
    missing / growth.max(f64::MIN_POSITIVE)
}

/// The sum that as many claims reach as are worth checking, where all corpora have the same say.
fn break_even(claims: &[Claim], sums: &[f64]) -> f64 {
    let mut order: Vec<usize> = (0..claims.len()).collect();
    order.sort_by(|&a, &b| sums[b].total_cmp(&sums[a]));
    let worthy = claims.iter().filter(|claim| claim.worthy);
    let mut left: f64 = worthy.map(|claim| claim.say).sum();
    let last = order.into_iter().find(|&index| {
        left -= claims[index].say;
        left <= 0.0
    });
    last.map_or(0.0, |index| sums[index])
}
