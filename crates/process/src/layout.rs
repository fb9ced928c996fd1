//! Where everything stands in a drawing of ours: from left to right in the order of the steps, branches below each
//! other. Positions are whole points, the origin at the top left.

use crate::model::{FlowIndex, Kind, Model, NodeIndex, ScopeIndex};
use std::collections::{BTreeMap, HashMap, HashSet};

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Area {
    pub x: i32,
    pub y: i32,
    pub width: i32,
    pub height: i32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spot {
    pub x: i32,
    pub y: i32,
}

/// A drawing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Layout {
    pub nodes: BTreeMap<NodeIndex, Area>,
    /// The corners of each flow, from its source to its target.
    pub flows: BTreeMap<FlowIndex, Vec<Spot>>,
    pub width: i32,
    pub height: i32,
}

const COLUMN: i32 = 150;
const ROW: i32 = 110;
const MARGIN: i32 = 30;
/// Around what lies inside a sub-process.
const INSIDE: i32 = 40;

impl Area {
    fn middle(&self) -> i32 {
        self.y + self.height / 2
    }

    pub fn right(&self) -> i32 {
        self.x + self.width
    }

    pub fn bottom(&self) -> i32 {
        self.y + self.height
    }

    fn holds(&self, other: &Area) -> bool {
        self.x <= other.x
            && self.y <= other.y
            && other.right() <= self.right()
            && other.bottom() <= self.bottom()
    }
}

/// Lays out a process with all that lies inside of it: where another program drew it whole, as it was drawn.
pub fn layout(model: &Model, process: ScopeIndex) -> Layout {
    if let Some(drawn) = drawn(model, process) {
        return drawn;
    }
    let mut layout = scope(model, process);
    layout.width += MARGIN;
    layout.height += MARGIN;
    layout
}

/// As another program drew it, moved to the corner; nothing where it did not draw all of it.
fn drawn(model: &Model, process: ScopeIndex) -> Option<Layout> {
    let positions = &model.positions;
    let mut scopes = vec![process];
    let mut layout = Layout::default();
    while let Some(scope) = scopes.pop() {
        let host = model.scopes[scope].owner.map(|owner| positions.areas.get(&model.nodes[owner].id));
        for node in &model.scopes[scope].nodes {
            let area = *positions.areas.get(&model.nodes[*node].id)?;
            // What is folded away was drawn elsewhere.
            if host.is_some_and(|host| host.is_none_or(|host| !host.holds(&area))) {
                return None;
            }
            layout.nodes.insert(*node, area);
            if let Kind::SubProcess(inside) = model.nodes[*node].kind {
                scopes.push(inside);
            }
        }
    }
    let nodes: Vec<NodeIndex> = layout.nodes.keys().copied().collect();
    for flow in nodes.iter().flat_map(|node| &model.nodes[*node].outgoing) {
        let found = &model.flows[*flow];
        let (from, to) = (layout.nodes[&found.from], *layout.nodes.get(&found.to)?);
        let way = positions.ways.get(&found.id).cloned().unwrap_or_else(|| corners(from, to, false, None));
        layout.flows.insert(*flow, way);
    }
    let spots = layout.flows.values().flatten();
    let left = layout.nodes.values().map(|area| area.x).chain(spots.clone().map(|spot| spot.x)).min()?;
    let top = layout.nodes.values().map(|area| area.y).chain(spots.map(|spot| spot.y)).min()?;
    for area in layout.nodes.values_mut() {
        (area.x, area.y) = (area.x - left + MARGIN, area.y - top + MARGIN);
    }
    for spot in layout.flows.values_mut().flatten() {
        (spot.x, spot.y) = (spot.x - left + MARGIN, spot.y - top + MARGIN);
    }
    let spots = layout.flows.values().flatten();
    layout.width = layout.nodes.values().map(Area::right).chain(spots.clone().map(|spot| spot.x)).max()?;
    layout.height = layout.nodes.values().map(Area::bottom).chain(spots.map(|spot| spot.y)).max()?;
    // Room for the names that stand below.
    (layout.width, layout.height) = (layout.width + 2 * MARGIN, layout.height + 2 * MARGIN);
    Some(layout)
}

fn size(kind: &Kind) -> (i32, i32) {
    match kind {
        Kind::Start(_) | Kind::End(_) | Kind::Catch(_) | Kind::Throw(_) | Kind::Boundary { .. } => (36, 36),
        Kind::Gateway(_) => (50, 50),
        Kind::Task(_) | Kind::SubProcess(_) | Kind::Call { .. } | Kind::Unsupported => (110, 80),
    }
}

fn scope(model: &Model, scope_index: ScopeIndex) -> Layout {
    let nodes = &model.scopes[scope_index].nodes;
    let back = ways_back(model, scope_index);
    let columns = columns(model, scope_index, &back);
    let rows = rows(model, nodes, &columns, &back);
    // What lies inside a sub-process is laid out first: it says how large the sub-process is.
    let inner: HashMap<NodeIndex, Layout> = nodes
        .iter()
        .filter_map(|node| match model.nodes[*node].kind {
            Kind::SubProcess(inside) => Some((*node, scope(model, inside))),
            _ => None,
        })
        .collect();
    let size_of = |node: &NodeIndex| match inner.get(node) {
        Some(inside) => (inside.width + INSIDE, inside.height + INSIDE),
        None => size(&model.nodes[*node].kind),
    };
    let mut wide: BTreeMap<i32, i32> = BTreeMap::new();
    let mut high: BTreeMap<i32, i32> = BTreeMap::new();
    for node in nodes {
        let (width, height) = size_of(node);
        let column = wide.entry(columns[node]).or_insert(COLUMN);
        *column = (*column).max(width + 40 + room_for_names(model, *node));
        let row = high.entry(rows[node]).or_insert(ROW);
        *row = (*row).max(height + 30);
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
        for (place, event) in model.nodes[*node].boundary.iter().enumerate() {
            let x = host.right() - 28 - 44 * place as i32;
            layout.nodes.insert(*event, Area { x, y: host.bottom() - 18, width: 36, height: 36 });
        }
    }
    for (node, inside) in inner {
        let host = layout.nodes[&node];
        let (right, down) = (host.x + INSIDE / 2 - MARGIN / 2, host.y + INSIDE / 2 - MARGIN / 2);
        let moved = |area: &Area| Area { x: area.x + right, y: area.y + down, ..*area };
        layout.nodes.extend(inside.nodes.iter().map(|(node, area)| (*node, moved(area))));
        let spots = |spots: &Vec<Spot>| {
            spots.iter().map(|spot| Spot { x: spot.x + right, y: spot.y + down }).collect()
        };
        layout.flows.extend(inside.flows.iter().map(|(flow, corners)| (*flow, spots(corners))));
    }
    let mut lowest = layout.nodes.values().map(Area::bottom).max().unwrap_or(0);
    for node in nodes {
        for flow in &model.nodes[*node].outgoing {
            let (from, to) = (layout.nodes[node], layout.nodes[&model.flows[*flow].to]);
            let edge = matches!(model.nodes[*node].kind, Kind::Boundary { .. });
            if back.contains(flow) {
                lowest += 14;
            }
            let way = match back.contains(flow) {
                true => corners(from, to, edge, Some(lowest)),
                false => over(from, to, edge, nodes.iter().map(|node| layout.nodes[node]))
                    .unwrap_or_else(|| corners(from, to, edge, None)),
            };
            layout.flows.insert(*flow, way);
        }
    }
    layout.height = layout.height.max(lowest + MARGIN / 2);
    layout
}

/// What a column is wider by, so that the names of the ways out of a choice can be read.
fn room_for_names(model: &Model, node: NodeIndex) -> i32 {
    let longest = model.nodes[node].outgoing.iter().map(|flow| model.flows[*flow].name.chars().count()).max();
    let needed = 7 * longest.unwrap_or(0).min(24) as i32 + 16;
    60 + 2 * (needed - 60).max(-30)
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
        return vec![spot(x, from.bottom()), spot(x, to.middle()), spot(to.x, to.middle())];
    }
    if from.middle() == to.middle() {
        return vec![spot(from.right(), from.middle()), spot(to.x, to.middle())];
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

/// Each node to the right of all that lead to it.
fn columns(model: &Model, scope: ScopeIndex, back: &HashSet<FlowIndex>) -> HashMap<NodeIndex, i32> {
    let nodes = &model.scopes[scope].nodes;
    let before = |node: NodeIndex| -> Vec<NodeIndex> {
        let flows = model.nodes[node].incoming.iter().filter(|flow| !back.contains(flow));
        let sources = flows.map(|flow| model.flows[*flow].from);
        let host = match model.nodes[node].kind {
            Kind::Boundary { on, .. } => Some(on),
            _ => None,
        };
        sources.chain(host).collect()
    };
    let mut found: HashMap<NodeIndex, i32> = HashMap::new();
    for root in nodes {
        let mut stack = vec![*root];
        while let Some(node) = stack.last().copied() {
            let sources = before(node);
            // One at a time: what is on the stack is the way here, and only what is on it goes round.
            let open =
                sources.iter().copied().find(|source| !found.contains_key(source) && !stack.contains(source));
            if found.contains_key(&node) || open.is_none() {
                stack.pop();
                let edge = matches!(model.nodes[node].kind, Kind::Boundary { .. });
                let furthest = sources.iter().filter_map(|source| found.get(source)).max();
                let column = furthest.map_or(0, |column| if edge { *column } else { column + 1 });
                found.entry(node).or_insert(column);
            } else {
                stack.extend(open);
            }
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
    let mut taken: HashSet<(i32, i32)> = HashSet::new();
    let mut found: HashMap<NodeIndex, i32> = HashMap::new();
    for node in order {
        let place = &model.nodes[node];
        if let Kind::Boundary { on, .. } = place.kind {
            found.insert(node, found.get(&on).copied().unwrap_or(0));
            continue;
        }
        let flows = place.incoming.iter().filter(|flow| !back.contains(flow));
        let wish = flows
            .filter_map(|flow| {
                let from = model.flows[*flow].from;
                let edge = matches!(model.nodes[from].kind, Kind::Boundary { .. });
                found.get(&from).map(|row| row + i32::from(edge))
            })
            .min()
            .unwrap_or(0);
        let row = (wish..).find(|row| taken.insert((columns[&node], *row))).expect("rows do not end");
        found.insert(node, row);
    }
    found
}
