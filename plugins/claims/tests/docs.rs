//! The tables of `docs/claims.md` are those of the plugin.
//!
//! `SAYSO_UPDATE_DOCS=1 cargo test -p sayso-claims --test docs` writes them anew.

use std::fmt::Write;
use std::fs;

use sayso_claims::rules;
use sayso_claims::weights::{BIAS, TABLE, lines, read_line};

const PAGE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/claims.md");

/// Each rule with its examples.
fn rules() -> String {
    let mut out = String::new();
    for rule in &rules::LIST {
        let examples = rule.doc.lines().map(str::trim).filter_map(|line| {
            let (sign, example) = match (line.strip_prefix(">! "), line.strip_prefix("> ")) {
                (Some(silent), _) => ("✗", silent),
                (_, Some(found)) => ("✓", found),
                _ => return None,
            };
            Some(format!("- {sign} {}\n", example.replace("]content", "]")))
        });
        let examples: String = examples.collect();
        let about = rule.doc.lines().map(str::trim);
        let about: Vec<&str> = about.take_while(|line| !line.starts_with('>')).collect();
        let about = about.join(" ");
        write!(out, "**`{}`**: {}\n\n{examples}\n", rule.name, about.trim()).unwrap();
    }
    out.trim_end().to_owned() + "\n"
}

/// The features, the heaviest first.
fn features() -> String {
    let mut out = String::from(
        "| feature | what | weight | worth checking | example |\n|---|---|--:|--:|---|\n",
    );
    let mut all: Vec<_> = lines(TABLE).filter_map(read_line).collect();
    all.sort_by(|a, b| {
        let bias = (b.name == BIAS).cmp(&(a.name == BIAS));
        bias.then(b.weight.total_cmp(&a.weight))
    });
    for line in all {
        writeln!(
            out,
            "| `{}` | {} | {:+.2} | {} of {} | {} |",
            line.name, line.what, line.weight, line.worthy, line.claims, line.example
        )
        .unwrap();
    }
    out
}

/// The page with a part between its marks, and an empty line on either side, put in.
fn with_part(page: &str, name: &str, part: &str) -> String {
    let mark = format!("<!-- {name}: ");
    let begin = page.find(&mark).expect("the mark is there");
    let begin = begin + page[begin..].find("-->").expect("it is closed") + 3;
    let end = begin + page[begin..].find("<!-- end -->").expect("the part ends");
    format!("{}\n\n{part}\n{}", &page[..begin], &page[end..])
}

#[test]
fn the_tables_are_those_of_the_plugin() {
    let page = fs::read_to_string(PAGE).unwrap();
    let right = with_part(&page, "rules", &rules());
    let right = with_part(&right, "features", &features());
    if std::env::var_os("SAYSO_UPDATE_DOCS").is_some() {
        fs::write(PAGE, &right).unwrap();
        return;
    }
    assert!(
        page == right,
        "docs/claims.md is stale: SAYSO_UPDATE_DOCS=1 cargo test -p sayso-claims --test docs"
    );
}
