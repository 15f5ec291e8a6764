//! Parses a file and says what is in it: for measuring instructions and time.
//!
//! `parse FILE [TIMES]`; with 0 times the file is only read, which gives the cost to subtract.

use std::time::Instant;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let path = arguments.next().ok_or("usage: parse FILE [TIMES]")?;
    let times = arguments
        .next()
        .map_or(Ok(1), |times| times.parse::<u32>())?;
    let text = std::fs::read_to_string(path)?;
    let mut structure = sayso_model::Structure::default();
    let start = Instant::now();
    for _ in 0..times {
        sayso_parser::parse_into(&text, &mut structure);
    }
    let seconds = start.elapsed().as_secs_f64();
    println!(
        "{} bytes: {} tokens, {} sentences, {} paragraphs, {} quotations; {:.1} MB/s",
        text.len(),
        structure.tokens.len(),
        structure.sentences.len(),
        structure.paragraphs.len(),
        structure.quotations.len(),
        text.len() as f64 * f64::from(times) / seconds / 1e6,
    );
    Ok(())
}
