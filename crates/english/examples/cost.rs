//! What each stage costs, for counting instructions: parses the named file, then also tags it
//! (`tag`), then also finds its lemmas (`lemma`).
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
    if upto == "lemma" {
        sayso_english::lemmas(&document, &tags, &mut lemmas);
    }
    println!(
        "{} tokens, {} tags, {} lemmas",
        document.tokens.len(),
        tags.len(),
        lemmas.len()
    );
    Ok(())
}
