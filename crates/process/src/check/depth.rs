//! Activities inside activities: no more than the engine goes along with.

use super::at;
use crate::engine::DEPTH_MAX;
use crate::engine::TOKENS_MAX;
use crate::model::{Model, NodeIndex, Repeats, ScopeIndex};
use crate::problem::{Finding, Trouble};
use std::collections::{BTreeSet, HashMap};

pub(super) fn check(model: &Model, scopes: &BTreeSet<ScopeIndex>) -> Vec<Finding> {
    // How many activities lie around what is done in a scope, where it lies deepest.
    let mut depths: HashMap<ScopeIndex, usize> = HashMap::new();
    let mut findings = Vec::new();
    for scope in outermost_first(model, scopes) {
        let depth = depths.get(&scope).copied().unwrap_or(0);
        // A token waits at each of them, beside what is done.
        let beside = model.beside(scope).nth(TOKENS_MAX - 1);
        findings.extend(beside.map(|node| at(model, node, Trouble::TooManyAtOnce)));
        for (node, inside) in inner(model, scope) {
            let around = depth + usize::from(matches!(model.nodes[node].repeats, Repeats::Each { .. }));
            if around > DEPTH_MAX {
                // What lies still deeper is told by this.
                findings.extend((depth <= DEPTH_MAX + 1).then(|| at(model, node, Trouble::NestedTooDeep)));
            }
            let deepest = depths.entry(inside).or_default();
            *deepest = (*deepest).max(around + 1);
        }
    }
    findings
}

pub(super) fn inner(model: &Model, scope: ScopeIndex) -> impl Iterator<Item = (NodeIndex, ScopeIndex)> + '_ {
    model.scopes[scope].nodes.iter().filter_map(|node| Some((*node, model.inside(*node)?)))
}

/// Each scope after all that run it; what calls itself is told elsewhere.
pub(super) fn outermost_first(model: &Model, scopes: &BTreeSet<ScopeIndex>) -> Vec<ScopeIndex> {
    let (mut seen, mut done) = (BTreeSet::new(), Vec::new());
    for root in scopes {
        if !seen.insert(*root) {
            continue;
        }
        let open = |scope: ScopeIndex| (scope, inner(model, scope).map(|(_, inside)| inside));
        let mut walk = vec![open(*root)];
        while let Some((scope, left)) = walk.last_mut() {
            match left.next() {
                Some(inside) if seen.insert(inside) => walk.push(open(inside)),
                Some(_) => {}
                None => {
                    done.push(*scope);
                    walk.pop();
                }
            }
        }
    }
    done.reverse();
    done
}
