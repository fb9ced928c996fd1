//! The flows of a scope as a net: points that split and points that merge, and ways between them.

use super::certain::Times;
use super::effort::{Meter, TooMuch};
use super::failing::{Failing, is_thrown_beside};
use super::loops::can_be_bounded;
use crate::model::{Gateway, Model, NodeIndex, NodeKind, ScopeIndex, TimerTrigger, Trigger};
use std::collections::{BTreeSet, HashMap};

/// How the ways into a point come together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Merge {
    /// Each goes on by itself.
    One,
    /// All are waited for.
    All,
    /// Those are waited for that can still come.
    Some,
    /// Whatever comes, however often: an end.
    Any,
}

/// How the ways out of a point part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Split {
    One,
    All,
    /// As their roles say.
    Some,
}

/// When a way out of a point that splits into some is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TakenWhen {
    Always,
    Maybe,
    /// Where no other is that is not taken always.
    Otherwise,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Point {
    /// What is drawn there; the start and the ends have nothing.
    pub node: Option<NodeIndex>,
    pub merge: Merge,
    pub split: Split,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct NetFlow {
    pub from: usize,
    pub to: usize,
    pub role: TakenWhen,
    /// By what happens on an edge and does not interrupt: it begins another beside the activity's own.
    pub by_edge: bool,
    /// How often it is taken at most.
    pub at_most: Option<u32>,
}

pub(super) const START: usize = 0;
/// Where what comes has ended.
pub(super) const END: usize = 1;
/// Where everything ends as soon as something comes.
pub(super) const STOP: usize = 2;

/// The net of a scope, or what is left of it. Points and ways are named by number for good.
#[derive(Clone, Debug, Default)]
pub(super) struct Net {
    points: Vec<Option<Point>>,
    ways: Vec<Option<NetFlow>>,
    out: Vec<BTreeSet<usize>>,
    into: Vec<BTreeSet<usize>>,
    /// Ways by which something may come again and again while an activity lasts.
    often: Vec<usize>,
}

impl Net {
    pub fn point(&self, point: usize) -> Point {
        self.points[point].expect("the point is there")
    }

    pub fn has(&self, point: usize) -> bool {
        self.points[point].is_some()
    }

    pub fn has_way(&self, way: usize) -> bool {
        self.ways[way].is_some()
    }

    pub fn way(&self, way: usize) -> NetFlow {
        self.ways[way].expect("the way is there")
    }

    /// How many numbers of points were given.
    pub fn size(&self) -> usize {
        self.points.len()
    }

    pub fn ways(&self) -> impl Iterator<Item = usize> + '_ {
        (0..self.ways.len()).filter(|way| self.ways[*way].is_some())
    }

    pub fn points(&self) -> impl Iterator<Item = usize> + '_ {
        (0..self.points.len()).filter(|point| self.has(*point))
    }

    pub fn outgoing(&self, point: usize) -> &BTreeSet<usize> {
        &self.out[point]
    }

    pub fn incoming(&self, point: usize) -> &BTreeSet<usize> {
        &self.into[point]
    }

    /// The inclusive joins at which what comes again and again meets the way beside which it happens: nobody knows how
    /// often to wait for it.
    pub fn met_often(&self, meter: &mut Meter) -> Result<BTreeSet<NodeIndex>, TooMuch> {
        let mut found = BTreeSet::new();
        for often in &self.often {
            let way = self.way(*often);
            let beside = self.out[way.from].iter().copied().filter(|other| other != often).collect();
            let (again, beside) = (self.reached(vec![*often], meter)?, self.reached(beside, meter)?);
            let joins = again.intersection(&beside).copied().map(|point| self.point(point));
            let first = joins.filter(|point| point.merge == Merge::Some).filter_map(|point| point.node);
            found.extend(first);
        }
        Ok(found)
    }

    fn reached(&self, ways: Vec<usize>, meter: &mut Meter) -> Result<BTreeSet<usize>, TooMuch> {
        let (mut found, mut left) = (BTreeSet::new(), ways);
        while let Some(way) = left.pop() {
            meter.work(4)?;
            let to = self.way(way).to;
            if found.insert(to) {
                left.extend(&self.out[to]);
            }
        }
        Ok(found)
    }

    /// One way from the start to the end is all there is.
    pub fn is_done(&self) -> bool {
        let one = |ways: &BTreeSet<usize>| ways.len() == 1;
        one(&self.out[START]) && one(&self.into[END]) && self.out[START] == self.into[END]
    }

    /// Several ways may hold a token at once.
    pub fn runs_at_once(&self) -> bool {
        self.points().any(|point| self.point(point).split != Split::One && self.out[point].len() > 1)
    }

    pub fn add_point(&mut self, node: Option<NodeIndex>, merge: Merge, split: Split) -> usize {
        self.points.push(Some(Point { node, merge, split }));
        self.out.push(BTreeSet::new());
        self.into.push(BTreeSet::new());
        self.points.len() - 1
    }

    pub fn add_way(&mut self, way: NetFlow) -> usize {
        let number = self.ways.len();
        self.ways.push(Some(way));
        self.out[way.from].insert(number);
        self.into[way.to].insert(number);
        number
    }

    fn flow(&mut self, from: usize, to: usize, role: TakenWhen) {
        self.add_way(NetFlow { from, to, role, by_edge: false, at_most: None });
    }

    pub fn remove_way(&mut self, way: usize) -> NetFlow {
        let found = self.ways[way].take().expect("a way is removed once");
        self.out[found.from].remove(&way);
        self.into[found.to].remove(&way);
        found
    }

    pub fn lead_to(&mut self, way: usize, to: usize) {
        let found = self.way(way);
        self.into[found.to].remove(&way);
        self.into[to].insert(way);
        self.ways[way] = Some(NetFlow { to, ..found });
    }

    pub fn lead_from(&mut self, way: usize, from: usize) {
        let found = self.way(way);
        self.out[found.from].remove(&way);
        self.out[from].insert(way);
        self.ways[way] = Some(NetFlow { from, ..found });
    }

    /// A point that only leads on is part of the way to it.
    pub fn pass_over(&mut self, point: usize) -> Option<[usize; 2]> {
        let only = |ways: &BTreeSet<usize>| if ways.len() == 1 { ways.first().copied() } else { None };
        let (way_in, way_out) = (only(&self.into[point])?, only(&self.out[point])?);
        let (from, to) = (self.way(way_in).from, self.way(way_out).to);
        if from == point {
            return None;
        }
        let by_edge = self.remove_way(way_out).by_edge || self.way(way_in).by_edge;
        self.lead_to(way_in, to);
        self.set_by_edge(way_in, by_edge);
        self.remove_point(point);
        Some([from, to])
    }

    pub fn set_by_edge(&mut self, way: usize, by_edge: bool) {
        if let Some(way) = &mut self.ways[way] {
            way.by_edge = by_edge;
        }
    }

    pub fn set_split(&mut self, point: usize, split: Split) {
        if let Some(point) = &mut self.points[point] {
            point.split = split;
        }
    }

    pub fn set_point(&mut self, point: usize, as_is: Point) {
        self.points[point] = Some(as_is);
    }

    /// A point without ways goes.
    pub fn remove_point(&mut self, point: usize) {
        debug_assert!(self.out[point].is_empty() && self.into[point].is_empty());
        self.points[point] = None;
    }
}

/// Where the ways of a scope begin and end among the points of its net.
#[derive(Default)]
struct ScopeEnds {
    entered: HashMap<NodeIndex, usize>,
    left: HashMap<NodeIndex, usize>,
    /// Of an event on an edge: the point at which it happens.
    edge: HashMap<NodeIndex, usize>,
}

/// The net of a scope. `apart` says of which nodes no two conditions hold at once.
pub(super) fn net(
    model: &Model,
    scope: ScopeIndex,
    failing: &Failing,
    apart: impl Fn(NodeIndex) -> bool,
) -> Result<Net, TooMuch> {
    use crate::model::End;
    let mut net = Net::default();
    net.add_point(None, Merge::One, Split::All);
    net.add_point(None, Merge::Any, Split::One);
    net.add_point(None, Merge::Any, Split::One);
    let mut places = ScopeEnds::default();
    let nodes: Vec<NodeIndex> = model.scopes[scope]
        .nodes
        .iter()
        .copied()
        .filter(|node| !model.nodes[*node].is_outside_flow())
        .collect();
    for node in &nodes {
        match model.nodes[*node].kind {
            NodeKind::End(End::Terminate | End::Error { .. }) => {
                places.entered.insert(*node, STOP);
            }
            _ if failing.cuts(*node) => {
                places.entered.insert(*node, STOP);
            }
            NodeKind::End(_) => {
                places.entered.insert(*node, END);
            }
            NodeKind::Boundary { .. } if model.nodes[*node].outgoing.len() == 1 => {}
            // It is a scope of its own, which no way of this one leads to.
            NodeKind::EventSubProcess { .. } => {}
            _ => points(&mut net, model, *node, failing, apart(*node), &mut places),
        }
    }
    // Where nothing ever is.
    let mut never = None;
    for entry in model.entries(scope) {
        net.flow(START, places.entered[&entry], TakenWhen::Always);
    }
    for node in &nodes {
        let found = &model.nodes[*node];
        if let Some(at) = places.edge.get(node).copied() {
            // What happens leads on at once.
            let next = found.outgoing.first().map(|flow| model.flows[*flow].to);
            let to = places.entered.get(node).copied().or_else(|| Some(places.entered[&next?]));
            let Some(to) = to else { continue };
            let times = match &found.kind {
                _ if is_thrown_beside(model, *node) => failing.times(*node)?,
                NodeKind::Boundary { interrupting: false, trigger, .. } => {
                    Times { surely: false, again: !is_once(trigger) }
                }
                _ => Times::default(),
            };
            let once = times.surely && !times.again;
            let role = if once { TakenWhen::Always } else { TakenWhen::Maybe };
            if once {
                net.set_split(at, Split::All);
            }
            let way =
                net.add_way(NetFlow { from: at, to, role, by_edge: !found.interrupts(), at_most: None });
            if times.again {
                net.often.push(way);
            }
        }
        let Some(left) = places.left.get(node).copied() else {
            // A join of all waits for what never leads there.
            let fails = failing.is_never_left(*node) || failing.cuts(*node);
            for flow in found.outgoing.iter().filter(|_| fails) {
                let to = places.entered[&model.flows[*flow].to];
                if net.point(to).merge == Merge::All {
                    let from = *never.get_or_insert_with(|| net.add_point(None, Merge::One, Split::All));
                    net.flow(from, to, TakenWhen::Always);
                }
            }
            continue;
        };
        if found.outgoing.is_empty() {
            net.flow(left, END, TakenWhen::Always);
        }
        for flow in &found.outgoing {
            let role = match &model.flows[*flow] {
                _ if found.default == Some(*flow) => TakenWhen::Otherwise,
                flow if flow.conditional => TakenWhen::Maybe,
                _ => TakenWhen::Always,
            };
            let to = places.entered[&model.flows[*flow].to];
            let at_most = model.flows[*flow].at_most.filter(|_| can_be_bounded(model, *flow));
            net.add_way(NetFlow { from: left, to, role, by_edge: false, at_most });
        }
    }
    // A link is a flow without a line.
    for node in nodes.iter().filter(|node| matches!(model.nodes[**node].kind, NodeKind::Link { .. })) {
        for point in [&places.entered, &places.left].into_iter().filter_map(|there| there.get(node)) {
            net.pass_over(*point);
        }
    }
    Ok(net)
}

/// An event that comes once while an activity lasts.
fn is_once(trigger: &Trigger) -> bool {
    match trigger {
        Trigger::Timer(TimerTrigger::At(_) | TimerTrigger::After(_)) => true,
        Trigger::Timer(TimerTrigger::Every { times, .. }) => times.is_some_and(|times| times <= 1),
        _ => false,
    }
}

/// The points of a node, one behind the other: where its ways in come together; for each event on its edge, where it
/// happens or does not; where its ways out part.
fn points(
    net: &mut Net,
    model: &Model,
    node: NodeIndex,
    failing: &Failing,
    apart: bool,
    places: &mut ScopeEnds,
) {
    let found = &model.nodes[node];
    let (mut maybe, mut always) = (0, 0);
    for flow in &found.outgoing {
        match model.flows[*flow].conditional || found.default == Some(*flow) {
            true => maybe += 1,
            false => always += 1,
        }
    }
    // Of a condition and what is taken otherwise, one is.
    let two = found.default.is_some() && maybe == 2;
    let splits = match (always, maybe) {
        (_, 0) => Split::All,
        (0, _) if apart || two || maybe == 1 => Split::One,
        _ => Split::Some,
    };
    let (merge, split) = match found.kind {
        NodeKind::Gateway(Gateway::Exclusive | Gateway::EventBased) => (Merge::One, Split::One),
        NodeKind::Gateway(Gateway::Parallel) => (Merge::All, Split::All),
        NodeKind::Gateway(Gateway::Inclusive) => (Merge::Some, splits),
        _ => (Merge::One, splits),
    };
    let first = net.add_point(Some(node), merge, Split::One);
    places.entered.insert(node, first);
    let mut last = first;
    for event in &found.boundary {
        let interrupting = matches!(&model.nodes[*event].kind, NodeKind::Boundary { interrupting: true, .. });
        let split = if interrupting { Split::One } else { Split::Some };
        let point = net.add_point(Some(node), Merge::One, split);
        net.flow(last, point, TakenWhen::Always);
        places.edge.insert(*event, point);
        last = point;
    }
    // Left by its edge alone, or by what ends all around it.
    if failing.ends_all(node) {
        net.flow(last, STOP, TakenWhen::Always);
    }
    if failing.is_never_left(node) {
        return;
    }
    let out = net.add_point(Some(node), Merge::One, split);
    net.flow(last, out, TakenWhen::Always);
    places.left.insert(node, out);
}
