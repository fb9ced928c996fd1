//! Where each row leads, as a list of ways that is worked out from the drawing: each under a condition, the first that
//! holds is taken. What cannot be said so is named.

use super::Lost;
use super::loss::{Loss, at};
use crate::mentions::mentions;
use crate::model::{End, FlowIndex, Gateway, Model, NodeIndex, NodeKind, plain_name};
use std::collections::{HashMap, HashSet};

/// Gateways between two steps, and ways in one cell.
const DEPTH_MAX: usize = 250;
const WAYS_MAX: usize = 500;

/// One way on; to several places at once where there are several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct RowExit {
    pub asks: Asks,
    pub otherwise: bool,
    pub at_most: Option<u32>,
    /// Inside of how many sub-processes it is bounded: it is counted anew whenever the innermost begins.
    pub inside: usize,
    pub to: Vec<Leaf>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) enum Asks {
    #[default]
    Nothing,
    /// An expression.
    That(String),
    /// How the step turned out, by the key of it.
    Outcome(String),
    /// What a way is called that does not say when it is taken.
    Name(String),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Leaf {
    /// A row, and by which flow of the join before it, where there is one.
    Row {
        row: usize,
        join: Option<(Gateway, FlowIndex)>,
    },
    End(String),
    /// It goes on, but to no row: what it comes to, where that has a name.
    Unclear(String),
}

pub(super) struct Walker<'a> {
    pub model: &'a Model,
    /// The rows by their nodes.
    pub rows: &'a HashMap<NodeIndex, usize>,
    pub losses: Vec<Loss>,
    left: usize,
    /// The row the ways lead on from.
    from: Option<NodeIndex>,
}

impl<'a> Walker<'a> {
    pub fn new(model: &'a Model, rows: &'a HashMap<NodeIndex, usize>) -> Walker<'a> {
        Walker { model, rows, losses: Vec::new(), left: 0, from: None }
    }

    /// The ways on from a node.
    pub fn ways(&mut self, node: NodeIndex) -> Vec<RowExit> {
        (self.left, self.from) = (WAYS_MAX, self.model.nodes[node].is_activity().then_some(node));
        let ways = self.out(node, 0);
        if ways.is_empty() { vec![plain(Leaf::End(String::new()))] } else { ways }
    }

    fn lose(&mut self, node: NodeIndex, lost: Lost) {
        let loss = at(self.model, node, lost);
        if !self.losses.contains(&loss) {
            self.losses.push(loss);
        }
    }

    fn lose_at_flow(&mut self, flow: FlowIndex, lost: Lost) {
        let flow = &self.model.flows[flow];
        let loss = Loss { lost, element: flow.id.clone(), name: flow.name.clone(), line: flow.line };
        if !self.losses.contains(&loss) {
            self.losses.push(loss);
        }
    }

    /// All ways out of a node, by what kind of point it is.
    fn out(&mut self, node: NodeIndex, depth: usize) -> Vec<RowExit> {
        let found = &self.model.nodes[node];
        let asked = |flow: &&FlowIndex| self.model.flows[**flow].conditional || found.default == Some(**flow);
        let (several, asking) = (found.outgoing.len() > 1, found.outgoing.iter().filter(asked).count());
        if depth > DEPTH_MAX || self.left == 0 {
            self.lose(node, Lost::Ways);
            return vec![plain(Leaf::Unclear(String::new()))];
        }
        self.left -= 1;
        match found.kind {
            NodeKind::Gateway(Gateway::Exclusive) => self.choice(node, depth),
            NodeKind::Gateway(Gateway::Parallel) => self.fork(node, depth),
            NodeKind::Gateway(_) => self.choice(node, depth),
            // Without a gateway all that hold are taken; where one may hold and one is for the rest, it is a choice.
            _ if several && asking == 0 => {
                let blank = found.outgoing.iter().copied().filter(|flow| self.model.flows[*flow].blank);
                let blank: Vec<FlowIndex> = blank.collect();
                blank.into_iter().for_each(|flow| self.lose_at_flow(flow, Lost::NoCondition));
                self.fork(node, depth)
            }
            _ => {
                let conditional =
                    found.outgoing.iter().filter(|flow| self.model.flows[**flow].conditional).count();
                if several && (asking < found.outgoing.len() || conditional > 1) {
                    self.lose(node, Lost::Inclusive);
                }
                self.choice(node, depth)
            }
        }
    }

    fn fork(&mut self, node: NodeIndex, depth: usize) -> Vec<RowExit> {
        let outgoing = self.model.nodes[node].outgoing.clone();
        if let [only] = outgoing.as_slice() {
            if self.model.flows[*only].at_most.is_some() {
                self.lose_at_flow(*only, Lost::SharedBound);
            }
            return self.arrive(*only, depth + 1);
        }
        let mut all = Vec::new();
        for flow in outgoing {
            if self.model.flows[flow].at_most.is_some() {
                self.lose_at_flow(flow, Lost::SharedBound);
            }
            let ways = self.arrive(flow, depth + 1);
            match ways.as_slice() {
                [RowExit { asks: Asks::Nothing, at_most: None, .. }] => {}
                _ => self.lose(node, Lost::Ways),
            }
            all.extend(ways.into_iter().flat_map(|way| way.to));
        }
        vec![RowExit { asks: Asks::Nothing, otherwise: false, at_most: None, inside: 0, to: all }]
    }

    fn choice(&mut self, node: NodeIndex, depth: usize) -> Vec<RowExit> {
        let found = &self.model.nodes[node];
        let default = found.default;
        let mut order = found.outgoing.clone();
        // What is left comes last.
        order.sort_by_key(|flow| default == Some(*flow));
        let choice = order.len() > 1;
        let merges = found.incoming.len() > 1 && !self.rows.contains_key(&node);
        let mut ways = Vec::new();
        for flow in order {
            let drawn = &self.model.flows[flow];
            let otherwise = choice && default == Some(flow);
            let name = drawn.name.clone();
            let mut asks = if otherwise { Asks::Nothing } else { self.asks(flow) };
            let by_events = matches!(found.kind, NodeKind::Gateway(Gateway::EventBased));
            if choice && !otherwise && asks == Asks::Nothing && !by_events {
                self.lose_at_flow(flow, Lost::NoCondition);
                asks = if name.is_empty() { asks } else { Asks::Name(name) };
            }
            let at_most = drawn.at_most;
            if at_most.is_some() && merges {
                self.lose_at_flow(flow, Lost::SharedBound);
            }
            let inner = self.arrive(flow, depth + 1);
            let open = inner.len() > 1 && !inner.iter().any(|way| way.otherwise);
            if inner.len() > 1 && at_most.is_some() {
                self.lose_at_flow(flow, Lost::SharedBound);
            }
            // Where none of the inner ones holds it stands still, and does not look at the next of the outer ones.
            if open && choice || inner.len() == 1 && inner[0].asks != Asks::Nothing && choice {
                self.lose_at_flow(flow, Lost::Ways);
            }
            for way in inner {
                let last = otherwise && (way.otherwise || way.asks == Asks::Nothing);
                ways.push(RowExit {
                    asks: self.both(flow, &asks, way.asks),
                    otherwise: if choice { last } else { way.otherwise },
                    at_most: at_most.or(way.at_most),
                    inside: if at_most.is_some() { self.inside(node) } else { way.inside },
                    to: way.to,
                });
            }
        }
        ways
    }

    /// The sub-processes around a node.
    fn inside(&self, node: NodeIndex) -> usize {
        let around = |node: &NodeIndex| self.model.scopes[self.model.nodes[*node].scope].owner;
        std::iter::successors(around(&node), around).count()
    }

    fn both(&mut self, flow: FlowIndex, outer: &Asks, inner: Asks) -> Asks {
        match (outer, inner) {
            (Asks::Nothing, inner) => inner,
            (outer, Asks::Nothing) => outer.clone(),
            (Asks::That(outer), Asks::That(inner)) => Asks::That(format!("({outer}) and ({inner})")),
            (outer, _) => {
                self.lose_at_flow(flow, Lost::Ways);
                outer.clone()
            }
        }
    }

    /// What a flow asks for.
    fn asks(&mut self, flow: FlowIndex) -> Asks {
        let drawn = &self.model.flows[flow];
        let Some(condition) = &drawn.condition else {
            // The reader has said what could not be read.
            return match drawn.unread.as_str() {
                "" => Asks::Nothing,
                unread => Asks::That(unread.to_string()),
            };
        };
        let text = condition.to_string();
        if let Some(step) = self.from.map(|step| &self.model.nodes[step]) {
            let asked = format!("steps.{}.outcome = \"", plain_name(&step.id));
            let key = text.strip_prefix(&asked).and_then(|rest| rest.strip_suffix('"'));
            let known = key.filter(|key| step.step.outcomes.iter().any(|outcome| outcome.key == *key));
            if let Some(key) = known {
                return Asks::Outcome(key.to_string());
            }
        }
        if mentions(&text, "steps") {
            self.lose_at_flow(flow, Lost::LooksAtStep);
        }
        Asks::That(one_space(&text))
    }

    /// What is come to over a flow.
    fn arrive(&mut self, flow: FlowIndex, depth: usize) -> Vec<RowExit> {
        let node = self.model.flows[flow].to;
        if let Some(row) = self.rows.get(&node) {
            return vec![plain(Leaf::Row { row: *row, join: None })];
        }
        let found = &self.model.nodes[node];
        match &found.kind {
            NodeKind::Gateway(kind @ (Gateway::Parallel | Gateway::Inclusive))
                if found.incoming.len() > 1 =>
            {
                let join = Some((*kind, flow));
                // A row may wait for what comes from rows alone: what nothing leads to never comes.
                if *kind == Gateway::Parallel && !found.incoming.iter().all(|flow| self.is_come_to(*flow)) {
                    self.lose(node, Lost::Join);
                }
                match self.behind(node) {
                    Some(row) => vec![plain(Leaf::Row { row, join })],
                    None => {
                        self.lose(node, Lost::Join);
                        self.out(node, depth)
                    }
                }
            }
            NodeKind::SubProcess(inside) => {
                let entries = self.model.entries(*inside);
                match entries.as_slice() {
                    [entry] if !self.rows.contains_key(entry) => self.out(*entry, depth + 1),
                    [entry] => vec![plain(Leaf::Row { row: self.rows[entry], join: None })],
                    _ => {
                        self.lose(node, Lost::SubProcess);
                        vec![plain(Leaf::Unclear(found.name.clone()))]
                    }
                }
            }
            NodeKind::End(end) => {
                let owner = self.model.scopes[found.scope].owner;
                match owner.filter(|_| *end == End::Plain) {
                    // What is inside is over, and what is around goes on.
                    Some(owner) if !self.model.nodes[owner].outgoing.is_empty() => self.out(owner, depth + 1),
                    _ => vec![plain(Leaf::End(found.name.clone()))],
                }
            }
            _ if found.outgoing.is_empty() => vec![plain(Leaf::End(String::new()))],
            _ => self.out(node, depth + 1),
        }
    }

    /// Whether a flow comes from a row, or from where it all begins, over points between.
    fn is_come_to(&self, flow: FlowIndex) -> bool {
        let (mut left, mut seen) = (vec![self.model.flows[flow].from], HashSet::new());
        while let Some(node) = left.pop() {
            let found = &self.model.nodes[node];
            if self.rows.contains_key(&node) || self.model.entries(found.scope).contains(&node) {
                return true;
            }
            // What is inside, and what an event is on the edge of, lead here too.
            if found.incoming.is_empty()
                && !matches!(found.kind, NodeKind::Gateway(_) | NodeKind::Link { .. })
            {
                return true;
            }
            if seen.insert(node) {
                left.extend(found.incoming.iter().map(|flow| self.model.flows[*flow].from));
            }
        }
        false
    }

    /// The row right behind a join.
    fn behind(&self, join: NodeIndex) -> Option<usize> {
        let mut node = join;
        for _ in 0..DEPTH_MAX {
            let [only] = self.model.nodes[node].outgoing.as_slice() else { return None };
            let drawn = &self.model.flows[*only];
            if drawn.conditional || drawn.at_most.is_some() {
                return None;
            }
            node = drawn.to;
            if let Some(row) = self.rows.get(&node) {
                return Some(*row);
            }
            let next = &self.model.nodes[node];
            node = match (&next.kind, next.incoming.len()) {
                (NodeKind::Gateway(Gateway::Exclusive) | NodeKind::Link { .. }, _)
                | (NodeKind::Gateway(_), 1) => node,
                (NodeKind::SubProcess(inside), _) => match self.model.entries(*inside).as_slice() {
                    [entry] => *entry,
                    _ => return None,
                },
                _ => return None,
            };
        }
        None
    }
}

pub(super) fn plain(to: Leaf) -> RowExit {
    RowExit { asks: Asks::Nothing, otherwise: false, at_most: None, inside: 0, to: vec![to] }
}

/// An expression on one line; what stands in quotes stays.
fn one_space(text: &str) -> String {
    let mut parts = Vec::new();
    for (place, part) in text.split('"').enumerate() {
        if place % 2 == 1 {
            parts.push(part.to_string());
            continue;
        }
        let mut spaced = part.split_whitespace().collect::<Vec<_>>().join(" ");
        if part.starts_with(char::is_whitespace) {
            spaced.insert(0, ' ');
        }
        if part.ends_with(char::is_whitespace) && !spaced.ends_with(' ') {
            spaced.push(' ');
        }
        parts.push(spaced);
    }
    parts.join("\"").trim().to_string()
}
