//! The ways of the flows between what stands in a drawing.

use super::{Area, Spot, route};
use crate::model::{FlowIndex, Model, NodeIndex, NodeKind, ScopeIndex};
use std::collections::{BTreeMap, HashSet};

/// Maximum elements of a scope that flows are led round: where there are more, nobody follows a flow with the eye.
const ROUND_MAX: usize = 600;

/// Draws the flows from some nodes that are not drawn yet; gives where the lowest thing is.
pub(super) fn connect(
    model: &Model,
    nodes: &[NodeIndex],
    areas: &BTreeMap<NodeIndex, Area>,
    back: &HashSet<FlowIndex>,
    drawn: &mut BTreeMap<FlowIndex, Vec<Spot>>,
) -> i32 {
    let around = if nodes.len() > ROUND_MAX { &[] } else { nodes };
    let bottoms = areas.values().map(Area::bottom);
    let mut lowest = bottoms.chain(drawn.values().flatten().map(|spot| spot.y)).max().unwrap_or(0);
    for node in nodes {
        for flow in &model.nodes[*node].outgoing {
            if drawn.contains_key(flow) || model.flows[*flow].link {
                continue;
            }
            let (Some(from), Some(to)) = (areas.get(node), areas.get(&model.flows[*flow].to)) else {
                continue;
            };
            let (from, to) = (*from, *to);
            let edge = matches!(model.nodes[*node].kind, NodeKind::Boundary { .. });
            if back.contains(flow) {
                lowest += 14;
            }
            let way = match back.contains(flow) {
                true => corners(from, to, edge, Some(lowest)),
                false => over(from, to, edge, around.iter().map(|node| areas[node]))
                    .unwrap_or_else(|| corners(from, to, edge, None)),
            };
            // Round what stands in between, if there is a way.
            let ends = [*node, model.flows[*flow].to];
            let others = around.iter().filter(|other| !ends.contains(other)).map(|other| areas[other]);
            let others: Vec<Area> = others.collect();
            let better =
                route::crosses(&way, &others).then(|| route::around(from, to, edge, &others)).flatten();
            let way = better.unwrap_or(way);
            lowest = way.iter().map(|spot| spot.y).fold(lowest, i32::max);
            drawn.insert(*flow, way);
        }
    }
    lowest
}

/// The corners of a flow that would run through what stands between its ends: it goes round above that.
fn over(from: Area, to: Area, edge: bool, nodes: impl Iterator<Item = Area>) -> Option<Vec<Spot>> {
    if edge || from.middle() != to.middle() {
        return None;
    }
    let between = |area: &Area| {
        let beside = area.x >= from.right() && area.right() <= to.x;
        beside && area.y < from.middle() && area.bottom() > from.middle()
    };
    let top = nodes.filter(between).map(|area| area.y).min()? - 12;
    let (leaves, enters) = (from.x + from.width / 2, to.x + to.width / 2);
    let spot = |x, y| Spot { x, y };
    Some(vec![spot(leaves, from.y), spot(leaves, top), spot(enters, top), spot(enters, to.y)])
}

/// The corners of a flow. One that leads back goes round below everything.
fn corners(from: Area, to: Area, edge: bool, below: Option<i32>) -> Vec<Spot> {
    let spot = |x, y| Spot { x, y };
    if let Some(below) = below {
        let (leaves, enters) = (from.x + from.width / 2, to.x + to.width / 2);
        return vec![
            spot(leaves, from.bottom()),
            spot(leaves, below),
            spot(enters, below),
            spot(enters, to.bottom()),
        ];
    }
    if edge {
        let x = from.x + from.width / 2;
        // What it leads to stands beside or above: round below the step and up.
        if to.middle() < from.bottom() + 20 && to.x > x {
            let (below, enters) = (from.bottom().max(to.bottom()) + 20, to.x + to.width / 2);
            return vec![
                spot(x, from.bottom()),
                spot(x, below),
                spot(enters, below),
                spot(enters, to.bottom()),
            ];
        }
        return vec![spot(x, from.bottom()), spot(x, to.middle()), spot(to.x, to.middle())];
    }
    if from.middle() == to.middle() {
        return vec![spot(from.right(), from.middle()), spot(to.x, to.middle())];
    }
    // Where the steps of another program's drawing lie below each other.
    if to.x < from.right() && to.y > from.bottom() {
        let (leaves, enters) = (from.x + from.width / 2, to.x + to.width / 2);
        let bend = (from.bottom() + to.y) / 2;
        let mut way =
            vec![spot(leaves, from.bottom()), spot(leaves, bend), spot(enters, bend), spot(enters, to.y)];
        if leaves == enters {
            way.drain(1..3);
        }
        return way;
    }
    let bend = to.x - 20;
    vec![
        spot(from.right(), from.middle()),
        spot(bend, from.middle()),
        spot(bend, to.middle()),
        spot(to.x, to.middle()),
    ]
}

/// The flows that lead back to where a walk from the start came from.
pub fn ways_back(model: &Model, scope: ScopeIndex) -> HashSet<FlowIndex> {
    let mut found = HashSet::new();
    let (mut open, mut seen) = (HashSet::new(), HashSet::new());
    for root in model.entries(scope).into_iter().chain(model.scopes[scope].nodes.iter().copied()) {
        if !seen.insert(root) {
            continue;
        }
        open.insert(root);
        let mut stack = vec![(root, ways(model, root))];
        while let Some((node, left)) = stack.last_mut() {
            match left.pop() {
                Some((flow, to)) => {
                    if open.contains(&to) {
                        found.extend(flow);
                    } else if seen.insert(to) {
                        open.insert(to);
                        stack.push((to, ways(model, to)));
                    }
                }
                None => {
                    open.remove(node);
                    stack.pop();
                }
            }
        }
    }
    found
}

/// The ways on from a node, the first of them last.
fn ways(model: &Model, node: NodeIndex) -> Vec<(Option<FlowIndex>, NodeIndex)> {
    let flows = model.nodes[node].outgoing.iter().map(|flow| (Some(*flow), model.flows[*flow].to));
    let events = model.nodes[node].boundary.iter().map(|event| (None, *event));
    let mut all: Vec<_> = flows.chain(events).collect();
    all.reverse();
    all
}
