//! The names of a document's annotations as JSON, written once for a record.

use std::ops::Range;

use sayso_model::{Annotations, Heading, Label};

use super::write;

/// Names and headings as JSON. There are few of them, and many annotations that bear them.
pub(super) struct Names {
    json: Vec<u8>,
    /// By a name's number where it stands in `json`, with quotation marks and a colon.
    keys: Vec<Range<usize>>,
    /// By a rule's number the heading that it had last, and where that stands.
    headings: Vec<Option<(Heading, Range<usize>)>>,
}

impl Names {
    pub(super) fn new(annotations: &Annotations) -> Self {
        let mut json = Vec::new();
        let key = |name| {
            let start = json.len();
            write::text(&mut json, name);
            json.push(b':');
            start..json.len()
        };
        let keys: Vec<_> = annotations.labels().map(key).collect();
        Self {
            json,
            headings: vec![None; keys.len()],
            keys,
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
