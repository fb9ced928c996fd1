//! The longest way through a process, in working minutes.

use crate::procedure::Process;
use process::{
    Amount, FlowIndex, Model, NodeIndex, NodeKind, Repeats, ScopeIndex, TimerTrigger, Trigger, WorkingTime,
};
use std::collections::{HashMap, HashSet};

/// Working minutes of the longest way through a process.
pub fn longest_of(process: &Process) -> u32 {
    longest(process.model(), &|minutes| minutes)
}

/// The longest way through a drawing; `counted` says how long what is allotted is somewhere.
pub(super) fn longest(model: &Model, counted: &dyn Fn(u32) -> u32) -> u32 {
    let mut looked = Longest { model, counted, known: HashMap::new() };
    model.main().map_or(0, |main| looked.scope(main, 0))
}

/// No process is called deeper than this.
const DEPTH_MAX: u32 = 50;

struct Longest<'a> {
    model: &'a Model,
    counted: &'a dyn Fn(u32) -> u32,
    /// Of scopes that were looked at; 0 while one is: what calls itself is among the findings.
    known: HashMap<ScopeIndex, u32>,
}

impl Longest<'_> {
    /// The longest way through a scope. What goes back is counted as often as it may be taken.
    fn scope(&mut self, scope: ScopeIndex, depth: u32) -> u32 {
        if let Some(known) = self.known.get(&scope) {
            return *known;
        }
        self.known.insert(scope, 0);
        if depth > DEPTH_MAX {
            return 0;
        }
        let model = self.model;
        let own: HashMap<NodeIndex, u32> =
            model.scopes[scope].nodes.iter().map(|node| (*node, self.node(*node, depth))).collect();
        let back = process::ways_back(model, scope);
        let ways = |node: NodeIndex| -> Vec<NodeIndex> {
            let flows = model.nodes[node].outgoing.iter().filter(|flow| !back.contains(flow));
            flows
                .map(|flow| model.flows[*flow].to)
                .chain(model.nodes[node].boundary.iter().copied())
                .collect()
        };
        // From each element to the end.
        let mut left: HashMap<NodeIndex, u32> = HashMap::new();
        for entry in model.entries(scope) {
            let mut stack = vec![entry];
            while let Some(node) = stack.last().copied() {
                let open: Vec<NodeIndex> =
                    ways(node).into_iter().filter(|to| !left.contains_key(to)).collect();
                if open.is_empty() || left.contains_key(&node) {
                    stack.pop();
                    let onward = ways(node).iter().filter_map(|to| left.get(to)).max().copied().unwrap_or(0);
                    left.entry(node).or_insert(onward.saturating_add(own[&node]));
                } else {
                    stack.extend(open);
                }
            }
        }
        let from = |node: NodeIndex| left.get(&node).copied().unwrap_or(0);
        let whole = model.entries(scope).into_iter().map(from).max().unwrap_or(0);
        // What an event begins may begin at the last moment.
        let beside = model.beside(scope).map(|node| own[&node]).max().unwrap_or(0);
        let whole = whole.saturating_add(beside);
        // Going back costs at most the longest round there is, once for each time it is taken.
        let again = back.iter().map(|flow| {
            let round = self.round(scope, *flow, &own, &back);
            round.saturating_mul(often(model, *flow).unwrap_or(1))
        });
        let whole = again.fold(whole, u32::saturating_add);
        self.known.insert(scope, whole);
        whole
    }

    /// The longest way from where a flow leads back to, to where it comes from, with what is done beside it meanwhile.
    fn round(
        &self,
        scope: ScopeIndex,
        closes: FlowIndex,
        own: &HashMap<NodeIndex, u32>,
        back: &HashSet<FlowIndex>,
    ) -> u32 {
        let model = self.model;
        let (first, last) = (model.flows[closes].to, model.flows[closes].from);
        let cost = |node: NodeIndex| own.get(&node).copied().unwrap_or(0);
        // On the way, each element once: ways back are counted by themselves.
        let ways = |node: NodeIndex| -> Vec<NodeIndex> {
            let flows = model.nodes[node].outgoing.iter().filter(|flow| !back.contains(flow));
            let edge = model.nodes[node].boundary.iter().copied();
            flows.map(|flow| model.flows[*flow].to).chain(edge).collect()
        };
        let mut left: HashMap<NodeIndex, Option<u32>> = HashMap::from([(last, Some(cost(last)))]);
        let mut beside: HashMap<NodeIndex, u32> = HashMap::new();
        let mut stack = vec![first];
        while let Some(node) = stack.last().copied() {
            let open: Vec<NodeIndex> = ways(node).into_iter().filter(|to| !left.contains_key(to)).collect();
            if open.is_empty() || left.contains_key(&node) {
                stack.pop();
                let to_last = ways(node).iter().filter_map(|to| left.get(to).copied().flatten()).max();
                let longest = ways(node).iter().filter_map(|to| beside.get(to)).max().copied().unwrap_or(0);
                beside.entry(node).or_insert(longest.saturating_add(cost(node)));
                left.entry(node).or_insert(to_last.map(|rest| rest.saturating_add(cost(node))));
            } else {
                stack.extend(open);
            }
        }
        let round = left.get(&first).copied().flatten().unwrap_or(0);
        // What began beside a step of the round and never comes back to it may be what takes longest.
        let on_round = |node: &NodeIndex| left.get(node).copied().flatten().is_some();
        let events = model.scopes[scope]
            .nodes
            .iter()
            .filter(|node| model.nodes[**node].on().is_some_and(|on| on_round(&on)) && !on_round(node));
        let sides = events.filter(|event| !model.nodes[**event].interrupts());
        let side = sides.filter_map(|event| beside.get(event)).max().copied().unwrap_or(0);
        round.max(side)
    }

    /// What is returned there, one after the other, each as often as it may have been done.
    fn returned(&mut self, event: NodeIndex, depth: u32) -> u32 {
        let model = self.model;
        let each = |(activity, by): (NodeIndex, NodeIndex)| {
            if depth > DEPTH_MAX {
                return 0;
            }
            self.node(by, depth + 1).saturating_mul(times(model, activity))
        };
        model.returned_at(event).into_iter().map(each).fold(0, u32::saturating_add)
    }

    fn node(&mut self, node: NodeIndex, depth: u32) -> u32 {
        let once = match self.model.inside(node) {
            Some(inside) => self.scope(inside, depth + 1),
            None if self.model.gives_return(node) => self.returned(node, depth),
            None => match &self.model.nodes[node].kind {
                NodeKind::Catch(Trigger::Timer(TimerTrigger::After(Amount::Text(text)))) => {
                    (self.counted)(WorkingTime::parse(text).map_or(0, WorkingTime::minutes))
                }
                _ => (self.counted)(self.model.nodes[node].step.time.map_or(0, |time| time.minutes())),
            },
        };
        once.saturating_mul(rounds(&self.model.nodes[node].repeats).unwrap_or(1))
    }
}

/// How often an activity may be done in all: as it is repeated, what lies around it too, with each way back that comes
/// to it once more.
fn times(model: &Model, activity: NodeIndex) -> u32 {
    let (mut all, mut node) = (1u32, activity);
    loop {
        let found = &model.nodes[node];
        let each = match &found.repeats {
            // At once or not, each of them is returned by itself.
            Repeats::Each { over, until, name, .. } => {
                let (over, until, name) = (over.clone(), until.clone(), name.clone());
                rounds(&Repeats::Each { over, sequential: true, until, name })
            }
            repeats => rounds(repeats),
        };
        all = all.saturating_mul(each.unwrap_or(1));
        for flow in process::ways_back(model, found.scope) {
            let flow = &model.flows[flow];
            if model.comes_to(flow.to, node) && model.comes_to(node, flow.from) {
                all = all.saturating_mul(flow.at_most.unwrap_or(1).saturating_add(1));
            }
        }
        match model.scopes[found.scope].owner {
            Some(owner) => node = owner,
            None => return all,
        }
    }
}

/// How often a way back is taken at most: as it says itself, or the choice within its round by which it is come to. Nothing
/// where none says so.
fn often(model: &Model, closes: FlowIndex) -> Option<u32> {
    let flow = &model.flows[closes];
    if flow.at_most.is_some() {
        return flow.at_most;
    }
    // Without the bounded ways the round cannot be gone: the fewest of them say how often it is.
    let within = |way: &FlowIndex| {
        let way = &model.flows[*way];
        model.comes_to(flow.to, way.from) && model.comes_to(way.to, flow.from)
    };
    let bounded = (0..model.flows.len()).filter(|way| model.flows[*way].at_most.is_some());
    let needed = bounded.filter(within).filter(|way| !comes_without(model, flow.to, flow.from, *way));
    needed.filter_map(|way| model.flows[way].at_most).min()
}

/// Whether one element is come to from another without a way.
fn comes_without(model: &Model, from: NodeIndex, to: NodeIndex, without: FlowIndex) -> bool {
    let (mut left, mut seen) = (vec![from], HashSet::new());
    while let Some(node) = left.pop() {
        if node == to {
            return true;
        }
        if seen.insert(node) {
            let ways = model.nodes[node].outgoing.iter().filter(|way| **way != without);
            left.extend(ways.map(|way| model.flows[*way].to));
            left.extend(model.nodes[node].boundary.iter().copied());
        }
    }
    false
}

/// How often something is done, one time after the other; nothing where that is not known.
pub(super) fn rounds(repeats: &Repeats) -> Option<u32> {
    match repeats {
        Repeats::Once | Repeats::Each { sequential: false, .. } => Some(1),
        // That it has no bound is among the findings.
        Repeats::While { at_most, .. } => Some(at_most.unwrap_or(1)),
        Repeats::Each { over, .. } => {
            // That nobody said how often is among the findings.
            let Some(expression) = over.expression() else { return Some(1) };
            let value = expression.evaluate(&feel::NamedValues::new(), feel::Budget::default()).ok()?;
            match value {
                feel::Value::Number(count) => u32::try_from(count.trunc()).ok(),
                feel::Value::List(values) => u32::try_from(values.len()).ok(),
                _ => None,
            }
        }
    }
}
