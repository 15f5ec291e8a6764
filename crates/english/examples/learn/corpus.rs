//! The corpus, its validation part left out.

use crate::md5::md5;
use sayso_model::Tag;

/// A token as the corpus has it.
pub struct Given<'t> {
    pub form: &'t str,
    pub lemma: &'t str,
    pub tag: Tag,
}

/// The sentences to learn from.
pub fn read(text: &str) -> Vec<Vec<Given<'_>>> {
    let mut sentences = vec![Vec::new()];
    let mut keep = true;
    for line in text.lines() {
        if let Some(name) = line.strip_prefix("# doc ") {
            keep = !md5(name.as_bytes())[15].is_multiple_of(8);
            continue;
        }
        let mut fields = line.split('\t');
        match (fields.next(), fields.next(), fields.next()) {
            (Some(form), Some(lemma), Some(tag)) if keep => {
                let tag = Tag::from_name(tag).unwrap_or(Tag::SYM);
                sentences
                    .last_mut()
                    .unwrap()
                    .push(Given { form, lemma, tag });
            }
            _ if !sentences.last().unwrap().is_empty() => sentences.push(Vec::new()),
            _ => {}
        }
    }
    sentences.retain(|s| !s.is_empty());
    sentences
}
