//! Checks settings against a plugin's schema.
//!
//! As much of JSON Schema as settings need: `properties`, `required`, `additionalProperties`
//! (which is false unless the schema says otherwise), `type`, `enum`, `minimum`, `maximum`
//! and `items`. Other keywords are for people and editors.

use serde_json::{Map, Value};

use crate::error::LoadError;

/// Checks what is given for a plugin.
pub(crate) fn check(
    plugin: &str,
    schema: Option<&Value>,
    given: &Map<String, Value>,
) -> Result<(), LoadError> {
    let empty = Value::Object(Map::new());
    let checker = Checker { plugin };
    checker.object("", schema.unwrap_or(&empty), given)
}

struct Checker<'a> {
    plugin: &'a str,
}

impl Checker<'_> {
    fn object(
        &self,
        path: &str,
        schema: &Value,
        given: &Map<String, Value>,
    ) -> Result<(), LoadError> {
        let properties = schema.get("properties").and_then(Value::as_object);
        let additional = match schema.get("additionalProperties") {
            None | Some(Value::Bool(false)) => None,
            Some(schema) => Some(schema),
        };
        for (key, value) in given {
            let path = join(path, key);
            match properties.and_then(|p| p.get(key)).or(additional) {
                Some(schema) => self.value(&path, schema, value)?,
                None => {
                    let known = properties.into_iter().flat_map(Map::keys);
                    return Err(LoadError::UnknownSetting {
                        plugin: self.plugin.to_owned(),
                        key: path,
                        known: known.cloned().collect(),
                    });
                }
            }
        }
        let required = schema.get("required").and_then(Value::as_array);
        for key in required.into_iter().flatten().filter_map(Value::as_str) {
            if !given.contains_key(key) {
                return Err(self.wrong(&join(path, key), "a value".to_owned(), "none".to_owned()));
            }
        }
        Ok(())
    }

    fn value(&self, path: &str, schema: &Value, value: &Value) -> Result<(), LoadError> {
        let types: Vec<&str> = match schema.get("type") {
            Some(Value::String(one)) => vec![one],
            Some(Value::Array(several)) => several.iter().filter_map(Value::as_str).collect(),
            _ => Vec::new(),
        };
        if !types.is_empty() && !types.iter().any(|name| is_of_type(value, name)) {
            let expected: Vec<_> = types.iter().map(|name| with_article(name)).collect();
            return Err(self.wrong(path, expected.join(" or "), shown(value)));
        }
        if let Some(Value::Array(allowed)) = schema.get("enum")
            && !allowed.contains(value)
        {
            let allowed: Vec<_> = allowed.iter().map(Value::to_string).collect();
            let expected = format!("one of {}", allowed.join(", "));
            return Err(self.wrong(path, expected, shown(value)));
        }
        if let Some(number) = value.as_f64() {
            let bound = |key| schema.get(key).and_then(Value::as_f64);
            if let Some(least) = bound("minimum").filter(|&least| number < least) {
                return Err(self.wrong(path, format!("at least {least}"), shown(value)));
            }
            if let Some(most) = bound("maximum").filter(|&most| number > most) {
                return Err(self.wrong(path, format!("at most {most}"), shown(value)));
            }
        }
        match (value, schema.get("items")) {
            (Value::Array(values), Some(items)) => {
                for (at, value) in values.iter().enumerate() {
                    self.value(&format!("{path}[{at}]"), items, value)?;
                }
            }
            (Value::Object(given), _) if schema.get("properties").is_some() => {
                self.object(path, schema, given)?;
            }
            _ => {}
        }
        Ok(())
    }

    fn wrong(&self, key: &str, expected: String, met: String) -> LoadError {
        LoadError::BadSetting {
            plugin: self.plugin.to_owned(),
            key: key.to_owned(),
            expected,
            met,
        }
    }
}

fn join(path: &str, key: &str) -> String {
    match path {
        "" => key.to_owned(),
        _ => format!("{path}.{key}"),
    }
}

fn is_of_type(value: &Value, name: &str) -> bool {
    match name {
        "string" => value.is_string(),
        "number" => value.is_number(),
        // In JSON Schema 1.0 is an integer.
        "integer" => value.as_f64().is_some_and(|number| number.fract() == 0.0),
        "boolean" => value.is_boolean(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        "null" => value.is_null(),
        _ => true,
    }
}

fn with_article(name: &str) -> String {
    match name {
        "integer" | "array" | "object" => format!("an {name}"),
        "null" => name.to_owned(),
        _ => format!("a {name}"),
    }
}

/// A value for a message: its type, and itself if it is short.
fn shown(value: &Value) -> String {
    let name = match value {
        Value::Null => return "null".to_owned(),
        Value::Bool(_) => "boolean",
        Value::Number(_) => "number",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    };
    let text = value.to_string();
    match text.chars().count() {
        0..=40 => format!("the {name} {text}"),
        _ => with_article(name),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn message(schema: Value, given: Value) -> String {
        let given = given.as_object().unwrap().clone();
        match check("p", Some(&schema), &given) {
            Ok(()) => "fine".to_owned(),
            Err(error) => error.to_string(),
        }
    }

    fn property(schema: Value, value: Value) -> String {
        message(json!({"properties": {"k": schema}}), json!({"k": value}))
    }

    #[test]
    fn every_type_takes_its_values() {
        for (name, value) in [
            ("string", json!("x")),
            ("number", json!(1.5)),
            ("integer", json!(2)),
            ("integer", json!(2.0)),
            ("boolean", json!(true)),
            ("array", json!([1])),
            ("object", json!({"any": 1})),
        ] {
            assert_eq!(property(json!({"type": name}), value), "fine", "{name}");
        }
    }

    #[test]
    fn a_wrong_type_names_key_met_and_expected() {
        assert_eq!(
            property(json!({"type": "string"}), json!(3)),
            "plugin `p`, setting `k`: expected a string, met the number 3"
        );
        assert_eq!(
            property(json!({"type": ["integer", "null"]}), json!(1.5)),
            "plugin `p`, setting `k`: expected an integer or null, met the number 1.5"
        );
        let texts = json!({"type": "array", "items": {"type": "string"}});
        assert_eq!(
            property(texts, json!(["a", false])),
            "plugin `p`, setting `k[1]`: expected a string, met the boolean false"
        );
    }

    #[test]
    fn bounds_and_choices_are_kept() {
        let bounded = json!({"type": "number", "minimum": 0, "maximum": 1});
        assert_eq!(property(bounded.clone(), json!(0.5)), "fine");
        assert!(property(bounded.clone(), json!(-1)).contains("at least 0, met the number -1"));
        assert!(property(bounded, json!(2)).contains("at most 1, met the number 2"));
        assert_eq!(
            property(json!({"enum": ["a", "b"]}), json!("c")),
            "plugin `p`, setting `k`: expected one of \"a\", \"b\", met the string \"c\""
        );
    }

    #[test]
    fn an_unknown_key_names_the_known_ones() {
        let schema = json!({"properties": {"b": {}, "a": {}}});
        assert_eq!(
            message(schema, json!({"c": 1})),
            "plugin `p` has no setting `c`; known: a, b"
        );
        let open = json!({"properties": {}, "additionalProperties": {"type": "string"}});
        assert_eq!(message(open.clone(), json!({"c": "x"})), "fine");
        assert!(message(open, json!({"c": 1})).contains("`c`: expected a string"));
        let nested = json!({"type": "object", "properties": {"x": {}}});
        assert!(property(nested, json!({"y": 1})).contains("no setting `k.y`; known: x"));
    }

    #[test]
    fn a_plugin_without_settings_takes_none() {
        let given = json!({"k": 1}).as_object().unwrap().clone();
        let error = check("p", None, &given).unwrap_err().to_string();
        assert_eq!(error, "plugin `p` has no setting `k`; known: none");
        check("p", None, &Map::new()).unwrap();
    }

    #[test]
    fn a_required_key_must_be_there() {
        let error = message(
            json!({"properties": {"k": {}}, "required": ["k"]}),
            json!({}),
        );
        assert_eq!(error, "plugin `p`, setting `k`: expected a value, met none");
    }
}
