//! The names of annotations as JSON, written once for all records.

use std::ops::Range;

use sayso_model::{Annotations, Heading, Label};

use super::write;

/// With more than this, names are written anew.
const MOST_BYTES: usize = 1 << 16;

/// Names and headings as JSON. There are few of them, and many annotations that bear them.
#[derive(Clone, Debug, Default)]
pub(super) struct Names {
    json: Vec<u8>,
    /// By a name's number where it stands in `json`, with quotation marks and a colon.
    keys: Vec<Range<usize>>,
    /// By a rule's number the heading that it had last, and where that stands.
    headings: Vec<Option<(Heading, Range<usize>)>>,
}

impl Names {
    /// Takes in the names of annotations, as far as it does not know them already.
    pub(super) fn update(&mut self, annotations: &Annotations) {
        let mut known = annotations.labels().zip(&self.keys);
        let is_other = |(name, key): (&str, &Range<usize>)| {
            // A name with escapes is never found to be the same.
            self.json.get(key.start + 1..key.end - 2) != Some(name.as_bytes())
        };
        // Headings that change often are added again and again; then all is begun anew.
        if self.json.len() > MOST_BYTES || known.any(is_other) {
            *self = Self::default();
        }
        for name in annotations.labels().skip(self.keys.len()) {
            let start = self.json.len();
            write::text(&mut self.json, name);
            self.json.push(b':');
            self.keys.push(start..self.json.len());
            self.headings.push(None);
        }
    }

    /// A name as a key.
    #[inline]
    pub(super) fn key(&self, label: Label) -> &[u8] {
        &self.json[self.keys[label.index()].clone()]
    }

    /// Kind, plugin and rule as fields with a comma before each.
    pub(super) fn heading(&mut self, heading: Heading) -> &[u8] {
        let place = match &self.headings[heading.rule.index()] {
            Some((known, place)) if *known == heading => place.clone(),
            _ => self.add_heading(heading),
        };
        &self.json[place]
    }

    #[cold]
    fn add_heading(&mut self, heading: Heading) -> Range<usize> {
        let start = self.json.len();
        let Heading { kind, plugin, rule } = heading;
        for (field, label) in [("kind", kind), ("plugin", plugin), ("rule", rule)] {
            let key = self.keys[label.index()].clone();
            self.json.push(b',');
            write::text(&mut self.json, field);
            self.json.push(b':');
            self.json.extend_from_within(key.start..key.end - 1);
        }
        let place = start..self.json.len();
        self.headings[rule.index()] = Some((heading, place.clone()));
        place
    }
}
