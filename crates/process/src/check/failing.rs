//! Activities that never come to their own end, because what lies inside always ends in an error, or in an escalation that
//! ends it: nothing leaves them but by their edge. What follows them is never come to by them.

use super::certain::{Times, times};
use super::depth::{inner, outermost_first};
use super::effort::{Meter, TooMuch};
use super::raised::{self, caught_by, starts};
use crate::model::{End, Gateway, Model, NodeIndex, NodeKind, Repeats, ScopeIndex, Trigger};
use std::collections::{BTreeSet, HashMap, HashSet};

#[derive(Default)]
pub(super) struct Failing {
    /// Activities that are never left by a flow.
    never_left: HashSet<NodeIndex>,
    /// Those that something leaves which their edge does not catch: it ends all around them.
    raise: HashSet<NodeIndex>,
    /// Escalations that end all they lie in.
    cutting: HashSet<NodeIndex>,
    /// How often escalations come to events on edges that they do not interrupt.
    times: HashMap<NodeIndex, Times>,
}

/// Something that ends what it leaves: whether it is an error, and its code.
type Leaving = (bool, String);

fn trigger((error, code): &Leaving) -> Trigger {
    let code = Some(code.clone());
    if *error { Trigger::Error { code } } else { Trigger::Escalation { code } }
}

impl Failing {
    pub fn of(model: &Model, scopes: &BTreeSet<ScopeIndex>, meter: &mut Meter) -> Failing {
        let mut failing = Failing { cutting: raised::cutting(model, scopes), ..Failing::default() };
        let mut order = outermost_first(model, scopes);
        order.reverse();
        // What leaves a scope and ends it.
        let mut leave: HashMap<ScopeIndex, BTreeSet<Leaving>> = HashMap::new();
        for scope in order {
            let beside = starts(model, scope);
            let handled = |out: &Leaving, by: &[NodeIndex]| caught_by(model, by, &trigger(out)).is_some();
            let raised = model.scopes[scope].nodes.iter().filter_map(|node| failing.raised(model, *node));
            let mut codes: BTreeSet<Leaving> = raised.filter(|out| !handled(out, &beside)).collect();
            for (node, inside) in inner(model, scope) {
                let found = &model.nodes[node];
                let out = leave.get(&inside).into_iter().flatten();
                let out: Vec<&Leaving> = out.filter(|out| !handled(out, &found.boundary)).collect();
                if !out.is_empty() {
                    failing.raise.insert(node);
                }
                // What an event sub-process raises goes past those beside it.
                let past = matches!(found.kind, NodeKind::EventSubProcess { .. });
                codes.extend(out.into_iter().filter(|out| past || !handled(out, &beside)).cloned());
            }
            let comes = |event: &NodeIndex| is_thrown_beside(model, *event);
            for event in model.scopes[scope].nodes.iter().filter(|event| comes(event)) {
                // What would cost too much is not certain.
                let Ok(times) = times(model, *event, &failing, meter) else { continue };
                failing.times.insert(*event, times);
            }
            let fails = |node: &NodeIndex| failing.fails(model, *node);
            let nodes = &model.scopes[scope].nodes;
            let owners = || scopes.iter().flat_map(|around| inner(model, *around));
            if nodes.iter().any(fails)
                && !failing.may_be_cut_short(model, scope)
                && !failing.may_end(model, scope, |node| failing.fails(model, node))
            {
                let of = owners().filter(|(node, inside)| *inside == scope && !may_be_skipped(model, *node));
                failing.never_left.extend(of.map(|(node, _)| node).collect::<Vec<_>>());
            }
            leave.insert(scope, codes);
        }
        failing
    }

    /// What a node raises that ends what it lies in.
    fn raised(&self, model: &Model, node: NodeIndex) -> Option<Leaving> {
        match raised::raised(&model.nodes[node].kind)? {
            Trigger::Error { code } => Some((true, code.unwrap_or_default())),
            Trigger::Escalation { code } if self.cuts(node) => Some((false, code.unwrap_or_default())),
            _ => None,
        }
    }

    /// Nothing goes on from there.
    pub fn fails(&self, model: &Model, node: NodeIndex) -> bool {
        let error = matches!(model.nodes[node].kind, NodeKind::End(End::Error { .. }));
        error || self.is_never_left(node) || self.cuts(node)
    }

    /// An escalation that ends all it lies in.
    pub fn cuts(&self, node: NodeIndex) -> bool {
        self.cutting.contains(&node)
    }

    pub fn is_never_left(&self, node: NodeIndex) -> bool {
        self.never_left.contains(&node)
    }

    /// How often an escalation comes to an event on an edge that it does not interrupt.
    pub fn times(&self, event: NodeIndex) -> Result<Times, TooMuch> {
        self.times.get(&event).copied().ok_or(TooMuch)
    }

    /// Whether a scope may come to its end though nothing goes on from these.
    pub fn may_end(&self, model: &Model, scope: ScopeIndex, fails: impl Fn(NodeIndex) -> bool) -> bool {
        let surely = |event| self.times.get(&event).is_some_and(|times| times.surely);
        Ends::of(model, scope, &fails, &surely).comes_to_its_end()
    }

    /// Whether what begins beside a scope may end all else in it and come to its own end.
    pub fn may_be_cut_short(&self, model: &Model, scope: ScopeIndex) -> bool {
        let cuts = |node: NodeIndex| {
            matches!(model.nodes[node].kind, NodeKind::EventSubProcess { interrupting: true, .. })
        };
        model.beside(scope).any(|node| cuts(node) && !self.is_never_left(node))
    }

    /// Where a token may go from a node: over flows that are ever taken, and by the events on its edge.
    pub fn next<'a>(&self, model: &'a Model, node: NodeIndex) -> impl Iterator<Item = NodeIndex> + 'a {
        let goes_on = !self.is_never_left(node) && !self.cuts(node);
        let found = &model.nodes[node];
        let flows = found.outgoing.iter().filter(move |_| goes_on).map(|flow| model.flows[*flow].to);
        flows.chain(found.boundary.iter().copied())
    }

    /// It ends all around it, where it is never left otherwise.
    pub fn ends_all(&self, node: NodeIndex) -> bool {
        self.never_left.contains(&node) && self.raise.contains(&node)
    }
}

/// Done for none, or not even once.
pub(super) fn may_be_skipped(model: &Model, node: NodeIndex) -> bool {
    match &model.nodes[node].repeats {
        Repeats::Once => false,
        Repeats::While { test_before, .. } => *test_before,
        Repeats::Each { over, .. } => {
            let value =
                |list: &feel::Expression| list.evaluate(&feel::NamedValues::new(), feel::Budget::default());
            match over.expression().map(value) {
                Some(Ok(feel::Value::List(values))) => values.is_empty(),
                Some(Ok(feel::Value::Number(count))) => count < feel::Decimal::ONE,
                _ => true,
            }
        }
    }
}

/// An event on an edge that an escalation comes to and does not interrupt.
pub(super) fn is_thrown_beside(model: &Model, event: NodeIndex) -> bool {
    matches!(
        model.nodes[event].kind,
        NodeKind::Boundary { interrupting: false, trigger: Trigger::Escalation { .. }, .. }
    )
}

/// From where a token may come to an end past all that fails: each node, as far as that is known.
struct Ends<'a> {
    model: &'a Model,
    scope: ScopeIndex,
    fails: &'a dyn Fn(NodeIndex) -> bool,
    /// Events on edges that come whenever what they lie on comes to its end.
    surely: &'a dyn Fn(NodeIndex) -> bool,
    known: HashMap<NodeIndex, Fate>,
}

/// Of a token that stands there.
#[derive(Clone, Copy, Default, PartialEq)]
struct Fate {
    /// It and all that comes of it may end.
    ends: bool,
    /// It may end all else.
    terminates: bool,
}

impl<'a> Ends<'a> {
    fn of(
        model: &'a Model,
        scope: ScopeIndex,
        fails: &'a dyn Fn(NodeIndex) -> bool,
        surely: &'a dyn Fn(NodeIndex) -> bool,
    ) -> Ends<'a> {
        let mut ends = Ends { model, scope, fails, surely, known: HashMap::new() };
        let mut left: Vec<NodeIndex> = model.scopes[scope].nodes.clone();
        while let Some(node) = left.pop() {
            let now = ends.look(node);
            if now != ends.at(node) {
                ends.known.insert(node, now);
                let before = model.nodes[node].incoming.iter().map(|flow| model.flows[*flow].from);
                left.extend(before.chain(model.nodes[node].on()));
            }
        }
        ends
    }

    fn comes_to_its_end(&self) -> bool {
        let entries = self.model.entries(self.scope);
        entries.iter().all(|entry| self.at(*entry).ends)
            || entries.iter().any(|entry| self.at(*entry).terminates)
    }

    fn at(&self, node: NodeIndex) -> Fate {
        self.known.get(&node).copied().unwrap_or_default()
    }

    fn look(&self, node: NodeIndex) -> Fate {
        let found = &self.model.nodes[node];
        let goes_on = !(self.fails)(node);
        match &found.kind {
            NodeKind::End(_) if !goes_on => return Fate::default(),
            NodeKind::End(End::Terminate) => return Fate { ends: true, terminates: true },
            NodeKind::End(_) | NodeKind::Unsupported => return Fate { ends: true, terminates: false },
            _ => {}
        }
        let outgoing = || found.outgoing.iter().copied().filter(|_| goes_on);
        let to = |flow: usize| self.at(self.model.flows[flow].to);
        let edge =
            || found.boundary.iter().map(|event| (self.model.nodes[*event].interrupts(), self.at(*event)));
        let terminates = outgoing().any(|flow| to(flow).terminates) || edge().any(|(_, at)| at.terminates);
        let always = |flow: &usize| match found.kind {
            NodeKind::Gateway(Gateway::Parallel) => true,
            NodeKind::Gateway(Gateway::Exclusive | Gateway::EventBased) => false,
            _ => !self.model.flows[*flow].conditional && found.default != Some(*flow),
        };
        let leaves = match outgoing().any(|flow| always(&flow)) {
            true => outgoing().filter(always).all(|flow| to(flow).ends),
            false => outgoing().any(|flow| to(flow).ends) || goes_on && found.outgoing.is_empty(),
        };
        let beside = found.boundary.iter().filter(|event| (self.surely)(**event));
        let leaves = leaves && beside.copied().all(|event| self.at(event).ends);
        let cut_short = edge().any(|(interrupts, at)| interrupts && at.ends);
        Fate { ends: leaves || cut_short || terminates, terminates }
    }
}
