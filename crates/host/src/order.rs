//! The order in which plugins run.

use crate::error::LoadError;
use crate::loaded::{Need, Output};

/// What the order depends on.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Node<'a> {
    pub(crate) id: &'a str,
    pub(crate) outputs: &'a [Output],
    pub(crate) needs: &'a [Need],
}

impl Node<'_> {
    fn emits(&self, kind: &str) -> bool {
        self.outputs.iter().any(|output| output.kind == kind)
    }

    /// Whether this one reads what `other` emits.
    fn reads_from(&self, other: &Node<'_>) -> bool {
        self.id != other.id && self.needs.iter().any(|need| other.emits(&need.kind))
    }
}

/// Who runs after whom, as indices into `nodes`: who emits a kind before those who need it,
/// else by id. `filtered` are plugins that could be added, for messages.
pub(crate) fn order(nodes: &[Node<'_>], filtered: &[Node<'_>]) -> Result<Vec<usize>, LoadError> {
    for node in nodes {
        for need in node.needs.iter().filter(|need| !need.optional) {
            if !nodes.iter().any(|other| other.emits(&need.kind)) {
                return Err(missing(node, need, filtered));
            }
        }
    }
    let mut by_id: Vec<usize> = (0..nodes.len()).collect();
    by_id.sort_by_key(|&node| nodes[node].id);

    let mut ordered = Vec::with_capacity(nodes.len());
    while !by_id.is_empty() {
        let ready = by_id.iter().position(|&node| {
            let mut waiting = by_id.iter();
            !waiting.any(|&other| nodes[node].reads_from(&nodes[other]))
        });
        match ready {
            Some(at) => ordered.push(by_id.remove(at)),
            None => return Err(cycle(nodes, &by_id)),
        }
    }
    Ok(ordered)
}

fn missing(node: &Node<'_>, need: &Need, filtered: &[Node<'_>]) -> LoadError {
    let emitters = filtered.iter().filter(|other| other.emits(&need.kind));
    LoadError::MissingNeed {
        plugin: node.id.to_owned(),
        kind: need.kind.clone(),
        filtered: emitters.map(|other| other.id.to_owned()).collect(),
    }
}

/// One circle among nodes that all wait for another one of them.
fn cycle(nodes: &[Node<'_>], waiting: &[usize]) -> LoadError {
    let mut path = vec![waiting[0]];
    loop {
        let last = &nodes[path[path.len() - 1]];
        let next = waiting
            .iter()
            .copied()
            .find(|&other| last.reads_from(&nodes[other]))
            .unwrap_or(path[0]);
        if let Some(start) = path.iter().position(|&node| node == next) {
            let ids = path[start..].iter().map(|&node| nodes[node].id.to_owned());
            return LoadError::Cycle { ids: ids.collect() };
        }
        path.push(next);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A plugin written as `id: needs > outputs`; `kind?` is an optional need.
    struct Spec {
        id: &'static str,
        outputs: Vec<Output>,
        needs: Vec<Need>,
    }

    fn spec(text: &'static str) -> Spec {
        let (id, rest) = text.split_once(':').unwrap();
        let (needs, outputs) = rest.split_once('>').unwrap();
        let needs = needs.split_whitespace().map(|need| Need {
            kind: need.trim_end_matches('?').to_owned(),
            optional: need.ends_with('?'),
        });
        let outputs = outputs.split_whitespace().map(|kind| Output {
            kind: kind.to_owned(),
            roles: Vec::new(),
        });
        Spec {
            id,
            outputs: outputs.collect(),
            needs: needs.collect(),
        }
    }

    fn nodes(specs: &[Spec]) -> Vec<Node<'_>> {
        let nodes = specs.iter().map(|spec| Node {
            id: spec.id,
            outputs: &spec.outputs,
            needs: &spec.needs,
        });
        nodes.collect()
    }

    /// The ids in order, or the error.
    fn run(plugins: &[&'static str], filtered: &[&'static str]) -> String {
        let plugins: Vec<_> = plugins.iter().map(|text| spec(text)).collect();
        let filtered: Vec<_> = filtered.iter().map(|text| spec(text)).collect();
        match order(&nodes(&plugins), &nodes(&filtered)) {
            Ok(order) => {
                let ids: Vec<_> = order.iter().map(|&at| plugins[at].id).collect();
                ids.join(" ")
            }
            Err(error) => error.to_string(),
        }
    }

    const ATTRIBUTION: &str = "attribution: > attribution quotation";
    const CLAIMS: &str = "claims: attribution > claim";
    const HEDGES: &str = "hedges: attribution? claim? > hedge booster";

    #[test]
    fn the_standard_plugins_run_in_their_order() {
        let order = run(&[HEDGES, CLAIMS, ATTRIBUTION], &[]);
        assert_eq!(order, "attribution claims hedges");
    }

    #[test]
    fn a_need_goes_before_the_id() {
        assert_eq!(run(&["a: z >", "b: >", "z: > z"], &[]), "b z a");
    }

    #[test]
    fn all_who_emit_a_kind_run_before_who_needs_it() {
        assert_eq!(run(&["a: k >", "x: > k", "y: > k"], &[]), "x y a");
    }

    #[test]
    fn who_needs_what_it_emits_itself_is_no_circle() {
        assert_eq!(run(&["a: k > k", "b: > k"], &[]), "b a");
        assert_eq!(run(&["a: k > k"], &[]), "a");
    }

    #[test]
    fn an_optional_need_may_stay_unmet() {
        assert_eq!(run(&[HEDGES], &[CLAIMS, ATTRIBUTION]), "hedges");
    }

    #[test]
    fn an_unmet_need_is_an_error_that_names_it() {
        assert_eq!(
            run(&[CLAIMS], &[]),
            "plugin `claims` needs annotations of kind `attribution`, which no loaded plugin emits"
        );
    }

    #[test]
    fn an_unmet_need_is_an_error_that_names_who_could_help() {
        assert_eq!(
            run(&[CLAIMS], &[HEDGES, ATTRIBUTION]),
            "plugin `claims` needs annotations of kind `attribution`, \
             which `attribution` emits: add it to the plugins to run"
        );
    }

    #[test]
    fn a_circle_is_an_error_that_names_those_in_it() {
        let error = run(&["a: b >", "b: d > b", "c: b? > c", "d: c? > d"], &[]);
        assert_eq!(
            error,
            "these plugins need one another in a circle: b needs d needs c needs b"
        );
    }
}
