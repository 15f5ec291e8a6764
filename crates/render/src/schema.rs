//! The JSON Schema of records. The types here mirror what [`crate::record`] writes and are
//! never made; a test holds the two together.
#![allow(dead_code)]

use std::borrow::Cow;
use std::collections::BTreeMap;

use sayso_model::ACTS;
use schemars::generate::SchemaSettings;
use schemars::transform::{RecursiveTransform, Transform};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Value, json};

/// The JSON Schema (draft 2020-12) of a record.
///
/// The attributes that the standard kinds have are described; further attributes and
/// further kinds are valid, for plugins make their own.
pub fn schema() -> Value {
    let mut generator = SchemaSettings::draft2020_12().into_generator();
    let kinds = [
        (
            "attribution",
            generator.subschema_for::<AttributionAttributes>(),
        ),
        ("claim", generator.subschema_for::<ClaimAttributes>()),
        ("hedge", generator.subschema_for::<HedgeAttributes>()),
        (
            "quotation",
            generator.subschema_for::<QuotationAttributes>(),
        ),
    ];
    let mut schema = generator.into_root_schema_for::<Record>();
    RecursiveTransform(without_null).transform(&mut schema);
    let mut schema = schema.to_value();
    let conditions = kinds.map(|(kind, attributes)| {
        json!({
            "if": {"properties": {"kind": {"const": kind}}},
            "then": {"properties": {"attributes": attributes}},
        })
    });
    schema["$defs"]["Annotation"]["allOf"] = Value::from(conditions.to_vec());
    schema
}

/// What sayso found in one document.
#[derive(JsonSchema)]
#[schemars(title = "sayso record")]
struct Record {
    /// The document: its path as it was given, `-` for standard input, or the id of a JSON
    /// Lines document (a number is written as text).
    doc: String,
    /// The program and the plugins that ran, each with its version, as `name/version`.
    producer: String,
    /// What `start` and `end` count.
    offset_unit: OffsetUnit,
    /// What was found, by the place where each begins.
    annotations: Vec<Annotation>,
    /// What was wrong or remarkable. A document that could not be read has no annotations and
    /// a diagnostic of severity `error`.
    diagnostics: Vec<Diagnostic>,
}

/// What `start` and `end` count, always from the beginning of the original text, a byte order
/// mark and carriage returns included.
#[derive(JsonSchema)]
#[schemars(rename_all = "lowercase")]
enum OffsetUnit {
    /// UTF-8 bytes.
    Byte,
    /// Unicode code points.
    Char,
    /// UTF-16 code units.
    Utf16,
}

/// Something found in a document.
#[derive(JsonSchema)]
struct Annotation {
    /// Its number in this record, from 0.
    id: u32,
    /// What was found: `attribution` (who said what), `claim` (a proposition put forward as
    /// true), `hedge` and `booster` (words that weaken or strengthen commitment), `quotation`
    /// (quotation marks that hold no speech), or a kind of a plugin's own.
    kind: String,
    /// Id of the plugin that found it.
    plugin: String,
    /// The rule of that plugin that fired.
    rule: String,
    /// Roles and their places in text order, such as `source`, `cue`, `content`, `scope`.
    parts: BTreeMap<String, Vec<Place>>,
    /// What is known about it. What is not known is left out.
    attributes: Option<BTreeMap<String, AttributeValue>>,
    /// Other annotations of this record that it has to do with: a name, and the other's `id`.
    links: Option<BTreeMap<String, u32>>,
}

/// A stretch of the text.
#[derive(JsonSchema)]
struct Place {
    /// Where it begins.
    start: u32,
    /// Where it ends; the unit here is no longer part of it.
    end: u32,
    /// The text between the two.
    text: String,
}

/// Something about the document that its reader should know.
#[derive(JsonSchema)]
struct Diagnostic {
    /// How bad it is.
    severity: Severity,
    /// What it is, as a stable name.
    code: String,
    /// What it is, in words.
    message: String,
    /// The plugin it comes from or is about.
    plugin: Option<String>,
    /// Where the place it is about begins.
    start: Option<u32>,
    /// Where that place ends.
    end: Option<u32>,
}

/// How bad a diagnostic is.
#[derive(JsonSchema)]
#[schemars(rename_all = "lowercase")]
enum Severity {
    /// Some result is missing.
    Error,
    /// The result stands, but something was off.
    Warning,
    /// Nothing is wrong.
    Info,
}

/// The value of an attribute.
#[derive(JsonSchema)]
#[schemars(untagged)]
enum AttributeValue {
    Text(String),
    Number(f64),
    Bool(bool),
}

/// The attributes of an attribution. Others are possible.
#[derive(JsonSchema)]
struct AttributionAttributes {
    /// How the words are given.
    mode: Option<Mode>,
    /// The fullest name the document gives to whom the words are put down, titles dropped;
    /// several are joined by `; `. Missing where it cannot be told.
    speaker: Option<String>,
    /// How the speaker was found, from the words in the text to the name, joined by ` → `.
    chain: Option<String>,
    /// What is done with the words.
    act: Option<Act>,
    /// Whether the text says that it was not said (`did not say that`).
    negated: Option<bool>,
    #[schemars(flatten)]
    other: BTreeMap<String, AttributeValue>,
}

/// How somebody's words are given.
#[derive(JsonSchema)]
#[schemars(rename_all = "lowercase")]
enum Mode {
    /// In quotation marks, word for word.
    Direct,
    /// In the words of whoever reports them.
    Indirect,
    /// In both ways.
    Mixed,
}

/// The attributes of a claim. Others are possible.
#[derive(JsonSchema)]
struct ClaimAttributes {
    /// Who puts it forward, named as a `speaker` is; `author` where the text itself does.
    claimer: Option<String>,
    /// How much it is worth checking, from 0 to 1.
    #[schemars(range(min = 0, max = 1))]
    check_worthiness: Option<f64>,
    /// What that was made of: names of features, separated by spaces.
    features: Option<String>,
    /// Whether what is put forward is that something is not so.
    negated: Option<bool>,
    #[schemars(flatten)]
    other: BTreeMap<String, AttributeValue>,
}

/// The attributes of a hedge. Others are possible.
#[derive(JsonSchema)]
struct HedgeAttributes {
    /// In which way commitment is held back.
    category: Option<Category>,
    /// How much of it is held back.
    strength: Option<Strength>,
    /// Whose commitment it is, named as a `speaker` is; `author` where it is the text's own.
    holder: Option<String>,
    #[schemars(flatten)]
    other: BTreeMap<String, AttributeValue>,
}

/// In which way a hedge holds commitment back.
#[derive(JsonSchema)]
#[schemars(rename_all = "kebab-case")]
enum Category {
    /// It may be so: `probably`, `could`, `it is possible that`.
    Epistemic,
    /// Somebody's belief: `I think`, `in my view`.
    Belief,
    /// Evidence without a name: `reportedly`, `is said to`.
    Evidential,
    /// Not exactly so: `about`, `some`, `more or less`.
    Approximator,
    /// A refusal to commit: `declined to predict`, `would not rule out`.
    NonCommitment,
}

/// How much commitment a hedge holds back.
#[derive(JsonSchema)]
#[schemars(rename_all = "lowercase")]
enum Strength {
    /// Little.
    Weak,
    /// Some.
    Medium,
    /// Much.
    Strong,
}

/// The attributes of a quotation that holds no speech. Others are possible.
#[derive(JsonSchema)]
struct QuotationAttributes {
    /// What the marks are for, such as a title, a nickname, a term or doubt about the word.
    r#type: Option<String>,
    #[schemars(flatten)]
    other: BTreeMap<String, AttributeValue>,
}

/// What somebody does with their words: one of the model's closed list.
struct Act;

impl JsonSchema for Act {
    fn schema_name() -> Cow<'static, str> {
        "Act".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "What somebody does with their words.",
            "type": "string",
            "enum": ACTS,
        })
    }
}

/// An optional field is left out, never null.
fn without_null(schema: &mut Schema) {
    let Some(object) = schema.as_object_mut() else {
        return;
    };
    if let Some(Value::Array(types)) = object.get_mut("type") {
        types.retain(|name| name != "null");
        if let [only] = types.as_mut_slice() {
            let only = only.take();
            object.insert("type".to_owned(), only);
        }
    }
    if let Some(Value::Array(choices)) = object.get_mut("anyOf") {
        choices.retain(|choice| choice.get("type").is_none_or(|name| name != "null"));
        if let [Value::Object(only)] = choices.as_mut_slice() {
            let only = std::mem::take(only);
            object.remove("anyOf");
            object.extend(only);
        }
    }
}

#[cfg(test)]
mod tests;
