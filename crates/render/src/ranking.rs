//! The claims of a document, the most worth checking first.

use sayso_model::{Annotation, Annotations, Value};

use crate::cells::escape;
use crate::colour::{self, Paint};
use crate::label::one_line;

/// Appends a line for each claim: how worth checking it is, who claims it, and what. Claims that
/// are equal stand in text order; those without a `check_worthiness` are not listed.
pub(crate) fn ranking(text: &str, annotations: &Annotations, paint: Paint, out: &mut String) {
    let claims = annotations.in_text_order().into_iter();
    let claims = claims.filter(|annotation| annotation.kind() == "claim");
    let mut ranked: Vec<(f64, Annotation<'_>)> = claims
        .filter_map(|claim| match claim.attribute("check_worthiness") {
            Some(Value::Number(score)) => Some((score, claim)),
            _ => None,
        })
        .collect();
    if ranked.is_empty() {
        return;
    }
    ranked.sort_by(|(a, _), (b, _)| b.total_cmp(a));
    out.push('\n');
    paint.put(colour::HEADER, "most worth checking:", out);
    out.push('\n');
    for (score, claim) in ranked {
        line(score, claim, text, paint, out);
    }
}

fn line(score: f64, claim: Annotation<'_>, text: &str, paint: Paint, out: &mut String) {
    let mut start = format!("{score:.2}  ");
    escape(claim.text_attribute("claimer").unwrap_or("?"), &mut start);
    if claim.attribute("negated") == Some(Value::Bool(true)) {
        start.push_str(" denies");
    }
    start.push_str(": ");
    paint.put(colour::of_kind(claim.kind()), &start, out);
    for (index, span) in claim.part("content").enumerate() {
        if index > 0 {
            out.push_str(" … ");
        }
        escape(&one_line(span.of(text)), out);
    }
    out.push('\n');
}

#[cfg(test)]
mod tests {
    use sayso_model::{NewAnnotation, Span};

    use super::*;

    const TEXT: &str = "One fell. Two\nrose. Three fell.";

    fn ranked(claims: &[(Span, &[(&str, Value<'_>)])]) -> String {
        let mut all = Annotations::default();
        for (span, attributes) in claims {
            all.push(&NewAnnotation {
                kind: "claim",
                parts: &[("content", *span)],
                attributes,
                ..NewAnnotation::default()
            });
        }
        let mut out = String::new();
        ranking(TEXT, &all, Paint::new(false), &mut out);
        out
    }

    #[test]
    fn the_most_worth_checking_comes_first_and_equals_in_text_order() {
        let claimer = ("claimer", Value::Text("a\u{1b}b"));
        let score = |score| ("check_worthiness", Value::Number(score));
        let negated = ("negated", Value::Bool(true));
        let list = ranked(&[
            (Span::new(20, 31), &[claimer, score(0.5)]),
            (Span::new(0, 8), &[claimer, score(0.5), negated]),
            (Span::new(10, 18), &[score(0.9)]),
            (Span::new(0, 3), &[claimer]),
        ]);
        let expected = "
most worth checking:
0.90  ?: Two rose
0.50  a␛b denies: One fell
0.50  a␛b: Three fell.
";
        assert_eq!(list, expected);
    }

    #[test]
    fn without_claims_there_is_no_list() {
        assert_eq!(ranked(&[]), "");
    }
}
