//! What each stage costs, for counting instructions: parses the named file (`parse`), then also
//! tags it (`tag`), finds its lemmas (`lemma`), its names and noun-phrase chunks (`chunk`), or
//! all phrases and clauses (`all`).
//!
//! ```text
//! valgrind --tool=callgrind target/release/examples/cost FILE tag
//! ```

fn main() -> std::io::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let text = std::fs::read_to_string(arguments.next().expect("a file"))?;
    let upto = arguments.next().unwrap_or_default();
    let structure = sayso_parser::parse(&text);
    let document = structure.document(&text);
    let (mut tags, mut lemmas) = (Vec::new(), Vec::new());
    if upto != "parse" {
        sayso_english::tag(&document, &mut tags);
    }
    if matches!(upto.as_str(), "lemma" | "chunk" | "all") {
        sayso_english::lemmas(&document, &tags, &mut lemmas);
    }
    if upto == "chunk" {
        let (mut classes, mut names) = (Vec::new(), Vec::new());
        let (mut chunks, mut chunk_of) = (Vec::new(), Vec::new());
        let page = sayso_english::Page::new(&document, &tags, &mut classes);
        sayso_english::names(&page, &mut Default::default(), &mut names);
        sayso_english::chunks(&page, &names, &mut chunks, &mut chunk_of);
        println!("{} chunks", chunks.len());
    }
    if upto == "all" {
        let mut phrases = sayso_english::Phrases::default();
        phrases.read(&document, &tags);
        println!("{} clauses", phrases.clauses.len());
    }
    println!(
        "{} tokens, {} tags, {} lemmas",
        document.tokens.len(),
        tags.len(),
        lemmas.len()
    );
    Ok(())
}
