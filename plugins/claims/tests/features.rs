//! The table of features: every example shows its feature.

use sayso_claims::weights::{BIAS, TABLE, lines, read_line};
use sayso_plugin::testing::Analysis;

#[test]
fn every_example_has_its_feature() {
    let entries = [
        &sayso_attribution::SAYSO_PLUGIN,
        &sayso_claims::SAYSO_PLUGIN,
    ];
    let mut failures = Vec::new();
    for line in lines(TABLE).map(|line| read_line(line).unwrap()) {
        let analysis = Analysis::new(&entries, line.example);
        let claims = analysis.of_kind("claim");
        let features: Vec<&str> = claims
            .iter()
            .map(|claim| claim.text_attribute("features").unwrap_or(""))
            .collect();
        let has = |all: &&str| all.split(' ').any(|feature| feature == line.name);
        let shown = features.iter().any(has) || line.name == BIAS && !claims.is_empty();
        if !shown {
            failures.push(format!("{}: {}: {features:?}", line.name, line.example));
        }
    }
    assert!(failures.is_empty(), "\n{}", failures.join("\n"));
}
