//! Every kind of input, good and bad.

mod common;

use common::{NEWS, Place};

const JSONL: &[&str] = &["extract", "--format", "jsonl"];

fn with<'a>(paths: &[&'a str]) -> Vec<&'a str> {
    JSONL.iter().copied().chain(paths.iter().copied()).collect()
}

#[test]
fn bad_files_have_a_record_and_a_message_and_the_others_are_read() {
    let place = Place::new();
    place.file("good.txt", NEWS);
    place.file("latin.txt", b"caf\xe9 au lait");
    place.file("binary.txt", b"\x7fELF\0\0\xff\xfe");
    place.file("wide.txt", b"\xff\xfeH\0i\0");
    let paths = [
        "missing.txt",
        "latin.txt",
        "binary.txt",
        "wide.txt",
        "good.txt",
    ];
    let ran = place.run(&with(&paths));
    ran.is(1)
        .says("sayso: missing.txt: No such file or directory\n")
        .says("sayso: latin.txt: invalid UTF-8 at byte offset 3\n")
        .says("sayso: binary.txt: binary file\n")
        .says("sayso: wide.txt: UTF-16 text (by its byte order mark)");
    let expected = [
        "missing.txt: unreadable",
        "latin.txt: not-utf8",
        "binary.txt: binary",
        "wide.txt: not-utf8",
        "good.txt",
    ];
    assert_eq!(ran.summary(), expected);
    for record in &ran.records()[..4] {
        assert_eq!(record["annotations"], serde_json::json!([]));
        assert_eq!(record["diagnostics"][0]["severity"], "error");
    }
    assert_ne!(ran.records()[4]["annotations"], serde_json::json!([]));
}

#[test]
fn quiet_does_not_hide_errors_and_the_view_for_people_shows_the_rest() {
    let place = Place::new();
    place.file("good.txt", "It rained.");
    let ran = place.run(&["extract", "-q", "missing.txt", "good.txt"]);
    ran.is(1).says("sayso: missing.txt: ");
    assert_eq!(ran.out, "==> good.txt <==\n¶           It rained.\n");
}

#[test]
fn an_empty_file_is_a_document_without_findings() {
    let place = Place::new();
    place.file("empty.txt", "");
    let ran = place.run(&with(&["empty.txt"]));
    ran.is(0).is_quiet();
    assert_eq!(ran.records()[0]["annotations"], serde_json::json!([]));
    assert_eq!(place.run(&["extract", "empty.txt"]).is(0).out, "");
}

#[test]
fn marks_line_ends_and_nul_count_in_offsets() {
    let place = Place::new();
    let news = format!("\u{feff}Lars\0Holm\r\n\r\n{NEWS}").replace('\n', "\r\n");
    place.file("a.txt", &news);
    for unit in ["char", "byte", "utf16"] {
        let ran = place.run(&with(&["--offset-unit", unit, "a.txt"]));
        let record = &ran.is(0).is_quiet().records()[0];
        assert_eq!(record["offset_unit"], unit);
        let mut seen = 0;
        for annotation in record["annotations"].as_array().unwrap() {
            for part in annotation["parts"].as_object().unwrap().values() {
                for place in part.as_array().unwrap() {
                    let end = |key: &str| place[key].as_u64().unwrap() as usize;
                    let (start, end) = (end("start"), end("end"));
                    let text = match unit {
                        "byte" => news[start..end].to_owned(),
                        "char" => news.chars().take(end).skip(start).collect(),
                        _ => {
                            let units: Vec<u16> = news.encode_utf16().collect();
                            String::from_utf16(&units[start..end]).unwrap()
                        }
                    };
                    assert_eq!(place["text"], text);
                    seen += 1;
                }
            }
        }
        assert!(seen > 1);
    }
}

#[test]
fn a_folder_gives_its_texts_in_order() {
    let place = Place::new();
    for name in [
        "f/b.txt",
        "f/a/z.txt",
        "f/a.TXT",
        "f/.h.txt",
        "f/.g/x.txt",
        "f/c.md",
    ] {
        place.file(name, "It rained.");
    }
    place.file("f/d.jsonl", "{\"id\":1,\"text\":\"a\"}");
    let ran = place.run(&with(&["f"]));
    ran.is(0).is_quiet();
    assert_eq!(ran.summary(), ["f/a/z.txt", "f/a.TXT", "f/b.txt"]);
    let ran = place.run(&with(&["--input-format", "jsonl", "f"]));
    assert_eq!(ran.is(0).summary(), ["1"]);
    let ran = place.run(&["extract", "f"]);
    assert!(
        ran.out
            .starts_with("==> f/a/z.txt <==\n¶           It rained.\n\n==> f/a.TXT <==\n")
    );
}

#[test]
fn a_folder_without_texts_is_an_error() {
    let place = Place::new();
    place.file("f/c.md", "a");
    let ran = place.run(&with(&["f"]));
    ran.is(1).says("sayso: f: no *.txt file in this folder\n");
    assert_eq!(ran.summary(), ["f: no-documents"]);
}

#[cfg(unix)]
#[test]
fn links_to_folders_are_not_followed_and_their_circles_harmless() {
    let place = Place::new();
    place.file("f/a.txt", "It rained.");
    std::os::unix::fs::symlink("..", place.path("f/up")).unwrap();
    std::os::unix::fs::symlink("a.txt", place.path("f/b.txt")).unwrap();
    std::os::unix::fs::symlink("nowhere", place.path("f/c.txt")).unwrap();
    let ran = place.run(&with(&["f"]));
    ran.is(1).says("sayso: f/c.txt: No such file");
    assert_eq!(ran.summary(), ["f/a.txt", "f/b.txt", "f/c.txt: unreadable"]);
}

#[test]
fn standard_input_is_read_without_a_path_or_for_a_hyphen() {
    let place = Place::new();
    let ran = place.pipe(&with(&[]), NEWS.as_bytes());
    ran.is(0).is_quiet();
    assert_eq!(ran.summary(), ["-"]);
    assert_eq!(place.pipe(&with(&["-"]), NEWS.as_bytes()).out, ran.out);
    let ran = place.pipe(&with(&["-"]), b"\xff");
    ran.is(1)
        .says("sayso: standard input: invalid UTF-8 at byte offset 0\n");
    let ran = place.pipe(&with(&["-", "-"]), b"");
    ran.is(2).says("only once");
}

#[test]
fn json_lines_go_on_after_bad_ones() {
    let place = Place::new();
    let lines: &[&[u8]] = &[
        b"\xef\xbb\xbf{\"id\":\"a\",\"text\":\"It \\u00e9 rained.\",\"more\":[{}]}\r",
        b"",
        b"not JSON",
        b"[1,2]",
        b"{\"text\":\"no id\"}",
        b"{\"id\":\"b\"}",
        b"{\"id\":\"c\",\"text\":7}",
        b"{\"id\":[1],\"text\":\"x\"}",
        b"{\"text\":\"\\ud800\",\"id\":\"d\"}",
        b"{\"id\":\"e\",\"text\":\"\xff\"}",
        b"   ",
        b"{\"text\":\"It rained.\",\"id\":-7}",
        b"{\"id\":\"f\",\"text\":\"cut",
    ];
    place.file("a.jsonl", lines.join(&b"\n"[..]));
    let ran = place.run(&with(&["a.jsonl"]));
    ran.is(1)
        .says("sayso: a.jsonl:3: not JSON: unexpected character at column 2\n")
        .says("sayso: a.jsonl:4: ")
        .says("sayso: a.jsonl:5: the field \"id\" is missing\n")
        .says("sayso: a.jsonl:6: the field \"text\" is missing\n")
        .says("sayso: a.jsonl:7: the field \"text\" is a number, not a text\n")
        .says("sayso: a.jsonl:8: the field \"id\" is an array, not a text or integer\n")
        .says("sayso: a.jsonl:9: an escaped surrogate without its other half at column 16")
        .says("sayso: a.jsonl:10: invalid UTF-8 at byte offset 18 of the line\n")
        .says("sayso: a.jsonl:13: the line ends within a string");
    let expected = [
        "a",
        "b: missing-text",
        "c: bad-text",
        "d: not-json",
        "e: not-utf8",
        "-7",
        "f: not-json",
    ];
    assert_eq!(ran.summary(), expected);
}

#[test]
fn the_fields_of_json_lines_can_be_named() {
    let place = Place::new();
    let line = b"{\"key\":1,\"body\":\"It rained.\"}\n";
    let args = [
        "--id-field",
        "key",
        "--text-field",
        "body",
        "--input-format",
        "jsonl",
    ];
    let ran = place.pipe(&with(&args), line);
    assert_eq!(ran.is(0).summary(), ["1"]);
    place
        .pipe(&with(&["--id-field", "text"]), b"")
        .is(2)
        .says("are both \"text\"");
    for option in ["--id-field", "--text-field"] {
        let ran = place.pipe(&with(&[option, ""]), line);
        ran.is(2).says("a value is required for").says(option);
    }
}

#[test]
fn a_json_lines_file_in_utf16_is_told_once() {
    let place = Place::new();
    place.file("a.ndjson", b"\xff\xfe{\0}\0\n\0{\0}\0\n\0");
    let ran = place.run(&with(&["a.ndjson"]));
    ran.is(1).says("sayso: a.ndjson: UTF-16 text");
    assert_eq!(ran.err.lines().count(), 1);
    assert_eq!(ran.summary(), ["a.ndjson: not-utf8"]);
}

#[test]
fn names_cannot_steer_the_terminal() {
    let place = Place::new();
    let ran = place.run(&["extract", "a\u{1b}[31m\nb"]);
    ran.is(1).says("sayso: a\\u{1b}[31m");
    assert!(!ran.err.contains('\u{1b}'));
}
