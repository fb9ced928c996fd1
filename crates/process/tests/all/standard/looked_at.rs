//! Looking at every situation of a game: what both games do alike.

use process::{Gateway, Model, NodeIndex, NodeKind};
use std::collections::{BTreeSet, HashSet};
use std::hash::Hash;

/// Situations of one drawing; what has more is left out.
pub const STATES_MAX: usize = 1_500;

/// All that can be come to without anybody doing anything, where nothing moves by itself any more.
pub fn at_rest<G: Clone + Eq + Hash + Ord>(
    from: Vec<G>,
    by_itself: impl Fn(&G) -> Vec<G>,
) -> Option<BTreeSet<G>> {
    let mut seen: HashSet<G> = from.iter().cloned().collect();
    let (mut left, mut rest) = (from, BTreeSet::new());
    while let Some(game) = left.pop() {
        let next = by_itself(&game);
        if next.is_empty() {
            rest.insert(game);
        }
        for next in next {
            if seen.insert(next.clone()) {
                left.push(next);
            }
        }
        if seen.len() > STATES_MAX {
            return None;
        }
    }
    Some(rest)
}

/// The joins among these nodes that nothing ever passed.
pub fn dead_joins(
    model: &Model,
    nodes: impl Iterator<Item = NodeIndex>,
    passed: &BTreeSet<String>,
) -> BTreeSet<String> {
    let joins = nodes.map(|node| &model.nodes[node]).filter(|what| {
        matches!(what.kind, NodeKind::Gateway(Gateway::Parallel | Gateway::Inclusive))
            && what.incoming.len() > 1
    });
    joins.map(|what| what.id.clone()).filter(|id| !passed.contains(id)).collect()
}
