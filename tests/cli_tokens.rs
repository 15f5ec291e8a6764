//! `sayso tokens`: what rules see.

mod common;

use std::io::Read;
use std::process::Stdio;

use common::{Place, Ran};
use serde_json::Value;

const TEXT: &str = "Ana said 🙂 it rained.\r\nThe boats were lost.\n";

/// The lines of a table, divided into columns; a blank line is one empty column.
fn table(ran: &Ran) -> Vec<Vec<&str>> {
    let lines = ran.out.lines();
    lines.map(|line| line.split('\t').collect()).collect()
}

#[test]
fn for_people_tags_stand_under_the_words() {
    let place = Place::new();
    place.file("a.txt", TEXT);
    let ran = place.run(&["tokens", "a.txt"]);
    ran.is(0).is_quiet();
    let lines: Vec<_> = ran.out.lines().collect();
    assert!(lines[0].starts_with("Ana said"), "{}", ran.out);
    assert_eq!(lines[0].find("said"), lines[1].find("VBD"), "{}", ran.out);
    let piped = place.pipe(&["tokens", "-"], TEXT.as_bytes());
    assert_eq!(piped.is(0).out, ran.out);
    assert_eq!(place.pipe(&["tokens"], TEXT.as_bytes()).out, ran.out);
}

#[test]
fn a_table_has_seven_columns_and_offsets_that_point_to_the_forms() {
    let place = Place::new();
    place.file("a.txt", TEXT);
    let ran = place.run(&["tokens", "--format", "tsv", "a.txt"]);
    let rows = table(ran.is(0).is_quiet());
    let chars: Vec<char> = TEXT.chars().collect();
    let mut sentences = 0;
    for row in &rows {
        if row == &[""] {
            sentences += 1;
            continue;
        }
        let &[form, lemma, penn, universal, start, end, chunk] = &row[..] else {
            panic!("{row:?}");
        };
        let (start, end): (usize, usize) = (start.parse().unwrap(), end.parse().unwrap());
        assert_eq!(form, chars[start..end].iter().collect::<String>());
        assert!(![lemma, penn, universal].contains(&""), "{row:?}");
        assert!(["B-NP", "I-NP", "B-VP", "I-VP", "O"].contains(&chunk));
    }
    assert_eq!(sentences, 2);
    let boats = rows.iter().find(|row| row[0] == "boats").unwrap();
    assert_eq!(boats[1..4], ["boat", "NNS", "NOUN"]);
}

#[test]
fn json_is_one_array_of_documents() {
    let place = Place::new();
    place.file("a.txt", TEXT);
    place.file("b.txt", "");
    let ran = place.run(&["tokens", "-f", "json", "a.txt", "b.txt"]);
    let documents: Value = serde_json::from_str(&ran.is(0).is_quiet().out).unwrap();
    assert_eq!(documents[0]["doc"], "a.txt");
    assert_eq!(documents[0]["offset_unit"], "char");
    assert_eq!(documents[0]["sentences"].as_array().unwrap().len(), 2);
    assert_eq!(documents[1]["sentences"], serde_json::json!([]));
    for (unit, width) in [("char", 1), ("utf16", 2), ("byte", 4)] {
        let ran = place.run(&["tokens", "-f", "json", "--offset-unit", unit, "a.txt"]);
        let documents: Value = serde_json::from_str(&ran.is(0).out).unwrap();
        let face = &documents[0]["sentences"][0][2];
        assert_eq!(face["form"], "🙂");
        assert_eq!(
            (&face["start"], &face["end"]),
            (&9.into(), &(9 + width).into())
        );
    }
}

#[test]
fn given_tokens_keep_their_lines() {
    let place = Place::new();
    let given = "\nThe\nboats\tx\nsank\n.\n\n\nIt\r\nrained\n\n";
    let ran = place.pipe(&["tokens", "--pretokenized"], given.as_bytes());
    ran.is(0).is_quiet();
    let form = |line: &str| line.split('\t').next().unwrap().to_owned();
    let forms = |text: &str| text.lines().map(form).collect::<Vec<_>>();
    assert_eq!(forms(&ran.out), forms(given));
    let rows = table(&ran);
    assert!(rows.iter().all(|row| row == &[""] || row.len() == 4));
    assert_eq!(rows[2], ["boats", "boat", "NNS", "NOUN"]);
    let args = ["tokens", "--pretokenized", "--format", "tsv"];
    assert_eq!(place.pipe(&args, given.as_bytes()).out, ran.out);
    let unfinished = place.pipe(&args, b"It\nrained");
    assert_eq!(unfinished.is(0).out.lines().count(), 2);
}

#[test]
fn given_tokens_have_no_text_to_point_into() {
    let place = Place::new();
    for format in ["json", "text"] {
        let args = ["tokens", "--pretokenized", "--format", format];
        let ran = place.pipe(&args, b"It\n");
        ran.is(2).says("--pretokenized writes --format tsv only");
        assert_eq!(ran.out, "");
    }
}

#[test]
fn a_file_that_cannot_be_read_has_status_1_and_others_stand() {
    let place = Place::new();
    place.file("a.txt", "It\n");
    place.file("latin.txt", b"caf\xe9\n");
    for args in [
        &["-f", "tsv"][..],
        &["-f", "json"],
        &["-f", "text"],
        &["--pretokenized"],
    ] {
        let paths = ["missing.txt", "latin.txt", "a.txt"];
        let ran = place.run(&[&["tokens"], args, &paths].concat());
        ran.is(1)
            .says("sayso: missing.txt: No such file or directory")
            .says("sayso: latin.txt:");
        assert!(ran.out.contains("It"), "{args:?}: {}", ran.out);
        if args.contains(&"json") {
            let documents: Value = serde_json::from_str(&ran.out).unwrap();
            assert_eq!(documents.as_array().unwrap().len(), 1);
        }
    }
}

#[test]
fn a_closed_pipe_is_no_error() {
    let place = Place::new();
    place.file("a.txt", "It rained.\n".repeat(20_000));
    place.file("given.txt", "It\nrained\n.\n\n".repeat(20_000));
    for args in [
        ["tokens", "--format=tsv", "a.txt"],
        ["tokens", "--format=json", "a.txt"],
        ["tokens", "--pretokenized", "given.txt"],
    ] {
        let mut command = place.command(&args);
        let piped = command.stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = piped.spawn().unwrap();
        let mut start = [0; 10];
        child.stdout.take().unwrap().read_exact(&mut start).unwrap();
        let output = child.wait_with_output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{args:?}");
        assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    }
}

#[test]
fn hostile_text_is_listed_and_cannot_break_the_table() {
    let place = Place::new();
    let word = "x".repeat(1 << 20);
    for text in [
        "A\0B said\0 it.\u{1b}[31m",
        "\u{202e}שלום said\u{200f} مرحبا.",
        &word,
        "\u{feff}a\u{301}\u{301}\t\u{2028}\r\r\n",
        "",
    ] {
        for format in ["text", "tsv", "json"] {
            let ran = place.pipe(&["tokens", "--format", format], text.as_bytes());
            ran.is(0).is_quiet();
            match format {
                "json" => drop(serde_json::from_str::<Value>(&ran.out).unwrap()),
                "tsv" => assert!(table(&ran).iter().all(|row| matches!(row.len(), 1 | 7))),
                _ => {}
            }
            assert!(!ran.out.contains(['\0', '\u{1b}']), "{format}");
        }
        let ran = place.pipe(&["tokens", "--pretokenized"], text.as_bytes());
        ran.is(0).is_quiet();
    }
}
