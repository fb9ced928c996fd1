//! A drawing of ours: from left to right in the order of the steps, branches below each other.

use super::way::{connect, ways_back};
use super::{Area, Layout, MARGIN, Spot};
use crate::model::{FlowIndex, Model, Node, NodeIndex, NodeKind, ScopeIndex};
use std::collections::{BTreeMap, HashMap, HashSet};

const COLUMN: i32 = 150;
const ROW: i32 = 110;
/// Around what lies inside a sub-process.
const INSIDE: i32 = 40;

/// A step, and what is waited for with events on its edge: a circle has no room for others.
const STEP: (i32, i32) = (110, 80);

/// How large an element is drawn.
pub(super) fn size(node: &Node) -> (i32, i32) {
    match &node.kind {
        NodeKind::Catch(_) | NodeKind::Throw(_) if node.edge().next().is_some() => STEP,
        NodeKind::Start(_) | NodeKind::End(_) | NodeKind::Catch(_) | NodeKind::Throw(_) => (36, 36),
        NodeKind::Link { .. } | NodeKind::Boundary { .. } | NodeKind::Compensation { .. } => (36, 36),
        NodeKind::Gateway(_) => (50, 50),
        NodeKind::Task(_) | NodeKind::SubProcess(_) | NodeKind::EventSubProcess { .. } => STEP,
        NodeKind::Call { .. } | NodeKind::Unsupported => STEP,
    }
}

/// Lays out what lies in a scope, with all that lies inside of that.
pub(super) fn scope(model: &Model, scope_index: ScopeIndex) -> Layout {
    // What events begin stands below the rest.
    let apart = |node: &&NodeIndex| matches!(model.nodes[**node].kind, NodeKind::EventSubProcess { .. });
    let (beside, nodes): (Vec<NodeIndex>, Vec<NodeIndex>) =
        model.scopes[scope_index].nodes.iter().partition(apart);
    let nodes = &nodes;
    let back = ways_back(model, scope_index);
    let columns = columns(model, scope_index, &back);
    let rows = rows(model, nodes, &columns, &back);
    // What lies inside a sub-process is laid out first: it says how large the sub-process is.
    let inner: HashMap<NodeIndex, Layout> = nodes
        .iter()
        .filter_map(|node| match model.nodes[*node].kind {
            NodeKind::SubProcess(inside) => Some((*node, scope(model, inside))),
            _ => None,
        })
        .collect();
    let size_of = |node: &NodeIndex| match inner.get(node) {
        Some(inside) => (inside.width + INSIDE, inside.height + INSIDE),
        None => size(&model.nodes[*node]),
    };
    let mut wide: BTreeMap<i32, i32> = BTreeMap::new();
    let mut high: BTreeMap<i32, i32> = BTreeMap::new();
    for node in nodes {
        let (width, height) = size_of(node);
        let column = wide.entry(columns[node]).or_insert(COLUMN);
        *column = (*column).max(width + 40 + room_for_names(model, *node));
        let row = high.entry(rows[node]).or_insert(ROW);
        // Events hang below the edge, with ways and names of their own.
        let hangs = if model.nodes[*node].edge().next().is_none() { 0 } else { 40 };
        *row = (*row).max(height + 30 + 2 * hangs);
    }
    let starts = |sizes: &BTreeMap<i32, i32>| {
        let mut at = MARGIN;
        let mut found = BTreeMap::new();
        for (place, size) in sizes {
            found.insert(*place, at);
            at += size;
        }
        (found, at)
    };
    let ((lefts, width), (tops, height)) = (starts(&wide), starts(&high));
    let mut layout = Layout { width, height, ..Layout::default() };
    for node in nodes {
        let (width, height) = size_of(node);
        let (column, row) = (columns[node], rows[node]);
        let x = lefts[&column] + (wide[&column] - 40 - width) / 2;
        let y = tops[&row] + (high[&row] - 30 - height) / 2;
        layout.nodes.insert(*node, Area { x, y, width, height });
    }
    for node in nodes {
        let host = layout.nodes[node];
        for (place, event) in model.nodes[*node].edge().enumerate() {
            layout.nodes.insert(event, on_edge(host, place));
        }
    }
    for (node, inside) in inner {
        put_inside(&mut layout, node, &inside);
    }
    let lowest = connect(model, nodes, &layout.nodes, &back, &mut layout.flows);
    layout.height = layout.height.max(lowest + MARGIN / 2);
    for node in beside {
        let Some(inside) = model.inside(node).map(|inside| scope(model, inside)) else { continue };
        let (width, height) = (inside.width + INSIDE, inside.height + INSIDE);
        let area = Area { x: MARGIN, y: layout.height.max(MARGIN), width, height };
        layout.nodes.insert(node, area);
        put_inside(&mut layout, node, &inside);
        layout.width = layout.width.max(area.right() + MARGIN);
        layout.height = area.bottom() + MARGIN;
    }
    layout
}

/// What was laid out by itself stands in the middle of its sub-process.
fn put_inside(layout: &mut Layout, node: NodeIndex, inside: &Layout) {
    let host = layout.nodes[&node];
    let (right, down) = (host.x + INSIDE / 2 - MARGIN / 2, host.y + INSIDE / 2 - MARGIN / 2);
    let moved = |area: &Area| Area { x: area.x + right, y: area.y + down, ..*area };
    layout.nodes.extend(inside.nodes.iter().map(|(node, area)| (*node, moved(area))));
    let spots =
        |spots: &Vec<Spot>| spots.iter().map(|spot| Spot { x: spot.x + right, y: spot.y + down }).collect();
    layout.flows.extend(inside.flows.iter().map(|(flow, corners)| (*flow, spots(corners))));
}

/// Where the event of this number stands on the edge of a step.
pub(super) fn on_edge(host: Area, place: usize) -> Area {
    Area { x: host.right() - 28 - 44 * place as i32, y: host.bottom() - 18, width: 36, height: 36 }
}

/// What a column is wider by, so that the names of the ways out of a choice can be read.
fn room_for_names(model: &Model, node: NodeIndex) -> i32 {
    let longest = model.nodes[node].outgoing.iter().map(|flow| model.flows[*flow].name.chars().count()).max();
    let needed = 7 * longest.unwrap_or(0).min(24) as i32 + 16;
    60 + 2 * (needed - 60).max(-30)
}

/// Each node to the right of all that lead to it.
pub(super) fn columns(
    model: &Model,
    scope: ScopeIndex,
    back: &HashSet<FlowIndex>,
) -> HashMap<NodeIndex, i32> {
    let nodes = &model.scopes[scope].nodes;
    let before = |node: NodeIndex| -> Vec<NodeIndex> {
        let flows = model.nodes[node].incoming.iter().filter(|flow| !back.contains(flow));
        let sources = flows.map(|flow| model.flows[*flow].from);
        let returns = model.nodes[node].compensates.then(|| model.returns(node)).into_iter().flatten();
        sources.chain(model.nodes[node].on()).chain(returns).collect()
    };
    let mut found: HashMap<NodeIndex, i32> = HashMap::new();
    // What is on the stack is the way here, and only what is on it goes round.
    let mut here: HashSet<NodeIndex> = HashSet::new();
    for root in nodes.iter().filter(|root| !found.contains_key(root)).copied().collect::<Vec<_>>() {
        let mut stack = vec![(root, before(root), 0)];
        here.insert(root);
        while let Some((node, sources, looked_at)) = stack.last_mut() {
            let open = sources[*looked_at..]
                .iter()
                .position(|source| !found.contains_key(source) && !here.contains(source))
                .map(|place| *looked_at + place);
            if let (Some(place), false) = (open, found.contains_key(node)) {
                *looked_at = place + 1;
                let source = sources[place];
                here.insert(source);
                stack.push((source, before(source), 0));
                continue;
            }
            let edge = model.nodes[*node].on().is_some();
            let furthest = sources.iter().filter_map(|source| found.get(source)).max();
            let column = furthest.map_or(0, |column| if edge { *column } else { column + 1 });
            found.entry(*node).or_insert(column);
            here.remove(node);
            stack.pop();
        }
    }
    found
}

/// Each node on the row of what leads to it, or on the next that is free there.
fn rows(
    model: &Model,
    nodes: &[NodeIndex],
    columns: &HashMap<NodeIndex, i32>,
    back: &HashSet<FlowIndex>,
) -> HashMap<NodeIndex, i32> {
    let mut order: Vec<NodeIndex> = nodes.to_vec();
    order.sort_by_key(|node| columns[node]);
    // Of a column and a row that is taken: where to look next.
    let mut taken: HashMap<(i32, i32), i32> = HashMap::new();
    let mut found: HashMap<NodeIndex, i32> = HashMap::new();
    for node in order {
        let place = &model.nodes[node];
        if let Some(on) = place.on() {
            found.insert(node, found.get(&on).copied().unwrap_or(0));
            continue;
        }
        let flows = place.incoming.iter().filter(|flow| !back.contains(flow));
        let wish = flows
            .filter_map(|flow| {
                let from = model.flows[*flow].from;
                let edge = matches!(model.nodes[from].kind, NodeKind::Boundary { .. });
                found.get(&from).map(|row| row + i32::from(edge))
            })
            .min()
            // What returns something stands below it.
            .or_else(|| {
                let returns = place.compensates.then(|| model.returns(node)).into_iter().flatten();
                returns.filter_map(|event| found.get(&event)).min().map(|row| row + 1)
            })
            .unwrap_or(0);
        let column = columns[&node];
        let (mut row, mut passed) = (wish, Vec::new());
        while let Some(next) = taken.get(&(column, row)) {
            passed.push(row);
            row = *next;
        }
        // Who comes next does not ask those again.
        for row_before in passed.into_iter().chain([row]) {
            taken.insert((column, row_before), row + 1);
        }
        found.insert(node, row);
    }
    found
}
