//! Tags tokens that are given one a line, with a blank line after each sentence; prints form,
//! lemma, Penn tag and universal tag, separated by tabs.

use sayso_english::{Forms, Tagger, lemma, universal};
use std::io::{BufWriter, Read, Write};

fn main() -> std::io::Result<()> {
    let mut text = String::new();
    match std::env::args().nth(1) {
        Some(path) => text = std::fs::read_to_string(path)?,
        None => _ = std::io::stdin().read_to_string(&mut text)?,
    }
    let mut out = BufWriter::new(std::io::stdout().lock());
    let (mut tagger, mut tags, mut buffer) = (Tagger::default(), Vec::new(), String::new());
    for sentence in text.split("\n\n") {
        let forms: Vec<&str> = sentence.lines().filter(|l| !l.is_empty()).collect();
        tags.clear();
        tagger.sentence(&Forms::new(forms.iter().copied()), &mut tags);
        for (i, form) in forms.iter().enumerate() {
            let lemma = lemma(form, tags[i], &mut buffer);
            let universal = universal(&tags, i, |j| forms[j]);
            writeln!(out, "{form}\t{lemma}\t{}\t{universal}", tags[i])?;
        }
        writeln!(out)?;
    }
    out.flush()
}
