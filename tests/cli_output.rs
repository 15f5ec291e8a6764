//! What is written, where, and how runs end.

mod common;

use std::fmt::Write as _;
use std::fs;
use std::io::Read;
use std::process::Stdio;
use std::time::Instant;

use common::{NEWS, Place, fixture, ran};
use serde_json::Value;

/// Many documents as JSON Lines, some of them bad.
fn many(documents: usize) -> String {
    let mut lines = String::new();
    for number in 0..documents {
        let text = serde_json::to_string(&NEWS.repeat(number % 7)).unwrap();
        match number % 50 {
            49 => lines += "{\"id\":\n",
            48 => writeln!(lines, "{{\"id\":{number}}}").unwrap(),
            _ => writeln!(lines, "{{\"id\":{number},\"text\":{text}}}").unwrap(),
        }
    }
    lines
}

#[test]
fn a_hyphen_is_standard_output() {
    let place = Place::new();
    place.file("a.txt", NEWS);
    let run = |more: &[&str]| place.run(&[&["extract", "-f", "jsonl", "a.txt"], more].concat());
    let (plain, hyphen) = (run(&[]), run(&["-o", "-"]));
    hyphen.is(0).is_quiet();
    assert_eq!(hyphen.out, plain.out);
    assert!(!place.path("-").exists());
}

#[test]
fn threads_change_nothing() {
    let place = Place::new();
    place.file("a.jsonl", many(700));
    for format in ["text", "json", "jsonl"] {
        let run = |jobs| place.run(&["extract", "-f", format, "-j", jobs, "a.jsonl"]);
        let (one, four) = (run("1"), run("4"));
        one.is(1);
        four.is(1);
        assert!(one.out == four.out, "{format}");
        assert!(one.err == four.err, "{format}");
        assert!(one.out.len() > 100_000);
    }
}

#[test]
fn json_is_one_array_of_the_same_records() {
    let place = Place::new();
    place.file("a.jsonl", many(120));
    let array = place.run(&["extract", "--format", "json", "a.jsonl"]);
    let lines = place.run(&["extract", "--format", "jsonl", "a.jsonl"]);
    let array: Vec<Value> = serde_json::from_str(&array.is(1).out).unwrap();
    assert_eq!(array, lines.records());
    let empty = place.pipe(&["extract", "-f", "json", "--input-format", "jsonl"], b"");
    assert_eq!(empty.is(0).out, "[]\n");
}

#[test]
fn every_record_is_valid_by_the_schema() {
    let place = Place::new();
    let schema: Value = serde_json::from_str(&place.run(&["schema"]).is(0).out).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let fixtures = fixture("");
    place.file("a.jsonl", many(60));
    let paths = [fixtures.to_str().unwrap(), "a.jsonl", "missing.txt"];
    let run = place.run(&[&["extract", "--format", "jsonl"], &paths[..]].concat());
    let records = run.is(1).records();
    assert!(records.len() > 80);
    for record in &records {
        let errors: Vec<_> = validator.iter_errors(record).collect();
        assert!(errors.is_empty(), "{errors:?}\n{record:#}");
    }
    let mut wrong = records[0].clone();
    wrong["diagnostics"] = serde_json::json!([{"severity": "bad", "code": "a", "message": "b"}]);
    assert!(!validator.is_valid(&wrong));
}

#[test]
fn the_view_for_people_is_plain_unless_colour_is_asked_for() {
    let place = Place::new();
    place.file("a.txt", NEWS);
    let plain = place.run(&["extract", "a.txt"]);
    assert!(
        plain
            .is(0)
            .out
            .starts_with("¶           “We may lose 40 boats,”")
    );
    assert!(!plain.out.contains('\u{1b}'));
    let args = ["extract", "--color", "always", "a.txt"];
    assert!(place.run(&args).out.contains('\u{1b}'));
    assert!(
        place
            .run_with(&args, "NO_COLOR", "1")
            .out
            .contains('\u{1b}')
    );
    let never = place.run(&["extract", "--color", "never", "a.txt"]);
    assert_eq!(never.out, plain.out);
}

#[test]
fn a_file_can_be_written() {
    let place = Place::new();
    place.file("a.txt", NEWS);
    let to_file = place.run(&["extract", "-f", "jsonl", "a.txt", "-o", "out.jsonl"]);
    assert_eq!(to_file.is(0).out, "");
    let printed = place.run(&["extract", "-f", "jsonl", "a.txt"]);
    assert_eq!(
        fs::read_to_string(place.path("out.jsonl")).unwrap(),
        printed.out
    );
    let ran = place.run(&["extract", "a.txt", "-o", "no/such/file"]);
    ran.is(2)
        .says("sayso: cannot write no/such/file: No such file or directory");
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_an_error() {
    let place = Place::new();
    place.file("a.jsonl", many(300));
    for format in ["text", "json", "jsonl"] {
        for jobs in ["1", "2"] {
            let mut command = place.command(&["extract", "-f", format, "-j", jobs, "a.jsonl"]);
            command.stdout(fs::File::create("/dev/full").unwrap());
            ran(command)
                .is(1)
                .says("sayso: cannot write to standard output: No space left on device");
        }
    }
    place
        .run(&["extract", "a.jsonl", "-o", "/dev/full"])
        .is(1)
        .says("sayso: cannot write to /dev/full: No space left on device");
    let mut command = place.command(&["schema"]);
    command.stdout(fs::File::create("/dev/full").unwrap());
    ran(command)
        .is(1)
        .says("sayso: cannot write to standard output");
}

#[test]
fn a_closed_pipe_is_no_error() {
    let place = Place::new();
    place.file("a.jsonl", many(2000));
    for jobs in ["1", "2"] {
        let mut command = place.command(&["extract", "-f", "jsonl", "-j", jobs, "a.jsonl"]);
        let mut child = command
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut start = [0; 10];
        child.stdout.take().unwrap().read_exact(&mut start).unwrap();
        let output = child.wait_with_output().unwrap();
        assert_eq!(output.status.code(), Some(0));
        let err = String::from_utf8(output.stderr).unwrap();
        assert!(!err.contains("write") && !err.contains("panicked"), "{err}");
    }
}

#[test]
fn documents_are_answered_as_they_come() {
    use std::io::{BufRead, BufReader, Write};
    let place = Place::new();
    let mut child = place
        .command(&["extract", "-f", "jsonl", "--input-format", "jsonl"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = child.stdin.take().unwrap();
    let mut output = BufReader::new(child.stdout.take().unwrap());
    for id in ["one", "two"] {
        writeln!(input, "{{\"id\":\"{id}\",\"text\":\"It rained.\"}}").unwrap();
        input.flush().unwrap();
        let mut answer = String::new();
        output.read_line(&mut answer).unwrap();
        assert!(answer.contains(id));
    }
    drop(input);
    assert!(child.wait().unwrap().success());
}

/// Not optimised, the engine is thirty times as slow.
const MEGABYTES: usize = if cfg!(debug_assertions) { 5 } else { 50 };

#[test]
fn a_line_of_many_megabytes_takes_seconds() {
    let place = Place::new();
    let filler = "The boats lay in the harbour and the nets were dry. ";
    let mut text = filler.repeat(MEGABYTES * 1_000_000 / filler.len());
    text += &NEWS.replace('\n', " ");
    place.file("a.txt", &text);
    let start = Instant::now();
    let ran = place.run(&[
        "extract",
        "-f",
        "jsonl",
        "--only",
        "attribution,hedges",
        "a.txt",
    ]);
    ran.is(0).is_quiet();
    let seconds = start.elapsed().as_secs();
    assert!(seconds < 60, "{seconds} s");
    let record = &ran.records()[0];
    let last = record["annotations"].as_array().unwrap().last().unwrap();
    let cue = &last["parts"]["cue"][0];
    assert!(cue["start"].as_u64().unwrap() > text.len() as u64 - 300);
}
