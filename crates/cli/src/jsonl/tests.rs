use super::*;

fn fields() -> Fields {
    Fields {
        id: "id".to_owned(),
        text: "text".to_owned(),
    }
}

fn line(json: &str) -> (String, String) {
    let line = read(json.as_bytes(), &fields()).unwrap();
    (line.id, line.text.into_owned())
}

fn unread(json: impl AsRef<[u8]>) -> (Option<String>, String) {
    let unread = read(json.as_ref(), &fields()).unwrap_err();
    let problem = unread.problem;
    (unread.id, format!("{}: {}", problem.code, problem.message))
}

fn pair(id: &str, text: &str) -> (String, String) {
    (id.to_owned(), text.to_owned())
}

#[test]
fn two_fields_are_read_and_others_are_not_looked_at() {
    let json = r#" {"x": [1, {"id": 5}], "text": "a\n“b”", "id": "n1", "y": "\ud800"} "#;
    assert_eq!(line(json), pair("n1", "a\n“b”"));
    assert_eq!(line(r#"{"id":-7,"text":""}"#), pair("-7", ""));
    assert_eq!(
        line(r#"{"\u0069d":7,"text":"\ud83d\ude42"}"#),
        pair("7", "🙂")
    );
}

#[test]
fn a_text_without_escapes_is_borrowed() {
    let json = r#"{"id":1,"text":"plain"}"#;
    let read = read(json.as_bytes(), &fields()).unwrap();
    assert!(matches!(read.text, Cow::Borrowed("plain")));
}

#[test]
fn what_is_missing_or_of_another_type_is_named() {
    let id = |id: &str| Some(id.to_owned());
    let cases = [
        (
            r#"{"text":"a"}"#,
            None,
            r#"missing-id: the field "id" is missing"#,
        ),
        (
            r#"{"id":"a"}"#,
            id("a"),
            r#"missing-text: the field "text" is missing"#,
        ),
        (
            r#"{"id":1.5,"text":"a"}"#,
            None,
            r#"bad-id: the field "id" is a number, not a text or integer"#,
        ),
        (
            r#"{"id":{"a":1},"text":"a"}"#,
            None,
            r#"bad-id: the field "id" is an object, not a text or integer"#,
        ),
        (
            r#"{"id":"a","text":["b"]}"#,
            id("a"),
            r#"bad-text: the field "text" is an array, not a text"#,
        ),
        (
            r#"{"text":null,"id":"a"}"#,
            id("a"),
            r#"bad-text: the field "text" is null, not a text"#,
        ),
    ];
    for (json, id, message) in cases {
        assert_eq!(unread(json), (id, message.to_owned()), "{json}");
    }
}

#[test]
fn the_id_is_kept_whatever_is_wrong_before_or_behind_it() {
    let (id, message) = unread(r#"{"text":"\ud800","id":"a"}"#);
    assert_eq!(id.as_deref(), Some("a"));
    assert_eq!(
        message,
        "not-json: an escaped surrogate without its other half at column 16, in the field \"text\""
    );
    let (id, message) = unread(b"{\"text\":\"\xff\",\"id\":\"a\"}");
    assert_eq!(id.as_deref(), Some("a"));
    assert_eq!(
        message,
        "not-utf8: invalid UTF-8 at byte offset 9 of the line"
    );
    let (id, message) = unread(r#"{"id":"a","text":"cut"#);
    assert_eq!(id.as_deref(), Some("a"));
    assert!(
        message.starts_with("not-json: the line ends within a string at column"),
        "{message}"
    );
    assert_eq!(unread("[1]").0, None);
    assert_eq!(unread("not JSON").0, None);
    assert_eq!(unread(r#"{"id":"a","text":"b"} x"#).0.as_deref(), Some("a"));
}
