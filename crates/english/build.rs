//! Lays the data files out as static tables, so that nothing is parsed at start.

#[path = "src/basis/mod.rs"]
mod basis;
#[path = "build/lemmas.rs"]
mod lemmas;
#[path = "build/rules.rs"]
mod rules;
#[path = "build/table.rs"]
mod table;
#[path = "build/words.rs"]
mod words;

/// The word lists that name classes.
const LISTS: [&str; 9] = [
    "given_names.tsv",
    "nicknames.tsv",
    "titles.tsv",
    "offices.tsv",
    "organizations.tsv",
    "places.tsv",
    "measures.tsv",
    "verbs.tsv",
    "grammar.tsv",
];

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=build");
    println!("cargo::rerun-if-changed=src/basis");
    let mut rules = rules::Rules::read(&[data("rules.tsv"), data("corrections.tsv")].concat());
    let mut lemmas = lemmas::Lemmas::read(&data("lemmas.tsv"), &data("irregular.tsv"));
    let endings = data("endings.tsv");
    let tags = ["tags.tsv", "general.tsv", "further_tags.tsv"]
        .map(data)
        .concat();
    let lists = LISTS.map(data);
    let mut code = words::code(&tags, &lists, &endings, &mut rules, &mut lemmas);
    code += &rules.code();
    code += &lemmas.code();
    let folder = std::env::var("OUT_DIR").expect("the folder for output");
    std::fs::write(format!("{folder}/tables.rs"), code).expect("the tables to be written");
}

/// The lines of a data file, without the comments on top.
fn data(name: &str) -> Vec<Vec<String>> {
    let path = format!("data/{name}");
    println!("cargo::rerun-if-changed={path}");
    let text = std::fs::read_to_string(&path).expect("a data file");
    text.lines()
        .skip_while(|line| line.starts_with("# "))
        .map(|line| line.split('\t').map(str::to_string).collect())
        .collect()
}
