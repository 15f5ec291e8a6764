//! Right edge and head of noun phrases, against phrases marked by hand.

use sayso_english::{Phrases, tag};

/// A sentence without its marks, and for each phrase where it ends and where its head begins.
struct Marked {
    text: String,
    phrases: Vec<(u32, u32)>,
}

/// Reads `[the U.S. *plan] failed`.
fn read(line: &str) -> Marked {
    let mut text = String::new();
    let mut phrases = Vec::new();
    let mut head = 0;
    for c in line.chars() {
        match c {
            '[' => {}
            '*' => head = text.len() as u32,
            ']' => phrases.push((text.len() as u32, head)),
            _ => text.push(c),
        }
    }
    Marked { text, phrases }
}

/// How many phrases of the lines were found, of how many; what was missed goes to stderr.
fn score(lines: &[&str]) -> (usize, usize) {
    let mut phrases = Phrases::default();
    let mut tags = Vec::new();
    let (mut right, mut all) = (0, 0);
    for line in lines {
        let marked = read(line);
        let structure = sayso_parser::parse(&marked.text);
        let document = structure.document(&marked.text);
        tag(&document, &mut tags);
        phrases.read(&document, &tags);
        let found = phrases.chunks.iter().map(|chunk| {
            let head = document.tokens[chunk.head as usize].span.start();
            (document.span(chunk.tokens).end(), head)
        });
        let found: Vec<_> = found.collect();
        for phrase in &marked.phrases {
            all += 1;
            if found.contains(phrase) {
                right += 1;
            } else {
                let text = &marked.text[phrase.1 as usize..phrase.0 as usize];
                eprintln!("missed: {text}\n    in: {line}");
            }
        }
    }
    (right, all)
}

#[test]
fn edges_and_heads_are_found() {
    let text = include_str!("noun_phrases.txt");
    let (seen, held_out) = text.split_once("# The second").expect("two parts");
    let mut sum = (0, 0);
    for (name, part) in [("seen", seen), ("held out", held_out)] {
        let lines: Vec<_> = part.lines().filter(|l| l.contains('[')).collect();
        let (right, all) = score(&lines);
        eprintln!("{name}: {right} of {all}");
        assert!(right * 100 >= all * 92, "{name}: {right} of {all}");
        sum = (sum.0 + right, sum.1 + all);
    }
    assert!(sum.1 >= 200, "{} phrases are marked", sum.1);
}
