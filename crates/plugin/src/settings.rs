use serde_json::{Map, Value, json};

use crate::{Error, Setting, SettingType};

/// What a plugin was told: the values of the keys it declared, where the user gave them.
///
/// ```
/// use sayso_plugin::Settings;
/// let settings = Settings::from_json(r#"{"strong-only": true, "words": ["storm"]}"#)?;
/// assert_eq!(settings.bool("strong-only"), Some(true));
/// assert_eq!(settings.texts("words").collect::<Vec<_>>(), ["storm"]);
/// assert_eq!(settings.number("most"), None);
/// # Ok::<(), sayso_plugin::Error>(())
/// ```
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Settings {
    values: Map<String, Value>,
}

impl Settings {
    /// Reads a JSON object; an empty text is an empty object.
    ///
    /// # Errors
    /// The text is no JSON object.
    pub fn from_json(json: &str) -> Result<Self, Error> {
        if json.trim().is_empty() {
            return Ok(Self::default());
        }
        match serde_json::from_str(json) {
            Ok(values) => Ok(Self { values }),
            Err(error) => Err(Error::new(format_args!(
                "the settings are no JSON object: {error}"
            ))),
        }
    }

    /// The value of a [`SettingType::Bool`], if given.
    pub fn bool(&self, key: &str) -> Option<bool> {
        self.values.get(key)?.as_bool()
    }

    /// The value of a [`SettingType::Number`], if given.
    pub fn number(&self, key: &str) -> Option<f64> {
        self.values.get(key)?.as_f64()
    }

    /// The value of a [`SettingType::Text`], if given.
    pub fn text(&self, key: &str) -> Option<&str> {
        self.values.get(key)?.as_str()
    }

    /// The texts of a [`SettingType::Texts`]; none if not given.
    pub fn texts(&self, key: &str) -> impl Iterator<Item = &str> {
        let list = self.values.get(key).and_then(Value::as_array);
        list.into_iter().flatten().filter_map(Value::as_str)
    }
}

/// The JSON Schema of declared settings; empty for none.
pub(crate) fn schema(settings: &[Setting]) -> String {
    if settings.is_empty() {
        return String::new();
    }
    let properties: Map<String, Value> = settings
        .iter()
        .map(|setting| {
            let mut property = match setting.value {
                SettingType::Bool => json!({"type": "boolean"}),
                SettingType::Number => json!({"type": "number"}),
                SettingType::Text => json!({"type": "string"}),
                SettingType::Texts => json!({"type": "array", "items": {"type": "string"}}),
            };
            property["description"] = setting.doc.into();
            (setting.key.to_owned(), property)
        })
        .collect();
    json!({"type": "object", "additionalProperties": false, "properties": properties}).to_string()
}
