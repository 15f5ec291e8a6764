//! A line of JSON Lines: an object of which two fields are read.

use std::borrow::Cow;
use std::fmt;

use sayso_model::Diagnostic;
use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, Visitor};

use crate::batch::problem;
use crate::decode::valid_up_to;
use crate::value::{Id, NotThis, Text};

/// The names of the fields.
#[derive(Clone, Debug)]
pub(crate) struct Fields {
    pub(crate) id: String,
    pub(crate) text: String,
}

/// A document that was read; its text is borrowed if nothing in it was escaped.
#[derive(Debug, PartialEq)]
pub(crate) struct Line<'b> {
    pub(crate) id: String,
    pub(crate) text: Cow<'b, str>,
}

/// A line that is no document, with its id if that could be found.
#[derive(Debug, PartialEq)]
pub(crate) struct Unread {
    pub(crate) id: Option<String>,
    pub(crate) problem: Diagnostic,
}

/// Reads a line.
pub(crate) fn read<'b>(line: &'b [u8], fields: &Fields) -> Result<Line<'b>, Unread> {
    let mut found = Found::default();
    match fill(line, fields, true, &mut found) {
        Err(problem) => {
            // The id may stand behind what is wrong, or the field read so far not be it.
            let mut again = Found::default();
            let _ = fill(line, fields, false, &mut again);
            let id = again.id.or(found.id).and_then(Result::ok);
            Err(Unread { id, problem })
        }
        Ok(()) => complete(found, fields),
    }
}

fn complete<'b>(found: Found<'b>, fields: &Fields) -> Result<Line<'b>, Unread> {
    let unread = |id, code, message| {
        Err(Unread {
            id,
            problem: problem(code, message),
        })
    };
    let field = |name: &str| format!("the field {name:?}");
    let id = match found.id {
        Some(Ok(id)) => id,
        Some(Err(NotThis(kind))) => {
            let message = format!("{} is {kind}, not a text or integer", field(&fields.id));
            return unread(None, "bad-id", message);
        }
        None => {
            return unread(
                None,
                "missing-id",
                format!("{} is missing", field(&fields.id)),
            );
        }
    };
    match found.text {
        Some(Ok(text)) => Ok(Line { id, text }),
        Some(Err(NotThis(kind))) => {
            let message = format!("{} is {kind}, not a text", field(&fields.text));
            unread(Some(id), "bad-text", message)
        }
        None => {
            let message = format!("{} is missing", field(&fields.text));
            unread(Some(id), "missing-text", message)
        }
    }
}

/// Reads the fields of a line into `found`, the text only if `text`.
fn fill<'b>(
    line: &'b [u8],
    fields: &Fields,
    text: bool,
    found: &mut Found<'b>,
) -> Result<(), Diagnostic> {
    if text && simdutf8::basic::from_utf8(line).is_err() {
        let message = format!(
            "invalid UTF-8 at byte offset {} of the line",
            valid_up_to(line)
        );
        return Err(problem("not-utf8", message));
    }
    let mut json = serde_json::Deserializer::from_slice(line);
    let object = Object {
        fields,
        text,
        found: &mut *found,
    };
    let done = object.deserialize(&mut json).and_then(|()| json.end());
    done.map_err(|error| {
        let mut message = explain(&error);
        if let Some(field) = found.reading.field(fields) {
            message += &format!(", in the field {field:?}");
        }
        problem("not-json", message)
    })
}

/// serde_json's message; its line number would be that within the line.
fn explain(error: &serde_json::Error) -> String {
    let whole = error.to_string();
    let what = match whole.find(" at line ") {
        Some(at) => &whole[..at],
        None => &whole,
    };
    let what = match what {
        // That is how serde_json calls it.
        "unexpected end of hex escape" | "lone leading surrogate in hex escape" => {
            "an escaped surrogate without its other half"
        }
        "expected ident" | "expected value" => "not JSON: unexpected character",
        _ => what,
    };
    let what = match what.strip_prefix("EOF while parsing ") {
        Some(part) => &format!("the line ends within {part}"),
        None => what,
    };
    match error.column() {
        0 => what.to_owned(),
        column => format!("{what} at column {column}"),
    }
}

/// What a line holds; kept while reading, for what was read before an error still counts.
#[derive(Default)]
struct Found<'b> {
    id: Option<Result<String, NotThis>>,
    text: Option<Result<Cow<'b, str>, NotThis>>,
    reading: Reading,
}

/// Which field's value is being read.
#[derive(Clone, Copy, Default)]
enum Reading {
    #[default]
    Other,
    Id,
    Text,
}

impl Reading {
    fn field(self, fields: &Fields) -> Option<&str> {
        match self {
            Self::Other => None,
            Self::Id => Some(&fields.id),
            Self::Text => Some(&fields.text),
        }
    }
}

struct Object<'f, 'b> {
    fields: &'f Fields,
    text: bool,
    found: &'f mut Found<'b>,
}

impl<'b> DeserializeSeed<'b> for Object<'_, 'b> {
    type Value = ();

    fn deserialize<D: Deserializer<'b>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'b> Visitor<'b> for Object<'_, 'b> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON object")
    }

    fn visit_map<A: MapAccess<'b>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(Key(name)) = map.next_key_seed(Key::default())? {
            if name == self.fields.id {
                self.found.reading = Reading::Id;
                self.found.id = Some(map.next_value_seed(Id)?);
            } else if name == self.fields.text && self.text {
                self.found.reading = Reading::Text;
                self.found.text = Some(map.next_value_seed(Text)?);
            } else {
                map.next_value::<IgnoredAny>()?;
            }
            self.found.reading = Reading::Other;
        }
        Ok(())
    }
}

/// A field's name, borrowed where it can be.
#[derive(Default)]
struct Key<'b>(Cow<'b, str>);

impl<'b> DeserializeSeed<'b> for Key<'b> {
    type Value = Self;

    fn deserialize<D: Deserializer<'b>>(self, deserializer: D) -> Result<Self, D::Error> {
        // A field's name is always a text.
        Ok(Key(Text.deserialize(deserializer)?.unwrap_or_default()))
    }
}

#[cfg(test)]
mod tests;
