//! Activities that never come to their own end, because what lies inside always ends in an error: nothing leaves them but
//! by their edge. What follows them is never come to by them.

use super::depth::{inner, outermost_first};
use super::raised::{caught_by, starts};
use crate::model::{End, Gateway, Model, NodeIndex, NodeKind, Repeats, ScopeIndex, Trigger};
use std::collections::{BTreeSet, HashMap, HashSet};

#[derive(Default)]
pub(super) struct Failing {
    /// Activities that are never left by a flow.
    never_left: HashSet<NodeIndex>,
    /// Those that an error leaves which their edge does not catch: it ends all around them.
    raise: HashSet<NodeIndex>,
}

impl Failing {
    pub fn of(model: &Model, scopes: &BTreeSet<ScopeIndex>) -> Failing {
        let mut failing = Failing::default();
        let mut order = outermost_first(model, scopes);
        order.reverse();
        // The errors that leave a scope, by their codes.
        let mut leave: HashMap<ScopeIndex, BTreeSet<String>> = HashMap::new();
        for scope in order {
            let mut codes = BTreeSet::new();
            let beside = starts(model, scope);
            let handled = |code: &String, by: &[NodeIndex]| {
                caught_by(model, by, &Trigger::Error { code: Some(code.clone()) }).is_some()
            };
            for node in &model.scopes[scope].nodes {
                if let NodeKind::End(End::Error { code }) = &model.nodes[*node].kind
                    && !handled(code, &beside)
                {
                    codes.insert(code.clone());
                }
            }
            for (node, inside) in inner(model, scope) {
                let found = &model.nodes[node];
                let out = leave.get(&inside).into_iter().flatten();
                let out: Vec<&String> = out.filter(|code| !handled(code, &found.boundary)).collect();
                if !out.is_empty() {
                    failing.raise.insert(node);
                }
                // What an event sub-process raises goes past those beside it.
                let past = matches!(found.kind, NodeKind::EventSubProcess { .. });
                codes.extend(out.into_iter().filter(|code| past || !handled(code, &beside)).cloned());
            }
            let fails = |node: &&NodeIndex| {
                matches!(model.nodes[**node].kind, NodeKind::End(End::Error { .. }))
                    || failing.never_left.contains(*node)
            };
            let nodes = &model.scopes[scope].nodes;
            let owners = || scopes.iter().flat_map(|around| inner(model, *around));
            // What begins beside it may end all else and come to its own end.
            let alone = nodes.iter().any(|node| fails(&node)) && model.beside(scope).next().is_none();
            if alone && !Ends::of(model, scope, &failing).comes_to_its_end() {
                let of = owners().filter(|(node, inside)| *inside == scope && !may_be_skipped(model, *node));
                failing.never_left.extend(of.map(|(node, _)| node).collect::<Vec<_>>());
            }
            leave.insert(scope, codes);
        }
        failing
    }

    pub fn is_never_left(&self, node: NodeIndex) -> bool {
        self.never_left.contains(&node)
    }

    /// It ends all around it, where it is never left otherwise.
    pub fn ends_all(&self, node: NodeIndex) -> bool {
        self.never_left.contains(&node) && self.raise.contains(&node)
    }
}

/// Done for none, or not even once.
fn may_be_skipped(model: &Model, node: NodeIndex) -> bool {
    match &model.nodes[node].repeats {
        Repeats::Once => false,
        Repeats::While { test_before, .. } => *test_before,
        Repeats::Each { over, .. } => {
            let value =
                |list: &feel::Expression| list.evaluate(&feel::Context::new(), feel::Budget::default());
            match over.expression().map(value) {
                Some(Ok(feel::Value::List(values))) => values.is_empty(),
                Some(Ok(feel::Value::Number(count))) => count < feel::Decimal::ONE,
                _ => true,
            }
        }
    }
}

/// From where a token may come to an end without an error: each node, as far as that is known.
struct Ends<'a> {
    model: &'a Model,
    scope: ScopeIndex,
    failing: &'a Failing,
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
    fn of(model: &'a Model, scope: ScopeIndex, failing: &'a Failing) -> Ends<'a> {
        let mut ends = Ends { model, scope, failing, known: HashMap::new() };
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
        match &found.kind {
            NodeKind::End(End::Terminate) => return Fate { ends: true, terminates: true },
            NodeKind::End(End::Error { .. }) => return Fate::default(),
            NodeKind::End(_) | NodeKind::Unsupported => return Fate { ends: true, terminates: false },
            _ => {}
        }
        let goes_on = !self.failing.is_never_left(node);
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
        let cut_short = edge().any(|(interrupts, at)| interrupts && at.ends);
        Fate { ends: leaves || cut_short || terminates, terminates }
    }
}
