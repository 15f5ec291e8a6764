//! Labelled sentences and the claims found in them.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, anyhow};
use serde_json::Value;

/// A claim found in a labelled sentence.
pub struct Claim {
    /// The numbers of its features.
    pub features: Vec<usize>,
    /// Whether its sentence is labelled so.
    pub worthy: bool,
    /// One over the number of claims of its corpus.
    pub say: f64,
}

/// A sentence: where it stands, and its label.
struct Sentence {
    start: u64,
    end: u64,
    worthy: bool,
}

/// Reads labels and the records of what was found; one claim for each sentence. `names` are those
/// of the features, by number; others are passed over.
pub fn read(labels: &str, found: &str, names: &[&str]) -> Result<Vec<Claim>> {
    let documents = match Path::new(labels).is_dir() {
        true => articles(labels)?,
        false => sentences(labels)?,
    };
    let mut claims: Vec<Claim> = Vec::new();
    for line in text(found)?.lines() {
        let record: Value = serde_json::from_str(line).with_context(|| found.to_owned())?;
        let name = record["doc"].as_str().unwrap_or_default();
        let stem = Path::new(name).file_name().and_then(|n| n.to_str());
        let stem = stem.map_or(name, |n| n.strip_suffix(".txt").unwrap_or(n));
        for sentence in documents.get(stem).into_iter().flatten() {
            claims.extend(claim(&record, sentence, names));
        }
    }
    let say = 1.0 / claims.len() as f64;
    claims.iter_mut().for_each(|claim| claim.say = say);
    Ok(claims)
}

/// The longest claim in a sentence: a sentence has one label, and the longest is most of it.
fn claim(record: &Value, sentence: &Sentence, names: &[&str]) -> Option<Claim> {
    let annotations = record["annotations"].as_array()?;
    let inside = annotations.iter().filter(|a| a["kind"] == "claim");
    let sized = inside.map(|a| (overlap(a, sentence), a));
    let (size, longest) = sized.max_by_key(|&(size, _)| size)?;
    let features = longest["attributes"]["features"].as_str().unwrap_or("");
    (size > 0).then(|| Claim {
        features: (features.split_whitespace())
            .filter_map(|feature| names.iter().position(|&name| name == feature))
            .collect(),
        worthy: sentence.worthy,
        say: 0.0,
    })
}

/// How many characters of an annotation's content lie in a sentence.
fn overlap(annotation: &Value, sentence: &Sentence) -> u64 {
    let content = annotation["parts"]["content"].as_array();
    let spans = content.into_iter().flatten();
    spans
        .map(|span| {
            let start = span["start"].as_u64().unwrap_or(0).max(sentence.start);
            let end = span["end"].as_u64().unwrap_or(0).min(sentence.end);
            end.saturating_sub(start)
        })
        .sum()
}

/// JSON Lines of one sentence each.
fn sentences(path: &str) -> Result<HashMap<String, Vec<Sentence>>> {
    let read = |line: &str| {
        let value: Value = serde_json::from_str(line).with_context(|| path.to_owned())?;
        let id = match &value["id"] {
            Value::String(id) => id.clone(),
            id => id.to_string(),
        };
        let sentence = Sentence {
            start: 0,
            end: u64::MAX,
            worthy: value["label"] == 1,
        };
        Ok((id, vec![sentence]))
    };
    text(path)?.lines().map(read).collect()
}

/// A folder of articles.
fn articles(path: &str) -> Result<HashMap<String, Vec<Sentence>>> {
    let mut documents = HashMap::new();
    for entry in fs::read_dir(path).with_context(|| path.to_owned())? {
        let file = entry?.path();
        let name = || file.display().to_string();
        let value: Value = serde_json::from_str(&fs::read_to_string(&file)?).with_context(name)?;
        let doc = value["doc"]
            .as_str()
            .ok_or_else(|| anyhow!("{}: no doc", name()))?;
        let read = |sentence: &Value| Sentence {
            start: sentence["start"].as_u64().unwrap_or(0),
            end: sentence["end"].as_u64().unwrap_or(0),
            worthy: sentence["label"] == "check-worthy",
        };
        let sentences = value["sentences"].as_array();
        let sentences = sentences.into_iter().flatten().map(read).collect();
        documents.insert(doc.to_owned(), sentences);
    }
    Ok(documents)
}

fn text(path: &str) -> Result<String> {
    fs::read_to_string(path).with_context(|| path.to_owned())
}
