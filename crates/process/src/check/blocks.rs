//! Taking a drawing apart block by block.
//!
//! The flows of a scope become a net of points that split and points that merge. A few things make it smaller without
//! making it better or worse: a point with one way in and one way out goes; several ways between the same two points
//! become one where the second puts together what the first took apart, and so do ways back and ways beside the rest to
//! the end; a split right after a split of its kind, or a merge right before one, becomes part of it. If one way from the start to the end is left, the process was built of
//! blocks and nothing in it can wait for ever or be done twice.

use crate::model::{Gateway, Kind, Model, NodeIndex, ScopeIndex, Timer, Trigger};
use std::collections::{BTreeMap, HashMap};

/// How a point splits or merges.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum How {
    One,
    All,
    Some,
    /// The first always, the other perhaps: an event beside an activity.
    Beside,
    /// The first always, the other perhaps, and perhaps again and again.
    Often,
    /// Whatever comes, however often: the end.
    Whatever,
}

#[derive(Clone, Debug)]
pub(super) struct Point {
    /// What is drawn there; the start and the end have nothing.
    pub node: Option<NodeIndex>,
    /// How its ways in come together.
    pub merges: How,
    /// How its ways out part.
    pub splits: How,
}

pub(super) const START: usize = 0;
pub(super) const END: usize = 1;

/// What is left of a scope.
#[derive(Clone, Debug, Default)]
pub(super) struct Net {
    pub points: BTreeMap<usize, Point>,
    /// From and to, by number.
    pub ways: BTreeMap<usize, (usize, usize)>,
    /// Of points beside which something happens: where it goes on in any case.
    on: HashMap<usize, usize>,
    next: usize,
    out: HashMap<usize, Vec<usize>>,
    into: HashMap<usize, Vec<usize>>,
}

impl Net {
    pub fn outgoing(&self, point: usize) -> &[usize] {
        self.out.get(&point).map_or(&[], Vec::as_slice)
    }

    pub fn incoming(&self, point: usize) -> &[usize] {
        self.into.get(&point).map_or(&[], Vec::as_slice)
    }

    /// One way from the start to the end is all there is.
    pub fn is_done(&self) -> bool {
        self.points.len() == 2 && self.ways.len() == 1
    }

    /// The way on from a point beside which something happens.
    pub fn way_on(&self, point: usize) -> usize {
        self.on[&point]
    }

    fn point(&mut self, node: Option<NodeIndex>, merges: How, splits: How) -> usize {
        let number = self.next;
        self.next += 1;
        self.points.insert(number, Point { node, merges, splits });
        number
    }

    fn way(&mut self, from: usize, to: usize) -> usize {
        let number = self.next;
        self.next += 1;
        self.ways.insert(number, (from, to));
        self.out.entry(from).or_default().push(number);
        self.into.entry(to).or_default().push(number);
        number
    }

    /// A way in place of another, from the same point or from one that took its place.
    fn replace(&mut self, way: usize, from: usize, to: usize) {
        let (before, _) = self.remove_way(way);
        let new = self.way(from, to);
        if self.on.get(&before) == Some(&way) {
            self.on.insert(from, new);
        }
    }

    fn remove_way(&mut self, way: usize) -> (usize, usize) {
        let (from, to) = self.ways.remove(&way).expect("a way is removed once");
        self.out.entry(from).or_default().retain(|other| *other != way);
        self.into.entry(to).or_default().retain(|other| *other != way);
        (from, to)
    }
}

/// Makes a net as small as it gets.
pub(super) fn reduce(mut net: Net) -> Net {
    let mut left: Vec<usize> = net.points.keys().copied().collect();
    while let Some(point) = left.pop() {
        if !net.points.contains_key(&point) {
            continue;
        }
        let touched = shrink(&mut net, point);
        if !touched.is_empty() {
            left.push(point);
            left.extend(touched);
        }
    }
    net
}

/// One thing that can be made smaller at a point: the points to look at again.
fn shrink(net: &mut Net, point: usize) -> Vec<usize> {
    let inner = point != START && point != END;
    if let (true, [way_in], [way_out]) = (inner, net.incoming(point), net.outgoing(point)) {
        let (way_in, way_out) = (*way_in, *way_out);
        let (from, _) = net.ways[&way_in];
        let (_, to) = net.ways[&way_out];
        if from != point {
            net.remove_way(way_out);
            net.replace(way_in, from, to);
            net.points.remove(&point);
            return vec![from, to];
        }
    }
    if let Some(touched) = join_ways(net, point) {
        return touched;
    }
    if let Some(touched) = drop_way_back(net, point) {
        return touched;
    }
    if let Some(touched) = drop_way_to_end(net, point) {
        return touched;
    }
    if inner { absorb(net, point) } else { Vec::new() }
}

/// Two ways to one point become one, where it puts together what was taken apart.
fn join_ways(net: &mut Net, point: usize) -> Option<Vec<usize>> {
    let splits = net.points[&point].splits;
    let mut seen: BTreeMap<usize, usize> = BTreeMap::new();
    for way in net.outgoing(point) {
        let to = net.ways[way].1;
        let way = *way;
        if let (Some(other), true) = (seen.insert(to, way), fits(splits, net.points[&to].merges)) {
            let on = net.on.get(&point) == Some(&way);
            net.remove_way(if on { other } else { way });
            return Some(vec![to]);
        }
    }
    None
}

fn fits(splits: How, merges: How) -> bool {
    match (splits, merges) {
        (_, How::Whatever) => true,
        (How::One, How::One) | (How::All, How::All) => true,
        // An inclusive join waits for what comes and for no more.
        (How::One | How::All | How::Some | How::Beside, How::Some) => true,
        _ => false,
    }
}

/// A loop: from a choice straight back to where ways of a choice come together.
fn drop_way_back(net: &mut Net, point: usize) -> Option<Vec<usize>> {
    if net.points[&point].splits != How::One || net.outgoing(point).len() < 2 {
        return None;
    }
    let back = net.outgoing(point).iter().copied().find(|way| {
        let to = net.ways[way].1;
        let alone = to != point && net.outgoing(to).len() == 1 && net.ways[&net.outgoing(to)[0]].1 == point;
        let here = to == point;
        net.points[&to].merges == How::One
            && (here || (alone && net.incoming(point).len() == 1))
            && net.incoming(to).len() > 1
    })?;
    let (_, to) = net.remove_way(back);
    Some(vec![to])
}

/// What runs beside the rest and has come to its end has no more to do with it.
fn drop_way_to_end(net: &mut Net, point: usize) -> Option<Vec<usize>> {
    let beside = matches!(net.points[&point].splits, How::All | How::Beside | How::Often);
    if !beside || net.outgoing(point).len() < 2 {
        return None;
    }
    let on = net.on.get(&point).copied();
    let ended = net.outgoing(point).iter().copied().find(|way| net.ways[way].1 == END && on != Some(*way))?;
    net.remove_way(ended);
    Some(vec![END])
}

/// A split right behind one of its kind becomes part of it; likewise a merge right before one.
fn absorb(net: &mut Net, point: usize) -> Vec<usize> {
    let simple = |how| matches!(how, How::One | How::All);
    if let [way_in] = net.incoming(point) {
        let way_in = *way_in;
        let (from, _) = net.ways[&way_in];
        let same = net.points[&from].splits == net.points[&point].splits && simple(net.points[&point].splits);
        if same
            && from != point
            && from != START
            && net.outgoing(from).len() > 1
            && net.outgoing(point).len() > 1
        {
            net.remove_way(way_in);
            for way in net.outgoing(point).to_vec() {
                let (_, to) = net.remove_way(way);
                net.way(from, to);
            }
            net.points.remove(&point);
            return vec![from];
        }
    }
    if let [way_out] = net.outgoing(point) {
        let way_out = *way_out;
        let (_, to) = net.ways[&way_out];
        let same = net.points[&to].merges == net.points[&point].merges && simple(net.points[&point].merges);
        if same && to != point && net.incoming(point).len() > 1 && net.incoming(to).len() > 1 {
            net.remove_way(way_out);
            for way in net.incoming(point).to_vec() {
                let (from, _) = net.ways[&way];
                net.replace(way, from, to);
            }
            net.points.remove(&point);
            return vec![to];
        }
    }
    Vec::new()
}

/// Where the ways of a scope begin and end among the points of its net.
#[derive(Default)]
struct Places {
    entered: HashMap<NodeIndex, usize>,
    left: HashMap<NodeIndex, usize>,
    /// Of an event on an edge: the point at which it happens.
    edge: HashMap<NodeIndex, usize>,
}

/// The net of a scope.
pub(super) fn net(model: &Model, scope: ScopeIndex) -> Net {
    let mut net = Net::default();
    net.point(None, How::One, How::One);
    net.point(None, How::Whatever, How::One);
    let mut places = Places::default();
    let nodes = &model.scopes[scope].nodes;
    for node in nodes {
        match model.nodes[*node].kind {
            Kind::End(_) => {
                places.entered.insert(*node, END);
            }
            _ => points(&mut net, model, *node, &mut places),
        }
    }
    for entry in model.entries(scope) {
        net.way(START, places.entered[&entry]);
    }
    for node in nodes {
        let Some(left) = places.left.get(node).copied() else { continue };
        if let Some(at) = places.edge.get(node).copied() {
            net.way(at, places.entered[node]);
        }
        if model.nodes[*node].outgoing.is_empty() {
            net.way(left, END);
        }
        for flow in &model.nodes[*node].outgoing {
            net.way(left, places.entered[&model.flows[*flow].to]);
        }
    }
    net
}

/// The points of a node, one behind the other: where its ways in come together; for each event on its edge, where it
/// is done or interrupted; where its ways out part.
fn points(net: &mut Net, model: &Model, node: NodeIndex, places: &mut Places) {
    let found = &model.nodes[node];
    let conditional = found.outgoing.iter().any(|flow| model.flows[*flow].conditional);
    let (merges, splits) = match found.kind {
        Kind::Gateway(Gateway::Exclusive | Gateway::EventBased) => (How::One, How::One),
        Kind::Gateway(Gateway::Parallel) => (How::All, How::All),
        Kind::Gateway(Gateway::Inclusive) => (How::Some, How::Some),
        _ if conditional => (How::One, How::Some),
        _ => (How::One, How::All),
    };
    let first = net.point(Some(node), merges, How::One);
    places.entered.insert(node, first);
    let mut last = first;
    let mut beside = None;
    for event in &found.boundary {
        let splits = match &model.nodes[*event].kind {
            Kind::Boundary { interrupting: true, .. } => How::One,
            Kind::Boundary { trigger: Trigger::Timer(Timer::At(_) | Timer::After(_)), .. } => How::Beside,
            _ => How::Often,
        };
        let point = net.point(Some(node), How::One, splits);
        let way = net.way(last, point);
        if let Some(before) = beside.take() {
            net.on.insert(before, way);
        }
        beside = (splits != How::One).then_some(point);
        places.edge.insert(*event, point);
        last = point;
    }
    let out = net.point(Some(node), How::One, splits);
    let way = net.way(last, out);
    if let Some(before) = beside {
        net.on.insert(before, way);
    }
    places.left.insert(node, out);
}
