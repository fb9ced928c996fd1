//! The longest way through a process, in working minutes.

use crate::procedure::Process;
use process::{Amount, Model, NodeIndex, NodeKind, Repeats, ScopeIndex, Timer, Trigger, WorkingTime};
use std::collections::HashMap;

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
        // Going back costs at most what lies between, once for each time it is taken.
        let again = back.iter().map(|flow| {
            let flow = &model.flows[*flow];
            from(flow.to).saturating_sub(from(flow.from)).saturating_mul(flow.at_most.unwrap_or(1))
        });
        let whole = again.fold(whole, u32::saturating_add);
        self.known.insert(scope, whole);
        whole
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
                NodeKind::Catch(Trigger::Timer(Timer::After(Amount::Text(text)))) => {
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

/// How often something is done, one time after the other; nothing where that is not known.
pub(super) fn rounds(repeats: &Repeats) -> Option<u32> {
    match repeats {
        Repeats::Once | Repeats::Each { sequential: false, .. } => Some(1),
        // That it has no bound is among the findings.
        Repeats::While { at_most, .. } => Some(at_most.unwrap_or(1)),
        Repeats::Each { over, .. } => {
            // That nobody said how often is among the findings.
            let Some(expression) = over.expression() else { return Some(1) };
            let value = expression.evaluate(&feel::Context::new(), feel::Budget::default()).ok()?;
            match value {
                feel::Value::Number(count) => u32::try_from(count.trunc()).ok(),
                feel::Value::List(values) => u32::try_from(values.len()).ok(),
                _ => None,
            }
        }
    }
}
