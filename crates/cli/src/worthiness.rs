//! `--min-check-worthiness`: leaves out the claims that are less worth checking.

use sayso_model::{Annotation, AnnotationId, Annotations, NewAnnotation, Value};

/// Copies into `kept` all annotations but the claims whose `check_worthiness` is below `least`
/// or not known.
///
/// What is left is numbered anew, in the same order. A link to a claim that was left out goes
/// with it; the annotation that had the link stays.
pub(crate) fn select(all: &Annotations, least: f64, kept: &mut Annotations) {
    kept.clear();
    // By old number the new one.
    let mut numbers: Vec<Option<AnnotationId>> = Vec::with_capacity(all.len());
    for annotation in all.iter() {
        let stays = annotation.kind() != "claim" || worthiness(annotation) >= Some(least);
        numbers.push(stays.then(|| copy(annotation, &numbers, kept)));
    }
}

fn worthiness(claim: Annotation<'_>) -> Option<f64> {
    match claim.attribute("check_worthiness") {
        Some(Value::Number(number)) => Some(number),
        _ => None,
    }
}

fn copy(
    annotation: Annotation<'_>,
    numbers: &[Option<AnnotationId>],
    kept: &mut Annotations,
) -> AnnotationId {
    let parts: Vec<_> = annotation.parts().collect();
    let attributes: Vec<_> = annotation.attributes().collect();
    let links: Vec<_> = annotation
        .links()
        .filter_map(|(name, to)| Some((name, (*numbers.get(to.0 as usize)?)?)))
        .collect();
    kept.push(&NewAnnotation {
        kind: annotation.kind(),
        plugin: annotation.plugin(),
        rule: annotation.rule(),
        parts: &parts,
        attributes: &attributes,
        links: &links,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn add(
        all: &mut Annotations,
        kind: &str,
        score: Option<f64>,
        to: Option<AnnotationId>,
    ) -> AnnotationId {
        let score = score.map(|score| ("check_worthiness", Value::Number(score)));
        let link = to.map(|to| ("about", to));
        all.push(&NewAnnotation {
            kind,
            attributes: score.as_slice(),
            links: link.as_slice(),
            ..NewAnnotation::default()
        })
    }

    #[test]
    fn what_is_left_is_numbered_anew_and_links_follow() {
        let mut all = Annotations::default();
        let said = add(&mut all, "attribution", None, None);
        let low = add(&mut all, "claim", Some(0.3), Some(said));
        let high = add(&mut all, "claim", Some(0.7), Some(said));
        add(&mut all, "hedge", None, Some(low));
        add(&mut all, "hedge", None, Some(high));
        add(&mut all, "claim", None, None);
        let mut kept = Annotations::default();
        select(&all, 0.7, &mut kept);
        let seen: Vec<_> = kept
            .iter()
            .map(|a| (a.kind(), a.links().map(|(_, to)| to.0).collect::<Vec<_>>()))
            .collect();
        let expected = [
            ("attribution", vec![]),
            ("claim", vec![0]),
            ("hedge", vec![]),
            ("hedge", vec![1]),
        ];
        assert_eq!(seen, expected);
    }
}
