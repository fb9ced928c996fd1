//! A picture another program drew. What was added since finds its place in it: the paper is cut there and pulled apart,
//! so that everything else stays as it stood to each other.

use super::own::{columns, on_edge, size};
use super::way::{connect, ways_back};
use super::{Area, Layout, MARGIN, Spot, route};
use crate::model::{FlowIndex, Model, NodeIndex, NodeKind, ScopeIndex};
use std::collections::{BTreeMap, HashMap, HashSet};

/// Between what is added and what stands beside it.
const GAP: i32 = 50;
/// Around all of it: names stand beside and below what they name.
const EDGE: i32 = 2 * MARGIN;
/// Less than this between two elements is too near.
const NEAR: i32 = 15;
/// Maximum elements added to a drawing, and maximum elements of that drawing: each new one is compared with all.
const ADDED_MAX: usize = 100;
const DRAWN_MAX: usize = 2_000;

/// As another program drew it, moved to the corner; nothing where it drew too little of it.
pub(super) fn drawn(model: &Model, process: ScopeIndex) -> Option<Layout> {
    let (mut sheet, mut missing) = Canvas::read(model, process)?;
    let whole = missing.is_empty();
    if missing.len() > sheet.areas.len().min(ADDED_MAX) || (!whole && sheet.areas.len() > DRAWN_MAX) {
        return None;
    }
    let mut back = HashMap::new();
    for scope in &sheet.scopes {
        let found = ways_back(model, *scope);
        let columns = columns(model, *scope, &found);
        missing.sort_by_key(|node| columns.get(node).copied());
        back.insert(*scope, found);
    }
    for node in &missing {
        sheet.add(*node, &back[&model.nodes[*node].scope]);
    }
    if !whole {
        sheet.drop_loose_ways(&missing);
    }
    for scope in sheet.scopes.clone() {
        connect(model, &model.scopes[scope].nodes, &sheet.areas, &back[&scope], &mut sheet.ways);
    }
    sheet.framed()
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Towards {
    Right,
    Down,
}

/// What a cut does to an element.
enum CutEffect {
    Move,
    Grow,
}

struct Canvas<'a> {
    model: &'a Model,
    scopes: Vec<ScopeIndex>,
    areas: BTreeMap<NodeIndex, Area>,
    ways: BTreeMap<FlowIndex, Vec<Spot>>,
}

impl<'a> Canvas<'a> {
    /// What is drawn, and what is not.
    fn read(model: &'a Model, process: ScopeIndex) -> Option<(Canvas<'a>, Vec<NodeIndex>)> {
        let positions = &model.positions;
        let (areas, ways) = (BTreeMap::new(), BTreeMap::new());
        let mut sheet = Canvas { model, scopes: vec![process], areas, ways };
        let (mut missing, mut at) = (Vec::new(), 0);
        while let Some(scope) = sheet.scopes.get(at).copied() {
            at += 1;
            let host = model.scopes[scope].owner.map(|owner| sheet.areas[&owner]);
            for node in &model.scopes[scope].nodes {
                let found = &model.nodes[*node];
                match (positions.areas.get(&found.id), &found.kind) {
                    // What is folded away was drawn elsewhere.
                    (Some(area), _) if host.is_some_and(|host| !host.holds(area)) => return None,
                    (Some(area), kind) => {
                        sheet.areas.insert(*node, *area);
                        if let NodeKind::SubProcess(inside)
                        | NodeKind::EventSubProcess { scope: inside, .. } = kind
                        {
                            sheet.scopes.push(*inside);
                        }
                    }
                    (None, NodeKind::SubProcess(_) | NodeKind::EventSubProcess { .. }) => return None,
                    (None, _) => missing.push(*node),
                }
                for flow in &found.outgoing {
                    if let Some(way) = positions.ways.get(&model.flows[*flow].id) {
                        sheet.ways.insert(*flow, way.clone());
                    }
                }
            }
        }
        Some((sheet, missing))
    }

    fn add(&mut self, node: NodeIndex, back: &HashSet<FlowIndex>) {
        let found = &self.model.nodes[node];
        let area = match found.kind {
            NodeKind::Boundary { on, .. } | NodeKind::Compensation { on, .. } => {
                let place = self.model.nodes[on].edge().position(|event| event == node);
                let host = self.areas.get(&on).copied().unwrap_or_default();
                let area = on_edge(host, place.unwrap_or(0));
                self.clear_below(on, area);
                area
            }
            _ => self.free_place(node, back),
        };
        // What it lies in grows first, so that it is not moved along.
        if let Some(owner) = self.model.scopes[found.scope].owner {
            let host = self.areas[&owner];
            let (right, down) = (area.right() + NEAR - host.right(), area.bottom() + NEAR - host.bottom());
            if right > 0 {
                self.pull_right(host.right(), right);
            }
            if down > 0 {
                self.pull_down(host.bottom(), down);
            }
        }
        self.areas.insert(node, area);
    }

    /// What stands right below an event on an edge moves down: a way leaves there.
    fn clear_below(&mut self, host: NodeIndex, event: Area) {
        let room = Area { height: event.height + GAP, ..event };
        while let Some((_, below)) = self.near(host, room).filter(|(_, below)| below.y > event.y) {
            self.pull_down(below.y, room.bottom() + NEAR - below.y);
        }
    }

    /// Whatever comes after it makes room; it goes aside for everything else.
    fn free_place(&mut self, node: NodeIndex, back: &HashSet<FlowIndex>) -> Area {
        let (mut area, towards) = self.wish(node, back);
        let later = self.later(node, back);
        while let Some((other, near)) = self.near(node, area) {
            match towards {
                Towards::Right if later.contains(&other) => {
                    self.pull_right(near.x, area.right() + GAP - near.x);
                }
                Towards::Right => area.y = near.bottom() + 2 * NEAR,
                Towards::Down if later.contains(&other) => {
                    self.pull_down(near.y, area.bottom() + GAP - near.y);
                }
                Towards::Down => area.x = near.right() + 2 * NEAR,
            }
        }
        area
    }

    /// Where a new element would stand if it were alone: after what leads to it.
    fn wish(&self, node: NodeIndex, back: &HashSet<FlowIndex>) -> (Area, Towards) {
        let found = &self.model.nodes[node];
        let (width, height) = size(found);
        let ends =
            |flows: &[FlowIndex], end: fn(&crate::model::Flow) -> NodeIndex| -> Vec<(NodeIndex, Area)> {
                let flows = flows.iter().filter(|flow| !back.contains(flow));
                let nodes = flows.map(|flow| end(&self.model.flows[*flow]));
                nodes.filter_map(|node| Some((node, *self.areas.get(&node)?))).collect()
            };
        let (mut before, after) =
            (ends(&found.incoming, |flow| flow.from), ends(&found.outgoing, |flow| flow.to));
        if found.compensates {
            let events = self.model.returns(node);
            before.extend(events.filter_map(|event| Some((event, *self.areas.get(&event)?))));
        }
        let at = |x: i32, middle: i32| Area { x, y: middle - height / 2, width, height };
        let Some((first, anchor)) = before.iter().min_by_key(|(_, area)| (area.middle(), area.x)).copied()
        else {
            let left = after.iter().map(|(_, area)| area.x).min().unwrap_or(0);
            let middle = after.first().map_or(0, |(_, area)| area.middle());
            return (at(left - GAP - width, middle), Towards::Right);
        };
        let below = |area: &Area| area.x < anchor.right() && area.y > anchor.bottom();
        if !after.is_empty() && after.iter().all(|(_, area)| below(area)) {
            let lowest = before.iter().map(|(_, area)| area.bottom()).max().unwrap_or(anchor.bottom());
            let x = anchor.x + (anchor.width - width) / 2;
            return (Area { x, y: lowest + GAP, width, height }, Towards::Down);
        }
        let right = before.iter().map(|(_, area)| area.right()).max().unwrap_or(anchor.right());
        let edge = self.model.nodes[first].on().is_some();
        let middle = if edge { anchor.bottom() + GAP + height / 2 } else { anchor.middle() };
        (at(right + GAP, middle), Towards::Right)
    }

    /// What comes after an element, ways back aside.
    fn later(&self, node: NodeIndex, back: &HashSet<FlowIndex>) -> HashSet<NodeIndex> {
        let mut seen = HashSet::new();
        let mut left = vec![node];
        while let Some(next) = left.pop() {
            let next = &self.model.nodes[next];
            let flows = next.outgoing.iter().filter(|flow| !back.contains(flow));
            let ends = flows.map(|flow| self.model.flows[*flow].to).chain(next.boundary.iter().copied());
            left.extend(ends.filter(|end| seen.insert(*end)));
        }
        seen
    }

    /// An element of the same scope that stands where another one would, with what lies on its edge.
    fn near(&self, node: NodeIndex, area: Area) -> Option<(NodeIndex, Area)> {
        let nodes = &self.model.scopes[self.model.nodes[node].scope].nodes;
        let solid = nodes.iter().filter(|other| **other != node && self.model.nodes[**other].on().is_none());
        let whole = |other: &NodeIndex| {
            let edge = self.model.nodes[*other].edge().filter_map(|event| self.areas.get(&event));
            Some((*other, edge.fold(*self.areas.get(other)?, |area, event| area.around(event))))
        };
        let near = |(_, other): &(NodeIndex, Area)| {
            let beside = other.x >= area.right() + NEAR || area.x >= other.right() + NEAR;
            let apart = other.y >= area.bottom() + NEAR || area.y >= other.bottom() + NEAR;
            !beside && !apart
        };
        solid.filter_map(whole).filter(near).min_by_key(|(_, other)| (other.x, other.y))
    }

    /// Cuts the paper from top to bottom and moves what lies to the right of the cut; what others lie in grows.
    fn pull_right(&mut self, line: i32, by: i32) {
        for (node, change) in self.pulled(line, |area| (area.x, area.right())) {
            let area = self.areas.entry(node).or_default();
            match change {
                CutEffect::Move => area.x += by,
                CutEffect::Grow => area.width += by,
            }
        }
        for spot in self.ways.values_mut().flatten().filter(|spot| spot.x >= line) {
            spot.x += by;
        }
    }

    /// The same from left to right, for what lies below.
    fn pull_down(&mut self, line: i32, by: i32) {
        for (node, change) in self.pulled(line, |area| (area.y, area.bottom())) {
            let area = self.areas.entry(node).or_default();
            match change {
                CutEffect::Move => area.y += by,
                CutEffect::Grow => area.height += by,
            }
        }
        for spot in self.ways.values_mut().flatten().filter(|spot| spot.y >= line) {
            spot.y += by;
        }
    }

    /// What a cut moves and what it makes larger. An event goes with the edge it stands on.
    fn pulled(&self, line: i32, extent: impl Fn(&Area) -> (i32, i32)) -> Vec<(NodeIndex, CutEffect)> {
        let holder = |node: NodeIndex| {
            matches!(self.model.nodes[node].kind, NodeKind::SubProcess(_) | NodeKind::EventSubProcess { .. })
        };
        let change = |(node, area): (&NodeIndex, &Area)| {
            let (begin, end) = extent(area);
            let moves = match self.model.nodes[*node].kind {
                NodeKind::Boundary { on, .. } => self.areas.get(&on).is_some_and(|host| {
                    let (first, last) = extent(host);
                    first >= line || (holder(on) && last >= line && end > line)
                }),
                _ => begin >= line,
            };
            let grows = !moves && end >= line && holder(*node);
            Some((*node, if moves { CutEffect::Move } else { grows.then_some(CutEffect::Grow)? }))
        };
        self.areas.iter().filter_map(change).collect()
    }

    /// Ways whose ends were pulled away from them are drawn anew, and those that would run through what was added.
    fn drop_loose_ways(&mut self, added: &[NodeIndex]) {
        let (model, areas) = (self.model, &self.areas);
        self.ways.retain(|flow, way| {
            let flow = &model.flows[*flow];
            let holds = |node: NodeIndex, spot: Option<&Spot>| match (areas.get(&node), spot) {
                (Some(area), Some(spot)) => area.touches(spot),
                _ => false,
            };
            let scope = model.nodes[flow.from].scope;
            let new = added.iter().filter(|node| model.nodes[**node].scope == scope);
            let new: Vec<Area> = new.filter_map(|node| areas.get(node).copied()).collect();
            holds(flow.from, way.first()) && holds(flow.to, way.last()) && !route::crosses(way, &new)
        });
    }

    /// Moved to the corner, with room for the names that stand below.
    fn framed(self) -> Option<Layout> {
        let mut layout = Layout { nodes: self.areas, flows: self.ways, given: true, ..Layout::default() };
        let spots = layout.flows.values().flatten();
        let left = layout.nodes.values().map(|area| area.x).chain(spots.clone().map(|spot| spot.x)).min()?;
        let top = layout.nodes.values().map(|area| area.y).chain(spots.map(|spot| spot.y)).min()?;
        for area in layout.nodes.values_mut() {
            (area.x, area.y) = (area.x - left + EDGE, area.y - top + EDGE);
        }
        for spot in layout.flows.values_mut().flatten() {
            (spot.x, spot.y) = (spot.x - left + EDGE, spot.y - top + EDGE);
        }
        let spots = layout.flows.values().flatten();
        layout.width =
            layout.nodes.values().map(Area::right).chain(spots.clone().map(|spot| spot.x)).max()?;
        layout.height = layout.nodes.values().map(Area::bottom).chain(spots.map(|spot| spot.y)).max()?;
        (layout.width, layout.height) = (layout.width + 2 * MARGIN, layout.height + 2 * MARGIN);
        Some(layout)
    }
}
