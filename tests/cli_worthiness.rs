//! `--min-check-worthiness`: which claims are left, and the ranking of the view.

mod common;

use common::{Place, Ran};
use serde_json::Value;

/// One claim well worth checking, one that a hedge links to and that is hardly worth it.
const TEXT: &str = "“It may be nice,” said Ana Duarte. The mill lost $4 million and 300 workers in \
                    1998.\n";

fn extract(place: &Place, format: &str, least: &str) -> Ran {
    let option = format!("--min-check-worthiness={least}");
    place.run(&["extract", "-f", format, &option, "a.txt"])
}

fn place() -> Place {
    let place = Place::new();
    place.file("a.txt", TEXT);
    place
}

fn annotations(ran: &Ran) -> Vec<Value> {
    ran.is(0).records()[0]["annotations"]
        .as_array()
        .unwrap()
        .clone()
}

fn count(annotations: &[Value], kind: &str) -> usize {
    annotations.iter().filter(|a| a["kind"] == kind).count()
}

#[test]
fn claims_below_are_left_out_and_all_else_stays() {
    let place = place();
    let all = annotations(&place.run(&["extract", "-f", "jsonl", "a.txt"]));
    let kept = annotations(&extract(&place, "jsonl", "0.7"));
    assert_eq!((count(&all, "claim"), count(&kept, "claim")), (2, 1));
    for kind in ["attribution", "hedge"] {
        assert_eq!(count(&all, kind), 1, "{kind}");
        assert_eq!(count(&kept, kind), 1, "{kind}");
    }
    let claim = kept.iter().find(|a| a["kind"] == "claim").unwrap();
    assert!(claim["attributes"]["check_worthiness"].as_f64().unwrap() >= 0.7);
    assert_eq!(annotations(&extract(&place, "jsonl", "0")), all);
}

#[test]
fn numbers_stay_without_gaps_and_links_lead_to_what_is_there() {
    let place = place();
    let kept = annotations(&extract(&place, "jsonl", "0.7"));
    let links = |a: &Value| a["links"].as_object().cloned().unwrap_or_default();
    for (number, annotation) in kept.iter().enumerate() {
        assert_eq!(annotation["id"], number);
        for target in links(annotation).values() {
            let target = &kept[target.as_u64().unwrap() as usize];
            assert_ne!(target["kind"], "claim", "{annotation}");
        }
    }
    let hedge = kept.iter().find(|a| a["kind"] == "hedge").unwrap();
    let names: Vec<String> = links(hedge).keys().cloned().collect();
    assert_eq!(names, ["attribution"], "its claim is gone");
}

#[test]
fn the_view_ends_with_a_ranking() {
    let place = place();
    let ranked = |least: &str| {
        let ran = extract(&place, "text", least);
        let out = &ran.is(0).out;
        let (_, list) = out.split_once("\nmost worth checking:\n").unwrap();
        list.to_owned()
    };
    let all = ranked("0");
    let lines: Vec<&str> = all.lines().collect();
    assert_eq!(lines.len(), 2);
    assert!(lines[0].ends_with("author: The mill lost $4 million and 300 workers in 1998."));
    assert!(lines[1].ends_with("Ana Duarte: It may be nice"));
    assert_eq!(ranked("0.7"), format!("{}\n", lines[0]));
    let none = extract(&place, "text", "1");
    assert!(!none.is(0).out.contains("most worth checking"));
    let plain = place.run(&["extract", "a.txt"]);
    assert!(!plain.is(0).out.contains("most worth checking"));
}

#[test]
fn what_is_no_share_is_wrong_usage() {
    let place = place();
    for wrong in ["1.1", "-0.1", "NaN", "much", ""] {
        let ran = extract(&place, "jsonl", wrong);
        let error = &ran.is(2).err;
        assert!(error.contains("--min-check-worthiness"), "{wrong}: {error}");
        assert!(error.contains("from 0 to 1"), "{wrong}: {error}");
    }
}
